import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { searchInvoicedProducts } from '../../../nodes/IngramMicroReturns/invoiceOfLine.ts';
import { searchDeals } from '../../../nodes/shared/xi/deals.ts';
import { searchInvoices } from '../../../nodes/shared/xi/invoices.ts';
import { searchOrders } from '../../../nodes/shared/xi/orders/order.ts';
import { searchProducts } from '../../../nodes/shared/xi/products.ts';
import { searchQuotes } from '../../../nodes/shared/xi/quotes.ts';
import { searchRenewals } from '../../../nodes/shared/xi/renewals.ts';
import { searchReturns } from '../../../nodes/shared/xi/returns.ts';

type Search = typeof searchOrders;

/** What a list in the editor shows, and asks for, where XI answers so, one answer after the other. */
async function listed(
	search: Search,
	answers: unknown[],
	filter?: string,
	token?: string,
	beside: Record<string, unknown> = {},
) {
	const asked: Array<{ qs: object; headers: Record<string, string> }> = [];
	const context = {
		getNode: () => ({ name: 'Orders', type: 'ingramMicroOrders', typeVersion: 1 }),
		getCurrentNodeParameter: (name: string) => beside[name],
		getCredentials: async () => ({
			environment: 'sandbox',
			baseUrl: 'https://xi.example',
			clientId: 'picker',
			customerNumber: '20-222222',
			countryCode: 'US',
			senderId: 'tests',
			customerContact: 'buyer@example.com',
		}),
		helpers: {
			async httpRequestWithAuthentication(_: string, options: (typeof asked)[number]) {
				asked.push(options);
				return { statusCode: 200, body: answers[asked.length - 1], headers: {} };
			},
		},
	};
	const list = await search.call(context as unknown as ILoadOptionsFunctions, filter, token);
	return { list, queries: asked.map(({ qs }) => qs), headers: asked.map(({ headers }) => headers) };
}

const orders = (recordsFound: number, ...numbers: string[]) => ({
	recordsFound,
	orders: numbers.map((ingramOrderNumber) => ({ ingramOrderNumber })),
});

describe('a From List', () => {
	it('goes on to what else a text may mean where nothing is found, and stays there', async () => {
		const { list, queries } = await listed(
			searchOrders,
			[orders(0), orders(60, '20-RD128')],
			' 20-RD128 ',
		);
		expect(queries).toEqual([
			{ ingramOrderNumber: '20-RD128', pageNumber: 1, pageSize: 50 },
			{ customerOrderNumber: '20-RD128', pageNumber: 1, pageSize: 50 },
		]);
		expect(list).toEqual({
			results: [{ name: '20-RD128', value: '20-RD128' }],
			paginationToken: '1:2',
		});
		const next = await listed(searchOrders, [orders(60)], '20-RD128', list.paginationToken);
		expect(next.queries).toEqual([
			{ customerOrderNumber: '20-RD128', pageNumber: 2, pageSize: 50 },
		]);
		expect(next.list).toEqual({ results: [] });
	});

	it('goes on behind a page of which nothing can be picked', async () => {
		const answer = { recordsFound: 51, catalog: null, subscriptionCatalog: [{ groupName: 'G' }] };
		const { list } = await listed(searchProducts, [answer]);
		expect(list).toEqual({ results: [], paginationToken: '0:2' });
	});

	it.each<[string, unknown]>([
		['as the only entry of a list', [{ recordsFound: 1, catalog: [{ ingramPartNumber: 'A' }] }]],
		[
			'with nulls between them',
			{ recordsFound: 1, catalog: [null, { ingramPartNumber: 'A' }, {}] },
		],
		['a single one as it is', { recordsFound: 1, catalog: { ingramPartNumber: 'A' } }],
	])('shows products that come %s', async (_, answer) => {
		const { list } = await listed(searchProducts, [answer]);
		expect(list).toEqual({ results: [{ name: 'A', value: 'A' }] });
	});

	it('is empty where an empty list is all that comes', async () => {
		expect((await listed(searchProducts, [[]])).list).toEqual({ results: [] });
	});

	it.each<[unknown]>([[{ status: 'OK' }], [{ catalog: {} }], [{ catalog: 'none' }]])(
		'does not pass %j for an empty list of products',
		async (answer) => {
			await expect(listed(searchProducts, [answer])).rejects.toThrow('list of products');
		},
	);

	it('does not pass an answer of another shape for an empty list', async () => {
		await expect(listed(searchOrders, [{ status: 'OK' }])).rejects.toThrow('list of orders');
	});

	it('names the person where the call wants one, and only there', async () => {
		const quotes = await listed(searchQuotes, [{ recordsFound: 0, quotes: [] }]);
		expect(quotes.headers[0]).toHaveProperty('IM-CustomerContact', 'buyer@example.com');
		const others = await listed(searchOrders, [orders(0)]);
		expect(others.headers[0]).not.toHaveProperty('IM-CustomerContact');
	});
});

describe('the list of products', () => {
	const product = { ingramPartNumber: 'A1', vendorPartNumber: 'C9200-24T' };

	it.each([
		['Cisco', 'Cisco Catalyst 9200', 'A1 – C9200-24T – Cisco Catalyst 9200'],
		['CISCO SYSTEMS', 'CISCO CATALYST', 'A1 – C9200-24T – CISCO CATALYST'],
		['Cisco', 'Catalyst 9200', 'A1 – C9200-24T – Cisco – Catalyst 9200'],
		['HP', 'SHPOCK HPE', 'A1 – C9200-24T – HP – SHPOCK HPE'],
		[undefined, 'Catalyst', 'A1 – C9200-24T – Catalyst'],
	])('names the manufacturer %s once: %s', async (vendorName, description, name) => {
		const catalog = [{ ...product, vendorName, description }];
		const { list } = await listed(searchProducts, [{ recordsFound: 1, catalog }]);
		expect(list.results).toEqual([{ name, value: 'A1' }]);
	});
});

describe('the other lists', () => {
	it.each<[string, Search, object, string]>([
		[
			'orders',
			searchOrders,
			{
				orders: [
					{
						ingramOrderNumber: '20-RD128',
						customerOrderNumber: 'PO-4711',
						ingramOrderDate: '2026-11-27T00:00:00',
						orderStatus: 'OPEN',
						orderTotal: '1234.5',
						endUserCompanyName: 'Example Ltd',
						vendorName: 'EXAMPLE LTD',
					},
				],
			},
			'20-RD128 – PO PO-4711 – 2026-11-27 – OPEN – 1234.50 – Example Ltd',
		],
		[
			'invoices',
			searchInvoices,
			{
				invoices: [
					{
						invoiceNumber: '40-DPJ17-11',
						customerOrderNumber: 'PO-4711',
						invoiceDate: '2026-11-27',
						invoicedAmountDue: 80.5,
						invoiceStatus: 'PAST DUE',
					},
				],
			},
			'40-DPJ17-11 – PO PO-4711 – 2026-11-27 – 80.50 – PAST DUE',
		],
		[
			'renewals',
			searchRenewals,
			{
				renewals: [
					{
						renewalId: 4239056,
						endUser: 'Example Ltd',
						vendor: 'Cisco',
						expirationDate: '2026-12-31T00:00:00',
						status: 'Open',
						renewalValue: '99',
						customerOrderNumber: 'PO-1',
					},
				],
			},
			'4239056 – Example Ltd – Cisco – expires 2026-12-31 – Open – 99.00 – PO PO-1',
		],
		[
			'deals',
			searchDeals,
			{
				deals: [
					{
						dealId: '23456789',
						version: '2',
						endUser: 'Example Ltd',
						vendor: 'Cisco',
						dealExpiryDate: '2026-12-31T00:00:00',
					},
				],
			},
			'23456789 – Example Ltd – Cisco – until 2026-12-31 – version 2',
		],
		[
			'returns',
			searchReturns,
			{
				returnsClaims: [
					{
						caseRequestNumber: 'CAS-1',
						referenceNumber: 'RMA-1',
						createdOn: '2026-11-27T10:00:00',
						returnReason: 'Customer Service Discretion',
						status: 'Open',
						estimatedTotalValue: '12.5',
					},
				],
			},
			'CAS-1 – RMA-1 – 2026-11-27 – Open – 12.50 – Customer Service Discretion',
		],
	])('of %s tell two of them apart', async (_, search, answer, name) => {
		const { list } = await listed(search, [{ recordsFound: 1, ...answer }]);
		expect(list.results.map((one) => one.name)).toEqual([name]);
	});

	it('of products say what cannot be bought', async () => {
		const catalog = [
			{ ingramPartNumber: 'A1', description: 'Mouse', discontinued: 'true' },
			{ ingramPartNumber: 'A2', description: 'Mouse', authorizedToPurchase: 'false' },
			{ ingramPartNumber: 'A3', description: 'Mouse', discontinued: '' },
		];
		const { list } = await listed(searchProducts, [{ recordsFound: 3, catalog }]);
		expect(list.results.map(({ name }) => name)).toEqual([
			'A1 – Mouse – discontinued',
			'A2 – Mouse – not authorized',
			'A3 – Mouse',
		]);
	});
});

describe('the list of products of a return', () => {
	const lines = [
		{ ingramPartNumber: 'A1', vendorPartNumber: 'V1', productDescription: 'Switch', quantity: 3 },
		{ ingramPartNumber: 'A2', vendorPartNumber: 'V2', productDescription: 'Cable', quantity: 1 },
	];
	const beside = { '&invoiceNumber': { __rl: true, mode: 'invoiceNumber', value: '40-DPJ17-11' } };

	it('is what the invoice beside it lists, narrowed by what is typed', async () => {
		const all = await listed(searchInvoicedProducts, [{ lines }], '', undefined, beside);
		expect(all.list.results).toEqual([
			{ name: 'A1 – V1 – Switch – × 3', value: 'A1' },
			{ name: 'A2 – V2 – Cable – × 1', value: 'A2' },
		]);
		const some = await listed(searchInvoicedProducts, [{ lines }], 'cab', undefined, beside);
		expect(some.list.results.map(({ value }) => value)).toEqual(['A2']);
	});

	it.each([
		{},
		{ '&invoiceNumber': { mode: 'list', value: '' } },
		{ '&invoiceNumber': '={{ 1 }}' },
	])('is the catalog where no invoice is known yet: %j', async (given) => {
		const catalog = [{ ingramPartNumber: 'A3', description: 'Mouse' }];
		const answers = [{ recordsFound: 1, catalog }];
		const { list } = await listed(searchInvoicedProducts, answers, 'mo', undefined, given);
		expect(list.results).toEqual([{ name: 'A3 – Mouse', value: 'A3' }]);
	});
});

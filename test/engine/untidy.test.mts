import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byInvoiceNumber, dashed, INVOICES, invoiceNumbersIn } from './invoices/support.mts';
import { byNumber, jsonOf, STOCKED } from './orders/support.mts';
import {
	byIngramPartNumber,
	CATALOG,
	ORDERS,
	PRICE_OF_SKU,
	runnerOf,
	useBench,
} from './support.mts';
import { listOf } from './termsSupport.mts';

const bench = useBench();

/** What a node gives of answers as they are documented, and of such as older systems write. */
async function bothWays(
	node: string,
	parameters: INodeParameters,
	item: IDataObject = {},
): Promise<[IDataObject[], IDataObject[]]> {
	const rowsOf = async (untidy: boolean) => {
		bench.xi.quirks.untidy = untidy;
		const { items, error } = await runnerOf(bench, node)(parameters, [item]);
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(0);
		return jsonOf(items);
	};
	return [await rowsOf(false), await rowsOf(true)];
}

describe('answers with blanks, words for yes and no, and amounts as text', () => {
	beforeEach(() => {
		bench.xi.addOrders(3);
	});

	it.each<[string, string, () => [INodeParameters, IDataObject?]]>([
		['products of a search', CATALOG, () => [{ operation: 'getMany', limit: 20 }]],
		['a product', CATALOG, () => [{ operation: 'get', product: byIngramPartNumber(STOCKED) }]],
		['a price', CATALOG, () => [PRICE_OF_SKU, { sku: STOCKED }]],
		['orders of a search', ORDERS, () => [{ operation: 'getMany', return: 'orders' }]],
		['sub-orders of a search', ORDERS, () => [{ operation: 'getMany', return: 'subOrders' }]],
		[
			'the lines of an order, which come twice',
			ORDERS,
			() => {
				const [{ ingramOrderNumber }] = bench.xi.orders;
				return [{ operation: 'get', order: byNumber(ingramOrderNumber), return: 'lines' }];
			},
		],
		['invoices of a search', INVOICES, () => [{ operation: 'getMany' }]],
		...['lines', 'serialNumbers'].map((wanted): [string, string, () => [INodeParameters]] => [
			`the ${wanted} of an invoice`,
			INVOICES,
			() => {
				const invoice = byInvoiceNumber(dashed(invoiceNumbersIn(bench)[0]));
				return [{ operation: 'get', invoice, return: wanted }];
			},
		]),
		['deals', 'ingramMicroDeals', () => [{ operation: 'getMany' }]],
		['renewals', 'ingramMicroRenewals', () => [{ operation: 'getMany' }]],
	])('come out as %s did', async (_, node, given) => {
		const [parameters, item] = given();
		const [tidy, untidy] = await bothWays(node, parameters, item);
		expect(untidy).toEqual(tidy);
	});

	it('hold several parcels in one, and other shapes of serial numbers', async () => {
		const [{ ingramOrderNumber }] = bench.xi.orders;
		const get = { operation: 'get', order: byNumber(ingramOrderNumber), return: 'parcels' };
		const [[parcel, ...more], untidy] = await bothWays(ORDERS, get);
		expect(more).toEqual([]);
		expect(untidy).toEqual([
			parcel,
			{
				...parcel,
				trackingNumber: `${parcel.trackingNumber as string}-2`,
				// The address that came beside both numbers is the first one's.
				trackingUrl: null,
				quantityInBox: null,
				serialNumbers: [],
			},
		]);
	});

	it('are Ingram Micro’s own in Raw', async () => {
		const [{ ingramOrderNumber }] = bench.xi.orders;
		const get = { operation: 'get', order: byNumber(ingramOrderNumber), output: 'raw' };
		const [, [order]] = await bothWays(ORDERS, get);
		expect(order.ingramOrderNumber).toBe(`${ingramOrderNumber}  `);
		expect(order.lines).toHaveLength(2);
	});

	it.each([
		['searchProducts', CATALOG],
		['searchOrders', ORDERS],
		['searchInvoices', INVOICES],
		['searchDeals', 'ingramMicroDeals'],
		['searchRenewals', 'ingramMicroRenewals'],
	])('make the same list in the editor: %s', async (method, node) => {
		const list = listOf(bench, node, method);
		const tidy = await list();
		bench.xi.quirks.untidy = true;
		const untidy = await list();
		expect(tidy.results.length).toBeGreaterThan(0);
		expect(untidy.results).toEqual(tidy.results);
	});
});

import type { AxiosInstance, AxiosResponse } from 'axios';

import { type QuoteEvent, type Simulator, startSimulator } from '../../simulator/index.mts';
import { complaints, connect } from './support.mts';

const SEARCH = '/resellers/v6/quotes/search';
const CREATE = '/resellers/v6/quotes/create';
const DAY_MS = 86_400_000;
const PERSON = { 'IM-CustomerContact': 'buyer@example.com' };

let simulator: Simulator;
let client: AxiosInstance;
let events: QuoteEvent[];
beforeEach(async () => {
	simulator = await startSimulator({ products: 50, callsPerWindow: 0 });
	client = await connect(simulator, PERSON);
	events = [];
	simulator.onQuoteEvent((event) => events.push(event));
});
afterEach(async () => await simulator.close());

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
const dayText = (date: Date) => date.toISOString().slice(0, 10);
const rangeOf = (from: number, to: number) => `${dayText(daysAgo(from))},${dayText(daysAgo(to))}`;

const search = async (params: Record<string, unknown> = {}): Promise<AxiosResponse> =>
	await client.get(SEARCH, { params });

/** The names of what a search finds, in its order. */
const namesOf = async (params: Record<string, unknown> = {}): Promise<string[]> => {
	const { status, data } = await search(params);
	if (status === 404) return [];
	return data.quotes.map(({ quoteName }: { quoteName: string }) => quoteName);
};

describe('search quotes', () => {
	it('answers with what was created or changed in the last 30 days, the latest first', async () => {
		const { status, data } = await search();
		expect(status).toBe(200);
		expect(data).toMatchObject({ recordsFound: 4, pageSize: 25, pageNumber: 1, prevPage: '' });
		expect(await namesOf()).toEqual([
			'Cisco with vendor fields',
			'Q3',
			'Test Quote - 999',
			'Test1',
		]);
		expect(data.quotes[2]).toMatchObject({
			quoteNumber: 'QUO-10985-C4C3F7',
			revision: '1',
			endUserContact: 'test',
			endUserName: 'JD Enterprises',
			specialBidNumber: null,
			quoteStatus: 'Active',
			ingramQuoteDate: dayText(daysAgo(10)),
			lastModifiedDate: dayText(daysAgo(2)),
			ingramQuoteExpiryDate: '0001-01-01',
		});
	});

	it('goes by the day of creation in a range, and never behind 365 days', async () => {
		expect(await namesOf({ 'quoteCreateDate-bt': rangeOf(50, 44) })).toEqual([
			'MSJ Singapore Test 02',
		]);
		expect(await namesOf({ 'quoteCreateDate-bt': rangeOf(9, 0) })).toEqual([
			'Cisco with vendor fields',
			'Q3',
		]);
		expect(await namesOf({ 'quoteCreateDate-bt': rangeOf(500, 390) })).toEqual([]);
	});

	it.each<[string, Record<string, unknown>, string[]]>([
		['a part of a number', { quoteNumber: '10985-c4' }, ['Test Quote - 999']],
		['a part of a name', { quoteName: 'test' }, ['Test Quote - 999', 'Test1']],
		['a company', { endUserContact: 'JD Ent' }, ['Test Quote - 999']],
		['a person', { endUserContact: 'test' }, ['Test Quote - 999']],
		['a vendor', { vendorName: 'cisco' }, ['Cisco with vendor fields']],
		['a status, in any case', { status: 'Ready to Order' }, ['Cisco with vendor fields']],
		['a bid', { specialBidNumber: 'BID-7' }, ['WITH-BID1']],
		['two filters', { quoteName: 'test', quoteNumber: '10637' }, ['Test1']],
		['what nothing has', { quoteName: 'nothing' }, []],
	])('filters by %s', async (_what, params, names) => {
		simulator.addQuotes(1, { prefix: 'WITH-BID', dealId: 'BID-7', status: 'Active' });
		expect(await namesOf(params)).toEqual(names);
	});

	it('hides drafts, and quotes that are closed or have run out', async () => {
		simulator.addQuotes(1, { prefix: 'DRAFT-', status: 'Draft' });
		simulator.addQuotes(1, { prefix: 'CLOSED-', status: 'Closed' });
		simulator.addQuotes(1, { prefix: 'SHORT-', expiresAt: Date.now() + 60_000 });
		expect(await namesOf({ quoteName: '-1' })).toEqual(['SHORT-1']);
		simulator.advanceTime(120);
		expect(await namesOf({ quoteName: '-1' })).toEqual([]);
		const short = simulator.quotes.find(({ quoteName }) => quoteName === 'SHORT-1');
		expect(short?.status).toBe('Closed');
	});

	it.each<[Record<string, string>, string[]]>([
		[{ sortBy: 'quoteNumber', sortingOrder: 'asc' }, ['Test1', 'Q3', 'Test Quote - 999']],
		[{ sortBy: 'lastModifiedDate' }, ['Test Quote - 999', 'Q3', 'Test1']],
		[{ sortBy: 'createdDate', sortingOrder: 'asc' }, ['Test1', 'Test Quote - 999', 'Q3']],
	])('sorts by %j', async (params, names) => {
		// By number, QUO-106 comes before QUO-109, and those before QUO-145.
		expect(await namesOf({ ...params, status: 'Active' })).toEqual(names);
	});

	it('gives pages of 25 and at most 100, and nothing behind the last', async () => {
		simulator.addQuotes(130);
		expect((await search()).data.quotes).toHaveLength(25);
		const last = await search({ pageSize: 100, pageNumber: 2 });
		expect(last.data.quotes).toHaveLength(34);
		expect(last.data).toMatchObject({ recordsFound: 134, nextPage: '' });
		expect((await search({ pageSize: 100, pageNumber: 3 })).status).toBe(404);
		expect(complaints(await search({ pageSize: 101 }))).toEqual(['pageSize']);
	});

	it('is for the customer’s own quotes', async () => {
		simulator.addQuotes(1, { customerNumber: '30-333333', prefix: 'DE-' });
		expect(await namesOf({ quoteName: 'DE-' })).toEqual([]);
	});

	it.each<[Record<string, unknown>, string]>([
		[{ 'quoteCreateDate-bt': '2026-01-01' }, 'quoteCreateDate-bt'],
		[{ 'quoteCreateDate-bt': '2026-01-02,2026-01-01' }, 'quoteCreateDate-bt'],
		[{ 'quoteCreateDate-bt': '01/02/2026,01/03/2026' }, 'quoteCreateDate-bt'],
		[{ sortBy: 'name' }, 'sortBy'],
		[{ sortingOrder: 'down' }, 'sortingOrder'],
		[{ pageNumber: 0 }, 'pageNumber'],
	])('refuses %j', async (params, field) => {
		expect(complaints(await search(params))).toEqual([field]);
	});

	it('wants the header with the person', async () => {
		const nobody = await connect(simulator);
		expect(complaints(await nobody.get(SEARCH))).toEqual(['IM-CustomerContact']);
	});
});

describe('quote details', () => {
	const read = async (number: string) => await client.get(`/resellers/v6/quotes/${number}`);

	it('shows products, prices and totals', async () => {
		const { status, data } = await read('quo-10926-y8g1b3');
		expect(status).toBe(200);
		expect(data).toMatchObject({
			quoteName: 'Q3',
			quoteNumber: 'QUO-10926-Y8G1B3',
			status: 'Active',
			currencyCode: 'USD',
			customerNeed: 'Customer Need',
			endUserInfo: { companyName: 'End User3' },
			productsCount: 2,
			quantityTotal: 3,
		});
		const [first, second] = data.products;
		expect(first).toMatchObject({ lineNumber: '1', ingramPartNumber: '123512', quantity: 2 });
		const total = first.price.extendedQuotePrice + second.price.extendedQuotePrice;
		expect(data.extendedQuotePriceTotal).toBeCloseTo(total, 2);
		expect(data.totalQuoteAmount).toBe(data.extendedQuotePriceTotal.toFixed(2));
	});

	it('knows no quote of another customer, and none that does not exist', async () => {
		const [german = ''] = simulator.addQuotes(1, { customerNumber: '30-333333' });
		for (const number of [german, 'QUO-1-A']) {
			expect(complaints(await read(number))).toEqual(['quoteNumber']);
		}
	});
});

describe('create quote', () => {
	const good = {
		quoteName: 'New',
		firstname: 'Nathan',
		lastname: 'Smith',
		quoteExpiryDate: '12/31/2099',
		customerNeed: 'need',
		endUserInfo: { companyName: 'Example Ltd' },
		sendQuoteCopy: 'a@example.com,b@example.com',
		products: [
			{ customerLineNumber: '5', ingramPartNumber: 'DF4128', quantity: '2', lineLevelNotes: 'n' },
			{ vendorPartNumber: 'E2016HV', quantity: '1' },
		],
	};
	const create = async (body: object) => await client.post(CREATE, body);

	it('gives a number at once, and the quote a little later, and tells', async () => {
		const { status, data } = await create(good);
		expect(status).toBe(200);
		expect(data).toEqual({
			quoteNumber: expect.stringMatching(/^QUO-\d{7}-([A-Z]\d){3}$/),
			message: expect.stringContaining('under process'),
		});
		expect(await namesOf({ quoteName: 'New' })).toEqual([]);
		simulator.advanceTime(60);
		const { data: found } = await search({ quoteName: 'New' });
		expect(found.quotes).toEqual([
			expect.objectContaining({
				quoteNumber: data.quoteNumber,
				quoteStatus: 'Ready To Order',
				ingramQuoteExpiryDate: '2099-12-31',
				createdBy: 'Nathan Smith',
			}),
		]);
		expect(events).toEqual([
			expect.objectContaining({
				kind: 'quote_created',
				quote: expect.objectContaining({
					quoteNumber: data.quoteNumber,
					products: [
						expect.objectContaining({ lineNumber: '5', ingramPartNumber: 'DF4128', quantity: 2 }),
						expect.objectContaining({ lineNumber: '2', ingramPartNumber: '4A0036', quantity: 1 }),
					],
				}),
			}),
		]);
	});

	it('tells later that a part is not sold; there is no quote then', async () => {
		const products = [...good.products, { ingramPartNumber: 'XXXXXX', quantity: '1' }];
		const { data } = await create({ ...good, products });
		simulator.advanceTime(60);
		expect(await namesOf({ quoteName: 'New' })).toEqual([]);
		expect(events).toEqual([
			expect.objectContaining({
				kind: 'quote_failed',
				quote: { quoteNumber: data.quoteNumber, quoteName: 'New' },
				failure: expect.objectContaining({ reason: 'SKU-NOTFOUND XXXXXX' }),
				rejectedSkus: ['XXXXXX'],
			}),
		]);
	});

	it('configures to order for deals of Cisco only', async () => {
		await create({ quoteName: 'CTO', dealId: '7499800', products: [] });
		await create({ quoteName: 'CTO', dealId: 'OTHER' });
		simulator.advanceTime(60);
		expect(events.map(({ kind }) => kind)).toEqual(['quote_created', 'quote_failed']);
		const { data } = await search({ quoteName: 'CTO' });
		expect(data.quotes).toEqual([
			expect.objectContaining({ specialBidNumber: '7499800', quoteType: 'CTO' }),
		]);
	});

	it.each<[string, object, string]>([
		['no name', { quoteName: '' }, 'quoteName'],
		['neither products nor a deal', { products: [] }, 'products'],
		[
			'a quantity that is a number',
			{ products: [{ ingramPartNumber: 'A', quantity: 1 }] },
			'products[0].quantity',
		],
		[
			'a quantity of none',
			{ products: [{ ingramPartNumber: 'A', quantity: '0' }] },
			'products[0].quantity',
		],
		[
			'a product without a number',
			{ products: [{ quantity: '1' }] },
			'products[0].ingramPartNumber',
		],
		['the samples’ spelling', { firstName: 'N' }, 'firstName'],
		['a long requester', { CustomerContact: `${'x'.repeat(60)}@x.com` }, 'CustomerContact'],
		['a day of another form', { quoteExpiryDate: '2099-12-31' }, 'quoteExpiryDate'],
		['a day that is none', { quoteExpiryDate: '02/30/2099' }, 'quoteExpiryDate'],
		[
			'eleven copies',
			{ sendQuoteCopy: Array(11).fill('a@example.com').join(',') },
			'sendQuoteCopy',
		],
		[
			'copies with another sign between',
			{ sendQuoteCopy: 'a@example.com;b@example.com' },
			'sendQuoteCopy',
		],
	])('refuses %s', async (_what, change, field) => {
		expect(complaints(await create({ ...good, ...change }))).toEqual([field]);
		simulator.advanceTime(60);
		expect(events).toEqual([]);
	});
});

it('makes an order of a quote, at its prices, once', async () => {
	const [number = ''] = simulator.addQuotes(1, {
		lines: [{ ingramPartNumber: '123512', quantity: 2, price: 1.5 }],
	});
	const order = async (customerOrderNumber: string) => {
		await client.post('/resellers/v7/orders', { quoteNumber: number, customerOrderNumber });
		simulator.advanceTime(60);
	};
	await order('PO-1');
	await order('PO-2');
	expect(simulator.orders.map(({ customerOrderNumber }) => customerOrderNumber)).toEqual(['PO-1']);
	expect(simulator.quotes.find(({ quoteNumber }) => quoteNumber === number)).toMatchObject({
		status: 'Ordered',
		ingramOrderNumbers: [simulator.orders[0]?.ingramOrderNumber],
	});
	const { data } = await client.get(
		`/resellers/v6.1/orders/${simulator.orders[0]?.ingramOrderNumber}`,
	);
	expect(data.lines[0].unitPrice).toBe(1.5);
	const { data: quote } = await client.get(`/resellers/v6/quotes/${number}`);
	expect(quote).toMatchObject({ status: 'Ordered', closingReason: 'Ordered' });
	expect(quote.products[0]).toMatchObject({ quantity: 2, remainingQuoteQty: 0 });
});

it('can be told by another process to add quotes, and to list them', async () => {
	const control = await connect(simulator);
	const { data } = await control.post('/_control/quotes', { count: 2 });
	expect(data.quoteNumbers).toHaveLength(2);
	const { data: all } = await control.get('/_control/quotes');
	expect(all.map(({ quoteNumber }: { quoteNumber: string }) => quoteNumber).slice(-2)).toEqual(
		data.quoteNumbers,
	);
	expect((await control.post('/_control/quotes', { count: 0 })).status).toBe(400);
});

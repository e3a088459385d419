import type { INodeParameters } from 'n8n-workflow';

import type { RecordedRequest } from '../../../simulator/index.mts';
import { asTool } from '../aiTools.mts';
import { byInvoiceNumber, invoiceNumbersIn, runInvoices } from '../invoices/support.mts';
import { GOES_ON } from '../orders/support.mts';
import { ACCOUNT, byIngramPartNumber, pairedWith, runnerOf, useBench } from '../support.mts';

const NODE = 'ingramMicroApiCall';
const ORDER = {
	customerOrderNumber: 'PO-API-1',
	lines: [{ customerLineNumber: '1', quantity: 1 }],
};

const bench = useBench({ products: 200 });
const run = runnerOf(bench, NODE);
const call = (path: string, more: INodeParameters = {}): INodeParameters => ({
	operation: 'call',
	path,
	...more,
});
const query = (values: Record<string, string>) => ({
	queryParameters: { parameter: Object.entries(values).map(([name, value]) => ({ name, value })) },
});

/** A request but for what is new in each. */
const shown = ({ method, path, query: sent, headers, rawBody }: RecordedRequest) => {
	const { 'im-correlationid': id, authorization: _, ...others } = headers;
	expect(id).toMatch(/^[0-9a-f]{32}$/);
	return { method, path, query: [...sent].sort(), headers: others, rawBody };
};
const requests = () => bench.xi.requests.filter(({ endpoint }) => endpoint.includes('/resellers/'));

describe('a call that an operation makes too is the same by this node', () => {
	const sku = () => bench.xi.products[0].ingramPartNumber;

	it('prices, by POST with a body', async () => {
		await bench.run(
			{ operation: 'getPriceAndAvailability', product: byIngramPartNumber('={{ $json.sku }}') },
			[{ sku: sku() }],
		);
		const [own] = requests().map(shown);
		bench.xi.clearRequests();
		const { error, items } = await run(
			call('/resellers/v6/catalog/priceandavailability', {
				method: 'POST',
				...query(Object.fromEntries(own.query)),
				body: own.rawBody,
			}),
		);
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ ingramPartNumber: sku() });
		expect(requests().map(shown)).toEqual([own]);
	});

	it('the details of an order, by its number in the path', async () => {
		const [order] = bench.xi.addOrders(1);
		const number = { __rl: true, mode: 'ingramOrderNumber', value: String(order) };
		await bench.runOrders({ operation: 'get', order: number });
		const [own] = requests().map(shown);
		bench.xi.clearRequests();
		const { items } = await run(call('=/resellers/v6.1/orders/{{ $json.number }}'), [
			{ number: String(order) },
		]);
		expect(items[0].json).toMatchObject({ ingramOrderNumber: String(order) });
		expect(requests().map(shown)).toEqual([own]);
	});

	it('the older details of an invoice, with the header that they want', async () => {
		bench.xi.addOrders(1);
		const [invoice] = invoiceNumbersIn(bench);
		await runInvoices(bench, {
			operation: 'get',
			invoice: byInvoiceNumber(invoice),
			options: { version: 'v6' },
		});
		const [own] = requests().map(shown);
		bench.xi.clearRequests();
		const path = `/resellers/v6/invoices/${invoice}`;
		const { items } = await run(
			call(path, { headers: { header: [{ name: 'Version', value: '6' }] } }),
		);
		expect(items[0].json).toHaveProperty('InvoiceNumber');
		expect(requests().map(shown)).toEqual([own]);
	});

	it('a search, page by page', async () => {
		await bench.run({ operation: 'getMany', returnAll: true });
		const own = requests().map(shown);
		bench.xi.clearRequests();
		const { items } = await run(
			call('/resellers/v6/catalog', { pages: 'pageNumber', returnAll: true }),
		);
		expect(items).toHaveLength(200);
		expect(own).toHaveLength(2);
		expect(requests().map(shown)).toEqual(own);
	});
});

describe('headers of the call', () => {
	const invoice = '/resellers/v6/invoices/20-RC1RD-11';
	const header = (name: string, value: string) => ({ headers: { header: [{ name, value }] } });

	it('go out beside those of the account, on each page', async () => {
		bench.xi.addOrders(130);
		const { error } = await run(
			call('/resellers/v6/orders/search', {
				pages: 'pageNumber',
				returnAll: true,
				...header('X-Trace', '={{ "t" + $itemIndex }}'),
			}),
		);
		expect(error).toBeUndefined();
		expect(requests()).toHaveLength(2);
		for (const { headers } of requests()) {
			expect(headers).toMatchObject({
				'x-trace': 't0',
				'im-customernumber': expect.any(String),
				'im-countrycode': 'US',
			});
		}
	});

	it('are refused before the wire where they are the account’s, by the item', async () => {
		const { items } = await run(
			call(invoice, header('={{ $json.name }}', 'other')),
			[{ name: 'IM-CustomerNumber' }, { name: 'authorization' }],
			GOES_ON,
		);
		expect(items.map(({ json }) => json.error)).toEqual([
			expect.stringContaining('it comes from Customer Number of the credential'),
			expect.stringContaining('the token comes from the credential'),
		]);
		expect(requests()).toEqual([]);
	});
});

describe('paging', () => {
	it.each([
		['/resellers/v6/deals/search', 'capitalPage', 'GET', 'Page', 'Size'],
		['/resellers/v6/returns/search', 'page', 'GET', 'page', 'size'],
		['/resellers/v6/orders/search', 'pageNumber', 'GET', 'pageNumber', 'pageSize'],
	])('of %s asks as %s', async (path, pages, method, number, size) => {
		bench.xi.addDeals(130);
		bench.xi.addReturns(130);
		bench.xi.addOrders(130);
		const { items, error } = await run(call(path, { method, pages, limit: 120 }));
		expect(error).toBeUndefined();
		expect(items).toHaveLength(120);
		expect(requests().map(({ query: sent }) => Object.fromEntries(sent))).toEqual([
			{ [number]: '1', [size]: '100' },
			{ [number]: '2', [size]: '100' },
		]);
	});

	it.each([
		['GET', '/resellers/v6/orders/search', {}],
		['GET', '/resellers/v6/orders/search', { recordsFound: 250 }],
		['POST', '/resellers/v6/renewals/search', { recordsFound: '60' }],
	])('fails where %s %s gives one page again and again: %j', async (method, endpoint, counted) => {
		const records = Array.from({ length: 25 }, (_, number) => ({ number }));
		bench.xi.faults.add({
			match: { endpoint },
			kind: 'status',
			status: 200,
			times: 9,
			body: { ...counted, records },
		});
		const { error } = await run(call(endpoint, { method, pages: 'page', returnAll: true }));
		expect(error?.message).toContain('holds no other records than the page before');
		expect(error).toMatchObject({ description: expect.stringContaining('under Pages') });
		bench.xi.clearRequests();
	});

	it('reads a list to its end whose pages are smaller than they were asked for', async () => {
		const endpoint = '/resellers/v6/orders/search';
		const records = Array.from({ length: 60 }, (_, number) => ({ number }));
		for (const after of [0, 25, 50]) {
			bench.xi.faults.add({
				match: { endpoint },
				kind: 'status',
				status: 200,
				body: { recordsFound: 60, records: records.slice(after, after + 25) },
			});
		}
		const { items, error } = await run(call(endpoint, { pages: 'pageNumber', returnAll: true }));
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json)).toEqual(records);
		expect(requests()).toHaveLength(3);
	});

	it.each([
		['POST', '/resellers/v6/orders'],
		['PUT', '/resellers/v6/orders/search'],
		['POST', '/resellers/v1/something'],
		['DELETE', '/resellers/v6/returns/1'],
	])('never sends %s %s once a page, whatever is switched on', async (method, path) => {
		const { error } = await run(
			call(path, { method, pages: 'page', returnAll: true, sendUnchecked: true, body: '{}' }),
		);
		expect(error?.message).toContain(`'Pages' makes a call for each page, and ${method} ${path}`);
		expect(requests()).toEqual([]);
	});

	it('fails where the path is wrong, in place of an empty list', async () => {
		const { items } = await run(
			call('/resellers/v6/orderz', { pages: 'pageNumber' }),
			[{}],
			GOES_ON,
		);
		expect(items[0].json).toMatchObject({ details: { endpoint: 'GET /resellers/v6/orderz' } });
		// It is no call of XI's, and not to be held against its document.
		bench.xi.clearRequests();
	});
});

describe('an order by this node', () => {
	const order = (more: INodeParameters = {}) =>
		call('/resellers/v6/orders', { method: 'POST', body: JSON.stringify(ORDER), ...more });

	it('is refused without the switch, before the wire, with the operation to use', async () => {
		const { error } = await run(order());
		expect(error?.message).toMatch(/POST \/resellers\/v6\/orders may buy/);
		expect(error).toMatchObject({ description: expect.stringContaining('Create Order') });
		expect(requests()).toEqual([]);
	});

	it('is sent once with it', async () => {
		const ingramPartNumber = bench.xi.products[0].ingramPartNumber;
		const body = { ...ORDER, lines: [{ ...ORDER.lines[0], ingramPartNumber }] };
		const { error, items } = await run(order({ body: JSON.stringify(body), sendUnchecked: true }));
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ customerOrderNumber: 'PO-API-1' });
		expect(bench.xi.orders).toHaveLength(1);
	});

	it('is sent once, whatever comes of it', async () => {
		bench.xi.faults.add({ match: { endpoint: '/resellers/v6/orders' }, kind: 'reset' });
		const { items } = await run(order({ sendUnchecked: true }), [{}], GOES_ON);
		expect(items[0].json).toMatchObject({
			error: expect.stringContaining('It is not known what became of POST /resellers/v6/orders'),
			details: { reason: 'unknown' },
		});
		expect(bench.xi.requestsTo('/resellers/v6/orders')).toHaveLength(1);
	});

	it.each([
		['with the switch', { sendUnchecked: true }, '/resellers/v6/orders'],
		['whatever it is', {}, '/resellers/v6/catalog/priceandavailability'],
	])('is refused for an agent always: %s', async (_, more, path) => {
		const told = await asTool(
			bench.engine,
			NODE,
			{ ...order(more), path },
			bench.credential,
			async (tool) => await tool.invoke({ input: 'order' }),
		);
		expect(told).toContain('as the tool of an AI agent this node makes GET calls only');
		expect(requests()).toEqual([]);
	});
});

describe('every item has an end of its own', () => {
	it('GETs are repeated, and one that fails is one item', async () => {
		const [one, two] = bench.xi.addOrders(2).map(String);
		bench.xi.faults.add({
			match: { endpoint: '/resellers/v6.1/orders/{ordernumber}' },
			kind: 'status',
			status: 503,
			times: 1,
		});
		const { items } = await run(
			call('=/resellers/v6.1/orders/{{ $json.number }}'),
			[{ number: one }, { number: '../x' }, { number: two }],
			GOES_ON,
		);
		expect(items.map(pairedWith)).toEqual([0, 1, 2]);
		expect(items.map(({ json }) => json.ingramOrderNumber ?? json.error)).toEqual([
			one,
			expect.stringContaining('leads to another path'),
			two,
		]);
	});

	it('other calls go in order, and an error names what was done before', async () => {
		bench.xi.faults.add({
			match: { endpoint: '/resellers/v6/renewals/search', after: 1 },
			kind: 'status',
			status: 400,
		});
		const { error } = await run(
			call('/resellers/v6/renewals/search', { method: 'POST', body: '={{ $json }}' }),
			[{}, {}, {}],
		);
		expect(error).toMatchObject({
			description: expect.stringContaining(
				'Done before that: POST /resellers/v6/renewals/search of item 0',
			),
		});
		expect(requests()).toHaveLength(2);
	});
});

it("an account in the answer does not pass for the one of the call, and isn't lost", async () => {
	const path = '/resellers/v6/renewals/search';
	bench.xi.faults.add({
		kind: 'commitThenAdd',
		body: { account: { customerNumber: '99-999999' } },
		match: { endpoint: path },
	});
	const { items } = await run(call(path, { method: 'POST', body: '{}' }));
	expect(items[0].json).toMatchObject({
		account: ACCOUNT,
		answerAccount: { customerNumber: '99-999999' },
	});
});

describe("n8n's Retry On Fail sends no call again that may have done something", () => {
	const RETRY = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } as const;
	const PATH = '/resellers/v6/orders';
	const STOCKED = '123512';
	const order = call(PATH, {
		method: 'POST',
		// Another one in each try.
		body: `={{ JSON.stringify({ customerOrderNumber: $json.po, notes: String(Math.random()), additionalAttributes: [{ attributeName: 'allowDuplicateCustomerOrderNumber', attributeValue: 'true' }], lines: [{ customerLineNumber: '1', ingramPartNumber: '${STOCKED}', quantity: 1 }] }) }}`,
		sendUnchecked: true,
	});
	const strike = (
		fault: { kind: 'commitThenReset' } | { kind: 'status'; status: number },
		after = 0,
	) => bench.xi.faults.add({ ...fault, times: 1, match: { endpoint: PATH, after } });
	const pos = () => bench.xi.orders.map(({ customerOrderNumber }) => customerOrderNumber);

	it('one that is unclear stays unknown', async () => {
		strike({ kind: 'commitThenReset' });
		const { error } = await run(order, [{ po: 'PO-1' }], RETRY);
		expect(error?.message).toContain(
			`It is not known what became of POST ${PATH}: an earlier try of this execution may have been taken`,
		);
		const [{ headers }] = bench.xi.requestsTo(PATH);
		expect(error?.description).toContain(`correlation ID ${headers['im-correlationid']}`);
		expect(bench.xi.requestsTo(PATH)).toHaveLength(1);
		expect(pos()).toEqual(['PO-1']);
	});

	it('one that was answered gives its rows, and one that was refused is sent again', async () => {
		strike({ kind: 'status', status: 400 }, 1);
		const { items, error } = await run(order, [{ po: 'PO-1' }, { po: 'PO-1' }], RETRY);
		expect(error).toBeUndefined();
		expect(items.map(pairedWith)).toEqual([0, 1]);
		expect(items.map(({ json }) => json)).toEqual([
			expect.objectContaining({ customerOrderNumber: 'PO-1', account: expect.anything() }),
			expect.objectContaining({ customerOrderNumber: 'PO-1', account: expect.anything() }),
		]);
		expect(bench.xi.requestsTo(PATH)).toHaveLength(3);
	});

	it('one that was answered is named before one that fails in every try', async () => {
		bench.xi.faults.add({
			kind: 'status',
			status: 400,
			times: 2,
			match: { endpoint: PATH, after: 1 },
		});
		const { error } = await run(order, [{ po: 'PO-1' }, { po: 'PO-2' }], RETRY);
		expect(error?.description).toContain(`Done before that: POST ${PATH} of item 0`);
		expect(pos()).toEqual(['PO-1']);
	});
});

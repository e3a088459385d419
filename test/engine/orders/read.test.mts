import { Socket } from 'node:net';

import { BAD_FILTERS } from '../../nodes/IngramMicroOrders/badOrders.mts';
import { range } from '../../nodes/support.mts';
import {
	byNumber,
	CREATE_PO,
	GOES_ON,
	held,
	jsonOf,
	linesOf,
	MISSING,
	ORDER_DETAILS,
	ORDER_DETAILS_V6,
	ORDER_SEARCH,
	STOCKED,
	WHOLE_ORDER_FILTERS,
} from './support.mts';
import { ACCOUNT, pairedWith, useBench } from '../support.mts';

const bench = useBench({ products: 0 });
const numbersIn = (items: Array<{ json: { ingramOrderNumber?: unknown } }>) =>
	items.map(({ json }) => json.ingramOrderNumber);

describe('Get Many Orders', () => {
	const search = { operation: 'getMany', returnAll: false, limit: 50, filters: {} };

	it('sends every filter under its name on the wire, both days of a range as repeated keys', async () => {
		const { error } = await bench.runOrders(
			{
				...search,
				limit: 7,
				filters: WHOLE_ORDER_FILTERS,
			},
			[{}],
		);
		expect(error).toBeUndefined();
		const [{ query, rawBody, status }] = bench.xi.requestsTo(ORDER_SEARCH);
		expect([status, rawBody]).toEqual([204, '']);
		expect([...query].sort()).toEqual(
			[
				['customerOrderNumber', 'PO-1'],
				['deliveryDate_bt', '2026-11-07'],
				['deliveryDate_bt', '2026-11-08'],
				['endCustomerOrderNumber', 'EU-1'],
				['ingramOrderDate', '2026-11-21'],
				['ingramOrderDate-bt', '2026-11-01'],
				['ingramOrderDate-bt', '2026-11-21'],
				['ingramOrderNumber', '20-RD128'],
				['ingramPartNumber', '4A0036'],
				['invoiceDate_bt', '2026-11-03'],
				['invoiceDate_bt', '2026-11-04'],
				['orderStatus-in', 'SHIPPED'],
				['orderStatus-in', 'ON HOLD'],
				['pageNumber', '1'],
				['pageSize', '7'],
				['serialNumber', 'Q2EV-5SJ3-E6LN'],
				['shipDate_bt', '2026-11-05'],
				['shipDate_bt', '2026-11-06'],
				['specialBidNumber', '3223A'],
				['trackingNumber', '390064340282'],
				['vendorName', 'Cisco & Co'],
				['vendorPartNumber', 'E2016HV'],
			].sort(),
		);
	});

	it('finds orders by one status and by several', async () => {
		const [shipped] = bench.xi.addOrders(1);
		const onHold = await held(bench, 'PO-HOLD');
		const late = await bench.runOrders({ ...CREATE_PO, lines: linesOf(MISSING) }, [
			{ po: 'PO-LATE' },
		]);
		const found = async (...orderStatus: string[]) =>
			numbersIn((await bench.runOrders({ ...search, filters: { orderStatus } }, [{}])).items);
		expect(await found('ON HOLD')).toEqual([onHold]);
		expect(await found('ON HOLD', 'SHIPPED')).toEqual([onHold, shipped]);
		expect(await found('ON HOLD', 'SHIPPED', 'BACKORDERED')).toEqual([
			...numbersIn(late.items),
			onHold,
			shipped,
		]);
		expect(await found('CANCELLED')).toEqual([]);
		const [first] = bench.xi.requestsTo(ORDER_SEARCH);
		expect(first.query.filter(([name]) => name.startsWith('orderStatus'))).toEqual([
			['orderStatus', 'ON HOLD'],
		]);
	});

	it.each(['number', 'missing', 'varying'] as const)(
		'returns all of 2,350 orders, each once, with a count that is: %s',
		async (recordsFound) => {
			bench.xi.quirks.recordsFound = recordsFound;
			const numbers = bench.xi.addOrders(2_350);
			const { items, error } = await bench.runOrders({ ...search, returnAll: true }, [{}]);
			expect(error).toBeUndefined();
			expect(numbersIn(items)).toEqual(numbers.toReversed());
			expect(items.every((item) => pairedWith(item) === 0)).toBe(true);
			const pages = bench.xi.requestsTo(ORDER_SEARCH).map(({ query }) => Object.fromEntries(query));
			expect(pages.slice(0, 24)).toEqual(
				Array.from({ length: 24 }, (_, page) => ({
					pageNumber: String(page + 1),
					pageSize: '100',
				})),
			);
		},
	);

	it('returns as many as Limit says, and one item a sub-order', async () => {
		bench.xi.addOrders(230);
		const { items } = await bench.runOrders({ ...search, limit: 130 }, [{}]);
		expect(items).toHaveLength(130);
		expect(bench.xi.requestsTo(ORDER_SEARCH)).toHaveLength(2);
		await bench.runOrders({ ...CREATE_PO, lines: linesOf(STOCKED, 'RQ6000') }, [{ po: 'PO-1' }]);
		const parts = await bench.runOrders(
			{ ...search, filters: { customerOrderNumber: 'PO-1' }, return: 'subOrders' },
			[{}],
		);
		expect(parts.items).toHaveLength(2);
		expect(parts.items[0].json).toMatchObject({
			customerOrderNumber: 'PO-1',
			subOrderNumber: expect.stringMatching(/^20-\w{5}-11$/),
			subOrderStatus: 'processing',
			subOrderTotal: expect.any(Number),
		});
	});

	it('gives nothing for nothing found, and goes on with the next item', async () => {
		bench.xi.addOrders(2);
		const { items } = await bench.runOrders(
			{ ...search, filters: { customerOrderNumber: '={{ $json.po }}' } },
			[{ po: 'NONE' }, { po: 'SEED-2' }],
		);
		expect(items.map((item) => [item.json.customerOrderNumber, pairedWith(item)])).toEqual([
			['SEED-2', 1],
		]);
	});

	it.each(BAD_FILTERS)('refuses %j, and sends nothing', async (filters, message) => {
		const { error } = await bench.runOrders({ ...search, filters } as never, [{}]);
		expect(error?.message).toContain(message);
		expect(bench.xi.requests).toEqual([]);
	});

	it('takes both days of a range from one list, and refuses a list of three', async () => {
		const filters = { shipDate: range('={{ $json.days }}', '') };
		const days = ['2026-11-01', '2026-11-02', '2026-11-03'];
		const { error } = await bench.runOrders({ ...search, filters }, [{ days }]);
		expect(error?.message).toContain("'Ship Date Range' in 'Filters' has 3 dates; a range has two");
		expect(bench.xi.requests).toEqual([]);
		await bench.runOrders({ ...search, filters }, [{ days: days.slice(1) }]);
		const [{ query }] = bench.xi.requestsTo(ORDER_SEARCH);
		expect(query.filter(([name]) => name === 'shipDate_bt')).toEqual([
			['shipDate_bt', '2026-11-02'],
			['shipDate_bt', '2026-11-03'],
		]);
	});
});

describe('Get Order', () => {
	const get = { operation: 'get', order: byNumber('={{ $json.number }}') };

	it('reads an order by version 6.1, with every parameter', async () => {
		const number = await held(bench, 'PO-1');
		const [{ createdAt }] = bench.xi.orders;
		const today = createdAt.toISOString().slice(0, 10);
		const { items } = await bench.runOrders(
			{
				...get,
				additionalFields: { ingramOrderDate: `${today}T00:00:00`, vendorNumber: '802U' },
			},
			[{ number }],
		);
		const [{ path, query }] = bench.xi.requestsTo(ORDER_DETAILS);
		expect(path).toBe(`/resellers/v6.1/orders/${number}`);
		expect(query).toEqual([
			['ingramOrderDate', today],
			['vendorNumber', '802U'],
		]);
		expect(items[0].json).toMatchObject({
			ingramOrderNumber: number,
			customerOrderNumber: 'PO-1',
			orderStatus: 'on hold',
			orderTotal: expect.any(Number),
			lines: [expect.objectContaining({ ingramPartNumber: STOCKED })],
		});
		expect(Object.keys(items[0].json).length).toBeLessThanOrEqual(10);
	});

	it('reads it by the older version, where one that does not exist is a clear failure', async () => {
		const number = await held(bench, 'PO-1');
		const old = { ...get, options: { version: 'v6' } };
		const { items } = await bench.runOrders(old, [{ number }, { number: '20-00000' }], GOES_ON);
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({ ingramOrderNumber: number, orderStatus: 'on hold' }),
			{
				error: 'Ingram Micro has no order 20-00000 [item 1]',
				details: expect.objectContaining({
					item: 1,
					endpoint: `GET ${ORDER_DETAILS_V6}`,
					correlationId: bench.xi.requests.at(-1)!.headers['im-correlationid'],
				}),
			},
		]);
		expect(bench.xi.requestsTo(ORDER_DETAILS_V6)).toHaveLength(2);
	});

	it('has an item a line, and an item a parcel', async () => {
		const [number] = bench.xi.addOrders(1);
		const lines = await bench.runOrders({ ...get, return: 'lines' }, [{ number }]);
		expect(jsonOf(lines.items)).toEqual([
			expect.objectContaining({ ingramOrderNumber: number, quantityOrdered: 1 }),
		]);
		const parcels = await bench.runOrders({ ...get, return: 'parcels' }, [{ number }]);
		expect(jsonOf(parcels.items)).toEqual([
			expect.objectContaining({ trackingNumber: expect.stringMatching(/./) }),
		]);
	});

	it('tells orders with a number that was used again apart by their day', async () => {
		const number = await held(bench, 'PO-1');
		const { items } = await bench.runOrders(
			{
				...get,
				options: { version: 'v6' },
				additionalFields: { ingramOrderDate: '2020-05-13T00:00:00' },
			},
			[{ number }],
			GOES_ON,
		);
		expect(items[0].json.error).toContain('has no order');
	});

	it('sends the options of the sandbox to what is not production', async () => {
		const options = { simulateStatus: 'IM::SHIPPED', regionCode: 'CS' };
		const { error } = await bench.runOrders({ ...get, options }, [{ number: '20-RD128' }]);
		expect(bench.xi.requestsTo(ORDER_DETAILS)[0].query).toEqual([
			['simulateStatus', 'IM::SHIPPED'],
			['regionCode', 'CS'],
		]);
		// The simulator at this address plays production, and says so.
		expect(error?.message).toContain('This parameter is for the sandbox only');
	});
});

describe('what XI takes in its sandbox only', () => {
	const region = { options: { regionCode: 'CS' } };
	const order = byNumber('20-RD128');

	it.each([
		['get', { options: { simulateStatus: 'IM::HOLD' } }, 'Simulate Status (Sandbox)'],
		['get', region, 'Region Code (Sandbox)'],
		['modify', { ...region, notes: 'N' }, 'Region Code (Sandbox)'],
		['release', region, 'Region Code (Sandbox)'],
		['cancel', region, 'Region Code (Sandbox)'],
	])('is refused in production before any call: %s with %j', async (operation, given, name) => {
		const credential = await bench.engine.addCredential(bench.xi.url, {
			environment: 'production',
		});
		const connect = jest.spyOn(Socket.prototype, 'connect');
		const { items } = await bench.runOrders({ operation, order, ...given }, [{}], {
			credential,
			...GOES_ON,
		});
		const connections = connect.mock.calls.length;
		connect.mockRestore();
		expect(connections).toBe(0);
		const account = { ...ACCOUNT, environment: 'production' };
		expect(jsonOf(items)).toEqual([
			{
				error: `'${name}' in 'Options' works in Ingram Micro’s sandbox only, and the environment of the credential is Production [item 0]`,
				details: {
					item: 0,
					// Of a write; a read has none.
					...(operation !== 'get' && { account }),
					reason: 'badInput',
					remedy: 'Remove it, or use a credential for the sandbox',
				},
			},
		]);
	});

	it('is a connection otherwise, so that the test above can see one', async () => {
		const number = await held(bench, 'PO-1');
		const connect = jest.spyOn(Socket.prototype, 'connect');
		await bench.runOrders({ operation: 'get', order: byNumber(number) }, [{}]);
		expect(connect.mock.calls.length).toBeGreaterThan(0);
		connect.mockRestore();
	});
});

import { cancel } from '../../../nodes/IngramMicroOrders/cancel.operation.ts';
import { get, parcelsOf } from '../../../nodes/IngramMicroOrders/get.operation.ts';
import { getMany } from '../../../nodes/IngramMicroOrders/getMany.operation.ts';
import { release } from '../../../nodes/IngramMicroOrders/release.operation.ts';
import { project } from '../../../nodes/shared/output.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import type { Fields } from '../../../nodes/shared/fields/field.ts';
import { badInputOf, paramsOf, range, requestFor, planFor, seenBy } from '../support.mts';
import { BAD_FILTERS } from './badOrders.mts';

const locator = (value: string) => ({ __rl: true, mode: 'ingramOrderNumber', value });

describe('these operations', () => {
	it('keep the names that are stored in workflows', () => {
		const names = [getMany, get, cancel, release].map(({ option, kind, parameters }) => [
			option.value,
			option.name,
			kind,
			Object.keys(parameters).sort(),
		]);
		expect(names).toEqual([
			['getMany', 'Get Many Orders', 'pagedRead', ['filters', 'return']],
			['get', 'Get Order', 'read', ['additionalFields', 'order', 'return', 'sandboxOptions']],
			['cancel', 'Cancel Order', 'write', ['order', 'sandboxOptions']],
			['release', 'Release Order', 'write', ['order', 'sandboxOptions']],
		]);
	});
});

describe('Get Many Orders', () => {
	const searchFor = (filters: unknown) => requestFor(getMany, { filters });

	it('is a search without filters by default, and takes a 204 for an empty list', () => {
		expect(searchFor({})).toEqual({
			method: 'GET',
			path: '/resellers/v6/orders/search',
			query: {},
			nothingFound: [204],
		});
	});

	it.each<[object, object]>([
		[{ ingramOrderNumber: '20-RD128' }, { ingramOrderNumber: '20-RD128' }],
		[{ ingramOrderNumber: '20-RD128-11' }, { ingramOrderNumber: '20-RD128-11' }],
		[{ customerOrderNumber: 4711 }, { customerOrderNumber: '4711' }],
		[{ endCustomerOrderNumber: 'EU-1' }, { endCustomerOrderNumber: 'EU-1' }],
		[{ ingramPartNumber: '4A0036' }, { ingramPartNumber: '4A0036' }],
		[{ vendorPartNumber: 'E2016HV' }, { vendorPartNumber: 'E2016HV' }],
		[{ serialNumber: 'Q2EV' }, { serialNumber: 'Q2EV' }],
		[{ trackingNumber: 390064340282 }, { trackingNumber: '390064340282' }],
		[{ vendorName: 'Cisco' }, { vendorName: 'Cisco' }],
		[{ specialBidNumber: '3223A' }, { specialBidNumber: '3223A' }],
		[{ orderStatus: [] }, {}],
		[{ orderStatus: ['ON HOLD'] }, { orderStatus: 'ON HOLD' }],
		[{ orderStatus: 'on hold' }, { orderStatus: 'ON HOLD' }],
		[{ orderStatus: 'Shipped, On Hold' }, { 'orderStatus-in': ['SHIPPED', 'ON HOLD'] }],
		[{ orderStatus: ['SHIPPED', 'BACKORDERED'] }, { 'orderStatus-in': ['SHIPPED', 'BACKORDERED'] }],
		[{ ingramOrderDate: '2026-11-21T00:00:00' }, { ingramOrderDate: '2026-11-21' }],
		[
			{ ingramOrderDateRange: range('2026-11-01T00:00:00', '2026-11-21') },
			{ 'ingramOrderDate-bt': ['2026-11-01', '2026-11-21'] },
		],
		[
			{ invoiceDate: range('2026-11-01', '2026-11-02') },
			{ invoiceDate_bt: ['2026-11-01', '2026-11-02'] },
		],
		[
			{ shipDate: range('2026-11-01', '2026-11-01') },
			{ shipDate_bt: ['2026-11-01', '2026-11-01'] },
		],
		[
			{ deliveryDate: ['2026-11-01', '2026-11-02'] },
			{ deliveryDate_bt: ['2026-11-01', '2026-11-02'] },
		],
	])('for %j asks for %j', (filters, query) => {
		expect(searchFor(filters).query).toEqual(query);
	});

	it.each(BAD_FILTERS)('refuses %j', (filters, message) => {
		expect(badInputOf(() => searchFor(filters)).message).toContain(message);
	});

	const order = {
		ingramOrderNumber: '20-RD128',
		orderTotal: '120.00',
		orderStatus: 'OPEN',
		subOrders: [
			{ subOrderNumber: '20-RD128-11', subOrderTotal: '100.00', subOrderStatus: 'SHIPPED' },
			{ subOrderNumber: '20-RD128-21', subOrderTotal: '20.00', subOrderStatus: 'ON HOLD' },
			{ links: { topic: 'orders' } },
		],
	};
	const pageOf = (answer: object, choice?: string) =>
		getMany.page(answer, paramsOf(getMany, { return: choice }) as never);
	const simplified = (record: object) =>
		project(getMany.output, record as never, { output: 'simplified' });

	it('gives XI’s records, with numbers as numbers when simplified', () => {
		const page = pageOf({ recordsFound: '1', orders: [order] });
		expect(page).toEqual({ rows: [order], recordsFound: '1' });
		expect(simplified(order)).toStrictEqual({
			ingramOrderNumber: '20-RD128',
			customerOrderNumber: null,
			ingramOrderDate: null,
			orderStatus: 'open',
			orderTotal: 120,
			vendorName: null,
			endUserName: null,
			vendorSalesOrderNumber: null,
			subOrders: [
				{ subOrderNumber: '20-RD128-11', subOrderStatus: 'SHIPPED', subOrderTotal: 100 },
				{ subOrderNumber: '20-RD128-21', subOrderStatus: 'ON HOLD', subOrderTotal: 20 },
			],
		});
	});

	it('gives an item a sub-order on demand, and loses no order that has none', () => {
		const bare = { ingramOrderNumber: '20-AAAAA' };
		const { rows } = pageOf({ orders: [order, bare] }, 'subOrders');
		expect(rows.map((row) => row.subOrder)).toEqual([...order.subOrders.slice(0, 2), undefined]);
		expect(rows[2]).toEqual({ ingramOrderNumber: '20-AAAAA', subOrderCount: 0 });
		expect(rows.every((row) => !('subOrders' in row))).toBe(true);
		expect(simplified(rows[1])).toStrictEqual({
			ingramOrderNumber: '20-RD128',
			customerOrderNumber: null,
			ingramOrderDate: null,
			orderStatus: 'open',
			vendorName: null,
			endUserName: null,
			subOrderNumber: '20-RD128-21',
			subOrderStatus: 'on hold',
			subOrderTotal: 20,
		});
	});

	it.each([[{ recordsFound: '0' }], [{ orders: null }], [{ orders: [] }]])(
		'takes %j for nothing',
		(answer) => {
			expect(pageOf(answer).rows).toEqual([]);
		},
	);

	it.each([[{}], [{ orders: 'none' }]])('does not take %j for an answer', (answer) => {
		expect(() => pageOf(answer)).toThrow(UnexpectedAnswer);
	});
});

describe('Get Order', () => {
	const ask = (given: object) => requestFor(get, { order: locator('20-RD3QV'), ...given });

	it('asks version 6.1 by the number in the path', () => {
		expect(ask({})).toEqual({
			method: 'GET',
			path: '/resellers/v6.1/orders/{ordernumber}',
			pathValues: { ordernumber: '20-RD3QV' },
			query: {},
			nothingFound: [204],
			remedies: { 500: expect.stringMatching(/^Check the order number/) as unknown },
		});
	});

	it('asks the older version on demand', () => {
		expect(ask({ additionalFields: { version: 'v6' } })).toMatchObject({
			path: '/resellers/v6/orders/{ordernumber}',
			query: {},
		});
	});

	it('sends all its parameters', () => {
		const { query } = ask({
			additionalFields: {
				ingramOrderDate: '2020-05-13T00:00:00',
				vendorNumber: '802U',
				isIml: false,
			},
			sandboxOptions: { simulateStatus: 'IM::HOLD', regionCode: 'CS' },
		});
		expect(query).toEqual({
			ingramOrderDate: '2020-05-13',
			vendorNumber: '802U',
			isIml: false,
			simulateStatus: 'IM::HOLD',
			regionCode: 'CS',
		});
	});

	it('needs an order number', () => {
		expect(badInputOf(() => ask({ order: locator('') })).message).toBe("'Order' is empty");
	});

	const detailed = {
		ingramOrderNumber: '20-RD3QV',
		orderTotal: 10,
		currencyCode: '20-RD3QV : USD',
		lines: [
			{
				customerLineNumber: '1',
				ingramPartNumber: '4AW708',
				lineStatus: 'Shipped',
				quantityOrdered: 2,
				shipmentDetails: [
					{
						invoiceNumber: '20RD3QV11',
						carrierDetails: [
							{
								carrierName: 'VIRTUAL',
								shippedDate: '2022-10-07',
								trackingDetails: [
									{
										trackingNumber: 'T1',
										quantityInBox: '1',
										serialNumbers: [{ serialNumber: 'S1' }],
									},
									{ trackingNumber: 'T2', quantityInBox: '1' },
								],
							},
						],
					},
				],
			},
			{ customerLineNumber: '2', lineStatus: 'Backordered', shipmentDetails: [] },
		],
	};
	const rowsFor = (choice?: string, answer: object = detailed) =>
		get.rows(answer as never, paramsOf(get, { order: '20-RD3QV', return: choice }) as never);
	const simplified = (record: object) =>
		project(get.output, record as never, { output: 'simplified' });

	it('gives the whole order by default', () => {
		expect(rowsFor()).toEqual([detailed]);
		expect(Object.keys(simplified(detailed))).toHaveLength(10);
		expect(simplified(detailed)).toMatchObject({ orderTotal: 10, currencyCode: 'USD' });
	});

	it('gives an item a line on demand', () => {
		const rows = rowsFor('lines');
		expect(rows).toEqual(
			detailed.lines.map((line) => ({
				ingramOrderNumber: '20-RD3QV',
				orderTotal: 10,
				currencyCode: '20-RD3QV : USD',
				line,
			})),
		);
		expect(simplified(rows[0])).toStrictEqual({
			ingramOrderNumber: '20-RD3QV',
			customerOrderNumber: null,
			ingramLineNumber: null,
			customerLineNumber: '1',
			ingramPartNumber: '4AW708',
			lineStatus: 'shipped',
			quantityOrdered: 2,
			quantityConfirmed: null,
			quantityBackOrdered: null,
			unitPrice: null,
		});
	});

	it('gives an item a parcel on demand', () => {
		const rows = rowsFor('parcels').map(simplified);
		expect(rows).toHaveLength(2);
		expect(rows[0]).toStrictEqual({
			ingramOrderNumber: '20-RD3QV',
			customerOrderNumber: null,
			ingramPartNumber: '4AW708',
			trackingUrl: null,
			carrierName: 'VIRTUAL',
			shippedDate: '2022-10-07',
			trackingNumber: 'T1',
			quantityInBox: 1,
			serialNumbers: ['S1'],
			invoiceNumber: '20-RD3QV-11',
		});
		expect(rows[1]).toMatchObject({ trackingNumber: 'T2', serialNumbers: [] });
	});

	it('reads the older version’s objects for lists, and its capitals', () => {
		const parcel = { trackingNumber: 'T1', SerialNumbers: [{ serialNumber: 'S1' }] };
		const shipmentDetails = { carrierDetails: { trackingDetails: [parcel] } };
		const order = { lines: [{ customerLinenumber: '5', shipmentDetails }] };
		expect(simplified(rowsFor('parcels', order)[0])).toMatchObject({
			trackingNumber: 'T1',
			serialNumbers: ['S1'],
		});
		expect(simplified(rowsFor('lines', order)[0])).toMatchObject({ customerLineNumber: '5' });
	});

	it('keeps a shipment without parcels, and has none for what is not shipped', () => {
		const lines = [{ shipmentDetails: [{ quantity: 1 }] }, { shipmentDetails: null }];
		expect(parcelsOf({ lines })).toEqual([
			{ line: {}, shipment: { quantity: 1 }, carrier: {}, parcel: {} },
		]);
	});

	it('keeps an order of which nothing is shipped', () => {
		const lines = [{ shipmentDetails: null }];
		expect(parcelsOf({ ingramOrderNumber: 'A', lines })).toEqual([
			{ ingramOrderNumber: 'A', line: {}, shipment: {}, carrier: {}, parcel: {} },
		]);
	});

	it.each([[[]], [null], [undefined], [[null]]])(
		'keeps an order with the lines %j as itself, without a line beside it',
		(lines) => {
			const order = {
				ingramOrderNumber: 'A ',
				ingramOrderDate: '0001-01-01T00:00:00',
				orderTotal: '1,234.50',
				lines: lines as never,
			};
			for (const choice of ['lines', 'parcels']) {
				const rows = rowsFor(choice, order);
				expect(rows).toEqual([
					{
						ingramOrderNumber: 'A ',
						ingramOrderDate: '0001-01-01T00:00:00',
						orderTotal: '1,234.50',
						lineCount: 0,
					},
				]);
				expect(simplified(rows[0])).toStrictEqual({
					ingramOrderNumber: 'A',
					customerOrderNumber: null,
					endCustomerOrderNumber: null,
					ingramOrderDate: null,
					orderStatus: null,
					orderTotal: 1234.5,
					currencyCode: null,
					notes: null,
					lineCount: 0,
				});
			}
			expect(rowsFor('order', order)).toEqual([order]);
			expect(simplified(order)).toMatchObject({ lineCount: 0 });
		},
	);

	it('tells each parcel of several tracking numbers, and serial numbers in any shape', () => {
		const [ONE, TWO] = ['1Z0000000000000001', '1Z0000000000000002'];
		const orderOf = (parcel: object) => ({
			lines: [{ shipmentDetails: [{ carrierDetails: [{ trackingDetails: [parcel] }] }] }],
		});
		const box = { trackingNumber: `${ONE} ${TWO}`, quantityInBox: '2', serialnumbers: 'SN1,SN2' };
		expect(rowsFor('parcels', orderOf(box)).map(simplified)).toMatchObject([
			{ trackingNumber: ONE, quantityInBox: 2, serialNumbers: ['SN1', 'SN2'] },
			{ trackingNumber: TWO, quantityInBox: null, serialNumbers: [] },
		]);
		const [whole] = rowsFor('order', orderOf(box)).map(simplified);
		expect(whole.lines).toMatchObject([{ trackingNumbers: [ONE, TWO] }]);
		for (const serialNumbers of [
			['SN1'],
			'SN1',
			{ serialNumber: 'SN1' },
			[{ serialnumber: 'SN1' }],
		]) {
			const parcel = { trackingNumber: ONE, serialNumbers };
			expect(rowsFor('parcels', orderOf(parcel)).map(simplified)).toMatchObject([
				{ trackingNumber: ONE, serialNumbers: ['SN1'] },
			]);
		}
	});

	it.each([
		['UPS Ground', null, 'https://www.ups.com/track?tracknum=1Z0000000000000001'],
		['FEDEX 2DAY', '', 'https://www.fedex.com/fedextrack/?trknbr=1Z0000000000000001'],
		['Fed Ex', 'see below', 'https://www.fedex.com/fedextrack/?trknbr=1Z0000000000000001'],
		['UPS', 'https://example.com/1', 'https://example.com/1'],
		// By a number alone nobody can tell.
		[null, null, null],
		['LTL', null, null],
		['CUPSA', null, null],
		['UPS FREIGHT', null, null],
		['DHL eCommerce', null, null],
		['UPS or FedEx', null, null],
	])('tells where a parcel of %j can be followed (%j)', (carrierName, trackingUrl, expected) => {
		const trackingDetails = [{ trackingNumber: '1Z0000000000000001', trackingUrl }];
		const shipmentDetails = [{ carrierDetails: [{ carrierName, trackingDetails }] }];
		const order = { ...detailed, lines: [{ shipmentDetails }] };
		expect(rowsFor('parcels', order).map(simplified)).toMatchObject([{ trackingUrl: expected }]);
	});

	it('tells each line once', () => {
		const line = { ...detailed.lines[0], subOrderNumber: '11', ingramOrderLineNumber: '001' };
		const order = { ...detailed, lines: [line, { ...line }] };
		expect(rowsFor('lines', order)).toHaveLength(1);
		expect(rowsFor('parcels', order)).toHaveLength(2);
		expect(simplified(order)).toMatchObject({ lineCount: 1, lines: [{ customerLineNumber: '1' }] });
		expect(rowsFor('order', order)).toEqual([order]);
	});

	it('fails where XI says that there is nothing, and where it answers with a list', () => {
		expect(get.ifNothing?.(paramsOf(get, { order: '20-RD3QV' }) as never)).toBe(
			'Ingram Micro has no order 20-RD3QV',
		);
		expect(() => rowsFor('order', [])).toThrow(UnexpectedAnswer);
	});
});

describe.each([
	[
		cancel,
		{
			method: 'DELETE',
			path: '/resellers/v6/orders/{OrderNumber}',
			pathValues: { OrderNumber: '20-RD128' },
			query: {},
		},
		{ cancelled: true, outcome: 'cancelled', ingramOrderNumber: '20-RD128' },
	],
	[
		release,
		{
			method: 'PUT',
			path: '/resellers/v6/orders/{orderNumber}',
			pathValues: { orderNumber: '20-RD128' },
			query: { actionCode: 'release' },
			body: {},
		},
		{ released: true, outcome: 'released', ingramOrderNumber: '20-RD128' },
	],
] as const)('$option.name', (operation, request, row) => {
	const given = { order: locator('20-RD128') };
	const plan = planFor<Fields, unknown>(operation, given);

	it('names the order in the path, and takes an empty answer', () => {
		expect(requestFor(operation, given)).toMatchObject({ ...request, emptyAnswer: true });
		const { query } = requestFor(operation, { ...given, sandboxOptions: { regionCode: 'CS' } });
		expect(query).toEqual({ ...request.query, regionCode: 'CS' });
	});

	it('says that it is done, and for what', () => {
		expect(plan.rows(undefined)).toEqual([row]);
		expect(plan.subject).toBe('order 20-RD128');
		expect(plan.receipt(row)).toContain('order 20-RD128');
	});

	it('is known by its order, to a later try', () => {
		expect(plan.once?.number).toContain('20-RD128');
	});

	it('counts a second time as done where it is a cancellation', () => {
		expect(plan.once?.existing).toBe(operation === cancel ? 'return' : 'asXiSays');
	});
});

describe('the look after a cancellation', () => {
	const look = async (orderStatus?: string) =>
		await seenBy(cancel, { order: '20-RD128' }, [{ orderStatus }]);

	it.each(['Canceled', 'CANCELLED', 'im::cancelled', 'Voided'])(
		'finds it done at %j',
		async (status) => {
			expect(await look(status)).toEqual({
				there: [{ cancelled: true, ingramOrderNumber: '20-RD128', orderStatus: status }],
			});
		},
	);

	it.each(['On Hold', 'Processing', undefined])('does not at %j', async (status) => {
		expect(await look(status)).toEqual({ absent: expect.stringContaining('it is not cancelled') });
	});
});

describe('the look after a release', () => {
	const look = async (orderStatus?: string) =>
		await seenBy(release, { order: '20-RD128' }, [{ orderStatus }]);

	it.each(['Processing', 'Shipped', 'Backordered'])('finds it done at %j', async (status) => {
		expect(await look(status)).toEqual({
			there: [{ released: true, ingramOrderNumber: '20-RD128', orderStatus: status }],
		});
	});

	it.each([
		['ON HOLD', 'it is not released'],
		['im::hold', 'it is not released'],
		['Canceled', 'it can no longer be released'],
		[undefined, 'it is not known whether it is released'],
	])('does not at %j', async (status, why) => {
		expect(await look(status)).toEqual({ absent: expect.stringContaining(why) });
	});
});

import { get, parcelsOf } from '../../../nodes/IngramMicroOrders/get.operation.ts';
import { project } from '../../../nodes/shared/output.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, paramsOf, requestFor } from '../support.mts';

const locator = (value: string) => ({ __rl: true, mode: 'ingramOrderNumber', value });

describe('Get Order', () => {
	const ask = (given: object) => requestFor(get, { order: locator('20-RD3QV'), ...given });

	it('asks version 6.1 by the number in the path', () => {
		expect(ask({})).toEqual({
			method: 'GET',
			path: '/resellers/v6.1/orders/{ordernumber}',
			pathValues: { ordernumber: '20-RD3QV' },
			query: {},
			nothingFound: [204],
			remedies: {
				404: expect.stringMatching(
					/If it is your purchase order \(PO\) number, choose By PO$/,
				) as unknown,
				500: expect.stringMatching(/^Check the order number/) as unknown,
			},
		});
	});

	it('says where a PO number belongs', () => {
		const { message, remedy } = badInputOf(() => ask({ order: locator('PO-4711') }));
		expect(message).toMatch(/^'Order' is "PO-4711"; it must be an Ingram Micro order number/);
		expect(remedy).toBe('If it is your purchase order (PO) number, choose By PO in Order');
	});

	it('asks the older version on demand', () => {
		expect(ask({ options: { version: 'v6' } })).toMatchObject({
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
			options: { simulateStatus: 'IM::HOLD', regionCode: 'CS' },
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

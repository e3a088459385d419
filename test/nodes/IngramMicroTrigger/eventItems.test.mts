import type { IDataObject } from 'n8n-workflow';

import { eventsIn, resourcesOf } from '../../../nodes/IngramMicroTrigger/events.ts';
import { itemsOf, type Return } from '../../../nodes/IngramMicroTrigger/eventItems.ts';
import {
	asyncExample,
	asyncSpellings,
	orderExample,
	orderSpellings,
	quoteFailure,
	quoteSpellings,
	stockExample,
} from './samples.mts';

function rows(body: unknown, returned: Return = 'resource', raw = false): IDataObject[] {
	const events = eventsIn(body);
	if (typeof events === 'string') throw new Error(events);
	const wanted = events.flatMap((event) =>
		resourcesOf(event).map((resource) => ({ event, resource })),
	);
	return itemsOf(wanted, returned, raw).map(({ json }) => json);
}

const ORDER = {
	event: 'orderShipped',
	eventType: 'order_shipped',
	eventId: 'N01CIB9VVFYKR9J6ZW',
	eventTimeStamp: '2021-11-01T13:02:06.369Z',
	topic: 'resellers/orders',
	action: 'updated',
	ingramOrderNumber: '20-RD128',
	customerOrderNumber: 'ZENPO',
	ingramOrderDate: '2020-04-03',
	lines: [
		{
			ingramLineNumber: '001',
			subOrderNumber: '20-RD128-21',
			lineStatus: 'shipped',
			ingramPartNumber: '5CX895',
			vendorPartNumber: 'TC57HO-1PEZU4P-NA',
			quantityOrdered: 3,
			quantityShipped: 2,
			quantityBackOrdered: 1,
			shipmentDetails: [
				{
					shippedDate: '2019-11-06',
					warehouseId: '10',
					warehouseName: 'New York',
					carrierCode: '4M',
					carrierName: 'SMARTPOST-BM',
					packageDetails: [{ cartonNumber: '1', quantityInBox: 2, trackingNumber: '1Z999' }],
				},
			],
			serialNumbers: ['123123123'],
		},
	],
};

describe('one clean shape for all ways in which XI writes an event', () => {
	it.each(Object.entries(orderSpellings))('order: %s', (_, body) => {
		expect(rows(body)).toEqual([ORDER]);
	});

	it('stock', () => {
		expect(rows(stockExample)).toEqual([
			{
				event: 'stockUpdate',
				eventType: 'stock_update',
				eventId: 'AH7ESSIWSIO22Y77DD',
				eventTimeStamp: '2021-11-01T13:02:06.369Z',
				topic: 'resellers/catalog',
				action: 'updated',
				ingramPartNumber: '5CX579',
				vendorPartNumber: '710412-001-BTI',
				vendorName: 'BATTERY TECHNOLOGY INC.',
				upc: '0886734869201',
				skuStatus: null,
				backOrderFlag: true,
				totalAvailability: 120,
			},
			expect.objectContaining({ ingramPartNumber: '5CT275', totalAvailability: 120 }),
		]);
	});

	it.each(Object.entries(quoteSpellings))('quote: %s', (_, body) => {
		const [row, ...others] = rows(body);
		const [expected] = rows(Object.values(quoteSpellings)[0]);
		expect(others).toEqual([]);
		expect({ ...row, eventType: null }).toEqual({ ...expected, eventType: null });
		expect(row).toMatchObject({
			event: 'quoteCreated',
			quoteNumber: 'QUO-2032566-X1Y2Z3',
			quoteStatus: 'ready to order',
			message: null,
			ingramQuoteDate: '2024-03-01',
			quoteTotal: 50,
			extendedMsrpTotal: null,
			rejectedSkus: [],
			products: [
				{
					lineNumber: '1',
					quantity: 5,
					isSuggestionProduct: false,
					price: { unitPrice: 10, msrp: 12.5, extendedMsrp: null },
				},
			],
		});
	});

	it('a quote that failed', () => {
		expect(rows(quoteFailure)).toEqual([
			expect.objectContaining({
				event: 'quoteFailed',
				quoteNumber: null,
				message: 'Quote could not be created',
				reason: 'No valid products',
				rejectedSkus: [{ ingramPartNumber: 'XXX', message: 'Unknown' }, { sku: 'YYY' }],
			}),
		]);
	});

	it.each(Object.entries(asyncSpellings))('asynchronous order: %s', (_, body) => {
		const [row] = rows(body);
		expect(row).toEqual(rows(asyncExample)[0]);
		expect(row).toMatchObject({
			event: 'asyncOrderCreated',
			eventType: 'async_order_create',
			customerOrderNumber: 'TESTCASE41E111',
			orderSplit: false,
			processedPartially: false,
			purchaseOrderTotal: 290,
			resellerInfo: { companyName: 'INGRAM MICRO TEST CUSTOMER', contact: null },
			orders: [
				{
					ingramOrderNumber: '29-02738',
					ingramOrderDate: '2024-04-23',
					lines: [
						{
							ingramLineNumber: '008',
							lineStatus: 'backordered',
							unitPrice: 290,
							shipmentDetails: [{ carrierCode: 'GN', carrierName: null }],
							warrantyInfo: { directLineLink: 'MJDVATC10001B' },
						},
					],
					miscellaneousCharges: [{ chargeAmount: 0 }],
				},
			],
		});
	});

	it('an asynchronous order that failed', () => {
		const [event] = asyncExample;
		const failed = {
			...event,
			resource: {
				eventType: 'IM::async_order_create',
				customerOrderNumber: 'TESTCASE41E111',
				errors: [{ code: 'X', message: 'No credit' }],
			},
		};
		expect(rows(failed)).toEqual([
			expect.objectContaining({
				event: 'asyncOrderFailed',
				customerOrderNumber: 'TESTCASE41E111',
				errors: [{ code: 'X', message: 'No credit' }],
				orders: [],
			}),
		]);
	});
});

describe('the names of events', () => {
	const [resource] = orderExample.resource;
	it.each([
		['im::order_shipped', 'orderShipped'],
		['IM::ORDER_INVOICED', 'orderInvoiced'],
		['im::order_hold', 'orderOnHold'],
		['order-on-hold', 'orderOnHold'],
		[' IM::order_voided ', 'orderVoided'],
		['Im::Order_BackOrdered', 'orderBackordered'],
		['im::stock_update', 'stockUpdate'],
		['im::order_teleported', 'other'],
		['__proto__', 'other'],
		['constructor', 'other'],
		[undefined, 'other'],
		[7, 'other'],
		[{}, 'other'],
	])('%j is %s', (eventType, event) => {
		expect(rows({ ...orderExample, resource: [{ ...resource, eventType }] })[0].event).toBe(event);
	});

	it('what is not known comes as it was sent', () => {
		const body = JSON.parse(
			'{"eventId":"A","eventType":"im::new","resource":{"a":1,"__proto__":{"polluted":true},"b":[{"constructor":2,"c":null}]}}',
		) as unknown;
		const [row] = rows(body);
		expect(row).toMatchObject({ event: 'other', eventType: 'new' });
		expect(row.resource).toEqual({ a: 1, b: [{ c: null }] });
		expect(Object.keys(row.resource as object)).toEqual(['a', 'b']);
		expect({}).not.toHaveProperty('polluted');
	});

	it.each([undefined, null, [], {}, 'text', 5])(
		'an event about %j is one of an unknown kind',
		(sent) => {
			expect(rows({ eventId: 'A', resource: sent })).toEqual([
				expect.objectContaining({ event: 'other', eventTimeStamp: null, resource: {} }),
			]);
		},
	);
});

describe('times', () => {
	it.each([
		['2021-11-01T13:02:06.369Z', '2021-11-01T13:02:06.369Z'],
		['2021-11-01T21:32:06.369+08:30', '2021-11-01T21:32:06.369+08:30'],
		['2021-11-01T21:32:06+0830', '2021-11-01T21:32:06+08:30'],
		['2021-11-01 13:02', '2021-11-01T13:02:00'],
		['2021-11-01t13:02:06z', '2021-11-01T13:02:06Z'],
		['2021-11-01', '2021-11-01'],
		['0001-01-01', null],
		['2021-13-01T13:02:06Z', '2021-13-01T13:02:06Z'],
		['yesterday', 'yesterday'],
		['', null],
		[null, null],
	])('%j is %j', (sent, read) => {
		expect(rows({ ...orderExample, eventTimeStamp: sent })[0].eventTimeStamp).toBe(read);
	});
});

describe('Output Items', () => {
	const [resource] = orderExample.resource;
	const two = {
		...orderExample,
		resource: [
			{
				...resource,
				lines: [...resource.lines, { ...resource.lines[0], ingramLineNumber: '002' }],
			},
			{ ...resource, orderNumber: '20-OTHER', lines: [] },
		],
	};

	it('one item a line, with what it belongs to; an order without lines is one item', () => {
		const lines = rows(two, 'line');
		expect(
			lines.map(({ ingramOrderNumber, line }) => [
				ingramOrderNumber,
				(line as IDataObject)?.ingramLineNumber,
			]),
		).toEqual([
			['20-RD128', '001'],
			['20-RD128', '002'],
			['20-OTHER', undefined],
		]);
		expect(lines[0]).not.toHaveProperty('lines');
		expect(rows(asyncExample, 'line')).toEqual([
			expect.objectContaining({
				order: expect.objectContaining({ ingramOrderNumber: '29-02738' }),
				line: expect.objectContaining({ ingramLineNumber: '008' }),
			}),
		]);
		expect(rows(Object.values(quoteSpellings)[0], 'line')).toEqual([
			expect.objectContaining({ product: expect.objectContaining({ quantity: 5 }) }),
		]);
		expect(rows(stockExample, 'line')).toEqual(rows(stockExample));
	});

	it('one item an event', () => {
		const items = rows(two, 'event');
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({
			event: 'orderShipped',
			eventId: 'N01CIB9VVFYKR9J6ZW',
			resources: [{ ingramOrderNumber: '20-RD128' }, { ingramOrderNumber: '20-OTHER' }],
		});
	});

	it('XI’s own body, with the resource of the item only, or whole for an event', () => {
		expect(rows(two, 'resource', true)[1].body).toEqual({ ...two, resource: two.resource[1] });
		expect(rows(two, 'event', true)[0].body).toEqual(two);
	});

	it('is safe to write down however deep the body goes', () => {
		const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`) as unknown;
		const [row] = rows({ eventId: 'A', resource: deep }, 'resource', true);
		expect(JSON.stringify(row).length).toBeLessThan(2_000);
	});
});

it('keeps what it cannot read for certain, and tells no date of the year 1', () => {
	const [event] = asyncExample;
	const resource = {
		...event.resource,
		orderSplit: 'perhaps ',
		processedPartially: 'False',
		purchaseOrderTotal: '1,234',
		orders: [{ orderTotal: '1,234.50', freightCharges: '12.00-', ingramOrderDate: '01/01/0001' }],
	};
	const [row] = rows({ ...event, resource });
	expect(row).toMatchObject({
		orderSplit: 'perhaps',
		processedPartially: false,
		purchaseOrderTotal: '1,234',
		orders: [{ orderTotal: 1234.5, freightCharges: -12, ingramOrderDate: null }],
	});
});

describe('how many orders an asynchronous one became', () => {
	const [event] = asyncExample;
	const named = (...numbers: Array<string | null>) =>
		numbers.map((ingramOrderNumber) => ({ ...event.resource.orders[0], ingramOrderNumber }));
	const told = (
		orders: unknown,
		orderSplit?: unknown,
		returned: 'line' | 'resource' = 'resource',
	) =>
		rows({ ...event, resource: { ...event.resource, orderSplit, orders } }, returned).map((row) => [
			row.orderCount,
			row.orderSplit,
		]);

	it.each<[string, unknown, unknown, unknown, unknown]>([
		['one', named('20-A'), undefined, 1, false],
		['one that is no list', named('20-A')[0], undefined, 1, false],
		['several', named('20-A', '20-B', '20-C'), undefined, 3, true],
		['several, as XI says', named('20-A', '20-B'), 'Y', 2, true],
		['several, of which one has no number', named('20-A', null), undefined, 1, false],
		['one that comes twice', named('20-A', '20-A'), undefined, 1, false],
		['none', [], undefined, 0, null],
		['none that is told', undefined, null, 0, null],
	])('is told of %s', (_, orders, orderSplit, count, isSplit) => {
		expect(told(orders, orderSplit)).toEqual([[count, isSplit]]);
	});

	it('is told beside each line', () => {
		expect(told(named('20-A', '20-B'), undefined, 'line')).toEqual([
			[2, true],
			[2, true],
		]);
	});
});

it('tells lines and parcels that come twice once, and what is packed by its own numbers', () => {
	const box = { cartonNumber: '1', quantityInbox: 1, trackingNumber: '1Z0000000000000001' };
	const packageDetails = [box, { ...box }, { ...box, serialNumber: 'SN-2' }];
	const line = {
		lineNumber: '001',
		ingramPartNumber: '5CX895\u200b',
		shipmentDetails: { packageDetails },
	};
	const resource = { eventType: 'im::order_shipped', lines: [line, { ...line }] };
	const [{ lines }] = rows({ eventId: 'E-1', topic: 'resellers/orders', resource });
	expect(lines).toMatchObject([
		{
			ingramPartNumber: '5CX895',
			serialNumbers: ['SN-2'],
			shipmentDetails: [{ packageDetails: [{ quantityInBox: 1 }, { quantityInBox: 1 }] }],
		},
	]);
});

import type { IDataObject } from 'n8n-workflow';

import { eventsIn, resourcesOf } from '../../../nodes/IngramMicroTrigger/events.ts';
import { itemsOf, type Return } from '../../../nodes/IngramMicroTrigger/eventItems.ts';

function rows(body: unknown, returned: Return = 'resource'): IDataObject[] {
	const events = eventsIn(body);
	if (typeof events === 'string') throw new Error(events);
	const wanted = events.flatMap((event) =>
		resourcesOf(event).map((resource) => ({ event, resource })),
	);
	return itemsOf(wanted, returned, false).map(({ json }) => json);
}

describe('the result of an asynchronous order', () => {
	const result = (...orders: object[]) => ({
		eventId: 'A',
		eventType: 'IM::async_order_create',
		resource: { customerOrderNumber: 'PO-1', orders },
	});
	const line = { ingramLineNumber: '001', ingramPartNumber: 'A1', quantityOrdered: 1 };
	const rejected = {
		customerLinenumber: '2',
		ingramPartNumber: 'B2',
		quantityOrdered: '3',
		rejectCode: 'EN',
		rejectReason: 'SKU-NOTFOUND',
	};
	const order = { ingramOrderNumber: '20-RD128' };

	it('keeps its rejected lines', () => {
		const [row] = rows(result({ ...order, lines: [line], rejectedLineItems: [rejected] }));
		expect(row).toMatchObject({ event: 'asyncOrderCreated' });
		expect((row.orders as IDataObject[])[0].rejectedLineItems).toEqual([
			{
				ingramLineNumber: null,
				customerLineNumber: '2',
				ingramPartNumber: 'B2',
				vendorPartNumber: null,
				quantityOrdered: 3,
				rejectCode: 'EN',
				rejectReason: 'SKU-NOTFOUND',
			},
		]);
	});

	it('keeps them as rows of their own, and an order that has no lines', () => {
		const body = result(
			{ ...order, lines: [line], rejectedLineItems: [rejected] },
			{ ingramOrderNumber: '20-RD129' },
		);
		const shown = rows(body, 'line').map((row) => [
			(row.order as IDataObject).ingramOrderNumber,
			(row.line as IDataObject | undefined)?.ingramPartNumber,
			row.lineRejected,
		]);
		expect(shown).toEqual([
			['20-RD128', 'A1', false],
			['20-RD128', 'B2', true],
			['20-RD129', undefined, undefined],
		]);
	});

	it.each<[string, object[], 'asyncOrderCreated' | 'asyncOrderFailed']>([
		['no order', [], 'asyncOrderFailed'],
		['an order without a number', [{ lines: [line] }], 'asyncOrderFailed'],
		['a number alone', [order], 'asyncOrderCreated'],
		['a line', [{ ...order, lines: [line] }], 'asyncOrderCreated'],
		[
			'a line, the counter at 0',
			[{ ...order, lines: line, numberOfLinesWithSuccess: 0 }],
			'asyncOrderCreated',
		],
		[
			'a line and a rejected one',
			[{ ...order, lines: [line], rejectedLineItems: rejected }],
			'asyncOrderCreated',
		],
		[
			'rejected lines only',
			[{ ...order, lines: [], rejectedLineItems: [rejected] }],
			'asyncOrderFailed',
		],
		[
			'one rejected line, as an object',
			[{ ...order, REJECTEDLINEITEMS: rejected }],
			'asyncOrderFailed',
		],
		[
			'lines whose status is rejected',
			[{ ...order, lines: [{ ...line, lineStatus: 'IM::Rejected' }] }],
			'asyncOrderFailed',
		],
		[
			'no line, and none taken',
			[{ ...order, lines: [], numberOfLinesWithSuccess: '0' }],
			'asyncOrderFailed',
		],
		[
			'one of two orders empty',
			[
				{ ...order, rejectedLineItems: [rejected] },
				{ ...order, lines: [line] },
			],
			'asyncOrderCreated',
		],
	])('with %s', (_, orders, event) => {
		const [row] = rows(result(...orders));
		expect(row.event).toBe(event);
		expect(row.orders).toHaveLength(orders.length);
	});
});

describe('a quote event', () => {
	const quote = (resource: object) => ({
		eventId: 'A',
		eventType: 'im::quote_create',
		resource,
	});

	it.each<[object, 'quoteCreated' | 'quoteFailed']>([
		[{ quoteNumber: 'QUO-1' }, 'quoteCreated'],
		[{ quoteNumber: 'QUO-1', message: 'Quote created successfully' }, 'quoteCreated'],
		[{ quoteNumber: 'QUO-1', message: 'SUCCESS', reason: '' }, 'quoteCreated'],
		[{ quoteNumber: 'QUO-1', message: 'Created without any errors' }, 'quoteCreated'],
		[{ quoteNumber: 'QUO-1', message: 'Done. Errors: 0' }, 'quoteCreated'],
		[{ quoteNumber: 'QUO-1', message: 'Angebot wurde angelegt' }, 'quoteCreated'],
		[{ quoteNumber: 'QUO-1', message: 'Quote could not be created' }, 'quoteFailed'],
		[{ quoteNumber: 'QUO-1', message: 'Quote was not created successfully' }, 'quoteFailed'],
		[{ quoteNumber: 'QUO-1', message: 'Quote', reason: 'No valid products' }, 'quoteFailed'],
		[{ quoteNumber: 'QUO-1', message: 'Quote creation unsuccessful' }, 'quoteFailed'],
		[{ message: 'Quote created successfully' }, 'quoteFailed'],
		[{ quoteNumber: ' ', reason: 'No' }, 'quoteFailed'],
	])('%j is %s', (resource, event) => {
		expect(rows(quote(resource))[0].event).toBe(event);
	});
});

describe('what is packed', () => {
	const lineWith = (line: object): IDataObject => {
		const [row] = rows({
			eventId: 'A',
			eventType: 'im::order_shipped',
			resource: { orderNumber: '20-RD128', lines: [{ lineNumber: '001', ...line }] },
		});
		return (row.lines as IDataObject[])[0];
	};
	const A = '1Z0000000000000001';
	const B = '1Z0000000000000002';

	it.each<[string, unknown]>([
		['a blank between', { cartonNumber: '1', quantityInbox: 4, trackingNumber: `${A} ${B}` }],
		['a comma between', [{ cartonNumber: '1', quantityInbox: '4', trackingNumber: `${A},${B}` }]],
		['a list', { cartonNumber: 1, quantityInbox: 4, trackingNumber: [A, B] }],
		['capitals', { CARTONNUMBER: '1', QUANTITYINBOX: 4, TRACKINGNUMBER: `${A}; ${B} ` }],
	])('several tracking numbers with %s are a parcel each', (_, packageDetails) => {
		const [shipment] = lineWith({ shipmentDetails: { packageDetails } })
			.shipmentDetails as IDataObject[];
		expect(shipment.packageDetails).toEqual([
			{ cartonNumber: '1', quantityInBox: 4, trackingNumber: A },
			{ cartonNumber: '1', quantityInBox: null, trackingNumber: B },
		]);
	});

	it('a parcel without a tracking number stays one', () => {
		const [shipment] = lineWith({ shipmentDetails: { packageDetails: { quantityInbox: 4 } } })
			.shipmentDetails as IDataObject[];
		expect(shipment.packageDetails).toEqual([
			{ cartonNumber: null, quantityInBox: 4, trackingNumber: null },
		]);
	});

	it.each<[string, object]>([
		['as documented', { serialNumberDetails: [{ serialNumber: 'SN1' }, { serialNumber: 'SN2' }] }],
		['as texts', { serialNumbers: ['SN1', 'SN2'] }],
		['in small letters', { serialnumbers: [{ serialNumber: 'SN1' }, { serialNumber: 'SN2' }] }],
		['in one text', { serialNumberDetails: { serialNumber: 'SN1, SN2' } }],
		[
			'in parcels',
			{
				shipmentDetails: {
					packageDetails: [{ serialNumbers: 'SN1' }, { SerialNumbers: [{ serialNumber: 'SN2' }] }],
				},
			},
		],
		[
			'twice',
			{ serialNumberDetails: ['SN1', 'SN2'], shipmentDetails: [{ serialNumbers: ['SN2', 'SN1'] }] },
		],
	])('serial numbers %s', (_, line) => {
		expect(lineWith(line).serialNumbers).toEqual(['SN1', 'SN2']);
	});

	it('one serial number as an object, and none', () => {
		expect(lineWith({ serialNumbers: { serialNumber: 'SN1' } }).serialNumbers).toEqual(['SN1']);
		expect(lineWith({ serialNumbers: null }).serialNumbers).toEqual([]);
	});
});

it.each(['im::cancelled', 'VOIDED', 'Rejected by vendor'])(
	'an asynchronous order all of whose lines are dead has failed: %s',
	(lineStatus) => {
		const [row] = rows({
			eventId: 'A',
			eventType: 'im::async_order_create',
			resource: { orders: [{ ingramOrderNumber: '20-RD128', lines: [{ lineStatus }] }] },
		});
		expect(row.event).toBe('asyncOrderFailed');
	},
);

it.each([
	['quoteCreated', 'Quote created successfully. 2 SKUs were rejected'],
	['quoteCreated', 'Quote created. Failed lines: 0'],
	['quoteCreated', 'Success: 0 lines failed'],
	['quoteCreated', 'Quote created with no rejected lines'],
	['quoteCreated', 'Created; invalid SKUs: none'],
	['quoteCreated', 'Quote is ready, errors: []'],
	['quoteFailed', 'Quote could not be created successfully'],
	['quoteFailed', 'Quote was not created successfully'],
	['quoteFailed', 'No lines, failed'],
])('a quote event with a number is %s: %s', (event, message) => {
	const [row] = rows({
		eventId: 'A',
		eventType: 'im::quote_create',
		resource: { quoteNumber: 'QUO-1', message },
	});
	expect(row.event).toBe(event);
});

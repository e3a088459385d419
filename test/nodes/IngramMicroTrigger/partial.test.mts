import type { IDataObject } from 'n8n-workflow';

import { eventsIn, resourcesOf } from '../../../nodes/IngramMicroTrigger/events.ts';
import { confirmedFieldsOf } from '../../../nodes/IngramMicroTrigger/kinds.ts';

/*
 * Order details list all that was ever shipped. What confirms an event holds what the event names of it.
 */

const shipment = (shippedDate: string, quantity: number, trackingDetails: object) => ({
	quantity,
	shippedDate,
	shipFromWarehouseId: '10',
	carrierDetails: [{ carrierCode: 'UN', carrierName: 'UPS', trackingDetails }],
});
const parcel = (trackingNumber: string, ...serialNumbers: string[]) => ({
	trackingNumber,
	quantityInBox: String(serialNumbers.length),
	serialNumbers: serialNumbers.map((serialNumber) => ({ serialNumber })),
});
const FIRST = shipment('2026-03-02', 2, [parcel('1Z0000000000000001', 'SN1', 'SN2')]);
const SECOND = shipment('2026-03-09', 1, [parcel('1Z0000000000000002', 'SN3')]);
const detailsWith = (...shipmentDetails: object[]): IDataObject => ({
	ingramOrderNumber: '20-RD128',
	customerOrderNumber: 'PO-1',
	lines: [
		{
			subOrderNumber: '20-RD128-11',
			ingramOrderLineNumber: '001',
			ingramPartNumber: 'A1',
			quantityOrdered: 3,
			shipmentDetails,
		},
	],
});
const BOTH = detailsWith(FIRST, SECOND);

function confirmedLines(
	line: object | object[],
	current = BOTH,
	type = 'order_shipped',
): IDataObject[] {
	const [event] = eventsIn({
		eventId: 'A',
		eventType: `im::${type}`,
		resource: { orderNumber: '20-RD128', lines: line },
	}) as Exclude<ReturnType<typeof eventsIn>, string>;
	const fields = confirmedFieldsOf(resourcesOf(event)[0], current);
	return (fields as IDataObject).lines as IDataObject[];
}

/** Tracking numbers, serial numbers and pieces of the first line that is told. */
function told(line: object, current = BOTH, type = 'order_shipped'): unknown[] {
	const [found] = confirmedLines({ lineNumber: '1', ...line }, current, type);
	const parcels = (found.shipmentDetails as IDataObject[]).flatMap(
		({ packageDetails }) => packageDetails as IDataObject[],
	);
	return [
		parcels.map(({ trackingNumber }) => trackingNumber),
		found.serialNumbers,
		parcels.map(({ quantityInBox }) => quantityInBox),
	];
}

const packed = (...trackingNumbers: string[]) => ({
	shipmentDetails: {
		packageDetails: trackingNumbers.map((trackingNumber) => ({ trackingNumber })),
	},
});
const SECOND_ONLY = [['1Z0000000000000002'], ['SN3'], [1]];
const FIRST_ONLY = [['1Z0000000000000001'], ['SN1', 'SN2'], [2]];
const NOTHING = [[], [], []];
const DAY = (shipmentDate: string) => ({ shipmentDetails: [{ shipmentDate }] });

describe('of two shipments of a line, the item tells what the event names', () => {
	it.each<[string, object, unknown[]]>([
		['a tracking number', packed('1Z0000000000000002'), SECOND_ONLY],
		['the first one’s', packed('1Z0000000000000001'), FIRST_ONLY],
		['a tracking number written otherwise', packed('1z 0000 0000 0000 0002'), SECOND_ONLY],
		['a serial number', { serialNumberDetails: [{ serialNumber: 'sn3' }] }, SECOND_ONLY],
		[
			'one of two serial numbers of a parcel',
			{ serialNumbers: ['SN2'] },
			[['1Z0000000000000001'], ['SN2'], [2]],
		],
		[
			'both',
			packed('1Z0000000000000001', '1Z0000000000000002'),
			[
				['1Z0000000000000001', '1Z0000000000000002'],
				['SN1', 'SN2', 'SN3'],
				[2, 1],
			],
		],
		[
			'both in one text',
			packed('1Z0000000000000001 1Z0000000000000002'),
			[
				['1Z0000000000000001', '1Z0000000000000002'],
				['SN1', 'SN2', 'SN3'],
				[2, 1],
			],
		],
		['a tracking number that the order does not have', packed('1Z999'), NOTHING],
		['the day', DAY('2026-03-09'), SECOND_ONLY],
		['the day with a time', DAY('2026-03-09T10:00:00Z'), SECOND_ONLY],
		['a day on which nothing left', DAY('2026-03-10'), NOTHING],
		['nothing', {}, NOTHING],
		['a quantity', { shippedQuantity: 3 }, NOTHING],
	])('by %s', (_, line, expected) => {
		expect(told(line)).toEqual(expected);
	});

	it('and the line keeps the quantities that the order has now', () => {
		const [line] = confirmedLines({ lineNumber: '001', ...packed('1Z0000000000000002') });
		expect(line).toMatchObject({ quantityOrdered: 3, quantityShipped: 3 });
	});
});

describe('where a line has left at once', () => {
	const only = detailsWith(FIRST);
	it.each<[string, object, string, unknown[]]>([
		['nothing is named', {}, 'order_shipped', FIRST_ONLY],
		['the same quantity is', { shippedQuantity: '2' }, 'order_shipped', FIRST_ONLY],
		[
			'another quantity is: the details lag behind',
			{ shippedQuantity: 3 },
			'order_shipped',
			NOTHING,
		],
		['it is invoiced', {}, 'order_invoiced', FIRST_ONLY],
		['it is held', {}, 'order_hold', NOTHING],
		['the rest is voided', {}, 'order_voided', NOTHING],
		['the rest waits', {}, 'order_backordered', NOTHING],
	])('and %s', (_, line, type, expected) => {
		expect(told(line, only, type)).toEqual(expected);
	});
});

it('a parcel of the details with several tracking numbers tells those that are named', () => {
	const joined = detailsWith(
		shipment('2026-03-02', 2, [parcel('1Z0000000000000001, 1Z0000000000000002', 'SN1', 'SN2')]),
	);
	expect(told(packed('1Z0000000000000002'), joined)).toEqual([
		['1Z0000000000000002'],
		['SN1', 'SN2'],
		[2],
	]);
});

it.each([
	['texts', ['SN1', 'SN2']],
	['one text', 'SN1,SN2'],
	['an object each', [{ serialNumber: 'SN1' }, { serialNumber: 'SN2' }]],
])('serial numbers of the details as %s', (_, serialNumbers) => {
	const current = detailsWith(
		shipment('2026-03-02', 2, { trackingNumber: '1Z1', serialnumbers: serialNumbers }),
	);
	expect(told(packed('1Z1'), current)[1]).toEqual(['SN1', 'SN2']);
});

describe('a line number that each sub-order has', () => {
	const [line] = BOTH.lines as IDataObject[];
	const two: IDataObject = {
		...BOTH,
		lines: [line, { ...line, subOrderNumber: '20-RD128-21', ingramPartNumber: 'B2' }],
	};
	const numbersOf = (named: object | object[]) =>
		confirmedLines(named, two).map(({ subOrderNumber }) => subOrderNumber);

	it('is told apart by the sub-order that the event names', () => {
		expect(numbersOf({ lineNumber: '1', subOrderNumber: '20-RD128-21' })).toEqual(['20-RD128-21']);
		expect(numbersOf({ lineNumber: '1', subOrderNumber: '11' })).toEqual(['20-RD128-11']);
	});

	it('names both where it names none, or one that the order does not have', () => {
		const both = ['20-RD128-11', '20-RD128-21'];
		expect(numbersOf({ lineNumber: '1' })).toEqual(both);
		expect(numbersOf({ lineNumber: '1', subOrderNumber: '7059827143' })).toEqual(both);
	});

	it('that the details have twice is one line', () => {
		const twice = { ...BOTH, lines: [line, line] };
		expect(confirmedLines({ lineNumber: '1' }, twice)).toHaveLength(1);
	});
});

it('an event that names no line tells none', () => {
	expect(confirmedLines([])).toEqual([]);
});

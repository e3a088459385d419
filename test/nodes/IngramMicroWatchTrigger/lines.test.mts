import type { IDataObject } from 'n8n-workflow';

import { compareEtas } from '../../../nodes/IngramMicroWatchTrigger/etaDiff.ts';
import { compareLines } from '../../../nodes/IngramMicroWatchTrigger/orderDiff.ts';
import { seenLines } from '../../../nodes/IngramMicroWatchTrigger/seenLines.ts';
import type { OrderDetailsAnswer } from '../../../nodes/shared/xi/orders/order.ts';

/*
 * Lines of orders in all shapes that XI may send, as they come from one answer to the next: what is told
 * of them.
 */

const NUMBER = '20-RD128';

const order = (lines: unknown, more: IDataObject = {}): OrderDetailsAnswer =>
	({ ingramOrderNumber: NUMBER, orderStatus: 'Processing', lines, ...more }) as OrderDetailsAnswer;

/** A line of a sub-order, with its pieces that left. */
const line = (subOrder: string, number: unknown, more: IDataObject = {}): IDataObject => ({
	subOrderNumber: `${NUMBER}-${subOrder}`,
	ingramOrderLineNumber: number as string,
	ingramPartNumber: 'AAA111',
	lineStatus: 'In Progress',
	quantityOrdered: 10,
	quantityBackOrdered: 0,
	...more,
});
const left = (...quantities: unknown[]): IDataObject => ({
	shipmentDetails: quantities.map((quantity, i) => ({
		quantity: quantity as number,
		shippedDate: `2026-11-2${i}`,
	})),
});

/** What is told of each answer, one after the other; of the first as of an order that is new. */
function told(...answers: OrderDetailsAnswer[]): Array<Array<[string, unknown, unknown]>> {
	let facts: ReadonlyMap<string, string> = new Map();
	return answers.map((answer) => {
		const look = compareLines(answer, seenLines(answer), facts);
		facts = look.facts;
		return look.told.map(({ change, before, after }) => [change, before, after]);
	});
}
const etas = (...answers: OrderDetailsAnswer[]): Array<Array<[string, unknown, unknown]>> => {
	let facts: ReadonlyMap<string, string> = new Map();
	return answers.map((answer) => {
		const look = compareEtas(answer, seenLines(answer), facts, { byDays: 1 });
		facts = look.facts;
		return look.told.map(({ change, before, after }) => [change, before, after]);
	});
};

describe('a line that ships in parts', () => {
	it('is told part by part, whatever form its quantities have', () => {
		const answers = [[], [3], ['3', '4'], [3, 4.0, '3.0'], ['10']].map((quantities) =>
			order([line('11', '001', left(...quantities))]),
		);
		expect(told(...answers)).toEqual([
			[],
			[['shipped', 0, 3]],
			[['shipped', 3, 7]],
			[['shipped', 7, 10]],
			[],
		]);
	});

	it.each<[string, unknown, unknown]>([
		[
			'a shipment that is no list',
			left(2).shipmentDetails,
			{ quantity: 2, shippedDate: '2026-11-20' },
		],
		['nulls among the shipments', [null, { quantity: 2, shippedDate: '2026-11-20' }], null],
		[
			'carriers in place of a date of the shipment',
			{ quantity: 2, carrierDetails: { shippedDate: '2026-11-20' } },
			{ quantity: 2, carrierDetails: [{ shippedDate: '2026-11-20' }, null] },
		],
	])('is told once with %s', (_, first, second) => {
		const answers = [first, second ?? first].map((shipmentDetails) =>
			order([line('11', '001', { shipmentDetails: shipmentDetails as IDataObject })]),
		);
		expect(told(...answers)).toEqual([[['shipped', 0, 2]], []]);
	});

	it('is told no more pieces for what is not a number', () => {
		const odd = [NaN, 'some', null, undefined, -2, {}].map((quantity) =>
			order([line('11', '001', left(quantity))]),
		);
		expect(told(...odd).flat()).toEqual([]);
	});
});

describe('lines that are left out, alone or odd', () => {
	const whole = order([line('11', '001', left(2)), line('11', '002')]);
	it.each<[string, unknown]>([
		['missing', undefined],
		['null', null],
		['an empty list', []],
		['a list of nulls', [null, null]],
		['a comment only', [{ lineNotes: 'Thank you' }]],
	])('tell nothing where they are %s, nor when they are back', (_, lines) => {
		const [first, ...others] = told(whole, order(lines), whole, order(lines), whole);
		expect(first).toHaveLength(1);
		expect(others.flat()).toEqual([]);
	});

	it('tell nothing where one of them is missing for a while', () => {
		const without = order([line('11', '002')]);
		expect(told(whole, without, whole).slice(1).flat()).toEqual([]);
	});

	it('are one line where a single one is no list', () => {
		const one = line('11', '001', left(2));
		expect(
			told(order(one), order([one]))
				.slice(1)
				.flat(),
		).toEqual([]);
	});

	it('have one name, whatever its zeros, type and capitals', () => {
		const names = ['001', '1', 1, ' 01 '].map(
			(number) => seenLines(order([line('11', number)]))[0].id,
		);
		expect(new Set(names)).toEqual(new Set(['11.1']));
		const one = order([{ ...line('a1', '001'), subOrderNumber: `${NUMBER.toLowerCase()}-a1` }]);
		const other = order([{ ...line('A1', '001'), subOrderNumber: `${NUMBER}-A1` }]);
		expect(seenLines(one)[0].id).toBe(seenLines(other)[0].id);
	});
});

describe('two lines of one number', () => {
	const a = (more: IDataObject = {}) => line('11', '001', { ...left(2), ...more });
	const b = (more: IDataObject = {}) =>
		line('11', '001', { ingramPartNumber: 'BBB222', quantityOrdered: 4, ...more });

	it('are told apart in whatever order they come', () => {
		const answers = [
			order([a(), b()]),
			order([b(), a()]),
			order([b(left(1)), a()]),
			order([a(), b(left(1))]),
			order([a(left(2, 1)), b(left(1))]),
		];
		expect(told(...answers)).toEqual([
			[['shipped', 0, 2]],
			[],
			[['shipped', 0, 1]],
			[],
			[['shipped', 2, 3]],
		]);
	});

	it('tell nothing again where the second comes later, or goes', () => {
		const answers = [[a()], [b(), a()], [a()], [a(), b(left(1))]].map((lines) => order(lines));
		expect(told(...answers)).toEqual([[['shipped', 0, 2]], [], [], [['shipped', 0, 1]]]);
	});

	it('are one where XI sends it twice, with its serial numbers', () => {
		const packed = (serial: string) =>
			line('11', '001', {
				shipmentDetails: [
					{
						quantity: 2,
						shippedDate: '2026-11-20',
						carrierDetails: [{ trackingDetails: [{ serialNumbers: [{ serialNumber: serial }] }] }],
					},
				],
			});
		const [first, second] = told(order([packed('S1')]), order([packed('S1'), packed('S1')]));
		expect(first).toEqual([['shipped', 0, 2]]);
		expect(second).toEqual([]);
	});

	it('are told apart without any number, by their goods', () => {
		const none = (part: string, more: IDataObject = {}) =>
			line('11', undefined, { ingramPartNumber: part, ...more });
		const answers = [
			order([none('AAA111'), none('BBB222')]),
			order([none('BBB222', left(1)), none('AAA111')]),
			order([none('AAA111', left(2)), none('BBB222', left(1))]),
		];
		expect(told(...answers)).toEqual([[], [['shipped', 0, 1]], [['shipped', 0, 2]]]);
	});
});

describe('a split', () => {
	const before = order([
		line('11', '001', { ...left(2), quantityBackOrdered: 6 }),
		line('11', '002', { ingramPartNumber: 'BBB222', quantityOrdered: 1, ...left(1) }),
	]);
	const a = (number: string, more: IDataObject) => line('11', number, more);
	const b = (subOrder: string, number: string) =>
		line(subOrder, number, { ingramPartNumber: 'BBB222', quantityOrdered: 1, ...left(1) });
	const rest = (subOrder: string, number: string, more: IDataObject = {}) =>
		line(subOrder, number, { quantityOrdered: 6, quantityBackOrdered: 6, ...more });
	const cases: Array<[string, IDataObject[]]> = [
		[
			'keeps the numbers',
			[a('001', { ...left(2), quantityOrdered: 4 }), b('11', '002'), rest('21', '001')],
		],
		[
			'goes on counting',
			[a('001', { ...left(2), quantityOrdered: 4 }), b('11', '002'), rest('21', '003')],
		],
		[
			'counts anew in each part',
			[a('001', { ...left(2), quantityOrdered: 4 }), b('21', '001'), rest('31', '001')],
		],
		[
			'counts in tens',
			[a('10', { ...left(2), quantityOrdered: 4 }), b('11', '20'), rest('21', '30')],
		],
	];
	it.each(cases)('that %s tells nothing again', (_, lines) => {
		expect(told(before, order(lines))[1]).toEqual([]);
		expect(told(before, order(lines.toReversed()))[1]).toEqual([]);
	});

	it.each(cases)('that %s tells what becomes of its parts once', (_, lines) => {
		const sent = lines.map((one) =>
			one.quantityBackOrdered === 6 ? { ...one, quantityBackOrdered: 0, ...left(6) } : one,
		);
		const [, split, shipped, again] = told(before, order(lines), order(sent), order(sent));
		expect([split, shipped, again]).toEqual([[], [['shipped', 0, 6]], []]);
	});

	it('that comes with a new line of other goods tells of that', () => {
		const added = line('41', '004', { ingramPartNumber: 'CCC333', quantityOrdered: 3, ...left(3) });
		const lines = [...(before.lines ?? []), added] as IDataObject[];
		expect(told(before, order(lines))[1]).toEqual([['shipped', 0, 3]]);
	});

	it.each(cases)('that %s tells no date again', (_, lines) => {
		const dated = (all: IDataObject[], day: string) =>
			order(all.map((one) => (one.quantityBackOrdered ? { ...one, backOrderETADate: day } : one)));
		const first = dated(before.lines as IDataObject[], '2026-12-10');
		const [appeared, split, moved, back] = etas(
			first,
			dated(lines, '2026-12-10'),
			dated(lines, '2026-12-13'),
			dated(lines, '2026-12-11'),
		);
		expect(appeared).toEqual([['etaAppeared', null, '2026-12-10']]);
		expect(split).toEqual([]);
		expect(moved).toEqual([['etaLater', '2026-12-10', '2026-12-13']]);
		expect(back).toEqual([['etaEarlier', '2026-12-13', '2026-12-11']]);
	});
});

describe('a date', () => {
	const awaited = (day?: unknown) =>
		line('11', '001', { quantityBackOrdered: 6, backOrderETADate: day as string });

	it('moves by 3, by 0 and by -2 days, vanishes and comes back', () => {
		const days = ['2026-12-10', '2026-12-13', '2026-12-13', '2026-12-11', null, '2026-12-11'];
		expect(etas(...days.map((day) => order([awaited(day)])))).toEqual([
			[['etaAppeared', null, '2026-12-10']],
			[['etaLater', '2026-12-10', '2026-12-13']],
			[],
			[['etaEarlier', '2026-12-13', '2026-12-11']],
			[['etaGone', '2026-12-11', null]],
			[['etaAppeared', null, '2026-12-11']],
		]);
	});

	it.each<[string, unknown]>([
		['another form', '2026-12-10T00:00:00Z'],
		['the American form', '12/10/2026'],
		['blanks around it', ' 2026-12-10 '],
		['digits as a text', '20261210'],
		['digits as a number', 20261210],
	])('is the same in %s', (_, day) => {
		expect(etas(order([awaited('2026-12-10')]), order([awaited(day)]))[1]).toEqual([]);
	});

	it.each<[string, unknown]>([
		['missing', undefined],
		['null', null],
		['empty', []],
	])('is not told again where all lines are %s for a while', (_, lines) => {
		const whole = order([awaited('2026-12-10')]);
		expect(etas(whole, order(lines), whole).slice(1).flat()).toEqual([]);
	});

	it('is not told again where its line alone is missing for a while, and is told where it moved', () => {
		const other = line('11', '002', { ingramPartNumber: 'BBB222' });
		const answers = [
			order([awaited('2026-12-10'), other]),
			order([other]),
			order([awaited('2026-12-10'), other]),
			order([other]),
			order([awaited('2026-12-12'), other]),
		];
		expect(etas(...answers).slice(1)).toEqual([
			[],
			[],
			[],
			[['etaLater', '2026-12-10', '2026-12-12']],
		]);
	});
});

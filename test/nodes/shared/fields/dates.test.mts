import { dateRange, day, moment } from '../../../../nodes/shared/fields/dates.ts';
import { badInputOf } from '../../support.mts';

const LABEL = "'Ship Date Range' in 'Filters'";

describe('a day', () => {
	const read = (value: unknown) => day('Order Date').read(value, "'Order Date'");

	it.each([
		['2026-11-21', '2026-11-21'],
		['2026-11-21T00:00:00', '2026-11-21'],
		['2026-11-21 00:00', '2026-11-21'],
		[' 2026-11-21 ', '2026-11-21'],
		['2026-11-21T23:30:00.000-05:00', '2026-11-21'],
		['2026-11-21T00:30:00.000+14:00', '2026-11-21'],
		['2026-11-21T23:59:59Z', '2026-11-21'],
		['2024-02-29', '2024-02-29'],
		[new Date('2026-11-21T10:00:00Z'), '2026-11-21'],
		[{ toISODate: () => '2026-11-21' }, '2026-11-21'],
		['', undefined],
		[null, undefined],
		[undefined, undefined],
	])('%j is %j, as it is written', (value, expected) => {
		expect(read(value)).toBe(expected);
	});

	it.each([
		['11/21/2026'],
		['2026-02-30'],
		['2026-13-01'],
		['2026-11-21x'],
		['2026-11'],
		['tomorrow'],
		[1795219200000],
		[new Date(NaN)],
		[['2026-11-21']],
		[{ toISODate: () => null }],
	])('%j is refused', (value) => {
		const { message, remedy } = badInputOf(() => read(value));
		expect(message).toMatch(/^'Order Date' is .*; it must be a day such as 2026-11-21$/);
		expect(remedy).toContain('yyyy-MM-dd');
	});

	it('is picked', () => {
		expect(day('Order Date', { description: 'A day' }).property).toEqual({
			displayName: 'Order Date',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			description: 'A day',
		});
	});
});

describe('a range of days', () => {
	const read = (value: unknown) => dateRange('Ship Date Range').read(value, LABEL);
	const range = (from: unknown, to: unknown) => ({ range: { from, to } });

	it.each([
		[range('2026-11-01T00:00:00', '2026-11-21T00:00:00'), ['2026-11-01', '2026-11-21']],
		[range('2026-11-01', '2026-11-01'), ['2026-11-01', '2026-11-01']],
		[{ from: '2026-11-01', to: '2026-11-02' }, ['2026-11-01', '2026-11-02']],
		[
			['2026-11-01', '2026-11-02'],
			['2026-11-01', '2026-11-02'],
		],
		[range(['2026-11-01', '2026-11-02'], ''), ['2026-11-01', '2026-11-02']],
		[range('', ''), undefined],
		[{}, undefined],
		[undefined, undefined],
		['', undefined],
		[[], undefined],
	])('%j is %j', (value, expected) => {
		expect(read(value)).toEqual(expected);
	});

	it.each<[unknown, string]>([
		[range('2026-11-02', '2026-11-01'), 'ends on 2026-11-01, before it starts on 2026-11-02'],
		[range('2026-11-02', ''), 'has no last day (To)'],
		[range('', '2026-11-02'), 'has no first day (From)'],
		[['2026-11-02'], 'has no last day (To)'],
		[['2026-11-01', '2026-11-02', '2026-11-03'], 'has 3 dates; a range has two'],
		[range(['2026-11-01', '2026-11-02'], '2026-11-03'), 'has 3 dates; a range has two'],
		['2026-11-01', 'an object with named values is expected'],
	])('%j is refused', (value, message) => {
		const error = badInputOf(() => read(value));
		expect(error.message).toContain(LABEL);
		expect(error.message).toContain(message);
	});

	it('names the end that is wrong', () => {
		expect(badInputOf(() => read(range('2026-11-01', 'soon'))).message).toBe(
			`'To' in ${LABEL} is "soon"; it must be a day such as 2026-11-21`,
		);
	});
});

describe('a point in time', () => {
	const { property, read } = moment('Event Time');

	it('is picked with its time', () => {
		expect(property).toEqual({ displayName: 'Event Time', type: 'dateTime', default: '' });
	});

	it.each([
		['2021-11-01T13:02:06.369Z', '2021-11-01T13:02:06.369Z'],
		['2020-04-03T08:54:39-07:00', '2020-04-03T08:54:39-07:00'],
		[' 2026-11-21 09:30 ', '2026-11-21T09:30Z'],
		['2026-11-21T09:30:00', '2026-11-21T09:30:00Z'],
		[new Date(0), '1970-01-01T00:00:00.000Z'],
		[{ toISO: () => '2026-11-21T09:30:00.000+08:30' }, '2026-11-21T09:30:00.000+08:30'],
		['', undefined],
		[null, undefined],
	])('reads %j as %j', (value, expected) => {
		expect(read(value, "'Event Time'")).toBe(expected);
	});

	it.each([['2026-11-21'], ['2026-02-30T10:00:00Z'], ['2026-11-21T25:00'], [5], [new Date(NaN)]])(
		'refuses %j',
		(value) => {
			expect(() => read(value, "'Event Time'")).toThrow(/^'Event Time' is .*; it must be a point/);
		},
	);
});

import { startedDay } from '../../../../nodes/shared/fields/localDay.ts';
import { compactDay, dateRange, day, moment } from '../../../../nodes/shared/fields/dates.ts';
import { badInputOf } from '../../support.mts';
import { PLACES } from './everyField.mts';

const LABEL = "'Order Date'";
const read = (value: unknown, zone?: string) => day('Order Date').read(value, LABEL, { zone });

describe('the start of a day in the zone of the workflow', () => {
	it.each([
		['Europe/Berlin', '2026-11-21T23:00:00.000Z', '2026-11-22'],
		['Europe/Berlin', '2026-07-21T22:00:00.000Z', '2026-07-22'],
		['Europe/Berlin', '2026-07-21T22:00:00,000Z', '2026-07-22'],
		// The days on which the clocks change.
		['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29'],
		['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
		['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25'],
		['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
		['America/New_York', '2026-11-21T05:00:00Z', '2026-11-21'],
		['Asia/Kolkata', '2026-11-21T18:30:00Z', '2026-11-22'],
		['Asia/Kathmandu', '2026-11-21T18:15:00Z', '2026-11-22'],
		['Pacific/Auckland', '2026-11-21T11:00:00Z', '2026-11-22'],
		['Pacific/Kiritimati', '2026-11-21T10:00:00Z', '2026-11-22'],
		// The island had no 30th of that December.
		['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
		// Clocks go forward at midnight, so the day starts at one o'clock.
		['America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-04'],
		['Asia/Beirut', '2026-03-28T22:00:00Z', '2026-03-29'],
		['Africa/Cairo', '2026-04-23T22:00:00Z', '2026-04-24'],
		// The ways in which it is written.
		['Europe/Berlin', '2026-11-21T23:00Z', '2026-11-22'],
		['Europe/Berlin', '2026-11-21 23:00:00+00', '2026-11-22'],
		['Europe/Berlin', '2026-11-21 23:00:00 UTC', '2026-11-22'],
		['Europe/Berlin', ' 2026-11-21T23:00:00.000+0000 ', '2026-11-22'],
		['Europe/Berlin', '2026-11-21T23:00:00Z[UTC]', '2026-11-22'],
		['Europe/Berlin', '2026-11-21t23:00:00z', '2026-11-22'],
		['Europe/Berlin', '2026-11-21T18:00:00-05:00', '2026-11-22'],
		['Europe/Berlin', '2026-11-22T04:30:00+05:30', '2026-11-22'],
	])('in %s, %s is %s', (zone, text, expected) => {
		expect(startedDay(text.trim(), zone)).toBe(expected);
		expect(read(text, zone)).toBe(expected);
	});
});

describe('any other text is the day that is written', () => {
	it.each([
		['Europe/Berlin', '2026-11-21'],
		['Europe/Berlin', '2026-11-21T23:00:00'],
		['Europe/Berlin', '2026-11-21 23:00'],
		['Europe/Berlin', '2026-11-21T00:00:00.000Z'],
		['America/New_York', '2026-11-21T00:00:00Z'],
		['UTC', '2026-11-21T00:00:00Z'],
		['Europe/Berlin', '2026-11-21T00:00:00+01:00'],
		// Midnight in its own zone, and the start of another day in the workflow's.
		['Pacific/Pago_Pago', '2026-11-21T00:00:00+13:00'],
		['Europe/Berlin', '2026-11-21T23:00:01Z'],
		['Europe/Berlin', '2026-11-21T22:59:59.999Z'],
		['Europe/Berlin', '2026-11-21T22:00:00Z'],
		['America/Sao_Paulo', '2018-11-04T04:00:00Z'],
		['Nowhere/Land', '2026-11-21T23:00:00Z'],
		['', '2026-11-21T23:00:00Z'],
		[undefined, '2026-11-21T23:00:00Z'],
	])('in %s, %s', (zone, text) => {
		expect(read(text, zone)).toBe(text.slice(0, 10));
	});
});

describe('dates as objects', () => {
	it('of JavaScript are their day in the zone of the workflow', () => {
		expect(read(new Date('2026-11-21T23:00:00Z'), 'Europe/Berlin')).toBe('2026-11-22');
		expect(read(new Date('2026-11-21T23:40:10Z'), 'Europe/Berlin')).toBe('2026-11-22');
		expect(read(new Date('2026-11-21T00:00:00Z'), 'America/New_York')).toBe('2026-11-20');
		expect(read(new Date('2026-11-21T23:00:00Z'))).toBe('2026-11-21');
		expect(read(new Date('2026-11-21T23:00:00Z'), 'Nowhere/Land')).toBe('2026-11-21');
		expect(badInputOf(() => read(new Date(NaN), 'Europe/Berlin')).message).toMatch(/be a day/);
	});

	it('of Luxon are their own day', () => {
		const luxon = { toISODate: () => '2026-11-21', toISO: () => '2026-11-21T23:00:00.000Z' };
		expect(read(luxon, 'Europe/Berlin')).toBe('2026-11-21');
	});
});

it.each([45252, 45252.5, '45252', ' 45252 '])(
	'the date %j of a spreadsheet is refused by its name',
	(value) => {
		const { message, remedy } = badInputOf(() => read(value, 'Europe/Berlin'));
		expect(message).toContain('it must be a day such as 2026-11-21');
		expect(remedy).toContain('the number that a spreadsheet keeps for a date');
	},
);

describe('every kind of day', () => {
	const zone = 'Europe/Berlin';

	it('a range', () => {
		const field = dateRange('Range');
		const given = { from: '2026-11-20T23:00:00Z', to: new Date('2026-11-21T23:00:00Z') };
		expect(field.read({ range: given }, LABEL, { zone })).toEqual(['2026-11-21', '2026-11-22']);
		expect(field.read([given.from, given.to], LABEL, { zone })).toEqual([
			'2026-11-21',
			'2026-11-22',
		]);
	});

	it('eight digits', () => {
		const field = compactDay('Day');
		expect(field.read('2026-11-21T23:00:00Z', LABEL, { zone })).toBe('20261122');
		expect(field.read(20261121, LABEL, { zone })).toBe('20261121');
	});

	it('a point in time stays what it is', () => {
		const field = moment('Time');
		const instant = '2026-11-21T23:00:00.000Z';
		expect(field.read(instant, LABEL, { zone })).toBe(instant);
		expect(field.read(new Date(instant), LABEL, { zone })).toBe(instant);
	});
});

describe('every date of every operation', () => {
	const dates = PLACES.filter(({ property }) => property.type === 'dateTime');
	const days = dates.filter(({ property }) => !property.displayName.endsWith(' Time'));

	it('is looked at', () => {
		expect(days.length).toBeGreaterThan(30);
		expect(dates.length - days.length).toBeGreaterThan(2);
	});

	it.each(days.map((place) => [place.name, place] as const))('%s', (_, place) => {
		const given = place.read('2036-11-21T23:00:00.000Z', { zone: 'Europe/Berlin' });
		expect(given).toMatch(/2036-?11-?22|11\/22\/2036/);
		expect(given).not.toMatch(/2036-?11-?21|11\/21\/2036/);
	});

	it.each(
		dates.filter((place) => !days.includes(place)).map((place) => [place.name, place] as const),
	)('%s is a point in time', (_, place) => {
		const given = place.read('2036-11-21T23:00:00.000Z', { zone: 'Europe/Berlin' });
		expect(given).toContain('2036-11-21T23:00:00.000Z');
	});
});

import { maintenanceAt, maintenanceWords } from '../../../../nodes/shared/transport/maintenance.ts';

/*
 * 2026-01-05 is a Monday. Times are Greenwich's.
 */
beforeAll(() => {
	process.env.NIGHTS = 'real';
});
afterAll(() => {
	delete process.env.NIGHTS;
});

const at = (country: string, time: string) => {
	const found = maintenanceAt(country, Date.parse(time));
	return found && [found.probably ? 'probably' : 'certainly', found.until.toISOString()];
};
const certainly = (until: string) => ['certainly', `${until}:00.000Z`];
const probably = (until: string) => ['probably', `${until}:00.000Z`];

describe('the maintenance of a country', () => {
	it.each([
		// North America, GMT-8: Monday to Friday 23:00 to 04:00, Saturday and Sunday 18:00 to 05:00.
		['US', '2026-01-06T05:59:59Z', undefined],
		['US', '2026-01-06T06:00:00Z', probably('2026-01-06T12:00')],
		['US', '2026-01-06T06:59:59Z', probably('2026-01-06T12:00')],
		['US', '2026-01-06T07:00:00Z', certainly('2026-01-06T12:00')],
		['ca', '2026-01-06T11:59:59Z', certainly('2026-01-06T12:00')],
		['US', '2026-01-06T12:00:00Z', probably('2026-01-06T13:00')],
		['US', '2026-01-06T13:00:00Z', undefined],
		['US', '2026-07-07T07:30:00Z', certainly('2026-07-07T12:00')],
		['US', '2026-01-10T08:00:00Z', certainly('2026-01-10T12:00')],
		['US', '2026-01-11T01:30:00Z', probably('2026-01-11T13:00')],
		['US', '2026-01-11T02:00:00Z', certainly('2026-01-11T13:00')],
		['US', '2026-01-11T13:30:00Z', probably('2026-01-11T14:00')],
		['US', '2026-01-11T20:00:00Z', undefined],
		['US', '2026-01-12T12:30:00Z', certainly('2026-01-12T13:00')],
		// Central America, GMT-7: 00:00 to 03:00, Saturday 20:00 to 22:00.
		['MX', '2026-01-06T06:59:59Z', undefined],
		['MX', '2026-01-06T07:00:00Z', certainly('2026-01-06T10:00')],
		['MX', '2026-01-06T10:00:00Z', undefined],
		['CR', '2026-01-10T08:00:00Z', undefined],
		['CR', '2026-01-11T03:00:00Z', certainly('2026-01-11T05:00')],
		['CR', '2026-01-11T08:00:00Z', certainly('2026-01-11T10:00')],
		// South America, GMT-3: 00:00 to 02:00, Friday to 04:00, Saturday none, Sunday 20:00 to 07:00.
		['BR', '2026-01-06T03:00:00Z', certainly('2026-01-06T05:00')],
		['BR', '2026-01-06T05:00:00Z', undefined],
		['PE', '2026-01-09T06:30:00Z', certainly('2026-01-09T07:00')],
		['CL', '2026-01-10T04:00:00Z', undefined],
		['CO', '2026-01-11T23:00:00Z', certainly('2026-01-12T10:00')],
		['CO', '2026-01-12T04:00:00Z', certainly('2026-01-12T10:00')],
		// London, GMT: Monday to Thursday 02:00 to 06:30, Friday to 08:00.
		['GB', '2026-01-06T00:59:59Z', undefined],
		['GB', '2026-01-06T01:30:00Z', probably('2026-01-06T06:30')],
		['GB', '2026-01-06T06:29:59Z', certainly('2026-01-06T06:30')],
		['uk', '2026-01-06T07:00:00Z', probably('2026-01-06T07:30')],
		['GB', '2026-01-09T07:59:59Z', certainly('2026-01-09T08:00')],
		// Not known: London's weekend, and other regions.
		['GB', '2026-01-10T22:00:00Z', undefined],
		['GB', '2026-01-11T03:00:00Z', undefined],
		['DE', '2026-01-06T03:00:00Z', undefined],
		['AU', '2026-01-06T15:00:00Z', undefined],
		['', '2026-01-06T08:00:00Z', undefined],
	])('%s at %s', (country, time, expected) => {
		expect(at(country, time)).toEqual(expected);
	});
});

/** Each window of a week, from its first moment to the first behind it, by Greenwich's clock. */
const WEEK: ReadonlyArray<readonly [country: string, hasDoubt: boolean, windows: string[]]> = [
	[
		'US',
		true,
		[
			'2026-01-06T07:00 2026-01-06T12:00',
			'2026-01-07T07:00 2026-01-07T12:00',
			'2026-01-08T07:00 2026-01-08T12:00',
			'2026-01-09T07:00 2026-01-09T12:00',
			'2026-01-10T07:00 2026-01-10T12:00',
			'2026-01-11T02:00 2026-01-11T13:00',
			'2026-01-12T02:00 2026-01-12T13:00',
		],
	],
	[
		'MX',
		false,
		[
			'2026-01-05T07:00 2026-01-05T10:00',
			'2026-01-06T07:00 2026-01-06T10:00',
			'2026-01-07T07:00 2026-01-07T10:00',
			'2026-01-08T07:00 2026-01-08T10:00',
			'2026-01-09T07:00 2026-01-09T10:00',
			'2026-01-11T03:00 2026-01-11T05:00',
			'2026-01-11T07:00 2026-01-11T10:00',
		],
	],
	[
		'BR',
		false,
		[
			// That of Monday lies within the one that begins on Sunday.
			'2026-01-06T03:00 2026-01-06T05:00',
			'2026-01-07T03:00 2026-01-07T05:00',
			'2026-01-08T03:00 2026-01-08T05:00',
			'2026-01-09T03:00 2026-01-09T07:00',
			'2026-01-11T23:00 2026-01-12T10:00',
		],
	],
	[
		'GB',
		true,
		[
			'2026-01-05T02:00 2026-01-05T06:30',
			'2026-01-06T02:00 2026-01-06T06:30',
			'2026-01-07T02:00 2026-01-07T06:30',
			'2026-01-08T02:00 2026-01-08T06:30',
			'2026-01-09T02:00 2026-01-09T08:00',
		],
	],
];

describe.each(WEEK)('the week of %s', (country, hasDoubt, windows) => {
	const HOUR = 3_600_000;
	const shift = (time: string, ms: number) => new Date(Date.parse(`${time}Z`) + ms).toISOString();

	it.each(windows.map((window) => window.split(' ')))('from %s to %s', (from, to) => {
		const around = hasDoubt ? 'probably' : undefined;
		expect(at(country, shift(from, 0))?.[0]).toBe('certainly');
		expect(at(country, shift(to, -1))).toEqual(certainly(to));
		expect(at(country, shift(from, -1))?.[0]).toBe(around);
		expect(at(country, shift(to, 0))?.[0]).toBe(around);
		expect(at(country, shift(from, -HOUR - 1))).toBeUndefined();
		expect(at(country, shift(to, HOUR))).toBeUndefined();
	});

	it('has no other', () => {
		const start = Date.parse('2026-01-05T00:00Z');
		for (let time = start + 14 * HOUR; time < start + 7 * 24 * HOUR; time += HOUR / 2) {
			const isOn = windows.some((window) => {
				const [from, to] = window.split(' ').map((one) => Date.parse(`${one}Z`));
				return time >= from && time < to;
			});
			const now = new Date(time).toISOString();
			expect([now, at(country, now)?.[0] === 'certainly']).toEqual([now, isOn]);
		}
	});
});

it('is told by the clock of the workflow', () => {
	const found = maintenanceAt('US', Date.parse('2026-01-06T07:30:00Z'))!;
	expect(maintenanceWords(found, 'Europe/Berlin')).toBe(
		'Ingram Micro’s daily maintenance for North America is on, until Tuesday 13:00 (Europe/Berlin)',
	);
	expect(maintenanceWords({ ...found, probably: true }, 'Nowhere/At All')).toBe(
		'Ingram Micro’s daily maintenance for North America is probably on, until Tuesday 12:00 (UTC)',
	);
});

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

it('is told by the clock of the workflow', () => {
	const found = maintenanceAt('US', Date.parse('2026-01-06T07:30:00Z'))!;
	expect(maintenanceWords(found, 'Europe/Berlin')).toBe(
		'Ingram Micro’s daily maintenance for North America is on, until Tuesday 13:00 (Europe/Berlin)',
	);
	expect(maintenanceWords({ ...found, probably: true }, 'Nowhere/At All')).toBe(
		'Ingram Micro’s daily maintenance for North America is probably on, until Tuesday 12:00 (UTC)',
	);
});

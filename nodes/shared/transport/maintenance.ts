/*
 * Ingram Micro's daily maintenance, when calls fail. XI documentation: "FAQ", which gives the hours of
 * each region by the clock of a zone with a fixed distance from Greenwich.
 */

/** Hours of a window by the clock of its region; an end that is not later than the start is on the next day. */
type Hours = readonly [start: number, end: number];

interface Region {
	readonly name: string;
	/** Hours that its clock is ahead of Greenwich. */
	readonly offset: number;
	/** Its zone has summer time, and the document does not say which clock is meant then. */
	readonly hasSummerTime: boolean;
	/** The countries of accounts that belong to it. */
	readonly countries: readonly string[];
	/** By the day on which a window begins, from Sunday. Undefined: none, or not known. */
	readonly days: ReadonlyArray<Hours | undefined>;
}

const NIGHT_NORTH: Hours = [23, 4];
const WEEKEND_NORTH: Hours = [18, 5];
const NIGHT_CENTRAL: Hours = [0, 3];
const NIGHT_SOUTH: Hours = [0, 2];
const NIGHT_LONDON: Hours = [2, 6.5];

/** Regions of which hours are known. Of Europe's continent, Asia and Australia none are. */
const REGIONS: readonly Region[] = [
	{
		name: 'North America',
		offset: -8,
		hasSummerTime: true,
		countries: ['CA', 'US'],
		days: [WEEKEND_NORTH, ...Array<Hours>(5).fill(NIGHT_NORTH), WEEKEND_NORTH],
	},
	{
		name: 'Central America',
		offset: -7,
		hasSummerTime: false,
		countries: ['BZ', 'CR', 'GT', 'HN', 'MX', 'NI', 'PA', 'SV'],
		days: [...Array<Hours>(6).fill(NIGHT_CENTRAL), [20, 22]],
	},
	{
		name: 'South America',
		offset: -3,
		hasSummerTime: false,
		countries: ['AR', 'BO', 'BR', 'CL', 'CO', 'EC', 'PE', 'PY', 'UY', 'VE'],
		days: [[20, 7], ...Array<Hours>(4).fill(NIGHT_SOUTH), [0, 4], undefined],
	},
	{
		name: 'London',
		offset: 0,
		hasSummerTime: true,
		countries: ['GB', 'UK'],
		// On Saturdays it begins at nine in the evening; when it ends, and what Sundays have, is not known.
		days: [undefined, ...Array<Hours>(4).fill(NIGHT_LONDON), [2, 8], undefined],
	},
];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A window that a moment falls into. */
export interface Maintenance {
	readonly region: string;
	readonly until: Date;
	/** The moment is in the hour before or behind it, which may be its hour in summer. */
	readonly probably: boolean;
}

/**
 * The maintenance that a moment falls into.
 *
 * @param country of the account, two letters in any case
 * @param now milliseconds since 1970
 * @returns undefined: none, or none that is known
 */
export function maintenanceAt(country: string | undefined, now: number): Maintenance | undefined {
	const code = country?.trim().toUpperCase() ?? '';
	const region = REGIONS.find(({ countries }) => countries.includes(code));
	if (!region) return undefined;
	const { name, offset, hasSummerTime, days } = region;
	const local = now + offset * HOUR_MS;
	const today = Math.floor(local / DAY_MS) * DAY_MS;
	const margin = hasSummerTime ? HOUR_MS : 0;
	const found = [today - DAY_MS, today, today + DAY_MS].flatMap((day) => {
		const hours = days[new Date(day).getUTCDay()];
		if (hours === undefined) return [];
		const [from, to] = hours;
		const start = day + from * HOUR_MS;
		const end = day + to * HOUR_MS + (to <= from ? DAY_MS : 0);
		if (local < start - margin || local >= end + margin) return [];
		const probably = local < start || local >= end;
		const until = new Date((local >= end ? end + margin : end) - offset * HOUR_MS);
		return [{ region: name, until, probably }];
	});
	return found.find(({ probably }) => !probably) ?? found[0];
}

/** A time as people of a zone read it, with the zone; without one, or with one that is unknown, Greenwich's. */
function clockOf(time: Date, zone: string | undefined): string {
	const parts = { weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
	try {
		return `${new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: zone ?? 'UTC' }).format(time)} (${zone ?? 'UTC'})`;
	} catch {
		return clockOf(time, undefined);
	}
}

/**
 * A maintenance in a sentence: "Ingram Micro’s daily maintenance for North America, until Tuesday 13:00
 * (Europe/Berlin)".
 */
export const maintenanceWords = (
	{ region, until, probably }: Maintenance,
	zone: string | undefined,
): string =>
	`Ingram Micro’s daily maintenance for ${region} is ${probably ? 'probably ' : ''}on, until ${clockOf(until, zone)}`;

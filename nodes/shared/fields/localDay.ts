const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** The calendar of a time zone; undefined for one that is not known. */
function calendarOf(zone: string): Intl.DateTimeFormat | undefined {
	if (!formats.has(zone)) {
		const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
		try {
			formats.set(zone, new Intl.DateTimeFormat('en-US', { ...parts, timeZone: zone }));
		} catch {
			formats.set(zone, undefined);
		}
	}
	return formats.get(zone);
}

/** Whether a value is a date of JavaScript, also of another realm, as code in n8n may give it. */
export const isDate = (value: unknown): value is Date =>
	Object.prototype.toString.call(value) === '[object Date]';

/**
 * The calendar day on which a point in time falls.
 *
 * @param zone e.g. `Europe/Berlin`
 * @returns `yyyy-MM-dd`; undefined without a zone that is known, or for no date
 */
export function localDay(date: Date, zone: string | undefined): string | undefined {
	const calendar = zone === undefined ? undefined : calendarOf(zone);
	if (calendar === undefined || Number.isNaN(date.getTime())) return undefined;
	const parts = new Map(calendar.formatToParts(date).map(({ type, value }) => [type, value]));
	return [parts.get('year')?.padStart(4, '0'), parts.get('month'), parts.get('day')].join('-');
}

/** A point in time with its offset: in ISO's way, as databases write it, and with a zone behind. */
const INSTANT =
	/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:[.,]\d+)?)? ?(?:(Z|UTC|GMT)|([+-]\d{2}):?(\d{2})?)(?:\[[^\]]*\])?$/i;

/**
 * The day of a time zone that starts at the very instant that a text names in another zone. Not every
 * day starts at midnight: where clocks go forward at midnight, it starts at one o'clock. A text that
 * is midnight in its own zone names its day itself.
 *
 * @returns `yyyy-MM-dd`; undefined for any other text
 */
export function startedDay(text: string, zone: string | undefined): string | undefined {
	const [, date, time, seconds = ':00', isUtc, hours, minutes = '00'] = INSTANT.exec(text) ?? [];
	if (date === undefined || /^[0:.,]+$/.test(time + seconds)) return undefined;
	const offset = isUtc === undefined ? `${hours}:${minutes}` : 'Z';
	const instant = Date.parse(`${date}T${time}${seconds.replace(',', '.')}${offset}`);
	const day = localDay(new Date(instant), zone);
	const dayBefore = localDay(new Date(instant - 1), zone);
	return day !== undefined && dayBefore !== undefined && dayBefore < day ? day : undefined;
}

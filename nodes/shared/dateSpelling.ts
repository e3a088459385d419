/*
 * How dates are written in the output: a day as `2026-11-21`, a moment as `2026-11-21T09:30:00-07:00`,
 * with the offset that XI gives it, where it gives one. XI writes days with and without a time, and its
 * systems have forms of their own. What is written is read, and no more: nothing is shifted to another
 * zone, no zone is made up, and a text that is no date for certain stays as it came.
 */

/** What a date says, each part in ISO's way. */
interface Written {
	readonly day: string;
	readonly time?: string;
	/** A zone of which the offset is not known is its name. */
	readonly zone?: string;
}

/** Whether the calendar has such a day, written `yyyy-MM-dd`: not the 30th of February. */
export function isInCalendar(day: string): boolean {
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const NAMES_A_MONTH =
	/^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

/** The number of a month by its English name, in full or the start of it; undefined for another word. */
const monthOf = (name: string): string | undefined =>
	NAMES_A_MONTH.test(name) ? String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1) : undefined;

/** Year, month and day, of the parts of a date. */
type Ymd = readonly [string?, string?, string?];

/** The forms in which a day stands at the start of a text, and how its parts are read. */
const FORMS: ReadonlyArray<{ form: RegExp; read(...parts: string[]): Ymd }> = [
	{
		form: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/,
		read: (year, _, month, day) => [year, month, day],
	},
	// Without signs between, as SAP keeps it.
	{ form: /^(\d{4})(\d{2})(\d{2})(?!\d)/, read: (year, month, day) => [year, month, day] },
	{ form: /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/, read: (day, month, year) => [year, month, day] },
	// Month or day first, by country: a day up to the 12th can be read in two ways.
	{
		form: /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?!\d)/,
		read: (one, _, other, year) => {
			if (Number(other) > 12 || Number(one) === Number(other)) return [year, one, other];
			return Number(one) > 12 ? [year, other, one] : [];
		},
	},
	{
		form: /^(?:[a-z]{3,9},? )?(\d{1,2})[ -]([a-z]{3,9})[ -](\d{4})(?!\d)/i,
		read: (day, month, year) => [year, monthOf(month), day],
	},
	{
		form: /^(?:[a-z]{3,9},? )?([a-z]{3,9}) (\d{1,2}),? (\d{4})(?!\d)/i,
		read: (month, day, year) => [year, monthOf(month), day],
	},
];

/** The time behind a day, with its fraction, half of the day and zone as far as it has them. */
const TIME =
	/^(?:T|,? )(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([AP])\.?M\.?)? ?(Z|[A-Z]{2,5}(?![A-Z+-])|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?)?(?: ?[[(].*[\])])?$/i;

const two = (digits: string): string => digits.padStart(2, '0');

/** The hour of 24, of an hour and the half of the day, where one is written. */
function hourOf(hour: string, half: string | undefined): number {
	if (half === undefined) return Number(hour);
	const isHour = Number(hour) >= 1 && Number(hour) <= 12;
	return isHour ? (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0) : NaN;
}

/** A zone as an offset in ISO's way; a name that stands for none stays. */
function offsetOf(zone: string): string {
	if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 'Z';
	const [, sign, hours, minutes = '00'] =
		/^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone) ?? [];
	return sign === undefined ? zone : `${sign}${two(hours)}:${minutes}`;
}

function timeIn(text: string): Omit<Written, 'day'> | undefined {
	const [found, hour, minute, second = '00', fraction, half, zone] = TIME.exec(text) ?? [];
	if (found === undefined) return undefined;
	const hours = hourOf(hour, half);
	// Also where the hour is not a number.
	if (!(hours < 24) || Number(minute) > 59 || Number(second) > 59) return undefined;
	const seconds = fraction === undefined ? second : `${second}.${fraction}`;
	return {
		time: `${two(String(hours))}:${minute}:${seconds}`,
		...(zone !== undefined && { zone: offsetOf(zone) }),
	};
}

/** What a text says where it is a date, with or without a time, and nothing besides. */
function writtenIn(text: string): Written | undefined {
	for (const { form, read } of FORMS) {
		const [found, ...parts] = form.exec(text) ?? [];
		if (found === undefined) continue;
		const [year, month, dayOfMonth] = read(...parts);
		if (year === undefined || month === undefined || dayOfMonth === undefined) return undefined;
		const day = `${year}-${two(month)}-${two(dayOfMonth)}`;
		const rest = text.slice(found.length);
		const time = rest === '' ? {} : timeIn(rest);
		return time && isInCalendar(day) ? { day, ...time } : undefined;
	}
	return undefined;
}

/** A date of which a number may be the digits, as 20261121 is. */
const textOf = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

const readWith =
	(spell: (written: Written) => string | undefined) =>
	(value: unknown): unknown => {
		const text = textOf(value);
		const written = typeof text === 'string' ? writtenIn(text.trim()) : undefined;
		return (written && spell(written)) ?? value;
	};

/** A day, as `2026-11-21`: the one that is written, whatever time and zone stand behind it. */
export const spelledDay = readWith(({ day }) => day);

/** Whether ISO 8601 has such a zone, or there is none. */
const isOffset = (zone: string): boolean => zone === 'Z' || /^[+-]/.test(zone);

/**
 * A moment as ISO 8601, in the zone in which it is written; without one where it has none. Where only
 * the day is told it is the day. Of a zone whose name says no offset it stays as it came.
 */
export const spelledMoment = readWith(({ day, time, zone = '' }) => {
	if (time === undefined) return day;
	return zone === '' || isOffset(zone) ? `${day}T${time}${zone}` : undefined;
});

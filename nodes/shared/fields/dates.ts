import { isInCalendar } from '../dateSpelling';
import { BadInput } from '../errors';
import {
	asObject,
	type Field,
	isBlank,
	labelOf,
	propertiesOf,
	quotedValue,
	type Reading,
	shown,
	type Texts,
} from './field';
import { cleanIdentifier } from '../invisible';
import { isDate, localDay, startedDay } from './localDay';
import { isObject } from '../records';

/** A whole day, as XI's orders, invoices and returns write it: `yyyy-MM-dd`. */
export type Day = string;

/** From the first day to the last, both included. */
export type DayRange = readonly [Day, Day];

/** A date of JavaScript as text. */
const utc = (date: Date): string => (Number.isNaN(date.getTime()) ? 'no date' : date.toISOString());

/**
 * What a day is read from. A date of JavaScript is a day only in some zone, so it is that of the
 * workflow; one of Luxon has a zone of its own. A text is as it is written, unless it is the instant
 * at which a day of the workflow's zone starts, written in another: so do sheets, databases and
 * JSON write the day that a person picked, and read as it is written it is the day before, or after.
 */
function dayIn(value: unknown, zone: string | undefined): unknown {
	if (isDate(value)) return localDay(value, zone) ?? utc(value);
	if (typeof value === 'string') {
		const { text } = cleanIdentifier(value);
		return startedDay(text, zone) ?? text;
	}
	return isObject(value) && 'toISODate' in value
		? (value as { toISODate(): string | null }).toISODate()
		: value;
}

/** Days as Excel counts them, of the years 1954 to 2119. */
const isSerialDate = (value: unknown): boolean =>
	(typeof value === 'number' || typeof value === 'string') &&
	/^[2-7]\d{4}(\.\d+)?$/.test(cleanIdentifier(String(value)).text);

const GIVE_DAY =
	"Pick a date, or give it as yyyy-MM-dd, e.g. with {{ $today.toFormat('yyyy-MM-dd') }}";
const SERIAL =
	'It looks like the number that a spreadsheet keeps for a date: format its column as text, or give the day as yyyy-MM-dd';

/** The calendar day of a date: the one that is written, but see `dayIn`. */
function readDay(value: unknown, label: string, reading: Reading = {}): Day | undefined {
	if (isBlank(value)) return undefined;
	const text = dayIn(value, reading.zone);
	const found =
		typeof text === 'string' ? /^(\d{4}-\d{2}-\d{2})($|[T\s])/.exec(text)?.[1] : undefined;
	if (found === undefined || !isInCalendar(found)) {
		throw new BadInput(
			`${label} is ${quotedValue(value)}; it must be a day such as 2026-11-21`,
			isSerialDate(value) ? SERIAL : GIVE_DAY,
		);
	}
	return found;
}

/** An optional calendar day, picked in the editor. Blank reads as undefined. */
export const day = (displayName: string, rules: Texts = {}): Field<Day | undefined> => ({
	property: {
		displayName,
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		...shown(rules),
	},
	read: readDay,
});

/** A day and a time of day, with the offset if there is one. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/i;

/** Dates of JavaScript and of Luxon as text, with the time of day. */
function asMoment(value: unknown): unknown {
	if (isDate(value)) return utc(value);
	return isObject(value) && 'toISO' in value
		? (value as { toISO(): string | null }).toISO()
		: value;
}

/**
 * An optional point in time, as XI writes it: `2026-11-21T09:30:00Z`. What comes without an offset, as
 * from the picker, is taken for UTC, in which XI's own times are. Blank reads as undefined.
 */
export const moment = (displayName: string, rules: Texts = {}): Field<string | undefined> => ({
	property: { displayName, type: 'dateTime', default: '', ...shown(rules) },
	read(value, label) {
		if (isBlank(value)) return undefined;
		const text = asMoment(value);
		const [, date, time, offset = 'Z'] =
			(typeof text === 'string' ? MOMENT.exec(cleanIdentifier(text).text) : null) ?? [];
		const written = `${date}T${time}${offset}`;
		if (date === undefined || !isInCalendar(date) || Number.isNaN(Date.parse(written))) {
			throw new BadInput(
				`${label} is ${quotedValue(value)}; it must be a point in time such as 2026-11-21T09:30:00Z`,
				'Pick a date and a time, or use an expression such as {{ $now }}',
			);
		}
		return written;
	},
});

const RANGE = 'range';
const ends = {
	from: day('From', { description: 'The first day' }),
	to: day('To', { description: 'The last day, which is included' }),
};

/** What was given for a range: two pickers, or, by an expression, a list of days. */
function daysIn(value: unknown, label: string): unknown[] {
	if (Array.isArray(value)) return value.flat();
	const stored = asObject(value, label);
	const { from, to } = asObject(stored[RANGE] ?? stored, label);
	const both = [from, to];
	return both.some(Array.isArray) ? both.flat().filter((end) => !isBlank(end)) : both;
}

/**
 * Two calendar days that are picked in the editor. An expression may also give a list of two. XI
 * takes a range with both ends only, and no end is made up here: which one would be meant (today in
 * which zone, or all of the future) is not known.
 */
export function dateRange(displayName: string, rules: Texts = {}): Field<DayRange | undefined> {
	return {
		property: {
			displayName,
			type: 'fixedCollection',
			placeholder: 'Add range',
			// Where it is added, both ends stand open at once.
			default: { [RANGE]: { from: '', to: '' } },
			options: [{ name: RANGE, displayName: 'Range', values: propertiesOf(ends) }],
			...shown({ description: rules.description }),
		},
		read(value, label, reading) {
			const given = daysIn(value, label);
			if (given.length > 2) {
				throw new BadInput(
					`${label} has ${given.length} dates; a range has two, the first day and the last`,
				);
			}
			const from = ends.from.read(given[0], labelOf('From', label), reading);
			const to = ends.to.read(given[1], labelOf('To', label), reading);
			if (from === undefined && to === undefined) return undefined;
			if (from === undefined || to === undefined) {
				throw new BadInput(
					`${label} has ${from === undefined ? 'no first day (From)' : 'no last day (To)'}`,
					'Ingram Micro takes a range with both ends only. Use {{ $today }} for a range up to today, and the same day twice for one day',
				);
			}
			if (from > to) {
				throw new BadInput(
					`${label} ends on ${to}, before it starts on ${from}`,
					'Swap the two days, or correct one of them',
				);
			}
			return [from, to];
		},
	};
}

/**
 * A range where XI has one text parameter for both ends (`createdOn-bt`). The form is in no document;
 * a text parameter is bound from one value, so the two days go out as one, with a comma between.
 */
export const joinedRange = (range: DayRange | undefined): string | undefined => range?.join(',');

/** A day as XI's renewals and the expiry of quotes write it: `MM/dd/yyyy`. */
export function slashed(date: Day): string {
	const [year, month, dayOfMonth] = date.split('-');
	return `${month}/${dayOfMonth}/${year}`;
}

/** A calendar day where XI takes 8 characters only: `yyyyMMdd`. May be given in this way too. */
export const compactDay = (displayName: string, rules: Texts = {}): Field<string | undefined> => ({
	...day(displayName, rules),
	read: (value, label, reading) => {
		const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(cleanIdentifier(String(value)).text);
		const given = digits ? digits.slice(1).join('-') : value;
		return readDay(given, label, reading)?.replaceAll('-', '');
	},
});

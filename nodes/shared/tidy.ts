import { isObject } from './records';

/*
 * What XI's systems leave in values: blanks behind them, a date of the year 1 for none, and "True" for
 * true. Simplified, Selected Fields, the lists in the editor and the trigger's items are free of it;
 * Raw is what XI sent.
 */

/** Blanks at the ends of a text, also those that nobody sees. */
const BLANKS = /^[\s\u00AD\u200B-\u200F\u2060-\u2064]+|[\s\u00AD\u200B-\u200F\u2060-\u2064]+$/g;

/** A day of the years 0 and 1, or SAP's of noughts, with or without a time: "0001-01-01T00:00:00". */
const NO_DATE =
	/^(?:0000|0001)([-/.])\d\d?\1\d\d?(?:[T ].*)?$|^\d\d?([-/.])\d\d?\2(?:0000|0001)(?:,? .*)?$/i;
/** The same with the month as a word: "01-JAN-0001", "Jan 1, 0001", "Mon Jan 01 0001 00:00:00". */
const NO_DATE_IN_WORDS =
	/^(?:[a-z]{3,9},? )?(?:jan(?:uary)?[ -]\d\d?|\d\d?[ -]jan(?:uary)?),?[ -]0001(?: .*)?$/i;
/** The first moment of the year 1, or a day before or after it, in the milliseconds of .NET's JSON. */
const NO_DATE_IN_MILLISECONDS = /^\/Date\(-6213[56]\d{9}(?:[+-]\d{4})?\)\/$/;

/**
 * Whether a text is what XI's systems write where there is no date. The year 1900 is not among them:
 * no answer of XI's is known to mean that by it.
 */
export function isNoDate(text: string): boolean {
	// What each of them holds; thousands of texts hold neither.
	if (!text.includes('000') && !text.includes('-6213')) return false;
	const given = text.trim();
	return [NO_DATE, NO_DATE_IN_WORDS, NO_DATE_IN_MILLISECONDS].some((form) => form.test(given));
}

/** A member that holds a date, and only there eight digits are one. */
const NAMES_A_DATE = /date|time ?stamp/i;
/** As SAP writes a day, without signs: "00000000", "00010101". */
const NO_DATE_IN_DIGITS = /^(?:0000|0001)\d{4}$/;

/** A text without the blanks at its ends. */
export const withoutBlanks = (text: string): string =>
	isSign(text.charCodeAt(0)) && isSign(text.charCodeAt(text.length - 1))
		? text
		: text.replace(BLANKS, '');

/** Whether a character code is a letter, digit or sign of ASCII, as nearly all ends of texts are. */
const isSign = (code: number): boolean => code > 0x20 && code < 0x7f;

const WORDS: ReadonlyMap<string, boolean> = new Map([
	['true', true],
	['yes', true],
	['y', true],
	['1', true],
	['false', false],
	['no', false],
	['n', false],
	['0', false],
]);

/** A yes or no, which XI writes as true, "True", "Y", "Yes" or "1"; undefined where it is neither. */
export function yesOrNo(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	return typeof value === 'string' || typeof value === 'number'
		? WORDS.get(String(value).trim().toLowerCase())
		: undefined;
}

/**
 * The members of XI's answers that are a yes or no, in small letters. Its documents type some of them
 * as text. Names with `is` or `has` in front need no entry.
 */
const YES_OR_NO: ReadonlySet<string> = new Set([
	'acceptbackorder',
	'attributerequired',
	'authorizedtopurchase',
	'available',
	'backorderflag',
	'bundlepartindicator',
	'directship',
	'discontinued',
	'enduserinforequired',
	'enduserrequired',
	'govtspecialpriceavailable',
	'isfseccenabled',
	'linerejected',
	'newproduct',
	'ordersplit',
	'processedpartially',
	'productauthorized',
	'returnableproduct',
	'shipcomplete',
	'signaturerequired',
	'specialbidpricingavailable',
	'webdiscountsavailable',
]);

/** What is known of names: records have few of them, and there are thousands of records. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 1_000;

function isYesOrNo(name: string): boolean {
	const told = known.get(name);
	if (told !== undefined) return told;
	const isOne = YES_OR_NO.has(name.toLowerCase()) || /^(?:[iI]s|[hH]as)[A-Z]/.test(name);
	if (known.size < MOST_KNOWN) known.set(name, isOne);
	return isOne;
}

/** Reads a yes or no; what is not understood stays, and a blank one is none. */
function yesOrNoOr(value: unknown): unknown {
	const isBlank = typeof value === 'string' && value.trim() === '';
	return isBlank ? null : (yesOrNo(value) ?? value);
}

/** XI nests some ten levels; what goes on for ever would never end here. */
const DEEPEST = 64;

/**
 * A value without what XI's systems leave in it, at any depth: texts without blanks around them, null
 * for a date that means none, and booleans for the members that are a yes or no.
 *
 * @param name the member that holds the value, by which it is known to be a yes or no
 */
export function tidy(value: unknown, name = '', depth = 0): unknown {
	if (isObject(value)) {
		if (depth >= DEEPEST) return value;
		if (Array.isArray(value)) return value.map((entry) => tidy(entry, name, depth + 1));
		return Object.fromEntries(
			Object.entries(value).map(([key, entry]) => [key, tidy(entry, key, depth + 1)]),
		);
	}
	if (isYesOrNo(name)) return yesOrNoOr(typeof value === 'string' ? withoutBlanks(value) : value);
	if (typeof value !== 'string') return value;
	const text = withoutBlanks(value);
	const isNone = isNoDate(text) || (NO_DATE_IN_DIGITS.test(text) && NAMES_A_DATE.test(name));
	return isNone ? null : text;
}

/*
 * What XI's systems leave in values: blanks behind them, a date of the year 1 for none, and "True" for
 * true. Simplified, Selected Fields, the lists in the editor and the trigger's items are free of it;
 * Raw is what XI sent.
 */

const BLANKS = /^[\s\u200B-\u200D\u2060\uFEFF]+|[\s\u200B-\u200D\u2060\uFEFF]+$/g;

/** A day of the years 0 and 1, or SAP's of noughts, with or without a time: "0001-01-01T00:00:00". */
const NO_DATE =
	/^(?:0000|0001)([-/.])\d\d?\1\d\d?(?:[T ].*)?$|^\d\d?([-/.])\d\d?\2(?:0000|0001)(?:,? .*)?$/i;

/**
 * Whether a text is what XI's systems write where there is no date. The year 1900 is not among them:
 * no answer of XI's is known to mean that by it.
 */
export const isNoDate = (text: string): boolean => NO_DATE.test(text.trim());

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
	'signaturerequired',
	'specialbidpricingavailable',
	'webdiscountsavailable',
]);

const isYesOrNo = (name: string): boolean =>
	YES_OR_NO.has(name.toLowerCase()) || /^(?:[iI]s|[hH]as)[A-Z]/.test(name);

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
	if (typeof value === 'object' && value !== null) {
		if (depth >= DEEPEST) return value;
		if (Array.isArray(value)) return value.map((entry) => tidy(entry, name, depth + 1));
		return Object.fromEntries(
			Object.entries(value).map(([key, entry]) => [key, tidy(entry, key, depth + 1)]),
		);
	}
	if (isYesOrNo(name))
		return yesOrNoOr(typeof value === 'string' ? value.replace(BLANKS, '') : value);
	if (typeof value !== 'string') return value;
	const text = value.replace(BLANKS, '');
	return isNoDate(text) ? null : text;
}

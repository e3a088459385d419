import { isSafeObjectProperty } from 'n8n-workflow';

import { isObject } from '../records';

/** A name or a position on the way from an item's JSON to a value in it. */
type Step = string | number;

/** A reference to a value of the input item, as a parameter holds it. */
export interface Reference {
	/** The text that n8n stores. */
	readonly expression: string;
	readonly steps: readonly Step[];
}

/** What is taken from an item without n8n's evaluation. */
export type Plain = string | number | boolean | null;

/** One step: `.name`, `?.name`, `["any name"]`, `['any name']`, `[0]`. */
const STEP =
	/\??\.(?<name>[\p{ID_Start}$_][\p{ID_Continue}$]*)|(?:\?\.)?\[(?:"(?<double>[^"\\{}\n\r\u2028\u2029]*)"|'(?<single>[^'\\{}\n\r\u2028\u2029]*)'|(?<position>0|[1-9]\d{0,8}))\]/gu;
/** Blanks inside the braces are none of the value's; one outside makes the whole a text. */
const REFERENCE = new RegExp(`^=\\{\\{\\s*\\$json(?<steps>(?:${STEP.source})+)\\s*\\}\\}$`, 'u');

/** n8n refuses an expression with this in it, wherever it stands, and be it the start of another name. */
const REFUSED = /\.\s*constructor/;

/**
 * Names behind a dot of letters that every reader of JavaScript knows: Latin, Greek, Cyrillic, Hebrew,
 * Arabic, Devanagari, Kana, Han and Hangul as they long were. n8n's know fewer of the later ones than
 * Node does.
 */
const OF_OLD_LETTERS =
	/^[\0-\u052f\u05d0-\u05ea\u0620-\u064a\u0904-\u0939\u3040-\u30ff\u4e00-\u9fa5\uac00-\ud7a3]*$/;

/**
 * Names that n8n gives no expression whatever they hold, and those that every object has of its own
 * accord: n8n's engines do not agree on which of the two wins.
 */
const isForbidden = (name: string): boolean =>
	name === '$' || name in {} || !isSafeObjectProperty(name);

/**
 * The reference in a parameter's stored text, where the text is that and nothing else: a path from
 * `$json` by names and positions. Anything that has to be worked out is none.
 *
 * @param expression as n8n stores it: `={{ $json.lines[0]["part number"] }}`
 */
export function referenceIn(expression: string): Reference | undefined {
	const path = REFERENCE.exec(expression)?.groups?.steps;
	if (path === undefined || REFUSED.test(expression)) return undefined;
	const written = [...path.matchAll(STEP)];
	if (!written.every(({ groups }) => OF_OLD_LETTERS.test(groups?.name ?? ''))) return undefined;
	const steps = written.map(({ groups }): Step => {
		const { name, double, single, position } = groups ?? {};
		return position === undefined ? (name ?? double ?? single) : Number(position);
	});
	const isKnown = steps.every((step) => typeof step === 'number' || !isForbidden(step));
	return isKnown ? { expression, steps } : undefined;
}

/** A value that crosses into n8n's evaluation and back unchanged, whichever engine it has. */
function isPlain(value: unknown): value is Plain {
	if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
	// Half a character, a text that seems to end before its end, and a mark of byte order in front (which
	// one engine drops) do not survive every way.
	if (typeof value === 'string') return !/[\0\uFEFF\p{Surrogate}]/u.test(value);
	return value === null || typeof value === 'boolean';
}

/** An object such as JSON has it: nothing in it is computed, or comes from what it was made of. */
function isOfJson(value: unknown): value is object {
	if (!isObject(value)) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return Array.isArray(value)
		? prototype === Array.prototype
		: prototype === Object.prototype || prototype === null;
}

/**
 * What stands where a reference points, if that is certain to be what n8n would give: a text, a number,
 * true, false or null that the item has of its own.
 *
 * @returns undefined where n8n has to be asked: the path leads nowhere, to a list, to a date, …
 */
export function plainAt(json: unknown, { steps }: Reference): { value: Plain } | undefined {
	let value = json;
	for (const step of steps) {
		if (!isOfJson(value) || (Array.isArray(value) && typeof step === 'string')) return undefined;
		const own = Object.getOwnPropertyDescriptor(value, step);
		if (own === undefined || !('value' in own)) return undefined;
		value = own.value;
	}
	return isPlain(value) ? { value } : undefined;
}

import { isCurrencyCode } from './currency';

/** Blanks and apostrophes that part thousands: "1 234,50", "1'234.50". */
const SPACED = /^\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/;
/** Thousands by comma and a decimal point, also in India's groups of two: "1,234.50", "12,34,567.89". */
const BY_COMMA = /^\d{1,3}(?:,\d{2,3})*,\d{3}\.\d*$/;
/** The same the other way round: "1.234,50". */
const BY_POINT = /^\d{1,3}(?:\.\d{3})+,\d*$/;
/** More than one group, so it is no decimal sign: "1,234,567", "12,34,567", "1.234.567". */
const GROUPS = /^\d{1,3}(?:,\d{2,3})+,\d{3}$|^\d{1,3}(?:\.\d{3}){2,}$/;
/** A comma that parts no thousands, since it has no three digits behind it or too many before it: "12,5". */
const DECIMAL_COMMA = /^(?:\d+,(?:\d{1,2}|\d{4,})|(?:0|\d{4,}),\d+)$/;
/** A number as JSON and XI write it. */
const PLAIN = /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A sign or code of a currency before or behind an amount: "$", "€", "R$", "USD". */
const CURRENCY = /^([A-Z]{0,3}\p{Sc}|[A-Z]{3})\s*(?=[\d.(+-])|(?<=[\d.)-])\s*(\p{Sc}|[A-Z]{3})$/u;

/** An amount without its currency. Other units stay: "5 LBS" is more than a number. */
const bare = (text: string): string =>
	text
		.replace(CURRENCY, (whole, before?: string, behind?: string) => {
			const sign = before ?? behind ?? '';
			return /^[A-Z]{3}$/.test(sign) && !isCurrencyCode(sign) ? whole : '';
		})
		.trim();

/** An amount without its sign; undefined where what it says is not certain. */
function sizeIn(digits: string): number | undefined {
	let plain: string;
	if (PLAIN.test(digits)) plain = digits;
	else if (BY_COMMA.test(digits)) plain = digits.replaceAll(',', '');
	else if (BY_POINT.test(digits)) plain = digits.replaceAll('.', '').replace(',', '.');
	else if (GROUPS.test(digits)) plain = digits.replace(/[,.]/g, '');
	else if (DECIMAL_COMMA.test(digits)) plain = digits.replace(',', '.');
	else if (SPACED.test(digits)) plain = digits.replace(/[\s'’]/g, '').replace(',', '.');
	else return undefined;
	const number = Number(plain);
	// Beyond that a number of JavaScript is another than the one that is written.
	return number <= Number.MAX_SAFE_INTEGER ? number : undefined;
}

function numberInText(text: string): number | undefined {
	let rest = bare(text.trim().replace(/[−–]/g, '-'));
	let isNegative = false;
	const inBrackets = /^\((.+)\)$/.exec(rest)?.[1];
	// The minus of SAP's countries stands behind, that of bookkeepers is a pair of brackets.
	const signed = inBrackets ?? /^-(.+)$/.exec(rest)?.[1] ?? /^(.+)-$/.exec(rest)?.[1];
	if (signed !== undefined) {
		isNegative = true;
		rest = bare(signed.trim());
	}
	const size = sizeIn(rest.replace(/^\+/, '').trim());
	return size === undefined || !isNegative || size === 0 ? size : -size;
}

/**
 * A number that XI sends as one or as text, with thousands signs, a currency, or its minus behind it.
 *
 * One group behind a comma alone, "1,234", may be a thousand or a little more than one, and SAP's
 * "1,000" is one piece: it is no number, since a wrong one would be wrong by a factor of a thousand. A
 * point alone is a decimal point, as everywhere in XI's documents.
 *
 * @returns undefined where it is none, or none for certain. Whoever calculates must not take that
 * for zero.
 */
export function numberIn(value: unknown): number | undefined {
	if (typeof value === 'string') return numberInText(value);
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/**
 * A number for a person or a workflow to read: what is no number for certain stays as it came, since
 * an amount that nobody can read is better than one that has gone.
 *
 * @returns undefined where there is nothing, or blanks only
 */
export function numberOrText(value: unknown): unknown {
	if (typeof value === 'string' && value.trim() === '') return undefined;
	return numberIn(value) ?? value;
}

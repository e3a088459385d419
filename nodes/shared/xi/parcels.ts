import type { IDataObject } from 'n8n-workflow';

import { cleanIdentifier } from '../invisible';
import { isObject } from '../records';

/*
 * What is packed in a box: the numbers under which carriers know parcels, and the serial numbers of
 * the devices in them. XI documents one tracking number a parcel and `serialNumbers: [{ serialNumber }]`
 * ("Get Order Details v6.1"); its systems also send several numbers glued together, and serial numbers
 * in other spellings and shapes.
 */

/** What always stands between numbers, and in none; also in East Asia, in web pages and in JSON as text. */
const BETWEEN = /(?:[,;|\r\n\t\u2028\u2029\u3001\uff0c\uff1b"[\]]|<br\s{0,5}\/?>)+/i;
/** What may stand between two tracking numbers, or in the middle of one: "1Z 999 AA1 01 2345 6784". */
const BETWEEN_PARCELS = /\s*[/&+]\s*|\s+/;
const BETWEEN_SERIALS = /\s+/;

/** The shortest numbers of carriers and makers that a piece must be as long as to count as a whole one. */
const SHORTEST = 8;

const isWholeNumber = (piece: string): boolean =>
	piece.length >= SHORTEST && /\d/.test(piece) && /^[\w.-]+$/.test(piece);

function apart(part: string, between: RegExp): string[] {
	const pieces = part.split(between).filter((piece) => piece !== '');
	return pieces.length > 1 && pieces.every(isWholeNumber) ? pieces : [part];
}

/** The numbers that a text holds, each as it is written there. */
const numbersIn = (text: string, between: RegExp): string[] =>
	text
		.split(BETWEEN)
		.map((part) => cleanIdentifier(part).text)
		.filter((part) => part !== '')
		.flatMap((part) => apart(part, between));

/** Of numbers that differ only in capitals and blanks, the first. */
function once(numbers: readonly string[]): string[] {
	const seen = new Map<string, string>();
	for (const number of numbers) {
		const key = number.replace(/\s/g, '').toUpperCase();
		if (!seen.has(key)) seen.set(key, number);
	}
	return [...seen.values()];
}

/** XI nests a few levels; what goes on for ever holds nothing. */
const DEEPEST = 8;

/** A name whatever its capitals and the signs in it: serial_number is serialNumber. */
const plainName = (name: string): string => name.replace(/[^a-z]/gi, '').toLowerCase();

/**
 * The texts in a value of whatever shape: itself, the entries of a list, the members of an object that
 * go by one of these names, whatever their capitals, at any depth.
 */
function textsIn(value: unknown, names: ReadonlySet<string>, depth = 0): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value === 'number' || typeof value === 'bigint') return [String(value)];
	if (!isObject(value) || depth >= DEEPEST) return [];
	const members: unknown[] = Array.isArray(value)
		? value
		: Object.entries(value)
				.filter(([name]) => names.has(plainName(name)))
				.map(([, member]) => member as unknown);
	return members.flatMap((member) => textsIn(member, names, depth + 1));
}

const TRACKING_NAMES: ReadonlySet<string> = new Set(['trackingnumber', 'trackingnumbers']);

/**
 * The tracking numbers in what XI sends as one, each once, in its order.
 *
 * Commas, semicolons, bars and line breaks always stand between numbers. Blanks and slashes do where
 * each piece looks like a whole number, at least 8 characters with a digit; otherwise they belong to
 * the number, as carriers print theirs in groups.
 *
 * @param value a text, a number, a list of them, or an object with a `trackingNumber`; anything else
 * holds none
 * @returns the numbers as they are written; empty: there are none
 */
export function trackingNumbersIn(value: unknown): string[] {
	const texts = textsIn(value, TRACKING_NAMES);
	return once(texts.flatMap((text) => numbersIn(text, BETWEEN_PARCELS)));
}

const SERIAL_NAMES: ReadonlySet<string> = new Set([
	'serial',
	'serialno',
	'serialnos',
	'serialnumber',
	'serialnumberdetails',
	'serialnumberlist',
	'serialnumbers',
	'serials',
]);

/**
 * The serial numbers in a value, whatever its shape: `[{ serialNumber }]`, a list of texts, a single
 * object, a text of several numbers, or an object that holds any of these as `serialNumbers` in any
 * capitals, as a parcel or a line does. Never throws: what holds none reads as none.
 *
 * Texts are cut at commas, semicolons, bars and line breaks, and at blanks where each piece has at
 * least 8 characters with a digit.
 *
 * @returns the numbers as they are written, each once, in XI's order
 */
export function serialNumbersIn(value: unknown): string[] {
	const texts = textsIn(value, SERIAL_NAMES);
	return once(texts.flatMap((text) => numbersIn(text, BETWEEN_SERIALS)));
}

/** Whether a member of a parcel or line holds its serial numbers. */
export const holdsSerialNumbers = (name: string): boolean => SERIAL_NAMES.has(plainName(name));

/** The addresses in a text; XI joins them as it joins the numbers. */
const urlsIn = (value: unknown): string[] =>
	typeof value === 'string' ? value.split(/[\s,;|]+(?=\w+:\/\/)/).map((url) => url.trim()) : [];

/** Where one of several parcels is tracked: at the address that names it, else at that of its place. */
function urlOf(number: string, position: number, numbers: readonly string[], urls: string[]) {
	const names = (url: string, one: string) =>
		url.toUpperCase().includes(one.replace(/\s/g, '').toUpperCase());
	const own = urls.find((url) => names(url, number));
	if (own !== undefined) return own;
	if (urls.length === numbers.length) return urls[position];
	const [only] = urls;
	const isForAll = urls.length === 1 && !numbers.some((one) => names(only, one));
	return isForAll ? only : null;
}

/**
 * A parcel of order details as one for each of its tracking numbers. How its pieces, weight and serial
 * numbers spread over them is not told, so these stay with the first and are null in the others: a sum
 * over parcels counts each piece once. A parcel with one number or none comes back as it is.
 */
export function parcelsApart(parcel: IDataObject): IDataObject[] {
	const numbers = trackingNumbersIn(parcel.trackingNumber);
	if (numbers.length < 2) return [parcel];
	const urls = urlsIn(parcel.trackingUrl);
	return numbers.map((trackingNumber, position) => {
		const own = {
			trackingNumber,
			...('trackingUrl' in parcel && {
				trackingUrl: urlOf(trackingNumber, position, numbers, urls),
			}),
		};
		if (position === 0) return { ...parcel, ...own };
		const shared = Object.keys(parcel)
			.filter((name) => /^(quantityInBox|packageWeight)$/i.test(name) || holdsSerialNumbers(name))
			.map((name) => [name, null] as const);
		return { ...parcel, ...Object.fromEntries(shared), ...own };
	});
}

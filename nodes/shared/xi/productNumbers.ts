import { type Field, isBlank, text } from '../fields/field';
import type { LocatorMode } from '../fields/locator';
import { upc } from '../fields/upc';
import { isRecord } from '../records';

// Ingram Micro has a number of its own for each product, and people often know another one: that of
// the manufacturer, or the bar code.

/** A product by one of the numbers that people know. */
export interface NamedProduct {
	readonly ingramPartNumber?: string;
	readonly vendorPartNumber?: string;
	readonly upc?: string;
}

/** The other ways to name a product in a picker, by their names on the wire. */
export const OTHER_NUMBERS: readonly LocatorMode[] = [
	{
		name: 'vendorPartNumber',
		// What Ingram Micro's website calls it; n8n cuts off all but a short name here.
		displayName: 'By VPN',
		placeholder: 'e.g. E2016HV',
		hint: 'The vendor part number: the manufacturer’s own number of the product',
	},
	{
		name: 'upc',
		displayName: 'By UPC',
		placeholder: 'e.g. 0884116186519',
		hint: 'The bar code number of the product (UPC or EAN), with its leading zeros',
	},
];

/** The manufacturer's part number of a line. XI names no limit there. */
export const lineVendorPartNumber = text('Vendor Part Number', {
	placeholder: 'e.g. E2016HV',
	description: 'The manufacturer’s part number',
});

/** The bar code number of a product. */
export const barCode = upc('UPC', {
	placeholder: 'e.g. 0884116186519',
	format: { pattern: /^\d{8,14}$/, words: '8 to 14 digits' },
	description:
		'The bar code number of the product. Zeros in front that a sheet took away are put back where the check digit proves it.',
});

/** What a line of JSON may name its product by, beside `ingramPartNumber`. */
export const otherLineNumbers = { vendorPartNumber: lineVendorPartNumber, upc: barCode };

const isOther = (mode: unknown): mode is 'vendorPartNumber' | 'upc' =>
	OTHER_NUMBERS.some(({ name }) => name === mode);

/** By which other number a picker was filled in; undefined: from its list, or by Ingram Micro's. */
export const otherModeOf = (picked: unknown): 'vendorPartNumber' | 'upc' | undefined =>
	isRecord(picked) && isOther(picked.mode) ? picked.mode : undefined;

const valueOf = (given: unknown): unknown =>
	isRecord(given) && 'value' in given ? given.value : given;

/**
 * The picker of a line whose numbers stand beside it, each under its name on the wire: what was given
 * by another number moves there. Where several are given, the first of them names the product:
 * Ingram Micro's, the manufacturer's, the bar code.
 *
 * @param takesBoth whether XI takes the manufacturer's number beside its own
 */
export const ofLine = <T>(picker: Field<T>, takesBoth: boolean): Field<T> => ({
	...picker,
	arrange({ ingramPartNumber: picked, vendorPartNumber, upc: code }) {
		const mode = otherModeOf(picked);
		const given: Record<string, unknown> =
			mode === undefined
				? { ingramPartNumber: picked, vendorPartNumber, upc: code }
				: { [mode]: valueOf(picked) };
		const none = { ingramPartNumber: undefined, vendorPartNumber: undefined, upc: undefined };
		if (!isBlank(valueOf(given.ingramPartNumber))) {
			return {
				...none,
				...given,
				upc: undefined,
				...(!takesBoth && { vendorPartNumber: undefined }),
			};
		}
		if (!isBlank(given.vendorPartNumber)) {
			return { ...none, vendorPartNumber: given.vendorPartNumber };
		}
		return { ...none, upc: given.upc };
	},
});

/** The digits of a bar code: Ingram Micro's own numbers are shorter, or longer. */
const LIKE_UPC = /^\d{12,14}$/;
/** Ingram Micro's own numbers: few letters and digits, digits alone, or as in its samples A300-123456. */
const LIKE_INGRAM = /^([0-9A-Z]{1,7}|[A-Z]\d{3}-\d{6}|\d{1,11}|\d{15,18})$/i;

/**
 * What to try where Ingram Micro does not know a number as its own.
 *
 * @param number as it was given
 */
export const otherNumberAdvice = (number: string): string =>
	LIKE_UPC.test(number)
		? `${number} looks like a bar code: choose By UPC in Product, or name it "upc" in JSON`
		: `If ${number} is the manufacturer’s part number, choose By VPN in Product, or name it "vendorPartNumber" in JSON`;

/** The same where the number hardly is Ingram Micro's; undefined where it may be. */
export const adviceIfForeign = (number: string): string | undefined =>
	number === '' || LIKE_INGRAM.test(number) ? undefined : otherNumberAdvice(number);

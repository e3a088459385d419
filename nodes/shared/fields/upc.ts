import { type Field, text } from './field';
import type { TextRules } from './text';

/** The digits of a UPC. With 8 digits a code may be a short EAN, and with 12 none is missing. */
const UPC_LENGTH = 12;
const LACKS_ZEROS = /^\d{9,11}$/;

/** Whether the last digit is the one that the others ask for: from behind, they count once and three times in turns. */
function checks(code: string): boolean {
	const sum = Array.from(code)
		.reverse()
		.reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
	return sum % 10 === 0;
}

/**
 * A bar code with the zeros in front that sheets take away, which hold it for a number. Only where it
 * is certain: with 9 to 11 digits of which the last is the right check digit.
 */
export const withZeros = (code: string): string =>
	LACKS_ZEROS.test(code) && checks(code) ? code.padStart(UPC_LENGTH, '0') : code;

/** The bar code number of a product. */
export function upc(displayName: string, rules: TextRules): Field<string | undefined> {
	const code = text(displayName, rules);
	return {
		property: code.property,
		read(value, label, reading) {
			const read = code.read(value, label, reading);
			return read === undefined ? undefined : withZeros(read);
		},
	};
}

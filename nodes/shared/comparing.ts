/*
 * How numbers, names and words of XI's are compared: it sends texts as numbers, with blanks around
 * them, and many of its answers in capitals, whatever they came to it in.
 */

/** A text, or a number as one, without blanks around it; empty for anything else. */
export const plain = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** The same in capitals, for comparing. */
export const inCapitals = (value: unknown): string => plain(value).toUpperCase();

/** Whether two texts are the same, capitals and the blanks around them aside. */
export const isSameText = (one: unknown, other: unknown): boolean =>
	inCapitals(one) === inCapitals(other);

/** A number of a line without the zeros in front: 1, 01 and 001 are one line. What has letters stays. */
export const withoutZerosInFront = (number: string): string =>
	/^\d+$/.test(number) ? number.replace(/^0+(?=\d)/, '') : number;

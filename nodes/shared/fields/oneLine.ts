import type { Field } from './declaration';

/** Line breaks of all systems, tabs, and the breaks of web pages. */
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]|<br\s{0,5}\/?>/iu;

/** The form of a number that tells things apart: what a line break in it stands for is not guessed. */
export const ONE_LINE = {
	pattern: /^[^\t\n\v\f\r\u0085\u2028\u2029]*$/u,
	words: 'on one line, without line breaks',
} as const;

/** The lines of a text without those that are blank. */
export const linesIn = (text: string): string[] =>
	text
		.split(BREAK)
		.map((line) => line.trim())
		.filter((line) => line !== '');

/** Lines as one: a comma and a blank between them, or a blank alone behind a sign that ends a part. */
export const joined = (lines: readonly string[]): string =>
	lines.reduce((text, line) => `${text}${/[,;:.!?–-]$/u.test(text) ? '' : ','} ${line}`);

/**
 * A text that goes onto labels and papers of one line, where a line break would cut it off. Breaks become
 * a comma and a blank, or what `between` says.
 */
export const oneLine = <T>(field: Field<T>, between?: string): Field<T> => ({
	...field,
	read(value, label, reading) {
		const lines = typeof value === 'string' ? linesIn(value) : [];
		if (lines.length === 0) return field.read(value, label, reading);
		const text = between === undefined ? joined(lines) : lines.join(between);
		return field.read(text, label, reading);
	},
});

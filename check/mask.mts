/** What a value is, as far as it can be told without telling the value. */
export type Kind = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'null' | 'empty text';

export function kindOf(value: unknown): Kind {
	if (value === null || value === undefined) return 'null';
	if (value === '') return 'empty text';
	if (Array.isArray(value)) return 'list';
	switch (typeof value) {
		case 'string':
			return 'text';
		case 'number':
		case 'boolean':
			return typeof value as 'number' | 'boolean';
		default:
			return 'object';
	}
}

const longest = 60;

/**
 * The shape of a value: `A` stands for a capital, `a` for another letter, `9` for a digit, and a number
 * in braces for how often. What is neither stays, for that is where spellings differ.
 *
 * @returns for example `9{2}-A{2}9A` for a text, `9{3}.9{2}` for a number
 */
export function maskOf(value: unknown): string {
	switch (kindOf(value)) {
		case 'text':
		case 'number':
			return shapeOf(String(value));
		case 'boolean':
			return 'true or false';
		default:
			return kindOf(value);
	}
}

function shapeOf(text: string): string {
	const shape = [...text]
		.map((sign) => (/\p{Lu}/u.test(sign) ? 'A' : /[\p{L}\p{M}]/u.test(sign) ? 'a' : digit(sign)))
		.join('')
		.replaceAll(/([Aa9])\1+/g, (run, sign: string) => `${sign}{${run.length}}`);
	return shape.length > longest ? `${shape.slice(0, longest)}…` : shape;
}

/** Digits of all scripts; signs beyond the keyboard's may be words of their own, such as emoji. */
const digit = (sign: string): string =>
	/\p{N}/u.test(sign) ? '9' : /[ -~]/.test(sign) ? sign : '?';

/**
 * The name of a field, if it is one: names that hold data, as those of a table by serial number do, are
 * told by their shape.
 */
export const maskedName = (name: string): string =>
	/^[A-Za-z_@$][A-Za-z_-]{0,39}\d{0,2}$/.test(name) ? name : `<${shapeOf(name)}>`;

/*
 * Characters that come along when a value is copied out of a web page, a mail or a sheet: the eye
 * does not see them, and Ingram Micro does not find what holds them.
 */

/** Two values in two lines are no slip of one: whoever reads them has to say what they are. */
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/u;
/** A blank other than the ordinary one; also the tab. */
const BLANK = /(?!\ufeff)[^\S ]/u;
/** Shows as nothing: zero-width characters, marks of direction, variants, Braille's blank, and what controls a machine. */
const NOTHING = /[\p{Default_Ignorable_Code_Point}\p{Control}\u2800\ufff9-\ufffb]/u;
/** Hyphens and dashes other than the one on the keyboard, and the minus sign. */
const DASH = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/u;
/** Letters, digits and signs of double width, as East Asian keyboards write them. */
const WIDE = /[\uff01-\uff5e]/u;
const WIDE_TO_PLAIN = 0xfee0;

/** In no text at all these can be meant: control characters, and the mark at the start of files. */
const NEVER = /(?![\t\n\r\u0085])\p{Control}|\ufeff/gu;
/**
 * At the ends of a text these do nothing. Inside they may be meant: Persian and Hindi words need
 * joiners, Khmer and Thai have no other space, Hebrew has marks of direction.
 */
const IDLE_AT_ENDS = /[\s\u00ad\u200b-\u200f\u2060-\u2064]/u;

const NAMES: Partial<Record<string, string>> = {
	'\t': 'tab',
	'\u00a0': 'no-break space',
	'\u00ad': 'soft hyphen',
	'\u200b': 'zero-width space',
	'\u200c': 'zero-width non-joiner',
	'\u200d': 'zero-width joiner',
	'\u200e': 'left-to-right mark',
	'\u200f': 'right-to-left mark',
	'\u2011': 'non-breaking hyphen',
	'\u2013': 'en dash',
	'\u2014': 'em dash',
	'\u202f': 'narrow no-break space',
	'\u2060': 'word joiner',
	'\u2212': 'minus sign',
	'\ufeff': 'byte order mark',
};

/** What a person typed, without what cannot be meant, and what was done to it. */
export interface Cleaned {
	readonly text: string;
	/** Phrases to which a place belongs: "a zero-width space (U+200B) was removed from". */
	readonly changes: readonly string[];
}

/** How sentences name a character: "zero-width space (U+200B)". */
function nameOf(character: string, otherwise: string): string {
	const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
	return `${NAMES[character] ?? otherwise} (U+${code})`;
}

const withArticle = (name: string): string => `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;

/** What stands in an identifier in place of a character, and how sentences name the change. */
function plainOf(character: string): { plain: string; change?: string } {
	const replaced = (plain: string, otherwise: string, by: string) => ({
		plain,
		change: `${withArticle(nameOf(character, otherwise))} was replaced by ${by} in`,
	});
	if (LINE_BREAK.test(character)) return { plain: character };
	if (BLANK.test(character)) return replaced(' ', 'blank', 'an ordinary blank');
	if (NOTHING.test(character)) {
		const name = nameOf(character, 'invisible character');
		return { plain: '', change: `${withArticle(name)} was removed from` };
	}
	if (DASH.test(character)) return replaced('-', 'dash', 'an ordinary hyphen');
	if (WIDE.test(character)) {
		const plain = String.fromCharCode(character.charCodeAt(0) - WIDE_TO_PLAIN);
		return replaced(plain, 'character of double width', plain);
	}
	return { plain: character };
}

/**
 * A number or code, such as a part number or a PO, as it was meant: without invisible characters,
 * with ordinary blanks, hyphens, letters and digits, and without blanks around it. Blanks and line
 * breaks inside stay, each of them, since numbers may differ in them.
 */
export function cleanIdentifier(given: string): Cleaned {
	// Nearly all are plain, and sheets have thousands of them.
	if (/^[\x20-\x7e]*$/.test(given)) return { text: given.trim(), changes: [] };
	const changes = new Set<string>();
	// What stands around it is no news: every text is trimmed.
	const inner = given.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
	const plain = Array.from(inner, (character) => {
		const read = plainOf(character);
		if (read.change !== undefined) changes.add(read.change);
		return read.plain;
	});
	return { text: plain.join('').trim(), changes: [...changes] };
}

/** Whether a text shows nothing at all. */
export const showsNothing = (given: string): boolean =>
	/^[\s\u2800\p{Default_Ignorable_Code_Point}\p{Control}]*$/u.test(given);

/** A name, a note or another text for people: only what can be meant in no language is taken away. */
export function cleanProse(given: string): string {
	const text = given.replace(NEVER, '');
	let [start, end] = [0, text.length];
	while (start < end && IDLE_AT_ENDS.test(text[start])) start += 1;
	while (end > start && IDLE_AT_ENDS.test(text[end - 1])) end -= 1;
	return text.slice(start, end);
}

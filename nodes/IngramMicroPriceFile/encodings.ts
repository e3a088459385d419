export type EncodingName = 'latin1' | 'utf8';

/**
 * The characters that Windows-1252 has where ISO-8859-1 has control characters, which no text holds.
 * Where it has none, the byte stands for itself.
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes of one byte a character: ISO-8859-1, and what Windows has beyond it. */
const singleByteText = (bytes: Buffer, from: number, to: number): string =>
	bytes
		.toString('latin1', from, to)
		.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]);

/** The text of a field's bytes, without outer blanks. */
export function textOf(bytes: Buffer, from: number, to: number, encoding: EncodingName): string {
	const text =
		encoding === 'utf8' ? bytes.toString('utf8', from, to) : singleByteText(bytes, from, to);
	return text.trim();
}

/** A text of a file as it can stand in a sentence. */
export const printable = (text: string): string => text.replace(/\p{Cc}/gu, '·');

/** How many bytes follow the first of a character in UTF-8; -1 where none starts with it. */
function followers(byte: number): number {
	if (byte >= 0xc2 && byte <= 0xdf) return 1;
	if (byte >= 0xe0 && byte <= 0xef) return 2;
	return byte >= 0xf0 && byte <= 0xf4 ? 3 : -1;
}

/** Where bytes stop being UTF-8; -1 where they are that to the end. */
export function notUtf8At(bytes: Buffer, from: number, to: number): number {
	for (let at = from; at < to; at += 1) {
		if (bytes[at] < 0x80) continue;
		const more = followers(bytes[at]);
		if (more === -1 || at + more >= to) return at;
		for (let next = at + 1; next <= at + more; next += 1) {
			if ((bytes[next] & 0xc0) !== 0x80) return at;
		}
		at += more;
	}
	return -1;
}

/** Bytes for which neither ISO-8859-1 nor Windows-1252 has a character, and those of old PCs have letters. */
const UNDEFINED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Where bytes are of no encoding that is read as Latin-1; -1 where they may be. Characters of UTF-8 in
 * between pass, since texts that were stored wrongly long before are in such files, too.
 */
export function notLatin1At(bytes: Buffer, from: number, to: number): number {
	let at = notUtf8At(bytes, from, to);
	while (at !== -1 && !UNDEFINED.has(bytes[at])) at = notUtf8At(bytes, at + 1, to);
	return at;
}

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

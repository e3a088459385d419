import type { Row } from './rowScanner';

const BLANK = 32;
const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const PLUS = 43;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const BACKSLASH = 92;
/** A blank that does not break, which hosts pad with, too: this byte alone, or behind another in UTF-8. */
const HARD_BLANK = 0xa0;
const BEFORE_HARD_BLANK = 0xc2;

/** A number of JavaScript holds this many digits whatever they are; more it would round. */
const EXACT_DIGITS = 15;

/** Where what a field says starts and ends: without outer blanks, and without quotation marks around it. */
export interface Bounds {
	from: number;
	to: number;
}

/** Sets the bounds of a field. */
export function boundsOf(row: Row, position: number, bounds: Bounds): void {
	const { bytes } = row;
	bounds.from = row.starts[position];
	bounds.to = row.ends[position];
	trim(row, bounds);
	const { from, to } = bounds;
	if (row.hasQuotes && to - from > 1 && bytes[from] === QUOTE && bytes[to - 1] === QUOTE) {
		bounds.from = from + 1;
		bounds.to = to - 1;
		trim(row, bounds);
	}
}

function trim(row: Row, bounds: Bounds): void {
	const { bytes } = row;
	let { from, to } = bounds;
	while (from < to && bytes[from] <= BLANK) from += 1;
	while (to > from && bytes[to - 1] <= BLANK) to -= 1;
	bounds.from = from;
	bounds.to = to;
	// Nearly no row has bytes beyond ASCII.
	if (row.hasHighBytes && trimHard(row, bounds)) trim(row, bounds);
}

/** Takes off a blank that does not break at each end; whether there was one. */
function trimHard({ bytes, encoding }: Row, bounds: Bounds): boolean {
	const { from, to } = bounds;
	if (encoding === 'latin1') {
		if (from < to && bytes[from] === HARD_BLANK) bounds.from += 1;
		if (bounds.from < to && bytes[to - 1] === HARD_BLANK) bounds.to -= 1;
	} else {
		const isHard = (at: number) => bytes[at] === BEFORE_HARD_BLANK && bytes[at + 1] === HARD_BLANK;
		if (from + 1 < to && isHard(from)) bounds.from += 2;
		if (bounds.from + 1 < to && isHard(to - 2)) bounds.to -= 2;
	}
	return bounds.from !== from || bounds.to !== to;
}

/** What bytes are as a number. */
export type NumberShape =
	| 'blank'
	/** Digits, a point, and digits behind it. */
	| 'decimal'
	| 'whole'
	/** A number of more digits than can be held without rounding. */
	| 'tooLong'
	| 'none';

/** Tells what bytes are as a number: an optional sign, digits, a point and digits. */
export function numberShape(bytes: Buffer, from: number, to: number): NumberShape {
	if (from >= to) return 'blank';
	let at = bytes[from] === MINUS || bytes[from] === PLUS ? from + 1 : from;
	let digits = 0;
	let significant = 0;
	let point = -1;
	for (; at < to; at += 1) {
		const byte = bytes[at];
		if (byte >= ZERO && byte <= NINE) {
			digits += 1;
			if (significant > 0 || byte !== ZERO) significant += 1;
		} else if (byte === POINT && point === -1 && digits > 0) point = at;
		else return 'none';
	}
	if (digits === 0 || point === to - 1) return 'none';
	if (significant > EXACT_DIGITS) return 'tooLong';
	return point === -1 ? 'whole' : 'decimal';
}

/** Parts a row that has more delimiters than fields: inside quotation marks and behind a backslash they are text. */
export function partAgain(row: Row, delimiter: number): void {
	const { bytes, starts, ends, start, end } = row;
	let count = 0;
	let fieldStart = start;
	let isQuoted = false;
	let isBare = false;
	for (let at = start; at <= end; at += 1) {
		const byte = at === end ? delimiter : bytes[at];
		if (at < end && isQuoted) {
			if (byte !== QUOTE) continue;
			// Two of them are one that belongs to the text.
			if (bytes[at + 1] === QUOTE && at + 1 < end) at += 1;
			else isQuoted = false;
		} else if (byte === delimiter) {
			if (at < end && at > start && byte === COMMA && bytes[at - 1] === BACKSLASH) continue;
			if (count < starts.length) {
				starts[count] = fieldStart;
				ends[count] = at;
			}
			count += 1;
			fieldStart = at + 1;
			isBare = false;
		} else if (byte === QUOTE && !isBare) isQuoted = true;
		else if (byte > BLANK) isBare = true;
	}
	row.count = count;
}

import type { EncodingName } from './encodings';

const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const BLANK = 32;

/** No row of these files comes near it: what does is no text with lines. */
const LONGEST_ROW = 65_536;
/** More fields than any layout has; the rest of a row is counted, not kept. */
const MOST_FIELDS = 512;

/**
 * One row as it lies in the file: where each field starts and ends, without a copy of anything. Valid
 * until the next row only.
 */
export interface Row {
	bytes: Buffer;
	starts: Int32Array;
	ends: Int32Array;
	/** How many fields it has. */
	count: number;
	/** Counted from 1, a header and empty lines included. */
	number: number;
	/** A line end stands behind it. */
	isTerminated: boolean;
	/** It holds a quotation mark. */
	hasQuotes: boolean;
	/** It holds bytes beyond ASCII. */
	hasHighBytes: boolean;
	/** It holds a byte of value 0, which no text in a single-byte encoding or UTF-8 does. */
	hasZeroBytes: boolean;
	/** In what its characters are stored, of which a blank may be more than a byte. */
	readonly encoding: EncodingName;
	/** Where its first and behind its last byte are, without the line end. */
	start: number;
	end: number;
}

/** Thrown away rows are those of blanks only: their number counts, nothing else does. */
export class RowTooLong extends Error {
	constructor(readonly number: number) {
		super(`Row ${number} is longer than ${LONGEST_ROW} characters`);
		this.name = 'RowTooLong';
	}
}

/** What a byte means to the scanner. */
const ORDINARY = 0;
const DELIMITER = 1;
const END = 2;
const MARK = 3;
const HIGH = 4;
const ZERO = 5;

function meanings(delimiter: number): Uint8Array {
	const table = new Uint8Array(256).fill(ORDINARY, 0, 128).fill(HIGH, 128);
	table[0] = ZERO;
	table[QUOTE] = MARK;
	table[delimiter] = DELIMITER;
	table[LINE_FEED] = END;
	return table;
}

/** The same byte four times, as one number. */
const fourOf = (byte: number): number => Math.imul(byte, 0x01010101);
const ONES = fourOf(1);
const HIGHEST_BITS = fourOf(0x80);
const LINE_FEEDS = fourOf(LINE_FEED);
const QUOTES = fourOf(QUOTE);

/** Something with its highest bits set where one of four bytes is 0, and nothing where none is. */
const hasZero = (four: number): number => (four - ONES) & ~four;

/** Whether four bytes may hold one that means something. At times they do not, but never the other way round. */
const mayMean = (four: number, delimiters: number): boolean =>
	((hasZero(four ^ delimiters) |
		hasZero(four ^ LINE_FEEDS) |
		hasZero(four ^ QUOTES) |
		hasZero(four) |
		four) &
		HIGHEST_BITS) !==
	0;

/** The number of bytes that lie before the first whole four of them in memory. */
const bytesBeforeFours = ({ byteOffset }: Buffer): number => -byteOffset & 3;

/** Bytes by fours, as they lie in memory. */
function foursOf(bytes: Buffer): Int32Array {
	const before = bytesBeforeFours(bytes);
	const count = Math.max(0, bytes.length - before) >> 2;
	return new Int32Array(bytes.buffer, count === 0 ? 0 : bytes.byteOffset + before, count);
}

/**
 * Finds rows and fields in chunks of a file. A row that lies in two chunks is
 * put together; nothing else is copied.
 */
export class RowScanner {
	private readonly meanings: Uint8Array;
	private readonly delimiters: number;
	private readonly row: Row;
	private rest: Buffer[] = [];
	private restLength = 0;
	private isOver = false;

	/**
	 * @param delimiter the byte between two fields
	 * @param take called for each row that is not blank; false ends the reading
	 * @param encoding in what the characters of the file are stored
	 */
	constructor(
		delimiter: number,
		private readonly take: (row: Row) => boolean,
		encoding: EncodingName = 'latin1',
	) {
		this.meanings = meanings(delimiter);
		this.delimiters = fourOf(delimiter);
		this.row = {
			bytes: Buffer.alloc(0),
			starts: new Int32Array(MOST_FIELDS),
			ends: new Int32Array(MOST_FIELDS),
			count: 0,
			number: 0,
			isTerminated: true,
			hasQuotes: false,
			hasHighBytes: false,
			hasZeroBytes: false,
			encoding,
			start: 0,
			end: 0,
		};
	}

	/** Takes the next bytes of the file. False: nothing more is wanted. */
	push(chunk: Buffer): boolean {
		let from = 0;
		if (this.restLength > 0) {
			const lineEnd = chunk.indexOf(LINE_FEED);
			if (lineEnd === -1) return this.keep(chunk);
			const row = Buffer.concat([...this.rest, chunk.subarray(0, lineEnd + 1)]);
			this.rest = [];
			this.restLength = 0;
			this.scan(row);
			from = lineEnd + 1;
		}
		if (this.isOver) return false;
		const end = chunk.lastIndexOf(LINE_FEED) + 1;
		if (end > from)
			this.scan(from === 0 && end === chunk.length ? chunk : chunk.subarray(from, end));
		if (this.isOver) return false;
		const cut = Math.max(from, end);
		return cut === chunk.length || this.keep(chunk.subarray(cut));
	}

	/** Says that the file is over: what is left is its last row. False: that one was one too many. */
	end(): boolean {
		if (this.restLength === 0 || this.isOver) return !this.isOver;
		const row = this.rest.length === 1 ? this.rest[0] : Buffer.concat(this.rest);
		this.rest = [];
		this.restLength = 0;
		this.scan(row);
		return !this.isOver;
	}

	private keep(rest: Buffer): boolean {
		this.rest.push(Buffer.from(rest));
		this.restLength += rest.length;
		if (this.restLength > LONGEST_ROW) throw new RowTooLong(this.row.number + 1);
		return true;
	}

	private scan(bytes: Buffer): void {
		const { row, meanings: table, delimiters } = this;
		const { starts, ends } = row;
		const { length } = bytes;
		row.bytes = bytes;
		const fours = foursOf(bytes);
		const before = bytesBeforeFours(bytes);
		let start = 0;
		let fieldStart = 0;
		let count = 0;
		let seen = 0;
		for (let at = 0; at <= length; at += 1) {
			if (at >= before && ((at - before) & 3) === 0) {
				// Most bytes mean nothing, and are passed over four at a time.
				let next = (at - before) >> 2;
				while (next < fours.length && !mayMean(fours[next], delimiters)) next += 1;
				at = before + next * 4;
			}
			const meaning = at === length ? END : table[bytes[at]];
			if (meaning === ORDINARY) continue;
			if (meaning === DELIMITER) {
				if (count < MOST_FIELDS) {
					starts[count] = fieldStart;
					ends[count] = at;
				}
				count += 1;
				fieldStart = at + 1;
			} else if (meaning === END) {
				if (at === length && start === length) return;
				const end = at > start && bytes[at - 1] === RETURN ? at - 1 : at;
				if (count < MOST_FIELDS) {
					starts[count] = Math.min(fieldStart, end);
					ends[count] = end;
				}
				row.number += 1;
				row.count = count + 1;
				row.start = start;
				row.end = end;
				row.isTerminated = at < length;
				row.hasQuotes = (seen & 1) !== 0;
				row.hasHighBytes = (seen & 2) !== 0;
				row.hasZeroBytes = (seen & 4) !== 0;
				// Bytes of value 0 are no blanks: a download that was given up leaves them.
				const isRow = count > 0 || row.hasZeroBytes || !isBlank(bytes, start, end);
				if (isRow && !this.take(row)) {
					this.isOver = true;
					return;
				}
				start = at + 1;
				fieldStart = start;
				count = 0;
				seen = 0;
			} else seen |= meaning === MARK ? 1 : meaning === HIGH ? 2 : 4;
		}
	}
}

function isBlank(bytes: Buffer, start: number, end: number): boolean {
	for (let at = start; at < end; at += 1) if (bytes[at] > BLANK) return false;
	return true;
}

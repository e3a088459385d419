import type { EncodingName } from './encodings';
import { BadInput } from '../shared/errors';
import { type Format, RowChecker } from './rowChecker';
import { type Row, RowScanner, RowTooLong } from './rowScanner';
import {
	type LayoutChoice,
	markLength,
	refuseOtherFiles,
	SAMPLE_ROWS,
	sniff,
	withoutMark,
} from './sniff';
import { isZip, type Source, unzipped } from './zip';

const LINE_FEED = 10;
/** As much as the first rows of any layout take, many times over. */
const HEAD_BYTES = 65_536;

/** What reading a file gives besides its rows. */
export interface Read {
	readonly format: Format;
	/** How many rows there were, without a header and empty lines. */
	readonly rows: number;
	/** Read to its end; else no more rows were wanted. */
	readonly isWhole: boolean;
}

/** The chunks of a file that may be packed. */
export async function* plainChunks(source: Source): AsyncGenerator<Buffer, void> {
	let isFirst = true;
	for await (const chunk of source()) {
		if (chunk.length === 0) continue;
		if (isFirst && isZip(chunk)) {
			yield* unzipped(source);
			return;
		}
		isFirst = false;
		yield chunk;
	}
}

function hasSample(head: Buffer): boolean {
	let at = -1;
	for (let rows = 0; rows <= SAMPLE_ROWS; rows += 1) {
		at = head.indexOf(LINE_FEED, at + 1);
		if (at === -1) return false;
	}
	return true;
}

/** The start of a file with its first rows, and whether that is all of it. */
async function headOf(chunks: AsyncGenerator<Buffer>): Promise<{ head: Buffer; isAll: boolean }> {
	const parts: Buffer[] = [];
	let length = 0;
	for (;;) {
		const next = await chunks.next();
		if (next.done === true) return { head: Buffer.concat(parts), isAll: true };
		parts.push(next.value);
		length += next.value.length;
		const head = parts.length === 1 ? next.value : Buffer.concat(parts);
		if (length >= HEAD_BYTES || hasSample(head)) return { head, isAll: false };
	}
}

/** The first rows of the start of a file, none of them cut. */
const wholeRows = (head: Buffer, isAll: boolean): Buffer =>
	isAll ? head : head.subarray(0, head.lastIndexOf(LINE_FEED) + 1 || head.length);

/** What is wanted of the rows of a file, once it is known how they are laid out. */
export type Taker = (format: Format) => (row: Row) => boolean;

/**
 * Reads a price file from its start to its end, or until no more rows are wanted, and holds each row to
 * its layout. Throws BadInput on the first that does not fit; what was taken before is then worth
 * nothing.
 */
export async function readPriceFile(
	source: Source,
	choice: LayoutChoice,
	encoding: EncodingName,
	taker: Taker,
): Promise<Read> {
	const chunks = plainChunks(source);
	try {
		const { head: start, isAll } = await headOf(chunks);
		refuseOtherFiles(withoutMark(start));
		const head = start.subarray(markLength(start, encoding));
		const { format, hasHeader } = sniff(wholeRows(head, isAll), choice, encoding);
		const checker = new RowChecker(format);
		const take = taker(format);
		let isHeader = hasHeader;
		const takeRow = (row: Row): boolean => {
			if (isHeader) {
				// Not row 1 where an empty line stands before it.
				isHeader = false;
				return true;
			}
			checker.check(row);
			return take(row);
		};
		const scanner = new RowScanner(format.delimiter, takeRow, encoding);
		const isWhole = await scan(scanner, head, chunks);
		checker.finish();
		if (checker.count === 0) throw hasNoRows();
		return { format, rows: checker.count, isWhole };
	} catch (error) {
		throw error instanceof RowTooLong ? notRows(error) : error;
	} finally {
		await chunks.return(undefined);
	}
}

/** Whether the reading came to the end of the file. */
async function scan(
	scanner: RowScanner,
	head: Buffer,
	chunks: AsyncIterable<Buffer>,
): Promise<boolean> {
	if (!scanner.push(head)) return false;
	for await (const chunk of chunks) if (!scanner.push(chunk)) return false;
	return scanner.end();
}

const hasNoRows = (): BadInput =>
	new BadInput(
		'The file has a header and no rows',
		'Check the node that downloads the file, or download it again',
	);

const notRows = ({ message }: RowTooLong): BadInput =>
	new BadInput(
		`${message}, as no row of a price file is`,
		'Hand over Ingram Micro’s price file as it came',
	);

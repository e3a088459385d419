import { BadInput } from '../shared/errors';
import { type EncodingName, printable, textOf } from './encodings';
import {
	FUSION,
	type Layout,
	type LayoutName,
	plainName,
	sapLayout,
	SAP_REQUIRED,
} from './layouts';
import { boundsOf, partAgain } from './rowFields';
import { type Format, RowChecker } from './rowChecker';
import { type Row, RowScanner } from './rowScanner';

export type LayoutChoice = 'automatic' | LayoutName;

/** How a file is to be read, and what of it stands before its first row. */
export interface Sniffed {
	readonly format: Format;
	/** Its first row holds names. */
	readonly hasHeader: boolean;
}

/** So many rows tell how a file is laid out. */
export const SAMPLE_ROWS = 20;

const COMMA = 44;
const TAB = 9;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

const DELIMITERS = [COMMA, TAB] as const;

const startsWith = (bytes: Buffer, start: readonly number[]): boolean =>
	start.every((byte, at) => bytes[at] === byte);

/** The start of a file behind the mark of UTF-8, which some programs put there. */
export const withoutMark = (bytes: Buffer): Buffer =>
	startsWith(bytes, BYTE_ORDER_MARK) ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;

/** How many bytes at the start of a file are a mark and not a part of its first row. */
export function markLength(bytes: Buffer, encoding: EncodingName): number {
	if (!startsWith(bytes, BYTE_ORDER_MARK)) return 0;
	if (encoding === 'utf8') return BYTE_ORDER_MARK.length;
	throw new BadInput(
		'The file is UTF-8 and not Latin-1: it starts with the mark of UTF-8',
		'Set Encoding to UTF-8',
	);
}

/** What a file is by its first bytes, where it certainly is none of Ingram Micro's price files. */
const OTHER_FILES: ReadonlyArray<{ starts: readonly string[]; words: string; remedy?: string }> = [
	{
		starts: ['<'],
		words: 'The file is a page of HTML or XML, so most likely an error or a log-in page',
		remedy: 'Check the address and the log-in of the node that downloads the file',
	},
	{
		starts: ['\u001f\u008b'],
		words: 'The file is packed with gzip',
		remedy: 'Unpack it first with n8n’s Compression node',
	},
	{
		starts: ['\u00ff\u00fe', '\u00fe\u00ff'],
		words: 'The file is UTF-16, which no price file of Ingram Micro is',
		remedy: 'Hand over the file as it came from Ingram Micro, not as another program saved it',
	},
	{
		starts: ['PK\u0003\u0004'],
		words: 'The file in the ZIP is a ZIP itself',
		remedy: 'Unpack it first with n8n’s Compression node, and hand over what is in it',
	},
	{
		// A ZIP in several files, 7-Zip, RAR, bzip2, xz, Zstandard and compress.
		starts: [
			'PK\u0007\b',
			'PK00PK',
			'7z\u00bc\u00af',
			'Rar!',
			'BZh',
			'\u00fd7zXZ',
			'\u0028\u00b5\u002f\u00fd',
			'\u001f\u009d',
		],
		words: 'The file is packed in a way that is not known here',
		remedy: 'Hand over the ZIP as it came from Ingram Micro, or the unpacked file',
	},
	{ starts: ['%PDF'], words: 'The file is a PDF' },
	{ starts: ['\u00d0\u00cf\u0011\u00e0'], words: 'The file is an old Excel workbook' },
	{ starts: ['{', '['], words: 'The file is JSON' },
];

/** Throws BadInput where the first bytes of a file are nothing of a price file. */
export function refuseOtherFiles(head: Buffer): void {
	const start = head.toString('latin1', 0, 200).trimStart();
	if (head.every((byte) => byte <= 32)) {
		throw new BadInput(
			head.length === 0 ? 'The file is empty' : 'The file holds blanks only',
			'Check the node that downloads the file',
		);
	}
	const other = OTHER_FILES.find(({ starts }) => starts.some((one) => start.startsWith(one)));
	if (!other) return refuseReturns(head);
	const remedy = other.remedy ?? 'Hand over Ingram Micro’s price file as it came';
	throw new BadInput(other.words, remedy);
}

const RETURN = 13;
const LINE_FEED = 10;

/** Throws BadInput where returns alone end the rows, as in files of old Macs. */
function refuseReturns(head: Buffer): void {
	const at = head.indexOf(RETURN);
	if (at === -1 || head.includes(LINE_FEED) || head.subarray(at).every((byte) => byte <= 32))
		return;
	throw new BadInput(
		'The rows of the file end in a carriage return alone, which those of no price file of Ingram Micro do',
		'Hand over the file as it came from Ingram Micro, not as another program saved it',
	);
}

/** Goes over the first rows of a file. */
function sample(
	head: Buffer,
	delimiter: number,
	encoding: EncodingName,
	take: (row: Row) => boolean,
): void {
	let rows = 0;
	const takeFirst = (row: Row): boolean => {
		rows += 1;
		return take(row) && rows < SAMPLE_ROWS;
	};
	const scanner = new RowScanner(delimiter, takeFirst, encoding);
	if (scanner.push(head)) scanner.end();
}

function headerOf(head: Buffer, delimiter: number, encoding: EncodingName): string[] {
	const names: string[] = [];
	const bounds = { from: 0, to: 0 };
	sample(head, delimiter, encoding, (row) => {
		if (row.hasQuotes) partAgain(row, delimiter);
		for (let position = 0; position < row.count; position += 1) {
			boundsOf(row, position, bounds);
			names.push(textOf(row.bytes, bounds.from, bounds.to, encoding));
		}
		return false;
	});
	return names;
}

function isAllGood(head: Buffer, format: Format): boolean {
	const checker = new RowChecker(format);
	let good = true;
	sample(head, format.delimiter, format.encoding, (row) => (good = checker.isGood(row)));
	return good;
}

/** How many fields most of the first rows have: one of them may hold a delimiter too many. */
function usualCount(head: Buffer, delimiter: number): number {
	const seen = new Map<number, number>();
	sample(head, delimiter, 'latin1', ({ count }) => {
		seen.set(count, (seen.get(count) ?? 0) + 1);
		return true;
	});
	return [...seen].sort(([, one], [, other]) => other - one)[0][0];
}

/**
 * Finds out how a file is read, by the content of its first rows and not by their count alone. Throws
 * BadInput where they fit no layout, or not the chosen one.
 *
 * @param head the start of the file, without a mark; at least its first rows, where it has so many
 */
export function sniff(head: Buffer, choice: LayoutChoice, encoding: EncodingName): Sniffed {
	const [byComma, byTab] = DELIMITERS.map((one) => usualCount(head, one));
	const delimiter = byTab > byComma ? TAB : COMMA;
	const count = Math.max(byTab, byComma);
	const header = headerOf(head, delimiter, encoding);
	const sap = sapLayout(header);
	const looksLikeHeader = header.map(plainName).includes(SAP_REQUIRED[0]);
	if (choice === 'sap' || (choice === 'automatic' && looksLikeHeader)) {
		if (!sap) throw wrongHeader(header);
		return { format: { layout: sap, delimiter, encoding }, hasHeader: true };
	}
	if (looksLikeHeader) throw hasHeader(choice);
	const isAutomatic = choice === 'automatic';
	const candidates = FUSION.filter(({ value, columns }) =>
		isAutomatic ? columns.length === count : value === choice,
	).map((layout) => ({ ...layout, columns: (isAutomatic && layout.signs) || layout.columns }));
	const fitting = candidates.find((layout) => isAllGood(head, { layout, delimiter, encoding }));
	const layout = FUSION.find(({ value }) => value === fitting?.value);
	if (layout) return { format: { layout, delimiter, encoding }, hasHeader: false };
	throw wrongRows(head, candidates, delimiter, encoding, count);
}

const wrongHeader = (header: readonly string[]): BadInput => {
	const names = header.map(plainName);
	const missing = SAP_REQUIRED.filter((name) => names.filter((one) => one === name).length !== 1);
	return new BadInput(
		`The first row is no header of STDPRICE_FULL.TXT: it does not have once each: ${missing.join(', ')}`,
		'Hand over the file as it came from Ingram Micro, or choose another Layout',
	);
};

const hasHeader = (choice: string): BadInput =>
	new BadInput(
		`The first row is the header of STDPRICE_FULL.TXT, which the layout "${choice}" does not have`,
		'Set Layout to Automatic',
	);

/** The layout that most of the first rows fit. */
function nearest(
	head: Buffer,
	candidates: readonly Layout[],
	delimiter: number,
	encoding: EncodingName,
): Layout | undefined {
	const goodRows = (layout: Layout): number => {
		const checker = new RowChecker({ layout, delimiter, encoding });
		let good = 0;
		sample(head, delimiter, encoding, (row) => {
			if (checker.isGood(row)) good += 1;
			return true;
		});
		return good;
	};
	const most = Math.max(...candidates.map(goodRows));
	return candidates.find((layout) => goodRows(layout) === most);
}

/** What is wrong with the first rows, in the words of the layout that comes nearest. */
function wrongRows(
	head: Buffer,
	candidates: readonly Layout[],
	delimiter: number,
	encoding: EncodingName,
	count: number,
): BadInput {
	const layout = nearest(head, candidates, delimiter, encoding);
	const mark = delimiter === TAB ? 'tab' : 'comma';
	if (!layout) {
		const line = textOf(head, 0, Math.min(head.length, 60), encoding).split(/\r?\n/)[0];
		const start = printable(line);
		const seen =
			count === 1
				? 'neither comma nor tab parts its first rows'
				: `its rows have ${count} fields by ${mark}, and PRICE.TXT has 23, 24 or 25`;
		return new BadInput(
			`The file is none of Ingram Micro’s known price files: ${seen}; it starts with "${start}"`,
			'Hand over the file as it came from Ingram Micro, or report its layout as the documentation describes',
		);
	}
	const checker = new RowChecker({ layout, delimiter, encoding });
	try {
		sample(head, delimiter, encoding, (row) => {
			checker.check(row);
			return true;
		});
	} catch (error) {
		if (error instanceof BadInput) return error;
	}
	return new BadInput(`The first rows do not fit the layout ${layout.words}`);
}

import { gzipSync } from 'node:zlib';

import { readPriceFile } from '../../../nodes/IngramMicroPriceFile/reading.ts';
import type { EncodingName } from '../../../nodes/IngramMicroPriceFile/encodings.ts';
import type { LayoutChoice } from '../../../nodes/IngramMicroPriceFile/sniff.ts';
import { BadInput } from '../../../nodes/shared/errors.ts';
import { priceFilePieces } from '../../../simulator/priceFile.mts';
import { zipOf } from '../../../simulator/zip.mts';

const good = Buffer.from([...priceFilePieces({ rows: 60, layout: 'F24' })].join(''), 'latin1');

/** How many rows a file has for the node; or the sentence that refuses it. */
async function rowsOf(
	file: Buffer | string,
	{
		choice = 'automatic',
		encoding = 'latin1',
	}: { choice?: LayoutChoice; encoding?: EncodingName } = {},
): Promise<number | string> {
	const bytes = typeof file === 'string' ? Buffer.from(file, 'latin1') : file;
	async function* chunks() {
		for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700);
	}
	try {
		const { rows } = await readPriceFile(
			() => chunks(),
			choice,
			encoding,
			() => () => true,
		);
		return rows;
	} catch (error) {
		if (error instanceof BadInput) return error.message;
		throw error;
	}
}

/** The good file with one of its rows changed. */
const withRow = (index: number, change: (row: string) => string): string => {
	const rows = good.toString('latin1').split('\r\n');
	rows[index] = change(rows[index]);
	return rows.join('\r\n');
};

describe('a file that is no price file', () => {
	const ended = good.toString('latin1').trimEnd();
	it.each<[string, Buffer | string, RegExp]>([
		['empty', '', /^The file is empty$/],
		['blanks', ' \r\n \r\n', /^The file holds blanks only$/],
		['HTML', '\r\n<!DOCTYPE html><html><body>Log in</body></html>', /^The file is a page of HTML/],
		['JSON', '{"error": "no access"}', /^The file is JSON/],
		['a list in JSON', '[ ]', /^The file is JSON/],
		['HTML behind a mark', '\u00ef\u00bb\u00bf<!DOCTYPE html>', /^The file is a page of HTML/],
		['a mark alone', '\u00ef\u00bb\u00bf', /^The file is empty$/],
		[
			'7-Zip',
			'7z\u00bc\u00af\u0027\u001c\0',
			/^The file is packed in a way that is not known here$/,
		],
		['EBCDIC', '\u00c1\u0015\u006b\u00f0'.repeat(99), /it starts with "Á·kð/],
		['gzip', gzipSync(good), /^The file is packed with gzip$/],
		['UTF-16', Buffer.from('\ufeffA,B\r\n', 'utf16le'), /^The file is UTF-16/],
		['UTF-16 without its mark', Buffer.from('A,B\r\n', 'utf16le'), /none of Ingram Micro’s known/],
		[
			'a table of something else',
			'sku,price\r\nA1,3.00\r\n',
			/^The file is none of .+ have 2 fields by comma.+"sku,price"$/,
		],
		['text without a line end', 'x'.repeat(200_000), /^(?:Row 1 is longer|The file is none)/],
		[
			'cut in its last row',
			ended.slice(0, -100),
			/^The file is cut off: its last row, 60, ends inside field \d+ of 24$/,
		],
		[
			'cut in its last field',
			ended.concat('  '),
			/^The file is cut off: its last row, 60, ends inside its last field$/,
		],
		[
			'a comma inside a field',
			withRow(40, (row) => row.replace('THING', 'THING, ')),
			/^Row 41 has 25 fields, where PRICE\.TXT with 24 fields has 24; a comma inside a field/,
		],
		[
			'a comma inside a field of the first row',
			withRow(0, (row) => row.replace('THING', 'THING, ')),
			/^Row 1 has 25 fields/,
		],
		[
			'a field too few',
			withRow(40, (row) => row.slice(row.indexOf(',') + 1)),
			/^Row 41 has 23 fields/,
		],
		[
			'a price in words',
			withRow(40, (row) => row.replace(/0{10}\d+\.\d\d(,[SO])/, 'ON REQUEST$1')),
			/^Row 41, column "customer price" \(position 14, counted from 0\) of PRICE\.TXT with 24 fields holds "ON REQUEST": a price with a decimal point/,
		],
		[
			'a price of cents',
			withRow(40, (row) => row.replace(/\.(\d\d,[SO])/, '$1')),
			/^Row 41, column "customer price"/,
		],
		[
			'a price that cannot be held',
			withRow(40, (row) => row.replace(/\d+\.(\d\d,[SO])/, '9999999999999999.$1')),
			/^Row 41, column "customer price".+: a number of at most 15 digits is expected/,
		],
		[
			'another flag',
			withRow(40, (row) => row.replace(/,[YN], ,/, ',X, ,')),
			/^Row 41, column "availability flag".+ holds "X": Y or N/,
		],
		[
			'no part number',
			withRow(40, (row) => row.replace(/,\w+ +,/, ',,')),
			/^Row 41, column "Ingram part number".+ holds nothing/,
		],
		[
			'a zero byte',
			withRow(40, (row) => row.replace('THING', 'TH\u0000NG')),
			/^Row 41 holds bytes of value 0/,
		],
		[
			'zero bytes at its end',
			ended + '\r\n' + '\0'.repeat(300),
			/^The file ends in bytes of value 0/,
		],
		['zero bytes from a row on', ended + '\0'.repeat(300), /^The file ends in bytes of value 0/],
		[
			'a return that ends no row',
			withRow(40, (row) => `${row}\r${row}`),
			/^Row 41 has 47 fields, .+ has 24; a carriage return inside of it ends no row/,
		],
		[
			'a line end inside a field',
			withRow(40, (row) => row.replace('THING', '"TH\r\nNG"')),
			/^Row 41 has 5 fields, .+; a field is missing, or a line end inside a field/,
		],
	])('%s', async (_, file, sentence) => {
		expect(await rowsOf(file)).toMatch(sentence);
	});
});

it('a bar code that a spreadsheet has shortened is refused, with what to do', async () => {
	const shortened = (row: string) => row.replace(/,\d{13},/, ',1.23457E+10,');
	expect(await rowsOf(withRow(7, shortened))).toMatch(
		/^Row 8, column "UPC" .* holds "1\.23457E\+10": a number with all its digits is expected/,
	);
	const odd = withRow(7, (row) => row.replace(/,\d{13},/, ',E+10,'));
	expect(await rowsOf(odd)).toBe(60);
});

describe('the encoding', () => {
	const utf8 = Buffer.from(good.toString('latin1'), 'utf8');
	const ascii = good.toString('latin1').replace(/[\u0080-\u00ff]/g, 'X');
	const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]);

	it.each<[string, Buffer | string, EncodingName, number | RegExp]>([
		['Latin-1 as Latin-1', good, 'latin1', 60],
		['UTF-8 as UTF-8', utf8, 'utf8', 60],
		['UTF-8 with its mark as UTF-8', marked, 'utf8', 60],
		['ASCII as Latin-1', ascii, 'latin1', 60],
		['ASCII as UTF-8', ascii, 'utf8', 60],
		['UTF-8 as Latin-1', utf8, 'latin1', /^The file is UTF-8 and not Latin-1: .+ in row 2$/],
		['UTF-8 with its mark as Latin-1', marked, 'latin1', /^The file is UTF-8 and not Latin-1: /],
		['a mark alone as UTF-8', '\u00ef\u00bb\u00bf', 'utf8', /^The file is empty$/],
		[
			'a mark and blanks as UTF-8',
			'\u00ef\u00bb\u00bf\r\n',
			'utf8',
			/^The file holds blanks only$/,
		],
		[
			'HTML with a mark as UTF-8',
			'\u00ef\u00bb\u00bf<html>',
			'utf8',
			/^The file is a page of HTML/,
		],
		[
			'the letters of old PCs as Latin-1',
			good.toString('latin1').replaceAll('Ü', '\u0081'),
			'latin1',
			/^Row 2 is not Latin-1: character \d+ of it is byte 81$/,
		],
		[
			'texts that were stored wrongly before as Latin-1',
			good.toString('latin1').replaceAll('THING', 'TH\u00e2\u0080\u009dNG'),
			'latin1',
			60,
		],
		['Latin-1 as UTF-8', good, 'utf8', /^Row 2 is not UTF-8: character \d+ of it is byte DC$/],
	])('%s', async (_, file, encoding, expected) => {
		const rows = await rowsOf(file, { encoding });
		if (typeof expected === 'number') expect(rows).toBe(expected);
		else expect(rows).toMatch(expected);
	});
});

describe('a ZIP', () => {
	const price = { name: 'PRICE.TXT', bytes: good };
	const other = { name: 'README.TXT', bytes: Buffer.from('x') };

	it.each([
		['with its sizes in front', zipOf([price])],
		['with its sizes behind', zipOf([price], { streamed: true })],
		['not packed', zipOf([price], { stored: true })],
		['with a folder', zipOf([{ name: 'fusion/', bytes: Buffer.alloc(0) }, price])],
		['with a comment', zipOf([price], { comment: 'nightly' })],
	])('is read, %s', async (_, zip) => {
		expect(await rowsOf(zip)).toBe(60);
	});

	it.each<[string, Buffer, RegExp]>([
		[
			'two files',
			zipOf([price, other]),
			/^The ZIP holds 2 files \(PRICE\.TXT, README\.TXT\), and one/,
		],
		['no file', zipOf([]), /^The ZIP holds no file$/],
		['cut off', zipOf([price]).subarray(0, 900), /^The ZIP is cut off/],
		[
			'another ZIP around it',
			zipOf([{ name: 'PRICE.ZIP', bytes: zipOf([price]) }]),
			/^The file in the ZIP is a ZIP itself$/,
		],
		['a damaged file', flipped(zipOf([price]), 200), /^(?:The ZIP is damaged|Row \d+)/],
		[
			'a damaged file that is not packed',
			flipped(zipOf([price], { stored: true }), 95),
			/^(?:The ZIP is damaged: its checksum|Row)/,
		],
		['a password', zipOf([price], { flags: 1 }), /^The ZIP is locked with a password$/],
		[
			'sizes that stand elsewhere',
			elsewhere(zipOf([price])),
			/^The ZIP is of the kind for more than/,
		],
		['another way of packing', zipOf([price], { method: 12 }), /^The ZIP is packed in a way/],
	])('is refused with %s', async (_, zip, sentence) => {
		expect(await rowsOf(zip)).toMatch(sentence);
	});
});

function flipped(bytes: Buffer, at: number): Buffer {
	const copy = Buffer.from(bytes);
	copy[at] ^= 1;
	return copy;
}

/** A ZIP whose directory has its file's sizes in the field for large files. */
function elsewhere(zip: Buffer): Buffer {
	const copy = Buffer.from(zip);
	copy.fill(255, copy.lastIndexOf('PK\u0001\u0002') + 20, copy.lastIndexOf('PK\u0001\u0002') + 28);
	return copy;
}

import {
	ItemSink,
	readProducts,
	type Wish,
} from '../../../nodes/IngramMicroPriceFile/readProducts.ts';
import { BadInput } from '../../../nodes/shared/errors.ts';
import { partNumberOf, priceFilePieces } from '../../../simulator/priceFile.mts';
import { zipOf } from '../../../simulator/zip.mts';

const price = Buffer.from([...priceFilePieces({ rows: 3, layout: 'F24' })].join(''), 'latin1');
const ALL: Wish = { layout: 'automatic', encoding: 'latin1', filters: {} };

async function* chunksOf(bytes: Buffer) {
	for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700);
}

/** Quantity and date of each product by a stock file, or the sentence that refuses it. */
async function stockOf(file: string | Buffer, wish: Partial<Wish> = {}): Promise<unknown> {
	const bytes = typeof file === 'string' ? Buffer.from(file, 'latin1') : file;
	const sink = new ItemSink(false);
	try {
		const stock = () => chunksOf(bytes);
		await readProducts(() => chunksOf(price), stock, { ...ALL, ...wish }, sink);
		return sink.products.map(({ totalAvailability, eta }) => [totalAvailability, eta]);
	} catch (error) {
		if (error instanceof BadInput) return error.message;
		throw error;
	}
}

const row = (index: number, quantity: string, eta = '') =>
	`"${partNumberOf(index).padEnd(12)}",${quantity},"${eta.padEnd(10)}"\r\n`;
const good = row(2, '7') + row(0, '12', '12/24/2026') + row(99, '1');
const JOINED = [
	[12, '12/24/2026'],
	[null, null],
	[7, null],
];

describe('a stock file', () => {
	it.each<[string, string | Buffer]>([
		['as it is', good],
		['in a ZIP', zipOf([{ name: 'TOTAL.TXT', bytes: Buffer.from(good) }])],
		['with the mark of UTF-8', Buffer.from(`\ufeff${good}`, 'utf8')],
		['with line feeds alone', good.replaceAll('\r\n', '\n')],
		['without its last line end', good.trimEnd()],
		['without quotation marks', good.replaceAll('"', '')],
		['padded with blanks that do not break', good.replace(/ (?=")/g, '\u00a0')],
		['with zeros in front of quantities', good.replace(',12,', ',0000012,')],
		['with the same row twice', good + row(2, '7')],
	])('is joined by part number: %s', async (_, file) => {
		expect(await stockOf(file)).toEqual(JOINED);
	});

	it('keeps a comma that is marked as text', async () => {
		expect(await stockOf(row(0, '12', 'Dec 24, 2026'))).toEqual([
			[12, 'Dec 24, 2026'],
			[null, null],
			[null, null],
		]);
	});

	it.each<[string, string | Buffer, RegExp]>([
		[
			'by tab',
			good.replaceAll(',', '\t'),
			/^The stock file is not TOTAL\.TXT: row 1 has no comma$/,
		],
		['by semicolon', good.replaceAll(',', ';'), /: row 1 has no comma$/],
		['the price file', price, /: row 1 has 24 fields by comma$/],
		['a header', `SKU,QTY,ETA\r\n${good}`, /: row 1 has "QTY" for its quantity$/],
		['thousands that are marked', row(0, '1,212'), /: row 1 has 4 fields by comma$/],
		['a quantity with decimals', row(0, '5.5'), /: row 1 has "5\.5" for its quantity$/],
		['UTF-16 without its mark', Buffer.from(good, 'utf16le'), /: row 1 holds bytes of value 0/],
		['zero bytes at its end', good + '\0'.repeat(99), /: row 4 holds bytes of value 0/],
		['a row without end', 'x'.repeat(70_000), /: row 1 is longer than any of its rows can be$/],
		['cut off inside a quantity', `${good}"000007      ",1`, /: row 4 has 2 fields .+ file ends$/],
		['cut off behind a quantity', `${good}"000007      ",12,`, /: row 4 .+: the file is cut off$/],
		['cut off inside a date', `${good}"000007      ",12,"12/2`, /: row 4 .+: the file is cut off$/],
		[
			'two quantities',
			good + row(2, '8'),
			/^The stock file has two quantities for \w+, 7 and, in row 4, 8$/,
		],
		[
			'two dates',
			good + row(2, '7', '1/1/27'),
			/has two dates for \w+, none and, in row 4, 1\/1\/27$/,
		],
		['nothing', '', /^The stock file is empty$/],
		['HTML', '<html>', /^The stock file is a page of HTML/],
		[
			'a ZIP with two files',
			zipOf(['a', 'b'].map((name) => ({ name, bytes: Buffer.from(good) }))),
			/^The ZIP of the stock file holds 2 files \(a, b\)/,
		],
	])('is refused: %s', async (_, file, sentence) => {
		expect(await stockOf(file)).toMatch(sentence);
	});

	it('is missed where its fields are to be kept', async () => {
		const wish = { ...ALL, fieldsToKeep: ['totalAvailability'] };
		const read = readProducts(() => chunksOf(price), undefined, wish, new ItemSink(false));
		await expect(read).rejects.toThrow(/"totalAvailability", which comes from a stock file/);
	});
});

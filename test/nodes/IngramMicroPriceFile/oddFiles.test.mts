import type { IDataObject } from 'n8n-workflow';

import { ItemSink, readProducts } from '../../../nodes/IngramMicroPriceFile/readProducts.ts';
import type { EncodingName } from '../../../nodes/IngramMicroPriceFile/encodings.ts';
import { BadInput } from '../../../nodes/shared/errors.ts';
import {
	type PriceFileLayout,
	priceFilePieces,
	SAP_HEADER,
} from '../../../simulator/priceFile.mts';
import { zipOf } from '../../../simulator/zip.mts';

const fileOf = (layout: PriceFileLayout, rows = 30, delimiter: ',' | '\t' = ',') =>
	[...priceFilePieces({ rows, layout, delimiter })].join('');
const price = fileOf('F24');
const sap = fileOf('S');

/** The products of a file that comes in chunks of so many bytes, or the sentence that refuses it. */
async function read(
	file: string | Buffer,
	chunkSize = 5_000,
	encoding: EncodingName = 'latin1',
): Promise<IDataObject[] | string> {
	const bytes = typeof file === 'string' ? Buffer.from(file, 'latin1') : file;
	async function* chunks() {
		for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
	}
	const sink = new ItemSink(false);
	const wish = { layout: 'automatic', encoding, filters: {} } as const;
	try {
		await readProducts(() => chunks(), undefined, wish, sink);
		return sink.products;
	} catch (error) {
		if (error instanceof BadInput) return error.message;
		throw error;
	}
}

/** A file with one field of one row, header and all counted from 0, set to something else. */
const withField = (file: string, row: number, position: number, value: string) =>
	file
		.split('\r\n')
		.map((line, index) =>
			index === row
				? line
						.split(',')
						.map((field, at) => (at === position ? value : field))
						.join(',')
				: line,
		)
		.join('\r\n');

describe('the same products come', () => {
	it.each([
		['with an empty line before the first', `\r\n${price}`, price],
		['with an empty line before the header', `\r\n${sap}`, sap],
		[
			'with quotation marks around the names of the header',
			sap.replace(SAP_HEADER.join(','), SAP_HEADER.map((name) => `"${name}"`).join(',')),
			sap,
		],
		['with line ends that were made twice', price.replaceAll('\r\n', '\r\r\n'), price],
		['with line feeds alone', price.replaceAll('\r\n', '\n'), price],
		['by tab', fileOf('F24', 30, '\t'), price],
		['padded with blanks that do not break', price.replace(/ (?=,)/g, '\u00a0'), price],
		['with the mark of an end of old PCs', `${price}\u001a`, price],
		['with a header by tab', fileOf('S', 30, '\t').replaceAll('\\,', ','), sap],
	])('%s', async (_, file, plain) => {
		const expected = await read(plain);
		expect(expected).toHaveLength(30);
		expect(await read(file)).toEqual(expected);
	});

	// 264 and 229 are the lengths of rows: such chunks end between the two bytes of a line end, or beside it.
	it.each([1, 2, 3, 5, 228, 229, 230, 263, 264, 265, 1_000])(
		'in chunks of %d bytes',
		async (size) => {
			const expected = await read(price, 1_000_000);
			expect(expected).toHaveLength(30);
			expect(await read(price, size)).toEqual(expected);
			expect(await read(Buffer.from(price, 'utf8'), size, 'utf8')).toEqual(expected);
			const marked = Buffer.from(`\ufeff${price}`, 'utf8');
			expect(await read(marked, size, 'utf8')).toEqual(expected);
		},
	);

	it.each(['PRICE.TXT', 'price.txt', 'STDPRICE_FULL.TXT', 'a/b.csv'])(
		'out of a ZIP, whatever its file is called: %s',
		async (name) => {
			const bytes = Buffer.from(price, 'latin1');
			const expected = await read(price);
			for (const options of [{}, { streamed: true }, { stored: true }]) {
				expect(await read(zipOf([{ name, bytes }], options), 700)).toEqual(expected);
			}
			const comment = 'PK\u0005\u0006 is how its end starts';
			expect(await read(zipOf([{ name, bytes }], { comment }), 700)).toEqual(expected);
		},
	);
});

describe('what a field says stays as it is', () => {
	it.each([
		['19" RACK', '19" RACK'],
		['"A" AND "B"', '"A" AND "B"'],
		['"CABLE ""FLAT"""', 'CABLE "FLAT"'],
		['"CABLE, 2M"', 'CABLE, 2M'],
		['"', '"'],
		['CABLE\\, 2M', 'CABLE, 2M'],
		['A\\B', 'A\\B'],
		['5\' & 6" <b>', '5\' & 6" <b>'],
		['X\u0099 \u0096 \u0080 \u0092s', 'X™ – € ’s'],
		['M\u00fcller \u00ae', 'Müller ®'],
		['00123', '00123'],
		['=1+1', '=1+1'],
	])('%s', async (written, expected) => {
		const rows = await read(withField(price, 2, 4, written));
		expect(rows).toHaveLength(30);
		expect((rows as IDataObject[])[2].description1).toBe(expected);
	});

	it.each([
		['9999999.99', 9_999_999.99],
		['0000000009999999.99', 9_999_999.99],
		['-000000000000012.50', -12.5],
		['0000000000000000.00', null],
		['0000000000027570.00', 27_570],
	])('a price of %s', async (written, expected) => {
		const rows = await read(withField(price, 2, 14, written));
		expect((rows as IDataObject[])[2].customerPrice).toBe(expected);
	});
});

/** A file of which the last row has no line end and, in its last field, this. */
const endingIn = (last: string, others: readonly string[]): string => {
	const rows = price.split('\r\n').slice(0, others.length + 1);
	return rows.map((row, at) => row.replace(/[^,]*$/, others.at(at) ?? last)).join('\r\n');
};

describe('a last row without a line end', () => {
	const PADDED = '00FM05      ';
	it.each<[string, string, readonly string[], string | null]>([
		['whole', PADDED, [PADDED, '', PADDED], '00FM05'],
		['empty, as others are', '', [PADDED, '', PADDED], null],
		['of texts that are not padded', '00F', ['00FM05', '', '00FM06'], '00F'],
		['of texts of any width', '00F', ['00FM05', '00FM05-X', 'AB '], '00F'],
		['wider than others', PADDED, ['A  ', '', 'B  '], '00FM05'],
	])('is read: %s', async (_, last, others, expected) => {
		const rows = await read(endingIn(last, others));
		expect((rows as IDataObject[]).at(-1)?.substitutePartNumber).toBe(expected);
	});

	it.each<[string, string, readonly string[]]>([
		['narrower than all others', '00FM0', [PADDED, PADDED]],
		['empty, as no other is', '', [PADDED, PADDED]],
		['narrower than those that are not empty', '00FM0', [PADDED, '', PADDED]],
		['within quotation marks', '"00FM', ['"00FM05"', '', '"00FM05-X"']],
		['behind the first of two quotation marks', '"', ['"00FM05"', '', '"00FM05-X"']],
	])('is refused: %s', async (_, last, others) => {
		expect(await read(endingIn(last, others))).toMatch(
			/^The file is cut off: its last row, \d, ends inside its last field$/,
		);
	});
});

describe('what is refused says why', () => {
	const number = (text: string) => String(Number(text));
	const spreadsheet = price
		.split('\r\n')
		.map((row) =>
			row
				.split(',')
				.map((field, at) => (at === 6 || at === 14 ? number(field) : field))
				.join(','),
		)
		.join('\r\n');

	it.each<[string, string, RegExp]>([
		[
			'by semicolon',
			price.replaceAll(',', ';'),
			/: neither comma nor tab parts its first rows; it starts with "D;000000/,
		],
		[
			'a sentence of a server',
			'530 Login incorrect.',
			/: neither comma nor tab parts .+"530 Login/,
		],
		[
			'a mark at its start that closes nothing, and a comma',
			withField(price, 25, 4, '"19 INCH, BLACK'),
			/^Row 26 has 25 fields, where .+ has 24; a comma inside a field is not marked as one/,
		],
		[
			'prices as a spreadsheet writes them',
			spreadsheet,
			/^Row 1, column "retail price" \(position 6, .+ holds "0": a price with a decimal point/,
		],
		[
			'prices with a decimal comma',
			price.replace(/(\d)\.(\d\d)/g, '$1,$2'),
			/^The file is none of .+: its rows have 30 fields by comma/,
		],
		['two files in one, the second with its header', sap + sap, /^Row 33, column "Weight"/],
		[
			'a currency before the price',
			withField(sap, 3, 13, '$12.50'),
			/^Row 4, column "Customer Price" .+ holds "\$12\.50": a number/,
		],
		[
			'a minus behind the price',
			withField(sap, 3, 13, '12.50-'),
			/^Row 4, column "Customer Price"/,
		],
		[
			'thousands that are marked',
			withField(sap, 3, 13, '"1,212.50"'),
			/^Row 4, column "Customer Price" .+ holds "1,212\.50"/,
		],
		['a header alone', `${SAP_HEADER.join(',')}\r\n`, /^The file has a header and no rows$/],
		['text that starts as ZIPs do', 'PKG,1,2\r\n', /^The file is none of .+ 3 fields by comma/],
		[
			'line ends of one return',
			price.replaceAll('\r\n', '\r'),
			/^The rows of the file end in a carriage return alone/,
		],
		[
			'one row of Italy’s that is wrong',
			withField(fileOf('IT'), 4, 14, '12'),
			/^Row 5, column "customer price" .+ of Italy’s PRICE\.TXT with 24 fields holds "12"/,
		],
		['TOTAL.TXT', '"000000      ",12,"          "\r\n'.repeat(9), /: its rows have 3 fields/],
		[
			'names above rows that have none',
			`Action,SKU,${'x,'.repeat(21)}y\r\n${price}`,
			/^Row 1, column "action indicator" .+ holds "Action": one character/,
		],
	])('%s', async (_, file, sentence) => {
		expect(await read(file)).toMatch(sentence);
	});

	it('an empty file in a ZIP', async () => {
		const zip = zipOf([{ name: 'PRICE.TXT', bytes: Buffer.alloc(0) }]);
		expect(await read(zip)).toBe('The file is empty');
	});
});

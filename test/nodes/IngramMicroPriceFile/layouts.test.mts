import { sniff, type LayoutChoice } from '../../../nodes/IngramMicroPriceFile/sniff.ts';
import { RowChecker } from '../../../nodes/IngramMicroPriceFile/rowChecker.ts';
import { RowScanner } from '../../../nodes/IngramMicroPriceFile/rowScanner.ts';
import type { EncodingName } from '../../../nodes/IngramMicroPriceFile/encodings.ts';
import { type PriceFileLayout, priceFilePieces } from '../../../simulator/priceFile.mts';
import { badInputOf } from '../support.mts';

/** Sniffs and checks a whole file, in chunks of so many bytes; tells its layout and good rows. */
function readAll(
	file: string | Buffer,
	{
		choice = 'automatic',
		encoding = 'latin1',
		chunkSize = 1_000,
	}: { choice?: LayoutChoice; encoding?: EncodingName; chunkSize?: number } = {},
) {
	const bytes = typeof file === 'string' ? Buffer.from(file, 'latin1') : file;
	const { format, hasHeader } = sniff(bytes, choice, encoding);
	const checker = new RowChecker(format);
	const scanner = new RowScanner(format.delimiter, (row) => {
		if (row.number > 1 || !hasHeader) checker.check(row);
		return true;
	});
	for (let at = 0; at < bytes.length; at += chunkSize) {
		scanner.push(bytes.subarray(at, at + chunkSize));
	}
	scanner.end();
	checker.finish();
	return { layout: format.layout.value, delimiter: format.delimiter, rows: checker.count };
}

const fileOf = (layout: PriceFileLayout, rows = 30, delimiter: ',' | '\t' = ',') =>
	[...priceFilePieces({ rows, layout, delimiter })].join('');

/** A file of 24 fields whose fields were changed, row by row. */
const changedFile = (change: (fields: string[], index: number) => string[], rows = 30) =>
	fileOf('F24', rows)
		.trimEnd()
		.split('\r\n')
		.map((row, index) => change(row.split(','), index).join(','))
		.join('\r\n')
		.concat('\r\n');

const without = (fields: string[], position: number) => fields.filter((_, at) => at !== position);

describe('the layout of a price file', () => {
	it.each([
		['F23', 'fusion23'],
		['F24', 'fusion24'],
		['F25', 'fusion25'],
		['IT', 'fusion24Italy'],
		['S', 'sap'],
	] as const)('is found by content: %s', (layout, value) => {
		for (const delimiter of [',', '\t'] as const) {
			const byte = delimiter.charCodeAt(0);
			for (const chunkSize of [7, 1_000, 1_000_000]) {
				const read = readAll(fileOf(layout, 30, delimiter), { chunkSize });
				expect(read).toEqual({ layout: value, delimiter: byte, rows: 30 });
			}
			const chosen = readAll(fileOf(layout, 30, delimiter), { choice: value });
			expect(chosen).toMatchObject({ layout: value, rows: 30 });
		}
	});

	it.each([
		['line feeds alone', (file: string) => file.replaceAll('\r\n', '\n')],
		['no line end at the end', (file: string) => file.trimEnd().concat(' '.repeat(12))],
		['empty lines', (file: string) => file.replaceAll('\r\n', '\r\n\r\n')],
		['a line of blanks and the end mark of DOS', (file: string) => `${file}   \r\n\u001a`],
	])('is found in spite of %s', (_, change) => {
		expect(readAll(change(fileOf('F24')))).toMatchObject({ layout: 'fusion24', rows: 30 });
	});

	it('reads names of a header in any capitals and blanks', () => {
		const file = fileOf('S').replace('Customer Price', 'CUSTOMER  PRICE ');
		expect(readAll(file)).toMatchObject({ layout: 'sap', rows: 30 });
	});

	it('takes a marked comma inside a field for text', () => {
		const quoted = changedFile((fields, index) =>
			fields.map((field, at) => (at === 4 && index === 2 ? '"CABLE, 2M ""FLAT"""' : field)),
		);
		expect(readAll(quoted)).toMatchObject({ layout: 'fusion24', rows: 30 });
		const first = changedFile((fields, index) =>
			fields.map((field, at) => (at === 4 && index === 0 ? '"CABLE, 2M"' : field)),
		);
		expect(readAll(first)).toMatchObject({ layout: 'fusion24', rows: 30 });
		const allQuoted = changedFile((fields) => fields.map((field) => `"${field.replace('"', '')}"`));
		expect(readAll(allQuoted)).toMatchObject({ layout: 'fusion24', rows: 30 });
	});
});

describe('readings that are off by a column', () => {
	const shifted: Array<[string, (fields: string[]) => string[]]> = [
		[
			'the height left out and an alliance flag added',
			(row) => [...without(row, 12).slice(0, 17), 'N', ...row.slice(18)],
		],
		['the price at 13, as with a column left out before it', (row) => [...without(row, 5), '']],
		['a column added before the prices', (row) => ['', ...row.slice(0, 23)]],
		['the action left out', (row) => [...row.slice(1), '']],
		[
			'a category at 18, a vendor number at 20',
			(row) => row.map((field, at) => (at === 18 ? '0101' : at === 20 ? 'V123' : field)),
		],
		['a price before the flag', (row) => row.map((field, at) => (at === 15 ? '12.00' : field))],
		[
			'media and category one to the right',
			(row) => [...row.slice(0, 18), ' ', ...row.slice(18, 21), 'Y', 'SUBST'],
		],
		['length and height in text', (row) => row.map((field, at) => (at === 10 ? 'LARGE' : field))],
	];

	it.each(shifted)('are refused: %s', (_, change) => {
		for (const choice of ['fusion24', 'automatic'] as const) {
			const file = changedFile(change);
			// Italy’s layout shows what stands behind the status under its position.
			if (choice === 'automatic' && _.startsWith('media')) continue;
			const { message } = badInputOf(() => readAll(file, { choice }));
			expect(message).toMatch(/^Row 1, column ".+" \(position \d+, counted from 0\) .+ holds .+: /);
		}
	});

	it.each(shifted)('are refused in a single row far behind the first: %s', (_, change) => {
		const file = changedFile((row, index) => (index === 28 ? change(row) : row));
		const { message } = badInputOf(() => readAll(file));
		expect(message).toMatch(/^Row 29, column /);
	});

	it('are refused where the layout of another count is chosen', () => {
		const { message } = badInputOf(() => readAll(fileOf('F24'), { choice: 'fusion23' }));
		expect(message).toMatch(/^Row 1 has 24 fields, where PRICE\.TXT with 23 fields has 23; /);
		expect(badInputOf(() => readAll(fileOf('S'), { choice: 'fusion24' })).message).toMatch(
			/^The first row is the header of STDPRICE_FULL\.TXT/,
		);
		expect(badInputOf(() => readAll(fileOf('F24'), { choice: 'sap' })).message).toMatch(
			/^The first row is no header of STDPRICE_FULL\.TXT/,
		);
	});
});

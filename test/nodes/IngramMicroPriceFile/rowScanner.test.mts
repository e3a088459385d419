import fc from 'fast-check';

import { type Row, RowScanner } from '../../../nodes/IngramMicroPriceFile/rowScanner.ts';

interface SeenRow {
	fields: string[];
	number: number;
	isTerminated: boolean;
	marks: boolean[];
}

const seenOf = (row: Row): SeenRow => ({
	fields: Array.from({ length: row.count }, (_, at) =>
		row.bytes.toString('latin1', row.starts[at], row.ends[at]),
	),
	number: row.number,
	isTerminated: row.isTerminated,
	marks: [row.hasQuotes, row.hasHighBytes, row.hasZeroBytes],
});

/** What the scanner finds in chunks, each of which starts somewhere else in memory. */
function scanned(chunks: readonly Buffer[]): SeenRow[] {
	const rows: SeenRow[] = [];
	const scanner = new RowScanner(44, (row) => rows.push(seenOf(row)) > 0);
	for (const [index, chunk] of chunks.entries()) {
		const memory = Buffer.alloc(chunk.length + 8);
		chunk.copy(memory, index % 5);
		scanner.push(memory.subarray(index % 5, (index % 5) + chunk.length));
	}
	scanner.end();
	return rows;
}

/** The same, found in a way that leaves nothing to doubt. */
function split(text: string): SeenRow[] {
	const lines = text.split('\n');
	return lines
		.map((line, index) => ({ line, number: index + 1, isTerminated: index < lines.length - 1 }))
		.filter(({ line }) => [...line].some((one) => one > ' ' || one === '\0'))
		.map(({ line, number, isTerminated }) => ({
			fields: line.replace(/\r$/, '').split(','),
			number,
			isTerminated,
			marks: [/"/, /[\u0080-\u00ff]/, /\0/].map((mark) => mark.test(line)),
		}));
}

/** A text cut into chunks of these lengths, over and over. */
function cut(bytes: Buffer, lengths: readonly number[]): Buffer[] {
	const chunks: Buffer[] = [];
	for (let at = 0; at < bytes.length; at += lengths[(chunks.length - 1) % lengths.length]) {
		chunks.push(bytes.subarray(at, at + lengths[chunks.length % lengths.length]));
	}
	return chunks;
}

const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });

it('finds the rows and fields wherever the file is cut into chunks', () => {
	const piece = fc.constantFrom(
		'\r\n',
		'\n',
		'\r',
		',',
		'"',
		'é',
		'\0',
		' ',
		'A',
		'LONGER TEXT',
		'0.50',
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 80 }), lengths, (pieces, cuts) => {
			const text = pieces.join('');
			expect(scanned(cut(Buffer.from(text, 'latin1'), cuts))).toEqual(split(text));
		}),
		{ numRuns: 1_000 },
	);
});

it('finds them in any bytes', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), lengths, (bytes, cuts) => {
			const buffer = Buffer.from(bytes);
			expect(scanned(cut(buffer, cuts))).toEqual(split(buffer.toString('latin1')));
		}),
		{ numRuns: 1_000 },
	);
});

it('sees each byte that means something between four that do not', () => {
	for (const mark of [',', '"', 'é', '\0', '\u00ff', '\u0080']) {
		for (let at = 0; at < 40; at += 1) {
			const text = `${'A'.repeat(at)}${mark}${'z-+. '.repeat(8)}\n`;
			expect(scanned([Buffer.from(text, 'latin1')])).toEqual(split(text));
		}
	}
});

import { BadInput } from '../shared/errors';
import { grown, PartTable } from './partTable';
import { plainChunks } from './reading';
import { printable } from './encodings';
import { boundsOf, numberShape, partAgain } from './rowFields';
import { isOpen, RowEnds } from './rowEnds';
import { type Row, RowScanner, RowTooLong } from './rowScanner';
import { refuseOtherFiles, withoutMark } from './sniff';
import type { Source } from './zip';

const COMMA = 44;
const FIELDS = 3;

/** What TOTAL.TXT tells of a product. */
export interface Stock {
	readonly totalAvailability: number | null;
	readonly eta: string | null;
}

const NOTHING: Stock = { totalAvailability: null, eta: null };

/** The fields that the stock file adds to a product. */
export const STOCK_FIELDS = Object.keys(NOTHING);

const wrong = ({ number }: { number: number }, what: string): BadInput =>
	new BadInput(
		`The stock file is not TOTAL.TXT: row ${number} ${what}`,
		'TOTAL.TXT has a part number, a quantity and a date in each row, with commas between them',
	);

/** The quantities of all products, in as little memory as they take. Joined by part number, never by line. */
export class StockTable {
	private readonly parts = new PartTable();
	private quantities = new Float64Array(1_024);
	private etas = new Uint16Array(1_024);
	/** Each different date once. */
	private readonly dates = new Map<string, number>();
	private readonly texts: string[] = [];
	private readonly bounds = { from: 0, to: 0 };
	private readonly ends = new RowEnds();

	/** The stock of a product, by the bytes of its part number; nothing where the file does not have it. */
	find(bytes: Buffer, from: number, to: number): Stock {
		const number = this.parts.find(bytes, from, to);
		if (number === -1) return NOTHING;
		const eta = this.texts[this.etas[number]];
		return { totalAvailability: this.quantities[number], eta: eta === '' ? null : eta };
	}

	/** Takes in a row. Throws BadInput where it is none of TOTAL.TXT. */
	add(row: Row): void {
		const { bytes } = row;
		const { bounds } = this;
		if (row.hasZeroBytes)
			throw wrong(row, 'holds bytes of value 0, so the file is no text or not whole');
		if (row.count > FIELDS && row.hasQuotes) partAgain(row, COMMA);
		if (row.count !== FIELDS) {
			const place = row.isTerminated ? '' : ', where the file ends';
			throw wrong(
				row,
				`has ${row.count === 1 ? 'no comma' : `${row.count} fields by comma`}${place}`,
			);
		}
		if (this.ends.isCut(row) || isOpen(bytes, row.starts[2], row.ends[2])) {
			throw wrong(row, 'ends inside its date: the file is cut off');
		}
		boundsOf(row, 1, bounds);
		const text = bytes.toString('latin1', bounds.from, bounds.to);
		if (numberShape(bytes, bounds.from, bounds.to) !== 'whole') {
			throw wrong(row, `has "${printable(text.slice(0, 40))}" for its quantity`);
		}
		boundsOf(row, 2, bounds);
		const eta = this.numberOf(bytes.toString('latin1', bounds.from, bounds.to).trim(), row);
		boundsOf(row, 0, bounds);
		if (bounds.to === bounds.from) throw wrong(row, 'has no part number');
		const before = this.parts.size;
		const number = this.parts.add(bytes, bounds.from, bounds.to);
		if (number < before) this.refuseOther(number, Number(text), eta, row);
		else {
			if (number === this.quantities.length) {
				this.quantities = grown(this.quantities, (size) => new Float64Array(size));
				this.etas = grown(this.etas, (size) => new Uint16Array(size));
			}
			this.quantities[number] = Number(text);
			this.etas[number] = eta;
		}
	}

	get size(): number {
		return this.parts.size;
	}

	private refuseOther(number: number, quantity: number, eta: number, row: Row): void {
		const { etas, parts, quantities, texts } = this;
		const isOther = quantities[number] !== quantity;
		if (!isOther && etas[number] === eta) return;
		const [what, one, other] = isOther
			? ['quantities', quantities[number], quantity]
			: ['dates', texts[etas[number]] || 'none', texts[eta] || 'none'];
		throw new BadInput(
			`The stock file has two ${what} for ${parts.keyAt(number)}, ${one} and, in row ${row.number}, ${other}`,
			'Ask Ingram Micro which of them holds',
		);
	}

	private numberOf(eta: string, row: Row): number {
		const known = this.dates.get(eta);
		if (known !== undefined) return known;
		const number = this.texts.push(eta) - 1;
		if (number > 65_535) throw wrong(row, 'is the one with which there are more dates than days');
		this.dates.set(eta, number);
		return number;
	}
}

/** Reads TOTAL.TXT, packed or not. Throws BadInput where it is another file, or not whole. */
export async function readStock(source: Source): Promise<StockTable> {
	const table = new StockTable();
	const scanner = new RowScanner(COMMA, (row) => {
		table.add(row);
		return true;
	});
	let isFirst = true;
	try {
		for await (const chunk of plainChunks(source)) {
			const bytes = isFirst ? withoutMark(chunk) : chunk;
			if (isFirst) refuseOtherFiles(bytes);
			isFirst = false;
			scanner.push(bytes);
		}
		scanner.end();
	} catch (error) {
		if (error instanceof RowTooLong) throw wrong(error, 'is longer than any of its rows can be');
		throw error instanceof BadInput ? inStockFile(error) : error;
	}
	if (table.size === 0) throw new BadInput('The stock file is empty');
	return table;
}

/** The sentences about files do not say which of two they are about. */
const inStockFile = ({ message, remedy }: BadInput): BadInput =>
	new BadInput(
		message
			.replace(/^The file\b/, 'The stock file')
			.replace(/^The ZIP\b/, 'The ZIP of the stock file'),
		remedy,
	);

import { BadInput } from '../shared/errors';
import { grown, PartTable } from './partTable';
import { notRows, plainChunks } from './reading';
import { boundsOf, numberShape } from './rowFields';
import { type Row, RowScanner, RowTooLong } from './rowScanner';
import { refuseOtherFiles } from './sniff';
import type { Source } from './zip';

const COMMA = 44;
const QUOTE = 34;
const FIELDS = 3;

/** What TOTAL.TXT tells of a product. */
export interface Stock {
	readonly totalAvailability: number | null;
	readonly eta: string | null;
}

const NOTHING: Stock = { totalAvailability: null, eta: null };

/** The fields that the stock file adds to a product. */
export const STOCK_FIELDS = Object.keys(NOTHING);

const wrong = (row: Row, what: string): BadInput =>
	new BadInput(
		`The stock file is not TOTAL.TXT: row ${row.number} ${what}`,
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
		if (row.count !== FIELDS) {
			throw wrong(row, `has ${row.count} fields${row.isTerminated ? '' : ', where the file ends'}`);
		}
		boundsOf(row, 1, bounds);
		const text = bytes.toString('latin1', bounds.from, bounds.to);
		if (numberShape(bytes, bounds.from, bounds.to) !== 'whole') {
			throw wrong(row, `has "${text.slice(0, 40)}" for its quantity`);
		}
		boundsOf(row, 2, bounds);
		if (bounds.to > bounds.from && bytes[bounds.from] === QUOTE) {
			throw wrong(row, 'ends inside its date: the file is cut off');
		}
		const eta = this.numberOf(bytes.toString('latin1', bounds.from, bounds.to).trim(), row);
		boundsOf(row, 0, bounds);
		if (bounds.to === bounds.from) throw wrong(row, 'has no part number');
		const before = this.parts.size;
		const number = this.parts.add(bytes, bounds.from, bounds.to);
		if (number < before) this.refuseOther(number, Number(text), row);
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

	private refuseOther(number: number, quantity: number, row: Row): void {
		if (this.quantities[number] === quantity) return;
		throw new BadInput(
			`The stock file has two quantities for ${this.parts.keyAt(number)}, ${this.quantities[number]} and, in row ${row.number}, ${quantity}`,
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
			if (isFirst) refuseOtherFiles(chunk);
			isFirst = false;
			scanner.push(chunk);
		}
		scanner.end();
	} catch (error) {
		if (error instanceof RowTooLong) throw notRows(error);
		throw error instanceof BadInput ? inStockFile(error) : error;
	}
	if (table.size === 0) throw new BadInput('The stock file is empty');
	return table;
}

/** The sentences about files do not say which of two they are about. */
const inStockFile = ({ message, remedy }: BadInput): BadInput =>
	new BadInput(message.replace(/^The file\b/, 'The stock file'), remedy);

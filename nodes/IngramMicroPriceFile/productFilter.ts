import { BadInput } from '../shared/errors';
import { PartTable } from './partTable';
import { PART_NUMBER, positionOf } from './productRecord';
import type { Format } from './rowChecker';
import { boundsOf } from './rowFields';
import type { Row } from './rowScanner';

export interface Filters {
	readonly categories?: readonly string[];
	readonly vendors?: readonly string[];
	readonly inStockOnly?: boolean;
	readonly changedOnly?: boolean;
}

const YES = 89;

/** Texts that a filter lets pass, in any capitals, and which of them were in any row. */
class WantedTexts {
	private readonly table = new PartTable(true);
	private readonly texts: string[] = [];
	private readonly seen: Uint8Array;

	constructor(texts: readonly string[], encoding: BufferEncoding) {
		for (const text of texts) {
			const bytes = Buffer.from(text, encoding);
			if (this.table.add(bytes, 0, bytes.length) === this.texts.length) this.texts.push(text);
		}
		this.seen = new Uint8Array(this.texts.length);
	}

	has(bytes: Buffer, from: number, to: number): boolean {
		const number = this.table.find(bytes, from, to);
		if (number >= 0) this.seen[number] = 1;
		return number >= 0;
	}

	get unseen(): string[] {
		return this.texts.filter((_, number) => this.seen[number] === 0);
	}
}

/** Where a filter looks. Throws BadInput where the layout has no such column that is proven. */
function placeOf({ layout }: Format, name: string, filter: string): number {
	const position = positionOf(layout, name);
	if (position === -1) {
		throw new BadInput(
			`The filter '${filter}' cannot be used: ${layout.words} has no column that is known to hold it`,
			'Remove the filter, and filter the output by the field that holds it in your file',
		);
	}
	return position;
}

type Test = (row: Row) => boolean;

/** What the filters of a run do with each row of a file. */
export interface RowFilter {
	/** Tells by the bytes of a row, before anything is made of it, whether the product is wanted. */
	readonly passes: Test;
	/** The vendors and categories that no row so far had, as words of a sentence. */
	unmatched(): string[];
}

/** Throws BadInput where the layout has no column for a filter. */
export function filterOf(format: Format, filters: Filters): RowFilter {
	const bounds = { from: 0, to: 0 };
	const tests: Test[] = [];
	const wanted: Array<[string, WantedTexts]> = [];
	const isYes = (name: string, filter: string): void => {
		const position = placeOf(format, name, filter);
		tests.push((row) => {
			boundsOf(row, position, bounds);
			return bounds.to - bounds.from === 1 && row.bytes[bounds.from] === YES;
		});
	};
	if (filters.categories) {
		const position = placeOf(format, 'category', 'Categories');
		if (format.layout.columns[position].kind !== 'category') {
			// The SAP file has names of categories there.
			placeOf(format, 'a category of four digits', 'Categories');
		}
		const categories = new WantedTexts(filters.categories, 'latin1');
		wanted.push(['category', categories]);
		tests.push((row) => {
			boundsOf(row, position, bounds);
			const { from, to } = bounds;
			if (to === from) return false;
			const isWanted = categories.has(row.bytes, from, to);
			return categories.has(row.bytes, from, from + 2) || isWanted;
		});
	}
	if (filters.vendors) {
		const number = placeOf(format, 'vendorNumber', 'Vendors');
		const name = placeOf(format, 'vendorName', 'Vendors');
		const vendors = new WantedTexts(filters.vendors, format.encoding);
		wanted.push(['vendor', vendors]);
		const isAt = (row: Row, position: number): boolean => {
			boundsOf(row, position, bounds);
			return bounds.to > bounds.from && vendors.has(row.bytes, bounds.from, bounds.to);
		};
		tests.push((row) => {
			const isWanted = isAt(row, number);
			return isAt(row, name) || isWanted;
		});
	}
	if (filters.inStockOnly) isYes('availabilityFlag', 'In Stock Only');
	if (filters.changedOnly) isYes('priceChangeFlag', 'Changed Prices Only');
	return {
		passes: (row) => tests.every((test) => test(row)),
		unmatched: () =>
			wanted.flatMap(([what, { unseen }]) => unseen.map((text) => `${what} ${text}`)),
	};
}

const NOT_SEEN = 0;
const HELD_BACK = 1;
const TAKEN = 2;

/** The products that were asked for by part number, and which of them were seen. */
export class WantedProducts {
	private readonly table = new PartTable(true);
	/** Those that are asked for, each once, as they are asked for. */
	private readonly names: string[] = [];
	/** What became of each: NOT_SEEN, HELD_BACK or TAKEN. */
	private readonly seen: Uint8Array;
	/** The number of the one in the row that was tested last. */
	private last = 0;
	private readonly bounds = { from: 0, to: 0 };

	/** @param partNumbers in any capitals; those that are alike count once */
	constructor(partNumbers: readonly string[]) {
		for (const name of partNumbers) {
			// Text of a single-byte encoding would be another where it has more characters than that.
			const bytes = Buffer.from(name, 'utf8');
			if (this.table.add(bytes, 0, bytes.length) === this.names.length) this.names.push(name);
		}
		this.seen = new Uint8Array(this.table.size);
	}

	/** Tells of each row of a file whether its product was asked for, and notes that it was there. */
	tester({ layout }: Format): Test {
		const position = positionOf(layout, PART_NUMBER);
		return (row) => {
			boundsOf(row, position, this.bounds);
			const number = this.table.find(row.bytes, this.bounds.from, this.bounds.to);
			if (number === -1) return false;
			this.last = number;
			if (this.seen[number] === NOT_SEEN) this.seen[number] = HELD_BACK;
			return true;
		};
	}

	/** Says that the row that was tested last passed everything else, too. */
	takeLast(): void {
		this.seen[this.last] = TAKEN;
	}

	/** Those that were in no row so far. */
	missing(): string[] {
		return this.names.filter((_, number) => this.seen[number] === NOT_SEEN);
	}

	/** How many were in a row, and in none that passed everything else. */
	get heldBack(): number {
		return this.seen.filter((what) => what === HELD_BACK).length;
	}
}

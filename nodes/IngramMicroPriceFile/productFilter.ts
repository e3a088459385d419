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

const tableOf = (texts: readonly string[], encoding: BufferEncoding): PartTable => {
	const table = new PartTable(true);
	for (const text of texts) {
		const bytes = Buffer.from(text, encoding);
		table.add(bytes, 0, bytes.length);
	}
	return table;
};

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

/** Tells by the bytes of a row, before anything is made of it, whether the product is wanted. */
export function filterOf(format: Format, filters: Filters): Test {
	const bounds = { from: 0, to: 0 };
	const tests: Test[] = [];
	const isYes = (name: string, filter: string): void => {
		const position = placeOf(format, name, filter);
		tests.push((row) => {
			boundsOf(row, position, bounds);
			return bounds.to - bounds.from === 1 && row.bytes[bounds.from] === YES;
		});
	};
	if (filters.inStockOnly) isYes('availabilityFlag', 'In Stock Only');
	if (filters.changedOnly) isYes('priceChangeFlag', 'Changed Prices Only');
	if (filters.categories) {
		const position = placeOf(format, 'category', 'Categories');
		if (format.layout.columns[position].kind !== 'category') {
			// The SAP file has names of categories there.
			placeOf(format, 'a category of four digits', 'Categories');
		}
		const table = tableOf(filters.categories, 'latin1');
		tests.push((row) => {
			boundsOf(row, position, bounds);
			const { from, to } = bounds;
			if (to === from) return false;
			return table.find(row.bytes, from, to) >= 0 || table.find(row.bytes, from, from + 2) >= 0;
		});
	}
	if (filters.vendors) {
		const number = placeOf(format, 'vendorNumber', 'Vendors');
		const name = placeOf(format, 'vendorName', 'Vendors');
		const table = tableOf(filters.vendors, format.encoding);
		tests.push((row) =>
			[number, name].some((position) => {
				boundsOf(row, position, bounds);
				return bounds.to > bounds.from && table.find(row.bytes, bounds.from, bounds.to) >= 0;
			}),
		);
	}
	return (row) => tests.every((test) => test(row));
}

/** The products that were asked for by part number, and which of them were seen. */
export class WantedProducts {
	private readonly table = new PartTable(true);
	/** Those that are asked for, each once, as they are asked for. */
	private readonly names: string[] = [];
	private readonly seen: Uint8Array;
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
			if (number >= 0) this.seen[number] = 1;
			return number >= 0;
		};
	}

	/** Those that were in no row so far. */
	missing(): string[] {
		return this.names.filter((_, number) => this.seen[number] === 0);
	}
}

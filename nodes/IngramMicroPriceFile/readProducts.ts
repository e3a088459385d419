import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../shared/errors';
import type { EncodingName } from './encodings';
import { type Filters, filterOf, type RowFilter, WantedProducts } from './productFilter';
import { PART_NUMBER, positionOf, ProductRecords } from './productRecord';
import { readPriceFile } from './reading';
import { boundsOf } from './rowFields';
import type { LayoutChoice } from './sniff';
import { readStock, STOCK_FIELDS, type StockTable } from './stockTable';
import type { Source } from './zip';

/** More items than these take the memory and the patience of an n8n. */
export const MANY_ITEMS = 50_000;

export interface Wish {
	readonly layout: LayoutChoice;
	readonly encoding: EncodingName;
	readonly filters: Filters;
	/** Only these; undefined: all. */
	readonly partNumbers?: readonly string[];
	readonly fieldsToKeep?: readonly string[];
	/** The most products; undefined: all. */
	readonly limit?: number;
}

/** What takes the products one by one. */
export interface Sink {
	/** The names of their fields, before the first of them. */
	start?(names: readonly string[]): void;
	take(product: IDataObject): void;
}

/** What is to be told besides the products. */
export interface ReadOut {
	/** The part numbers that were asked for and are not in the file; none where the limit ended the reading. */
	readonly missing: readonly string[];
	/** How many that were asked for are in the file, and were held back by the filters. */
	readonly heldBack: number;
	/** How many products were looked for in the stock file, where it had none of them; else 0. */
	readonly withoutStock: number;
	/** Vendors and categories of the filters that no product of the whole file has; told where all are read. */
	readonly unmatched: readonly string[];
}

/**
 * Reads the wanted products out of a price file, in its order, and hands each to the sink. Throws
 * BadInput where the file is not what it should be; what the sink has then is worth nothing.
 */
export async function readProducts(
	source: Source,
	stockSource: Source | undefined,
	wish: Wish,
	sink: Sink,
): Promise<ReadOut> {
	const stock = stockSource && (await readStock(stockSource));
	const wanted = wish.partNumbers && new WantedProducts(wish.partNumbers);
	const { limit = Infinity, fieldsToKeep } = wish;
	if (!stock) refuseStockFields(fieldsToKeep);
	let count = 0;
	let inStockFile = 0;
	let filter: RowFilter | undefined;
	const { isWhole } = await readPriceFile(source, wish.layout, wish.encoding, (format) => {
		const added = stock ? STOCK_FIELDS : [];
		const records = new ProductRecords(format, fieldsToKeep, added);
		const keptStock = added.filter((name) => !fieldsToKeep || fieldsToKeep.includes(name));
		sink.start?.([...records.names, ...keptStock]);
		const isWanted = wanted?.tester(format);
		const { passes } = (filter = filterOf(format, wish.filters));
		const position = positionOf(format.layout, PART_NUMBER);
		const bounds = { from: 0, to: 0 };
		return (row) => {
			if (isWanted?.(row) === false || !passes(row)) return true;
			const product = records.make(row);
			if (stock) {
				boundsOf(row, position, bounds);
				const { bytes } = row;
				const isThere = join(product, stock, keptStock, bytes.subarray(bounds.from, bounds.to));
				if (isThere) inStockFile += 1;
			}
			sink.take(product);
			wanted?.takeLast();
			count += 1;
			return count < limit;
		};
	});
	return {
		missing: wanted && isWhole ? wanted.missing() : [],
		heldBack: wanted?.heldBack ?? 0,
		withoutStock: stock && inStockFile === 0 ? count : 0,
		unmatched: (isWhole && !wanted && filter?.unmatched()) || [],
	};
}

function refuseStockFields(fieldsToKeep: readonly string[] = []): void {
	const field = fieldsToKeep.find((name) => STOCK_FIELDS.includes(name));
	if (field === undefined) return;
	throw new BadInput(
		`'Fields to Keep' names "${field}", which comes from a stock file, and there is none`,
		"Add 'Stock File' under Options",
	);
}

/** Adds what the stock file tells of a product; whether it tells anything. */
function join(
	product: IDataObject,
	stock: StockTable,
	names: readonly string[],
	partNumber: Buffer,
): boolean {
	const found: IDataObject = { ...stock.find(partNumber, 0, partNumber.length) };
	for (const name of names) product[name] = found[name];
	return found.totalAvailability !== null;
}

/** Gathers products for items; once there are too many it only counts on. */
export class ItemSink implements Sink {
	readonly products: IDataObject[] = [];
	private count = 0;

	/** @param allowsMany more than MANY_ITEMS are wanted */
	constructor(private readonly allowsMany: boolean) {}

	take(product: IDataObject): void {
		this.count += 1;
		if (this.allowsMany || this.count <= MANY_ITEMS) this.products.push(product);
		else this.products.length = 0;
	}

	/** Throws BadInput where there are more than may become items. */
	finish(): void {
		if (this.allowsMany || this.count <= MANY_ITEMS) return;
		throw new BadInput(
			`This would make ${this.count} items, and more than ${MANY_ITEMS} can take all memory that n8n has`,
			"Take fewer with filters or Limit, let Output be a file, or switch on 'Allow More Than 50,000 Items' in Options",
		);
	}
}

import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../shared/errors';
import { textOf } from './encodings';
import type { Column, Layout } from './layouts';
import type { Format } from './rowChecker';
import { boundsOf } from './rowFields';
import type { Row } from './rowScanner';

/** The field that every output has. */
export const PART_NUMBER = 'ingramPartNumber';

/** Prices of which 0 means that there is none. */
const NONE_IF_ZERO: ReadonlySet<string> = new Set([
	'customerPrice',
	'retailPrice',
	'customerPriceWithTax',
	'retailPriceWithTax',
]);

/** Where a layout has a field; -1 where it has none. */
export const positionOf = (layout: Layout, name: string): number =>
	layout.columns.findIndex((column) => column.name === name);

/** The value of a field: numbers of prices and measures, text of all else, null where there is none. */
export function valueOf(text: string, { name, kind }: Column): string | number | null {
	if (text === '') return null;
	if (kind !== 'price' && kind !== 'number') return text;
	const number = Number(text);
	return number === 0 && NONE_IF_ZERO.has(name) ? null : number;
}

const QUOTE = 34;
const COMMA = 44;

/** What stands between quotation marks, where those inside are doubled; else the marks are text. */
const unquoted = (text: string): string =>
	text.replaceAll('""', '').includes('"') ? `"${text}"` : text.replaceAll('""', '"');

/** Makes the output of a product out of its row. */
export class ProductRecords {
	private readonly kept: ReadonlyArray<{ position: number; column: Column }>;
	private readonly bounds = { from: 0, to: 0 };

	/**
	 * @param fields the names of those that are wanted; undefined: all
	 * @param others names that something else fills in
	 * @throws BadInput where a name is none of the layout's
	 */
	constructor(
		private readonly format: Format,
		fields: readonly string[] | undefined,
		others: readonly string[] = [],
	) {
		const { columns, words } = format.layout;
		const known = columns.map(({ name }) => name);
		const unknown = fields?.find((field) => ![...known, ...others].includes(field));
		if (unknown !== undefined) {
			throw new BadInput(
				`'Fields to Keep' names "${unknown}", and ${words} has no such field`,
				`Its fields: ${[...known, ...others].join(', ')}`,
			);
		}
		this.kept = columns
			.map((column, position) => ({ position, column }))
			.filter(({ column: { name } }) => !fields || name === PART_NUMBER || fields.includes(name));
	}

	/** The names of the fields, in order. */
	get names(): string[] {
		return this.kept.map(({ column }) => column.name);
	}

	/** A product. Its values are copies: nothing of the row is held on to. */
	make(row: Row): IDataObject {
		const record: IDataObject = {};
		for (const { position, column } of this.kept) {
			record[column.name] = valueOf(this.textAt(row, position), column);
		}
		return record;
	}

	private isQuoted({ bytes, starts }: Row, position: number): boolean {
		let at = this.bounds.from - 1;
		while (at > starts[position] && bytes[at] <= 32) at -= 1;
		return at >= starts[position] && bytes[at] === QUOTE;
	}

	private textAt(row: Row, position: number): string {
		const { bounds } = this;
		boundsOf(row, position, bounds);
		const text = textOf(row.bytes, bounds.from, bounds.to, this.format.encoding);
		const plain = row.hasQuotes && this.isQuoted(row, position) ? unquoted(text) : text;
		return this.format.delimiter === COMMA ? plain.replaceAll('\\,', ',') : plain;
	}
}

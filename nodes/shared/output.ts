import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { alphabetical } from './alphabetical';
import { spelt } from './dictionary';
import { choice, someChoices, when } from './fields/field';
import { numberIn, numberOrText } from './amounts';
import { isObject, keysInOrder, recordsOf } from './records';
import { tidy } from './tidy';
import { warningsIn } from './transport/warnings';

/** Whether a field is part of the Simplified output, for all records or by the record. */
export type Simplified = boolean | ((record: IDataObject) => boolean);

/** One thing that a person may pick from an answer: its shown name, and where it stands in the record. */
export interface OutputField {
	readonly name: string;
	/** Path in XI's record, parts joined by dots. Left out: the key itself. */
	readonly path?: string;
	/** Computes the value where a path is not enough. */
	readonly value?: (record: IDataObject) => unknown;
	/** The switch of the request without which XI leaves this out. */
	readonly needs?: string;
	/**
	 * Is part of the Simplified output (ten fields at the most). An operation that can return records
	 * of several kinds, say orders or their lines, tells by the record.
	 */
	readonly simplified?: Simplified;
	/**
	 * It is a list of lines or products, shown as short flat records: these fields of the same output,
	 * each read from a row that has an entry as `as` (see oneEach).
	 */
	readonly entries?: Entries;
}

interface Entries {
	readonly as: string;
	readonly fields: readonly string[];
}

/** What an operation's records hold, by the key that the output gets. */
export type Output = Readonly<Record<string, OutputField>>;

/** What every write tells of itself: what became of it, and where. Put in by the loop. */
export const OF_A_WRITE = {
	outcome: { name: 'Outcome', simplified: true },
	account: { name: 'Account', simplified: true },
} satisfies Output;

/** The output parameters of an operation that reads. */
export const outputParameters = (output: Output) => ({
	output: choice(
		'Output',
		[
			{
				name: 'Simplified',
				value: 'simplified',
				description: 'The few fields that most workflows need, flattened',
			},
			{ name: 'Raw', value: 'raw', description: 'Everything that Ingram Micro answered' },
			{
				name: 'Selected Fields',
				value: 'selectedFields',
				description: 'Only the fields you pick',
			},
		],
		{ default: 'simplified', description: 'How much of the answer to return' },
	),
	fields: when(
		{ output: ['selectedFields'] },
		// What was ordered must not come out as nothing.
		someChoices('Fields', fieldChoices(output), {
			default: simplifiedKeys(output),
			description: 'The fields to return',
			ifNone: 'Pick at least one, or set Output to Simplified',
		}),
	),
});

const simplifiedKeys = (output: Output, record: IDataObject = {}) =>
	Object.keys(output).filter((key) => {
		const { simplified = false } = output[key];
		return typeof simplified === 'boolean' ? simplified : simplified(record);
	});

/** The keys that are part of Simplified for some record or all. */
const possibleKeys = (output: Output) =>
	Object.keys(output).filter((key) => output[key].simplified ?? false);

const fieldChoices = (output: Output): Array<INodePropertyOptions & { value: string }> =>
	Object.entries(output)
		.map(([value, { name }]) => ({ name, value }))
		.sort((a, b) => alphabetical(a.name, b.name));

const memberOf = (value: unknown, name: string): unknown =>
	isObject(value) ? (value as Record<string, unknown>)[name] : undefined;

/** The value at a dotted path, undefined where any part of it is missing. */
export function at(record: unknown, path: string): unknown {
	let value = record;
	let start = 0;
	for (let end = path.indexOf('.'); end >= 0; end = path.indexOf('.', start)) {
		value = memberOf(value, path.slice(start, end));
		start = end + 1;
	}
	return memberOf(value, path.slice(start));
}

/** Makes fields whose values are found at a path in a way of their own. */
export const fieldBy =
	(find: (record: unknown, path: string) => unknown) =>
	(name: string, path: string, simplified: Simplified = false): OutputField => ({
		name,
		simplified,
		value: (record) => find(record, path),
	});

/** A field that is a number, which XI sends as text in many places. What is none stays as it came. */
export const numberAt = fieldBy((record, path) => numberOrText(at(record, path)));

/** The name of a field in XI's record. */
const nameOf = (key: string, { path, value }: OutputField): string =>
	value ? key : (path ?? key).replace(/^.*\./, '');

/** A column of an output, with what is the same for all records worked out before. */
interface Column {
	readonly key: string;
	readonly name: string;
	readonly find: (record: IDataObject) => unknown;
	readonly isSimplified: (record: IDataObject) => boolean;
}

function columnOf(output: Output, key: string): Column {
	const field = output[key];
	const { path = key, value, entries, simplified = false } = field;
	const sent = value ?? ((record: IDataObject) => at(record, path));
	return {
		key,
		name: nameOf(key, field),
		find: entries ? (record) => shortOf(output, entries, sent(record)) : sent,
		isSimplified: typeof simplified === 'boolean' ? () => simplified : simplified,
	};
}

/**
 * How records are shown as the user wants them. Raw returns XI's own object; else the picked keys,
 * tidied, and null where XI left one out, so that every item has the same columns. What XI says went
 * wrong with a record, beside the rest of it, is added as `warnings`.
 */
export function projection(
	output: Output,
	wanted: { output: string; fields?: string[] },
): (record: IDataObject) => IDataObject {
	if (wanted.output === 'raw') return (record) => record;
	const isChosen = wanted.output !== 'simplified';
	const columns = (isChosen ? (wanted.fields ?? []) : possibleKeys(output)).map((key) =>
		columnOf(output, key),
	);
	const hasOwnWarnings = 'warnings' in output;
	return (record) => {
		const shown: Record<string, unknown> = {};
		for (const { key, name, find, isSimplified } of columns) {
			if (isChosen || isSimplified(record)) {
				shown[key] = spelt(key, tidy(find(record), name)) ?? null;
			}
		}
		const warnings = hasOwnWarnings ? [] : warningsIn(record);
		if (warnings.length > 0) shown.warnings = warnings;
		return shown as IDataObject;
	};
}

/** A single record as the user wants it; see `projection`. */
export const project = (
	output: Output,
	record: IDataObject,
	wanted: { output: string; fields?: string[] },
): IDataObject => projection(output, wanted)(record);

/** The entries of a list as short flat records; what is no list stays as it came. */
function shortOf(output: Output, { as, fields }: Entries, list: unknown): unknown {
	if (typeof list !== 'object' || list === null) return list;
	const short = projection(output, { output: 'selectedFields', fields: [...fields] });
	return listedIn(list)?.map((entry) => short({ [as]: entry }));
}

/** The switches that a request needs for what the user picked to be in the answer. */
export function switchesFor(
	output: Output,
	wanted: { output?: string; fields?: string[] },
): Record<string, true> {
	if (wanted.output !== 'selectedFields') return {};
	const needed = (wanted.fields ?? []).flatMap((key) => output[key]?.needs ?? []);
	return Object.fromEntries(needed.map((name) => [name, true]));
}

/** The records of a list that is shown as it is: undefined where it is no list at all. */
export const listedIn = (value: unknown): IDataObject[] | undefined =>
	typeof value === 'object' || value === undefined ? recordsOf(value, 'list') : undefined;

/** What a record says, whatever the order of its members and the blanks in it. */
export const contentOf = (value: unknown): string => JSON.stringify(keysInOrder(tidy(value)));

/** The numbers that tell the lines and products of one record apart, in small letters. */
const OWN_NUMBERS: ReadonlySet<string> = new Set([
	'cartonnumber',
	'ingramlinenumber',
	'ingramorderlinenumber',
	'linenumber',
	'quoteproductguid',
	'subordernumber',
	'trackingnumber',
]);

const hasOwnNumber = (record: IDataObject): boolean =>
	Object.entries(record).some(
		([name, value]) =>
			OWN_NUMBERS.has(name.toLowerCase()) &&
			(typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')),
	);

/**
 * Records of a list without those that XI repeats: with a number of their own, and the same in all else
 * as well. Equal ones without a number may be two, and of one number with other content both stay.
 */
export function withoutRepeats<Row extends IDataObject>(records: readonly Row[]): Row[] {
	// One repeats nothing, and most lists of parcels hold one.
	if (records.length < 2) return [...records];
	const seen = new Set<string>();
	return records.filter((record) => {
		if (!hasOwnNumber(record)) return true;
		const content = contentOf(record);
		return !seen.has(content) && seen.add(content);
	});
}

/**
 * The entries of a list, each to be a row; of no entry at all, an empty one. So a record of which XI
 * names no part is a row too: neither it nor the input item that asked for it is lost from sight.
 */
export const orEmpty = <T extends object>(entries: readonly T[]): ReadonlyArray<Partial<T>> =>
	entries.length > 0 ? entries : [{}];

/**
 * A record as one row for each entry of a list in it: `{ …record without the list, [part]: entry }`.
 * The entry keeps a place of its own, since it has names in common with the record. A record without
 * entries is one row as well, without a part, but with the count of them: `{ …record, lineCount: 0 }`.
 *
 * @param list the key of the list, as XI spells it
 * @param part the key of the entry in the row
 * @param entries the entries, where they are not simply those of the list
 */
export function oneEach(
	record: IDataObject,
	list: string,
	part: string,
	entries: readonly IDataObject[] = withoutRepeats(recordsOf(record[list], `list of ${list}`)),
): IDataObject[] {
	const { [list]: _, ...head } = record;
	return entries.length > 0
		? entries.map((entry) => ({ ...head, [part]: entry }))
		: [{ ...head, [countKey(part)]: 0 }];
}

const countKey = (part: string): string => `${part}Count`;

/** Whether a row is a record without any of these parts, as a row for each of them was asked for. */
export const hasNone =
	(part: string) =>
	(row: IDataObject): boolean =>
		countKey(part) in row;

/** The field that tells how many parts a record has; undefined beside one of them. */
export const countOf = (
	name: string,
	part: string,
	list: string,
	simplified: OutputField['simplified'] = hasNone(part),
): OutputField => ({
	name,
	simplified,
	value: (row) => {
		if (hasNone(part)(row)) return row[countKey(part)];
		return part in row ? undefined : listedIn(row[list])?.length;
	},
});

/*
 * Details come in rows of three kinds: the record as XI gives it, the record with one of its products
 * beside it, in `product`, or the record of which there are none (see oneEach). Simplified has the
 * columns that fit the kind.
 */

/** Whether a row is a record with one of its products. */
export const isProduct = (row: IDataObject): boolean => 'product' in row;

/** Whether a row is a record as a whole. */
export const isWhole = (row: IDataObject): boolean => !isProduct(row);

/** The products of a record, in one item with it, and how many there are. */
export const allProducts = (...fields: string[]) =>
	({
		products: {
			name: 'Products',
			entries: { as: 'product', fields },
			simplified: (row: IDataObject) => isWhole(row) && !hasNone('product')(row),
			value: ({ products }: IDataObject) =>
				typeof products === 'object' && products !== null
					? withoutRepeats(recordsOf(products, 'list of products'))
					: products,
		},
		productCount: countOf('Product Count', 'product', 'products'),
	}) satisfies Output;

/** By which numbers a product goes that stands in a row. */
export const productNumbers = {
	ingramPartNumber: {
		name: 'Product Ingram Part Number',
		path: 'product.ingramPartNumber',
		simplified: isProduct,
	},
	vendorPartNumber: {
		name: 'Product Vendor Part Number',
		path: 'product.vendorPartNumber',
		simplified: isProduct,
	},
} satisfies Output;

/** Whether a text names an amount of something: "Call", "0.00", "USD 0" and "" do not. */
const NAMES_AN_AMOUNT = /[1-9]/;

/**
 * A price as it may be handed on, in whatever currency: nothing costs nothing, so what is not above
 * zero is no price, nor is a text without an amount. XI sends 0 where it has none, and whoever writes
 * that into a shop gives the product away. Not for what may well be 0: the lines of orders, invoices
 * and quotes, taxes, freight.
 *
 * @returns a number, or a text with an amount that cannot be read as one; undefined: there is no price
 */
export function priceIn(value: unknown): number | string | undefined {
	const number = numberIn(value);
	if (number !== undefined) return number > 0 ? number : undefined;
	return typeof value === 'string' && NAMES_AN_AMOUNT.test(value) ? value : undefined;
}

/** A field that is the price of a product; null where there is none. */
export const productPriceAt = fieldBy((record, path) => priceIn(at(record, path)));

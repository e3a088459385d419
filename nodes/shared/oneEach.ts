import type { IDataObject } from 'n8n-workflow';

import type { OutputField } from './output';
import { recordsOf } from './records';
import { tidy } from './tidy';

const isRecord = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The records of a list that is shown as it is: undefined where it is no list at all. */
export const listedIn = (value: unknown): IDataObject[] | undefined =>
	typeof value === 'object' || value === undefined ? recordsOf(value, 'list') : undefined;

/** What a record says, whatever the order of its members and the blanks in it. */
export function contentOf(value: unknown): string {
	return JSON.stringify(tidy(value), (_, member: unknown) =>
		isRecord(member)
			? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
			: member,
	);
}

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

import type { IDataObject } from 'n8n-workflow';

import { listIn } from './unexpectedAnswer';

/**
 * The entries of a list, each to be a row; of no entry at all, an empty one. So a record of which XI
 * names no part is a row too: neither it nor the input item that asked for it is lost from sight.
 */
export const orEmpty = <T extends object>(entries: readonly T[]): ReadonlyArray<Partial<T>> =>
	entries.length > 0 ? entries : [{}];

/**
 * A record as one row for each entry of a list in it: `{ …record without the list, [part]: entry }`.
 * The entry keeps a place of its own, since it has names in common with the record.
 *
 * @param list the key of the list, as XI spells it
 * @param part the key of the entry in the row
 * @param entries the entries, where they are not simply those of the list
 */
export function oneEach(
	record: IDataObject,
	list: string,
	part: string,
	entries: readonly IDataObject[] = listIn(record[list] as IDataObject[], `list of ${list}`),
): IDataObject[] {
	const { [list]: _, ...head } = record;
	return orEmpty(entries).map((entry) => ({ ...head, [part]: entry }));
}

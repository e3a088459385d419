import type { IDataObject } from 'n8n-workflow';
import { createHash } from 'node:crypto';

import { UnexpectedAnswer } from './errors';
import { numberIn } from './amounts';
import { isRecord, keysInOrder, recordsOf } from './records';

/** An answer that XI sends as itself or as the only entry of a list. An empty list reads as undefined. */
export const unwrapped = <T>(answer: T | readonly T[]): T | undefined =>
	Array.isArray(answer) ? (answer as readonly T[])[0] : (answer as T);

/** What XI's searches answer: a list under a name of its own, and how many records there are. */
type SearchAnswer<Key extends string, Row> = {
	readonly [key in Key]?: ReadonlyArray<Row | null> | null;
} & { readonly recordsFound?: unknown };

/** An object in place of a list that is not a record either: it tells nothing of what there is. */
export const isHollow = (value: unknown): boolean =>
	isRecord(value) && Object.keys(value).length === 0;

/**
 * The records in the answer of a search. XI sends it as itself or as the only entry of a list, and an
 * empty list where there is nothing; of a single record the list may be the record itself.
 *
 * @param list the key of the list, as XI spells it
 * @param expected what the list holds, for the sentence
 * @throws UnexpectedAnswer where neither the list nor the count is there: an answer of another shape
 * must not pass for "there is nothing", since what is not there is sent
 */
export function recordsIn<Key extends string, Row extends IDataObject>(
	answer: SearchAnswer<Key, Row> | ReadonlyArray<SearchAnswer<Key, Row>>,
	list: Key,
	expected: string,
): { rows: Row[]; recordsFound?: unknown } {
	const found = unwrapped<SearchAnswer<Key, Row>>(answer);
	if (found === undefined) return { rows: [] };
	const records: ReadonlyArray<Row | null> | null | undefined = found?.[list];
	const recordsFound: unknown = found?.recordsFound;
	if (recordsFound === undefined && (records === undefined || isHollow(records))) {
		throw new UnexpectedAnswer(expected);
	}
	const rows = recordsOf<Row>(records, expected).filter((row) => Object.keys(row).length > 0);
	return { rows, recordsFound };
}

/** XI's count of records, which comes as a number, a text, null or not at all. */
export function countIn(recordsFound: unknown): number | undefined {
	const number = numberIn(recordsFound);
	return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/**
 * Whether a search ends with this page: it is empty, or page × size reaches the count that came with
 * it. A short page alone is no end, since XI's pages may hold fewer records than asked for while more
 * follow. XI documentation: "Search Products" and the other searches, on paging.
 *
 * @param rows how many records the page holds
 * @param recordsFound XI's count, as it came
 */
export function isLastPage(
	rows: number,
	recordsFound: unknown,
	page: number,
	size: number,
): boolean {
	if (rows === 0) return true;
	const total = countIn(recordsFound);
	return total !== undefined && page * size >= total;
}

/**
 * Tells records that come for the first time from those that came before, in all of their fields: XI
 * lists a record on two pages when its lists grow in the meantime, and some invoices twice in any
 * case. Two that share a number and differ in anything else are two.
 *
 * Remembers 16 bytes of each record, so that a list of 100,000 takes 6 MB more while it is read.
 *
 * @returns a function that says of each record whether it is new
 */
export function unseen(): (record: unknown) => boolean {
	const seen = new Set<string>();
	return (record) => {
		const mark = createHash('sha256')
			.update(JSON.stringify(keysInOrder(record)))
			.digest()
			.toString('latin1', 0, 16);
		const isNew = !seen.has(mark);
		seen.add(mark);
		return isNew;
	};
}

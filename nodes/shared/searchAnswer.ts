import type { IDataObject } from 'n8n-workflow';

import { recordsOf } from './records';
import { UnexpectedAnswer } from './unexpectedAnswer';
import { unwrapped } from './unwrapped';

/** What XI's searches answer: a list under a name of its own, and how many records there are. */
type SearchAnswer<Key extends string, Row> = {
	readonly [key in Key]?: ReadonlyArray<Row | null> | null;
} & { readonly recordsFound?: unknown };

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
	if (records === undefined && recordsFound === undefined) throw new UnexpectedAnswer(expected);
	const rows = recordsOf<Row>(records, expected);
	const isEmpty = !Array.isArray(records) && rows.some((row) => Object.keys(row).length === 0);
	if (isEmpty) throw new UnexpectedAnswer(expected);
	return { rows, recordsFound };
}

import type { IDataObject } from 'n8n-workflow';

import { unwrapped } from '../shared/answer';
import { UnexpectedAnswer } from '../shared/errors';
import { isRecord, recordsOf } from '../shared/records';
import type { Page } from '../shared/transport/request';

/**
 * An answer as it came: an object is a row, a list a row for each object in it. Anything else, also no
 * answer at all, is told in a row with its status, so that the item that asked is not lost.
 */
export function rowsOf(answer: unknown, status: number): IDataObject[] {
	const entries: unknown[] = Array.isArray(answer) ? answer : [answer];
	if (entries.length > 0 && entries.every(isRecord)) return entries as IDataObject[];
	return [{ statusCode: status, answer: answer ?? null }];
}

/** Names under which an answer lists what is no record of the search. */
const BESIDE = /^(?:errors?|warnings?|links?)$/i;

/**
 * The records of one page: the only list in the answer, or the one that the user names.
 *
 * @param list its name; undefined: there is only one
 * @throws UnexpectedAnswer where it is not there, or where there are several
 */
export function pageIn(answer: unknown, list: string | undefined): Page {
	const body = Array.isArray(answer) && answer.length > 1 ? answer : unwrapped<unknown>(answer);
	if (body === undefined || body === null) return { rows: [] };
	if (Array.isArray(body)) return { rows: recordsOf(body, 'list of records') };
	if (!isRecord(body)) throw new UnexpectedAnswer('list of records');
	// In some answers with a capital.
	const recordsFound = body.recordsFound ?? body.RecordsFound;
	const wanted = list?.toLowerCase();
	const lists = Object.keys(body).filter((key) =>
		wanted === undefined
			? Array.isArray(body[key]) && !BESIDE.test(key)
			: key.toLowerCase() === wanted,
	);
	if (lists.length === 1)
		return { rows: recordsOf(body[lists[0]], `list "${lists[0]}"`), recordsFound };
	// Where there is nothing, XI also leaves the list out.
	if (lists.length === 0 && Number(recordsFound) === 0 && recordsFound !== undefined) {
		return { rows: [], recordsFound };
	}
	const names = Object.keys(body).join(', ');
	throw new UnexpectedAnswer(
		list === undefined ? 'list of records that is the only one' : `list "${list}"`,
		{
			remedy:
				lists.length > 1
					? `The answer holds several lists: give the name of the one that is meant (${lists.join(', ')}) in List Name`
					: `Give the name of the list in List Name, or turn paging off. The answer holds: ${names}`,
		},
	);
}

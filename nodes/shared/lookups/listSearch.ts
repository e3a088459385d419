import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { pageNumberAndSize } from '../fields/paging';
import { cleanIdentifier } from '../invisible';
import { isLastPage } from '../lastPage';
import type { Paging } from '../operation';
import { recordsOf } from '../records';
import { tidy } from '../tidy';
import type { XiRequest } from '../transport/request';
import { unseen } from '../unseen';
import { unwrapped } from '../unwrapped';
import { lookUp } from './lookUp';

const PAGE_SIZE = 50;

export type Query = NonNullable<XiRequest['query']>;

/** What a person typed into the search of a list, without what cannot be meant. */
export const typed = (filter = ''): string => cleanIdentifier(filter).text;

/** What a page of a search shows in a list. */
export interface ListPage {
	/** How many records the page holds, shown or not. */
	records: number;
	recordsFound?: unknown;
	results: INodeListSearchResult['results'];
}

/** One page of a list in the editor, which asks for the next one as the user scrolls. */
export async function listPage<Answer>(
	context: ILoadOptionsFunctions,
	request: XiRequest,
	page: number,
	read: (answer: Answer) => ListPage,
	paging: Paging = pageNumberAndSize,
): Promise<INodeListSearchResult> {
	const answer = await lookUp<Answer>(context, {
		...request,
		query: { ...request.query, [paging.number]: page, [paging.size]: PAGE_SIZE },
	});
	if (answer === undefined) return { results: [] };
	// Blanks behind a number would go out with it, and a date of the year 1 is none.
	const tidied = unwrapped(tidy(answer) as Answer | Answer[]);
	if (typeof tidied !== 'object' || tidied === null) return { results: [] };
	const { records, recordsFound, results: all } = read(tidied);
	const results = all.filter(unseen());
	const ends = isLastPage(records, recordsFound, page, PAGE_SIZE);
	return { results, ...(!ends && { paginationToken: String(page + 1) }) };
}

/**
 * A list of what the first of several searches finds that finds anything. Which of them the list is
 * on stands in the token of its next page.
 *
 * @param requests the likelier first
 */
export async function firstThatFinds<Answer>(
	context: ILoadOptionsFunctions,
	requests: readonly XiRequest[],
	paginationToken: string | undefined,
	read: (answer: Answer) => ListPage,
	paging: Paging = pageNumberAndSize,
): Promise<INodeListSearchResult> {
	const [begun, page] = (paginationToken ?? '0:1').split(':').map(Number);
	for (const [position, request] of requests.entries()) {
		if (position < begun) continue;
		const { results, paginationToken: next } = await listPage(
			context,
			request,
			position === begun ? page : 1,
			read,
			paging,
		);
		if (results.length > 0 || page > 1) {
			return { results, ...(next && { paginationToken: `${position}:${next}` }) };
		}
	}
	return { results: [] };
}

/** The records that a page of a search lists: XI may send a single one as it is, and nulls between them. */
export const listed = <Row extends object>(
	rows: ReadonlyArray<Row | null> | null | undefined,
): Row[] => recordsOf(rows) as object[] as Row[];

/** The records of a list, the latest first: no document says in which order XI lists them. */
export function latestFirst<Row>(
	rows: readonly Row[],
	dateOf: (row: Row) => string | null | undefined,
): Row[] {
	const timeOf = (row: Row): number => Date.parse(dateOf(row) ?? '') || 0;
	return [...rows].sort((one, other) => timeOf(other) - timeOf(one));
}

/** What is known of a thing, for a line in a list. */
export const lineOf = (parts: readonly unknown[]): string =>
	parts
		.filter((part) => (typeof part === 'string' && part !== '') || typeof part === 'number')
		.join(' – ');

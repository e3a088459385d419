import type { IDataObject } from 'n8n-workflow';

import type { Page, Paging } from '../operation';
import type { XiRequest } from '../transport/request';

/** A search that needs more pages than this is cut off, and the cut is said aloud. */
export const MOST_PAGES = 2_000;

/** XI's count of records, which comes as a number, a text, null or not at all. */
function count(recordsFound: unknown): number | undefined {
	if (recordsFound === null || recordsFound === undefined || recordsFound === '') return undefined;
	const number = Number(recordsFound);
	return Number.isInteger(number) && number >= 0 ? number : undefined;
}

export type FetchPage = (request: XiRequest) => Promise<Page | undefined>;

/**
 * Reads page after page of a search and counts them itself: the links that XI gives are broken.
 * Ends at `limit`, at an empty page or none, or when page × size reaches the latest count; never at
 * a short page, since XI's pages may hold fewer records than asked for while more follow.
 * XI documentation: "Search Products" and the other searches, on paging.
 *
 * @param limit most rows wanted; Infinity for all
 * @param fetchPage makes the call; undefined where XI said that there is nothing
 * @returns the rows, and whether the search was cut at MOST_PAGES
 */
export async function readPages(
	request: XiRequest,
	paging: Paging,
	limit: number,
	fetchPage: FetchPage,
): Promise<{ rows: IDataObject[]; cut: boolean }> {
	const size = Math.min(limit, paging.maxSize);
	const rows: IDataObject[] = [];
	for (let number = 1; number <= MOST_PAGES; number++) {
		const page = await fetchPage({
			...request,
			query: { ...request.query, [paging.number]: number, [paging.size]: size },
		});
		if (!page || page.rows.length === 0) return { rows, cut: false };
		for (const row of page.rows) {
			if (rows.length === limit) break;
			rows.push(row);
		}
		const total = count(page.recordsFound);
		if (rows.length === limit) return { rows, cut: false };
		if (total !== undefined && number * size >= total) return { rows, cut: false };
	}
	return { rows, cut: true };
}

import type { IDataObject } from 'n8n-workflow';

import { isLastPage } from '../lastPage';
import type { Page, Paging } from '../operation';
import type { XiRequest } from '../transport/request';

/** A search that needs more pages than this is cut off, and the cut is said aloud. */
export const MOST_PAGES = 2_000;

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
		if (!page) return { rows, cut: false };
		for (const row of page.rows) {
			if (rows.length === limit) break;
			rows.push(row);
		}
		if (rows.length === limit) return { rows, cut: false };
		if (isLastPage(page.rows.length, page.recordsFound, number, size)) return { rows, cut: false };
	}
	return { rows, cut: true };
}

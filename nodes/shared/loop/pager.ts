import type { IDataObject } from 'n8n-workflow';

import { countIn, isLastPage } from '../lastPage';
import type { Page, Paging } from '../operation';
import { XiFailure } from '../transport/failure';
import { endpointOf, type XiRequest } from '../transport/request';
import { unseen } from '../unseen';

/** A search that needs more pages than this is cut off, and the cut is said aloud. */
export const MOST_PAGES = 2_000;

/**
 * XI's counts differ from call to call, so a list may end a little before its count. One that ends
 * well before it was broken off, and must not pass for the whole.
 */
const SURE_PART = 0.8;

function refuseBreak(request: XiRequest, read: number, covered: number, fewest?: number): void {
	if (fewest === undefined || covered >= fewest * SURE_PART) return;
	throw new XiFailure({
		reason: 'unreadable',
		message: `Ingram Micro broke the list off after ${read} of ${fewest} results`,
		remedy: 'Run it again later, or narrow the search with filters',
		endpoint: endpointOf(request),
	});
}

export type FetchPage = (request: XiRequest) => Promise<Page | undefined>;

/**
 * Reads page after page of a search and counts them itself: the links that XI gives are broken.
 * Ends at `limit`, at an empty page or none, or when page × size reaches the latest count; never at
 * a short page, since XI's pages may hold fewer records than asked for while more follow. An end far
 * before XI's own count throws XiFailure. A record that came before, on this page or another, is left
 * out and not counted towards `limit`; the end is found by what XI sent, and not by what is new of it.
 * XI documentation: "Search Products" and the other searches, on paging.
 *
 * @param limit most rows wanted; Infinity for all
 * @param fetchPage makes the call; undefined where XI said that there is nothing
 * @param shape what is kept of a record, so that of a long list only what is wanted stays in memory
 * @returns the rows, and whether the search was cut at MOST_PAGES
 */
export async function readPages(
	request: XiRequest,
	paging: Paging,
	limit: number,
	fetchPage: FetchPage,
	shape: (record: IDataObject) => IDataObject = (record) => record,
): Promise<{ rows: IDataObject[]; cut: boolean }> {
	const size = Math.min(limit, paging.maxSize);
	const rows: IDataObject[] = [];
	const isNew = unseen();
	let fewest: number | undefined;
	for (let number = 1; number <= MOST_PAGES; number++) {
		const page = await fetchPage({
			...request,
			query: { ...request.query, [paging.number]: number, [paging.size]: size },
		});
		if (!page || page.rows.length === 0) {
			const counted = number === 1 ? countIn(page?.recordsFound) : fewest;
			refuseBreak(request, rows.length, (number - 1) * size, counted);
			return { rows, cut: false };
		}
		const total = countIn(page.recordsFound);
		if (total !== undefined) fewest = Math.min(total, fewest ?? total);
		for (const row of page.rows) {
			if (rows.length === limit) break;
			if (isNew(row)) rows.push(shape(row));
		}
		if (rows.length === limit) return { rows, cut: false };
		if (isLastPage(page.rows.length, page.recordsFound, number, size)) return { rows, cut: false };
	}
	return { rows, cut: true };
}

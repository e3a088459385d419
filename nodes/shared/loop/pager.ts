import type { IDataObject } from 'n8n-workflow';

import { countIn, isLastPage, unseen, unwrapped } from '../answer';
import { UnexpectedAnswer } from '../errors';
import type { Ask } from '../operation';
import { XiFailure } from '../transport/failure';
import { errorsOf } from '../transport/errorsInAnswer';
import {
	endpointOf,
	type Page,
	pageOf,
	type Paging,
	type Wanted,
	type XiRequest,
	type XiSearch,
} from '../transport/request';

/** A search that needs more pages than this is cut off, and the cut is said aloud. */
export const MOST_PAGES = 2_000;

/**
 * XI counts and shows no more records of a search than this, however many there are. A list that ends
 * right here was cut, or may have been: nobody can tell, so it must not pass for the whole.
 */
export const MOST_SHOWN = 10_000;

/**
 * At night nobody reads a hint, and what a list lacks would be taken for gone: so the item fails.
 *
 * @param refused what XI said to the page behind
 */
function cutShort(
	request: XiRequest,
	rows: IDataObject[],
	correlationId?: string,
	refused?: XiFailure,
): XiFailure {
	const words = refused === undefined ? '' : ` (${refused.message})`;
	return new XiFailure({
		reason: 'incomplete',
		message: `Ingram Micro shows no more than ${MOST_SHOWN} results of a search, and this one has that many or more${words}`,
		remedy: `Split the search by filters, for example into one a month, a vendor or a category, so that each has fewer; or set Limit to ${MOST_SHOWN} or less if the first ones are enough`,
		endpoint: endpointOf(request),
		correlationId,
		rows,
	});
}

/** Whether XI may refuse a page in this way because it is behind the last that it shows. */
const isRefusal = (error: unknown): error is XiFailure =>
	error instanceof XiFailure && ['refused', 'serverFault'].includes(error.details.reason);

/**
 * XI's counts differ from call to call, so a list may end a little before its count. One that ends
 * well before it was broken off, and must not pass for the whole.
 */
const SURE_PART = 0.8;

function refuseBreak(
	request: XiRequest,
	rows: IDataObject[],
	covered: number,
	fewest?: number,
	correlationId?: string,
): void {
	if (fewest === undefined || covered >= fewest * SURE_PART) return;
	throw new XiFailure({
		reason: 'unreadable',
		message: `Ingram Micro broke the list off after ${rows.length} of ${fewest} results`,
		remedy: 'Run it again later, or narrow the search with filters',
		endpoint: endpointOf(request),
		correlationId,
		rows,
	});
}

/** A page, and the call that it came by. */
export type FetchedPage = Page & { readonly correlationId?: string };

export type FetchPage = (request: XiRequest) => Promise<FetchedPage | undefined>;

/**
 * Reads page after page of a search and counts them itself: the links that XI gives are broken.
 * Ends at `limit`, at an empty page or none, or when page × size reaches the latest count; never at
 * a short page, since XI's pages may hold fewer records than asked for while more follow. An end far
 * before XI's own count throws XiFailure, and so does one at MOST_SHOWN where more were wanted: behind
 * it one more page is asked for, in case it is only the count that ends there. A record that came before, on this page or another, is left
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
	let isFull = false;
	for (let number = 1; number <= MOST_PAGES; number++) {
		const covered = (number - 1) * size;
		const isBorder = covered >= MOST_SHOWN && covered - size < MOST_SHOWN && limit > MOST_SHOWN;
		const mayEndHere = !isBorder || !(fewest === undefined ? isFull : fewest >= MOST_SHOWN);
		let page: FetchedPage | undefined;
		try {
			page = await fetchPage(pageOf(request, paging, number, size));
		} catch (error) {
			throw !mayEndHere && isRefusal(error)
				? cutShort(request, rows, error.details.correlationId, error)
				: error;
		}
		const fresh = (page?.rows ?? []).filter(isNew);
		if (!mayEndHere && fresh.length === 0) throw cutShort(request, rows, page?.correlationId);
		if (!page || page.rows.length === 0) {
			const counted = number === 1 ? countIn(page?.recordsFound) : fewest;
			refuseBreak(request, rows, covered, counted, page?.correlationId);
			return { rows, cut: false };
		}
		const total = countIn(page.recordsFound);
		if (total !== undefined) fewest = Math.min(total, fewest ?? total);
		isFull = page.rows.length >= size;
		for (const row of fresh) {
			if (rows.length === limit) break;
			rows.push(shape(row));
		}
		if (rows.length === limit) return { rows, cut: false };
		const isCapped = total === MOST_SHOWN && limit > MOST_SHOWN;
		if (!isCapped && isLastPage(page.rows.length, page.recordsFound, number, size)) {
			return { rows, cut: false };
		}
	}
	return { rows, cut: true };
}

/** What is looked for has a handful of records; a search that never ends must not keep a write waiting. */
const MOST_PAGES_OF_A_LOOK = 20;

/**
 * All that a search gives, page after page. A record that comes twice is one.
 *
 * @param wanted what the search is asked for, without its page
 * @throws XiFailure for a list that is not shown to its end: what it does not show may be there
 */
export async function allPages<Row, Answer>(
	ask: Ask,
	search: XiSearch<Row, Answer>,
	wanted: Wanted,
): Promise<Row[]> {
	const found: Row[] = [];
	const isNew = unseen();
	for (let number = 1; number <= MOST_PAGES_OF_A_LOOK; number++) {
		const page = await onePage(ask, search, wanted, number, ({ rows, isLast, counted }) => {
			found.push(...rows.filter(isNew));
			if (found.length === 0 && counted > 0) {
				throw new UnexpectedAnswer(`results, though it counts ${counted}`);
			}
			if (!isLast && number === MOST_PAGES_OF_A_LOOK) {
				throw new UnexpectedAnswer(`end after ${MOST_PAGES_OF_A_LOOK} pages of results`);
			}
		});
		if (page.isLast) break;
	}
	return found;
}

/** One page of a search. */
interface OnePage<Row> {
	readonly rows: Row[];
	/** Nothing comes behind it. */
	readonly isLast: boolean;
	/** XI's count of all records; 0 where it gives none. */
	readonly counted: number;
}

/**
 * One page of a search, counted from 1. What is listed beside an error may not be all that there is, so
 * that is a failure.
 *
 * @param check throws UnexpectedAnswer for a page that cannot be
 */
export async function onePage<Row, Answer>(
	ask: Ask,
	{ call, paging, page: read }: XiSearch<Row, Answer>,
	wanted: Wanted,
	number: number,
	check: (page: OnePage<Row>) => void = () => {},
): Promise<OnePage<Row>> {
	const page = await ask(
		pageOf({ ...call, ...wanted }, paging, number, paging.maxSize),
		(answer: Answer) => {
			if (errorsOf(unwrapped<unknown>(answer)).length > 0) {
				throw new UnexpectedAnswer('list without errors');
			}
			const { rows, recordsFound } = read(answer);
			const isLast = isLastPage(rows.length, recordsFound, number, paging.maxSize);
			const shown = { rows, isLast, counted: countIn(recordsFound) ?? 0 };
			check(shown);
			return shown;
		},
	);
	return page ?? { rows: [], isLast: true, counted: 0 };
}

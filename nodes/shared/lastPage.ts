import { numberIn } from './number';

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

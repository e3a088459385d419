import type { Quirks } from '../quirks.mts';

/** One page of what a search found, and the counters that come with it. */
export interface FoundPage<T> {
	records: T[];
	counters: { recordsFound?: unknown; pageSize: number; pageNumber: number };
	hasNext: boolean;
}

/** The world, as far as searches go by it. */
interface Searching {
	quirks: Quirks;
	searches: number;
}

/**
 * Cuts a page out of what was found. Assumption: a page behind the last one is empty.
 *
 * @param sent page and size as sent; 1 and 25 where they were not
 */
export function pageOf<T>(
	world: Searching,
	found: readonly T[],
	sent: { page: number | undefined; size: number | undefined },
): FoundPage<T> {
	world.searches += 1;
	const { page: pageNumber = 1, size: pageSize = 25 } = sent;
	const start = (pageNumber - 1) * pageSize;
	return {
		records: found.slice(start, start + pageSize),
		counters: { ...recordsFound(world, found.length), pageSize, pageNumber },
		hasNext: start + pageSize < found.length,
	};
}

/** The count, in the form that the quirks ask for. */
export function recordsFound(
	{ quirks, searches }: Searching,
	count: number,
): { recordsFound?: unknown } {
	switch (quirks.recordsFound) {
		case 'number':
			return { recordsFound: count };
		case 'string':
			return { recordsFound: String(count) };
		case 'null':
			return { recordsFound: null };
		case 'missing':
			return {};
		case 'varying':
			return { recordsFound: count + Math.ceil((count / 30) * (searches % 4)) };
		case 'tooLow':
			return { recordsFound: Math.floor(count / 2) };
	}
}

/** A point in time as renewals and deals have it: a day with a time, without an offset. */
export function dayTime(time: number): string {
	return new Date(time).toISOString().slice(0, 19);
}

/** Whether a text is the one that is looked for, or none is. */
export function fits(wanted: string | undefined, text: string | undefined): boolean {
	return wanted === undefined || wanted.toUpperCase() === text?.toUpperCase();
}

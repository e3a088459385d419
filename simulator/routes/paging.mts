import type { World } from '../state/world.mts';
import { recordsFound } from './recordsFound.mts';

/** One page of what a search found, and the counters that come with it. */
export interface FoundPage<T> {
	records: T[];
	counters: { recordsFound?: unknown; pageSize: number; pageNumber: number };
	hasNext: boolean;
}

/**
 * Cuts a page out of what was found. Assumption: a page behind the last one is empty.
 *
 * @param sent page and size as sent; 1 and 25 where they were not
 */
export function pageOf<T>(
	world: World,
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

/** A point in time as renewals and deals have it: a day with a time, without an offset. */
export function dayTime(time: number): string {
	return new Date(time).toISOString().slice(0, 19);
}

/** Whether a text is the one that is looked for, or none is. */
export function fits(wanted: string | undefined, text: string | undefined): boolean {
	return wanted === undefined || wanted.toUpperCase() === text?.toUpperCase();
}

import type { World } from '../state/world.mts';
import { recordsFound } from './recordsFound.mts';

/** One page of what a search found, and the counters that come with it. */
export interface FoundPage<T> {
	records: T[];
	counters: { recordsFound?: unknown; pageSize: number; pageNumber: number };
	hasNext: boolean;
	/** How many places the pages have in all. */
	places: number;
}

/**
 * The places of a list from which pages are cut: no more than XI shows, and where the quirks say so
 * with the last record of a page once more at the head of the next.
 */
export function placesOf<T>({ quirks }: World, found: readonly T[], size: number): readonly T[] {
	const shown = found.slice(0, quirks.mostFound);
	if (!quirks.overlappingPages || size < 2) return shown;
	return shown.flatMap((record, i) =>
		i > 0 && i % (size - 1) === 0 && i < shown.length - 1 ? [record, record] : [record],
	);
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
	const places = placesOf(world, found, pageSize);
	return {
		records: places.slice(start, start + pageSize),
		counters: { ...recordsFound(world, places.length), pageSize, pageNumber },
		hasNext: start + pageSize < places.length,
		places: places.length,
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

import type { Exchange } from './exchange.mts';

/** The records of a search's answer: the longest list in it. */
export function rowsOf(answer: unknown): unknown[] {
	if (Array.isArray(answer) && !answer.some(holdsList)) return answer;
	let longest: unknown[] = [];
	const entries = typeof answer === 'object' && answer !== null ? Object.values(answer) : [];
	for (const entry of entries) {
		const rows = Array.isArray(entry) ? entry : rowsOf(entry);
		if (rows.length > longest.length) longest = rows;
	}
	return longest;
}

const holdsList = (entry: unknown): boolean =>
	typeof entry === 'object' && entry !== null && Object.values(entry).some(Array.isArray);

const numberIn = (query: Exchange['query'], name: RegExp): number | undefined => {
	const [, value] = query.find(([key]) => name.test(key)) ?? [];
	return value === undefined ? undefined : Number(value);
};

/** How many records a search says that there are; undefined where it does not say it. */
function countIn(answer: unknown): unknown {
	const top: unknown = Array.isArray(answer) ? answer[0] : answer;
	if (typeof top !== 'object' || top === null) return undefined;
	return Object.entries(top).find(([name]) => /^records_?found$/i.test(name))?.[1];
}

/** A search, as its pages are asked for in its query. */
export const isPage = ({ query, status }: Exchange): boolean =>
	status === 200 && numberIn(query, /^(page)?size$|^pagesize$/i) !== undefined;

/**
 * What is odd about the pages of a search: pages that are not full though more follow, records that
 * come twice, a count that changes or is no number.
 *
 * @param exchanges those of one operation
 */
export function oddPages(exchanges: readonly Exchange[]): string[] {
	const pages = exchanges.filter(isPage);
	const odd: string[] = [];
	const rows = pages.map(({ answer }) => rowsOf(answer));
	const counts = pages.map(({ answer }) => countIn(answer));
	if (counts.some((count) => count === undefined || count === null)) {
		odd.push('the search does not say how many records there are');
	} else if (counts.some((count) => !Number.isFinite(Number(count)))) {
		odd.push('the count of records is no number');
	} else if (new Set(counts.map(Number)).size > 1) {
		odd.push('the count of records changes from page to page');
	}
	for (const [i, { query }] of pages.slice(0, -1).entries()) {
		const size = numberIn(query, /^(page)?size$/i) ?? 0;
		const got = rows[i]?.length ?? 0;
		if (got >= size) continue;
		odd.push(`page ${i + 1} has ${got} of ${size} records, and more follow`);
		break;
	}
	const all = rows.flat().map((row) => JSON.stringify(row));
	const twice = all.length - new Set(all).size;
	if (twice > 0) odd.push(`${twice} records came twice`);
	return odd;
}

/** What the headers of answers say of the rate limit. */
export interface RateSeen {
	/** Calls in a window. */
	limit?: number;
	/** The fewest that were left. */
	remaining?: number;
	/** Seconds until the window ends, by the first answer that says it. */
	resetSeconds?: number;
}

/** Reads the rate-limit headers of answers. */
export function rateOf(exchanges: readonly Exchange[], now = Date.now()): RateSeen {
	const read = (name: string): number[] =>
		exchanges.map(({ headers }) => Number(headers[name] ?? NaN)).filter(Number.isFinite);
	const [limit] = read('x-ratelimit-limit');
	const remaining = read('x-ratelimit-remaining');
	const [reset] = read('x-ratelimit-reset');
	return {
		...(limit === undefined ? {} : { limit }),
		...(remaining.length > 0 ? { remaining: Math.min(...remaining) } : {}),
		// A moment in seconds by the documents; a small number can only be a wait.
		...(reset === undefined
			? {}
			: { resetSeconds: reset > 1e8 ? Math.round(reset - now / 1000) : reset }),
	};
}

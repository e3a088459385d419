import type { Reason } from './failure';

const MOST_TRIES = 4;
const FIRST_PAUSE_MS = 500;

/** After these it is certain that XI did nothing, so even a write may go again. */
const NOTHING_HAPPENED: readonly Reason[] = ['unreachable', 'noToken'];
/** After these another try has a chance, and a read does no harm. */
const WORTH_ANOTHER_READ: readonly Reason[] = [
	...NOTHING_HAPPENED,
	'interrupted',
	'serverFault',
	'unreadable',
];

/**
 * How long to wait before a call is made again; undefined: it is not made again.
 *
 * @param reason why the last try failed
 * @param repeatable sending it twice does no harm
 * @param tries how many were made
 * @returns milliseconds: growing, and scattered so that parallel calls do not return together
 */
export function delayBeforeRetry(
	reason: Reason,
	repeatable: boolean,
	tries: number,
): number | undefined {
	const allowed = repeatable ? WORTH_ANOTHER_READ : NOTHING_HAPPENED;
	if (tries >= MOST_TRIES || !allowed.includes(reason)) return undefined;
	const longest = FIRST_PAUSE_MS * 2 ** (tries - 1);
	return longest * (0.5 + Math.random() / 2);
}

import { pause } from './pause';

/**
 * XI allows a number of calls in a window of time, for each endpoint and app, and tells with every
 * answer what is left and when the window ends. XI documentation: "Rate Limits".
 *
 * Nothing is assumed: until an answer has told a limit, calls go out freely. Other workers of the
 * same n8n use up the same limit without sharing memory; what is left tells about them too.
 */
interface Window {
	/** Calls in a window, once XI has told. */
	limit?: number;
	/** Calls that may still go out, less those already on their way. Undefined: not known. */
	remaining?: number;
	/** When the window ends, in milliseconds of this machine's clock. Undefined: not known. */
	resetAt?: number;
	/** Calls on their way. */
	inFlight: number;
}

/** For all executions in this process, since the limit is counted for the app. */
const windows = new Map<string, Window>();
const MOST_WINDOWS = 2_000;

/** XI tells the reset in whole seconds; a call at the very edge would still fall into the old window. */
const MARGIN_MS = 300;
/** Clocks that differ by less than this are taken as equal: the Date header has whole seconds. */
const CLOCK_TOLERANCE_MS = 2_000;
const POLL_MS = 50;
const LONGEST_WINDOW_MS = 3_600_000;

function windowOf(key: string): Window {
	let window = windows.get(key);
	if (!window) {
		if (windows.size >= MOST_WINDOWS) forgetIdle();
		window = { inFlight: 0 };
		windows.set(key, window);
	}
	return window;
}

function forgetIdle(): void {
	const now = Date.now();
	for (const [key, { inFlight, resetAt }] of windows) {
		if (inFlight === 0 && (resetAt === undefined || resetAt < now)) windows.delete(key);
	}
}

/** What came of waiting for a turn. */
export type Turn =
	| { go: true }
	| { go: false; why: 'stopped' }
	| { go: false; why: 'tooLong'; at: Date };

/**
 * Waits until a call may go out, and takes its place in the window. Every turn that was given must
 * be handed back with `handBack`.
 *
 * @param key endpoint and app
 * @param deadline time in milliseconds past which waiting is given up
 */
export async function takeTurn(
	key: string,
	deadline: number,
	stopped?: AbortSignal,
): Promise<Turn> {
	const window = windowOf(key);
	for (;;) {
		if (stopped?.aborted) return { go: false, why: 'stopped' };
		const now = Date.now();
		if (window.resetAt !== undefined && now >= window.resetAt) {
			window.resetAt = undefined;
			window.remaining = window.limit;
		}
		if (window.remaining === undefined || window.remaining > 0) {
			if (window.remaining !== undefined) window.remaining -= 1;
			window.inFlight += 1;
			return { go: true };
		}
		if (window.resetAt === undefined && window.inFlight === 0) {
			// All turns of a guessed window are used and no answer has told more: ask.
			window.remaining = undefined;
			continue;
		}
		const until = window.resetAt ?? now + POLL_MS;
		if (until > deadline) return { go: false, why: 'tooLong', at: new Date(until) };
		await pause(until - now, stopped);
	}
}

/**
 * Ends a turn and learns from the answer's headers.
 *
 * @param headers of the answer, names in lower case; undefined where there was no answer
 * @param refused the answer was a 429
 * @param tries how often this call was refused for the rate so far, for the wait where XI names none
 */
export function handBack(
	key: string,
	headers: Record<string, unknown> | undefined,
	refused: boolean,
	tries: number,
): void {
	const window = windowOf(key);
	window.inFlight = Math.max(0, window.inFlight - 1);
	const told = headers && readHeaders(headers, Date.now());
	if (told) {
		if (window.resetAt !== undefined && told.resetAt < window.resetAt - 1_000) return;
		const isNew = window.resetAt === undefined || told.resetAt > window.resetAt + 1_000;
		window.limit = told.limit ?? window.limit;
		window.resetAt = told.resetAt;
		const left = Math.max(0, told.remaining - (isNew ? window.inFlight : 0));
		window.remaining =
			window.remaining === undefined || isNew ? left : Math.min(window.remaining, left);
	}
	if (refused) {
		window.remaining = 0;
		const atLeast = Date.now() + Math.min(1_000 * 2 ** tries, 60_000);
		window.resetAt = told ? Math.max(told.resetAt, Date.now() + 1_000) : atLeast;
	}
}

/** Numbers from X-RateLimit-*, the reset moved to this machine's clock; undefined where they are missing. */
function readHeaders(
	headers: Record<string, unknown>,
	now: number,
): { limit?: number; remaining: number; resetAt: number } | undefined {
	const number = (name: string) => {
		const value = headers[name];
		const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
		return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
	};
	const remaining = number('x-ratelimit-remaining');
	const reset = number('x-ratelimit-reset');
	if (remaining === undefined || reset === undefined) return undefined;
	const serverNow = typeof headers.date === 'string' ? Date.parse(headers.date) : NaN;
	const apart = Number.isNaN(serverNow) ? 0 : now - serverNow;
	const correction = Math.abs(apart) > CLOCK_TOLERANCE_MS ? apart : 0;
	const resetAt = resetTime(reset, now, correction) + MARGIN_MS;
	// No window is that long: a reset far away is a mistake, and must not stop all calls until then.
	if (resetAt > now + LONGEST_WINDOW_MS) return undefined;
	return { limit: number('x-ratelimit-limit'), remaining, resetAt };
}

/** A point in time in seconds, as every sample shows; the portal's own prose calls it seconds to wait. */
function resetTime(reset: number, now: number, correction: number): number {
	if (reset > 1e12) return reset + correction;
	return reset > 1e9 ? reset * 1_000 + correction : now + reset * 1_000;
}

/** Forgets what was learnt; for tests. */
export const forgetLimits = (): void => windows.clear();

import { setTimeout as sleep } from 'node:timers/promises';

/** The simulator's own time. Tokens and rate windows live by it. */
export interface Clock {
	/** Now, in milliseconds since 1970. */
	now(): number;
	/** Moves time forward at once, so that a test need not wait for a token or a window to end. */
	advance(milliseconds: number): void;
	/**
	 * Waits in real time; returns early once the clock is stopped.
	 *
	 * @param milliseconds how long; 0 or less returns at once
	 */
	wait(milliseconds: number): Promise<void>;
	/** Ends all waits, now and later. */
	stop(): void;
}

/** Makes a clock that begins at the machine's time. */
export function createClock(): Clock {
	const stopped = new AbortController();
	let ahead = 0;

	return {
		now: () => Date.now() + ahead,
		advance: (milliseconds) => {
			if (!(milliseconds >= 0)) throw new RangeError('Time can only be moved forward');
			ahead += milliseconds;
		},
		wait: async (milliseconds) => {
			if (!(milliseconds > 0)) return;
			try {
				await sleep(milliseconds, undefined, { signal: stopped.signal });
			} catch (error) {
				if (!stopped.signal.aborted) throw error;
			}
		},
		stop: () => stopped.abort(),
	};
}

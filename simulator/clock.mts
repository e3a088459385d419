import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** The simulator's own time. Tokens and rate windows live by it, orders by a faster one. */
export interface Clock {
	/** Now, in milliseconds since 1970. */
	now(): number;
	/**
	 * The time that orders live by: it runs `timeScale` times as fast as `now`. Tokens and rate
	 * windows stay with `now`, since the other side of the wire lives in real time.
	 */
	lifeNow(): number;
	/** Moves both times forward at once, and does all that falls due on the way. */
	advance(milliseconds: number): void;
	/**
	 * Has something done when a time has come. It is done in time order, when its time comes or at
	 * the next `catchUp`, whichever is first.
	 *
	 * @param due by `lifeNow`; what is in the past is done at the next chance
	 * @param action gets `due`, which may be long ago when time was moved
	 */
	schedule(due: number, action: (due: number) => void): void;
	/** Does what is due. */
	catchUp(): void;
	/**
	 * Waits in real time; returns early once the clock is stopped.
	 *
	 * @param milliseconds how long; 0 or less returns at once
	 */
	wait(milliseconds: number): Promise<void>;
	/** Ends all waits, now and later, and all that is scheduled. */
	stop(): void;
}

// What setTimeout can take; a later time is simply looked at again.
const longestTimer = 2 ** 31 - 1;

/**
 * Makes a clock that begins at the machine's time.
 *
 * @param timeScale how much faster than real time orders live
 */
export function createClock(timeScale = 1): Clock {
	const stopped = new AbortController();
	// Each wait listens to it, and thousands of calls may wait at once.
	setMaxListeners(0, stopped.signal);
	const began = Date.now();
	let ahead = 0;
	let timer: NodeJS.Timeout | undefined;
	// The latest first, so that the next one can be popped.
	const agenda: { due: number; action: (due: number) => void }[] = [];

	const lifeNow = (): number => began + (Date.now() - began) * timeScale + ahead;
	const setTimer = (): void => {
		clearTimeout(timer);
		const next = agenda.at(-1);
		if (!next || stopped.signal.aborted) return;
		const delay = Math.max(0, Math.ceil((next.due - lifeNow()) / timeScale));
		timer = setTimeout(
			() => {
				catchUp();
				// A timer may be early, or cut short by the longest one: then nothing was due.
				setTimer();
			},
			Math.min(delay, longestTimer),
		);
		// A process must be able to end though orders have plans.
		timer.unref();
	};
	const catchUp = (): void => {
		let done = false;
		for (let next = agenda.at(-1); next && next.due <= lifeNow(); next = agenda.at(-1)) {
			agenda.pop();
			next.action(next.due);
			done = true;
		}
		if (done) setTimer();
	};

	return {
		now: () => Date.now() + ahead,
		lifeNow,
		advance: (milliseconds) => {
			if (!(milliseconds >= 0)) throw new RangeError('Time can only be moved forward');
			ahead += milliseconds;
			catchUp();
			setTimer();
		},
		schedule: (due, action) => {
			let low = 0;
			let high = agenda.length;
			// Behind those of the same time, so that they are done in the order in which they came.
			while (low < high) {
				const middle = (low + high) >>> 1;
				if ((agenda[middle]?.due ?? 0) > due) low = middle + 1;
				else high = middle;
			}
			agenda.splice(low, 0, { due, action });
			if (low === agenda.length - 1) setTimer();
		},
		catchUp,
		wait: async (milliseconds) => {
			if (!(milliseconds > 0)) return;
			try {
				await sleep(milliseconds, undefined, { signal: stopped.signal });
			} catch (error) {
				if (!stopped.signal.aborted) throw error;
			}
		},
		stop: () => {
			stopped.abort();
			clearTimeout(timer);
			agenda.length = 0;
		},
	};
}

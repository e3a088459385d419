import { pause } from './pause';

/** The time for a piece of work is over. Known by the code that time-outs have. */
class OutOfTime extends Error {
	readonly code = 'ETIMEDOUT';
}

/** Why work is ended that is done, or whose time is over. */
const OVER = 'The work is over';

/**
 * Ends a piece of work when its time is over. The timeout of n8n's HTTP helper is one of silence: an
 * answer that comes drop by drop outlasts it, and it does not count while a token is fetched.
 *
 * @param ms milliseconds for all of it
 * @param stopped the execution's own end, which ends the work as well
 * @param work is handed a signal, to end what it began; without heed for it, it goes on unseen
 * @throws what the work throws, or an error with the code ETIMEDOUT
 */
export async function within<T>(
	ms: number,
	stopped: AbortSignal | undefined,
	work: (ends: AbortSignal) => Promise<T>,
): Promise<T> {
	const over = new AbortController();
	const end = () => over.abort();
	stopped?.addEventListener('abort', end, { once: true });
	try {
		const outcome = await Promise.race([
			work(over.signal).then((value) => ({ value })),
			pause(ms, over.signal).then(() => undefined),
		]);
		if (outcome === undefined) throw new OutOfTime(`Not done within ${ms} ms`);
		return outcome.value;
	} finally {
		stopped?.removeEventListener('abort', end);
		// With a reason of its own: the usual one takes a stack trace, after each call.
		over.abort(OVER);
	}
}

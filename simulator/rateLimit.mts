import type { Clock } from './clock.mts';
import { Refusal, tooManyRequests } from './errors.mts';

/** The limit's state for one app at one endpoint, as XI's three headers tell it. */
export type RateHeaders = Record<
	'X-RateLimit-Limit' | 'X-RateLimit-Remaining' | 'X-RateLimit-Reset',
	string
>;

/** Counts calls for each app and endpoint in fixed windows. */
export interface RateLimit {
	/**
	 * Counts one call.
	 *
	 * @param clientId the app
	 * @param endpoint method and route template
	 * @returns the headers for the answer (undefined without a limit), and whether the call is over
	 */
	count(clientId: string, endpoint: string): { headers?: RateHeaders; exceeded: boolean };
	/** Forgets all windows. */
	reset(): void;
}

/**
 * Makes the limiter. XI documents 60 GET calls a minute, per app and endpoint, and no figure for
 * other methods. Assumption: the same limit holds for them. Assumption: windows are fixed; the
 * first call opens one.
 *
 * @param callsPerWindow calls allowed in a window; 0 or Infinity: no limit
 * @param windowSeconds length of a window
 */
export function createRateLimit(
	clock: Clock,
	callsPerWindow: number,
	windowSeconds: number,
): RateLimit {
	const limited = callsPerWindow > 0 && Number.isFinite(callsPerWindow);
	const windows = new Map<string, { ends: number; calls: number }>();

	return {
		count: (clientId, endpoint) => {
			if (!limited) return { exceeded: false };
			const key = `${clientId} ${endpoint}`;
			const now = clock.now();
			let window = windows.get(key);
			if (!window || window.ends <= now) {
				window = { ends: now + windowSeconds * 1000, calls: 0 };
				windows.set(key, window);
			}
			window.calls += 1;
			return {
				exceeded: window.calls > callsPerWindow,
				headers: {
					'X-RateLimit-Limit': String(callsPerWindow),
					'X-RateLimit-Remaining': String(Math.max(0, callsPerWindow - window.calls)),
					// A point in time, not a delay, whatever one sentence of the portal says.
					'X-RateLimit-Reset': String(Math.ceil(window.ends / 1000)),
				},
			};
		},
		reset: () => windows.clear(),
	};
}

/** Refuses a call that is over the limit. */
export function refuseExceeded({ headers, exceeded }: ReturnType<RateLimit['count']>): void {
	if (exceeded) throw new Refusal(tooManyRequests(headers));
}

import { sleep } from 'n8n-workflow';

/** How long one step of a wait lasts, so that a cancelled execution stops soon. */
const STEP_MS = 250;

/**
 * Waits, in short steps, and gives up as soon as the execution is stopped.
 *
 * @param ms milliseconds
 * @returns false where the execution was stopped meanwhile
 */
export async function pause(ms: number, stopped?: AbortSignal): Promise<boolean> {
	const until = Date.now() + ms;
	for (let left = ms; left > 0; left = until - Date.now()) {
		if (stopped?.aborted) return false;
		await sleep(Math.min(left, STEP_MS));
	}
	return !stopped?.aborted;
}

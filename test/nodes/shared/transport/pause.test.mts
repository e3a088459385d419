import { pause } from '../../../../nodes/shared/transport/pause.ts';

beforeEach(() => jest.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => jest.useRealTimers());

/** Lets a wait run out, and tells what it gave and how long it took. */
async function waited(wait: Promise<boolean>): Promise<{ wentOn: boolean; ms: number }> {
	const started = Date.now();
	const ended = wait.then((wentOn) => ({ wentOn, ms: Date.now() - started }));
	await jest.runAllTimersAsync();
	return await ended;
}

describe('a wait', () => {
	it.each([0, -5, 1, 100, 250, 251, 3_600])('of %d milliseconds lasts as long', async (ms) => {
		expect(await waited(pause(ms))).toEqual({ wentOn: true, ms: Math.max(ms, 0) });
	});

	it('does not begin in an execution that was stopped', async () => {
		const signal = AbortSignal.abort();
		expect(await waited(pause(60_000, signal))).toEqual({ wentOn: false, ms: 0 });
		expect(await waited(pause(0, signal))).toEqual({ wentOn: false, ms: 0 });
	});

	it('ends soon after the execution is stopped', async () => {
		const controller = new AbortController();
		setTimeout(() => controller.abort(), 1_100);
		const { wentOn, ms } = await waited(pause(60_000, controller.signal));
		expect(wentOn).toBe(false);
		expect(ms).toBeLessThanOrEqual(1_350);
	});
});

import type { Shown } from '../../../../nodes/shared/operation.ts';
import { type Awaited, awaitAll } from '../../../../nodes/shared/loop/awaiting.ts';
import type { Run } from '../../../../nodes/shared/loop/item.ts';
import { XiFailure } from '../../../../nodes/shared/transport/failure.ts';

const MINUTE = 60_000;

/** A run that can be stopped, and notes failures. */
function runOf() {
	const stop = new AbortController();
	let failed = false;
	const run = {
		context: { getExecutionCancelSignal: () => stop.signal },
		goesOn: () => !stop.signal.aborted && !failed,
		noteFailure: () => void (failed = true),
	} as unknown as Run;
	return { run, stop };
}

const row = (outcome: string, isSettled = false): Shown => ({ rows: [{ outcome }], isSettled });
const busy = () =>
	new XiFailure({ reason: 'serverFault', message: 'Out of order', endpoint: 'GET /x' });
const maintained = () =>
	new XiFailure({ reason: 'maintenance', message: 'At night', endpoint: 'GET /x' });
const forbidden = () =>
	new XiFailure({ reason: 'unauthorized', message: 'Not allowed', endpoint: 'GET /x' });

/** Something that shows one after the other, the last one again and again. */
function shows(minutes: number, ...seen: Array<Shown | (() => Error)>) {
	const times: number[] = [];
	const awaited: Awaited = {
		job: { settings: {} } as Awaited['job'],
		minutes,
		look: async () => {
			const now = seen[Math.min(times.length, seen.length - 1)];
			times.push(Date.now());
			if (typeof now === 'function') throw now();
			return now;
		},
	};
	return { awaited, times };
}

/** Runs to the end, whatever time that takes. */
async function toEnd<T>(work: Promise<T>): Promise<T> {
	let isOver = false;
	const done = work.finally(() => {
		isOver = true;
	});
	while (!isOver) await jest.advanceTimersByTimeAsync(250);
	return await done;
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('what is waited for', () => {
	it('is looked at once with 0 minutes', async () => {
		const { awaited, times } = shows(0, row('pending'));
		expect(await toEnd(awaitAll(runOf().run, [awaited]))).toEqual([
			{ value: [{ outcome: 'pending' }] },
		]);
		expect(times).toHaveLength(1);
	});

	it('is looked at less and less often, and for the last time at the end', async () => {
		const { awaited, times } = shows(3, row('pending'));
		const began = Date.now();
		await toEnd(awaitAll(runOf().run, [awaited]));
		const seconds = times.map((time) => Math.round((time - began) / 1_000));
		expect(seconds).toEqual([0, 2, 7, 17, 37, 67, 127, 180]);
	});

	it('comes out as soon as it is settled, each by itself', async () => {
		const early = shows(60, row('pending'), row('created', true));
		const late = shows(1, row('pending'));
		const results = await toEnd(awaitAll(runOf().run, [early.awaited, late.awaited]));
		expect(results).toEqual([
			{ value: [{ outcome: 'created' }] },
			{ value: [{ outcome: 'pending' }] },
		]);
		expect(early.times).toHaveLength(2);
	});

	it('is what an earlier look has shown, if the rest never comes', async () => {
		const part = shows(1, row('part'), busy);
		expect(await toEnd(awaitAll(runOf().run, [part.awaited]))).toEqual([
			{ value: [{ outcome: 'part' }] },
		]);
	});

	it.each([busy, maintained])('is looked at again after a failure that passes', async (busy) => {
		const { awaited } = shows(1, busy, row('created', true));
		expect(await toEnd(awaitAll(runOf().run, [awaited]))).toEqual([
			{ value: [{ outcome: 'created' }] },
		]);
	});

	it('fails at once where no look is allowed, or has the rows that stand for that', async () => {
		const { awaited, times } = shows(60, forbidden);
		expect(await toEnd(awaitAll(runOf().run, [awaited]))).toMatchObject([
			{ failure: { message: 'Not allowed' } },
		]);
		expect(times).toHaveLength(1);
		const sent = { ...shows(60, forbidden).awaited, otherwise: () => [{ outcome: 'pending' }] };
		expect(await toEnd(awaitAll(runOf().run, [sent]))).toEqual([
			{ value: [{ outcome: 'pending' }] },
		]);
	});

	it('leaves half of the rate limit to others', async () => {
		const hundred = Array.from({ length: 100 }, () => shows(10, row('pending')));
		const began = Date.now();
		await toEnd(
			awaitAll(
				runOf().run,
				hundred.map(({ awaited }) => awaited),
			),
		);
		const looks = hundred.flatMap(({ times }) => times).filter((time) => time > began);
		expect(looks.length / 10).toBeLessThanOrEqual(40);
	});

	it('stops when the execution is stopped', async () => {
		const { awaited, times } = shows(60, row('pending'));
		const { run, stop } = runOf();
		const work = awaitAll(run, [awaited]);
		await jest.advanceTimersByTimeAsync(MINUTE);
		stop.abort();
		const before = times.length;
		expect(await toEnd(work)).toEqual([undefined]);
		expect(times).toHaveLength(before);
	});
});

import { forgetLimits, handBack, takeTurn } from '../../../../nodes/shared/transport/rateLimit.ts';

const NOW = 1_700_000_000_000;
const MINUTE = 60_000;
/** What is added to XI's whole seconds. */
const MARGIN = 300;
const KEY = 'app GET /resellers/v6/catalog';

beforeEach(() => {
	jest.useFakeTimers({ now: NOW });
	forgetLimits();
});
afterEach(() => jest.useRealTimers());

interface Told {
	limit?: number;
	remaining?: number | string;
	/** Milliseconds from now. */
	resetIn?: number;
	date?: string;
}

const headers = ({ limit, remaining, resetIn, date }: Told): Record<string, unknown> => ({
	...(limit !== undefined && { 'x-ratelimit-limit': String(limit) }),
	...(remaining !== undefined && { 'x-ratelimit-remaining': String(remaining) }),
	...(resetIn !== undefined && { 'x-ratelimit-reset': String((Date.now() + resetIn) / 1000) }),
	...(date !== undefined && { date }),
});

/** Takes a turn, and tells how long that took. */
async function turn(key = KEY, patience = 10 * MINUTE, stopped?: AbortSignal) {
	const started = Date.now();
	const taken = takeTurn(key, Date.now() + patience, stopped).then((result) => ({
		...result,
		waited: Date.now() - started,
	}));
	await jest.runAllTimersAsync();
	return await taken;
}

/** Makes a call that is answered at once. */
async function callTold(told?: Told, refused = false, tries = 0) {
	const result = await turn();
	handBack(KEY, told && headers(told), refused, tries);
	return result;
}

const atOnce = { go: true, waited: 0 };

describe('before XI has told a limit', () => {
	it('calls go out freely', async () => {
		for (let calls = 0; calls < 200; calls++) expect(await turn()).toEqual(atOnce);
	});

	it.each<[string, Told | undefined]>([
		['no answer', undefined],
		['an answer without headers', {}],
		['no reset', { limit: 60, remaining: 0 }],
		['no rest', { limit: 60, resetIn: MINUTE }],
		['a rest that is no number', { remaining: 'none', resetIn: MINUTE }],
		['an empty rest', { remaining: ' ', resetIn: MINUTE }],
	])('%s teaches nothing', async (_, told) => {
		await callTold(told);
		expect(await turn()).toEqual(atOnce);
	});
});

describe('once XI has told a limit', () => {
	it('the rest of the window goes at once, and the next call after the reset', async () => {
		await callTold({ limit: 60, remaining: 2, resetIn: 30_000 });
		expect(await turn()).toEqual(atOnce);
		expect(await turn()).toEqual(atOnce);
		expect(await turn()).toEqual({ go: true, waited: 30_000 + MARGIN });
	});

	it('a new window has the whole limit again', async () => {
		await callTold({ limit: 3, remaining: 0, resetIn: 30_000 });
		expect(await turn()).toEqual({ go: true, waited: 30_000 + MARGIN });
		expect(await turn()).toEqual(atOnce);
		expect(await turn()).toEqual(atOnce);
	});

	it('a used-up new window waits for an answer that tells its reset', async () => {
		await callTold({ limit: 1, remaining: 0, resetIn: 1_000 });
		expect(await turn()).toEqual({ go: true, waited: 1_000 + MARGIN });
		setTimeout(
			() => handBack(KEY, headers({ limit: 1, remaining: 0, resetIn: 5_000 }), false, 0),
			500,
		);
		expect(await turn()).toEqual({ go: true, waited: 500 + 5_000 + MARGIN });
	});

	it('a used-up new window of which no answer told is asked again', async () => {
		await callTold({ limit: 1, remaining: 0, resetIn: 1_000 });
		expect(await turn()).toEqual({ go: true, waited: 1_000 + MARGIN });
		handBack(KEY, undefined, false, 0);
		expect(await turn()).toEqual(atOnce);
	});

	it('calls under way are not counted twice', async () => {
		for (let calls = 0; calls < 5; calls++) expect(await turn()).toEqual(atOnce);
		handBack(KEY, headers({ limit: 6, remaining: 5, resetIn: MINUTE }), false, 0);
		expect(await turn()).toEqual(atOnce);
		expect((await turn()).waited).toBe(MINUTE + MARGIN);
	});

	it('what other workers used up counts', async () => {
		await callTold({ limit: 60, remaining: 50, resetIn: MINUTE });
		await callTold({ limit: 60, remaining: 0, resetIn: MINUTE });
		expect((await turn()).waited).toBe(MINUTE + MARGIN);
	});

	it('an older answer of the same window does not give turns back', async () => {
		await callTold({ limit: 60, remaining: 0, resetIn: MINUTE });
		handBack(KEY, headers({ limit: 60, remaining: 10, resetIn: MINUTE }), false, 0);
		expect((await turn()).waited).toBe(MINUTE + MARGIN);
	});

	it('a late answer of a window gone by teaches nothing', async () => {
		await callTold({ limit: 60, remaining: 5, resetIn: MINUTE });
		handBack(KEY, headers({ limit: 60, remaining: 0, resetIn: 2_000 }), false, 0);
		expect(await turn()).toEqual(atOnce);
	});

	it('each app and endpoint has its own', async () => {
		await callTold({ limit: 60, remaining: 0, resetIn: MINUTE });
		expect(await turn('app GET /resellers/v6/orders/search')).toEqual(atOnce);
		expect((await turn()).waited).toBe(MINUTE + MARGIN);
	});

	it('forgetting lets calls go freely again', async () => {
		await callTold({ limit: 60, remaining: 0, resetIn: MINUTE });
		forgetLimits();
		expect(await turn()).toEqual(atOnce);
	});
});

describe('the reset', () => {
	const toldAt = async (reset: number, date?: string) => {
		await turn();
		const told = { 'x-ratelimit-remaining': 0, 'x-ratelimit-reset': reset, date };
		handBack(KEY, told, false, 0);
		return (await turn()).waited;
	};

	it('is a point in time', async () => {
		expect(await toldAt(NOW / 1000 + 20)).toBe(20_000 + MARGIN);
	});

	it('is a number of seconds where it can be no point in time', async () => {
		expect(await toldAt(20)).toBe(20_000 + MARGIN);
	});

	it.each([-90_000, 90_000])(
		'is moved to this machine’s clock when XI’s is %d ms off',
		async (apart) => {
			const theirs = NOW + apart;
			const waited = await toldAt(theirs / 1000 + 20, new Date(theirs).toUTCString());
			expect(waited).toBe(20_000 + MARGIN);
		},
	);

	it('is taken as it is when the clocks differ by the rounding of a second', async () => {
		const date = new Date(NOW - 1_000).toUTCString();
		expect(await toldAt(NOW / 1000 + 20, date)).toBe(20_000 + MARGIN);
	});

	it('is taken as it is when the date cannot be read', async () => {
		expect(await toldAt(NOW / 1000 + 20, 'yesterday')).toBe(20_000 + MARGIN);
	});
});

describe('after a refusal for the rate', () => {
	it('the next call waits for the reset, whatever is said to remain', async () => {
		await callTold({ limit: 60, remaining: 60, resetIn: 30_000 }, true);
		expect(await turn()).toEqual({ go: true, waited: 30_000 + MARGIN });
	});

	it('the next call waits a second even where the reset is past', async () => {
		await callTold({ limit: 60, remaining: 0, resetIn: -5_000 }, true);
		expect(await turn()).toEqual({ go: true, waited: 1_000 });
	});

	it.each([
		[0, 1_000],
		[1, 2_000],
		[3, 8_000],
		[6, 60_000],
		[20, 60_000],
	])('%d refusals before, without a reset, it waits %d ms', async (tries, ms) => {
		await callTold(undefined, true, tries);
		expect(await turn()).toEqual({ go: true, waited: ms });
	});
});

describe('patience', () => {
	it('ends before the wait where the wait would be too long, and says until when', async () => {
		await callTold({ limit: 60, remaining: 0, resetIn: MINUTE });
		expect(await turn(KEY, 30_000)).toEqual({
			go: false,
			why: 'tooLong',
			at: new Date(NOW + MINUTE + MARGIN),
			waited: 0,
		});
	});

	it('of nothing is enough where no wait is needed', async () => {
		expect(await turn(KEY, 0)).toEqual(atOnce);
	});

	it('reaches as far as the reset, and not a moment less', async () => {
		await callTold({ limit: 60, remaining: 0, resetIn: MINUTE });
		expect(await turn(KEY, MINUTE + MARGIN - 1)).toMatchObject({ go: false, why: 'tooLong' });
		expect(await turn(KEY, MINUTE + MARGIN)).toEqual({ go: true, waited: MINUTE + MARGIN });
	});

	it('a turn that was not given is not counted', async () => {
		await callTold({ limit: 1, remaining: 0, resetIn: MINUTE });
		for (let calls = 0; calls < 5; calls++) await turn(KEY, 0);
		expect((await turn()).waited).toBe(MINUTE + MARGIN);
	});
});

describe('a stopped execution', () => {
	it('gets no turn', async () => {
		expect(await turn(KEY, MINUTE, AbortSignal.abort())).toEqual({
			go: false,
			why: 'stopped',
			waited: 0,
		});
	});

	it('does not wait to the end', async () => {
		await callTold({ limit: 60, remaining: 0, resetIn: MINUTE });
		const controller = new AbortController();
		setTimeout(() => controller.abort(), 5_000);
		const result = await turn(KEY, 10 * MINUTE, controller.signal);
		expect(result).toMatchObject({ go: false, why: 'stopped' });
		expect(result.waited).toBeLessThanOrEqual(5_250);
	});
});

describe('many calls at once', () => {
	/** XI's own counting: `limit` calls in each window of ten seconds, told in whole seconds. */
	class Xi {
		readonly calls: number[] = [];
		refusals = 0;

		constructor(private readonly limit: number) {}

		answer(): { refused: boolean; headers: Record<string, unknown> } {
			const window = Math.floor(Date.now() / 10_000);
			const used = this.calls.filter((at) => Math.floor(at / 10_000) === window).length;
			const refused = used >= this.limit;
			if (refused) this.refusals += 1;
			else this.calls.push(Date.now());
			const remaining = Math.max(0, this.limit - used - 1);
			return {
				refused,
				headers: {
					'x-ratelimit-limit': String(this.limit),
					'x-ratelimit-remaining': String(remaining),
					'x-ratelimit-reset': String((window + 1) * 10),
				},
			};
		}
	}

	it.each([
		[1, 1],
		[5, 1],
		[5, 3],
		[10, 5],
		[60, 20],
	])(
		'with a limit of %d and %d workers are never refused, nor slower than need be',
		async (limit, workers) => {
			const xi = new Xi(limit);
			const wanted = limit * 4;
			let begun = 0;
			const worker = async () => {
				while (begun < wanted) {
					begun += 1;
					expect(await takeTurn(KEY, Infinity)).toEqual({ go: true });
					await new Promise((resolve) => setTimeout(resolve, 40));
					const { refused, headers: told } = xi.answer();
					await new Promise((resolve) => setTimeout(resolve, 40));
					handBack(KEY, told, refused, 0);
				}
			};
			const all = (async () => {
				// The first call goes alone, as everywhere.
				await takeTurn(KEY, Infinity);
				begun += 1;
				handBack(KEY, xi.answer().headers, false, 0);
				await Promise.all(Array.from({ length: workers }, worker));
			})();
			await jest.runAllTimersAsync();
			await all;
			expect(xi.refusals).toBe(0);
			expect(xi.calls).toHaveLength(wanted);
			const windows = new Set(xi.calls.map((at) => Math.floor(at / 10_000)));
			expect(windows.size).toBeLessThanOrEqual(5);
		},
	);
});

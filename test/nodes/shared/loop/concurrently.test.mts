import fc from 'fast-check';

import { concurrently, oneATurn } from '../../../../nodes/shared/loop/concurrently.ts';

const always = () => true;
const ticks = async (count: number) => {
	for (let tick = 0; tick < count; tick++) await Promise.resolve();
};

/** Work of various length that keeps a record of itself. */
function worker() {
	const begun: number[] = [];
	const ended: number[] = [];
	let most = 0;
	const work = async (length: number) => {
		begun.push(length);
		most = Math.max(most, begun.length - ended.length);
		await ticks(length);
		ended.push(length);
		return length * 2;
	};
	return { work, begun, ended, most: () => most };
}

describe('a list', () => {
	it('is worked through once, results in its order, never more than so many at a time', async () => {
		const lengths = fc.array(fc.nat({ max: 20 }), { maxLength: 30 });
		await fc.assert(
			fc.asyncProperty(lengths, fc.integer({ min: 1, max: 8 }), async (list, width) => {
				const { work, begun, most } = worker();
				const results = await concurrently(list, width, work, always);
				expect(results).toEqual(list.map((length) => length * 2));
				expect(begun).toEqual(list);
				expect(most()).toBeLessThanOrEqual(width);
			}),
		);
	});

	it('is worked through several at a time', async () => {
		const { work, most } = worker();
		await concurrently([1, ...Array<number>(10).fill(50)], 5, work, always);
		expect(most()).toBe(5);
	});

	it('begins with its first entry alone', async () => {
		const { work, begun, ended } = worker();
		const all = concurrently([40, 1, 1, 1], 4, work, always);
		await ticks(30);
		expect(begun).toEqual([40]);
		await all;
		expect(ended[0]).toBe(40);
	});

	it('is not begun without leave', async () => {
		const { work, begun } = worker();
		expect(await concurrently([1, 2], 2, work, () => false)).toEqual([undefined, undefined]);
		expect(begun).toEqual([]);
	});

	it('is left off where leave ends, and what is under way is finished', async () => {
		const { work, begun, ended } = worker();
		const results = await concurrently([1, 5, 9, 7, 3, 3], 2, work, () => begun.length < 3);
		expect(results).toEqual([2, 10, 18, undefined, undefined, undefined]);
		expect(ended).toEqual([1, 5, 9]);
	});

	it('may be empty', async () => {
		expect(await concurrently([], 3, async () => 1, always)).toEqual([]);
	});

	it('fails with the work that fails', async () => {
		const work = async (entry: number) => {
			if (entry === 2) throw new Error('broken');
			return entry;
		};
		await expect(concurrently([1, 2, 3], 2, work, always)).rejects.toThrow('broken');
	});
});

describe('a list with turns', () => {
	it('has its work begun one by one, and what came from outside looked at between', async () => {
		let looked = 0;
		const look = setInterval(() => (looked += 1), 0);
		const begun: number[] = [];
		const work = async (entry: number) => {
			begun.push(looked);
			await new Promise((done) => setTimeout(done, 50));
			return entry;
		};
		const results = await concurrently([1, 2, 3, 4, 5], 4, work, always, oneATurn());
		clearInterval(look);
		expect(results).toEqual([1, 2, 3, 4, 5]);
		// Behind the first, which goes alone, all four fit at once, and yet do not begin together.
		expect(new Set(begun).size).toBeGreaterThan(2);
	});

	it('begins nothing more where leave ends while a turn is waited for', async () => {
		const { work, begun } = worker();
		let isLeft = false;
		const turns = oneATurn();
		const results = await concurrently(
			[1, 1, 1],
			3,
			work,
			() => !isLeft,
			async () => {
				await turns();
				isLeft = true;
			},
		);
		expect(begun).toEqual([1]);
		expect(results).toEqual([2, undefined, undefined]);
	});
});

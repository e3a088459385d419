import { sleep } from 'n8n-workflow';

/**
 * Works through a list, at most `width` at a time, and keeps the order of the results. The first
 * entry is worked on alone: when n8n has no token yet, parallel first calls would each fetch one.
 *
 * @param go asked before each entry; once it says no, nothing more is begun
 * @param turn waited for before each entry but the first
 * @returns a result for each entry, undefined for those that were not begun
 */
export async function concurrently<In, Out>(
	list: readonly In[],
	width: number,
	work: (entry: In) => Promise<Out>,
	go: () => boolean,
	turn?: () => Promise<void>,
): Promise<Array<Out | undefined>> {
	const results = new Array<Out | undefined>(list.length).fill(undefined);
	let next = 0;
	const isMore = () => next < list.length && go();
	const takeNext = async () => {
		const position = next++;
		results[position] = await work(list[position]);
	};
	const worker = async () => {
		while (isMore()) {
			if (turn) await turn();
			if (isMore()) await takeNext();
		}
	};
	if (isMore()) await takeNext();
	await Promise.all(Array.from({ length: width }, worker));
	return results;
}

/**
 * Turns for calls, one each time that the process has looked what came from outside. Thirty calls begun
 * in one go would all be written when the last of them is made; their answers would come together too,
 * and the process would wait for them and work on them by turns, in place of both at once.
 */
export function oneATurn(): () => Promise<void> {
	let last = Promise.resolve();
	return async () => {
		const own = last;
		last = own.then(async () => await sleep(0));
		await own;
	};
}

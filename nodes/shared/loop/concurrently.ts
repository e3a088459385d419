/**
 * Works through a list, at most `width` at a time, and keeps the order of the results. The first
 * entry is worked on alone: when n8n has no token yet, parallel first calls would each fetch one.
 *
 * @param go asked before each entry; once it says no, nothing more is begun
 * @returns a result for each entry, undefined for those that were not begun
 */
export async function concurrently<In, Out>(
	list: readonly In[],
	width: number,
	work: (entry: In) => Promise<Out>,
	go: () => boolean,
): Promise<Array<Out | undefined>> {
	const results = new Array<Out | undefined>(list.length).fill(undefined);
	let next = 0;
	const takeNext = async () => {
		const position = next++;
		results[position] = await work(list[position]);
	};
	const worker = async () => {
		while (next < list.length && go()) await takeNext();
	};
	if (list.length > 0 && go()) await takeNext();
	await Promise.all(Array.from({ length: width }, worker));
	return results;
}

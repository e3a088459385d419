import { Engine } from '../../test/engine/engine.mts';
import { timed } from '../figures.mts';
import { Floor } from '../floor.mts';
import { runOurs } from '../workflow.mts';

/** What reading all records took, in megabytes of JavaScript's heap. */
export interface HeapReport {
	count: number;
	seconds: number;
	/** After a forced collection, with the records held. */
	held: number;
	/** The most that was in use at any time. */
	peak: number;
}

const [who, url, count] = process.argv.slice(2);
const megabytes = () => process.memoryUsage().heapUsed / 1e6;
const collected = () => {
	globalThis.gc?.();
	return megabytes();
};

/** A reader, warmed up, so that what is loaded once is not counted. */
async function reader(): Promise<(limit: number) => Promise<unknown[]>> {
	if (who === 'floor') {
		const floor = await Floor.signIn(url);
		return async (limit) => await floor.products(limit);
	}
	const engine = await Engine.start();
	const credential = await engine.addCredential(url);
	return async (limit) =>
		await runOurs(
			engine,
			credential,
			'ingramMicroProductCatalog',
			limit < Number(count)
				? { operation: 'getMany', limit, output: 'raw' }
				: { operation: 'getMany', returnAll: true, output: 'raw' },
			[{}],
		);
}

const read = await reader();
await read(200);
const before = collected();
let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, megabytes())), 20);
const { seconds, result } = await timed(async () => await read(Number(count)));
clearInterval(watch);
const held = collected() - before;
process.send?.({
	count: result.length,
	seconds,
	held,
	peak: peak - before,
} satisfies HeapReport);
process.disconnect();

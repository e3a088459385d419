import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Engine } from '../../test/engine/engine.mts';
import { good, runOurs } from '../workflow.mts';
import { ORDER_OF_ROWS, PRICE_OF_ITEM, rowsOf } from '../work.mts';

/** The kinds of work that grow. */
export type Growing = 'orders' | 'prices' | 'records';

/** What a run took, in a process of its own. */
export interface Growth {
	/** Good output items. */
	results: number;
	/** Processor time of this process, in milliseconds: it does not count what else the machine does. */
	milliseconds: number;
	/** Megabytes of input and output as JSON. */
	json: number;
	/** Megabytes of heap after a forced collection, with input and output held. */
	held: number;
	/** Megabytes of heap that were in use at any time after a collection, without what was loaded before. */
	peak: number;
}

const [kind, url, size] = process.argv.slice(2);
const count = Number(size);

const megabytes = () => {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed / 1e6;
};

const used = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
};

const engine = await Engine.start();
const credential = await engine.addCredential(url);

/** The work over so many items or records: node, parameters and input. */
function work(wanted: number): [string, INodeParameters, IDataObject[]] {
	const skus = Array.from({ length: wanted }, (_, n) => `S${n}`);
	switch (kind as Growing) {
		case 'prices':
			return [
				'ingramMicroProductCatalog',
				PRICE_OF_ITEM,
				skus.map((ingramPartNumber) => ({ ingramPartNumber })),
			];
		case 'orders':
			return ['ingramMicroOrders', ORDER_OF_ROWS, rowsOf(skus.slice(0, 50), wanted)];
		case 'records':
			return [
				'ingramMicroProductCatalog',
				wanted < count
					? { operation: 'getMany', limit: wanted, output: 'raw' }
					: { operation: 'getMany', returnAll: true, output: 'raw' },
				[{}],
			];
	}
}

const run = async (wanted: number) => {
	const [node, parameters, input] = work(wanted);
	return { input, output: await runOurs(engine, credential, node, parameters, input) };
};

// What is loaded and compiled once is not counted.
for (let warm = 0; warm < 5; warm++) await run(Math.min(count, 1_000) - 1);

const before = megabytes();
const start = used();
const { output, input } = await run(count);
const milliseconds = used() - start;
const held = megabytes() - before;
const json = [input, output].reduce((sum, list) => sum + JSON.stringify(list).length / 1e6, 0);

// Once more, for the memory alone: looking at it takes time.
let peak = 0;
const again = megabytes();
const watch = setInterval(() => (peak = Math.max(peak, megabytes() - again)), 50);
await run(count);
clearInterval(watch);

process.send?.({ results: good(output), milliseconds, json, held, peak } satisfies Growth);
process.disconnect();

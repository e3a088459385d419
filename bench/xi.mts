import { once } from 'node:events';

import type { SimulatorOptions } from '../simulator/index.mts';
import { answerOf, startProcess } from './childProcess.mts';
import type { Ask } from './simulatorProcess.mts';

/** A simulator in a process of its own, so that its work is not measured as that of its client. */
export interface Xi {
	readonly url: string;
	readonly orderNumbers: readonly string[];
	productNumbers(): Promise<string[]>;
	/** The calls to an endpoint since this was last asked, and how many of them were refused with 429. */
	calls(endpoint: string): Promise<{ all: number; refused: number }>;
	stop(): Promise<void>;
}

/**
 * Starts a simulator.
 *
 * @param orders finished orders that it has in its books
 */
export async function startXi(options: SimulatorOptions, orders = 0): Promise<Xi> {
	const child = startProcess('simulatorProcess.mts', [JSON.stringify(options), String(orders)]);
	const ask = async <Answer,>(message: Ask): Promise<Answer> => {
		child.send(message);
		return await answerOf<Answer>(child);
	};
	const { url, orderNumbers } = await answerOf<{ url: string; orderNumbers: string[] }>(child);
	return {
		url,
		orderNumbers,
		productNumbers: async () => await ask({ ask: 'products' }),
		calls: async (endpoint) => await ask({ ask: 'calls', endpoint }),
		stop: async () => {
			const ended = once(child, 'exit');
			child.send({ ask: 'stop' } satisfies Ask);
			await ended;
		},
	};
}

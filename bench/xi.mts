import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { SimulatorOptions } from '../simulator/index.mts';
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
	const child = fork(
		fileURLToPath(new URL('simulatorProcess.mts', import.meta.url)),
		[JSON.stringify(options), String(orders)],
		{ execArgv: ['--import', 'tsx'] },
	);
	const answer = async <Answer,>(): Promise<Answer> => {
		const [message] = (await once(child, 'message')) as [Answer];
		return message;
	};
	const ask = async <Answer,>(message: Ask): Promise<Answer> => {
		child.send(message);
		return await answer<Answer>();
	};
	const { url, orderNumbers } = await answer<{ url: string; orderNumbers: string[] }>();
	return {
		url,
		orderNumbers,
		productNumbers: async () => await ask({ ask: 'products' }),
		calls: async (endpoint) => await ask({ ask: 'calls', endpoint }),
		stop: async () => {
			child.send({ ask: 'stop' } satisfies Ask);
			await once(child, 'exit');
		},
	};
}

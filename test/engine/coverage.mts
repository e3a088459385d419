import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeExecutionData } from 'n8n-workflow';

import { type RecordedRequest, startSimulator } from '../../simulator/index.mts';
import { keyOf } from '../conformance/knownErrors.mts';
import { pathsOf } from '../nodes/IngramMicroOrders/wholeOrders.mts';
import type { Engine } from './engine.mts';
import type { WholeCall } from './whole/wholeCall.mts';

/** What came of a whole call. */
export interface Outcome {
	call: WholeCall;
	/** Message of what stopped the node. */
	error?: string;
	requests: readonly RecordedRequest[];
}

const FOLDER = join('test', 'engine', 'whole');

/** The whole calls of all nodes. */
export async function loadWholeCalls(): Promise<WholeCall[]> {
	const files = readdirSync(FOLDER).filter((file) => file !== 'wholeCall.mts');
	const modules = await Promise.all(
		files.map(async (file) => (await import(`./whole/${file}`)) as Record<string, unknown>),
	);
	return modules
		.flatMap((module) =>
			Object.values(module).filter((value): value is WholeCall[] => Array.isArray(value)),
		)
		.flat();
}

/** Makes a whole call in the engine, against a simulator of its own. */
export async function outcomeOf(call: WholeCall, engine: Engine): Promise<Outcome> {
	const xi = await startSimulator({ callsPerWindow: 0, products: 0 });
	const endings = [xi.close];
	try {
		const base = call.sandbox ? `${xi.url}/sandbox` : xi.url;
		const credential = await engine.addCredential(base, call.credential);
		const given = await call.prepare?.({
			xi,
			run: async (node, parameters): Promise<INodeExecutionData[]> => {
				const { items, error } = await engine.runNode(node, parameters, [{}], { credential });
				if (error) throw error;
				return items;
			},
			afterwards: (work) => void endings.push(work),
		});
		if (given !== undefined) xi.clearRequests();
		const input = (call.input ?? [{}]).map((item) => ({ ...item, ...given }));
		const { error } = await engine.runNode(call.node, call.parameters, input, { credential });
		return { call, requests: [...xi.requests], ...(error && { error: error.message }) };
	} finally {
		for (const end of endings) await end();
	}
}

/** The call that a request makes, whatever its path parameter is called. */
export const callOf = ({ method, endpoint }: RecordedRequest): string =>
	keyOf(`${method} ${endpoint}`);

/** What a request has of names, as the table of names writes them. */
export const namesIn = ({ query, headers, body }: RecordedRequest): string[] => [
	...query.map(([name]) => `query ${name}`),
	...Object.keys(headers).map((name) => `header ${name}`),
	...(body === undefined ? [] : pathsOf(body).map((path) => `body ${path}`)),
];

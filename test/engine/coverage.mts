import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeExecutionData, INodePropertyOptions } from 'n8n-workflow';

import {
	type RecordedRequest,
	type SimulatorOptions,
	startSimulator,
} from '../../simulator/index.mts';
import { keyOf } from '../conformance/knownErrors.mts';
import { pathsOf } from '../nodes/IngramMicroOrders/wholeOrders.mts';
import { type Engine, typeOf } from './engine.mts';
import type { WholeCall } from './whole/wholeCall.mts';

/** What came of a whole call. */
export interface Outcome {
	call: WholeCall;
	/** Message of what stopped the node. */
	error?: string;
	items: readonly INodeExecutionData[];
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

/** The node and the operation of a call. */
export const titleOf = ({ node, parameters }: WholeCall): string =>
	typeof parameters.operation === 'string' ? `${node} ${parameters.operation}` : node;

/** The operations of a node; one without a name where it has no choice of them. */
export function operationsOf(
	engine: Engine,
	node: string,
): Array<Pick<INodePropertyOptions, 'name' | 'value'>> {
	const { properties } = engine.nodeType(typeOf(node)).description;
	const choice = properties.find(({ name }) => name === 'operation');
	return (choice?.options as INodePropertyOptions[] | undefined) ?? [{ name: '', value: '' }];
}

/** The nodes of the package that send something when they are run. */
function nodesThatSend(engine: Engine): string[] {
	const { n8n } = JSON.parse(readFileSync('package.json', 'utf8')) as { n8n: { nodes: string[] } };
	return n8n.nodes
		.map((file) =>
			file.replace(
				/^.*\/(\w)(\w*)\.node\.js$/,
				(_, first: string, rest: string) => first.toLowerCase() + rest,
			),
		)
		.filter((node) => {
			const { group, credentials } = engine.nodeType(typeOf(node)).description;
			// A node without a credential reads files and calls nothing.
			return credentials !== undefined && !group.includes('trigger');
		});
}

/** Every operation of every node that sends something, as `titleOf` names it. */
export const everyOperation = (engine: Engine): string[] =>
	nodesThatSend(engine).flatMap((node) =>
		operationsOf(engine, node).map(({ value }) => `${node} ${String(value)}`.trimEnd()),
	);

/** Makes a whole call in the engine, against a simulator of its own. */
export async function outcomeOf(
	call: WholeCall,
	engine: Engine,
	options: SimulatorOptions = {},
): Promise<Outcome> {
	const xi = await startSimulator({ callsPerWindow: 0, products: 0, ...options });
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
		const { items, error } = await engine.runNode(call.node, call.parameters, input, {
			credential,
		});
		return { call, items, requests: [...xi.requests], ...(error && { error: error.message }) };
	} finally {
		for (const end of endings) await end();
	}
}

/** The call that a request makes, whatever its path parameter is called. */
export const callOf = ({ method, endpoint }: RecordedRequest): string =>
	keyOf(`${method} ${endpoint}`);

/** The calls that were made to XI in their order, but for the token, which n8n asks for when it likes. */
export const callsIn = ({ requests }: Pick<Outcome, 'requests'>): string[] =>
	requests
		.map(({ method, endpoint }) => `${method} ${endpoint}`)
		.filter((call) => call.includes(' /resellers/'));

/** What a request has of names, as the table of names writes them. */
export const namesIn = ({ query, headers, body }: RecordedRequest): string[] => [
	...query.map(([name]) => `query ${name}`),
	...Object.keys(headers).map((name) => `header ${name}`),
	...(body === undefined ? [] : pathsOf(body).map((path) => `body ${path}`)),
];

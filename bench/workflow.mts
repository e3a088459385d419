import type {
	IConnections,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';

import { CREDENTIAL_TYPE, type Engine, typeOf } from '../test/engine/engine.mts';
import { HTTP_REQUEST, LOOP } from './ownNodes.mts';

type Credential = Awaited<ReturnType<Engine['addCredential']>>;

type Kind = Pick<INode, 'type' | 'typeVersion' | 'parameters'>;

const nodeNamed = (name: string, node: Kind): INode => ({
	id: name,
	name,
	position: [0, 0],
	...node,
});

const START = nodeNamed('Start', {
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
});

/** A node with a credential that goes on past items that fail. */
const working = (credential: Credential, node: Kind): INode => ({
	...nodeNamed('Node', node),
	credentials: { [CREDENTIAL_TYPE]: { id: credential.id, name: credential.name } },
	onError: 'continueRegularOutput',
});

const to = (node: string) => ({ node, type: 'main' as const, index: 0 });

/** Runs nodes in n8n's engine over some input. Returns what came out of one of them in the end. */
async function run(
	engine: Engine,
	nodes: INode[],
	connections: IConnections,
	input: IDataObject[],
	last: string,
): Promise<INodeExecutionData[]> {
	const { data } = await engine.runWorkflow({
		nodes: [START, ...nodes],
		connections,
		pinData: { Start: input.map((json) => ({ json })) },
	});
	if (data.resultData.error) throw data.resultData.error;
	return data.resultData.runData[last]?.at(-1)?.data?.main[0] ?? [];
}

const runNode = async (engine: Engine, credential: Credential, node: Kind, input: IDataObject[]) =>
	await run(
		engine,
		[working(credential, node)],
		{ Start: { main: [[to('Node')]] } },
		input,
		'Node',
	);

/** One of this package's nodes. */
export const runOurs = async (
	engine: Engine,
	credential: Credential,
	name: string,
	parameters: INodeParameters,
	input: IDataObject[],
) => await runNode(engine, credential, { type: typeOf(name), typeVersion: 1, parameters }, input);

const httpRequest = (parameters: INodeParameters): Kind => ({
	type: HTTP_REQUEST,
	typeVersion: 4.2,
	parameters,
});

/** n8n's HTTP Request node as it is: it starts the calls of all items at the same moment. */
export const runHttpRequest = async (
	engine: Engine,
	credential: Credential,
	parameters: INodeParameters,
	input: IDataObject[],
) => await runNode(engine, credential, httpRequest(parameters), input);

/** n8n's HTTP Request node within Loop Over Items, which makes a call when the one before is answered. */
export const runHttpRequestInLoop = async (
	engine: Engine,
	credential: Credential,
	parameters: INodeParameters,
	input: IDataObject[],
) =>
	await run(
		engine,
		[
			nodeNamed('Loop', { type: LOOP, typeVersion: 3, parameters: { batchSize: 1, options: {} } }),
			working(credential, httpRequest(parameters)),
		],
		{
			Start: { main: [[to('Loop')]] },
			Loop: { main: [[], [to('Node')]] },
			Node: { main: [[to('Loop')]] },
		},
		input,
		'Loop',
	);

/** Items that are results and not errors. */
export const good = (items: INodeExecutionData[]): number =>
	items.filter(({ json, error }) => !error && !('error' in json)).length;

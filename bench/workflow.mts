import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { CREDENTIAL_TYPE, type Engine, typeOf } from '../test/engine/engine.mts';
import { HTTP_REQUEST } from './ownNodes.mts';

type Credential = Awaited<ReturnType<Engine['addCredential']>>;

/** Runs a node in n8n's engine over some input, going on past items that fail. */
async function runNode(
	engine: Engine,
	credential: Credential,
	node: Pick<INode, 'type' | 'typeVersion' | 'parameters'>,
	input: IDataObject[],
): Promise<INodeExecutionData[]> {
	const run = await engine.runWorkflow({
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'node',
				name: 'Node',
				position: [200, 0],
				credentials: { [CREDENTIAL_TYPE]: { id: credential.id, name: credential.name } },
				onError: 'continueRegularOutput',
				...node,
			},
		],
		connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		pinData: { Start: input.map((json) => ({ json })) },
	});
	if (run.data.resultData.error) throw run.data.resultData.error;
	return run.data.resultData.runData.Node?.at(-1)?.data?.main[0] ?? [];
}

/** One of this package's nodes. */
export const runOurs = async (
	engine: Engine,
	credential: Credential,
	name: string,
	parameters: INodeParameters,
	input: IDataObject[],
) => await runNode(engine, credential, { type: typeOf(name), typeVersion: 1, parameters }, input);

/** n8n's HTTP Request node. */
export const runHttpRequest = async (
	engine: Engine,
	credential: Credential,
	parameters: INodeParameters,
	input: IDataObject[],
) => await runNode(engine, credential, { type: HTTP_REQUEST, typeVersion: 4.2, parameters }, input);

/** Items that are results and not errors. */
export const good = (items: INodeExecutionData[]): number =>
	items.filter(({ json, error }) => !error && !('error' in json)).length;

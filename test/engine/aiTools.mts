import {
	deepCopy,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { CREDENTIAL_TYPE, type Engine, typeOf } from './engine.mts';
import type { StoredCredential } from './credentials.mts';
import { withForms } from './storedForms.mts';

/*
 * What n8n's server does with a node that is usable as a tool lives outside n8n-core, and is therefore
 * rebuilt here, after n8n 2.39: the node gets "Tool" behind its name, no input, and the output of a
 * tool; where it has no parameter "toolDescription" of its own, it gets one that is filled by n8n.
 * The agent is a stand-in as well: in place of a model it lets the test use the tools.
 *
 * n8n-core's own are: the tool's name, description and schema, and what happens when it is called.
 */

/** A tool as n8n-core hands it to an agent, as far as tests look at it. */
export interface Tool {
	name: string;
	description: string;
	/** The arguments that the model is asked for. */
	schema: { shape: Record<string, { description?: string; isOptional(): boolean }> };
	/** Gives the answer as the model gets it: a text. */
	invoke(args: IDataObject): Promise<string>;
}

const AGENT = 'test.agent';

const byServer: INodeProperties[] = [
	{ displayName: 'Tool Description', name: 'descriptionType', type: 'options', default: 'auto' },
	{ displayName: 'Description', name: 'toolDescription', type: 'string', default: '' },
];

/** A node of the package as n8n makes a tool of it. */
export function toolOf(nodeType: INodeType): INodeType {
	const description = deepCopy(nodeType.description);
	if (description.usableAsTool !== true) throw new Error(`${description.name} is no tool`);
	const { name, displayName, properties } = description;
	const isTold = properties.some((property) => property.name === 'toolDescription');
	return Object.create(nodeType, {
		description: {
			value: {
				...description,
				name: `${name}Tool`,
				displayName: `${displayName} Tool`,
				inputs: [],
				outputs: [NodeConnectionTypes.AiTool],
				properties: isTold ? properties : [...byServer, ...properties],
			},
		},
	}) as INodeType;
}

/** Runs an agent that has one node of the package as its tool. */
export async function asTool<Result>(
	engine: Engine,
	node: string,
	parameters: INodeParameters,
	credential: StoredCredential,
	use: (tool: Tool) => Result | Promise<Result>,
	settings: Partial<Pick<INode, 'onError' | 'retryOnFail' | 'waitBetweenTries'>> = {},
): Promise<Result> {
	const type = `${typeOf(node)}Tool`;
	const results: Result[] = [];
	const nodeType = engine.nodeType(typeOf(node));
	engine.addNodeType(type, toolOf(nodeType));
	engine.addNodeType(
		AGENT,
		agentThat(async (tool) => void results.push(await use(tool))),
	);
	const place = { typeVersion: 1, position: [0, 0] } satisfies Partial<INode>;
	const run = await engine.runWorkflow({
		nodes: [
			{
				...place,
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				parameters: {},
			},
			{ ...place, id: 'agent', name: 'Agent', type: AGENT, parameters: {} },
			{
				...place,
				...settings,
				id: 'tool',
				name: 'Ask Ingram Micro',
				type,
				parameters: withForms(parameters, nodeType.description.properties),
				credentials: { [CREDENTIAL_TYPE]: { id: credential.id, name: credential.name } },
			},
		],
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			'Ask Ingram Micro': { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
	});
	const { error } = run.data.resultData;
	if (error) throw error;
	return results[0];
}

const agentThat = (use: (tool: Tool) => Promise<void>): INodeType => ({
	description: {
		displayName: 'Agent',
		name: AGENT,
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Agent' },
		inputs: [NodeConnectionTypes.Main, { type: NodeConnectionTypes.AiTool }],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute(this: IExecuteFunctions) {
		const [tool] = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Tool[];
		await use(tool);
		return [this.getInputData()];
	},
});

import { type ChatModel, startChatModel } from './chatModel.mts';
import type { Version } from './installation.mts';
import { nodeOfFile } from './nodeTypes.mts';
import { nodeOf, START } from './nodes.mts';
import { expect, type Report } from './report.mts';
import type { Workflow } from './rest.mts';
import type { Trial } from './trial.mts';

/** The versions of n8n's agent that are tried: the newest, and the last of each way to call a tool. */
const AGENTS: Record<Version, readonly number[]> = {
	'n8n-2': [3, 2.2, 1.7],
	'n8n-2-39': [3],
	'n8n-1': [3, 2.2, 1.7],
};

const AGENT = '@n8n/n8n-nodes-langchain.agent';
const CREATE = '/resellers/v6/orders';

/** An agent with one tool: an order whose answer is lost, and which cannot be found afterwards. */
function orderingAgent(
	{ nodes, credential }: Trial,
	model: { id: string; name: string },
	typeVersion: number,
	onError: string | undefined,
): Workflow {
	const order = nodeOf(nodeOfFile(nodes, 'IngramMicroOrders'), credential, {
		name: 'Order',
		parameters: {
			operation: 'create',
			customerOrderNumber: `AGENT-${typeVersion}-${onError ?? 'default'}`,
			lines: { line: [{ ingramPartNumber: '4U0212', quantity: 1 }] },
			options: { lookSeconds: 0 },
		},
		...(onError !== undefined && { onError }),
	});
	return {
		name: `Agent ${typeVersion}, ${onError ?? 'On Error left alone'}`,
		nodes: [
			START,
			{
				name: 'Agent',
				type: AGENT,
				typeVersion,
				position: [220, 0],
				parameters: { promptType: 'define', text: 'Order it', options: {} },
			},
			{
				name: 'Model',
				type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
				typeVersion: 1.2,
				position: [120, 220],
				parameters: { model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
				credentials: { openAiApi: model },
			},
			{ ...order, type: `${order.type}Tool`, position: [320, 220] },
		],
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
			Order: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
	};
}

/** What the model of an agent is told when its tool fails, in words that it can act on. */
export async function agents(report: Report, trial: Trial): Promise<void> {
	const model = await startChatModel();
	try {
		const credential = await trial.rest.addCredential('Stand-in model', 'openAiApi', {
			apiKey: 'none',
			url: model.url,
		});
		for (const typeVersion of AGENTS[trial.version]) {
			for (const onError of [undefined, 'continueRegularOutput']) {
				await tryAgent(
					report,
					trial,
					model,
					orderingAgent(trial, credential, typeVersion, onError),
				);
			}
		}
	} finally {
		await model.close();
	}
}

async function tryAgent(
	report: Report,
	{ rest, simulator }: Trial,
	model: ChatModel,
	workflow: Workflow,
): Promise<void> {
	await report.check(`${workflow.name}: the model is told not to order again`, async () => {
		model.told.length = 0;
		simulator.clearRequests();
		simulator.faults.add({ kind: 'reset', match: { method: 'POST', endpoint: CREATE } });
		const run = await rest.runWorkflow(await rest.addWorkflow(workflow));
		// An agent that a failing tool ends tells a person instead.
		const words = model.told[0] ?? run.error ?? 'nothing';
		for (const part of [
			'It is not known what became of PO AGENT-',
			'Search for the PO at Ingram Micro',
			'correlation ID',
			'Do not call this tool again for it',
		]) {
			expect(words.includes(part), `"${part}" is not in ${words}`);
		}
		expect(simulator.requestsTo(CREATE).length === 1, 'it was sent more than once');
		return `${model.told.length === 0 ? 'ended, with' : 'told'} ${words}`;
	});
}

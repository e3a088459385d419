import { setTimeout as wait } from 'node:timers/promises';

import { nodeOf } from './nodes.mts';
import { type NodeType, nodeOfFile } from './nodeTypes.mts';
import { expect } from './report.mts';
import { callOnce, type Execution, isOpen, type Rest } from './rest.mts';
import type { StoredWorkflow, Workflow } from './rest.mts';

/** Rows that one execution gets. */
export type Batch = Record<string, string>[];

type Credential = { id: string; name: string };

/** Webhook → one item a row → a node of the package. n8n answers at once, and a worker does the rest. */
function inQueue(
	name: string,
	node: NodeType,
	credential: Credential,
	parameters: Record<string, unknown>,
): Workflow {
	const step = (to: string) => ({ main: [[{ node: to, type: 'main', index: 0 }]] });
	return {
		name,
		nodes: [
			{
				id: crypto.randomUUID(),
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0],
				webhookId: crypto.randomUUID(),
				parameters: { httpMethod: 'POST', path: name, responseMode: 'onReceived', options: {} },
			},
			{
				id: crypto.randomUUID(),
				name: 'Rows',
				type: 'n8n-nodes-base.splitOut',
				typeVersion: 1,
				position: [220, 0],
				parameters: { fieldToSplitOut: 'body.rows', options: {} },
			},
			nodeOf(node, credential, {
				name: 'Ingram Micro',
				position: [440, 0],
				parameters,
				onError: 'continueRegularOutput',
			}),
		],
		connections: { Webhook: step('Rows'), Rows: step('Ingram Micro') },
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'all' },
	};
}

export const prices = (nodes: NodeType[], credential: Credential): Workflow =>
	inQueue('prices', nodeOfFile(nodes, 'IngramMicroProductCatalog'), credential, {
		operation: 'getPriceAndAvailability',
		product: { __rl: true, mode: 'ingramPartNumber', value: '={{ $json.sku }}' },
	});

export const orders = (nodes: NodeType[], credential: Credential): Workflow =>
	inQueue('orders', nodeOfFile(nodes, 'IngramMicroOrders'), credential, {
		operation: 'create',
		customerOrderNumber: '={{ $json.po }}',
		lines: {
			line: [
				{
					ingramPartNumber: { __rl: true, mode: 'ingramPartNumber', value: '={{ $json.sku }}' },
					quantity: 1,
				},
			],
		},
	});

/** A workflow that takes batches over its webhook. */
export class Queue {
	/** Executions that were there before the work that is waited for. */
	private readonly earlier = new Set<string>();

	private constructor(
		private readonly rest: Rest,
		private readonly workflow: StoredWorkflow,
		private readonly hooks: string,
	) {}

	/** @param hooks where webhooks are called */
	static async open(rest: Rest, workflow: Workflow, hooks: string): Promise<Queue> {
		const stored = await rest.addWorkflow(workflow);
		await rest.activate(stored);
		return new Queue(rest, stored, hooks);
	}

	/** Hands a batch in; n8n answers as soon as it has it. */
	async add(rows: Batch): Promise<void> {
		const response = await callOnce(`${this.hooks}/webhook/${this.workflow.name}`, {
			method: 'POST',
			body: JSON.stringify({ rows }),
		});
		const text = await response.text();
		expect(response.ok, `the webhook answered ${response.status} ${text}`);
	}

	/**
	 * Waits until so many executions have ended, however they did, since this was called last.
	 *
	 * @returns them
	 */
	async ended(count: number, withinMs: number): Promise<Execution[]> {
		const deadline = Date.now() + withinMs;
		for (;;) {
			const all = await this.rest.executionsOf(this.workflow.id);
			const states = all.filter(({ id }) => !this.earlier.has(id));
			const open = states.filter(isOpen);
			if (states.length >= count && open.length === 0) {
				for (const { id } of states) this.earlier.add(id);
				return await Promise.all(states.map(({ id }) => this.rest.whenEnded(id, 5_000)));
			}
			const seen = `${states.length} of ${count} there, ${open.length} still open`;
			expect(Date.now() < deadline, `not all executions ended: ${seen}`);
			await wait(1_000);
		}
	}
}

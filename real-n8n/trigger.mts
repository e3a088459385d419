import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { nodeOf, oneNode } from './nodes.mts';
import { nodeOfFile, type NodeType, webhookPath } from './nodeTypes.mts';
import { expect, type Report } from './report.mts';
import { callOnce, type Execution, isOpen, type StoredWorkflow, type Workflow } from './rest.mts';
import { pickTable } from './shopSupport.mts';
import { expectAllGive } from './smoke.mts';
import type { Trial } from './trial.mts';
import { examples, WEBHOOK_KEY } from './workflows.mts';

const FILE = 'IngramMicroTrigger';
/** An order that the simulator does not have: what it is about does not matter to those who count. */
const NO_ORDER = '20-RD128';
/** A product whose units have serial numbers. */
const WITH_SERIALS = '4A0036';
const WITHIN_MS = 20_000;

/** The trigger in a real n8n: it listens after activation, and after a restart too. */
export async function trigger(report: Report, trial: Trial): Promise<void> {
	let listening: Listening | undefined;
	await report.check('A workflow with the trigger can be activated', async () => {
		listening = await listen(trial, alone(trial));
		return listening.url;
	});
	if (!listening) return;
	const { url, workflow } = listening;
	// Confirm With Ingram Micro is on, as in a new node: what it does not know starts nothing.
	const [order] = trial.simulator.addOrders(1);
	const starts = async (what: string) =>
		await report.check(what, async () => {
			const before = (await trial.rest.executionsOf(workflow.id)).length;
			const status = await deliver(url, WEBHOOK_KEY, orderEvent(someId(), order));
			expect(status === 200, `the delivery was answered with ${status}`);
			const run = await nextExecution(trial, workflow, before);
			expectOrder(run, order);
			return `answered with ${status}, execution ${run.id} ${run.status}, its item is order ${order}, confirmed`;
		});

	await starts('A signed delivery over HTTP starts the workflow');
	await report.check(
		'A delivery with a wrong signature is refused and starts nothing',
		async () => {
			const before = (await trial.rest.executionsOf(workflow.id)).length;
			const status = await deliver(url, 'another key', orderEvent(someId(), order));
			await wait(1_500);
			const after = (await trial.rest.executionsOf(workflow.id)).length;
			expect(status === 401, `it was answered with ${status}`);
			expect(after === before, `${after - before} executions were started`);
			return `answered with ${status}`;
		},
	);
	await report.check('The node Webhook Test starts the workflow', async () => {
		const before = (await trial.rest.executionsOf(workflow.id)).length;
		const sent = await sendTestEvent(trial, url, order);
		const run = await nextExecution(trial, workflow, before);
		expectOrder(run, order);
		return `event ${String(sent.eventId)}, execution ${run.id} ${run.status}`;
	});
	await report.check('n8n restarts', async () => {
		await trial.restart();
	});
	await starts('A signed delivery still starts the workflow after a restart');
	await examplesListen(report, trial);
}

export interface Listening {
	url: string;
	workflow: StoredWorkflow;
}

/** Where a workflow can listen: an n8n with the package in it. */
export type Listener = Pick<Trial, 'rest' | 'nodes' | 'credential'> & { n8n: { url: string } };

/** A workflow of the trigger alone, for every event that it knows. */
export function alone(
	{ nodes, credential }: Pick<Listener, 'nodes' | 'credential'>,
	settings: Record<string, boolean> = {},
): Workflow {
	const node = nodeOfFile(nodes, FILE);
	const parameters = Object.fromEntries(
		node.properties
			.filter(({ type }) => type === 'multiOptions')
			.map(({ name, options = [] }) => [
				name,
				options.flatMap((option) => ('value' in option ? [option.value] : [])),
			]),
	);
	const name = 'When something happens';
	const webhookId = crypto.randomUUID();
	return {
		name: 'Trigger',
		nodes: [
			nodeOf(node, credential, { name, parameters: { ...parameters, ...settings }, webhookId }),
		],
		connections: {},
		settings: { executionOrder: 'v1' },
	};
}

const startOf = ({ nodes }: Workflow, { name }: NodeType) =>
	nodes.find(({ type }) => type === name);

/** Stores and activates a workflow that starts with the trigger. */
export async function listen(
	{ rest, n8n, nodes }: Listener,
	workflow: Workflow,
): Promise<Listening> {
	const node = nodeOfFile(nodes, FILE);
	const start = startOf(workflow, node);
	expect(start !== undefined, 'it has no trigger');
	const stored = await rest.addWorkflow(workflow);
	await rest.activate(stored);
	return { url: `${n8n.url}/webhook/${webhookPath(node, start)}`, workflow: stored };
}

/** An event about an order that shipped. */
export const orderEvent = (eventId: string, order = NO_ORDER) => ({
	topic: 'resellers/orders',
	event: 'im::updated',
	eventTimeStamp: new Date().toISOString(),
	eventId,
	resource: [
		{
			eventType: 'im::order_shipped',
			orderNumber: order,
			customerOrderNumber: 'PO-4711',
			lines: [{ lineNumber: '001', lineStatus: 'IM::SHIPPED', ingramPartNumber: '4A0036' }],
		},
	],
});

const someId = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 18).toUpperCase();

/** Plays one event as XI would send it. Returns the status of the answer. */
export async function deliver(
	url: string,
	key: string,
	body: { eventId: string },
): Promise<number> {
	const response = await callOnce(url, {
		method: 'POST',
		headers: {
			'x-hub-signature': createHmac('sha512', key).update(body.eventId, 'utf8').digest('base64'),
		},
		body: JSON.stringify(body),
	});
	const text = await response.text();
	expect(text.startsWith('{'), `the answer is no JSON: ${text}`);
	return response.status;
}

/** Has the simulator send an event, as a person does who tries a workflow. Returns what was sent. */
async function sendTestEvent({ rest, nodes, credential }: Trial, targetUrl: string, order: string) {
	const node = nodeOf(nodeOfFile(nodes, 'IngramMicroWebhookTest'), credential, {
		name: 'Webhook Test',
		parameters: {
			operation: 'sendOrderStatusEvent',
			targetUrl,
			order: { __rl: true, mode: 'ingramOrderNumber', value: order },
		},
	});
	const run = await rest.runWorkflow(await rest.addWorkflow(oneNode(node, [{}])));
	expect(run.status === 'success', `${run.status}: ${run.error}`);
	const [[sent]] = run.items[node.name];
	expect(sent.outcome === 'sent', JSON.stringify(sent));
	return sent;
}

async function nextExecution(
	{ rest }: Trial,
	{ id }: StoredWorkflow,
	before: number,
): Promise<Execution> {
	const deadline = Date.now() + WITHIN_MS;
	for (;;) {
		const executions = await rest.executionsOf(id);
		const [newest] = executions;
		if (executions.length > before && !isOpen(newest)) {
			return await rest.whenEnded(newest.id, WITHIN_MS);
		}
		expect(Date.now() < deadline, `no execution was started within ${WITHIN_MS / 1000} s`);
		await wait(300);
	}
}

/** The one item of the trigger is the order that was reported. */
function expectOrder({ status, error, items }: Execution, order: string): void {
	expect(status === 'success', `the execution ended with ${status}: ${error}`);
	const given = Object.values(items).flat(2);
	expect(
		given.length === 1 && given[0].ingramOrderNumber === order && given[0].confirmed === true,
		`it gave ${given.length} items: ${JSON.stringify(given[0])}`,
	);
}

/** The data tables that a workflow writes to, which a person makes first, and their text columns. */
function tablesOf({ nodes }: Workflow): Array<{ name: string; columns: string[] }> {
	return nodes.flatMap(({ parameters: { dataTableId, columns } }) => {
		if (!isObject(dataTableId) || !isObject(columns) || !isObject(columns.value)) return [];
		return [{ name: String(dataTableId.value), columns: Object.keys(columns.value) }];
	});
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** Each example that starts with the trigger, started by an order that ships at the simulator. */
async function examplesListen(report: Report, trial: Trial): Promise<void> {
	const { simulator, credential, nodes, rest } = trial;
	const node = nodeOfFile(nodes, FILE);
	for (const { file, workflow } of examples(credential)) {
		const { triggerOn } = startOf(workflow, node)?.parameters ?? {};
		if (!Array.isArray(triggerOn) || !triggerOn.includes('orderShipped')) continue;
		await report.check(`The example ${file} runs when an order ships`, async () => {
			let picked = workflow;
			for (const { name, columns } of tablesOf(workflow)) {
				const id = await rest.addDataTable(name, columns);
				picked = pickTable(trial.version, picked, name, id);
			}
			const { url, workflow: stored } = await listen(trial, picked);
			const hook = simulator.webhooks.add({
				url,
				secret: WEBHOOK_KEY,
				events: ['order_shipped'],
			});
			const part = { ingramPartNumber: WITH_SERIALS, prefix: 'SHIPPED-' };
			const [order] = simulator.addOrders(1, part);
			await simulator.webhooks.settled();
			simulator.webhooks.remove(hook.id);
			const run = await nextExecution(trial, stored, 0);
			expect(run.status === 'success', `${run.status}: ${run.error}`);
			expectAllGive(workflow, run.items);
			const rows = Object.values(run.items)
				.map((outputs) => outputs.flat())
				.findLast(([first]) => first.trackingNumber !== undefined);
			expect(rows !== undefined, 'it tells of no parcel');
			for (const row of rows) {
				expect(row.ingramOrderNumber === order, `it tells of ${String(row.ingramOrderNumber)}`);
				const serial = row.serialNumber ?? row.serialNumbers;
				expect(Boolean(serial && row.trackingNumber), JSON.stringify(row));
			}
			return `${rows.length} rows, ${JSON.stringify(rows[0])}`;
		});
	}
}

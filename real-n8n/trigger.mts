import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { nodeOf } from './nodes.mts';
import type { NodeType } from './nodeTypes.mts';
import { storedType } from './package.mts';
import { expect, type Report } from './report.mts';
import type { StoredWorkflow } from './rest.mts';
import type { Trial } from './trial.mts';
import { CREDENTIAL_TYPE, credentialData } from './workflows.mts';

const FILE = 'IngramMicroTrigger';
const KEY = 'the-key-of-a-hook-in-the-portal';
const WITHIN_MS = 20_000;

/** The trigger in a real n8n: it listens after activation, and after a restart too. */
export async function trigger(report: Report, trial: Trial): Promise<void> {
	const node = trial.nodes.find(({ name }) => name === storedType(FILE));
	if (!node) {
		report.skip('The trigger', `the package has no ${FILE} yet`);
		return;
	}
	let listening: Listening | undefined;
	await report.check('A workflow with the trigger can be activated', async () => {
		listening = await activate(trial, node);
		return listening.url;
	});
	if (!listening) return;
	const { url, workflow } = listening;
	const starts = async (what: string) =>
		await report.check(what, async () => {
			const before = (await trial.rest.executionsOf(workflow.id)).length;
			const status = await deliver(url, KEY);
			expect(status === 200, `the delivery was answered with ${status}`);
			const run = await nextExecution(trial, workflow, before);
			expect(run.status === 'success', `the execution ended with ${run.status}`);
			return `answered with ${status}, execution ${run.id} ${run.status}`;
		});

	await starts('A signed delivery over HTTP starts the workflow');
	await report.check(
		'A delivery with a wrong signature is refused and starts nothing',
		async () => {
			const before = (await trial.rest.executionsOf(workflow.id)).length;
			const status = await deliver(url, 'another key');
			await wait(1_500);
			const after = (await trial.rest.executionsOf(workflow.id)).length;
			expect(status === 401, `it was answered with ${status}`);
			expect(after === before, `${after - before} executions were started`);
			return `answered with ${status}`;
		},
	);
	await report.check('n8n restarts', async () => {
		await trial.restart();
	});
	await starts('A signed delivery still starts the workflow after a restart');
}

interface Listening {
	url: string;
	workflow: StoredWorkflow;
}

/** Stores and activates a workflow of the trigger alone, for every event that it knows. */
async function activate({ rest, simulator, n8n }: Trial, node: NodeType): Promise<Listening> {
	const settings = { ...credentialData(simulator.url), webhookSecretKeys: KEY };
	const credential = await rest.addCredential('With a webhook key', CREDENTIAL_TYPE, settings);
	const [webhook] = node.webhooks ?? [];
	expect(webhook !== undefined, 'it has no webhook');
	const webhookId = crypto.randomUUID();
	const parameters = Object.fromEntries(
		node.properties
			.filter(({ type }) => type === 'multiOptions')
			.map(({ name, options = [] }) => [
				name,
				options.flatMap((option) => ('value' in option ? [option.value] : [])),
			]),
	);
	const name = 'When something happens';
	const workflow = await rest.addWorkflow({
		name: 'Trigger',
		nodes: [nodeOf(node, credential, { name, parameters, webhookId })],
		connections: {},
		settings: { executionOrder: 'v1' },
	});
	await rest.activate(workflow);
	const path = webhook.isFullPath ? webhook.path : `${webhookId}/${webhook.path}`;
	return { url: `${n8n.url}/webhook/${path}`, workflow };
}

/** Plays one event as XI would send it. Returns the status of the answer. */
async function deliver(url: string, key: string): Promise<number> {
	const eventId = crypto.randomUUID().replaceAll('-', '').slice(0, 18).toUpperCase();
	const body = {
		topic: 'resellers/orders',
		event: 'im::updated',
		eventTimeStamp: new Date().toISOString(),
		eventId,
		resource: [
			{
				eventType: 'im::order_shipped',
				orderNumber: '20-RD128',
				customerOrderNumber: 'PO-4711',
				lines: [{ lineNumber: '001', lineStatus: 'IM::SHIPPED', ingramPartNumber: '4A0036' }],
			},
		],
	};
	const response = await fetch(url, {
		method: 'POST',
		headers: {
			'Content-Type': 'application/json',
			'x-hub-signature': createHmac('sha512', key).update(eventId, 'utf8').digest('base64'),
		},
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(15_000),
	});
	await response.text();
	return response.status;
}

async function nextExecution({ rest }: Trial, { id }: StoredWorkflow, before: number) {
	const deadline = Date.now() + WITHIN_MS;
	for (;;) {
		const executions = await rest.executionsOf(id);
		const [newest] = executions;
		if (executions.length > before && !['new', 'running'].includes(newest.status)) return newest;
		expect(Date.now() < deadline, `no execution was started within ${WITHIN_MS / 1000} s`);
		await wait(300);
	}
}

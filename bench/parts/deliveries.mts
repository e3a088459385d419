import { setTimeout as wait } from 'node:timers/promises';

import { NEWEST } from '../../real-n8n/installation.mts';
import { nodeOf } from '../../real-n8n/nodes.mts';
import { pack, storedType } from '../../real-n8n/package.mts';
import type { WorkflowNode } from '../../real-n8n/rest.mts';
import { startTrial, type Trial } from '../../real-n8n/trial.mts';
import { CREDENTIAL_TYPE, credentialData } from '../../real-n8n/workflows.mts';
import {
	AT_ONCE,
	deliver,
	type Deliveries,
	inTurns,
	KEY,
	stockEvent,
	type Target,
} from '../deliver.mts';
import { type Figure, median, type Part, type Promised } from '../figures.mts';

const BLOCKS = 6;
const STOCK_EVENTS = 20;
const SKUS = 4_000;

/** n8n spares its own Webhook node, and no other, an isolate for expressions with each delivery. */
const ALIKE = { N8N_EXPRESSION_ENGINE_ALLOW_WEBHOOK_ISOLATE_SKIP: 'false' };

/** Publishes a workflow of a trigger alone. */
async function published({ rest, n8n }: Trial, node: WorkflowNode, path: string): Promise<Target> {
	const workflow = await rest.addWorkflow({
		name: node.name,
		nodes: [node],
		connections: {},
		settings: { executionOrder: 'v1' },
	});
	await rest.activate(workflow);
	const count = async (filter: object): Promise<number> => {
		const query = encodeURIComponent(JSON.stringify({ workflowId: workflow.id, ...filter }));
		const answer = await rest.send<{ count: number }>(
			'GET',
			`/rest/executions?limit=1&filter=${query}`,
		);
		return answer.count;
	};
	return {
		url: `${n8n.url}/webhook/${path}`,
		settled: async () => {
			while ((await count({ status: ['new', 'running'] })) > 0) await wait(50);
			return await count({});
		},
	};
}

/** A real n8n with both triggers published in it. */
async function withBoth<Result>(
	tarball: string,
	env: Record<string, string>,
	work: (targets: { ours: Target; theirs: Target }) => Promise<Result>,
	purpose = 'bench',
): Promise<Result> {
	const trial = await startTrial(NEWEST, tarball, purpose, env);
	try {
		const { rest, nodes, simulator } = trial;
		const type = nodes.find(({ name }) => name === storedType('IngramMicroTrigger'));
		if (!type) throw new Error('n8n does not know the trigger');
		const credential = await rest.addCredential('With a key', CREDENTIAL_TYPE, {
			...credentialData(simulator.url),
			webhookSecretKeys: KEY,
		});
		const webhookId = crypto.randomUUID();
		const ours = nodeOf(type, credential, {
			name: 'Ours',
			// Both check and start. A confirmation is a call to Ingram Micro, which the Webhook node makes none of.
			parameters: { triggerOn: ['stockUpdate', 'orderShipped'], confirm: false },
			webhookId,
		});
		const theirs: WorkflowNode = {
			id: crypto.randomUUID(),
			name: 'Theirs',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: crypto.randomUUID(),
			parameters: { httpMethod: 'POST', path: 'bench', responseMode: 'onReceived', options: {} },
		};
		return await work({
			ours: await published(trial, ours, `${webhookId}/webhook`),
			theirs: await published(trial, theirs, 'bench'),
		});
	} finally {
		await trial.close();
	}
}

/**
 * Deliveries where n8n treats both triggers alike.
 *
 * @param other tarball of another build of this package, which takes its turns in an n8n of its own
 */
const treatedAlike = async (
	tarball: string,
	other?: string,
): Promise<{ ours: Deliveries; theirs: Deliveries; other?: Deliveries }> =>
	await withBoth(tarball, ALIKE, async (targets) =>
		other === undefined
			? await inTurns(targets, BLOCKS)
			: await withBoth(
					other,
					ALIKE,
					async ({ ours }) => await inTurns({ ...targets, other: ours }, BLOCKS),
					'bench-other',
				),
	);

/** Milliseconds of the answers to stock events about many SKUs, one after the other. */
async function stockAnswers({ url, settled }: Target, name: string): Promise<number[]> {
	const answers: number[] = [];
	for (let one = 0; one < STOCK_EVENTS; one++) {
		answers.push(await deliver(url, stockEvent(`${name}-${one}`, SKUS)));
		await settled();
	}
	return answers;
}

const total = (seconds: readonly number[]): number => seconds.reduce((sum, one) => sum + one, 0);

const perSecond = ({ sent, seconds }: Deliveries): number => sent / total(seconds);

function figure(job: string, by: string, one: Deliveries): Figure {
	const { sent, seconds, executions, answers } = one;
	return {
		job,
		by,
		seconds: total(seconds),
		results: [executions, sent],
		other: `${perSecond(one).toFixed(0)} a second, answered in ${median(answers).toFixed(0)} ms (median)`,
	};
}

const allStarted = (job: string, one: Deliveries): Promised => ({
	what: `${job}: an execution for each`,
	measured: one.executions,
	limit: one.sent,
	kind: 'least',
	unit: 'executions',
});

/**
 * (d) Deliveries a second and the time to the answer in a real n8n, beside its own Webhook node.
 *
 * @param other tarball of another build of this package, which runs in an n8n of its own
 */
export async function deliveries(other?: string): Promise<Part> {
	const tarball = await pack();
	const usual = await withBoth(tarball, {}, async (targets) => {
		const all = await inTurns(targets, BLOCKS);
		const stock = await stockAnswers(targets.ours, 'ours');
		return { ...all, stock, theirStock: await stockAnswers(targets.theirs, 'theirs') };
	});
	const alike = await treatedAlike(tarball, other);

	const job = `Deliveries, ${AT_ONCE} at once`;
	const alikeJob = `${job}, Webhook node treated as other triggers are`;
	const stockJob = `Stock event of ${SKUS.toLocaleString('en-US')} SKUs`;
	const answered = (answers: number[]) =>
		`answered in ${median(answers).toFixed(0)} ms (median of ${STOCK_EVENTS})`;
	return {
		figures: [
			figure(job, 'this package', usual.ours),
			figure(job, 'Webhook node', usual.theirs),
			figure(alikeJob, 'this package', alike.ours),
			figure(alikeJob, 'Webhook node', alike.theirs),
			...(alike.other ? [figure(alikeJob, 'the other build', alike.other)] : []),
			{ job: stockJob, by: 'this package', other: answered(usual.stock) },
			{ job: stockJob, by: 'Webhook node', other: answered(usual.theirStock) },
		],
		promises: [
			allStarted(job, usual.ours),
			allStarted(alikeJob, alike.ours),
			{
				what: `${job}: as many a second as the Webhook node`,
				measured: perSecond(usual.ours) / perSecond(usual.theirs),
				limit: 0.5,
				kind: 'least',
				unit: 'times',
			},
			{
				what: `${alikeJob}: as many a second`,
				measured: perSecond(alike.ours) / perSecond(alike.theirs),
				limit: 0.7,
				kind: 'least',
				unit: 'times',
			},
			{
				what: `${stockJob}: time to the answer`,
				measured: median(usual.stock),
				limit: 100,
				kind: 'most',
				unit: 'ms',
			},
		],
	};
}

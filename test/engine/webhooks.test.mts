import type { INodeType, IWebhookFunctions } from 'n8n-workflow';

import { post } from './trigger/support.mts';
import { useBench } from './support.mts';
import { WebhookHost } from './webhooks.mts';

/*
 * What the trigger is tested in does what n8n does, of which it is hard to believe: what a delivery that
 * starts an execution writes to static data is not stored, unless that was empty before.
 */

const bench = useBench();
const TYPE = 'bench.counter';

/** Counts its deliveries in static data, and starts an execution where the body says so. */
const counter: INodeType = {
	description: {
		displayName: 'Counter',
		name: 'counter',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: 'Counter' },
		inputs: [],
		outputs: ['main'],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'x' }],
		properties: [],
	},
	webhook(this: IWebhookFunctions) {
		const stored = this.getWorkflowStaticData('node');
		stored.count = Number(stored.count ?? 0) + 1;
		const { starts } = this.getBodyData();
		return Promise.resolve(starts ? { workflowData: [[{ json: {} }]] } : {});
	},
};

it.each([
	['2.39 and 2.41', false, [1, 1, 2, 2, 3]],
	['1.123', true, [1, 2, 3, 4, 5]],
])('static data is stored as n8n %s stores it', async (_, answersFirst, expected) => {
	bench.engine.addNodeType(TYPE, counter);
	const host = await new WebhookHost(bench.engine, {
		nodes: [
			{ id: 'c', name: 'Counter', type: TYPE, typeVersion: 1, position: [0, 0], parameters: {} },
		],
		answersFirst,
	}).start();
	const counts: unknown[] = [];
	for (const starts of [true, true, false, true, false]) {
		const answer = await post(host.productionUrl, JSON.stringify({ starts }));
		expect(answer.status).toBe(200);
		const { 'node:Counter': stored } = JSON.parse(host.stored) as Record<string, object>;
		counts.push((stored as { count: number }).count);
	}
	await host.close();
	expect(counts).toEqual(expected);
});

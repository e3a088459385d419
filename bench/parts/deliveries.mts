import type { INode } from 'n8n-workflow';

import { sign } from '../../nodes/shared/signature.ts';
import { CREDENTIAL_TYPE, type Engine, typeOf } from '../../test/engine/engine.mts';
import { WebhookHost } from '../../test/engine/webhooks.mts';
import { median, type Part } from '../figures.mts';
import { WEBHOOK } from '../ownNodes.mts';

const KEY = 'bench-key';
const DELIVERIES = 600;
const AT_ONCE = 10;
const STOCK_EVENTS = 60;
const SKUS = 4_000;

const order = (eventId: string) => ({
	topic: 'resellers/orders',
	event: 'im::updated',
	eventId,
	resource: [{ eventType: 'im::order_shipped', orderNumber: '20-RD128', lines: [] }],
});

const stock = (eventId: string) => ({
	topic: 'resellers/catalog',
	event: 'im::updated',
	eventTimeStamp: '2026-11-01T13:02:06.369Z',
	eventId,
	resource: Array.from({ length: SKUS }, (_, position) => ({
		eventType: 'IM::STOCK_UPDATE',
		ingramPartNumber: `SKU${position}`,
		vendorPartNumber: `V-${position}`,
		vendorName: 'Vendor',
		upcCode: '0886734869201',
		skuStatus: null,
		backOrderFlag: 'Y',
		totalAvailability: '120',
		links: [{ topic: 'orders', href: `/resellers/v5/catalog/SKU${position}`, type: 'GET' }],
	})),
});

/** Delivers an event as Ingram Micro does, and tells how many milliseconds the answer took. */
async function deliver(url: string, event: { eventId: string }): Promise<number> {
	const body = JSON.stringify(event);
	const headers = {
		'Content-Type': 'application/json',
		'x-hub-signature': sign(KEY, event.eventId),
	};
	const start = performance.now();
	const response = await fetch(url, { method: 'POST', headers, body });
	await response.text();
	if (response.status !== 200) throw new Error(`Answered with ${response.status}`);
	return performance.now() - start;
}

interface Deliveries {
	perSecond: number;
	answer: number;
	executions: number;
}

/** Events about one order, ten at a time. */
async function many(host: WebhookHost, name: string): Promise<Deliveries> {
	for (let one = 0; one < 50; one++)
		await deliver(host.productionUrl, order(`${name}-warm-${one}`));
	const before = host.executions.length;
	const times: number[] = [];
	let next = 0;
	const sender = async () => {
		while (next < DELIVERIES) {
			times.push(await deliver(host.productionUrl, order(`${name}-${next++}`)));
		}
	};
	const start = performance.now();
	await Promise.all(Array.from({ length: AT_ONCE }, sender));
	const seconds = (performance.now() - start) / 1_000;
	return {
		perSecond: DELIVERIES / seconds,
		answer: median(times),
		executions: host.executions.length - before,
	};
}

async function published(engine: Engine, node: Partial<INode>): Promise<WebhookHost> {
	const host = await new WebhookHost(engine, {
		nodes: [
			{
				id: 'trigger',
				name: 'Trigger',
				type: '',
				typeVersion: 1,
				position: [0, 0],
				webhookId: 'bench',
				parameters: {},
				...node,
			},
		],
	}).start();
	await host.publish();
	return host;
}

/** (d) Deliveries a second and the time to the answer, beside n8n's own Webhook node. */
export async function deliveries(engine: Engine): Promise<Part> {
	const { id, name } = await engine.addCredential('http://127.0.0.1:1', { webhookSecretKeys: KEY });
	const our = await published(engine, {
		type: typeOf('ingramMicroTrigger'),
		parameters: { triggerOn: ['stockUpdate', 'orderShipped'] },
		credentials: { [CREDENTIAL_TYPE]: { id, name } },
	});
	const their = await published(engine, {
		type: WEBHOOK,
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path: 'bench', responseMode: 'onReceived', options: {} },
	});
	const we = await many(our, 'ours');
	const they = await many(their, 'theirs');

	const answers: number[] = [];
	for (let one = 0; one < STOCK_EVENTS; one++) {
		answers.push(await deliver(our.productionUrl, stock(`stock-${one}`)));
		await our.executions.at(-1)?.run;
	}
	await our.close();
	await their.close();

	const job = `${DELIVERIES} deliveries, ${AT_ONCE} at once`;
	const shown = ({ perSecond, answer }: Deliveries) =>
		`${perSecond.toFixed(0)} a second, answered in ${answer.toFixed(1)} ms (median)`;
	return {
		figures: [
			{ job, by: 'this package', results: [we.executions, DELIVERIES], other: shown(we) },
			{ job, by: 'Webhook node', results: [they.executions, DELIVERIES], other: shown(they) },
			{
				job: `Stock event of ${SKUS.toLocaleString('en-US')} SKUs`,
				by: 'this package',
				other: `answered in ${median(answers).toFixed(1)} ms (median of ${STOCK_EVENTS})`,
			},
		],
		promises: [
			{
				what: 'Deliveries a second, beside n8n’s own Webhook node',
				measured: we.perSecond / they.perSecond,
				limit: 0.7,
				kind: 'least',
				unit: 'times',
			},
			{
				what: `Answer to a stock event of ${SKUS.toLocaleString('en-US')} SKUs`,
				measured: median(answers),
				limit: 100,
				kind: 'most',
				unit: 'ms',
			},
		],
	};
}

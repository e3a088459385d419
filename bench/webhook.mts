import { CREDENTIAL_TYPE, Engine, typeOf } from '../test/engine/engine.mts';
import { WebhookHost } from '../test/engine/webhooks.mts';
import { sign } from '../nodes/shared/signature.ts';

/*
 * How long Ingram Micro waits for the answer to a stock event of 4,000 products, and to an event
 * about one order: over HTTP, in n8n's engine, from a cold start of the memory to a full one. Build
 * first: `npm run build && npx tsx bench/webhook.mts`. The target is 100 ms in the median.
 */

const KEY = 'bench-key';
const DELIVERIES = 60;
const SKUS = 4_000;

const stock = (eventId: string) => ({
	topic: 'resellers/catalog',
	event: 'im::updated',
	eventTimeStamp: '2021-11-01T13:02:06.369Z',
	eventId,
	resource: Array.from({ length: SKUS }, (_, position) => ({
		eventType: 'IM::STOCK_UPDATE',
		ingramPartNumber: `SKU${position}`,
		vendorPartNumber: `V-${position}`,
		vendorName: 'BATTERY TECHNOLOGY INC.',
		upcCode: '0886734869201',
		skuStatus: null,
		backOrderFlag: 'Y',
		totalAvailability: '120',
		links: [{ topic: 'orders', href: `/resellers/v5/catalog/SKU${position}`, type: 'GET' }],
	})),
});

const order = (eventId: string) => ({
	topic: 'resellers/orders',
	event: 'im::updated',
	eventId,
	resource: [{ eventType: 'im::order_shipped', orderNumber: '20-RD128', lines: [] }],
});

async function timed(url: string, event: { eventId: string }): Promise<number> {
	const body = JSON.stringify(event);
	const headers = {
		'Content-Type': 'application/json',
		'x-hub-signature': sign(KEY, event.eventId),
	};
	const begun = performance.now();
	const response = await fetch(url, { method: 'POST', headers, body });
	await response.text();
	const ms = performance.now() - begun;
	if (response.status !== 200) throw new Error(`Answered with ${response.status}`);
	return ms;
}

const at = (sorted: number[], part: number): string =>
	`${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1)} ms`;

const engine = await Engine.start();
const { id, name } = await engine.addCredential('http://127.0.0.1:1', { webhookSecretKeys: KEY });
const host = await new WebhookHost(engine, {
	nodes: [
		{
			id: 'trigger',
			name: 'Trigger',
			type: typeOf('ingramMicroTrigger'),
			typeVersion: 1,
			position: [0, 0],
			webhookId: 'bench',
			parameters: { triggerOn: ['stockUpdate', 'orderShipped'] },
			credentials: { [CREDENTIAL_TYPE]: { id, name } },
		},
	],
}).start();
await host.publish();

for (const [label, event] of [
	[`stock event of ${SKUS} products`, stock],
	['event about one order', order],
] as const) {
	const times: number[] = [];
	for (let delivery = 0; delivery < DELIVERIES; delivery += 1) {
		times.push(await timed(host.productionUrl, event(`${label} ${delivery}`)));
		const execution = host.executions.at(-1);
		if (!execution) throw new Error('Nothing was started');
		await execution.run;
	}
	const sorted = times.sort((one, other) => one - other);
	console.log(
		`${label}: answered in ${at(sorted, 0.5)} (median of ${DELIVERIES}), ${at(sorted, 0.95)} (95 %), ${host.executions.at(-1)?.items.length} items`,
	);
	host.executions.length = 0;
}
await host.close();
process.exit(0);

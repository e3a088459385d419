import { readFileSync } from 'node:fs';

import type { IWorkflowBase } from 'n8n-workflow';

import { CREDENTIAL_TYPE } from '../engine.mts';
import { byNumber, CREATE_PO, jsonOf, linesOf, STOCKED } from '../orders/support.mts';
import { byIngramPartNumber, useBench } from '../support.mts';
import { itemsIn, KEY, useTrigger } from './support.mts';

/* As a person tries the trigger: with the Webhook Test node, and with the example. */

const bench = useBench({ products: 0 });
const trigger = useTrigger(bench);

const EVENTS = {
	orderShipped: {
		operation: 'sendOrderStatusEvent',
		order: byNumber('20-RD128'),
		eventType: 'im::order_shipped',
	},
	stockUpdate: {
		operation: 'sendStockUpdateEvent',
		products: {
			product: [{ ingramPartNumber: byIngramPartNumber(STOCKED), totalAvailability: 120 }],
		},
	},
};

describe.each(Object.entries(EVENTS))('the Webhook Test node, %s', (event, parameters) => {
	const send = async (targetUrl: string) => {
		const credential = await bench.engine.addCredential(bench.xi.url, { webhookSecretKeys: KEY });
		const { items, error } = await bench.engine.runNode(
			'ingramMicroWebhookTest',
			{ ...parameters, targetUrl },
			[{}],
			{ credential },
		);
		expect(error).toBeUndefined();
		return jsonOf(items);
	};

	it('starts a published workflow', async () => {
		const host = await trigger.publish();
		const sent = await send(host.productionUrl);
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({ event, eventId: (sent[0] as { eventId: string }).eventId }),
		]);
	});

	it('starts a run while the editor listens', async () => {
		const host = await trigger.host();
		await host.listen();
		await send(host.testUrl);
		expect(host.executions.map(({ mode }) => mode)).toEqual(['manual']);
		expect(itemsIn(host)).toEqual([expect.objectContaining({ event })]);
	});
});

it('the example of a shipped order runs from the delivery that Ingram Micro sends', async () => {
	const { nodes, connections } = JSON.parse(
		readFileSync('examples/order-shipped.json', 'utf8'),
	) as IWorkflowBase;
	const [started, ...rest] = nodes;
	const host = await trigger.publish(started.parameters, {
		nodes: rest.map((node) => ({
			...node,
			...(node.credentials && { credentials: { [CREDENTIAL_TYPE]: bench.credential } }),
		})),
		connections: JSON.parse(
			JSON.stringify(connections).replaceAll(`"${started.name}"`, '"Trigger"'),
		) as typeof connections,
	});
	bench.xi.webhooks.add({ url: host.productionUrl, secret: KEY });

	const lines = { line: linesOf(STOCKED).line.map((line) => ({ ...line, quantity: 3 })) };
	const { items } = await bench.runOrders({ ...CREATE_PO, lines }, [{ po: 'PO-1' }]);
	bench.xi.orderSteps.ship(items[0].json.ingramOrderNumber as string);
	await bench.xi.webhooks.settled();

	expect(host.executions).toHaveLength(1);
	const { data } = await host.executions[0].run;
	expect(data.resultData.error).toBeUndefined();
	const [task] = data.resultData.runData['One Row a Serial Number'] ?? [];
	const rows = jsonOf(task.data?.main[0] ?? []);
	expect(rows).toHaveLength(3);
	expect(new Set(rows.map(({ serialNumber }) => serialNumber)).size).toBe(3);
	expect(rows[0]).toMatchObject({
		ingramOrderNumber: items[0].json.ingramOrderNumber,
		customerOrderNumber: 'PO-1',
		trackingNumber: expect.stringMatching(/\w/),
	});
});

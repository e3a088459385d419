import { byNumber, jsonOf, STOCKED } from '../orders/support.mts';
import { byIngramPartNumber, useBench } from '../support.mts';
import { itemsIn, KEY, useTrigger } from './support.mts';

/* As a person tries the trigger: with the Webhook Test node. */

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

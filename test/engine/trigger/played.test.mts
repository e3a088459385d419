import type { INodeParameters } from 'n8n-workflow';

import { byNumber, GOES_ON, held, jsonOf, STOCKED } from '../orders/support.mts';
import { byIngramPartNumber, useBench } from '../support.mts';
import { itemsIn, KEY, useTrigger } from './support.mts';

const bench = useBench({ products: 0 });
const trigger = useTrigger(bench);

beforeEach(async () => {
	bench.credential = await bench.engine.addCredential(bench.xi.url, { webhookSecretKeys: KEY });
});

const orderEvent = (targetUrl: string, orderNumber = '20-RD128'): INodeParameters => ({
	operation: 'sendOrderStatusEvent',
	targetUrl,
	eventType: 'im::order_shipped',
	order: byNumber(orderNumber),
	lines: { line: [{ ingramPartNumber: byIngramPartNumber(STOCKED), shippedQuantity: 2 }] },
});

const stockEvent = (targetUrl: string): INodeParameters => ({
	operation: 'sendStockUpdateEvent',
	targetUrl,
	products: {
		product: [{ ingramPartNumber: byIngramPartNumber(STOCKED), totalAvailability: 120 }],
	},
});

const play = async (parameters: INodeParameters, options = {}) =>
	await bench.engine.runNode('ingramMicroWebhookTest', parameters, [{}], {
		credential: bench.credential,
		...options,
	});

const EVENTS = [
	[
		'an order event',
		orderEvent,
		{
			event: 'orderShipped',
			ingramOrderNumber: '20-RD128',
			lines: [expect.objectContaining({ ingramPartNumber: STOCKED, quantityShipped: 2 })],
		},
	],
	[
		'a stock event',
		stockEvent,
		{ event: 'stockUpdate', ingramPartNumber: STOCKED, totalAvailability: 120 },
	],
] as const;

describe.each(EVENTS)('the Webhook Test node plays %s', (_, eventTo, seen) => {
	it('into the test URL, while the editor listens', async () => {
		const host = await trigger.host();
		const early = await play(eventTo(host.testUrl), GOES_ON);
		expect(jsonOf(early.items)).toEqual([
			expect.objectContaining({
				details: expect.objectContaining({
					remedy: expect.stringContaining('that the editor listens'),
				}),
			}),
		]);
		await host.listen();
		const { items, error } = await play(eventTo(host.testUrl));
		expect(error).toBeUndefined();
		expect(host.executions.map(({ mode }) => mode)).toEqual(['manual']);
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({ ...seen, eventId: items[0].json.eventId }),
		]);
		const { data } = await host.executions[0].run;
		expect(data.resultData.error).toBeUndefined();
	});

	it('into the production URL, once the workflow is published', async () => {
		const host = await trigger.publish();
		const { items, error } = await play(eventTo(host.productionUrl));
		expect(error).toBeUndefined();
		expect(host.executions.map(({ mode }) => mode)).toEqual(['webhook']);
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({ ...seen, eventId: items[0].json.eventId }),
		]);
	});

	it('with a signature that does not verify, which starts nothing', async () => {
		const host = await trigger.publish();
		const forged = { ...eventTo(host.productionUrl), signWith: 'text', signature: 'made up' };
		const { error } = await play(forged);
		expect(error).toBeDefined();
		expect(host.executions).toEqual([]);
	});

	it('with an event ID that it had before, which starts the workflow once', async () => {
		const host = await trigger.publish();
		const again = { ...eventTo(host.productionUrl), additionalFields: { eventId: 'SAME' } };
		for (const time of [1, 2]) {
			const { items } = await play(again);
			expect(jsonOf(items)).toEqual([expect.objectContaining({ outcome: 'sent' })]);
			expect([time, host.executions.length]).toEqual([time, 1]);
		}
	});
});

describe('where events are confirmed', () => {
	it('an event of an order that there is comes with what Ingram Micro says of it', async () => {
		const number = await held(bench, 'PO-PLAYED');
		const host = await trigger.publish({ confirm: true });
		await play(orderEvent(host.productionUrl, number));
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({
				confirmed: true,
				current: expect.objectContaining({ customerOrderNumber: 'PO-PLAYED' }),
			}),
		]);
	});

	it('one of an order that there is not is taken, and starts nothing', async () => {
		const host = await trigger.publish({ confirm: true });
		const { items } = await play(orderEvent(host.productionUrl, '20-FORGE'));
		expect(jsonOf(items)).toEqual([expect.objectContaining({ outcome: 'sent' })]);
		expect(host.executions).toEqual([]);
	});
});

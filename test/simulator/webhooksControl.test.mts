import type { AxiosInstance, AxiosResponse } from 'axios';
import { startSimulator, type QuirkSettings, type Simulator } from '../../simulator/index.mts';
import { signatureOf } from '../../simulator/webhooks/signing.mts';
import { listen, type Listener } from './listener.mts';
import { created } from './ordersSupport.mts';
import { complaints, connect, http } from './support.mts';

const secret = 'xi-docs-secret-0001';

let simulator: Simulator;
let client: AxiosInstance;
let listener: Listener;
beforeEach(async () => {
	listener = await listen();
	simulator = await startSimulator({ products: 50, callsPerWindow: 0 });
	client = await connect(simulator);
});
afterEach(async () => {
	await simulator.close();
	await listener.close();
});

const control = async (path: string, body: unknown = {}): Promise<AxiosResponse> =>
	await http.post(`${simulator.url}/_control/webhooks${path}`, JSON.stringify(body), {
		headers: { 'Content-Type': 'application/json' },
	});

const hook = async (): Promise<number> =>
	Number((await control('', { url: listener.url, secret })).data.id);

const signed = (): boolean[] =>
	listener.received.map(
		({ headers, body }) => headers['x-hub-signature'] === signatureOf(secret, String(body.eventId)),
	);

describe('control', () => {
	it('sets hooks up, lists them and takes them away', async () => {
		const added = await control('', { url: listener.url, secret, events: ['stock_update'] });
		expect(added.status).toBe(200);
		const expected = {
			id: 1,
			url: listener.url,
			secret,
			events: ['stock_update'],
			clientId: 'simulator-client',
		};
		const at = `${simulator.url}/_control/webhooks`;
		expect((await http.get(at)).data).toEqual([expected]);
		expect((await http.delete(`${at}/1`)).status).toBe(204);
		expect((await http.delete(`${at}/1`)).status).toBe(404);
		expect((await http.get(at)).data).toEqual([]);
	});

	it('refuses what it cannot take', async () => {
		const answers = [
			await control('', { url: 'x', secret, extra: 1 }),
			await control('', { url: listener.url, secret, events: ['other'] }),
			await control('/flood', { hookId: 1, events: 0 }),
			await control('/forge', { hookId: 1, what: 'nothing' }),
			await control('/stock-update', { count: 0 }),
			await control('/quote-event', {}),
			await control('/release', { order: 'any' }),
			await control('/forge', { hookId: 1 }),
			await control('/replay', { deliveryId: 1 }),
			await control('/stock-update', { skus: ['XXXXXX'] }),
		];
		expect(answers.map(({ status }) => status)).toEqual([
			...Array.from({ length: 7 }, () => 400),
			404,
			404,
			404,
		]);
		for (const { data } of answers) expect(data.message).toEqual(expect.any(String));
	});

	it('shows the log of deliveries', async () => {
		await hook();
		await control('/stock-update', { skus: ['123512'] });
		await control('/quote-event', { quote: { quoteNumber: 'QUO-1' } });
		await simulator.webhooks.settled();
		const at = `${simulator.url}/_control/webhooks/deliveries`;
		const { data } = await http.get(at);
		expect(data).toEqual(
			['stock_update', 'quote_create'].map((event, i) =>
				expect.objectContaining({
					id: i + 1,
					hookId: 1,
					url: listener.url,
					event,
					status: 200,
					attempts: 1,
					state: 'delivered',
					durationMs: expect.any(Number),
				}),
			),
		);
		expect((await http.get(`${at}?hookId=2`)).data).toEqual([]);
		expect((await http.delete(at)).status).toBe(204);
		expect((await http.get(at)).data).toEqual([]);
	});

	it('forges: nothing of it carries a good signature, and nothing is repeated', async () => {
		const hookId = await hook();
		listener.answer = 401;
		for (const what of ['signature', 'missingSignature', 'otherSecret', 'eventId']) {
			const { data } = await control('/forge', { hookId, what });
			expect(data).toMatchObject({ origin: 'forged', status: 401, attempts: 1 });
		}
		simulator.advanceTime(10_000);
		await simulator.webhooks.settled();
		expect(signed()).toEqual([false, false, false, false]);
		const [altered = '', none, other = ''] = listener.received.map(
			({ headers }) => headers['x-hub-signature'],
		);
		expect([String(altered).length, none, String(other).length]).toEqual([88, undefined, 88]);
	});

	it('forges a delivery that was', async () => {
		const hookId = await hook();
		const [delivery] = simulator.webhooks.sendStockUpdate();
		await simulator.webhooks.settled();
		await control('/forge', { hookId, what: 'signature', deliveryId: delivery?.id });
		expect(listener.received[1]?.raw).toBe(listener.received[0]?.raw);
		expect(signed()).toEqual([true, false]);
	});

	it('replays, with the same body or another one, and always with a good signature', async () => {
		await hook();
		const [delivery] = simulator.webhooks.sendStockUpdate();
		await simulator.webhooks.settled();
		await control('/replay', { deliveryId: delivery?.id });
		await control('/replay', { deliveryId: delivery?.id, changes: { topic: 'resellers/other' } });
		const [first, second, third] = listener.received;
		expect(second?.raw).toBe(first?.raw);
		expect(third?.body).toEqual({ ...first?.body, topic: 'resellers/other' });
		expect(signed()).toEqual([true, true, true]);
	});

	it.each(['reverse', 'shuffle', 'given'] as const)('reorders: %s', async (order) => {
		await hook();
		await control('/hold');
		const sent = Array.from({ length: 8 }, () => simulator.webhooks.sendStockUpdate()).flat();
		await simulator.webhooks.settled();
		expect(listener.received).toEqual([]);
		const { data } = await control('/release', { order });
		await simulator.webhooks.settled();
		const ids = sent.map(({ eventId }) => eventId);
		expect(listener.ids).toEqual(data.map(({ eventId }: { eventId: string }) => eventId));
		expect([...listener.ids].sort()).toEqual([...ids].sort());
		if (order === 'given') expect(listener.ids).toEqual(ids);
		else expect(listener.ids).not.toEqual(ids);
		if (order === 'reverse') expect(listener.ids).toEqual([...ids].reverse());
		simulator.webhooks.sendStockUpdate();
		await simulator.webhooks.settled();
		expect(listener.received).toHaveLength(9);
	});

	it('floods: events, copies, so many at once', async () => {
		const hookId = await hook();
		listener.answer = async () =>
			await new Promise<number>((resolve) => setTimeout(() => resolve(200), 5));
		const { data } = await control('/flood', { hookId, events: 50, copies: 4, concurrency: 25 });
		expect(data).toHaveLength(200);
		expect(listener.received).toHaveLength(200);
		const counts = new Map<unknown, number>();
		for (const id of listener.ids) counts.set(id, (counts.get(id) ?? 0) + 1);
		expect([...counts.values()]).toEqual(Array.from({ length: 50 }, () => 4));
		expect(signed()).not.toContain(false);
		expect(listener.most).toBeGreaterThan(5);
		expect(listener.most).toBeLessThanOrEqual(25);
	});
});

describe('quirks of bodies', () => {
	/** The body of a shipped order under some quirks. */
	async function shipped(quirks: QuirkSettings): Promise<unknown> {
		await hook();
		const { status } = await http.put(`${simulator.url}/_control/quirks`, JSON.stringify(quirks), {
			headers: { 'Content-Type': 'application/json' },
		});
		expect(status).toBe(200);
		simulator.orderSteps.ship(await created(client, 'PO-1'));
		await simulator.webhooks.settled();
		return listener.received[0]?.body;
	}

	it('put everything in lower case', async () => {
		const body = await shipped({ eventKeys: 'lowerCase' });
		expect(JSON.stringify(body)).not.toMatch(/"[^"]*[A-Z][^"]*":/);
		expect(body).toMatchObject({
			eventid: expect.any(String),
			resource: [{ ordernumber: expect.any(String), lines: [{ linenumber: '001' }] }],
		});
	});

	it('rename and retype', async () => {
		const body = await shipped({
			eventTimeStampKey: 'evenTtimeStamp',
			eventQuantities: 'number',
			eventLineNumberKey: 'ingramLineNumber',
			eventBackorderedKey: 'backorderedQuantity',
			eventCustomerOrderKey: 'customerPoNumber',
			eventTypeCase: 'upperCase',
		});
		expect(body).toMatchObject({
			evenTtimeStamp: expect.any(String),
			resource: [
				{
					eventType: 'IM::ORDER_SHIPPED',
					customerPoNumber: 'PO-1',
					lines: [{ ingramLineNumber: '001', requestedQuantity: 2, backorderedQuantity: 0 }],
				},
			],
		});
		expect(body).not.toHaveProperty('eventTimeStamp');
	});

	it('change lists and objects', async () => {
		const body = await shipped({
			eventBody: 'array',
			eventResource: 'object',
			eventShipments: 'object',
			eventTypeAt: 'top',
			eventTypeCase: 'lowerCase',
		});
		expect(body).toEqual([
			expect.objectContaining({
				eventType: 'im::order_shipped',
				resource: expect.objectContaining({
					customerOrderNumber: 'PO-1',
					lines: [
						expect.objectContaining({
							shipmentDetails: expect.objectContaining({ carrierCode: expect.any(String) }),
						}),
					],
				}),
			}),
		]);
		expect(body).not.toHaveProperty('0.resource.eventType');
	});

	it('keep signatures good', async () => {
		await shipped({ eventTypeAt: 'both', eventTimeStampKey: 'evenTtimeStamp' });
		expect(signed()).toEqual([true]);
	});
});

describe.each(['orderstatusevent', 'availabilityupdate'])('the call %s', (name) => {
	const endpoint = `/resellers/v1/webhooks/${name}`;
	const event = {
		topic: 'resellers/orders',
		event: 'im::updated',
		eventTimeStamp: '2021-11-01T13:02:06.369Z',
		eventId: 'N01CIB9VVFYKR9J6ZW',
		resource: [{ eventType: 'im::order_shipped', ingramPartNumber: undefined }],
	};
	const play = async (headers: Record<string, string>, body: unknown = event) =>
		await client.post<unknown, AxiosResponse>(endpoint, body, { headers });

	it('posts what it was given, with the signature it was given', async () => {
		const answer = await play({ targeturl: listener.url, 'x-hub-signature': 'any text' });
		expect([answer.status, answer.data]).toEqual([200, '']);
		expect(listener.received).toHaveLength(1);
		expect(listener.received[0]?.raw).toBe(JSON.stringify(event));
		expect(listener.received[0]?.headers['x-hub-signature']).toBe('any text');
	});

	it('needs neither account nor country', async () => {
		const bare = await connect(simulator, {
			'IM-CustomerNumber': null,
			'IM-CountryCode': null,
			'IM-CorrelationID': null,
		});
		const headers = { targeturl: listener.url, 'x-hub-signature': 's' };
		expect((await bare.post(endpoint, event, { headers })).status).toBe(200);
	});

	it('refuses what is missing or wrong', async () => {
		expect(complaints(await play({}))).toEqual(['targeturl', 'x-hub-signature']);
		const wrong = await play({ targeturl: 'ftp://x', 'x-hub-signature': 's' }, { topic: 1, x: 1 });
		expect(wrong.status).toBe(400);
		expect(complaints(wrong)).toEqual(['targeturl', 'x', 'topic']);
		expect(listener.received).toEqual([]);
	});

	it('answers 500 in XI’s form where the target does not take it, and tries once', async () => {
		listener.answer = 404;
		const headers = { targeturl: listener.url, 'x-hub-signature': 's' };
		const refused = await play(headers);
		expect(refused.status).toBe(500);
		expect(refused.data.errors[0].type).toBe('/errors/system-errors');
		expect(listener.received).toHaveLength(1);
		await listener.close();
		expect((await play(headers)).status).toBe(500);
	});
});

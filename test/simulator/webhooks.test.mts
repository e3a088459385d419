import type { AxiosInstance } from 'axios';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.mts';
import { signatureOf } from '../../simulator/webhooks/signing.mts';
import { listen, type Listener, until } from './listener.mts';
import { asyncEndpoint, create, created, held, missing, orderBody } from './ordersSupport.mts';
import { connect } from './support.mts';

const secret = 'xi-docs-secret-0001';

let simulator: Simulator;
let client: AxiosInstance;
let listener: Listener;
beforeEach(async () => {
	listener = await listen();
});
afterEach(async () => {
	await simulator.close();
	await listener.close();
});

async function start(options: SimulatorOptions = {}): Promise<void> {
	simulator = await startSimulator({
		products: 50,
		callsPerWindow: 0,
		webhooks: [{ url: listener.url, secret }],
		...options,
	});
	client = await connect(simulator);
}

/** The types of the events that came, in order. */
const typesReceived = (): unknown[] =>
	listener.received.map(({ body }) => {
		const [event] = [body].flat();
		const [resource] = [event?.resource].flat() as Record<string, unknown>[];
		return event?.eventType ?? resource?.eventType;
	});

describe('the life of an order', () => {
	it('is told, event by event, signed', async () => {
		await start();
		const number = await held(client, 'po-1');
		simulator.orderSteps.release(number);
		simulator.orderSteps.ship(number);
		simulator.orderSteps.invoice(number);
		await simulator.webhooks.settled();
		expect(typesReceived()).toEqual(['im::order_hold', 'im::order_shipped', 'im::order_invoiced']);
		for (const { body, headers, path } of listener.received) {
			expect(path).toBe('/hook');
			expect(headers['content-type']).toBe('application/json');
			expect(body).toMatchObject({ topic: 'resellers/orders', event: 'im::updated' });
			expect(body.eventId).toMatch(/^[A-Z0-9]{18}$/);
			expect(body.eventTimeStamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/);
			expect(headers['x-hub-signature']).toBe(signatureOf(secret, String(body.eventId)));
		}
		expect(new Set(listener.ids).size).toBe(3);
		expect(simulator.webhooks.deliveries).toEqual(
			listener.ids.map((eventId) =>
				expect.objectContaining({
					eventId,
					url: listener.url,
					state: 'delivered',
					status: 200,
					attempts: 1,
					durationMs: expect.any(Number),
				}),
			),
		);
	});

	it('has what was shipped in the event, as the books have it', async () => {
		await start();
		const number = await created(client, 'po-1');
		simulator.orderSteps.ship(number);
		await simulator.webhooks.settled();
		const answer = await client.get(`/resellers/v6.1/orders/${number}`);
		const [line] = answer.data.lines;
		const [shipment] = line.shipmentDetails;
		const [parcel] = shipment.carrierDetails[0].trackingDetails;
		expect(listener.received[0]?.body.resource).toEqual([
			{
				eventType: 'im::order_shipped',
				orderNumber: number,
				customerOrderNumber: 'PO-1',
				orderEntryTimeStamp: answer.data.ingramOrderDate,
				lines: [
					{
						lineNumber: '001',
						subOrderNumber: line.subOrderNumber,
						lineStatus: 'IM::shipped',
						ingramPartNumber: '123512',
						vendorPartNumber: line.vendorPartNumber,
						requestedQuantity: '2',
						shippedQuantity: '2',
						backOrderedQuantity: '0',
						shipmentDetails: [
							{
								shipmentDate: shipment.shippedDate,
								shipFromWarehouseId: shipment.shipFromWarehouseId,
								warehouseName: shipment.shipFromLocation,
								carrierCode: shipment.carrierDetails[0].carrierCode,
								carrierName: shipment.carrierDetails[0].carrierName,
								packageDetails: [
									{ cartonNumber: '1', quantityInbox: '2', trackingNumber: parcel.trackingNumber },
								],
							},
						],
						serialNumberDetails: parcel.serialNumbers,
					},
				],
				links: [{ topic: 'orders', href: `/resellers/v5/orders/${number}`, type: 'GET' }],
			},
		]);
		expect(parcel.serialNumbers).toHaveLength(2);
	});

	it('tells of back-orders and of holds that ran out, and of nothing that XI has no event for', async () => {
		await start();
		await create(client, 'late', { lines: [{ ingramPartNumber: missing, quantity: 1 }] });
		const cancelled = await held(client, 'cancelled');
		expect((await client.delete(`/resellers/v6/orders/${cancelled}`)).status).toBe(200);
		const voided = await held(client, 'voided');
		simulator.orderSteps.void(voided);
		await simulator.webhooks.settled();
		expect(typesReceived()).toEqual([
			'im::order_backordered',
			'im::order_hold',
			'im::order_hold',
			'im::order_voided',
		]);
	});

	it('tells what became of an asynchronous order, good or bad', async () => {
		await start();
		const submit = async (number: string) => {
			expect((await client.post(asyncEndpoint, orderBody(number))).status).toBe(200);
		};
		await submit('PO-1');
		simulator.advanceTime(10);
		await submit('PO-1');
		simulator.advanceTime(10);
		await simulator.webhooks.settled();
		const bodies = listener.received.map(({ body }) => body);
		expect(bodies).toEqual([
			[
				{
					topic: 'resellers/orders',
					event: 'IM::created',
					eventTimeStamp: expect.any(String),
					eventId: expect.any(String),
					resource: expect.objectContaining({
						eventType: 'IM::async_order_create',
						customerOrderNumber: 'PO-1',
						orderSplit: false,
						processedPartially: false,
						orders: [
							expect.objectContaining({
								ingramOrderNumber: simulator.orders[0]?.ingramOrderNumber,
								lines: [
									expect.objectContaining({
										ingramPartNumber: '123512',
										quantityOrdered: 2,
										lineType: 'P',
										vendorNumber: expect.any(String),
									}),
								],
							}),
						],
					}),
				},
			],
			[
				expect.objectContaining({
					event: 'IM::created',
					resource: {
						eventType: 'IM::async_order_create',
						message: expect.any(String),
						reason: expect.stringContaining('customerOrderNumber'),
						customerOrderNumber: 'PO-1',
						endCustomerOrderNumber: '',
						orders: [],
					},
				}),
			],
		]);
	});
});

describe('hooks', () => {
	it('get the events that they ask for, of the customers of their own app', async () => {
		const other = await listen();
		const customers = [{ customerNumber: '40-444444', countryCode: 'US' }];
		await start({
			clients: [
				{
					clientId: 'simulator-client',
					clientSecret: 'simulator-secret',
					customers: [{ customerNumber: '20-222222', countryCode: 'US' }],
				},
				{ clientId: 'other', clientSecret: 'other', customers },
			],
			webhooks: [
				{ url: listener.url, secret, events: ['order_invoiced'] },
				{ url: other.url, secret: 'second', clientId: 'other' },
			],
		});
		simulator.addOrders(1);
		simulator.addOrders(1, { customerNumber: '40-444444' });
		await simulator.webhooks.settled();
		expect(typesReceived()).toEqual(['im::order_invoiced']);
		expect(other.received).toHaveLength(2);
		const { body, headers } = other.received[0] ?? { body: {}, headers: {} };
		expect(headers['x-hub-signature']).toBe(signatureOf('second', String(body.eventId)));
		await other.close();
	});

	it('are refused where a setting is wrong', async () => {
		await start();
		const { webhooks } = simulator;
		expect(() => webhooks.add({ url: 'ftp://x', secret })).toThrow(TypeError);
		expect(() => webhooks.add({ url: listener.url, secret: '' })).toThrow('/secret');
		expect(() => webhooks.add({ url: listener.url, secret, clientId: 'x' })).toThrow('no app x');
		await expect(startSimulator({ webhooks: [{ url: '', secret }] })).rejects.toThrow('/url');
	});

	it('get nothing more once they are taken away', async () => {
		await start();
		listener.answer = 500;
		simulator.webhooks.sendStockUpdate();
		await simulator.webhooks.settled();
		const [hook] = simulator.webhooks.hooks;
		expect(simulator.webhooks.remove(hook?.id ?? 0)).toBe(true);
		expect(simulator.webhooks.remove(hook?.id ?? 0)).toBe(false);
		simulator.advanceTime(3600);
		simulator.webhooks.sendStockUpdate();
		await simulator.webhooks.settled();
		expect(listener.received).toHaveLength(1);
		expect(simulator.webhooks.deliveries.map(({ state }) => state)).toEqual(['dropped']);
	});
});

describe('deliveries', () => {
	it('without a 2xx are repeated after growing pauses, unchanged, and then given up', async () => {
		await start({ webhookAttempts: 3, webhookRetrySeconds: 60 });
		listener.answer = 503;
		const [delivery] = simulator.webhooks.sendStockUpdate();
		const after = async (seconds: number): Promise<number> => {
			simulator.advanceTime(seconds);
			await simulator.webhooks.settled();
			return listener.received.length;
		};
		expect(await after(0)).toBe(1);
		expect(await after(55)).toBe(1);
		expect(await after(5)).toBe(2);
		expect(await after(115)).toBe(2);
		expect(delivery).toMatchObject({ state: 'waiting', status: 503, attempts: 2 });
		expect(await after(5)).toBe(3);
		expect(delivery).toMatchObject({ state: 'failed', attempts: 3 });
		expect(await after(100_000)).toBe(3);
		expect(new Set(listener.received.map(({ raw }) => raw)).size).toBe(1);
		expect(new Set(listener.received.map(({ headers }) => headers['x-hub-signature'])).size).toBe(
			1,
		);
	});

	it('go on by themselves, in the time of orders', async () => {
		await start({ timeScale: 3600, webhookRetrySeconds: 60 });
		let answered = 0;
		listener.answer = () => ((answered += 1) < 3 ? 500 : 200);
		const [delivery] = simulator.webhooks.sendStockUpdate();
		await until(() => delivery?.state === 'delivered');
		expect(delivery).toMatchObject({ attempts: 3, status: 200 });
	});

	it('do not wait for others that failed, nor for other hooks', async () => {
		await start({ webhookTimeoutSeconds: 0.05 });
		const never = new Promise<number>(() => {});
		listener.answer = ({ body }) => (body.eventId === listener.ids[0] ? never : 200);
		simulator.webhooks.sendStockUpdate();
		simulator.webhooks.sendStockUpdate();
		await simulator.webhooks.settled();
		expect(simulator.webhooks.deliveries).toEqual([
			expect.objectContaining({ state: 'waiting', error: 'No answer in 50 ms' }),
			expect.objectContaining({ state: 'delivered' }),
		]);
	});

	it('to nobody say why', async () => {
		await start();
		await listener.close();
		simulator.webhooks.sendStockUpdate();
		await simulator.webhooks.settled();
		const [delivery] = simulator.webhooks.deliveries;
		expect(delivery).toMatchObject({ state: 'waiting', attempts: 1, error: 'ECONNREFUSED' });
		expect(delivery?.status).toBeUndefined();
	});

	it('end with the simulator, also those that hang', async () => {
		await start();
		listener.answer = async () => await new Promise<number>(() => {});
		const [delivery] = simulator.webhooks.sendStockUpdate();
		await until(() => listener.received.length > 0);
		const begun = Date.now();
		await simulator.close();
		expect(Date.now() - begun).toBeLessThan(5000);
		expect(delivery?.error).toBeDefined();
	});

	it('are kept in a log of limited length', async () => {
		await start({ webhookLogLimit: 3 });
		for (let i = 0; i < 5; i++) simulator.webhooks.sendStockUpdate();
		await simulator.webhooks.settled();
		expect(listener.received).toHaveLength(5);
		expect(simulator.webhooks.deliveries.map(({ id }) => id)).toEqual([3, 4, 5]);
		simulator.webhooks.clearDeliveries();
		expect(simulator.webhooks.deliveries).toEqual([]);
	});
});

describe('the stock', () => {
	it('is told for the products that are asked for, as prices and availability have it', async () => {
		await start();
		simulator.webhooks.sendStockUpdate({ skus: ['123512', missing] });
		await simulator.webhooks.settled();
		const { data } = await client.post(
			'/resellers/v6/catalog/priceandavailability?includeAvailability=true&includePricing=false',
			{ products: [{ ingramPartNumber: '123512' }, { ingramPartNumber: missing }] },
		);
		const { body } = listener.received[0] ?? { body: {} };
		expect(body).toMatchObject({ topic: 'resellers/catalog', event: 'im::updated' });
		expect(body.resource).toEqual(
			data.map((entry: Record<string, never>) =>
				expect.objectContaining({
					eventType: 'IM::STOCK_UPDATE',
					ingramPartNumber: entry.ingramPartNumber,
					upcCode: entry.upc,
					totalAvailability: String(
						(entry.availability as { totalAvailability: number }).totalAvailability,
					),
				}),
			),
		);
		expect(() => simulator.webhooks.sendStockUpdate({ skus: ['XXXXXX'] })).toThrow(RangeError);
	});

	it('of more than 4,000 products is told in several events', async () => {
		await start({ products: 4500 });
		simulator.webhooks.sendStockUpdate({ count: 4001 });
		await simulator.webhooks.settled();
		const sizes = listener.received.map(({ body }) => (body.resource as unknown[]).length);
		expect(sizes).toEqual([4000, 1]);
	});
});

describe('quotes', () => {
	it('are told, good or bad', async () => {
		await start();
		const [customer] = simulator.options.clients[0]?.customers ?? [];
		if (!customer) throw new Error('There is no customer');
		simulator.webhooks.sendQuoteEvent({ customer, quote: { quoteNumber: 'QUO-1' } });
		simulator.webhooks.sendQuoteEvent({
			customer,
			quote: { quoteName: 'Ours' },
			failure: { message: 'No quote', reason: 'Unknown vendor' },
			rejectedSkus: ['XXXXXX'],
		});
		await simulator.webhooks.settled();
		const head = { topic: 'resellers/quotes', event: 'im::created', eventType: 'im::quote_create' };
		expect(listener.received.map(({ body }) => body)).toEqual([
			expect.objectContaining({
				...head,
				rejectedSkus: null,
				resource: { message: null, reason: null, quoteNumber: 'QUO-1' },
			}),
			expect.objectContaining({
				...head,
				rejectedSkus: [{ ingramPartNumber: 'XXXXXX' }],
				resource: { message: 'No quote', reason: 'Unknown vendor', quoteName: 'Ours' },
			}),
		]);
	});
});

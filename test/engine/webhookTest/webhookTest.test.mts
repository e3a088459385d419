import type { INodeParameters } from 'n8n-workflow';

import { signatureOf } from '../../../simulator/webhooks/signing.mts';
import { listen, type Listener } from '../../simulator/listener.mts';
import { byNumber, GOES_ON, jsonOf } from '../orders/support.mts';
import { ACCOUNT, byIngramPartNumber, runnerOf, useBench } from '../support.mts';
import { WEBHOOK_TEST, WHOLE_ORDER_EVENT, WHOLE_STOCK_PRODUCT } from './support.mts';

const ORDER_EVENT = '/resellers/v1/webhooks/orderstatusevent';
const STOCK_EVENT = '/resellers/v1/webhooks/availabilityupdate';
const FIRST_KEY = 'xi-docs-secret-0001';
const SECOND_KEY = 's3cr3t+/=Key';

const bench = useBench({ products: 0 });

let listener: Listener;
beforeEach(async () => {
	listener = await listen();
	bench.credential = await bench.engine.addCredential(bench.xi.url, {
		webhookSecretKeys: `${FIRST_KEY}, ${SECOND_KEY}`,
	});
});
afterEach(async () => await listener.close());

const orderEvent = (more: INodeParameters = {}): INodeParameters => ({
	operation: 'sendOrderStatusEvent',
	targetUrl: listener.url,
	order: byNumber('={{ $json.order ?? "20-RD128" }}'),
	...more,
});

const stockEvent = (more: INodeParameters = {}): INodeParameters => ({
	operation: 'sendStockUpdateEvent',
	targetUrl: listener.url,
	products: {
		product: [{ ingramPartNumber: byIngramPartNumber('5CX579'), totalAvailability: 120 }],
	},
	...more,
});

const run = runnerOf(bench, WEBHOOK_TEST);

const signatures = () => listener.received.map(({ headers }) => headers['x-hub-signature']);

describe('an order event', () => {
	it('arrives with every field, signed with the first key', async () => {
		const { items, error } = await run(orderEvent(WHOLE_ORDER_EVENT));
		expect(error).toBeUndefined();
		expect(jsonOf(items)).toEqual([
			{
				outcome: 'sent',
				account: ACCOUNT,
				eventId: 'N01CIB9VVFYKR9J6ZW',
				eventType: 'im::order_shipped',
				targetUrl: listener.url,
			},
		]);
		expect(listener.received.map(({ body }) => body)).toEqual([
			{
				topic: 'resellers/Orders',
				event: 'IM::updated',
				eventTimeStamp: '2021-11-01T13:02:06.369Z',
				eventId: 'N01CIB9VVFYKR9J6ZW',
				resource: [
					{
						eventType: 'im::order_shipped',
						orderNumber: '20-RD128',
						customerOrderNumber: 'ZENPO',
						orderEntryTimeStamp: '2020-04-03T08:54:39-07:00',
						links: [{ topic: 'orders', href: '/resellers/v6.1/orders/20-RD128', type: 'GET' }],
						lines: [
							{
								LineNumber: '001',
								subOrderNumber: '20-RD128-21',
								lineStatus: 'IM::shipped',
								ingramPartNumber: '5CX895',
								vendorPartNumber: 'TC57HO-1PEZU4P-NA',
								requestedQuantity: '3',
								shippedQuantity: '2',
								backorderedQuantity: '1',
								shipmentDetails: [
									{
										shipmentDate: '2019-11-06',
										carrierCode: '4M',
										carrierName: 'SMARTPOST-BM',
										shipFromWarehouseId: '10',
										warehouseName: 'New York',
										packageDetails: [
											{ trackingNumber: '390000000001', cartonNumber: '1', quantityInbox: '2' },
										],
									},
								],
								serialNumberDetails: [{ serialNumber: '123123123' }, { serialNumber: '123123124' }],
							},
						],
					},
				],
			},
		]);
		expect(signatures()).toEqual([signatureOf(FIRST_KEY, 'N01CIB9VVFYKR9J6ZW')]);
		const [{ headers }] = bench.xi.requestsTo(ORDER_EVENT);
		expect(headers).toMatchObject({
			targeturl: listener.url,
			'im-customernumber': '20-222222',
			'im-senderid': 'engine-tests',
		});
		expect(headers['im-correlationid']).toMatch(/^[0-9a-f]{32}$/);
	});

	it('gets an ID of its own and the time of now for each item, in their order', async () => {
		const began = Date.now();
		const orders = ['20-RD121', '20-RD122', '20-RD123'];
		const { items } = await run(
			orderEvent({ eventType: 'other', otherEventType: 'im::order_delivered' }),
			orders.map((order) => ({ order })),
		);
		const sent = listener.received.map(({ body }) => body);
		expect(sent.map(({ resource }) => resource)).toEqual(
			orders.map((orderNumber) => [{ eventType: 'im::order_delivered', orderNumber }]),
		);
		expect(items.map(({ json }) => json.eventId)).toEqual(listener.ids);
		expect(new Set(listener.ids).size).toBe(3);
		for (const { eventId, eventTimeStamp } of sent) {
			expect(eventId).toMatch(/^[A-Z0-9]{18}$/);
			const time = Date.parse(String(eventTimeStamp));
			expect(time).toBeGreaterThanOrEqual(began);
			expect(time).toBeLessThanOrEqual(Date.now());
		}
		expect(signatures()).toEqual(listener.ids.map((id) => signatureOf(FIRST_KEY, String(id))));
	});

	it('as JSON goes out as it is, with an ID where it has none', async () => {
		const event = { topic: 'resellers/orders', event: 'im::updated', resource: [] };
		const eventTimeStamp = '2021-11-01T13:02:06.369Z';
		const { items, error } = await run(
			orderEvent({ defineEventBy: 'json', eventJson: '={{ $json.event }}', output: 'raw' }),
			[{ event: JSON.stringify({ ...event, eventTimeStamp, eventId: 'E1' }) }, { event }],
		);
		expect(error).toBeUndefined();
		expect(listener.received.map(({ body }) => body)).toEqual([
			{ ...event, eventTimeStamp, eventId: 'E1' },
			{ ...event, eventTimeStamp: expect.any(String), eventId: expect.any(String) },
		]);
		expect(items.map(({ json }) => json.event)).toEqual(listener.received.map(({ body }) => body));
		expect(signatures()).toEqual(listener.ids.map((id) => signatureOf(FIRST_KEY, String(id))));
	});
});

describe('a stock event', () => {
	it('arrives with every field', async () => {
		const { items, error } = await run(
			stockEvent({
				products: {
					product: [
						WHOLE_STOCK_PRODUCT,
						{ ingramPartNumber: byIngramPartNumber('5CT275'), totalAvailability: 0 },
					],
				},
				additionalFields: { eventId: 'AH7ESSIWSIO22Y77DD' },
			}),
		);
		expect(error).toBeUndefined();
		expect(jsonOf(items)).toEqual([
			{
				outcome: 'sent',
				account: ACCOUNT,
				eventId: 'AH7ESSIWSIO22Y77DD',
				eventType: 'im::stock_update',
				targetUrl: listener.url,
			},
		]);
		expect(listener.received.map(({ body }) => body)).toEqual([
			{
				topic: 'resellers/catalog',
				event: 'im::updated',
				eventTimeStamp: expect.any(String),
				eventId: 'AH7ESSIWSIO22Y77DD',
				resource: [
					{
						eventType: 'im::stock_update',
						ingramPartNumber: '5CX579',
						vendorPartNumber: '710412-001-BTI',
						vendorName: 'BATTERY TECHNOLOGY INC.',
						upcCode: '0886734869201',
						skuStatus: 'Active',
						backOrderFlag: 'Y',
						totalAvailability: '120',
						links: [
							{ topic: 'catalog', href: '/resellers/v6/catalog/details/5CX579', type: 'GET' },
						],
					},
					{ eventType: 'IM::STOCK_UPDATE', ingramPartNumber: '5CT275', totalAvailability: '0' },
				],
			},
		]);
		expect(signatures()).toEqual([signatureOf(FIRST_KEY, 'AH7ESSIWSIO22Y77DD')]);
	});
});

describe('the signature', () => {
	const known = { additionalFields: { eventId: 'EVT0TESTVECTOR0001' } };

	it('is made with another key, or is any text, where that is wanted', async () => {
		await run(stockEvent({ ...known, signWith: 'keyNumber', keyNumber: 2 }));
		await run(stockEvent({ ...known, signWith: 'text', signature: 'not a signature' }));
		expect(signatures()).toEqual([
			signatureOf(SECOND_KEY, 'EVT0TESTVECTOR0001'),
			'not a signature',
		]);
	});

	it('without a key is a sentence, before anything is sent', async () => {
		bench.credential = await bench.engine.addCredential(bench.xi.url);
		const { items } = await run(orderEvent(), [{}, {}], GOES_ON);
		expect(jsonOf(items)).toEqual(
			[0, 1].map((item) => ({
				error: `'Webhook Secret Keys' in the credential is empty, so the event cannot be signed [item ${item}]`,
				details: expect.objectContaining({ item }),
			})),
		);
		expect(bench.xi.requests).toEqual([]);
		const own = await run(orderEvent({ signWith: 'text', signature: 'x' }));
		expect(own.error).toBeUndefined();
		expect(listener.received).toHaveLength(1);
	});

	it('with a key that is not there is a sentence too', async () => {
		const { error } = await run(orderEvent({ signWith: 'keyNumber', keyNumber: 3 }));
		expect(error?.message).toBe(
			"'Key Number' is 3, and 'Webhook Secret Keys' in the credential holds 2 [item 0]",
		);
		expect(bench.xi.requests).toEqual([]);
	});
});

describe('what is refused before it is sent', () => {
	it.each([
		[{ targetUrl: '={{ "" }}' }, "'Target URL' is empty"],
		[{ targetUrl: 'ftp://n8n.example/x' }, 'it must be an address that begins with https://'],
		[{ targetUrl: 'n8n.example/webhook' }, 'it must be an address that begins with https://'],
		[{ order: byNumber('RD128') }, '\'Order\' is "RD128"; it must be an Ingram Micro order number'],
		[{ defineEventBy: 'json', eventJson: '[1]' }, 'an object with named values is expected'],
		[{ defineEventBy: 'json', eventJson: '{' }, 'is not valid JSON'],
		[{ additionalFields: { eventTimeStamp: 'yesterday' } }, 'it must be a point in time such as'],
		[{ eventType: 'other', otherEventType: '={{ null }}' }, "'Other Event Type' is empty"],
		[{ operation: 'sendStockUpdateEvent', products: {} }, "'Products' is empty"],
	])('%j', async (parameters, sentence) => {
		const { error } = await run(orderEvent(parameters));
		expect(error?.message).toContain(sentence);
		expect(bench.xi.requests).toEqual([]);
	});

	it('an address that only this machine knows, unless the environment is Custom', async () => {
		bench.credential = await bench.engine.addCredential(bench.xi.url, {
			environment: 'sandbox',
			webhookSecretKeys: FIRST_KEY,
		});
		const { error } = await run(orderEvent({ targetUrl: 'http://localhost:5678/webhook-test/1' }));
		expect(error?.message).toContain(
			"'Target URL' leads to localhost, which Ingram Micro cannot reach",
		);
	});
});

describe('an event that does not arrive', () => {
	it('is XI’s error with what to do, and is not sent again', async () => {
		listener.answer = 404;
		const { items } = await run(orderEvent(), [{}], GOES_ON);
		expect(listener.received).toHaveLength(1);
		expect(bench.xi.requestsTo(ORDER_EVENT)).toHaveLength(1);
		expect(jsonOf(items)).toEqual([
			{
				error: expect.stringContaining('Some unexpected error occurred'),
				details: expect.objectContaining({
					reason: 'serverFault',
					status: 500,
					remedy: expect.stringContaining('could not deliver the event'),
				}),
			},
		]);
	});

	it('for which XI gives no answer is not sent again either', async () => {
		bench.xi.faults.add({ kind: 'commitThenReset', match: { endpoint: STOCK_EVENT } });
		const { items } = await run(stockEvent(), [{}], GOES_ON);
		expect(listener.received).toHaveLength(1);
		expect(jsonOf(items)).toEqual([
			{ error: expect.any(String), details: expect.objectContaining({ reason: 'interrupted' }) },
		]);
	});
});

it('an answer of XI’s in whatever words is a success, but no web page', async () => {
	const answer = (text: string) =>
		bench.xi.faults.add({
			kind: 'status',
			status: 200,
			body: text,
			match: { endpoint: ORDER_EVENT },
		});
	answer('OK');
	expect((await run(orderEvent())).items).toHaveLength(1);
	answer('<html>Sign in</html>');
	expect((await run(orderEvent())).error?.message).toContain('a web page instead of data');
});

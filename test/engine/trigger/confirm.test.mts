import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { INodeParameters } from 'n8n-workflow';

import { held, ORDER_DETAILS, ORDER_SEARCH, STOCKED } from '../orders/support.mts';
import { PRICES, useBench } from '../support.mts';
import {
	deliver,
	freshTrigger,
	itemsIn,
	KEY,
	post,
	shipped,
	stockOf,
	useTrigger,
} from './support.mts';
import { sign } from '../../../nodes/shared/xi/signature.ts';

const bench = useBench();
const trigger = useTrigger(bench);

const CONFIRM = { confirm: true };
const REFUSE = { confirm: true, options: { ifNotConfirmed: 'refuse', deadlineSeconds: 2 } };

it('of several events in one body lets go of those that Ingram Micro does not know, and of no other', async () => {
	const known = await held(bench, 'PO-SEVERAL');
	// Unsigned: a signature is of one ID.
	const host = await trigger.publish({ ...CONFIRM, verifySignature: false });
	const body = [shipped('zzz', known), shipped('aaa', '20-NOTYET')];
	const answers = await Promise.all([
		post(host.productionUrl, JSON.stringify(body)),
		post(host.productionUrl, JSON.stringify([shipped('zzz', known)])),
	]);
	expect(answers.map(({ status }) => status)).toEqual([200, 200]);
	expect(itemsIn(host).map(({ eventId }) => eventId)).toEqual(['zzz']);
	// What was left out may start when it is delivered again.
	const again = await post(host.productionUrl, JSON.stringify(shipped('aaa', known)));
	expect(again.status).toBe(200);
	expect(itemsIn(host).map(({ eventId }) => eventId)).toEqual(['zzz', 'aaa']);
});

describe('an order', () => {
	it('comes with what Ingram Micro itself says of it', async () => {
		const number = await held(bench, 'PO-CONFIRM');
		const host = await trigger.publish(CONFIRM);
		expect((await deliver(host.productionUrl, shipped('A', number))).status).toBe(200);
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({
				event: 'orderShipped',
				ingramOrderNumber: number,
				confirmed: true,
				current: expect.objectContaining({
					ingramOrderNumber: number,
					customerOrderNumber: 'PO-CONFIRM',
				}),
			}),
		]);
	});

	it('is asked for once, however many resources name it, and each line carries it', async () => {
		const number = await held(bench, 'PO-TWICE');
		const host = await trigger.publish({ ...CONFIRM, return: 'line' });
		const event = shipped('A', number);
		event.resource.push(...shipped('A', number).resource);
		await deliver(host.productionUrl, event);
		expect(itemsIn(host).map(({ confirmed, line }) => [confirmed, line])).toEqual([
			[true, expect.objectContaining({ ingramLineNumber: '001', quantityShipped: 0 })],
			[true, expect.objectContaining({ ingramLineNumber: '001', quantityShipped: 0 })],
		]);
		expect(bench.xi.requestsTo(ORDER_DETAILS)).toHaveLength(1);
	});

	it('of which Ingram Micro knows nothing starts nothing, though details answer 500', async () => {
		const host = await trigger.publish(REFUSE);
		const answer = await deliver(host.productionUrl, shipped('A', '20-FORGE'));
		expect(answer).toEqual({ status: 200, body: { message: 'Webhook call received' } });
		expect(host.executions).toEqual([]);
		expect(bench.xi.requestsTo(ORDER_DETAILS)).toHaveLength(1);
		expect(bench.xi.requestsTo(ORDER_SEARCH)).toHaveLength(1);
	});

	it('whose details answer 204, as Get Order has it, is unknown', async () => {
		bench.xi.faults.add({ kind: 'status', status: 204, match: { endpoint: ORDER_DETAILS } });
		const host = await trigger.publish(REFUSE);
		const answer = await deliver(host.productionUrl, shipped('A', await held(bench, 'PO-204')));
		expect(answer.status).toBe(200);
		expect(host.executions).toEqual([]);
		expect(bench.xi.requestsTo(ORDER_SEARCH)).toEqual([]);
	});

	it('does not keep the genuine event of the same ID from starting later', async () => {
		const number = await held(bench, 'PO-GENUINE');
		const host = await trigger.publish(CONFIRM);
		await deliver(host.productionUrl, shipped('A', '20-FORGE'));
		await deliver(host.productionUrl, shipped('A', number));
		expect(itemsIn(host).map(({ ingramOrderNumber }) => ingramOrderNumber)).toEqual([number]);
	});

	it.each(['../../catalog', '20-A/../../B', 'x'.repeat(500), '', '%2e%2e', '20 30'])(
		'named %j is not even asked for',
		async (number) => {
			const host = await trigger.publish(CONFIRM);
			expect((await deliver(host.productionUrl, shipped('A', number))).status).toBe(200);
			expect(host.executions).toEqual([]);
			expect(bench.xi.requests).toEqual([]);
		},
	);

	it('a changed body behind a valid signature brings Ingram Micro’s values, or nothing', async () => {
		const number = await held(bench, 'PO-CHANGED');
		const host = await trigger.publish(CONFIRM);
		const signature = sign(KEY, 'CAPTURED');
		const forged = shipped('CAPTURED', number, {
			customerOrderNumber: 'PO-OF-THE-FORGER',
			lines: [{ ingramPartNumber: 'GOLD', shippedQuantity: 987_654 }],
		});
		await deliver(host.productionUrl, forged, signature);
		const [{ current, confirmed }] = itemsIn(host);
		expect(confirmed).toBe(true);
		expect(current).toMatchObject({ customerOrderNumber: 'PO-CHANGED' });
		expect(JSON.stringify(current)).not.toMatch(/GOLD|FORGER|987654/);
	});

	it('known, but with details out of order, is not confirmed', async () => {
		const number = await held(bench, 'PO-KNOWN');
		bench.xi.faults.add({
			kind: 'status',
			status: 500,
			match: { endpoint: ORDER_DETAILS },
			times: Infinity,
		});
		const host = await trigger.publish(CONFIRM);
		await deliver(host.productionUrl, shipped('A', number));
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({
				ingramOrderNumber: number,
				confirmed: false,
				confirmationNote: expect.stringContaining('Ingram Micro could not be asked'),
			}),
		]);
		expect(itemsIn(host)[0]).not.toHaveProperty('current');
	});
});

describe('when Ingram Micro cannot be asked', () => {
	it('the workflow starts in time, and the item says why it is not confirmed', async () => {
		bench.xi.faults.add({ kind: 'hang', match: { endpoint: ORDER_DETAILS }, times: Infinity });
		const host = await trigger.publish({ confirm: true, options: { deadlineSeconds: 1 } });
		const begun = Date.now();
		const answer = await deliver(host.productionUrl, shipped('A'));
		expect(answer.status).toBe(200);
		expect(Date.now() - begun).toBeLessThan(8_000);
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({ confirmed: false, confirmationNote: expect.any(String) }),
		]);
	});

	it('or the delivery is refused with 503, and runs when it comes again', async () => {
		const number = await held(bench, 'PO-LATER');
		bench.xi.faults.add({ kind: 'hang', match: { endpoint: ORDER_DETAILS }, times: Infinity });
		const host = await trigger.publish(REFUSE);
		const refused = await deliver(host.productionUrl, shipped('A', number));
		expect(refused.status).toBe(503);
		expect(host.executions).toEqual([]);
		expect(host.stored).toBe('{}');

		bench.xi.faults.clear();
		expect((await deliver(host.productionUrl, shipped('A', number))).status).toBe(200);
		expect(itemsIn(host)).toEqual([expect.objectContaining({ confirmed: true })]);
	});

	it('four deliveries at once: none is taken for a repeat of one that was refused', async () => {
		const number = await held(bench, 'PO-FOUR');
		bench.xi.faults.add({ kind: 'hang', match: { endpoint: ORDER_DETAILS }, times: 2 });
		const host = await trigger.publish(REFUSE);
		const answers = await Promise.all(
			[1, 2, 3, 4].map(() => deliver(host.productionUrl, shipped('A', number))),
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 503, 503]);
		expect(host.executions).toHaveLength(1);
	});

	it('killed while it asks: nothing is remembered, and the event runs when it comes again', async () => {
		const number = await held(bench, 'PO-KILLED');
		bench.xi.faults.add({ kind: 'hang', match: { endpoint: ORDER_DETAILS }, times: 1 });
		const host = await trigger.publish(CONFIRM);
		const cut = deliver(host.productionUrl, shipped('A', number)).catch(() => undefined);
		while (bench.xi.requestsTo(ORDER_DETAILS).length === 0) {
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		await host.kill();
		expect(await cut).toBeUndefined();
		await host.startAgain(freshTrigger());
		await deliver(host.productionUrl, shipped('A', number));
		expect(itemsIn(host)).toEqual([expect.objectContaining({ confirmed: true })]);
	});
});

describe('stock', () => {
	it('up to 50 products are confirmed with one call; an unknown one is left out', async () => {
		const known = bench.xi.products.slice(0, 49).map(({ ingramPartNumber }) => ingramPartNumber);
		const host = await trigger.publish(CONFIRM);
		await deliver(host.productionUrl, stockOf('A', [...known, 'ZZZZZZ']));
		const items = itemsIn(host);
		expect(items).toHaveLength(49);
		expect(items.every(({ confirmed }) => confirmed === true)).toBe(true);
		expect(
			items.map(({ current }) => (current as { ingramPartNumber: string }).ingramPartNumber),
		).toEqual(known);
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(1);
	});

	it('above 50 no item is confirmed, and each says why; the delivery is not refused for it', async () => {
		const skus = Array.from({ length: 51 }, (_, position) => `SKU${position}`);
		const host = await trigger.publish(REFUSE);
		expect((await deliver(host.productionUrl, stockOf('A', skus))).status).toBe(200);
		const items = itemsIn(host);
		expect(items).toHaveLength(51);
		expect(items[50]).toMatchObject({
			confirmed: false,
			confirmationNote: 'The event is about 51 products, and Ingram Micro tells at most 50 at once',
		});
		expect(bench.xi.requests).toEqual([]);
	});
});

describe('events of which there is nothing to read back', () => {
	const base = { eventId: 'A', topic: 'resellers/orders', event: 'im::created' };
	it.each([
		['asyncOrderFailed', { eventType: 'IM::async_order_create', resource: {} }],
		['quoteFailed', { eventType: 'IM::quote_create', resource: { message: 'No' } }],
		['other', { eventType: 'IM::brand_new', resource: {} }],
	])('%s starts the workflow, not confirmed', async (event, more) => {
		const host = await trigger.publish(REFUSE);
		expect((await deliver(host.productionUrl, { ...base, ...more })).status).toBe(200);
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({ event, confirmed: false, confirmationNote: expect.any(String) }),
		]);
		expect(bench.xi.requests).toEqual([]);
	});
});

describe('an asynchronous order', () => {
	const result = (...numbers: string[]) => ({
		eventId: 'A',
		eventType: 'IM::async_order_create',
		resource: { orders: numbers.map((ingramOrderNumber) => ({ ingramOrderNumber })) },
	});

	it('that became two orders comes with both', async () => {
		const numbers = [await held(bench, 'PO-1'), await held(bench, 'PO-2')];
		const host = await trigger.publish(CONFIRM);
		await deliver(host.productionUrl, result(...numbers));
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({
				event: 'asyncOrderCreated',
				confirmed: true,
				current: {
					orders: numbers.map((ingramOrderNumber) =>
						expect.objectContaining({ ingramOrderNumber }),
					),
				},
			}),
		]);
	});

	it('of which Ingram Micro knows a part only is not confirmed', async () => {
		const number = await held(bench, 'PO-1');
		const host = await trigger.publish(CONFIRM);
		await deliver(host.productionUrl, result(number, '20-FORGE'));
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({
				confirmed: false,
				confirmationNote: 'Ingram Micro does not know the order 20-FORGE',
			}),
		]);
	});
});

/** A stand-in for the quote calls of XI: one quote, and for all others the status in their number, or 400. */
describe('a quote', () => {
	const QUOTE = { quoteNumber: 'QUO-2032566-X1Y2Z3', quoteName: 'Laptops' };
	const asked: string[] = [];
	const xi = createServer((request, response) => {
		const url = new URL(request.url ?? '', 'http://xi');
		const answer = (status: number, body: unknown) => {
			response.writeHead(status, { 'Content-Type': 'application/json' });
			response.end(JSON.stringify(body));
		};
		if (url.pathname.startsWith('/oauth')) {
			return answer(200, { access_token: 't', token_type: 'Bearer', expires_in: '86400' });
		}
		asked.push(url.pathname);
		if (url.pathname.endsWith(`/quotes/${QUOTE.quoteNumber}`)) return answer(200, QUOTE);
		if (url.pathname.endsWith('/quotes/search')) return answer(404, {});
		const status = Number(/QUO-(\d{3})$/.exec(url.pathname)?.[1] ?? 400);
		return answer(status, status === 204 ? undefined : { errors: [] });
	});
	beforeAll(async () => {
		await new Promise<void>((resolve) => xi.listen(0, '127.0.0.1', resolve));
	});
	afterAll(() => xi.close());
	beforeEach(() => {
		asked.length = 0;
	});

	const published = async (parameters: INodeParameters) => {
		const host = await trigger.host(parameters);
		const { port } = xi.address() as AddressInfo;
		const { id, name } = await bench.engine.addCredential(`http://127.0.0.1:${port}`, {
			webhookSecretKeys: KEY,
		});
		host.useCredential({ id, name });
		return host;
	};
	const created = (eventId: string, quoteNumber: string) => ({
		eventId,
		eventType: 'im::quote_create',
		resource: { quoteNumber },
	});

	it.each([204, 404])(
		'whose details answer %i, as Get Quote has it, is unknown',
		async (status) => {
			const host = await published(REFUSE);
			const answer = await deliver(host.productionUrl, created('A', `QUO-${status}`));
			expect(answer.status).toBe(200);
			expect(host.executions).toEqual([]);
			expect(asked).toEqual([`/resellers/v6/quotes/QUO-${status}`]);
		},
	);

	it('comes with what Ingram Micro says of it, and an unknown one starts nothing', async () => {
		const host = await published(CONFIRM);
		await deliver(host.productionUrl, created('A', QUOTE.quoteNumber));
		const unknown = await deliver(host.productionUrl, created('B', 'QUO-1'));
		expect(unknown.status).toBe(200);
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({ event: 'quoteCreated', confirmed: true, current: QUOTE }),
		]);
		expect(asked).toEqual([
			'/resellers/v6/quotes/QUO-2032566-X1Y2Z3',
			'/resellers/v6/quotes/QUO-1',
			'/resellers/v6/quotes/search',
		]);
	});
});

it('unverified deliveries can be confirmed all the same', async () => {
	const number = await held(bench, 'PO-OPEN');
	const host = await trigger.publish({ ...CONFIRM, verifySignature: false });
	const both = [shipped('A', '20-FORGE'), shipped('B', number), stockOf('C', [STOCKED])];
	expect((await post(host.productionUrl, JSON.stringify(both))).status).toBe(200);
	expect(itemsIn(host).map(({ eventId, confirmed }) => [eventId, confirmed])).toEqual([
		['B', true],
		['C', true],
	]);
});

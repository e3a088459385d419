import type { INodeParameters } from 'n8n-workflow';

import { CREATE_PO_ASYNC, DIRECT, jsonOf, linesOf, STOCKED, UNKNOWN } from '../orders/support.mts';
import { CREATE_NAMED, productsOf, quotesOf } from '../quotes/support.mts';
import { useBench } from '../support.mts';
import { itemsIn, KEY, useTrigger } from './support.mts';
import type { WebhookHost } from '../webhooks.mts';

/** What becomes of orders and quotes shows only once time is moved on. */
const SECONDS = 60;

const bench = useBench({
	products: 0,
	asyncOrderDelaySeconds: SECONDS,
	quoteDelaySeconds: SECONDS,
});
const trigger = useTrigger(bench);
const runQuotes = quotesOf(bench);

/** A published workflow whose address is set up at Ingram Micro. */
async function hooked(parameters: INodeParameters = { confirm: true }): Promise<WebhookHost> {
	const host = await trigger.publish(parameters);
	bench.xi.webhooks.add({ url: host.productionUrl, secret: KEY });
	return host;
}

/** Lets Ingram Micro do what it has taken on, and tell of it. */
async function later(): Promise<void> {
	bench.xi.advanceTime(SECONDS);
	await bench.xi.webhooks.settled();
	expect(bench.xi.webhooks.deliveries.map(({ state }) => state)).not.toContain('waiting');
}

describe('an order that is created asynchronously', () => {
	const order = async (po: string, ...parts: string[]): Promise<unknown> => {
		const { items, error } = await bench.runOrders(
			{ ...CREATE_PO_ASYNC, lines: linesOf(...parts) },
			[{ po }],
		);
		expect(error).toBeUndefined();
		return items[0].json.confirmationNumber;
	};

	it('starts the workflow when it was placed, with what Ingram Micro says of it', async () => {
		const host = await hooked();
		await order('PO-1', STOCKED);
		expect(bench.xi.webhooks.deliveries).toEqual([]);
		await later();
		const [{ ingramOrderNumber }] = bench.xi.orders;
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({
				event: 'asyncOrderCreated',
				customerOrderNumber: 'PO-1',
				orders: [expect.objectContaining({ ingramOrderNumber })],
				confirmed: true,
				current: expect.objectContaining({ ingramOrderNumber, customerOrderNumber: 'PO-1' }),
			}),
		]);
	});

	it('that Ingram Micro splits is one item with all of its parts, or a row a line', async () => {
		const host = await hooked({ confirm: true, return: 'line' });
		await order('PO-1', STOCKED, DIRECT);
		await later();
		const items = itemsIn(host);
		expect(items.map(({ event, confirmed }) => [event, confirmed])).toEqual([
			['asyncOrderCreated', true],
			['asyncOrderCreated', true],
		]);
		expect(items.map(({ line }) => line)).toEqual([
			expect.objectContaining({ ingramPartNumber: STOCKED }),
			expect.objectContaining({ ingramPartNumber: DIRECT }),
		]);
	});

	it('that cannot be placed starts the workflow as a failure, not confirmed', async () => {
		const host = await hooked();
		await order('PO-BAD', UNKNOWN);
		await later();
		expect(bench.xi.orders).toEqual([]);
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({
				event: 'asyncOrderFailed',
				customerOrderNumber: 'PO-BAD',
				orders: [],
				confirmed: false,
				confirmationNote: expect.any(String),
			}),
		]);
	});

	it('is told of apart from those that failed, where only one kind is chosen', async () => {
		const good = await hooked({ triggerOn: ['asyncOrderCreated'] });
		const bad = await hooked({ triggerOn: ['asyncOrderFailed'] });
		await order('PO-1', STOCKED);
		await order('PO-BAD', UNKNOWN);
		await later();
		const pos = (host: WebhookHost) => itemsIn(host).map((item) => item.customerOrderNumber);
		expect([pos(good), pos(bad)]).toEqual([['PO-1'], ['PO-BAD']]);
	});
});

describe('a quote that is created', () => {
	const quote = async (name: string, ...parts: string[]): Promise<string> => {
		const { items, error } = await runQuotes({ ...CREATE_NAMED, products: productsOf(...parts) }, [
			{ name },
		]);
		expect(error).toBeUndefined();
		return jsonOf(items)[0].quoteNumber as string;
	};

	it('starts the workflow when it is ready, with what Ingram Micro says of it', async () => {
		const host = await hooked();
		const quoteNumber = await quote('Laptops', 'DF4128');
		expect(bench.xi.webhooks.deliveries).toEqual([]);
		await later();
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({
				event: 'quoteCreated',
				quoteNumber,
				quoteName: 'Laptops',
				confirmed: true,
				current: expect.objectContaining({ quoteNumber, quoteName: 'Laptops' }),
			}),
		]);
	});

	it('and fails starts the workflow with the reason, not confirmed', async () => {
		const host = await hooked();
		await quote('Nothing', 'DF4128', UNKNOWN);
		await later();
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({
				event: 'quoteFailed',
				reason: expect.any(String),
				message: expect.any(String),
				confirmed: false,
				confirmationNote: expect.any(String),
			}),
		]);
	});
});

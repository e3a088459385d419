import { addRecipeNodes } from '../recipeNodes.mts';
import { CREATE_PO_ASYNC, jsonOf, linesOf, STOCKED, UNKNOWN } from '../orders/support.mts';
import { useBench } from '../support.mts';
import type { WebhookHost } from '../webhooks.mts';
import { itemsIn, KEY, useTrigger } from './support.mts';

/** Orders are made, and told of, once time is moved on. */
const SECONDS = 60;

const bench = useBench({ products: 0, asyncOrderDelaySeconds: SECONDS });
const trigger = useTrigger(bench);
beforeAll(() => addRecipeNodes(bench.engine));

const send = async (po: string, part = STOCKED): Promise<void> => {
	const { error } = await bench.runOrders({ ...CREATE_PO_ASYNC, lines: linesOf(part) }, [{ po }]);
	expect(error).toBeUndefined();
};

const resultOf = async (po: string) => {
	const { items } = await bench.runOrders(
		{ operation: 'getResult', customerOrderNumber: '={{ $json.po }}' },
		[{ po }],
	);
	return jsonOf(items).map(({ outcome }) => outcome);
};

/** What comes out of a node, in all executions. */
async function rowsOf(host: WebhookHost, node: string) {
	const runs = await Promise.all(host.executions.map(async ({ run }) => await run));
	return runs.flatMap(({ data: { resultData } }) => {
		expect(resultData.error).toBeUndefined();
		return (resultData.runData[node] ?? []).flatMap(({ data }) => jsonOf(data?.main[0] ?? []));
	});
}

async function later(): Promise<void> {
	bench.xi.advanceTime(SECONDS);
	await bench.xi.webhooks.settled();
}

describe('the result of an asynchronous order', () => {
	it('goes on by its PO, once the event comes, however late', async () => {
		const host = await trigger.example('async-order-events');
		bench.xi.webhooks.add({ url: host.productionUrl, secret: KEY });
		await send('PO-1');
		expect(await resultOf('PO-1')).toEqual(['pending']);
		expect(itemsIn(host)).toEqual([]);
		await later();
		expect(await rowsOf(host, 'Update by PO')).toMatchObject([
			{ outcome: 'created', customerOrderNumber: 'PO-1' },
		]);
		expect(await rowsOf(host, 'Tell Somebody the Reasons')).toEqual([]);
	});

	it('is a failure with its reasons by the event alone, and pending by a search', async () => {
		const host = await trigger.example('async-order-events');
		bench.xi.webhooks.add({ url: host.productionUrl, secret: KEY });
		await send('PO-1', UNKNOWN);
		await later();
		expect(await resultOf('PO-1')).toEqual(['pending']);
		expect(await rowsOf(host, 'Update by PO')).toEqual([]);
		expect(await rowsOf(host, 'Tell Somebody the Reasons')).toMatchObject([
			{ event: 'asyncOrderFailed', customerOrderNumber: 'PO-1' },
		]);
	});

	it('is one result where its event is delivered twice', async () => {
		const host = await trigger.example('async-order-events');
		for (const _ of [1, 2]) bench.xi.webhooks.add({ url: host.productionUrl, secret: KEY });
		await send('PO-1');
		await later();
		expect(bench.xi.webhooks.deliveries).toHaveLength(2);
		const rows = await rowsOf(host, 'Update by PO');
		const numbers = new Set(rows.map(({ ingramOrderNumber }) => ingramOrderNumber));
		expect([...numbers]).toEqual([bench.xi.orders[0].ingramOrderNumber]);
	});

	it('is found by a search where the event never comes', async () => {
		await send('PO-1');
		await later();
		expect(await resultOf('PO-1')).toEqual(['created']);
	});
});

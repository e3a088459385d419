import { byNumber, CREATE_PO, jsonOf, linesOf, STOCKED } from '../orders/support.mts';
import { useBench } from '../support.mts';
import { itemsIn, KEY, useTrigger } from './support.mts';
import type { WebhookHost } from '../webhooks.mts';

const bench = useBench({ products: 0 });
const trigger = useTrigger(bench);

/** Three pieces of a product; the number of their order. */
async function ordered(po: string): Promise<string> {
	const { line } = linesOf(STOCKED);
	const lines = { line: line.map((one) => ({ ...one, quantity: 3 })) };
	const { items } = await bench.runOrders({ ...CREATE_PO, lines }, [{ po }]);
	return items[0].json.ingramOrderNumber as string;
}

/** What the last node of the example gives, in all executions. */
async function rowsOf(host: WebhookHost) {
	const runs = await Promise.all(host.executions.map(async ({ run }) => await run));
	return runs.flatMap(({ data: { resultData } }) => {
		expect(resultData.error).toBeUndefined();
		const [task] = resultData.runData['One Row a Serial Number'] ?? [];
		return jsonOf(task.data?.main[0] ?? []);
	});
}

it('the example gives one row a serial and tracking number once Ingram Micro ships', async () => {
	const host = await trigger.example('order-shipped');
	bench.xi.webhooks.add({ url: host.productionUrl, secret: KEY });
	const orderNumber = await ordered('PO-1');
	const another = await ordered('PO-2');
	bench.xi.orderSteps.ship(orderNumber);
	await bench.xi.webhooks.settled();

	expect(bench.xi.webhooks.deliveries).toEqual([
		expect.objectContaining({ event: 'order_shipped', state: 'delivered', status: 200 }),
	]);
	expect(itemsIn(host)).toEqual([expect.objectContaining({ ingramOrderNumber: orderNumber })]);
	const { items: raw } = await bench.runOrders(
		{ operation: 'get', order: byNumber(orderNumber), return: 'parcels', output: 'raw' },
		[{}],
	);
	const { parcel, carrier } = raw[0].json as {
		parcel: { trackingNumber: string; serialNumbers: Array<{ serialNumber: string }> };
		carrier: { carrierName: string };
	};
	expect(new Set(parcel.serialNumbers.map(({ serialNumber }) => serialNumber)).size).toBe(3);
	const rows = parcel.serialNumbers.map(({ serialNumber }) => ({
		ingramOrderNumber: orderNumber,
		customerOrderNumber: 'PO-1',
		ingramPartNumber: STOCKED,
		serialNumber,
		trackingNumber: parcel.trackingNumber,
		carrierName: carrier.carrierName,
	}));
	expect(await rowsOf(host)).toEqual(rows);

	bench.xi.orderSteps.ship(another);
	await bench.xi.webhooks.settled();
	expect(itemsIn(host).map((item) => item.ingramOrderNumber)).toEqual([orderNumber, another]);
	expect(await rowsOf(host)).toHaveLength(6);
});

it('the example does not run where the hook has another key, or the delivery comes again', async () => {
	const host = await trigger.example('order-shipped');
	const wrong = bench.xi.webhooks.add({ url: host.productionUrl, secret: 'another key' });
	bench.xi.orderSteps.ship(await ordered('PO-1'));
	await bench.xi.webhooks.settled();
	expect(bench.xi.webhooks.deliveries.map(({ state, status }) => [state, status])).toEqual([
		['waiting', 401],
	]);
	expect(host.executions).toEqual([]);

	bench.xi.webhooks.remove(wrong.id);
	bench.xi.webhooks.add({ url: host.productionUrl, secret: KEY });
	bench.xi.orderSteps.ship(await ordered('PO-2'));
	await bench.xi.webhooks.settled();
	const { id } = bench.xi.webhooks.deliveries[1];
	expect(await bench.xi.webhooks.replay(id)).toMatchObject({ state: 'delivered', status: 200 });
	expect(await rowsOf(host)).toHaveLength(3);
});

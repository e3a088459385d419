import { useBench } from '../support.mts';

const CREATE = '/resellers/v6/orders';
const SEARCH = '/resellers/v6/orders/search';
const goesOn = { onError: 'continueRegularOutput' } as const;

const bench = useBench();

const order = (quantity: number, more: Record<string, unknown> = {}) => ({
	operation: 'create',
	customerOrderNumber: 'PO-1',
	lines: {
		line: [
			{
				ingramPartNumber: { __rl: true, mode: 'ingramPartNumber', value: '123512' },
				quantity,
			},
		],
	},
	options: { lookSeconds: 0 },
	...more,
});
const posts = () => bench.xi.requestsTo(CREATE).filter(({ method }) => method === 'POST');

it('does not take an order of today with other pieces for the one that was lost', async () => {
	await bench.runOrders(order(1), [{}]);
	bench.xi.faults.add({ kind: 'reset', match: { endpoint: CREATE } });
	const { items } = await bench.runOrders(order(50), [{}], goesOn);
	expect(items[0].json.error).toMatch(
		/^It is not known what became of PO PO-1: .* Ingram Micro has PO PO-1 → 20-\w+, which may be it: 123512 × 1, not × 50\. /,
	);
	expect(items[0].json.details).toMatchObject({ reason: 'unknown' });

	bench.xi.faults.add({ kind: 'reset', match: { endpoint: CREATE } });
	const again = await bench.runOrders(order(50, { ifOrderExists: 'return' }), [{}], goesOn);
	expect(again.items[0].json.outcome).toBe('already there');
	expect(bench.xi.orders).toHaveLength(1);
});

it.each([
	['Preview Only', { previewOnly: '={{ $json.none }}' }],
	['Maximum Order Total', { checkBeforeOrdering: { maxOrderTotal: '={{ $json.none }}' } }],
	['Create on Customer Hold', { onCustomerHold: '={{ $json.none }}' }],
])('refuses an expression that gives nothing for %s, and sends nothing', async (name, more) => {
	const { items } = await bench.runOrders(order(1, more), [{}], goesOn);
	expect(items[0].json.error).toContain(`'${name}'`);
	expect(items[0].json.error).toContain('is empty');
	expect(bench.xi.requests).toEqual([]);
});

it('never calls an order refused that an earlier try of the execution may have placed', async () => {
	bench.xi.faults.add({ kind: 'commitThenReset', match: { endpoint: CREATE } });
	bench.xi.faults.add({
		kind: 'status',
		status: 204,
		times: Infinity,
		match: { endpoint: SEARCH },
	});
	const { items } = await bench.runOrders(order(1), [{}], {
		...goesOn,
		retryOnFail: true,
		maxTries: 2,
		waitBetweenTries: 0,
	});
	expect(bench.xi.orders).toHaveLength(1);
	expect(posts().map(({ status }) => status)).toEqual([undefined, 400]);
	expect(items[0].json.details).toMatchObject({ reason: 'unknown' });
});

it('names the lost call, and not a look, when it stays unknown', async () => {
	bench.xi.faults.add({ kind: 'reset', match: { endpoint: CREATE } });
	const { items } = await bench.runOrders(order(1), [{}], goesOn);
	expect(items[0].json.details).toMatchObject({
		reason: 'unknown',
		endpoint: `POST ${CREATE}`,
		correlationId: posts()[0].headers['im-correlationid'],
	});
});

it.each([
	['without an order', 201, { orders: [{}] }],
	['of someone who gave up waiting', 408, {}],
])('looks for the order after an answer %s', async (_, status, body) => {
	bench.xi.faults.add({ kind: 'commitThenStatus', status, body, match: { endpoint: CREATE } });
	const { items } = await bench.runOrders(order(1), [{}], goesOn);
	expect(items[0].json).toMatchObject({
		outcome: 'already there',
		ingramOrderNumber: bench.xi.orders[0].ingramOrderNumber,
	});
});

import { setTimeout } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';

import { pairedWith, useBench } from '../support.mts';
import {
	CREATE_ASYNC,
	CREATE_PO,
	CREATE_PO_ASYNC,
	DUPLICATE,
	GOES_ON,
	held,
	jsonOf,
	linesOf,
	ORDER_SEARCH,
	STOCKED,
	UNKNOWN,
} from './support.mts';

const RESULT: INodeParameters = {
	operation: 'getResult',
	customerOrderNumber: '={{ $json.po }}',
};
const WAITED = { ...CREATE_PO_ASYNC, waitForIt: 1 };
const LONG = 40_000;

const pos = (count: number) => Array.from({ length: count }, (_, i) => ({ po: `PO-${i + 1}` }));
/** Requests in the order in which they came, by method and kind. */
const callsOf = (requests: ReadonlyArray<{ method: string; endpoint?: string }>): string[] =>
	requests.flatMap(({ method, endpoint }) =>
		endpoint === CREATE_ASYNC ? [method] : endpoint === ORDER_SEARCH ? ['search'] : [],
	);

describe('an asynchronous order that is waited for', () => {
	const bench = useBench({ products: 200, asyncOrderDelaySeconds: 2 });
	const ordersOf = (po: string) =>
		bench.xi.orders.filter(({ customerOrderNumber }) => customerOrderNumber === po);

	it(
		'is sent and answered by one node, ten at once: all are sent before any is waited for',
		async () => {
			const { items, error } = await bench.runOrders(WAITED, pos(10));
			expect(error).toBeUndefined();
			expect(items.map((item) => [item.json.outcome, pairedWith(item)])).toEqual(
				pos(10).map((_, item) => ['created', item]),
			);
			for (const [item, { po }] of pos(10).entries()) {
				const [order, ...more] = ordersOf(po);
				expect(more).toEqual([]);
				expect(items[item].json.ingramOrderNumber).toBe(order.ingramOrderNumber);
			}
			const calls = callsOf(bench.xi.requests);
			const sent = calls.lastIndexOf('POST') + 1;
			// One search before each is sent, and at most a few rounds of them afterwards.
			expect(calls.slice(0, sent)).toHaveLength(20);
			expect(calls.length - sent).toBeLessThanOrEqual(30);
		},
		LONG,
	);

	it.each([
		['before a search shows it', 1_500],
		['after that', 4_000],
	])(
		'was waited for by an execution that was stopped: run again %s, it is there once',
		async (_, afterMs) => {
			const stopped = bench.runOrders(WAITED, pos(10), { stopAfterMs: 1_200 });
			await expect(stopped.then(({ error }) => error)).resolves.toBeDefined();
			expect(bench.xi.requestsTo(CREATE_ASYNC)).toHaveLength(10);
			await setTimeout(afterMs - 1_200);
			const again = await bench.runOrders({ ...WAITED, ifOrderExists: 'return' }, pos(10));
			expect(again.error).toBeUndefined();
			expect(again.items).toHaveLength(10);
			for (const [item, { po }] of pos(10).entries()) {
				expect(ordersOf(po)).toHaveLength(1);
				expect(again.items[item].json.ingramOrderNumber).toBe(ordersOf(po)[0].ingramOrderNumber);
			}
		},
		LONG,
	);
});

describe('Get Order Result', () => {
	const bench = useBench({ products: 200, asyncOrderDelaySeconds: 0 });
	const one = async (parameters: INodeParameters, po = 'PO-1') =>
		await bench.runOrders({ ...RESULT, ...parameters }, [{ po }]);

	it('is pending, with since when, and says where reasons come from', async () => {
		const before = new Date().toISOString();
		const { items, error } = await one({});
		expect(error).toBeUndefined();
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({ outcome: 'pending', customerOrderNumber: 'PO-1' }),
		]);
		expect((items[0].json.pendingSince as string) >= before).toBe(true);
		expect(items[0].json.problem).toContain('as an event of the trigger node alone');
		expect(bench.xi.requestsTo(ORDER_SEARCH)).toHaveLength(1);
	});

	it('stays pending where an order has failed, which no search shows', async () => {
		await bench.runOrders({ ...CREATE_PO_ASYNC, lines: linesOf(UNKNOWN) }, [{ po: 'PO-1' }]);
		const { items } = await one({});
		expect(items[0].json.outcome).toBe('pending');
	});

	it('is created, with the order', async () => {
		await bench.runOrders(CREATE_PO_ASYNC, [{ po: 'PO-1' }]);
		const { items } = await one({ return: 'lines' });
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({
				outcome: 'created',
				ingramPartNumber: STOCKED,
				lineRejected: false,
			}),
		]);
	});

	it.each(['dead', 'deadParts', 'deadLines'] as const)('is failed where it is %s', async (fate) => {
		bench.xi.quirks.orderFates = { 'PO-': fate };
		await bench.runOrders(CREATE_PO_ASYNC, [{ po: 'PO-1' }]);
		const { items, error } = await one({});
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ outcome: 'failed' });
		expect(items[0].json.problem).toContain('REJECTED');
	});

	it.each(['order', 'lines'])(
		'is not created by a dead order beside it: one item a %s',
		async (kind) => {
			const orderPo = { __rl: true, mode: 'customerOrderNumber', value: 'PO-1' };
			const dead = await held(bench, 'PO-1');
			const cancelled = await bench.runOrders({ operation: 'cancel', order: orderPo }, [{}]);
			expect(cancelled.error).toBeUndefined();
			const alive = await bench.runOrders({ ...CREATE_PO, ...DUPLICATE }, [{ po: 'PO-1' }]);
			const number = alive.items[0].json.ingramOrderNumber as string;
			for (const output of ['simplified', 'raw']) {
				const { items, error } = await one({ return: kind, options: { output } });
				expect(error).toBeUndefined();
				const problem = expect.stringMatching(
					new RegExp(
						`^order ${dead} has the status "Cancel.*"\\. Alive under the same PO: ${number}$`,
						'i',
					),
				);
				expect(
					items.map(({ json }) => [json.outcome, json.ingramOrderNumber, json.problem]),
				).toEqual([
					['created', number, undefined],
					['failed', dead, problem],
				]);
			}
		},
	);

	it('tells each item by itself, and one that cannot be looked at as an error', async () => {
		await bench.runOrders(CREATE_PO_ASYNC, [{ po: 'PO-1' }]);
		bench.xi.faults.add({
			kind: 'status',
			status: 400,
			match: { endpoint: ORDER_SEARCH, after: 1 },
		});
		const { items } = await bench.runOrders(RESULT, pos(3), GOES_ON);
		expect(items).toHaveLength(3);
		expect(items[0].json.outcome).toBe('created');
		expect(items.filter(({ json }) => json.outcome === 'pending')).toHaveLength(1);
	});

	it('is the same for two orders of one number, and leaves out older ones on request', async () => {
		bench.xi.addOrders(1, { prefix: 'PO-', from: new Date('2026-01-05T00:00:00Z') });
		expect((await one({})).items[0].json.outcome).toBe('created');
		const { items } = await one({ additionalFields: { sentOn: '2026-11-20T00:00:00' } });
		expect(items[0].json).toMatchObject({
			outcome: 'pending',
			pendingSince: '2026-11-20T00:00:00.000Z',
		});
	});

	it.each([
		[
			{ waitForIt: 61 },
			'\'Wait for It (Minutes)\' is "61"; it must be a whole number from 0 to 60',
		],
		[{ customerOrderNumber: '={{ "" }}' }, "'Customer Order Number' is empty"],
		[
			{ additionalFields: { sentOn: '2126-11-20' } },
			"'Sent On' is 2126-11-20, and nothing can have been sent on a day to come",
		],
	])('refuses %j', async (parameters, message) => {
		const { error } = await one(parameters);
		expect(error?.message).toContain(message);
		expect(bench.xi.requests).toEqual([]);
	});
});

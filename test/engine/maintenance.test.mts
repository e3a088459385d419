import { DAY, later, MORNING, NIGHT, setClock, useMovedClock } from './movedClock.mts';
import {
	CREATE,
	CREATE_ASYNC,
	CREATE_PO,
	CREATE_PO_ASYNC,
	GOES_ON,
	ORDER_SEARCH,
} from './orders/support.mts';
import { ORDER_LEGACY, orderOf, PLAIN, QUOTES } from './quotes/orderSupport.mts';
import { PRICES, runnerOf, SEARCH, useBench } from './support.mts';

/*
 * What the hours of Ingram Micro's maintenance change. The clock is moved into them, and on when
 * somebody waits.
 */

const bench = useBench({ products: 20 });
useMovedClock();

const WAIT = { duringMaintenance: 'wait' };
const search = (options = {}) => ({ operation: 'getMany', returnAll: false, limit: 5, options });
const order = (options = {}) => ({ ...CREATE_PO, options: { lookSeconds: 0, ...options } });
const PO = [{ po: 'PO-1' }];
const down = (endpoint: string, times = Infinity, kind: 'maintenance' | 'reset' = 'maintenance') =>
	bench.xi.faults.add({ match: { endpoint }, kind, times });

describe('a call that fails in the hours of the maintenance', () => {
	it.each([
		['certainly', NIGHT, false, '2026-12-01T12:00:00.000Z', 'is on'],
		[
			'probably, before',
			'2026-12-01T06:30:00Z',
			true,
			'2026-12-01T12:00:00.000Z',
			'is probably on',
		],
		[
			'probably, behind',
			'2026-12-01T12:30:00Z',
			true,
			'2026-12-01T13:00:00.000Z',
			'is probably on',
		],
	])('is told so, with its end: %s', async (_, time, probably, retryAt, words) => {
		setClock(time);
		down(SEARCH);
		const { items } = await bench.run(search(), [{}], GOES_ON);
		expect(items[0].json).toMatchObject({
			error: expect.stringContaining(`maintenance for North America ${words}`),
			details: { reason: 'maintenance', probably, retryAt },
		});
	});

	it('also if the connection breaks', async () => {
		setClock(NIGHT);
		down(SEARCH, Infinity, 'reset');
		const { items } = await bench.run(search(), [{}], GOES_ON);
		expect(items[0].json).toMatchObject({ details: { reason: 'maintenance' } });
	});

	it.each([
		['by day', DAY, 'US'],
		['where no hours are known', NIGHT, 'DE'],
	])('is what it was: %s', async (_, time, countryCode) => {
		setClock(time);
		down(SEARCH);
		const { items } = await bench.run(search({ countryCode }), [{}], GOES_ON);
		expect(items[0].json).toMatchObject({ details: { reason: 'serverFault' } });
		expect(JSON.stringify(items[0].json)).not.toContain('daily maintenance');
	});

	it('is no maintenance where Ingram Micro refuses it', async () => {
		setClock(NIGHT);
		bench.xi.faults.add({ match: { endpoint: SEARCH }, kind: 'status', status: 400 });
		const { items } = await bench.run(search(), [{}], GOES_ON);
		expect(items[0].json).toMatchObject({ details: { reason: 'refused' } });
	});
});

describe('Wait Until It Ends', () => {
	it('has a read wait once it has failed, and then go on', async () => {
		setClock(NIGHT);
		down(SEARCH, 4);
		const [{ items, error }] = await Promise.all([bench.run(search(WAIT)), later(MORNING)]);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(5);
	});

	it('does not have a read wait that does not fail', async () => {
		setClock(NIGHT);
		expect((await bench.run(search(WAIT))).items).toHaveLength(5);
	});

	it('has a write wait before it is sent', async () => {
		setClock(NIGHT);
		let before: number | undefined;
		const [{ items }] = await Promise.all([
			bench.runOrders(order(WAIT), PO),
			later(MORNING, () => (before = bench.xi.requestsTo(CREATE).length)),
		]);
		expect(before).toBe(0);
		expect(items[0].json).toMatchObject({ outcome: 'created' });
		expect(bench.xi.orders).toHaveLength(1);
	});

	it('has it checked behind the wait, by the prices and orders of then', async () => {
		setClock(NIGHT);
		const checked = { ...order(WAIT), checkBeforeOrdering: { maxDayTotal: 1_000_000 } };
		let before: number | undefined;
		const [{ items }] = await Promise.all([
			bench.runOrders(checked, PO),
			later(MORNING, () => (before = bench.xi.requests.length)),
		]);
		expect(before).toBe(0);
		expect(items[0].json).toMatchObject({ outcome: 'created' });
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(1);
	});

	it('fails where it would be longer than allowed, with nothing sent', async () => {
		setClock(NIGHT);
		const { items } = await bench.runOrders(order({ ...WAIT, maintenanceHours: 3 }), PO, GOES_ON);
		expect(items[0].json).toMatchObject({
			error: expect.stringMatching(/^Not sent: .*longer than Maintenance Wait allows/),
			details: { reason: 'maintenance', retryAt: '2026-12-01T12:00:00.000Z' },
		});
		expect(bench.xi.requestsTo(CREATE)).toEqual([]);
	});

	it.each([
		['made, and the search is out of order', 'commitThenReset', 4],
		['made, and the search does not show it', 'commitThenReset', 0],
	] as const)(
		'has a write that failed unclearly before it looked for behind it: %s',
		async (_, kind, failing) => {
			setClock('2026-12-01T05:59:00Z');
			bench.xi.faults.add({ match: { endpoint: CREATE }, kind });
			if (failing > 0) down(ORDER_SEARCH, failing);
			else hideOrders();
			const running = bench.runOrders(order({ ...WAIT, lookSeconds: 2 }), PO);
			await new Promise((resolve) => setTimeout(resolve, 700));
			setClock(NIGHT);
			const [{ items, error }] = await Promise.all([running, later(MORNING)]);
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({
				outcome: 'already there',
				customerOrderNumber: 'PO-1',
			});
			expect(bench.xi.requestsTo(CREATE)).toHaveLength(1);
			expect(bench.xi.orders).toHaveLength(1);
		},
	);

	/** The search shows nothing until the clock is beyond the night. */
	function hideOrders(): void {
		const empty = { recordsFound: 0, orders: [] };
		bench.xi.faults.add({
			match: { endpoint: ORDER_SEARCH },
			kind: 'status',
			status: 200,
			body: empty,
			times: 4,
		});
	}

	it('ends when the execution is stopped', async () => {
		setClock(NIGHT);
		const run = runnerOf(bench, 'ingramMicroOrders');
		const { error } = await run(order(WAIT), PO, { stopAfterMs: 1_500 });
		expect(error).toBeDefined();
		expect(bench.xi.requestsTo(CREATE)).toEqual([]);
	});
});

describe('Wait Until It Ends, with an order that Ingram Micro takes at night', () => {
	const timesOf = (endpoint: string): number => bench.xi.requestsTo(endpoint).length;
	const options = { ...WAIT, lookSeconds: 0 };
	const createAsync = { ...CREATE_PO_ASYNC, options };
	const apiCall = {
		operation: 'call',
		method: 'POST',
		path: '/resellers/v7/orders',
		body: JSON.stringify({
			customerOrderNumber: 'PO-1',
			lines: [{ customerLineNumber: '1', ingramPartNumber: '123512', quantity: 1 }],
		}),
		sendUnchecked: true,
		options: WAIT,
	};

	it.each([
		['Create Order Asynchronously', 'ingramMicroOrders', createAsync],
		['Order Quote', QUOTES, orderOf(PLAIN, {}, { options })],
		['API Call', 'ingramMicroApiCall', apiCall],
	])('does not wait: %s', async (_, node, parameters) => {
		setClock(NIGHT);
		const { items, error } = await runnerOf(bench, node)(parameters, PO, { stopAfterMs: 4_000 });
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ confirmationNumber: expect.any(String) });
		expect(timesOf(CREATE_ASYNC)).toBe(1);
	});

	it('waits where the look before it fails, since a second one must not be sent', async () => {
		setClock(NIGHT);
		down(ORDER_SEARCH, 4);
		let before: number | undefined;
		const [{ items, error }] = await Promise.all([
			bench.runOrders(createAsync, PO),
			later(MORNING, () => (before = timesOf(CREATE_ASYNC))),
		]);
		expect(error).toBeUndefined();
		expect(before).toBe(0);
		expect(items[0].json).toMatchObject({ outcome: 'created' });
		expect(timesOf(CREATE_ASYNC)).toBe(1);
	});

	it.each([
		['Create Order Asynchronously', 'ingramMicroOrders', createAsync],
		['Order Quote', QUOTES, orderOf(PLAIN, {}, { options })],
	])(
		'is looked for behind the night where it failed unclearly: %s',
		async (_, node, parameters) => {
			setClock(NIGHT);
			bench.xi.faults.add({ match: { endpoint: CREATE_ASYNC }, kind: 'commitThenReset' });
			const [{ items, error }] = await Promise.all([
				runnerOf(bench, node)(parameters, PO),
				later(MORNING),
			]);
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({ outcome: 'already there' });
			expect(timesOf(CREATE_ASYNC)).toBe(1);
			expect(bench.xi.orders).toHaveLength(1);
		},
	);

	it('waits with the older call to order a quote', async () => {
		setClock(NIGHT);
		let before: number | undefined;
		const legacy = orderOf(PLAIN, {}, { options: { ...options, version: 'v6' } });
		const [{ items, error }] = await Promise.all([
			runnerOf(bench, QUOTES)(legacy, PO),
			later(MORNING, () => (before = timesOf(ORDER_LEGACY))),
		]);
		expect(error).toBeUndefined();
		expect(before).toBe(0);
		expect(items[0].json).toMatchObject({ confirmationNumber: expect.any(String) });
		expect(timesOf(ORDER_LEGACY)).toBe(1);
	});
});

it('an order that failed unclearly stays unknown, and says that it was the maintenance', async () => {
	setClock(NIGHT);
	down(CREATE);
	const { items } = await bench.runOrders(order(), PO, GOES_ON);
	expect(items[0].json).toMatchObject({
		error: expect.stringContaining('daily maintenance for North America is on'),
		details: { reason: 'unknown' },
	});
	expect(bench.xi.requestsTo(CREATE)).toHaveLength(1);
});

import { CREATE, CREATE_PO, GOES_ON, ORDER_SEARCH } from './orders/support.mts';
import { runnerOf, SEARCH, useBench } from './support.mts';

/*
 * What the hours of Ingram Micro's maintenance change. The clock is moved into them, and on when
 * somebody waits.
 */

const bench = useBench({ products: 20 });
const real = Date.now;
let shift = 0;

/** Sets the clock to a time; it goes on from there. */
const setClock = (time: string): void => {
	shift = Date.parse(time) - real();
};

beforeEach(() => {
	process.env.NIGHTS = 'real';
	shift = 0;
	jest.spyOn(Date, 'now').mockImplementation(() => real() + shift);
});
afterEach(() => {
	delete process.env.NIGHTS;
	jest.restoreAllMocks();
});

/** Tuesday night in North America; it ends at 12:00. */
const NIGHT = '2026-12-01T08:00:00Z';
const MORNING = '2026-12-01T13:30:00Z';
const DAY = '2026-12-01T18:00:00Z';
const WAIT = { duringMaintenance: 'wait' };
const search = (options = {}) => ({ operation: 'getMany', returnAll: false, limit: 5, options });
const order = (options = {}) => ({ ...CREATE_PO, options: { lookSeconds: 0, ...options } });
const PO = [{ po: 'PO-1' }];
const down = (endpoint: string, times = Infinity, kind: 'maintenance' | 'reset' = 'maintenance') =>
	bench.xi.faults.add({ match: { endpoint }, kind, times });
/** Moves the clock once somebody must be waiting. */
const later = async (time: string, before: () => void = () => {}): Promise<void> =>
	await new Promise((resolve) => {
		setTimeout(() => {
			before();
			setClock(time);
			resolve();
		}, 5_000);
	});

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

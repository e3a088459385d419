import { READS_AT_ONCE } from '../../nodes/shared/loop/item.ts';
import { byNumber, ORDER_DETAILS } from './orders/support.mts';
import { pairedWith, useBench } from './support.mts';

const GET = { operation: 'get', order: byNumber('={{ $json.number }}') };
const MOST = 30;

/** The most calls that came within some time of each other: as long as an answer takes, they are under way together. */
function mostWithin(times: readonly number[], ms: number): number {
	return Math.max(
		...times.map((from) => times.filter((at) => at >= from && at < from + ms).length),
	);
}

describe('reads of one item each, without a limit', () => {
	const LATENCY_MS = 400;
	const bench = useBench({ products: 0, latencyMs: LATENCY_MS });
	const times = () => bench.xi.requestsTo(ORDER_DETAILS).map(({ receivedAt }) => receivedAt);

	it('are thirty at a time, and come out in the order of the items', async () => {
		const numbers = bench.xi.addOrders(100);
		const { items, error } = await bench.runOrders(
			GET,
			numbers.map((number) => ({ number })),
		);
		expect(error).toBeUndefined();
		expect(items.map(pairedWith)).toEqual(numbers.map((_, item) => item));
		expect(items.map(({ json }) => json.ingramOrderNumber)).toEqual(numbers);
		const most = mostWithin(times(), LATENCY_MS * 0.9);
		expect(most).toBeLessThanOrEqual(MOST);
		expect(most).toBeGreaterThan(MOST / 2);
	});

	it('end with the execution: none goes out after it was stopped', async () => {
		const numbers = bench.xi.addOrders(400);
		await bench.runOrders(
			GET,
			numbers.map((number) => ({ number })),
			{ stopAfterMs: 1_500 },
		);
		const atTheStop = times().length;
		expect(atTheStop).toBeLessThan(numbers.length);
		// Those that were under way may still arrive, and nothing behind them.
		await new Promise((done) => setTimeout(done, LATENCY_MS * 2));
		const arrived = times().length;
		expect(arrived - atTheStop).toBeLessThanOrEqual(READS_AT_ONCE);
		await new Promise((done) => setTimeout(done, LATENCY_MS * 2));
		expect(times()).toHaveLength(arrived);
	});
});

describe('reads of one item each, with room for a few', () => {
	const ROOM = 12;
	const bench = useBench({
		products: 0,
		latencyMs: 200,
		callsPerWindow: ROOM,
		windowSeconds: 2,
	});

	it('are no more than there is room for: Ingram Micro refuses none', async () => {
		const numbers = bench.xi.addOrders(40);
		const { items, error } = await bench.runOrders(
			GET,
			numbers.map((number) => ({ number })),
		);
		expect(error).toBeUndefined();
		expect(items.map(pairedWith)).toEqual(numbers.map((_, item) => item));
		const calls = bench.xi.requestsTo(ORDER_DETAILS);
		expect(calls.map(({ status }) => status)).toEqual(numbers.map(() => 200));
		expect(
			mostWithin(
				calls.map(({ receivedAt }) => receivedAt),
				180,
			),
		).toBeLessThanOrEqual(ROOM);
	});
});

import type { INodeParameters } from 'n8n-workflow';

import { later, MORNING, NIGHT, setClock, useMovedClock } from '../movedClock.mts';
import { pairedWith, useBench } from '../support.mts';
import { ORDER, ORDER_SEARCH, orderOf, PLAIN, quoteOf, runQuotes } from './orderSupport.mts';

/*
 * Order Quote with Wait for It: one node that sends and answers.
 */

const bench = useBench({ products: 20, asyncOrderDelaySeconds: 2 });
useMovedClock();

const LINES = [{ ingramPartNumber: '123512', quantity: 2 }];
const waited = (more: INodeParameters = {}): INodeParameters => ({
	...orderOf(PLAIN, {}),
	quote: quoteOf('={{ $json.quote }}'),
	customerOrderNumber: '={{ $json.po }}',
	waitForIt: 1,
	...more,
});
const ordersOf = (po: string) =>
	bench.xi.orders.filter(({ customerOrderNumber }) => customerOrderNumber === po);
/** An hour later nothing is waited for any more. */
const anHourOn = async (before?: () => void): Promise<void> =>
	await later(Date.now() + 3_600_000, before);

/** Four orders: the second is dead, and the last is for a quote that the first has ordered already. */
function four(): Array<{ quote: string; po: string }> {
	bench.xi.quirks.orderFates = { DEAD: 'dead' };
	const [one, other, third] = bench.xi.addQuotes(3, { lines: LINES });
	return [
		{ quote: one, po: 'W-1' },
		{ quote: other, po: 'DEAD-2' },
		{ quote: third, po: 'W-3' },
		{ quote: one, po: 'W-4' },
	];
}

it('sends all items before any is waited for, and tells what became of each', async () => {
	const input = four();
	const [{ items, error }] = await Promise.all([runQuotes(bench, waited(), input), anHourOn()]);
	expect(error).toBeUndefined();
	expect(items.map((item) => [item.json.outcome, pairedWith(item)])).toEqual([
		['created', 0],
		['failed', 1],
		['created', 2],
		['pending', 3],
	]);
	for (const position of [0, 1, 2]) {
		const [order, ...more] = ordersOf(input[position].po);
		expect(more).toEqual([]);
		expect(items[position].json).toMatchObject({
			ingramOrderNumber: order.ingramOrderNumber,
			customerOrderNumber: input[position].po,
		});
	}
	expect(items[1].json.problem).toContain('REJECTED');
	expect(items[3].json).toMatchObject({
		customerOrderNumber: 'W-4',
		confirmationNumber: expect.any(String),
		pendingSince: expect.any(String),
		problem: expect.stringContaining('as an event of the trigger node alone'),
	});
	expect(ordersOf('W-4')).toEqual([]);
	// One search before each is sent; the fifth is the first that waits.
	const calls = bench.xi.requests.flatMap(({ endpoint }) =>
		endpoint === ORDER ? ['order'] : endpoint === ORDER_SEARCH ? ['search'] : [],
	);
	expect(calls.slice(0, 8)).toEqual(Array(4).fill(['search', 'order']).flat());
	expect(calls.slice(8)).not.toContain('order');
}, 40_000);

it('does not wait with 0, which is the default', async () => {
	const { items } = await runQuotes(bench, waited({ waitForIt: 0 }), four().slice(0, 1));
	expect(items[0].json).toMatchObject({ outcome: 'created' });
	expect(items[0].json).not.toHaveProperty('ingramOrderNumber');
	expect(bench.xi.requestsTo(ORDER_SEARCH)).toHaveLength(1);
});

it('run again after it was stopped it returns what is there, once each', async () => {
	const input = four().slice(0, 3);
	const stopped = await runQuotes(bench, waited(), input, { stopAfterMs: 1_500 });
	expect(stopped.error).toBeDefined();
	expect(bench.xi.requestsTo(ORDER)).toHaveLength(3);
	bench.xi.advanceTime(60);
	const { items, error } = await runQuotes(bench, waited({ ifOrderExists: 'return' }), input, {
		onError: 'continueRegularOutput',
	});
	expect(error).toBeUndefined();
	expect(bench.xi.requestsTo(ORDER)).toHaveLength(3);
	for (const { po } of input) expect(ordersOf(po)).toHaveLength(1);
	expect(items.map(({ json }) => json.ingramOrderNumber ?? json.error)).toEqual([
		ordersOf('W-1')[0].ingramOrderNumber,
		expect.stringContaining('nothing comes of it'),
		ordersOf('W-3')[0].ingramOrderNumber,
	]);
}, 40_000);

describe('at night, when the search is out of order once it was sent', () => {
	const night = (input: unknown[]) => {
		setClock(NIGHT);
		bench.xi.faults.add({
			match: { endpoint: ORDER_SEARCH, after: input.length },
			kind: 'maintenance',
			times: Infinity,
		});
	};

	it('is pending in the end, and says why', async () => {
		const input = four().slice(0, 2);
		night(input);
		const [{ items, error }] = await Promise.all([runQuotes(bench, waited(), input), anHourOn()]);
		expect(error).toBeUndefined();
		for (const [position, { po }] of input.entries()) {
			expect(items[position].json).toMatchObject({
				outcome: 'pending',
				customerOrderNumber: po,
				problem: expect.stringMatching(/The last look at it failed: .*daily maintenance/),
			});
		}
		expect(bench.xi.requestsTo(ORDER)).toHaveLength(2);
	}, 40_000);

	it('is told in the morning with Wait Until It Ends', async () => {
		const input = four().slice(0, 2);
		night(input);
		const options = { lookSeconds: 0, duringMaintenance: 'wait' };
		const [{ items, error }] = await Promise.all([
			runQuotes(bench, waited({ options }), input),
			later(MORNING, () => bench.xi.faults.clear()),
		]);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.outcome)).toEqual(['created', 'failed']);
		expect(bench.xi.requestsTo(ORDER)).toHaveLength(2);
	}, 40_000);
});

import { setTimeout } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';

import { useBench } from '../support.mts';
import {
	byNumber,
	CANCEL,
	CREATE_PO,
	CREATE_PO_ASYNC,
	DUPLICATE,
	GOES_ON,
	held,
	linesOf,
	MODIFY,
	ON_HOLD,
	STOCKED,
} from './support.mts';

/*
 * An error tells what was done before it. What was there already, and is not the work of this execution,
 * is told apart from that.
 */

const bench = useBench({ products: 0 });

const REFUSED = { kind: 'status', status: 400, times: 9, body: { message: 'Not now' } } as const;
const RETRY = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
const OPTIONS = { options: { lookSeconds: 0 } };

/** Orders on hold under one PO. */
async function heldUnder(po: string, count: number): Promise<string[]> {
	const given = { ...CREATE_PO, ...ON_HOLD, ...DUPLICATE, lines: linesOf(STOCKED) };
	for (let number = 0; number < count; number += 1) await bench.runOrders(given, [{ po }]);
	return bench.xi.orders.map(({ ingramOrderNumber }) => ingramOrderNumber);
}

const byPo = { __rl: true, mode: 'customerOrderNumber', value: '={{ $json.po }}' };
const byItsNumber = byNumber('={{ $json.number }}');
const run = async (operation: string, order: object, input: object[], more = {}) =>
	await bench.runOrders(
		{ operation, order, ...OPTIONS } as INodeParameters,
		input as Parameters<typeof bench.runOrders>[1],
		more,
	);

describe.each([[{}], [RETRY]])('the release of a PO, %j', (settings) => {
	it('tells what it has released from what was released, where it fails', async () => {
		const [first, second, third, last] = await heldUnder('PO-1', 4);
		await run('release', byNumber(second), [{}]);
		bench.xi.faults.add({ ...REFUSED, match: { endpoint: MODIFY, after: 1 } });
		const { error } = await run('release', byPo, [{ po: 'PO-1' }], settings);
		expect(error?.message).toContain(
			`Of PO PO-1 is done: order ${first} (released). Already there: order ${second} (released). At order ${third}: Not now. Nothing was sent for order ${last} [item 0]`,
		);
		expect(error?.description).toMatch(
			new RegExp(
				`Done before that: order ${first} \\(released\\)\\. Already there: order ${second} \\(released\\)\\.$`,
			),
		);
	});

	it('and where a later item fails', async () => {
		const [first, second] = await heldUnder('PO-1', 2);
		await run('release', byNumber(first), [{}]);
		const { error } = await run('release', byPo, [{ po: 'PO-1' }, { po: 'PO-9' }], settings);
		expect(error?.message).toContain('Ingram Micro has no order with the PO PO-9');
		expect(error?.description).toContain(
			`Done before that: order ${second} (released). Already there: order ${first} (released).`,
		);
	});
});

it('one of a PO that is cancelled meanwhile is not what this execution did', async () => {
	const [first, second, third] = await heldUnder('PO-1', 3);
	// Between the look at the orders of the PO and its own cancellation.
	bench.xi.faults.add({ kind: 'delay', ms: 3_000, match: { endpoint: CANCEL } });
	const running = run('cancel', byPo, [{ po: 'PO-1' }], GOES_ON);
	while (bench.xi.requestsTo(CANCEL).length === 0) await setTimeout(20);
	await run('cancel', byNumber(second), [{}]);
	bench.xi.faults.add({ ...REFUSED, match: { endpoint: CANCEL, after: 1 } });
	const { items } = await running;
	expect(items[0].json).toMatchObject({
		error: expect.stringContaining(
			`Of PO PO-1 is done: order ${first} (cancelled). Already there: order ${second} (cancelled). At order ${third}: Not now`,
		),
		details: { done: [`order ${first} (cancelled)`], notDone: [`order ${third}`] },
	});
});

describe('an order that is cancelled', () => {
	const failing = { number: '20-ZZZZZ' };
	const cancelThenFail = async (number: string) =>
		await run('cancel', byItsNumber, [{ number }, failing]);

	it('already, is not what was done', async () => {
		const number = await held(bench, 'PO-1', [STOCKED]);
		await run('cancel', byNumber(number), [{}]);
		const { error } = await cancelThenFail(number);
		expect(error?.description).toContain(`Already there: order ${number} (cancelled).`);
		expect(error?.description).not.toContain('Done before that');
	});

	it('though the answer was lost, is', async () => {
		const number = await held(bench, 'PO-1', [STOCKED]);
		bench.xi.faults.add({ kind: 'commitThenReset', match: { endpoint: CANCEL } });
		const { error } = await cancelThenFail(number);
		expect(error?.description).toContain(`Done before that: order ${number} (cancelled).`);
		expect(error?.description).not.toContain('Already there');
	});

	it('by one item, and again by another, is', async () => {
		const number = await held(bench, 'PO-1', [STOCKED]);
		const { error } = await run('cancel', byItsNumber, [{ number }, { number }, failing]);
		expect(error?.description).toContain(`Done before that: order ${number} (cancelled).`);
		expect(error?.description).not.toContain('Already there');
	});
});

describe.each([
	['create', CREATE_PO],
	['createAsync', CREATE_PO_ASYNC],
])('an order (%s) that was there', (_, given) => {
	it.each([[{}], [RETRY]])('is told apart from those that were placed, %j', async (settings) => {
		await bench.runOrders(CREATE_PO, [{ po: 'PO-1' }]);
		bench.xi.advanceTime(3 * 86_400);
		const again = { ...given, ifOrderExists: 'return', lines: linesOf(STOCKED) };
		const input = [{ po: 'PO-1' }, { po: 'PO-2' }, { po: 'PO-3' }];
		bench.xi.faults.add({ ...REFUSED, match: { bodyContains: 'PO-3' } });
		const { error } = await bench.runOrders(again, input, settings);
		expect(error?.message).toMatch(/Not now.*\[item 2\]$/);
		expect(error?.description).toMatch(
			/Done before that: PO PO-2[^,]*\. Already there: PO PO-1 → /,
		);
		expect(bench.xi.orders.filter(({ customerOrderNumber: po }) => po === 'PO-1')).toHaveLength(1);
	});
});

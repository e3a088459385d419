import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Fault } from '../../../simulator/index.mts';
import { asTool } from '../aiTools.mts';
import { ACCOUNT, ORDERS, pairedWith, useBench } from '../support.mts';
import {
	byNumber,
	byPo,
	CANCEL,
	DIRECT,
	GOES_ON,
	held,
	heldUnder,
	jsonOf,
	MODIFY,
	ORDER_DETAILS,
	STOCKED,
} from './support.mts';

/*
 * Ingram Micro makes several orders of one: to release or cancel the PO is to do so with each of them.
 */

const bench = useBench({ products: 0 });

const order = byPo();
const PO = [{ po: 'PO-1' }];
const OPTIONS = { options: { lookSeconds: 0 } };

/** What each of the two does: its call, the flag of its answer, and the state that it leaves. */
const WRITES = [
	['release', MODIFY, 'released'],
	['cancel', CANCEL, 'cancelled'],
] as const;
type Operation = (typeof WRITES)[number][0];

/** An order of which Ingram Micro makes two. */
async function split(): Promise<string[]> {
	const numbers = await heldUnder(bench, 'PO-1', [STOCKED, DIRECT]);
	expect(numbers).toHaveLength(2);
	return numbers;
}

/** One more order under the same PO. */
async function heldAgain(): Promise<string> {
	const [number] = await heldUnder(bench, 'PO-1');
	return number;
}

const strike = (endpoint: string, after: number, fault: Fault): void =>
	void bench.xi.faults.add({ ...fault, match: { endpoint, after } });

/** The numbers of the orders that calls were about, in the order of the calls. */
const calledFor = (endpoint: string): string[] =>
	bench.xi
		.requestsTo(endpoint)
		.filter(({ method }) => method !== 'GET')
		.map(({ path }) => path.split('/').at(-1)?.replace(/\?.*/, '') ?? '');

const run = async (operation: Operation, given = {}, input = PO, more = {}) =>
	await bench.runOrders({ operation, order, ...OPTIONS, ...given }, input, more);

const isDone = (number: string): boolean => {
	const found = bench.xi.orders.find(({ ingramOrderNumber }) => ingramOrderNumber === number);
	return found?.state !== 'hold';
};

const numbersIn = (items: INodeExecutionData[]) =>
	items.map(({ json }) => [json.outcome, json.ingramOrderNumber]);

describe.each(WRITES)('%s of a PO', (operation, endpoint, flag) => {
	it('does it with each order that was made of it, an item for each', async () => {
		await held(bench, 'PO-10', [STOCKED]);
		const numbers = await split();
		const { items, error } = await run(operation, {}, [{ po: 'PO-10' }, { po: 'PO-1' }]);
		expect(error).toBeUndefined();
		expect(jsonOf(items).slice(1)).toEqual(
			numbers.map((ingramOrderNumber) => ({
				[flag]: true,
				outcome: flag,
				account: ACCOUNT,
				ingramOrderNumber,
			})),
		);
		expect(items.map(pairedWith)).toEqual([0, 1, 1]);
		expect(calledFor(endpoint).slice(1)).toEqual(numbers);
		expect(numbers.map(isDone)).toEqual([true, true]);
	});

	it('leaves alone what had the number a year ago, and is closed', async () => {
		const [old] = bench.xi.addOrders(1, { prefix: 'PO-', from: new Date('2025-11-20T08:00:00Z') });
		const numbers = await split();
		const { items, error } = await run(operation);
		expect(error).toBeUndefined();
		expect(numbersIn(items)).toEqual(numbers.map((number) => [flag, number]));
		expect(calledFor(endpoint)).not.toContain(old);
	});

	it('is refused before anything is sent where the orders are of different days', async () => {
		const first = await held(bench, 'PO-1', [STOCKED]);
		const midnight = 86_400 - (Math.floor(Date.now() / 1_000) % 86_400);
		bench.xi.advanceTime(midnight + 1);
		const second = await heldAgain();
		for (const given of [{}, { previewOnly: true }]) {
			const { items } = await run(operation, given, PO, GOES_ON);
			expect(items).toHaveLength(1);
			const { error, details } = items[0].json;
			expect(error).toContain(
				'The PO PO-1 has 2 live orders of different days, and nothing was sent: ',
			);
			for (const number of [first, second]) {
				expect(error).toMatch(new RegExp(`${number} \\(\\d{4}-\\d{2}-\\d{2}, `));
			}
			expect(details).toMatchObject({ reason: 'badInput' });
		}
		expect(calledFor(endpoint)).toEqual([]);
	});

	it('is refused before anything is sent where an order has no details', async () => {
		const [first] = await split();
		const gone: Fault = { kind: 'status', status: 204, text: '', times: 1 };
		for (const given of [{}, { previewOnly: true }]) {
			// The search lists the latest first.
			strike(ORDER_DETAILS, 1, gone);
			const { items } = await run(operation, given, PO, GOES_ON);
			expect(items).toHaveLength(1);
			expect(items[0].json.error).toMatch(
				new RegExp(`The PO PO-1 has orders of which .+, and nothing was sent: ${first} `),
			);
			bench.xi.faults.clear();
		}
		expect(calledFor(endpoint)).toEqual([]);
		const { items, error } = await run(operation);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(2);
	});

	it('shows all that it would do, and does nothing, as a preview', async () => {
		const numbers = await split();
		const { items } = await run(operation, { previewOnly: true });
		expect(jsonOf(items)).toEqual(
			numbers.map((number) =>
				expect.objectContaining({
					preview: true,
					account: ACCOUNT,
					url: expect.stringContaining(`/resellers/v6/orders/${number}`),
				}),
			),
		);
		expect(items.map(pairedWith)).toEqual([0, 0]);
		expect(calledFor(endpoint)).toEqual([]);
	});
});

describe.each(WRITES)('%s of a PO that fails at one of its orders', (operation, endpoint, flag) => {
	const refused: Fault = { kind: 'status', status: 400, body: { message: 'Not possible now' } };

	it('names what was done, what was not, and the call', async () => {
		const [first, second] = await split();
		const third = await heldAgain();
		strike(endpoint, 1, refused);
		const { items } = await run(operation, {}, PO, GOES_ON);
		expect(items).toHaveLength(1);
		expect(items[0].json.error).toContain(
			`Of PO PO-1 is done: order ${first} (${flag}). At order ${second}: Not possible now. Nothing was sent for order ${third} [item 0]`,
		);
		expect(items[0].json.details).toMatchObject({
			reason: 'partial',
			status: 400,
			correlationId: expect.stringMatching(/^[0-9a-f]{32}$/),
			done: [`order ${first} (${flag})`],
			notDone: [`order ${second}`, `order ${third}`],
		});
		expect(calledFor(endpoint)).toEqual([first, second]);
		expect([first, second, third].map(isDone)).toEqual([true, false, false]);
	});

	it('sends nothing behind a first one that fails', async () => {
		const [first, second] = await split();
		strike(endpoint, 0, refused);
		const { items } = await run(operation, {}, PO, GOES_ON);
		expect(items[0].json.error).toContain(
			`At order ${first}: Not possible now. Nothing was sent for order ${second}`,
		);
		expect(items[0].json.details).toMatchObject({
			reason: 'refused',
			notDone: [`order ${first}`, `order ${second}`],
		});
		expect(items[0].json.details).not.toHaveProperty('done');
		expect(calledFor(endpoint)).toEqual([first]);
	});

	it('stops the node, and the error has it all', async () => {
		const [first, second] = await split();
		strike(endpoint, 1, refused);
		const { error } = await run(operation, {}, [...PO, { po: 'PO-2' }]);
		expect(error?.message).toContain(`order ${first} (${flag}). At order ${second}`);
		expect(error?.description).toContain(`Done before that: order ${first} (${flag})`);
		expect(error?.description).toMatch(/correlation ID [0-9a-f]{32}/);
	});

	it('goes on with the next item, whose failure names it too', async () => {
		await split();
		const other = await held(bench, 'PO-2', [STOCKED]);
		strike(endpoint, 1, refused);
		const { items } = await run(operation, {}, [...PO, { po: 'PO-2' }, { po: 'PO-3' }], GOES_ON);
		expect(items.map(pairedWith)).toEqual([0, 1, 2]);
		expect(items[0].json.error).toBeDefined();
		expect(items[1].json).toMatchObject({ outcome: flag, ingramOrderNumber: other });
		expect(items[2].json.error).toContain('Ingram Micro has no order with the PO PO-3');
	});

	it('does not know what became of one whose connection broke, and sends nothing more', async () => {
		const [first, second] = await split();
		const third = await heldAgain();
		strike(endpoint, 1, { kind: 'reset' });
		const { items } = await run(operation, {}, PO, GOES_ON);
		const { error, details } = items[0].json;
		expect(error).toContain(
			`Of PO PO-1 is done: order ${first} (${flag}). At order ${second}: It is not known what became of order ${second}`,
		);
		expect(error).toContain(`Nothing was sent for order ${third}`);
		expect(details).toMatchObject({ reason: 'unknown', notDone: [`order ${third}`] });
		expect(calledFor(endpoint)).toEqual([first, second]);
	});

	it('sees that it was done where the answer was lost, and goes on', async () => {
		const numbers = await split();
		strike(endpoint, 0, { kind: 'commitThenReset' });
		const { items, error } = await run(operation);
		expect(error).toBeUndefined();
		expect(numbersIn(items)).toEqual([
			['already there', numbers[0]],
			[flag, numbers[1]],
		]);
		expect(calledFor(endpoint)).toEqual(numbers);
	});

	it.each<[string, Fault]>([
		['was refused', refused],
		['was lost on its way', { kind: 'reset' }],
		['was made and its answer lost', { kind: 'commitThenReset' }],
	])('under Retry On Fail does what is left, where the second %s', async (_, fault) => {
		const numbers = await split();
		strike(endpoint, 1, fault);
		const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		const { items, error } = await run(operation, {}, PO, retry);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.ingramOrderNumber)).toEqual(numbers);
		expect(items.map(({ json }) => json[flag])).toEqual([true, true]);
		expect(numbers.map(isDone)).toEqual([true, true]);
		expect(calledFor(endpoint).filter((number) => number === numbers[0])).toHaveLength(1);
	});

	it('run again does what is left', async () => {
		const [first, second] = await split();
		strike(endpoint, 1, refused);
		await run(operation, {}, PO, GOES_ON);
		const { items, error } = await run(operation);
		expect(error).toBeUndefined();
		expect(numbersIn(items)).toEqual(
			operation === 'release'
				? [
						['already there', first],
						[flag, second],
					]
				: [[flag, second]],
		);
		expect(calledFor(endpoint)).toEqual([first, second, second]);
	});

	it('that is stopped sends no more', async () => {
		await split();
		strike(endpoint, 0, { kind: 'delay', ms: 1_500 });
		const { error } = await run(operation, {}, PO, { stopAfterMs: 700 });
		expect(error).toBeDefined();
		expect(calledFor(endpoint).length).toBeLessThanOrEqual(1);
	});

	it('tells a model what is done, and not to do it again', async () => {
		const [first, second] = await split();
		strike(endpoint, 1, refused);
		const use = async () =>
			await asTool(
				bench.engine,
				ORDERS,
				{ operation, order: byPo('PO-1'), ...OPTIONS },
				bench.credential,
				async (tool) => JSON.parse(await tool.invoke({})) as IDataObject[],
			);
		const [{ error }] = await use();
		expect(error).toContain(`Of PO PO-1 is done: order ${first} (${flag}). At order ${second}`);
		expect(error).toContain('Do not call this tool again for the same');
		const rows = await use();
		expect(rows.map(({ ingramOrderNumber }) => ingramOrderNumber)).toContain(second);
	});
});

describe('a release of a PO', () => {
	it('takes an order for released that is, where another still waits', async () => {
		const [first, second] = await split();
		await bench.runOrders({ operation: 'release', order: byNumber(second) });
		const preview = await run('release', { previewOnly: true });
		expect(preview.items.map(({ json }) => [json.preview, json.outcome])).toEqual([
			[true, undefined],
			[true, 'already there'],
		]);
		const { items } = await run('release');
		expect(numbersIn(items)).toEqual([
			['released', first],
			['already there', second],
		]);
		expect(calledFor(MODIFY)).toEqual([second, first]);
	});

	it('is refused in XI’s words where none waits', async () => {
		const numbers = await split();
		await run('release');
		const { items } = await run('release', {}, PO, GOES_ON);
		expect(items).toHaveLength(1);
		expect(items[0].json.error).toContain('Order is already released');
		expect(calledFor(MODIFY)).toEqual([...numbers, numbers[0]]);
	});
});

describe('a cancellation of a PO', () => {
	it.each([0, 1])('sends nothing where one is released, in place %i of two', async (place) => {
		const numbers = await split();
		const released = numbers[place];
		const waiting = numbers[1 - place];
		await bench.runOrders({ operation: 'release', order: byNumber(released) });
		for (const given of [{}, { previewOnly: true }]) {
			const { items } = await run('cancel', given, PO, GOES_ON);
			expect(items).toHaveLength(1);
			const { error, details } = items[0].json;
			expect(error).toMatch(
				new RegExp(
					`Not all live orders of the PO PO-1 are on hold, and nothing was sent\\. Not on hold: ${released} \\([^,]+, [^,]+\\)\\. On hold: ${waiting} \\([^,]+, On Hold\\)`,
				),
			);
			expect(details).toMatchObject({ reason: 'badInput' });
		}
		expect(calledFor(CANCEL)).toEqual([]);
		const { error } = await bench.runOrders({ operation: 'cancel', order: byNumber(waiting) });
		expect(error).toBeUndefined();
		expect(calledFor(CANCEL)).toEqual([waiting]);
	});

	it('is refused in XI’s words where none waits', async () => {
		const numbers = await split();
		await run('release');
		const { items } = await run('cancel', {}, PO, GOES_ON);
		expect(items[0].json.error).toContain('Nothing was sent for');
		expect(items[0].json.details).toMatchObject({ status: 405 });
		expect(calledFor(CANCEL)).toEqual([numbers[0]]);
	});
});

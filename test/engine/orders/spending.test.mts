import type { INodeParameters } from 'n8n-workflow';

import { asTool } from '../aiTools.mts';
import { CREDENTIAL_TYPE, Engine, typeOf } from '../engine.mts';
import { runnerOf, useBench } from '../support.mts';
import {
	byNumber,
	CREATE,
	CREATE_ASYNC,
	CREATE_PO,
	DIRECT,
	GOES_ON,
	held,
	linesOf,
	MODIFY,
	ORDER_DETAILS,
	ORDER_SEARCH,
	STOCKED,
} from './support.mts';

const bench = useBench({ products: 20 });
const items = (...numbers: string[]) => numbers.map((po) => ({ po }));
const order = (limits: INodeParameters, more: INodeParameters = {}): INodeParameters => ({
	...CREATE_PO,
	lines: linesOf(STOCKED),
	checkBeforeOrdering: limits,
	...more,
});
/** What one order costs. */
let price: number;

beforeEach(async () => {
	const { items: priced } = await bench.run({
		operation: 'getPriceAndAvailability',
		product: { __rl: true, mode: 'ingramPartNumber', value: STOCKED },
		output: 'raw',
	});
	const { pricing } = priced[0].json as { pricing: { customerPrice: number } };
	price = pricing.customerPrice;
	bench.xi.clearRequests();
});

const PRICES = '/resellers/v6/catalog/priceandavailability';

const errorsOf = ({ error }: Record<string, unknown>): string =>
	typeof error === 'string' ? error : '';
const RETRY = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } as const;
const FIVE = items('S-1', 'S-2', 'S-3', 'S-4', 'S-5');

describe.each([
	// The totals of what the search shows have freight and taxes in them.
	['Create Order', {}, CREATE, 4.5],
	['Create Order Asynchronously', { operation: 'createAsync' }, CREATE_ASYNC, 2.5],
])('%s', (_, way, endpoint, dayTimes) => {
	it.each([
		['maxRunTotal', 'this run', 2.5],
		['maxDayTotal', 'the day', dayTimes],
	])('stops at the third of five orders: %s', async (name, whose, times) => {
		const given = order({ [name]: price * times }, way);
		const { items: out } = await bench.runOrders(given, FIVE, GOES_ON);
		expect(out.map(({ json }) => 'error' in json)).toEqual([false, false, true, true, true]);
		expect(errorsOf(out[2].json)).toMatch(
			new RegExp(
				`${whose} has spent [\\d.]+ USD, and this order of ${price} would exceed the limit`,
			),
		);
		const refused = out.slice(2).map(({ json }) => [errorsOf(json), json.details]);
		for (const [item, [said, details]] of refused.entries()) {
			expect(said).toContain(`[item ${item + 2}]`);
			expect(said).toContain(`${whose} has spent`);
			expect(details).toMatchObject({ reason: 'checked', reasons: [expect.any(String)] });
		}
		expect(bench.xi.requestsTo(endpoint)).toHaveLength(2);
	});
});

describe("n8n's Retry On Fail", () => {
	const THREE = items('S-1', 'S-2', 'S-3');
	const pos = (endpoint: string) =>
		bench.xi
			.requestsTo(endpoint)
			.map(({ body }) => (body as { customerOrderNumber: string }).customerOrderNumber);

	it.each([
		['Create Order', {}, CREATE, 'maxRunTotal'],
		['Create Order Asynchronously', { operation: 'createAsync' }, CREATE_ASYNC, 'maxRunTotal'],
		['Create Order Asynchronously', { operation: 'createAsync' }, CREATE_ASYNC, 'maxDayTotal'],
	])('counts what an earlier try has sent: %s %j', async (_, way, endpoint, limit) => {
		const given = order({ [limit]: price * 2.5 }, way);
		const { error } = await bench.runOrders(given, THREE, RETRY);
		expect(error?.message).toMatch(/has spent [\d.]+ USD, and this order of [\d.]+ would exceed/);
		expect(error?.message).toContain('[item 2]');
		expect(pos(endpoint)).toEqual(['S-1', 'S-2']);
	});

	it('counts what is found by a later try', async () => {
		bench.xi.faults.add({ kind: 'commitThenReset', match: { endpoint: CREATE, after: 1 } });
		bench.xi.faults.add({ kind: 'status', status: 400, match: { endpoint: ORDER_SEARCH } });
		const { error } = await bench.runOrders(order({ maxRunTotal: price * 2.5 }), THREE, RETRY);
		expect(error?.message).toContain(`this run has spent ${(price * 2).toFixed(2)} USD`);
		expect(pos(CREATE)).toEqual(['S-1', 'S-2']);
	});

	it.each([400, 500])(
		'tells of an unclear order, whatever the check says then: %s',
		async (status) => {
			bench.xi.faults.add({ kind: 'reset', match: { endpoint: CREATE } });
			bench.xi.faults.add({
				kind: 'status',
				status,
				times: 9,
				match: { endpoint: PRICES, after: 1 },
			});
			const { error } = await bench.runOrders(
				order({ maxRunTotal: price * 2.5 }),
				items('S-1'),
				RETRY,
			);
			expect(error?.message).toContain(
				'It is not known what became of PO S-1: an earlier try of this execution may have been taken; now ',
			);
			const [{ headers }] = bench.xi.requestsTo(CREATE);
			expect(error?.description).toContain(`correlation ID ${headers['im-correlationid']}`);
			expect(pos(CREATE)).toEqual(['S-1']);
		},
	);
});

describe('the limit of the day', () => {
	const limits = () => ({ maxDayTotal: price * 4.5 });

	it('counts what other runs have ordered today, from Ingram Micro alone', async () => {
		await bench.runOrders(order(limits()), items('S-1'));
		await bench.runOrders(order({}), items('S-2'));
		const { items: out } = await bench.runOrders(order(limits()), items('S-3'), GOES_ON);
		expect(errorsOf(out[0].json)).toMatch(/the day has spent [\d.]+ USD/);
		expect(bench.xi.requestsTo(CREATE)).toHaveLength(2);
	});

	it('is one for two workers, and the same right after a restart', async () => {
		const given = order(limits());
		const worker = async (po: string): Promise<string> => {
			const engine = await Engine.start();
			const credential = await engine.addCredential(bench.xi.url);
			const { items: out } = await engine.runNode('ingramMicroOrders', given, items(po), {
				credential,
				...GOES_ON,
			});
			const [{ json }] = out;
			return errorsOf(json) || (json.outcome as string);
		};
		const [one, other] = [await worker('W-1'), await worker('W-2')];
		expect([one, other]).toEqual(['created', 'created']);
		// Of a third process that has never ordered, and of the one of this test.
		expect(await worker('W-3')).toMatch(/the day has spent [\d.]+ USD/);
		const { items: out } = await bench.runOrders(given, items('W-4'), GOES_ON);
		expect(errorsOf(out[0].json)).toMatch(/the day has spent [\d.]+ USD/);
		expect(bench.xi.requestsTo(CREATE)).toHaveLength(2);
	});

	it('counts an order once that the search shows already', async () => {
		const { items: out } = await bench.runOrders(order(limits()), items('S-1', 'S-2'), GOES_ON);
		expect(out.map(({ json }) => json.outcome)).toEqual(['created', 'created']);
	});

	it('tells what is on hold', async () => {
		const held = { onCustomerHold: true };
		await bench.runOrders(order({}, held), items('S-1', 'S-2'));
		const { items: out } = await bench.runOrders(order(limits()), items('S-3'), GOES_ON);
		expect(errorsOf(out[0].json)).toMatch(/has spent ([\d.]+) USD \(\1 of it on hold\)/);
	});

	it('counts an order by API Call, as the search shows it', async () => {
		const { error } = await runnerOf(
			bench,
			'ingramMicroApiCall',
		)({
			operation: 'call',
			method: 'POST',
			path: '/resellers/v6/orders',
			body: JSON.stringify({
				customerOrderNumber: 'API-1',
				lines: [{ customerLineNumber: '1', ingramPartNumber: STOCKED, quantity: 4 }],
			}),
			sendUnchecked: true,
		});
		expect(error).toBeUndefined();
		const { items: out } = await bench.runOrders(order(limits()), items('S-1'), GOES_ON);
		expect(errorsOf(out[0].json)).toMatch(/the day has spent [\d.]+ USD/);
		expect(bench.xi.requestsTo(CREATE)).toHaveLength(1);
	});

	it('leaves out what was previewed', async () => {
		await bench.runOrders(order(limits(), { previewOnly: true }), FIVE);
		const { items: out } = await bench.runOrders(order(limits()), items('S-6'), GOES_ON);
		expect(out[0].json).toMatchObject({ outcome: 'created' });
	});

	it.each([
		[
			'an order without a total',
			{ orders: [{ ingramOrderNumber: '20-X1', orderTotal: null }] },
			/no total of order 20-X1/,
		],
		[
			'an amount that has two readings',
			{ orders: [{ ingramOrderNumber: '20-X1', orderTotal: 'n/a' }] },
			/no total of order 20-X1/,
		],
	])('refuses where the day cannot be summed up: %s', async (_, body, why) => {
		bench.xi.faults.add({
			match: { endpoint: ORDER_SEARCH },
			kind: 'status',
			status: 200,
			body: { recordsFound: 1, ...body },
		});
		const { items: out } = await bench.runOrders(order(limits()), items('S-1'), GOES_ON);
		expect(errorsOf(out[0].json)).toMatch(why);
		expect(bench.xi.requestsTo(CREATE)).toEqual([]);
	});

	it.each([
		['whose currency is in small letters', { currencyCode: 'usd' }],
		['whose currency is glued together', { currencyCode: 'USD USD' }],
		['whose currency stands behind its number', { currencyCode: '20-X1 : USD' }],
		['whose status only begins as that of a dead one', { orderStatus: 'Cancel Requested' }],
	])('counts an order %s', async (_, more) => {
		bench.xi.faults.add({
			match: { endpoint: ORDER_SEARCH },
			kind: 'status',
			status: 200,
			body: {
				recordsFound: 1,
				orders: [{ ingramOrderNumber: '20-X1', orderTotal: '999999', ...more }],
			},
		});
		const { items: out } = await bench.runOrders(order(limits()), items('S-1'), GOES_ON);
		expect(errorsOf(out[0].json)).toContain('the day has spent 999999.00 USD');
		expect(bench.xi.requestsTo(CREATE)).toEqual([]);
	});

	it('counts what this run has sent, where the search has no total of it yet', async () => {
		bench.xi.faults.add({
			match: { endpoint: ORDER_SEARCH },
			kind: 'status',
			status: 200,
			times: 9,
			body: { recordsFound: 1, orders: [{ customerOrderNumber: 'S-1', orderTotal: '0.00' }] },
		});
		const { items: out } = await bench.runOrders(
			order({ maxDayTotal: price * 1.5 }),
			items('S-1', 'S-2'),
			GOES_ON,
		);
		expect(out[0].json).toMatchObject({ outcome: 'created' });
		expect(errorsOf(out[1].json)).toContain(`the day has spent ${price.toFixed(2)} USD`);
	});

	it('asks for all days that may be today, here and where Ingram Micro writes them', async () => {
		await bench.runOrders(order(limits()), items('S-1'), { timezone: 'America/Los_Angeles' });
		const now = Date.now();
		const dayAt = (hours: number) => new Date(now + hours * 3_600_000).toISOString().slice(0, 10);
		const [{ query }] = bench.xi.requestsTo(ORDER_SEARCH);
		const days = query.filter(([name]) => name === 'ingramOrderDate-bt');
		expect(days.map(([, day]) => day)).toEqual([dayAt(-8), dayAt(14)]);
	});

	it('does not count what was cancelled', async () => {
		bench.xi.faults.add({
			match: { endpoint: ORDER_SEARCH },
			kind: 'status',
			status: 200,
			body: { recordsFound: 1, orders: [{ orderStatus: 'CANCELLED', orderTotal: '999999' }] },
		});
		const { items: out } = await bench.runOrders(order(limits()), items('S-1'), GOES_ON);
		expect(out[0].json).toMatchObject({ outcome: 'created' });
	});
});

describe('the limit of the run', () => {
	it('counts what may have been ordered, and not what was refused', async () => {
		bench.xi.faults.add({ match: { endpoint: CREATE }, kind: 'status', status: 400 });
		bench.xi.faults.add({ match: { endpoint: CREATE, after: 1 }, kind: 'reset' });
		const given = order({ maxRunTotal: price * 2.5 });
		const { items: out } = await bench.runOrders(given, FIVE, GOES_ON);
		const reasons = out.map(
			({ json }) => (json.details as { reason?: string } | undefined)?.reason,
		);
		expect(reasons).toEqual(['refused', 'unknown', undefined, 'checked', 'checked']);
	});

	it('has no memory of another run', async () => {
		const given = order({ maxRunTotal: price * 1.5 });
		await bench.runOrders(given, items('S-1'));
		const { items: out } = await bench.runOrders(given, items('S-2'), GOES_ON);
		expect(out[0].json).toMatchObject({ outcome: 'created' });
	});
});

describe('a run', () => {
	const create = (po: string): INodeParameters => ({
		...order({ maxRunTotal: price * 1.5 }),
		customerOrderNumber: po,
	});

	it('is one for all nodes of an execution', async () => {
		const { credential } = bench;
		const common = { typeVersion: 1, position: [0, 0] as [number, number] };
		const orders = (name: string, po: string) => ({
			...common,
			...GOES_ON,
			id: name,
			name,
			type: typeOf('ingramMicroOrders'),
			parameters: create(po),
			credentials: { [CREDENTIAL_TYPE]: { id: credential.id, name: credential.name } },
		});
		const start = 'n8n-nodes-base.manualTrigger';
		const { data } = await bench.engine.runWorkflow({
			nodes: [
				{ ...common, id: 'start', name: 'Start', type: start, parameters: {} },
				orders('One', 'N-1'),
				orders('Other', 'N-2'),
			],
			connections: {
				Start: { main: [[{ node: 'One', type: 'main', index: 0 }]] },
				One: { main: [[{ node: 'Other', type: 'main', index: 0 }]] },
			},
		});
		const out = data.resultData.runData.Other[0].data?.main[0]?.[0];
		expect(errorsOf(out?.json ?? {})).toContain(`this run has spent ${price.toFixed(2)} USD`);
		expect(bench.xi.requestsTo(CREATE)).toHaveLength(1);
	});

	it('is one for all calls of an agent', async () => {
		const po = "={{ $fromAI('PO', 'The purchase order number', 'string') }}";
		const answers = await asTool(
			bench.engine,
			'ingramMicroOrders',
			create(po),
			bench.credential,
			async (tool) => [await tool.invoke({ PO: 'A-1' }), await tool.invoke({ PO: 'A-2' })],
		);
		expect(answers[0]).toContain('"outcome":"created"');
		expect(answers[1]).toContain(`this run has spent ${price.toFixed(2)} USD`);
		expect(bench.xi.requestsTo(CREATE)).toHaveLength(1);
	});
});

describe('Modify Order', () => {
	const added = (quantity: number) => ({
		addUpdateDeleteLine: 'ADD',
		ingramPartNumber: STOCKED,
		quantity,
	});
	const raised = (quantity: number) => ({
		...added(quantity),
		addUpdateDeleteLine: 'UPDATE',
		ingramLineNumber: '1',
	});
	const change = async (number: string, limits: INodeParameters, ...line: INodeParameters[]) =>
		await bench.runOrders(
			{
				operation: 'modify',
				order: byNumber(number),
				lines: { line },
				checkBeforeOrdering: limits,
			},
			[{}],
			GOES_ON,
		);

	it.each([
		['a line that is added', [added(3)], 3],
		['a quantity that is raised, by what is more', [raised(4)], 3],
		['both', [raised(2), added(2)], 3],
	])('holds against the limit of the run: %s', async (_, lines, pieces) => {
		const number = await held(bench, 'PO-1');
		const { items: refused } = await change(
			number,
			{ maxRunTotal: price * (pieces - 0.5) },
			...lines,
		);
		expect(errorsOf(refused[0].json)).toMatch(
			new RegExp(
				`Not sent: this run has spent 0.00 USD, and this change of order ${number} of [\\d.]+ would exceed the limit`,
			),
		);
		expect(refused[0].json).toMatchObject({ details: { reason: 'checked' } });
		expect(bench.xi.requestsTo(MODIFY)).toEqual([]);
		const { items: made } = await change(number, { maxRunTotal: price * pieces + 0.01 }, ...lines);
		expect(made[0].json).toMatchObject({ outcome: 'modified' });
	});

	it('counts a line whole that gets another product', async () => {
		const number = await held(bench, 'PO-1');
		const line = { ...raised(1), ingramPartNumber: DIRECT };
		const { items: out } = await change(number, { maxRunTotal: 0.01 }, line);
		expect(errorsOf(out[0].json)).toContain('this run has spent 0.00 USD, and this change of');
		expect(bench.xi.requestsTo(MODIFY)).toEqual([]);
	});

	it('holds against the limit of the day, and tells what is on hold', async () => {
		const number = await held(bench, 'PO-1');
		const { items: out } = await change(number, { maxDayTotal: price * 2 }, added(3));
		expect(errorsOf(out[0].json)).toMatch(/the day has spent ([\d.]+) USD \(\1 of it on hold\)/);
		expect(bench.xi.requestsTo(MODIFY)).toEqual([]);
	});

	it('knows how many pieces an order has that is named by its PO', async () => {
		await held(bench, 'PO-1');
		const { items: out } = await bench.runOrders(
			{
				operation: 'modify',
				order: { __rl: true, mode: 'customerOrderNumber', value: 'PO-1' },
				lines: { line: [raised(3)] },
				checkBeforeOrdering: { maxRunTotal: price },
			},
			[{}],
			GOES_ON,
		);
		expect(errorsOf(out[0].json)).toContain(
			`this change of PO PO-1 of ${(price * 2).toFixed(2)} would exceed the limit`,
		);
		expect(bench.xi.requestsTo(MODIFY)).toEqual([]);
	});

	it('counts the changes that the run has made before', async () => {
		const number = await held(bench, 'PO-1');
		const { items: out } = await bench.runOrders(
			{
				operation: 'modify',
				order: byNumber(number),
				lines: { line: [added(1)] },
				checkBeforeOrdering: { maxRunTotal: price * 2.5 },
			},
			[{}, {}, {}],
			GOES_ON,
		);
		expect(out.map(({ json }) => 'error' in json)).toEqual([false, false, true]);
		expect(errorsOf(out[2].json)).toContain(`this run has spent ${(price * 2).toFixed(2)} USD`);
	});

	it.each([
		['a line goes', { addUpdateDeleteLine: 'DELETE', ingramLineNumber: '001' }],
		['a quantity falls', raised(1)],
	])('asks no prices where nothing is bought: %s', async (_, line) => {
		const number = await held(bench, 'PO-1', [STOCKED, STOCKED]);
		bench.xi.clearRequests();
		const { items: out } = await change(number, { maxRunTotal: 0.01 }, line);
		expect(out[0].json).toMatchObject({ outcome: 'modified' });
		expect(bench.xi.requestsTo(PRICES)).toEqual([]);
	});

	it('sends nothing where the order cannot be read whose line is raised', async () => {
		const number = await held(bench, 'PO-1');
		bench.xi.faults.add({ match: { endpoint: ORDER_DETAILS }, kind: 'status', status: 400 });
		const { items: out } = await change(number, { maxRunTotal: price * 9 }, raised(2));
		expect(out[0].json).toHaveProperty('error');
		expect(bench.xi.requestsTo(MODIFY)).toEqual([]);
	});
});

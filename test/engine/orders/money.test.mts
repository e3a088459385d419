import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../../simulator/index.mts';
import {
	DUPLICATE,
	byNumber,
	CREATE,
	CREATE_ASYNC,
	CREATE_PO,
	CREATE_PO_ASYNC,
	DIRECT,
	GOES_ON,
	jsonOf,
	linesOf,
	MODIFY,
	ORDER_SEARCH,
	posOf,
	STOCKED,
	UNKNOWN,
} from './support.mts';
import { PRICES, useBench } from '../support.mts';

const bench = useBench({ products: 0, asyncOrderDelaySeconds: 3600 });

const PO = [{ po: 'PO-1' }];
const RETRY = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } as const;

const strike = (endpoint: string, fault: Fault) =>
	bench.xi.faults.add({ ...fault, match: { endpoint } });

/** Every search says that there is nothing, whatever there is. */
const hideOrders = () =>
	strike(ORDER_SEARCH, { kind: 'status', status: 204, body: '', times: Infinity });

const callsTo = (endpoint: string) => bench.xi.requestsTo(endpoint).length;
const numbers = () => bench.xi.orders.map(({ ingramOrderNumber }) => ingramOrderNumber);
const correlationOf = (endpoint: string, call = 0) =>
	bench.xi.requestsTo(endpoint)[call].headers['im-correlationid'];

/** The one item's error and details. */
async function failureOf(parameters: INodeParameters, options: object = GOES_ON) {
	const { items } = await bench.runOrders(parameters, PO, options);
	expect(items).toHaveLength(1);
	const { error, details } = items[0].json as { error?: string; details?: IDataObject };
	return { error, details };
}

describe('another order under the same PO', () => {
	beforeEach(async () => {
		await bench.runOrders({ ...CREATE_PO, lines: linesOf(DIRECT) }, PO);
		strike(CREATE, { kind: 'reset' });
	});

	it('is never taken for the one whose POST was lost, and may be it', async () => {
		const { error, details } = await failureOf(CREATE_PO);
		expect(error).toContain(
			`Ingram Micro has PO PO-1 → ${numbers()[0]}, which may be it: ${STOCKED} × 1 is missing; ${DIRECT} × 1 was not asked for`,
		);
		expect(details).toMatchObject({ reason: 'unknown' });
		expect(posOf(bench)).toEqual(['PO-1']);
	});

	it('is the result where that is wanted, with what differs', async () => {
		const { items } = await bench.runOrders(
			{ ...CREATE_PO, ifOrderExists: 'return', output: 'raw' },
			PO,
		);
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({
				outcome: 'already there',
				ingramOrderNumber: numbers()[0],
				differences: [`${STOCKED} × 1 is missing`, `${DIRECT} × 1 was not asked for`],
			}),
		]);
		expect(posOf(bench)).toEqual(['PO-1']);
	});
});

describe('an expression that comes to nothing', () => {
	const nothing = '={{ $json.nothing }}';

	it.each<INodeParameters>([
		{ previewOnly: nothing },
		{ checkBeforeOrdering: { maxLineQuantity: nothing } },
		{ checkBeforeOrdering: { maxOrderTotal: nothing } },
		{ checkBeforeOrdering: { maxPriceIncrease: nothing } },
		{ checkBeforeOrdering: { refuseIfNotAuthorized: nothing } },
		{ checkBeforeOrdering: { refuseIfShort: nothing } },
		{ onCustomerHold: nothing },
		{
			additionalFields: { additionalAttributes: { allowDuplicateCustomerOrderNumber: nothing } },
		},
	])('switches no safety off: %j', async (given) => {
		for (const parameters of [CREATE_PO, CREATE_PO_ASYNC]) {
			const { error, details } = await failureOf({ ...parameters, ...given });
			expect(error).toContain('is empty');
			expect(details).toMatchObject({ reason: 'badInput' });
		}
		expect(bench.xi.requests).toEqual([]);
	});
});

describe('Retry On Fail', () => {
	it.each<[string, Fault | undefined]>([
		['XI’s own refusal', undefined],
		['any other', { kind: 'status', status: 400, body: { message: 'No' } }],
	])(
		'never says "refused" of an order that an earlier try placed unseen: %s',
		async (_, refusal) => {
			hideOrders();
			strike(CREATE, { kind: 'commitThenReset' });
			if (refusal) strike(CREATE, refusal);
			const { error, details } = await failureOf(CREATE_PO, { ...RETRY, ...GOES_ON });
			expect(error).toMatch(/^It is not known what became of PO PO-1/);
			expect(details).toMatchObject({ reason: 'unknown' });
			expect(posOf(bench)).toEqual(['PO-1']);
		},
	);

	it('stops as unknown, too', async () => {
		hideOrders();
		strike(CREATE, { kind: 'commitThenReset' });
		const { error } = await bench.runOrders(CREATE_PO, PO, RETRY);
		expect(callsTo(CREATE)).toBe(2);
		expect(bench.xi.requestsTo(CREATE)[1].status).toBe(400);
		expect(error?.message).toMatch(/^It is not known what became of PO PO-1/);
		expect(posOf(bench)).toEqual(['PO-1']);
	});
});

describe('a part of what was sent', () => {
	it('is not all of it: the rest of a split order is waited for', async () => {
		strike(CREATE, { kind: 'commitThenReset' });
		bench.xi.faults.add({
			kind: 'status',
			status: 200,
			get body() {
				const [ingramOrderNumber] = numbers();
				return {
					recordsFound: '1',
					pageSize: '100',
					pageNumber: '1',
					orders: [{ ingramOrderNumber, customerOrderNumber: 'PO-1' }],
				};
			},
			match: { endpoint: ORDER_SEARCH },
		});
		const { items } = await bench.runOrders(
			{
				...CREATE_PO,
				lines: linesOf(STOCKED, DIRECT),
				onPartialFailure: 'fail',
				options: { lookSeconds: 1 },
			},
			PO,
		);
		expect(numbers()).toHaveLength(2);
		expect(items.map(({ json }) => [json.outcome, json.ingramOrderNumber]).sort()).toEqual(
			numbers()
				.map((number) => ['already there', number])
				.sort(),
		);
		expect(callsTo(ORDER_SEARCH)).toBe(2);
		expect(callsTo(CREATE)).toBe(1);
	});

	it.each(['order', 'lines'])('fails the item on demand: %s', async (kind) => {
		strike(CREATE, { kind: 'commitThenReset' });
		const { error, details } = await failureOf({
			...CREATE_PO,
			lines: linesOf(STOCKED, UNKNOWN),
			ifLineUnavailable: 'rest',
			onPartialFailure: 'fail',
			return: kind,
		});
		const [number] = numbers();
		expect(error).toMatch(
			new RegExp(
				`^Ingram Micro took a part of it only, in ${number}: line 2 \\(${UNKNOWN}\\): MISSING`,
			),
		);
		expect(details).toMatchObject({ reason: 'partial' });
		expect(callsTo(CREATE)).toBe(1);
	});
});

describe('an answer that names no order', () => {
	const unnamed = [
		{ customerOrderNumber: 'PO-1', orders: [{ lines: [] }] },
		{ customerOrderNumber: 'PO-1', orders: [{ ingramOrderNumber: '', lines: [] }] },
		{ customerOrderNumber: 'PO-1', orders: [{ ingramOrderNumber: null }] },
		{ customerOrderNumber: 'PO-1', orders: [null] },
	];

	it.each(unnamed)('is looked for, and found: %j', async (body) => {
		strike(CREATE, { kind: 'commitThenStatus', status: 201, body });
		const { items, error } = await bench.runOrders(CREATE_PO, PO);
		expect(error).toBeUndefined();
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({ outcome: 'already there', ingramOrderNumber: numbers()[0] }),
		]);
		expect(callsTo(CREATE)).toBe(1);
	});

	it.each(unnamed)('is unknown where nothing is found: %j', async (body) => {
		strike(CREATE, { kind: 'status', status: 201, body });
		const { details } = await failureOf(CREATE_PO);
		expect(details).toMatchObject({ reason: 'unknown' });
		expect(callsTo(ORDER_SEARCH)).toBe(1);
	});

	it.each([{}, { confirmationNumber: '' }, { confirmationNumber: null, message: 'received' }])(
		'is none of Create Order Asynchronously without a confirmation: %j',
		async (body) => {
			strike(CREATE_ASYNC, { kind: 'commitThenStatus', status: 200, body });
			const { error, details } = await failureOf(CREATE_PO_ASYNC);
			expect(error).toMatch(/^It is not known what became of PO PO-1/);
			expect(details).toMatchObject({
				reason: 'unknown',
				correlationId: correlationOf(CREATE_ASYNC),
			});
			// Once before it was sent, once after.
			expect(callsTo(ORDER_SEARCH)).toBe(2);
			expect(callsTo(CREATE_ASYNC)).toBe(1);
		},
	);
});

describe('rejected lines in an odd shape', () => {
	const rejected = { customerLinenumber: '2', ingramPartNumber: UNKNOWN, rejectCode: 'EN' };

	it.each<[unknown, number]>([
		[rejected, 1],
		[[null, rejected], 1],
		[[null], 0],
		[{}, 1],
		['none', 0],
		[null, 0],
	])('lose no order: %j', async (rejectedLineItems, count) => {
		const body = {
			customerOrderNumber: 'PO-1',
			orders: [{ ingramOrderNumber: '20-AAAAA', lines: [null], rejectedLineItems }],
		};
		const answer: Fault = { kind: 'status', status: 201, body, times: 2 };
		strike(CREATE, answer);
		const whole = await bench.runOrders(CREATE_PO, PO);
		expect(whole.error).toBeUndefined();
		expect(jsonOf(whole.items)).toEqual([
			expect.objectContaining({ outcome: 'created', ingramOrderNumber: '20-AAAAA' }),
		]);
		const lines = await bench.runOrders({ ...CREATE_PO, return: 'lines' }, PO);
		expect(lines.error).toBeUndefined();
		expect(lines.items.map(({ json }) => json.ingramOrderNumber)).toEqual(
			Array(Math.max(1, count)).fill('20-AAAAA'),
		);
		expect(callsTo(ORDER_SEARCH)).toBe(0);
	});
});

describe('Create Order Asynchronously for a PO that exists', () => {
	beforeEach(async () => {
		await bench.runOrders(CREATE_PO, PO);
	});

	it('sends nothing and names the order', async () => {
		const { error, details } = await failureOf(CREATE_PO_ASYNC);
		expect(error).toBe(`PO PO-1 exists already (PO PO-1 → ${numbers()[0]}) [item 0]`);
		expect(details).toMatchObject({ reason: 'refused' });
		expect(callsTo(CREATE_ASYNC)).toBe(0);
	});

	it('sends nothing and gives the order, where that is wanted', async () => {
		const { items } = await bench.runOrders({ ...CREATE_PO_ASYNC, ifOrderExists: 'return' }, PO);
		expect(items[0].json).toMatchObject({
			outcome: 'already there',
			ingramOrderNumber: numbers()[0],
		});
		expect(callsTo(CREATE_ASYNC)).toBe(0);
	});

	it('sends nothing where it cannot be looked whether it exists', async () => {
		strike(ORDER_SEARCH, { kind: 'status', status: 400 });
		await failureOf(CREATE_PO_ASYNC);
		expect(callsTo(CREATE_ASYNC)).toBe(0);
	});
});

it('a release of an order that was never on hold fails in XI’s words', async () => {
	await bench.runOrders(CREATE_PO, PO);
	const [number] = numbers();
	const { error, details } = await failureOf({
		operation: 'release',
		order: byNumber(number),
		options: { lookSeconds: 0 },
	});
	expect(error).toContain('Order is not placed on Customer Hold');
	expect(details).toMatchObject({ reason: 'refused', status: 400 });
	expect(callsTo(MODIFY)).toBe(1);
});

describe('Check Before Ordering', () => {
	const entry = (ingramPartNumber: string, more: object = {}) => ({
		ingramPartNumber,
		productAuthorized: true,
		availability: { available: true, totalAvailability: 100, availabilityByWarehouse: [] },
		pricing: { customerPrice: 10, currencyCode: 'USD' },
		...more,
	});
	const both = [STOCKED, DIRECT];

	it.each<[string, INodeParameters, object[], string]>([
		[
			'a price of zero',
			{ maxOrderTotal: 1_000_000 },
			[entry(STOCKED, { pricing: { customerPrice: 0, currencyCode: 'USD' } }), entry(DIRECT)],
			'names no price',
		],
		[
			'a missing price',
			{ maxOrderTotal: 1_000_000 },
			[entry(STOCKED, { pricing: null }), entry(DIRECT)],
			'names no price',
		],
		[
			'no word about the right to buy',
			{ refuseIfNotAuthorized: true },
			[entry(STOCKED, { productAuthorized: undefined }), entry(DIRECT)],
			'does not say that you are authorized to buy this product',
		],
		[
			'empty warehouses, though it is available',
			{ refuseIfShort: true },
			[
				entry(STOCKED, {
					availability: {
						available: true,
						totalAvailability: 0,
						availabilityByWarehouse: [{ warehouseId: '10', quantityAvailable: 0 }],
					},
				}),
				entry(DIRECT),
			],
			'1 are needed and 0 are in stock',
		],
		[
			'two currencies',
			{ maxOrderTotal: 1_000_000 },
			[entry(STOCKED), entry(DIRECT, { pricing: { customerPrice: 10, currencyCode: 'CAD' } })],
			'the lines are in several currencies (USD, CAD)',
		],
	])('refuses %s', async (_, checkBeforeOrdering, body, reason) => {
		const given = { ...CREATE_PO, lines: linesOf(...both), checkBeforeOrdering };
		strike(PRICES, { kind: 'status', status: 200, body });
		const { error, details } = await failureOf(given);
		expect(error).toContain(reason);
		expect(details).toMatchObject({ reason: 'checked' });
		expect(callsTo(CREATE)).toBe(0);

		// The same order passes once XI says what it should.
		strike(PRICES, { kind: 'status', status: 200, body: both.map((part) => entry(part)) });
		const { items } = await bench.runOrders(given, PO);
		expect(items[0].json.outcome).toBe('created');
	});
});

describe('the error of an unknown order', () => {
	it('carries the correlation ID of the POST', async () => {
		strike(CREATE, { kind: 'reset' });
		const { details } = await failureOf(CREATE_PO);
		expect(details).toMatchObject({
			reason: 'unknown',
			endpoint: `POST ${CREATE}`,
			correlationId: correlationOf(CREATE),
		});
	});

	it('carries it in a later try as well, which only looked', async () => {
		strike(CREATE, { kind: 'reset' });
		const { error } = await bench.runOrders({ ...CREATE_PO, ...DUPLICATE }, PO, RETRY);
		expect(callsTo(CREATE)).toBe(1);
		expect(error?.description).toContain(`correlation ID ${correlationOf(CREATE)}`);
	});
});

describe('408, which says that somebody gave up waiting', () => {
	it('is no refusal: the order is found', async () => {
		strike(CREATE, { kind: 'commitThenStatus', status: 408, body: {} });
		const { items } = await bench.runOrders(CREATE_PO, PO);
		expect(items[0].json).toMatchObject({
			outcome: 'already there',
			ingramOrderNumber: numbers()[0],
		});
		expect(callsTo(CREATE)).toBe(1);
	});

	it('is no refusal: without an order it is unknown', async () => {
		strike(CREATE, { kind: 'status', status: 408, body: {} });
		const { details } = await failureOf(CREATE_PO);
		expect(details).toMatchObject({ reason: 'unknown', correlationId: correlationOf(CREATE) });
		expect(callsTo(CREATE)).toBe(1);
	});
});

import type { Fault } from '../../../simulator/index.mts';
import {
	DUPLICATE,
	byNumber,
	CANCEL,
	CREATE,
	CREATE_ASYNC,
	CREATE_PO,
	CREATE_PO_ASYNC,
	GOES_ON,
	held,
	jsonOf,
	linesOf,
	MODIFY,
	ORDER_DETAILS,
	ORDER_SEARCH,
	posOf,
	STOCKED,
	UNKNOWN,
} from './support.mts';
import { AMBIGUOUS, LOST } from '../lostAnswers.mts';
import { ACCOUNT, pairedWith, useBench } from '../support.mts';

const bench = useBench({ products: 0, asyncOrderDelaySeconds: 3600 });

const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } as const;

const strike = (endpoint: string, fault: Fault) =>
	bench.xi.faults.add({ ...fault, match: { endpoint } });

/** The looks after a failure fail as well, so often; a read is not made again after this answer. */
const blind = (times: number) =>
	bench.xi.faults.add({ kind: 'status', status: 400, times, match: { endpoint: ORDER_SEARCH } });

/** In one try, XI is looked at so often, if there is time at all. */
const LOOKS = 4;

const callsTo = (endpoint: string) => bench.xi.requestsTo(endpoint).length;

describe('an ambiguous failure of a new order', () => {
	const quick = { ...CREATE_PO, options: { lookSeconds: 0, timeoutSeconds: 1 } };

	it.each(AMBIGUOUS)('that XI took is found, not sent again: %j', async (fault) => {
		strike(CREATE, fault);
		const { items, error } = await bench.runOrders(quick, [{ po: 'PO-1' }, { po: 'PO-2' }]);
		expect(error).toBeUndefined();
		const [first, second] = bench.xi.orders;
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({
				outcome: 'already there',
				customerOrderNumber: 'PO-1',
				ingramOrderNumber: first.ingramOrderNumber,
				lines: [
					expect.objectContaining({
						ingramPartNumber: STOCKED,
						customerLineNumber: '1',
						ingramLineNumber: '001',
					}),
				],
			}),
			expect.objectContaining({
				outcome: 'created',
				ingramOrderNumber: second.ingramOrderNumber,
			}),
		]);
		expect(callsTo(CREATE)).toBe(2);
	});

	it.each(LOST)('that XI did not take is unknown, with what to do: %j', async (fault) => {
		strike(CREATE, fault);
		const { items } = await bench.runOrders(quick, [{ po: 'PO-1' }], GOES_ON);
		const [{ headers }] = bench.xi.requestsTo(CREATE);
		expect(jsonOf(items)).toEqual([
			{
				error: expect.stringMatching(
					/^It is not known what became of PO PO-1: .* Ingram Micro has no order with this number\. \[item 0\]$/,
				),
				details: expect.objectContaining({
					item: 0,
					reason: 'unknown',
					endpoint: `POST ${CREATE}`,
					correlationId: headers['im-correlationid'],
					remedy: expect.stringContaining('Search for the PO at Ingram Micro'),
				}),
			},
		]);
		expect(callsTo(CREATE)).toBe(1);
		expect(callsTo(ORDER_SEARCH)).toBe(1);
	});

	it('says the same where the node stops', async () => {
		strike(CREATE, { kind: 'reset' });
		const { error } = await bench.runOrders(quick, [{ po: 'PO-1' }]);
		expect(error?.message).toMatch(/^It is not known what became of PO PO-1/);
		expect(error?.description).toMatch(/Search for the PO at .*correlation ID [0-9a-f]{32}\)/);
	});

	it.each<[string, Fault[]]>([
		['answered', []],
		['found', [{ kind: 'commitThenReset' }]],
	])(
		'names the one call that was made where a part was taken, after all tries: %s',
		async (_, faults) => {
			for (const fault of faults) strike(CREATE, fault);
			const partly = { ...quick, lines: linesOf(STOCKED, UNKNOWN), onPartialFailure: 'fail' };
			const { error } = await bench.runOrders(partly, [{ po: 'PO-1' }], RETRY);
			expect(error?.message).toContain('Ingram Micro took a part of it only');
			const [{ headers }] = bench.xi.requestsTo(CREATE);
			expect(error?.description).toContain(`correlation ID ${headers['im-correlationid']}`);
			expect(callsTo(CREATE)).toBe(1);
		},
	);

	it('is looked after over the span that was set', async () => {
		strike(CREATE, { kind: 'reset' });
		const start = Date.now();
		await bench.runOrders({ ...quick, options: { lookSeconds: 1 } }, [{ po: 'PO-1' }], GOES_ON);
		expect(Date.now() - start).toBeGreaterThanOrEqual(1_000);
		const looks = bench.xi.requestsTo(ORDER_SEARCH).map(({ receivedAt }) => receivedAt);
		expect(looks).toHaveLength(LOOKS);
		expect(looks[LOOKS - 1] - looks[0]).toBeGreaterThan(700);
	});

	it('is found by a later look, when XI is slow to tell', async () => {
		strike(CREATE, { kind: 'commitThenReset' });
		blind(LOOKS - 1);
		const patient = { ...quick, options: { lookSeconds: 1 } };
		const { items } = await bench.runOrders(patient, [{ po: 'PO-1' }]);
		expect(items[0].json.outcome).toBe('already there');
		expect(callsTo(CREATE)).toBe(1);
	});

	it('is found whatever capitals XI answers in', async () => {
		bench.xi.quirks.capitals = true;
		strike(CREATE, { kind: 'commitThenReset' });
		const { items } = await bench.runOrders(quick, [{ po: 'new-Po-4' }]);
		expect(items[0].json).toMatchObject({
			outcome: 'already there',
			ingramOrderNumber: bench.xi.orders[0].ingramOrderNumber,
		});
	});

	it('is given as an item a line, where that is wanted', async () => {
		strike(CREATE, { kind: 'commitThenReset' });
		const { items } = await bench.runOrders(
			{ ...quick, lines: linesOf(STOCKED, STOCKED), return: 'lines' },
			[{ po: 'PO-1' }],
		);
		expect(jsonOf(items)).toEqual(
			['1', '2'].map((customerLineNumber) =>
				expect.objectContaining({
					outcome: 'already there',
					ingramPartNumber: STOCKED,
					customerLineNumber,
					lineRejected: false,
				}),
			),
		);
	});
});

describe('Retry On Fail', () => {
	it.each([CREATE_PO, { ...CREATE_PO, ifOrderExists: 'return' }])(
		'after an order that XI took, unseen, ends with one order, found: %j',
		async (parameters) => {
			strike(CREATE, { kind: 'commitThenReset' });
			blind(1);
			const { items, error } = await bench.runOrders(parameters, [{ po: 'PO-1' }], RETRY);
			expect(error).toBeUndefined();
			expect(jsonOf(items)).toEqual([
				expect.objectContaining({
					outcome: 'already there',
					ingramOrderNumber: bench.xi.orders[0].ingramOrderNumber,
				}),
			]);
			expect(posOf(bench)).toEqual(['PO-1']);
			expect(callsTo(CREATE)).toBe(1);
		},
	);

	it('after an order that XI did not take sends it again, once that is certain', async () => {
		strike(CREATE, { kind: 'reset' });
		const { items } = await bench.runOrders(CREATE_PO, [{ po: 'PO-1' }], RETRY);
		expect(jsonOf(items)).toEqual([expect.objectContaining({ outcome: 'created' })]);
		expect(posOf(bench)).toEqual(['PO-1']);
		expect(callsTo(CREATE)).toBe(2);
	});

	it('repeats every item, and none is bought twice', async () => {
		bench.xi.faults.add({
			kind: 'commitThenReset',
			match: { endpoint: CREATE, bodyContains: 'PO-3' },
		});
		blind(1);
		const input = ['PO-1', 'PO-2', 'PO-3', 'PO-4'].map((po) => ({ po }));
		const { items, error } = await bench.runOrders(CREATE_PO, input, RETRY);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => [json.customerOrderNumber, json.outcome])).toEqual([
			['PO-1', 'already there'],
			['PO-2', 'already there'],
			['PO-3', 'already there'],
			['PO-4', 'created'],
		]);
		expect(items.map(({ json }) => json.ingramOrderNumber)).toEqual(
			bench.xi.orders.map(({ ingramOrderNumber }) => ingramOrderNumber),
		);
		expect(callsTo(CREATE)).toBe(4);
	});

	it('does not take the order of another execution for its own', async () => {
		await bench.runOrders(CREATE_PO, [{ po: 'PO-1' }]);
		const { error } = await bench.runOrders(CREATE_PO, [{ po: 'PO-1' }], RETRY);
		expect(error?.message).toContain('PO PO-1 exists already');
		expect(posOf(bench)).toEqual(['PO-1']);
	});
});

describe('with Allow Duplicate Order Number, which switches XI’s guard off', () => {
	const unguarded = {
		...CREATE_PO,
		...DUPLICATE,
	};

	it('a PO can be used again on purpose', async () => {
		const { items } = await bench.runOrders(unguarded, [{ po: 'PO-1' }, { po: 'PO-1' }]);
		expect(items.map(({ json }) => json.outcome)).toEqual(['created', 'created']);
		expect(posOf(bench)).toEqual(['PO-1', 'PO-1']);
	});

	it.each(['commitThenReset', 'commitThenMalformed'] as const)(
		'an order that XI took, unseen, is not sent twice: %s',
		async (kind) => {
			await bench.runOrders(unguarded, [{ po: 'PO-1' }]);
			strike(CREATE, { kind });
			const { items } = await bench.runOrders(unguarded, [{ po: 'PO-1' }], RETRY);
			// The order of before is not taken for this one.
			expect(items.map(({ json }) => [json.outcome, json.ingramOrderNumber])).toEqual([
				['already there', bench.xi.orders[1].ingramOrderNumber],
			]);
			expect(callsTo(CREATE)).toBe(2);
		},
	);

	it('one that was not found is never sent again by another try', async () => {
		strike(CREATE, { kind: 'reset' });
		const { error } = await bench.runOrders(unguarded, [{ po: 'PO-1' }], RETRY);
		expect(error?.message).toMatch(/^It is not known what became of PO PO-1/);
		expect(callsTo(CREATE)).toBe(1);
		expect(bench.xi.orders).toEqual([]);
	});
});

describe('a PO that XI has already', () => {
	it('fails and names the order that exists', async () => {
		await bench.runOrders(CREATE_PO, [{ po: 'PO-1' }]);
		const [{ ingramOrderNumber }] = bench.xi.orders;
		const { items } = await bench.runOrders(CREATE_PO, [{ po: 'PO-1' }, { po: 'PO-2' }], GOES_ON);
		expect(jsonOf(items)).toEqual([
			{
				error: expect.stringMatching(
					`^PO PO-1 exists already \\(PO PO-1 → ${ingramOrderNumber}\\): .*used before.* \\[item 0\\]$`,
				),
				details: expect.objectContaining({
					item: 0,
					reason: 'refused',
					status: 400,
					remedy: expect.stringContaining("'If the Order Exists'"),
				}),
			},
			expect.objectContaining({ outcome: 'created', customerOrderNumber: 'PO-2' }),
		]);
		expect(posOf(bench)).toEqual(['PO-1', 'PO-2']);
	});

	it('gives the order that exists, where that is wanted: a workflow can run twice', async () => {
		const parameters = { ...CREATE_PO, ifOrderExists: 'return' };
		const input = [{ po: 'PO-1' }, { po: 'PO-2' }];
		const first = await bench.runOrders(parameters, input);
		const second = await bench.runOrders(parameters, input);
		expect(second.items.map(({ json }) => json.outcome)).toEqual([
			'already there',
			'already there',
		]);
		expect(second.items.map(({ json }) => json.ingramOrderNumber)).toEqual(
			first.items.map(({ json }) => json.ingramOrderNumber),
		);
		expect(second.items.map(pairedWith)).toEqual([0, 1]);
		expect(bench.xi.orders).toHaveLength(2);
	});

	it.each(['PO-1', ' po-1 '])(
		'twice in one input is one order, and the second row is refused before it is sent: %j',
		async (po) => {
			const { items } = await bench.runOrders(CREATE_PO, [{ po: 'PO-1' }, { po }], GOES_ON);
			expect(items[0].json.outcome).toBe('created');
			expect(items[1].json).toEqual({
				error: `Item 0 has the same number: PO ${po.trim()} [item 1]`,
				details: expect.objectContaining({ item: 1, reason: 'badInput' }),
			});
			expect(callsTo(CREATE)).toBe(1);
			expect(bench.xi.orders).toHaveLength(1);
		},
	);

	it('twice in one input sends nothing at all, where the node stops', async () => {
		const { error } = await bench.runOrders(CREATE_PO, [{ po: 'PO-1' }, { po: 'PO-1' }]);
		expect(error?.message).toBe('Item 0 has the same number: PO PO-1 [item 1]');
		expect(bench.xi.requests).toEqual([]);
	});

	it('is not claimed of an order that XI refused for another reason', async () => {
		const { items } = await bench.runOrders(
			{ ...CREATE_PO, lines: linesOf(UNKNOWN) },
			[{ po: 'PO-1' }],
			GOES_ON,
		);
		expect(items[0].json.error).toMatch(/^Validation failed – ingramPartNumber of line 1/);
		expect(callsTo(ORDER_SEARCH)).toBe(1);
	});
});

describe('a node that stops', () => {
	it('lists what was ordered before, in the description of its error', async () => {
		const { error, items } = await bench.runOrders(
			{ ...CREATE_PO, lines: linesOf('={{ $json.sku ?? "123512" }}') },
			[{ po: 'PO-1' }, { po: 'PO-2' }, { po: 'PO-3', sku: UNKNOWN }, { po: 'PO-4' }],
		);
		const [one, two] = bench.xi.orders.map(({ ingramOrderNumber }) => ingramOrderNumber);
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/\[item 2\]$/);
		expect(error?.description).toContain(`Done before that: PO PO-1 → ${one}, PO PO-2 → ${two}.`);
		expect(posOf(bench)).toEqual(['PO-1', 'PO-2']);
	});

	it('lists it after an order whose fate is unknown, too', async () => {
		bench.xi.faults.add({ kind: 'reset', match: { endpoint: CREATE, bodyContains: 'PO-2' } });
		const { error } = await bench.runOrders(CREATE_PO, [{ po: 'PO-1' }, { po: 'PO-2' }]);
		const [{ ingramOrderNumber }] = bench.xi.orders;
		expect(error?.message).toMatch(/^It is not known what became of PO PO-2.* \[item 1\]$/);
		expect(error?.description).toContain(`Done before that: PO PO-1 → ${ingramOrderNumber}.`);
	});
});

describe('Create Order Asynchronously', () => {
	it('gives XI’s confirmation, with the PO', async () => {
		const { items } = await bench.runOrders(CREATE_PO_ASYNC, [{ po: 'PO-1' }]);
		expect(jsonOf(items)).toEqual([
			{
				outcome: 'created',
				account: ACCOUNT,
				customerOrderNumber: 'PO-1',
				confirmationNumber: expect.stringMatching(/^US-I-T-\d+$/),
				quoteNumber: '',
				message: expect.stringContaining('received'),
			},
		]);
	});

	it('wants a PO', async () => {
		const { error } = await bench.runOrders(CREATE_PO_ASYNC, [{ po: '' }]);
		expect(error?.message).toMatch(/is empty \[item 0\]$/);
		expect(bench.xi.requests).toEqual([]);
	});

	it('orders a quote without lines', async () => {
		const { items } = await bench.runOrders(
			{ ...CREATE_PO_ASYNC, lines: {}, quoteNumber: 'QUO-10926-Y8G1B3' },
			[{ po: 'PO-1' }],
		);
		expect(items[0].json).toMatchObject({ outcome: 'created', quoteNumber: 'QUO-10926-Y8G1B3' });
		expect(bench.xi.requestsTo(CREATE_ASYNC)[0].body).toEqual({
			customerOrderNumber: 'PO-1',
			quoteNumber: 'QUO-10926-Y8G1B3',
		});
	});

	it('says to wait for the event after an ambiguous failure, since the order comes later', async () => {
		strike(CREATE_ASYNC, { kind: 'commitThenReset' });
		const { items } = await bench.runOrders(CREATE_PO_ASYNC, [{ po: 'PO-1' }], GOES_ON);
		expect(jsonOf(items)).toEqual([
			{
				error: expect.stringMatching(/^It is not known what became of PO PO-1/),
				details: expect.objectContaining({
					reason: 'unknown',
					endpoint: `POST ${CREATE_ASYNC}`,
					correlationId: expect.stringMatching(/^[0-9a-f]{32}$/),
					remedy: expect.stringContaining('Wait for the event of this order'),
				}),
			},
		]);
		expect(callsTo(CREATE_ASYNC)).toBe(1);
		bench.xi.advanceTime(3600);
		expect(posOf(bench)).toEqual(['PO-1']);
	});

	it('finds an order that is there in the meantime', async () => {
		strike(CREATE_ASYNC, { kind: 'commitThenReset' });
		const running = bench.runOrders({ ...CREATE_PO_ASYNC, options: { lookSeconds: 2 } }, [
			{ po: 'PO-1' },
		]);
		// The first look is before the order is sent.
		while (callsTo(ORDER_SEARCH) < 2) await new Promise((done) => setTimeout(done, 10));
		bench.xi.advanceTime(3600);
		const { items } = await running;
		expect(items[0].json).toMatchObject({
			outcome: 'already there',
			customerOrderNumber: 'PO-1',
			ingramOrderNumber: bench.xi.orders[0].ingramOrderNumber,
		});
		expect(callsTo(CREATE_ASYNC)).toBe(1);
	});
});

describe('a change of an order, after an ambiguous failure', () => {
	const change = {
		notes: 'Call first',
		lines: {
			line: [
				{
					addUpdateDeleteLine: 'ADD',
					ingramPartNumber: STOCKED,
					quantity: 1,
				},
			],
		},
	};
	const runOn = async (
		number: string,
		operation: string,
		given: object = {},
		options: object = GOES_ON,
	) =>
		await bench.runOrders(
			{ operation, order: byNumber(number), options: { lookSeconds: 0 }, ...given },
			[{}],
			options,
		);

	it.each([
		['cancel', CANCEL, { cancelled: true, orderStatus: 'Canceled' }],
		['release', MODIFY, { released: true, orderStatus: 'Processing' }],
	])('%s that XI made is found', async (operation, endpoint, state) => {
		const number = await held(bench, 'PO-1');
		strike(endpoint, { kind: 'commitThenReset' });
		const { items } = await runOn(number, operation, { output: 'raw' });
		expect(jsonOf(items)).toEqual([
			{ outcome: 'already there', account: ACCOUNT, ingramOrderNumber: number, ...state },
		]);
		expect(callsTo(endpoint)).toBe(1);
	});

	it.each([
		['cancel', CANCEL, 'it is not cancelled'],
		['release', MODIFY, 'it is not released'],
	])('%s that XI did not make reports the state', async (operation, endpoint, lack) => {
		const number = await held(bench, 'PO-1');
		strike(endpoint, { kind: 'reset' });
		const { items } = await runOn(number, operation);
		expect(jsonOf(items)).toEqual([
			{
				error: expect.stringMatching(
					`^It is not known what became of order ${number}: .* Order ${number} has the status "On Hold": ${lack}\\. \\[item 0\\]$`,
				),
				details: expect.objectContaining({
					reason: 'unknown',
					remedy: expect.stringMatching(/^Look at the order .* no harm/),
				}),
			},
		]);
		expect(callsTo(endpoint)).toBe(1);
	});

	it.each([
		['cancel', CANCEL, 'Canceled'],
		['release', MODIFY, 'Processing'],
	])('%s is made again by Retry On Fail, and counts once', async (operation, endpoint, status) => {
		const number = await held(bench, 'PO-1');
		strike(endpoint, { kind: 'reset' });
		const { items, error } = await runOn(number, operation, {}, RETRY);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(bench.xi.orders[0].status).toBe(status);
	});

	it('cancel of what is cancelled already is as good', async () => {
		const number = await held(bench, 'PO-1');
		await runOn(number, 'cancel');
		const { items } = await runOn(number, 'cancel');
		expect(items[0].json).toMatchObject({
			outcome: 'already there',
			cancelled: true,
			ingramOrderNumber: number,
		});
	});

	it('release of what is released already is refused in XI’s words', async () => {
		const number = await held(bench, 'PO-1');
		await runOn(number, 'release');
		const { items } = await runOn(number, 'release');
		expect(items[0].json).toMatchObject({
			error: expect.stringContaining('Order is already released'),
			details: { reason: 'refused', status: 400 },
		});
	});

	it('release that XI made, unseen, is found by a later try', async () => {
		const number = await held(bench, 'PO-1');
		strike(MODIFY, { kind: 'commitThenReset' });
		bench.xi.faults.add({ kind: 'status', status: 400, match: { endpoint: ORDER_DETAILS } });
		const { items, error } = await runOn(number, 'release', {}, RETRY);
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ outcome: 'already there', released: true });
		expect(callsTo(MODIFY)).toBe(1);
	});

	it('modify reports the state, and says to compare', async () => {
		const number = await held(bench, 'PO-1');
		strike(MODIFY, { kind: 'commitThenReset' });
		const { items } = await runOn(number, 'modify', change);
		expect(jsonOf(items)).toEqual([
			{
				error: expect.stringMatching(
					`^It is not known what became of order ${number}: .* Order ${number} has the status "On Hold": it cannot be told from it whether the change was made\\. \\[item 0\\]$`,
				),
				details: expect.objectContaining({
					reason: 'unknown',
					remedy: expect.stringContaining('compare its lines before you send the change again'),
				}),
			},
		]);
		expect(callsTo(MODIFY)).toBe(1);
	});

	it('modify never adds a line twice, by Retry On Fail neither', async () => {
		const number = await held(bench, 'PO-1');
		strike(MODIFY, { kind: 'commitThenReset' });
		const { error } = await runOn(number, 'modify', change, RETRY);
		expect(error?.message).toMatch(/^It is not known what became of order/);
		expect(callsTo(MODIFY)).toBe(1);
		expect(bench.xi.orders[0].lines).toHaveLength(2);
	});

	it('modify is not sent again by Retry On Fail, even where nothing came of it', async () => {
		const number = await held(bench, 'PO-1', [STOCKED, STOCKED]);
		strike(MODIFY, { kind: 'reset' });
		const { error } = await runOn(
			number,
			'modify',
			{ lines: { line: [{ addUpdateDeleteLine: 'DELETE', ingramLineNumber: '002' }] } },
			RETRY,
		);
		expect(error?.message).toMatch(/^It is not known what became of order/);
		expect(callsTo(MODIFY)).toBe(1);
		expect(bench.xi.orders[0].lines).toHaveLength(2);
	});
});

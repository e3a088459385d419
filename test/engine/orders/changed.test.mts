import type { INodeParameters } from 'n8n-workflow';

import type { Fault, QuirkSettings } from '../../../simulator/index.mts';
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
	ORDER_DETAILS,
	ORDER_SEARCH,
	STOCKED,
	UNKNOWN,
} from './support.mts';
import { useBench } from '../support.mts';

const bench = useBench({ products: 0, asyncOrderDelaySeconds: 0 });

const PO = [{ po: 'PO-FEE' }];
const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } as const;
const TWO = { ...CREATE_PO, lines: linesOf(STOCKED, STOCKED) };

const strike = (endpoint: string, fault: Fault) =>
	bench.xi.faults.add({ ...fault, match: { endpoint } });
const lose = (endpoint = CREATE) => strike(endpoint, { kind: 'commitThenReset' });
const fated = (fate: NonNullable<QuirkSettings['orderFates']>[string], deadWord?: string) =>
	Object.assign(bench.xi.quirks, { orderFates: { '': fate }, ...(deadWord && { deadWord }) });
const callsTo = (endpoint: string) => bench.xi.requestsTo(endpoint).length;
const numberOf = () => bench.xi.orders[0].ingramOrderNumber;

async function failureOf(parameters: INodeParameters, options: object = GOES_ON) {
	const { items } = await bench.runOrders(parameters, PO, options);
	expect(items).toHaveLength(1);
	const { error, details } = items[0].json as {
		error: string;
		details: { reason: string; remedy: string };
	};
	return { error, details, said: `${error} ${details.remedy}` };
}

describe('an order that Ingram Micro changed, and whose answer was lost', () => {
	const changes: Array<[Parameters<typeof fated>[0], string, INodeParameters]> = [
		['fee', 'FEE001 × 1 was not asked for', CREATE_PO],
		['kit', `${STOCKED}A × 1 was not asked for`, CREATE_PO],
		['replaced', `${STOCKED}R × 1 was not asked for`, CREATE_PO],
		['otherQuantity', `${STOCKED} × 2, not × 1`, CREATE_PO],
		['otherQuantity', `${STOCKED} × 3, not × 2`, TWO],
	];

	it.each(changes)('is unknown, and named: %s', async (fate, differs, parameters) => {
		fated(fate);
		lose();
		const { error, details, said } = await failureOf(parameters);
		expect(error).toContain(`Ingram Micro has PO PO-FEE → ${numberOf()}, which may be it: `);
		expect(error).toContain(differs);
		expect(details).toMatchObject({ reason: 'unknown', endpoint: `POST ${CREATE}` });
		expect(said).not.toMatch(/exists already|another number/);
		expect(callsTo(CREATE)).toBe(1);
	});

	it.each(changes)('is the result where that is wanted: %s', async (fate, differs, parameters) => {
		fated(fate);
		lose();
		const { items, error } = await bench.runOrders({ ...parameters, ifOrderExists: 'return' }, PO);
		expect(error).toBeUndefined();
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({
				outcome: 'already there',
				ingramOrderNumber: numberOf(),
				warnings: expect.arrayContaining([expect.stringContaining(differs)]),
			}),
		]);
		expect(callsTo(CREATE)).toBe(1);
	});

	it.each(['fee', 'replaced'] as const)(
		'is not sent again by Retry On Fail, and stays unknown: %s',
		async (fate) => {
			fated(fate);
			lose();
			const { error, details, said } = await failureOf(CREATE_PO, { ...RETRY, ...GOES_ON });
			expect(error).toContain(numberOf());
			expect(details).toMatchObject({ reason: 'unknown' });
			expect(said).not.toMatch(/exists already|another number/);
			expect(callsTo(CREATE)).toBe(1);
		},
	);

	it('is unknown where a later try was refused, too', async () => {
		fated('fee');
		lose();
		// The looks of the first try, and the first of the second one, show nothing.
		strike(ORDER_SEARCH, { kind: 'status', status: 204, body: '', times: 2 });
		const { error, said, details } = await failureOf(CREATE_PO, { ...RETRY, ...GOES_ON });
		expect(callsTo(CREATE)).toBe(2);
		expect(error).toContain(numberOf());
		expect(details).toMatchObject({ reason: 'unknown' });
		expect(said).not.toMatch(/exists already|another number/);
	});

	it('is unknown where its details cannot be read', async () => {
		lose();
		strike(ORDER_DETAILS, { kind: 'status', status: 400 });
		const { error, said } = await failureOf(CREATE_PO);
		expect(error).toContain(`the lines of ${numberOf()} could not be read`);
		expect(said).not.toMatch(/exists already|another number/);
	});

	it('is unknown where the product was asked for by another number', async () => {
		lose();
		const { error } = await failureOf({
			...CREATE_PO,
			defineOrderBy: 'json',
			orderJson: {
				customerOrderNumber: 'PO-FEE',
				lines: [{ customerPartNumber: 'XYZ-1000', quantity: 1 }],
			},
		});
		expect(error).toMatch(/^(It is not known what became of|Validation failed)/);
	});

	it('is named by Create Order Asynchronously as well', async () => {
		fated('fee');
		lose(CREATE_ASYNC);
		const { error, details, said } = await failureOf(CREATE_PO_ASYNC);
		expect(error).toContain(`Ingram Micro has PO PO-FEE → ${numberOf()}, which may be it`);
		expect(details).toMatchObject({ reason: 'unknown' });
		expect(said).not.toMatch(/exists already|another number/);
		expect(callsTo(CREATE_ASYNC)).toBe(1);
	});
});

describe('an order that is dead', () => {
	const words = ['REJECTED', 'Voided', 'Void', 'CANCELED', 'im::cancelled', 'IM::ORDER_REJECTED'];

	it.each(words)('after a lost answer is refused, named, and not sent again: %s', async (word) => {
		fated('dead', word);
		strike(CREATE, { kind: 'commitThenStatus', status: 500 });
		for (const more of [{}, { ifOrderExists: 'return' }]) {
			const { error, details } = await failureOf({ ...CREATE_PO, ...more });
			if (more.ifOrderExists === undefined) {
				expect(error).toContain(
					`Ingram Micro refused PO PO-FEE: order ${numberOf()} has the status "${word}"`,
				);
			} else {
				expect(error).toContain(`order ${numberOf()} has the status "${word}"`);
			}
			expect(details).toMatchObject({ reason: 'refused' });
		}
		expect(bench.xi.orders).toHaveLength(1);
	});

	it.each(['deadParts', 'deadLines'] as const)('in all of it is dead: %s', async (fate) => {
		fated(fate, 'im::rejected');
		lose();
		const { error, details } = await failureOf(CREATE_PO, { ...RETRY, ...GOES_ON });
		expect(error).toContain(`order ${numberOf()} has the status "im::rejected"`);
		expect(details).toMatchObject({ reason: 'refused' });
		expect(callsTo(CREATE)).toBe(1);
	});

	it('is told by the search alone, too', async () => {
		strike(CREATE, { kind: 'status', status: 500 });
		bench.xi.faults.add({
			kind: 'status',
			status: 200,
			body: {
				recordsFound: '1',
				orders: [
					{
						ingramOrderNumber: '20-RF778',
						customerOrderNumber: 'PO-FEE',
						ingramOrderDate: new Date().toISOString(),
						orderStatus: 'REJECTED',
					},
				],
			},
			match: { endpoint: ORDER_SEARCH },
		});
		const { error, details } = await failureOf(CREATE_PO);
		expect(error).toContain('order 20-RF778 has the status "REJECTED"');
		expect(details).toMatchObject({ reason: 'refused' });
		expect(callsTo(CREATE)).toBe(1);
	});

	it('does not count where a part is alive', async () => {
		bench.xi.quirks.orderFates = { '': 'dead' };
		lose();
		await bench.runOrders({ ...CREATE_PO, lines: linesOf(DIRECT) }, PO, GOES_ON);
		bench.xi.quirks.orderFates = {};
		lose();
		const again = {
			...CREATE_PO,
			...DUPLICATE,
		};
		const { items } = await bench.runOrders(again, PO);
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({
				outcome: 'already there',
				ingramOrderNumber: bench.xi.orders[1].ingramOrderNumber,
			}),
		]);
	});

	it.each<[string, INodeParameters, number]>([
		['Create Order', CREATE_PO, 1],
		['Create Order Asynchronously', CREATE_PO_ASYNC, 0],
	])('and was there before is named by %s, and never the result', async (_, parameters, sent) => {
		fated('dead', 'CANCELLED');
		await bench.runOrders(CREATE_PO, PO, GOES_ON);
		const before = callsTo(CREATE) + callsTo(CREATE_ASYNC);
		for (const ifOrderExists of ['fail', 'return']) {
			const { error, details, said } = await failureOf({ ...parameters, ifOrderExists });
			expect(error).toContain(
				`PO PO-FEE exists already, and nothing comes of it: order ${numberOf()} has the status "CANCELLED"`,
			);
			expect(said).toContain('a new number');
			expect(details).toMatchObject({ reason: 'refused' });
		}
		expect(callsTo(CREATE) + callsTo(CREATE_ASYNC)).toBe(before + 2 * sent);
		expect(bench.xi.orders).toHaveLength(1);
	});

	it.each(['cancel', 'release'])('is what a look after %s goes by', async (operation) => {
		fated('dead', 'im::voided');
		await bench.runOrders({ ...CREATE_PO, onCustomerHold: true }, PO, GOES_ON);
		strike('/resellers/v6/orders/{orderNumber}', { kind: 'reset' });
		strike('/resellers/v6/orders/{OrderNumber}', { kind: 'reset' });
		const { items } = await bench.runOrders(
			{ operation, order: byNumber(numberOf()), options: { lookSeconds: 0 } },
			[{}],
			GOES_ON,
		);
		expect(items[0].json).toMatchObject(
			operation === 'cancel'
				? { outcome: 'already there', cancelled: true }
				: { error: expect.stringContaining('it can no longer be released') },
		);
	});
});

describe('an order without lines', () => {
	const EMPTY = [
		{ onPartialFailure: 'continue', return: 'order' },
		{ onPartialFailure: 'continue', return: 'lines' },
		{ onPartialFailure: 'fail', return: 'order' },
	];

	it.each(EMPTY)('fails, and is named: %j', async (given) => {
		fated('noLines');
		const { error, details, said } = await failureOf({ ...CREATE_PO, ...given });
		expect(bench.xi.requestsTo(CREATE)[0].status).toBe(207);
		expect(error).toBe(
			`Ingram Micro took none of it: order ${numberOf()} has no lines; line 1 (${STOCKED}): EW BR-CANT-SHIP ${STOCKED} (PO PO-FEE → ${numberOf()}) [item 0]`,
		);
		expect(details).toMatchObject({
			reason: 'partial',
			endpoint: `POST ${CREATE}`,
			correlationId: bench.xi.requestsTo(CREATE)[0].headers['im-correlationid'],
		});
		expect(said).toContain('Cancel Order');
	});

	it('is not made again by Retry On Fail', async () => {
		fated('noLines');
		const { error } = await failureOf(CREATE_PO, { ...RETRY, ...GOES_ON });
		expect(error).toContain(`order ${numberOf()} has no lines`);
		expect(callsTo(CREATE)).toBe(1);
	});

	it.each<[string, INodeParameters]>([
		['to be found', CREATE_PO],
		['to be the result', { ...CREATE_PO, ifOrderExists: 'return' }],
	])('is named where it was %s after a lost answer', async (_, parameters) => {
		fated('noLines');
		lose();
		const { error, details, said } = await failureOf(parameters);
		expect(error).toContain(numberOf());
		expect(['unknown', 'partial']).toContain(details.reason);
		expect(said).not.toMatch(/exists already|another number/);
		expect(callsTo(CREATE)).toBe(1);
	});

	it.each([CREATE_PO, CREATE_PO_ASYNC])(
		'is never returned as the order that exists: %j',
		async (parameters) => {
			fated('noLines');
			await failureOf(CREATE_PO);
			const { error } = await failureOf({ ...parameters, ifOrderExists: 'return' });
			expect(error).toContain(`order ${numberOf()} has no lines`);
		},
	);
});

describe('If a Line Cannot Be Had', () => {
	const MIXED = { ...CREATE_PO, lines: linesOf(STOCKED, UNKNOWN) };
	const sentIn = (endpoint = CREATE) =>
		(bench.xi.requestsTo(endpoint)[0].body as { additionalAttributes?: object[] })
			.additionalAttributes;
	const said = (attributeValue: string) => [{ attributeName: 'allowPartialOrder', attributeValue }];
	/** Among the other attributes, by XI's own name. */
	const OTHER = (value: string) => ({
		additionalAttributes: { other: { attribute: said(value) } },
	});

	it.each([
		[{}, undefined],
		[{ ifLineUnavailable: 'rest' }, said('true')],
		[{ additionalFields: OTHER('true') }, said('true')],
	])('%j: the rest is ordered', async (given, sent) => {
		const { items } = await bench.runOrders({ ...MIXED, ...given }, PO);
		expect(sentIn()).toEqual(sent);
		expect(items[0].json).toMatchObject({
			outcome: 'created',
			hasRejectedLines: true,
			rejectedLineItems: [{ customerLineNumber: '2', ingramPartNumber: UNKNOWN }],
		});
	});

	it.each([{ ifLineUnavailable: 'nothing' }, { additionalFields: OTHER('false') }])(
		'%j: nothing is',
		async (given) => {
			const { details } = await failureOf({ ...MIXED, ...given });
			expect(sentIn()).toEqual(said('false'));
			expect(details).toMatchObject({ reason: 'refused', status: 400 });
			expect(bench.xi.orders).toEqual([]);
		},
	);

	it.each([
		['by fields', { additionalFields: OTHER('true') }],
		[
			'by JSON',
			{
				defineOrderBy: 'json',
				orderJson: {
					customerOrderNumber: 'PO-FEE',
					lines: [{ ingramPartNumber: STOCKED, quantity: 1 }],
					additionalAttributes: said('true'),
				},
			},
		],
	])('is not sent where the order contradicts it %s', async (_, given) => {
		for (const parameters of [CREATE_PO, CREATE_PO_ASYNC]) {
			const { error, details } = await failureOf({
				...parameters,
				...given,
				ifLineUnavailable: 'nothing',
			});
			expect(error).toMatch(/^'If a Line Cannot Be Had' is Place Nothing, and the attribute/);
			expect(details).toMatchObject({ reason: 'badInput' });
		}
		expect(bench.xi.requests).toEqual([]);
	});

	it.each([[CREATE_PO], [CREATE_PO_ASYNC]])(
		'switches nothing off by an expression that gives nothing: %j',
		async (parameters) => {
			const { error } = await failureOf({
				...parameters,
				ifLineUnavailable: '={{ $json.nothing }}',
			});
			expect(error).toMatch(/^'If a Line Cannot Be Had' is empty/);
			expect(bench.xi.requests).toEqual([]);
		},
	);

	it('is part of an order by JSON, and of v7', async () => {
		const orderJson = {
			customerOrderNumber: 'PO-FEE',
			lines: [{ ingramPartNumber: STOCKED, quantity: 1 }],
		};
		const json = { defineOrderBy: 'json', orderJson, ifLineUnavailable: 'nothing' };
		await bench.runOrders({ ...CREATE_PO_ASYNC, ...json }, PO);
		expect(sentIn(CREATE_ASYNC)).toEqual(said('false'));
	});

	it.each<[INodeParameters, string]>([
		[{}, 'already there'],
		[{ ifLineUnavailable: 'rest' }, 'already there'],
	])(
		'%j: a part that was taken is found after a lost answer, with a warning',
		async (given, outcome) => {
			lose();
			const { items } = await bench.runOrders({ ...MIXED, ...given }, PO);
			expect(items[0].json).toMatchObject({
				outcome,
				ingramOrderNumber: numberOf(),
				rejectedLineItems: [{ ingramPartNumber: UNKNOWN, rejectCode: 'MISSING' }],
				warnings: [expect.stringContaining('before you order them again')],
			});
			expect(Object.keys(items[0].json).length).toBeLessThanOrEqual(10);
		},
	);

	it('Place Nothing: a part that is there is unknown, since the rest may come', async () => {
		fated('firstLineOnly');
		lose();
		const { error, details } = await failureOf({
			...TWO,
			lines: linesOf(STOCKED, DIRECT),
			ifLineUnavailable: 'nothing',
		});
		expect(error).toContain(`Ingram Micro has PO PO-FEE → ${numberOf()}, which may be it`);
		expect(details).toMatchObject({ reason: 'unknown' });
	});
});

describe('a refusal under a good status, after which the order is there', () => {
	const refused: Fault = {
		kind: 'commitThenStatus',
		status: 201,
		body: { orders: null, errors: [{ message: 'Pricing failed' }] },
	};

	it.each<[string, string, INodeParameters, object]>([
		['Create Order', CREATE, CREATE_PO, {}],
		['Create Order, tried again', CREATE, CREATE_PO, RETRY],
		['Create Order Asynchronously', CREATE_ASYNC, CREATE_PO_ASYNC, {}],
	])('is unknown, and named: %s', async (_, endpoint, parameters, options) => {
		strike(endpoint, refused);
		const { items } = await bench.runOrders(parameters, PO, { ...options, ...GOES_ON });
		const { error, outcome } = items[0].json;
		expect(bench.xi.orders).toHaveLength(1);
		expect(callsTo(endpoint)).toBe(1);
		// A later try may find it for certain.
		if (outcome === 'already there') return;
		expect(error).toContain('Pricing failed');
		expect(error).toContain(`Ingram Micro has PO PO-FEE → ${numberOf()}, which may be it`);
		expect(JSON.stringify(items[0].json)).not.toMatch(/exists already|use another number/);
	});

	it.each<[string, string, INodeParameters]>([
		['shows later', CREATE_ASYNC, CREATE_PO_ASYNC],
		['may be there twice', CREATE, { ...CREATE_PO, ...DUPLICATE }],
	])('is not sent again by Retry On Fail where it %s', async (_, endpoint, parameters) => {
		strike(endpoint, refused);
		bench.xi.faults.add({
			kind: 'status',
			status: 204,
			text: '',
			times: Infinity,
			match: { endpoint: ORDER_SEARCH },
		});
		const { error, details } = await failureOf(parameters, { ...RETRY, ...GOES_ON });
		expect(callsTo(endpoint)).toBe(1);
		expect(error).toContain('Pricing failed');
		expect(details).toMatchObject({ reason: 'unknown' });
	});
});

describe('orders of which one is dead', () => {
	const answer = (...orders: object[]) =>
		strike(CREATE, { kind: 'commitThenStatus', status: 201, body: { orders } });
	const DEAD = {
		ingramOrderNumber: '20-RF778',
		lines: [{ ingramPartNumber: 'A', lineStatus: 'im::rejected' }],
	};
	const ALIVE = { ingramOrderNumber: '20-RF779', lines: [{ ingramPartNumber: 'B' }] };

	it('says so of the dead one', async () => {
		answer(DEAD, ALIVE);
		const { items } = await bench.runOrders(CREATE_PO, PO);
		expect(jsonOf(items).map(({ warnings }) => warnings)).toEqual([
			['Nothing comes of this order: its status is "im::rejected"'],
			undefined,
		]);
	});

	it('fails where a part is a failure', async () => {
		answer(DEAD, ALIVE);
		const { error, details } = await failureOf({ ...CREATE_PO, onPartialFailure: 'fail' });
		expect(error).toContain(
			'Ingram Micro took a part of it only, in 20-RF779: order 20-RF778 has the status "im::rejected"',
		);
		expect(details).toMatchObject({ reason: 'partial' });
	});

	it.each([{ lines: [{}] }, { lines: [null] }, { lines: {} }])(
		'has no lines where those that are listed hold nothing, and none is counted: %j',
		async (order) => {
			answer({ ingramOrderNumber: '20-RF778', numberOfLinesWithSuccess: 0, ...order });
			const { error } = await failureOf(CREATE_PO);
			expect(error).toContain('order 20-RF778 has no lines');
		},
	);
});

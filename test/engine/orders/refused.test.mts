import { folded } from '../../nodes/IngramMicroOrders/wholeOrders.mts';
import {
	add,
	BAD_CHANGES,
	BAD_LINE_CHANGES,
	BAD_V6,
	BAD_V7,
	LEAST,
	LINE,
} from '../../nodes/IngramMicroOrders/badOrders.mts';
import {
	byNumber,
	CREATE,
	CREATE_ASYNC,
	CREATE_PO,
	DIRECT,
	GOES_ON,
	held,
	jsonOf,
	linesOf,
	MISSING,
	MODIFY,
	posOf,
	STOCKED,
	UNKNOWN,
} from './support.mts';
import { ACCOUNT, pairedWith, PRICES, useBench } from '../support.mts';

const bench = useBench({ products: 200 });

describe('bad input is refused with a sentence, and nothing is sent', () => {
	const order = byNumber('20-RC1RD');
	/** In both of n8n's ways to fail: the node stops, or an item takes the failure. */
	async function refusalOf(parameters: object): Promise<string> {
		const given = byExpression(parameters) as never;
		const stopped = await bench.runOrders(given, [{}]);
		const { items } = await bench.runOrders(given, [{}], GOES_ON);
		expect(bench.xi.requests).toEqual([]);
		expect(jsonOf(items)).toEqual([
			{
				error: stopped.error?.message,
				details: expect.objectContaining({ item: 0, reason: 'badInput' }),
			},
		]);
		const message = items[0].json.error as string;
		expect(message).toMatch(/ \[item 0\]$/);
		return message.replace(/ \[item 0\]$/, '');
	}

	it.each(BAD_V6)('of Create Order: %j', async (given, message) => {
		expect(await refusalOf({ operation: 'create', ...LEAST, ...folded(given) })).toMatch(message);
	});

	it.each(BAD_V7)('of Create Order Asynchronously: %j', async (given, message) => {
		expect(await refusalOf({ operation: 'createAsync', ...LEAST, ...folded(given) })).toMatch(
			message,
		);
	});

	it.each(BAD_CHANGES)('of Modify Order: %j', async (given, message) => {
		expect(await refusalOf({ operation: 'modify', order, ...given })).toMatch(message);
	});

	it.each(BAD_LINE_CHANGES.filter(([change]) => [change].flat().every(hasChange)))(
		'of Modify Order, in its lines: %j',
		async (change, message) => {
			const lines = { line: [change].flat() };
			expect(await refusalOf({ operation: 'modify', order, lines })).toBe(message);
		},
	);

	it.each(['get', 'modify', 'release', 'cancel'])('of %s: no order number', async (operation) => {
		const given = { operation, notes: 'N' };
		expect(await refusalOf({ ...given, order: byNumber('') })).toBe("'Order' is empty");
		expect(await refusalOf({ ...given, order: byNumber('20RD128') })).toBe(
			'\'Order\' is "20RD128"; it must be an Ingram Micro order number with its dashes, such as 20-RD128 or 20-RD128-11, or 8 to 12 digits without any, such as 7059827143',
		);
		expect(await refusalOf({ ...given, order: byNumber('../../catalog') })).toMatch(
			/^'Order' is "\.\.\/\.\.\/catalog"/,
		);
	});

	it('of two lines with one number', async () => {
		const line = { ...LINE, additionalFields: { customerLineNumber: '2' } };
		expect(await refusalOf({ operation: 'create', ...LEAST, lines: { line: [line, line] } })).toBe(
			'Lines 1 and 2 have the same line number, 2',
		);
	});

	it('of more than 884 lines', async () => {
		const linesList = JSON.stringify(Array(885).fill(LINE));
		const given = { operation: 'create', ...LEAST, linesFrom: 'list', linesList };
		expect(await refusalOf(given)).toBe('The order has 885 lines; at most 884 are allowed');
	});

	it('before the first of many is sent, where the node stops', async () => {
		const { error } = await bench.runOrders(CREATE_PO, [{ po: 'PO-1' }, { po: 'x'.repeat(36) }]);
		expect(error?.message).toMatch(/has 36 characters; at most 35 are allowed \[item 1\]$/);
		expect(bench.xi.requests).toEqual([]);
	});

	it('alone, where it goes on', async () => {
		const { items } = await bench.runOrders(CREATE_PO, [{ po: '' }, { po: 'PO-2' }], GOES_ON);
		expect(items.map((item) => [pairedWith(item), item.json.outcome])).toEqual([
			[0, undefined],
			[1, 'created'],
		]);
	});
});

/** n8n refuses a required field that is empty by itself; an expression may come to nothing. */
function byExpression(value: unknown): unknown {
	if (value === '') return "={{ '' }}";
	if (Array.isArray(value)) return value.map(byExpression);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [name, byExpression(entry)]),
	);
}

/** The editor always fills it in; only JSON can lack it. */
function hasChange(change: { addUpdateDeleteLine?: unknown }): boolean {
	// The line number of a new line is hidden, and n8n drops what is hidden.
	const isHidden = 'ingramLineNumber' in change && change.addUpdateDeleteLine === 'ADD';
	return 'addUpdateDeleteLine' in change && !isHidden;
}

describe('what XI refuses is told in a sentence that says why', () => {
	it.each([
		[
			'cancel',
			{},
			405,
			'Order can not be deleted as the order is not on hold',
			'Only an order on customer hold can be cancelled',
		],
		[
			'modify',
			{ lines: { line: [add] } },
			400,
			'Order can not be modified/released.',
			'Only an order on customer hold can be modified',
		],
	])('%s of an order that is not on hold', async (operation, given, status, words, advice) => {
		const [number] = bench.xi.addOrders(1);
		const parameters = { operation, order: byNumber(number), ...given } as never;
		const { items } = await bench.runOrders(parameters, [{}], GOES_ON);
		expect(jsonOf(items)).toEqual([
			{
				error: expect.stringContaining(words),
				details: expect.objectContaining({
					item: 0,
					reason: 'refused',
					status,
					remedy: expect.stringContaining(advice),
					correlationId: expect.stringMatching(/^[0-9a-f]{32}$/),
				}),
			},
		]);
		const { error } = await bench.runOrders(parameters, [{}]);
		expect(error?.message).toContain(words);
		expect(error?.description).toContain(advice);
	});

	it.each(['modify', 'cancel'])('%s of an order that does not exist', async (operation) => {
		const { items } = await bench.runOrders(
			{
				operation,
				order: byNumber('20-00000'),
				shipToInfo: { city: 'Irvine' },
				options: { lookSeconds: 0 },
			},
			[{}],
			GOES_ON,
		);
		expect(items[0].json.details).toMatchObject({
			status: 404,
			remedy: expect.stringContaining('Check the order number'),
		});
	});

	it('an error item has the same facts on the error output, under a name that every n8n takes, beside the good ones on theirs', async () => {
		const { items, failed } = await bench.runOrders(
			{ ...CREATE_PO, lines: linesOf('={{ $json.sku }}') },
			[
				{ po: 'PO-1', sku: UNKNOWN },
				{ po: 'PO-2', sku: STOCKED },
			],
			{ onError: 'continueErrorOutput' },
		);
		expect(items.map((item) => [pairedWith(item), item.json.outcome])).toEqual([[1, 'created']]);
		const [{ headers }] = bench.xi.requestsTo(CREATE);
		expect(failed.map(pairedWith)).toEqual([0]);
		expect(failed[0].json).toMatchObject({
			error: expect.stringMatching(/SKU-NOTFOUND XXXXXX.* \[item 0\]$/),
			message: {
				item: 0,
				reason: 'refused',
				status: 400,
				endpoint: `POST ${CREATE}`,
				correlationId: headers['im-correlationid'],
				remedy: expect.any(String),
			},
		});
	});
});

describe('a part of an order that XI does not take', () => {
	const mixed = {
		...CREATE_PO,
		lines: linesOf(STOCKED, UNKNOWN, DIRECT),
	};
	const rejected = {
		customerLinenumber: '2',
		ingramPartNumber: UNKNOWN,
		quantityOrdered: 1,
		rejectCode: 'EN',
		rejectReason: `SKU-NOTFOUND    ${UNKNOWN}`,
	};

	it.each([false, true])('is in the output with the rest (uncounted by XI: %s)', async (hidden) => {
		bench.xi.quirks.uncountedRejections = hidden;
		const { items, error } = await bench.runOrders({ ...mixed, output: 'raw' }, [{ po: 'PO-1' }]);
		expect(error).toBeUndefined();
		expect(bench.xi.requestsTo(CREATE)[0].status).toBe(207);
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({
				outcome: 'created',
				orderSplit: true,
				processedPartially: !hidden,
				ingramOrderNumber: bench.xi.orders[0].ingramOrderNumber,
				rejectedLineItems: [rejected],
			}),
			expect.objectContaining({
				outcome: 'created',
				orderSplit: true,
				ingramOrderNumber: bench.xi.orders[1].ingramOrderNumber,
			}),
		]);
		expect(items.map(pairedWith)).toEqual([0, 0]);
	});

	it('is seen in the simplified output too', async () => {
		const { items } = await bench.runOrders(mixed, [{ po: 'PO-1' }]);
		expect(items[0].json).toMatchObject({
			outcome: 'created',
			customerOrderNumber: 'PO-1',
			orderSplit: true,
			rejectedLineItems: [
				{
					customerLineNumber: '2',
					ingramPartNumber: UNKNOWN,
					vendorPartNumber: null,
					quantityOrdered: 1,
					rejectCode: 'EN',
					rejectReason: `SKU-NOTFOUND    ${UNKNOWN}`,
				},
			],
		});
		for (const { json } of items) expect(Object.keys(json).length).toBeLessThanOrEqual(10);
	});

	it('is an item of its own, flagged, with code and reason', async () => {
		const { items } = await bench.runOrders({ ...mixed, return: 'lines' }, [{ po: 'PO-1' }]);
		const [first, second] = bench.xi.orders.map(({ ingramOrderNumber }) => ingramOrderNumber);
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({
				ingramOrderNumber: first,
				customerOrderNumber: 'PO-1',
				ingramPartNumber: STOCKED,
				lineRejected: false,
			}),
			expect.objectContaining({
				ingramOrderNumber: first,
				customerLineNumber: '2',
				ingramPartNumber: UNKNOWN,
				lineRejected: true,
				rejectCode: 'EN',
				rejectReason: rejected.rejectReason,
			}),
			expect.objectContaining({
				ingramOrderNumber: second,
				ingramPartNumber: DIRECT,
				lineRejected: false,
			}),
		]);
	});

	it.each(['order', 'lines'])(
		'fails the item on demand, naming what was bought: %s',
		async (kind) => {
			const { items } = await bench.runOrders(
				{ ...mixed, return: kind, onPartialFailure: 'fail' },
				[{ po: 'PO-1' }],
				GOES_ON,
			);
			const numbers = bench.xi.orders.map(({ ingramOrderNumber }) => ingramOrderNumber);
			expect(numbers).toHaveLength(2);
			expect(items).toHaveLength(1);
			expect(items[0].json.error).toContain(
				`Ingram Micro took a part of it only, in ${numbers.join(', ')}: line 2 (${UNKNOWN}): EN SKU-NOTFOUND ${UNKNOWN}`,
			);
		},
	);

	it('fails the item, and is not bought again by Retry On Fail', async () => {
		const { error } = await bench.runOrders(
			{ ...mixed, onPartialFailure: 'fail' },
			[{ po: 'PO-1' }],
			{ retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		);
		expect(error?.message).toMatch(/^Ingram Micro took a part of it only/);
		expect(bench.xi.requestsTo(CREATE)).toHaveLength(1);
		expect(posOf(bench)).toEqual(['PO-1', 'PO-1']);
	});

	it('of a change is told in the same way', async () => {
		const number = await held(bench, 'PO-1', [STOCKED, STOCKED]);
		const change = {
			operation: 'modify',
			order: byNumber(number),
			lines: {
				line: [
					{
						addUpdateDeleteLine: 'ADD',
						ingramPartNumber: DIRECT,
						quantity: 1,
					},
					{ addUpdateDeleteLine: 'DELETE', ingramLineNumber: '009' },
				],
			},
		};
		const both = await bench.runOrders({ ...change, return: 'lines' }, [{}]);
		expect(both.error).toBeUndefined();
		expect(jsonOf(both.items)).toEqual([
			expect.objectContaining({
				outcome: 'modified',
				ingramOrderNumber: number,
				ingramPartNumber: DIRECT,
				lineRejected: false,
			}),
			expect.objectContaining({
				ingramOrderNumber: number,
				lineRejected: true,
				rejectCode: 'EL',
				rejectReason: 'ERROR-LINE-NOT-FOUND',
			}),
		]);
		const failed = await bench.runOrders({ ...change, onPartialFailure: 'fail' }, [{}], GOES_ON);
		expect(failed.items[0].json.error).toContain(
			`Ingram Micro took a part of it only, in ${number}: line 009: EL ERROR-LINE-NOT-FOUND`,
		);
		expect(bench.xi.requestsTo(MODIFY)).toHaveLength(2);
	});

	it('is a failure when it is all of it, whatever the option says', async () => {
		const number = await held(bench, 'PO-1', [STOCKED]);
		const { items } = await bench.runOrders(
			{
				operation: 'modify',
				order: byNumber(number),
				lines: { line: [{ addUpdateDeleteLine: 'DELETE', ingramLineNumber: '009' }] },
			},
			[{}],
			GOES_ON,
		);
		expect(items[0].json.error).toMatch(/^Ingram Micro took none of it: line 009: EL/);
	});
});

describe('Check Before Ordering', () => {
	const lines = {
		line: [
			{ ingramPartNumber: STOCKED, quantity: 6, additionalFields: { unitPrice: 1 } },
			{ ingramPartNumber: UNKNOWN, quantity: 1, additionalFields: { unitPrice: 1 } },
			{ ingramPartNumber: MISSING, quantity: 2, additionalFields: { unitPrice: 100_000 } },
		],
	};
	const everything = {
		maxLineQuantity: 5,
		maxOrderTotal: 0.5,
		maxPriceIncrease: 10,
		refuseIfNotAuthorized: true,
		refuseIfShort: true,
	};

	it.each([
		['create', CREATE],
		['createAsync', CREATE_ASYNC],
	])(
		'refuses in %s, names each line and reason, and orders nothing',
		async (operation, endpoint) => {
			const parameters = {
				...CREATE_PO,
				operation,
				lines,
				checkBeforeOrdering: everything,
			} as never;
			const { items } = await bench.runOrders(parameters, [{ po: 'PO-1' }], GOES_ON);
			const { items: prices } = await bench.run(
				{
					operation: 'getPriceAndAvailability',
					product: { __rl: true, mode: 'ingramPartNumber', value: '={{ $json.sku }}' },
					output: 'raw',
				},
				[{ sku: STOCKED }, { sku: MISSING }],
			);
			const [stocked, missing] = prices.map(
				({ json }) => (json.pricing as { customerPrice: number }).customerPrice,
			);
			const reasons = [
				`line 1 (Ingram part number ${STOCKED}) has 6 pieces; the limit is 5`,
				expect.stringMatching(`^line 2 \\(Ingram part number ${UNKNOWN}\\): .`),
				`line 1 (Ingram part number ${STOCKED}) costs ${stocked} apiece, which is more than 10 % above the expected 1`,
				`line 3 (Ingram part number ${MISSING}): 2 are needed and 0 are in stock`,
				`the lines cost ${Math.round((6 * stocked + 2 * missing) * 100) / 100} together; the limit is 0.5`,
			];
			expect(items).toHaveLength(1);
			const { error, details } = items[0].json as { error: string; details: { reasons: string[] } };
			expect(details).toEqual({ item: 0, account: ACCOUNT, reason: 'checked', reasons });
			for (const reason of details.reasons) expect(error).toContain(reason);
			expect(bench.xi.requestsTo(endpoint)).toEqual([]);
			expect(bench.xi.orders).toEqual([]);
			// One call for the three lines; the other one is this test's own.
			expect(bench.xi.requestsTo(PRICES)).toHaveLength(2);

			const { error: stopped } = await bench.runOrders(parameters, [{ po: 'PO-1' }]);
			expect(stopped?.message).toBe(error);
			expect(bench.xi.requestsTo(endpoint)).toEqual([]);
		},
	);

	it('refuses what one is not authorized to buy', async () => {
		const product = bench.xi.products.find(({ authorized }) => !authorized);
		if (!product) throw new Error('All products can be bought');
		const { items } = await bench.runOrders(
			{
				...CREATE_PO,
				lines: linesOf(product.ingramPartNumber),
				checkBeforeOrdering: { refuseIfNotAuthorized: true },
			},
			[{ po: 'PO-1' }],
			GOES_ON,
		);
		expect(items[0].json.error).toContain(
			`line 1 (Ingram part number ${product.ingramPartNumber}): Ingram Micro does not say that you are authorized to buy this product`,
		);
		expect(bench.xi.requestsTo(CREATE)).toEqual([]);
	});

	it('orders what passes', async () => {
		const { items, error } = await bench.runOrders(
			{
				...CREATE_PO,
				lines: {
					line: [
						{ ingramPartNumber: STOCKED, quantity: 2, additionalFields: { unitPrice: 100_000 } },
					],
				},
				checkBeforeOrdering: { ...everything, maxOrderTotal: 1_000_000 },
			},
			[{ po: 'PO-1' }, { po: 'PO-2' }],
		);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.outcome)).toEqual(['created', 'created']);
		expect(posOf(bench)).toEqual(['PO-1', 'PO-2']);
		expect(
			bench.xi.requests
				.map(({ endpoint }) => endpoint)
				.filter((one) => one !== '/oauth/oauth20/token'),
		).toEqual([PRICES, CREATE, PRICES, CREATE]);
	});

	it('orders nothing when prices cannot be had', async () => {
		bench.xi.faults.add({ kind: 'status', status: 400, match: { endpoint: PRICES } });
		const { items } = await bench.runOrders(
			{ ...CREATE_PO, checkBeforeOrdering: { refuseIfShort: true } },
			[{ po: 'PO-1' }],
			GOES_ON,
		);
		expect(items[0].json).toHaveProperty('error');
		expect(bench.xi.requestsTo(CREATE)).toEqual([]);
	});
});

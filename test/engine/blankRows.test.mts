import type { INodeParameters } from 'n8n-workflow';

import { LINE, PLACE } from '../nodes/IngramMicroReturns/sampleReturns.mts';
import { GOES_ON, jsonOf, posOf, STOCKED } from './orders/support.mts';
import { bought, referencesIn, runReturns } from './returns/support.mts';
import { pairedWith, useBench } from './support.mts';

const bench = useBench({ products: 0 });

const orderOf = (line: INodeParameters, more: INodeParameters = {}): INodeParameters => ({
	operation: 'create',
	customerOrderNumber: '={{ $json.po }}',
	linesFrom: 'items',
	lines: { line: [line] },
	// Typed once, so it stands in each row, the blank ones too.
	shipToInfo: { city: 'Irvine', countryCode: 'US' },
	additionalFields: { notes: 'Weekly order' },
	options: { lookSeconds: 0 },
	...more,
});

const GATHER = orderOf({ ingramPartNumber: '={{ $json.sku }}', quantity: '={{ $json.qty }}' });
const [ONE, TWO] = [
	{ po: 'PO-1', sku: STOCKED, qty: 1 },
	{ po: 'PO-2', sku: STOCKED, qty: 2 },
];
const SKIPPED = {
	outcome: 'skipped',
	reason: 'This row is blank: nothing of an order is filled in, neither its number nor a line',
};

describe('a blank row among those of which several make one order', () => {
	it.each([{}, GOES_ON, { onError: 'continueErrorOutput' } as const])(
		'is skipped, and nothing waits for it, under %j',
		async (settings) => {
			const rows = [ONE, { po: '', sku: '', qty: '' }, TWO];
			const { items, failed, error } = await bench.runOrders(GATHER, rows, settings);
			expect(error).toBeUndefined();
			expect(failed).toEqual([]);
			expect(items.map((item) => [pairedWith(item), item.json.outcome])).toEqual([
				[0, 'created'],
				[1, 'skipped'],
				[2, 'created'],
			]);
			expect(items[1].json).toEqual(SKIPPED);
			expect(posOf(bench)).toEqual(['PO-1', 'PO-2']);
		},
	);

	it('is one without anything of the order, whatever else stands in it', async () => {
		const blanks = [
			{},
			{ po: null, sku: null, qty: null },
			{ po: '  ', sku: '\t', qty: ' ' },
			{ po: '\u00a0', sku: '\u200b', qty: '' },
			{ po: '', sku: '', qty: 0 },
			{ po: 0, sku: '0', qty: '0' },
			{ row_number: 12, po: '', sku: '', qty: '', city: 'Berlin' },
		];
		const { items, error } = await bench.runOrders(GATHER, [ONE, ...blanks]);
		expect(error).toBeUndefined();
		expect(jsonOf(items).slice(1)).toEqual(blanks.map(() => SKIPPED));
		expect(posOf(bench)).toEqual(['PO-1']);
	});

	it.each<[string, INodeParameters]>([
		[
			'a default in an expression',
			orderOf({ ingramPartNumber: '={{ $json.sku }}', quantity: '={{ $json.qty || 1 }}' }),
		],
		[
			'another form of that',
			orderOf({
				ingramPartNumber: '={{ $json["sku"] }}',
				quantity: "={{ +($json?.['qty'] ?? 1) }}",
			}),
		],
		[
			'a default by the input',
			orderOf({
				ingramPartNumber: {
					__rl: true,
					mode: 'ingramPartNumber',
					value: '={{ $input.item.json.sku }}',
				},
				quantity: '={{ Number($input.item.json.qty) || 1 }}',
			}),
		],
		[
			'a number with words around it',
			orderOf(
				{ ingramPartNumber: '={{ $json.sku.trim() }}', quantity: 1 },
				{ customerOrderNumber: '=PO-{{ $json.po?.replace("PO-", "") }}' },
			),
		],
		[
			'one number for all',
			orderOf(
				{ ingramPartNumber: '={{ $json.sku }}', quantity: 1 },
				{ customerOrderNumber: '={{ "PO-" + 1 }}' },
			),
		],
		['a typed product', orderOf({ ingramPartNumber: STOCKED, quantity: '={{ $json.qty }}' })],
	])('is one too where the node has %s', async (_, parameters) => {
		const blank = { po: '', sku: '', qty: '' };
		const { items, error } = await bench.runOrders(parameters, [ONE, blank]);
		expect(error).toBeUndefined();
		expect(jsonOf(items).map(({ outcome }) => outcome)).toEqual(['created', 'skipped']);
		expect(posOf(bench)).toEqual(['PO-1']);
	});

	it('is said aloud where all are, since names in expressions may be wrong', async () => {
		const { items, run } = await bench.runOrders(GATHER, [{ PO: 'PO-1', SKU: STOCKED }, {}]);
		expect(jsonOf(items)).toEqual([SKIPPED, SKIPPED]);
		const [task] = run.data.resultData.runData.Node;
		expect(task.hints).toEqual([
			expect.objectContaining({
				message: expect.stringContaining('All rows were skipped as blank'),
			}),
		]);
		expect(bench.xi.requests).toEqual([]);
	});

	it('is a blank row of one list only: where each item is an order, an empty one fails', async () => {
		const blank = { po: '', sku: '', qty: '' };
		const { items } = await bench.runOrders({ ...GATHER, linesFrom: 'fields' }, [blank], GOES_ON);
		expect(items[0].json.error).toBe("'Customer Order Number' is empty [item 0]");
		const orderJson =
			'={{ ({ customerOrderNumber: "PO-9", lines: [{ ingramPartNumber: "123512", quantity: 1 }] }) }}';
		const json = { ...GATHER, defineOrderBy: 'json', orderJson };
		const { items: placed } = await bench.runOrders(json, [blank]);
		expect(placed[0].json.outcome).toBe('created');
	});
});

describe('a row with something in it', () => {
	/** What becomes of three rows, of which the last has not all of it. */
	const after = async (row: object) => {
		const rows = [ONE, TWO, row as Record<string, unknown>];
		const { error } = await bench.runOrders(GATHER, rows);
		const { items } = await bench.runOrders(GATHER, rows, GOES_ON);
		return {
			stopped: error?.message,
			told: jsonOf(items).map((json) => json.error ?? json.outcome),
		};
	};

	it.each([
		[{ po: '', sku: STOCKED, qty: 1 }, "'Customer Order Number' is empty"],
		[{ po: '', sku: STOCKED, qty: '' }, "'Customer Order Number' is empty"],
		[{ po: '', sku: '', qty: 3 }, "'Customer Order Number' is empty"],
	])('that may be of any order holds up all of them: %j', async (row, problem) => {
		const held = `Item 2 may belong here as well, and something is wrong with it, so nothing of this was sent: ${problem}`;
		const { stopped, told } = await after(row);
		expect(stopped).toBe(`${held} [item 0]`);
		expect(told).toEqual([`${held} [item 0]`, `${held} [item 1]`, `${problem} [item 2]`]);
		expect(posOf(bench)).toEqual([]);
	});

	it('that is of one order holds up that one', async () => {
		const { stopped, told } = await after({ po: 'PO-2', sku: STOCKED, qty: 'x' });
		const problem = `'Quantity' in 'Lines', entry 1 is "x"; it must be a whole number from 1 to 9999999`;
		const held = `Item 2 belongs to PO-2 as well, and something is wrong with it, so nothing of this was sent: ${problem}`;
		expect(stopped).toBe(`${held} [item 1]`);
		expect(told).toEqual(['created', `${held} [item 1]`, `${problem} [item 2]`]);
		expect(posOf(bench)).toEqual(['PO-1']);
	});
});

describe('a blank row of a return', () => {
	it('is skipped', async () => {
		const one = await bought(bench, 'PO-1');
		const parameters: INodeParameters = {
			operation: 'create',
			referenceNumber: '={{ $json.ref }}',
			linesFrom: 'items',
			lines: {
				line: [
					{
						...LINE,
						invoiceNumber: '={{ $json.invoice }}',
						invoiceDate: '={{ $json.date }}',
						ingramPartNumber: '={{ $json.sku }}',
						quantity: '={{ $json.qty ?? 1 }}',
					},
				],
			},
			shipFromInfo: PLACE,
		};
		const row = { ref: 'RMA-1', invoice: one.invoiceNumber, date: one.invoiceDate, sku: STOCKED };
		const blank = { ref: '', invoice: '', date: '', sku: '' };
		const { items, error } = await runReturns(bench, parameters, [row, blank]);
		expect(error).toBeUndefined();
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({ outcome: 'created' }),
			{
				outcome: 'skipped',
				reason:
					'This row is blank: nothing of a return is filled in, neither its number nor a line',
			},
		]);
		expect(referencesIn(bench)).toEqual(['RMA-1']);
		const { error: other } = await runReturns(bench, parameters, [
			{ ...row, ref: 'RMA-2' },
			{ ...blank, invoice: one.invoiceNumber },
		]);
		expect(other?.message).toContain('Item 1 may belong here as well');
		expect(referencesIn(bench)).toEqual(['RMA-1']);
	});
});

it.each<[string, string]>([
	['PO-1', 'po-1'],
	['po-1', 'PO-1 '],
])('numbers that differ in capitals make no order of a part of the rows: %s, %s', async (a, b) => {
	const rows = [
		{ po: a, sku: STOCKED, qty: 1 },
		{ po: b, sku: STOCKED, qty: 2 },
	];
	const { items } = await bench.runOrders(GATHER, rows, GOES_ON);
	expect(jsonOf(items)).toEqual(
		rows.map(() => ({
			error: expect.stringMatching(/^Items 0 and 1 .* differ in 'Customer Order Number'/),
			details: expect.anything(),
		})),
	);
	expect(posOf(bench)).toEqual([]);
});

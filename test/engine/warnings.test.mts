import type { INodeParameters } from 'n8n-workflow';

import type { NodeRun } from './engine.mts';
import {
	byNumber,
	CREATE,
	CREATE_ASYNC,
	CREATE_PO,
	CREATE_PO_ASYNC,
	held,
	linesOf,
	MODIFY,
	STOCKED,
	UNKNOWN,
} from './orders/support.mts';
import { ORDER, orderOf, PLAIN, runQuotes } from './quotes/orderSupport.mts';
import { CREATE_NAMED, CREATE_QUOTE, quotesOf } from './quotes/support.mts';
import { bought, createReturnOf, RETURN_CREATE, runReturns } from './returns/support.mts';
import { useBench } from './support.mts';

const bench = useBench({ products: 0 });

const ERRORS = [
	{
		id: '1',
		type: '/errors/validation-failed',
		message: 'Ship-to name cut short.',
		fields: [{ field: 'shipToInfo.companyName', value: 'A very long name', message: 'Too long' }],
	},
	{ message: 'Carrier was changed' },
];
const SENTENCES = [
	'Ship-to name cut short – shipToInfo.companyName: Too long (A very long name)',
	'Carrier was changed',
];

const OUTPUTS: INodeParameters[] = [
	{ output: 'simplified' },
	{ output: 'selectedFields', fields: ['warnings'] },
	{ output: 'raw' },
];
const PO = [{ po: 'PO-1' }];

const RUNS: Array<[string, string, (output: INodeParameters) => Promise<NodeRun>]> = [
	[
		'Create Order',
		CREATE,
		async (output) => await bench.runOrders({ ...CREATE_PO, ...output }, PO),
	],
	[
		'Create Order, a line an item',
		CREATE,
		async (output) => await bench.runOrders({ ...CREATE_PO, return: 'lines', ...output }, PO),
	],
	[
		'Create Order Asynchronously',
		CREATE_ASYNC,
		async (output) => await bench.runOrders({ ...CREATE_PO_ASYNC, ...output }, PO),
	],
	[
		'Modify Order',
		MODIFY,
		async (output) =>
			await bench.runOrders(
				{ operation: 'modify', order: byNumber(await held(bench, 'PO-1')), notes: 'N', ...output },
				[{}],
			),
	],
	[
		'Order Quote',
		ORDER,
		async (output) => await runQuotes(bench, { ...orderOf(PLAIN, {}), ...output }),
	],
	[
		'Create Quote',
		CREATE_QUOTE,
		async (output) => await quotesOf(bench)({ ...CREATE_NAMED, ...output }, [{ name: 'Q' }]),
	],
	[
		'Create Return',
		RETURN_CREATE,
		async (output) =>
			await runReturns(bench, { ...createReturnOf(await bought(bench, 'PO-1')), ...output }, [
				{ reference: 'RMA-1' },
			]),
	],
];

describe.each(RUNS)('what Ingram Micro says beside the answer of %s', (_, endpoint, run) => {
	it.each(OUTPUTS)('is in the item: %j', async (output) => {
		bench.xi.faults.add({
			kind: 'commitThenAdd',
			body: { errors: ERRORS },
			match: { endpoint },
		});
		const { items, error } = await run(output);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		const [{ json }] = items;
		if (output.output === 'raw') expect(json.errors).toEqual(ERRORS);
		else expect(json.warnings).toEqual(SENTENCES);
		if (output.output === 'simplified') expect(Object.keys(json).length).toBeLessThanOrEqual(10);
	});

	it.each([
		['warnings as texts', { warnings: ['One', 'Two'] }, ['One', 'Two']],
		['one error that is no list', { errors: { message: 'One' } }, ['One']],
		[
			'errors and warnings',
			{ errors: [{ message: 'One' }], warnings: [{ message: 'Two' }] },
			['One', 'Two'],
		],
		['another shape', { warnings: [{ code: 7, text: 'One' }] }, ['{"code":7,"text":"One"}']],
	])('may be %s', async (_name, body, sentences) => {
		bench.xi.faults.add({ kind: 'commitThenAdd', body, match: { endpoint } });
		const { items } = await run({ output: 'simplified' });
		expect(items[0].json.warnings).toEqual(sentences);
	});

	it.each([{}, { errors: [] }, { errors: null, warnings: '' }])(
		'is not in the item where there is nothing: %j',
		async (body) => {
			bench.xi.faults.add({ kind: 'commitThenAdd', body, match: { endpoint } });
			const { items } = await run({ output: 'simplified' });
			expect(items[0].json).not.toHaveProperty('warnings');
		},
	);
});

it('stands on each line, and no more than ten fields do', async () => {
	bench.xi.faults.add({
		kind: 'commitThenAdd',
		body: { errors: ERRORS },
		match: { endpoint: CREATE },
	});
	const { items } = await bench.runOrders(
		{ ...CREATE_PO, return: 'lines', lines: linesOf(STOCKED, UNKNOWN) },
		PO,
	);
	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({
			lineRejected: false,
			lineStatus: 'in progress',
			warnings: SENTENCES,
		}),
		expect.objectContaining({ lineRejected: true, rejectCode: 'EN', warnings: SENTENCES }),
	]);
	for (const { json } of items) expect(Object.keys(json)).toHaveLength(10);
});

it.each([
	[CREATE, { orders: [] }, CREATE_PO],
	[CREATE, { orders: [{ lines: [] }] }, CREATE_PO],
	[CREATE_ASYNC, { confirmationNumber: '', quoteNumber: '' }, CREATE_PO_ASYNC],
])(
	'is in the error where there is no good part, and the order is looked for: %s %j',
	async (endpoint, body, parameters) => {
		bench.xi.faults.add({
			kind: 'status',
			status: 200,
			body: { ...body, customerOrderNumber: 'PO-1', errors: ERRORS },
			match: { endpoint },
		});
		const { error } = await bench.runOrders(parameters, PO);
		expect(error?.message).toContain(
			`, and says: ${SENTENCES.join('; ')}. Ingram Micro has no order`,
		);
	},
);

it.each([null, [], [{ message: 'Of the order' }]])(
	'of the answer is not hidden by what stands in the order: %j',
	async (errors) => {
		bench.xi.faults.add({
			kind: 'commitThenStatus',
			status: 201,
			body: {
				Errors: [{ message: 'Of all' }],
				errors: [{ message: 'Of the answer' }],
				orders: [{ ingramOrderNumber: '20-RF778', lines: [{ ingramPartNumber: STOCKED }], errors }],
			},
			match: { endpoint: CREATE },
		});
		const { items } = await bench.runOrders(CREATE_PO, PO);
		expect(items[0].json.warnings).toEqual(
			expect.arrayContaining([
				'Of all',
				'Of the answer',
				...(errors ?? []).map(({ message }) => message),
			]),
		);
	},
);

it.each([
	{ rejectedLineItems: { ingramPartNumber: 'A', rejectReason: 'R' } },
	{ rejectedLineItems: [null, { ingramPartNumber: 'A', rejectReason: 'R' }] },
	{ lines: [null, { ingramPartNumber: 'A' }] },
	{ lines: { ingramPartNumber: 'A' } },
	{ rejectedLineItems: 'none' },
])('a change that was made is told whatever shape its answer has: %j', async (answer) => {
	const order = byNumber(await held(bench, 'PO-1'));
	bench.xi.faults.add({
		kind: 'commitThenStatus',
		status: 200,
		body: { ingramOrderNumber: '20-RC1RD', ...answer },
		match: { endpoint: MODIFY },
	});
	for (const wanted of ['order', 'lines']) {
		const { items, error } = await bench.runOrders(
			{ operation: 'modify', order, notes: wanted, return: wanted },
			[{}],
		);
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ outcome: 'modified' });
	}
});

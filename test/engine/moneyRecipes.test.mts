import type { IDataObject } from 'n8n-workflow';

import { DATA_TABLES } from './dataTables.mts';
import { INVOICE_DETAILS } from './invoices/support.mts';
import { CREATE, posOf } from './orders/support.mts';
import { posted, statusesOf, useRecipeBench } from './recipeBench.mts';
import { SHOPS } from './shopNodes.mts';

const { bench, runExample } = useRecipeBench();

describe('orders from a data table', () => {
	const TABLE = 'Orders to Place';
	const row = (po: string, sku: string, quantity: string): IDataObject => ({
		po,
		sku,
		quantity,
		company: 'Blue Bakery',
		street: '1 Main Street',
		city: 'Irvine',
		state: 'CA',
		zip: '92612',
		country: 'US',
		ingramOrderNumber: '',
		problem: '',
	});
	const run = async () => await runExample('orders-from-a-data-table');

	it('writes the numbers back, and why one failed', async () => {
		const rows = [row('T-1', '123512', '2'), row('T-2', 'XXXXXX', '1'), row('T-1', 'QQ0202', '5')];
		DATA_TABLES.set(TABLE, rows);
		await run();
		const [{ ingramOrderNumber }] = bench.xi.orders;
		expect(posOf(bench)).toEqual(['T-1']);
		expect(rows.map((one) => one.ingramOrderNumber)).toEqual([
			ingramOrderNumber,
			'',
			ingramOrderNumber,
		]);
		expect(rows.map((one) => one.problem)).toEqual(['', expect.stringMatching(/\S/), '']);
		const sent = bench.xi.requestsTo(CREATE).length;
		Object.assign(rows[1], { sku: '123512' });
		await run();
		expect(posOf(bench)).toEqual(['T-1', 'T-2']);
		expect(bench.xi.requestsTo(CREATE)).toHaveLength(sent + 1);
		expect(rows[1]).toMatchObject({ ingramOrderNumber: expect.stringMatching(/\S/), problem: '' });
	});
});

describe('approval by chat', () => {
	const run = async (approves?: boolean) => {
		SHOPS.approves = approves;
		return await runExample('order-approval');
	};

	it('releases all orders once somebody approves', async () => {
		await run(true);
		expect(posted()).toEqual([
			expect.stringMatching(/^Release 2 orders .+APPROVE-1001 \(.+\): [\d.]+ USD; APPROVE-1002 /),
		]);
		expect(posOf(bench)).toEqual(['APPROVE-1001', 'APPROVE-1002']);
		expect(statusesOf(bench).filter((status) => /hold|cancel|void/i.test(status))).toEqual([]);
	});

	it.each([
		['somebody declines', false],
		['nobody answers in time', undefined],
	])('cancels them when %s', async (_, approves) => {
		const outputOf = await run(approves);
		expect(outputOf('Cancel')).toMatchObject([{ cancelled: true }, { cancelled: true }]);
		expect(outputOf('Release')).toEqual([]);
	});

	it('asks for the same orders again after a run that was lost, and buys each once', async () => {
		await runExample('order-approval', { 'The Answer for Each': [] });
		expect(statusesOf(bench)).toEqual(['On Hold', 'On Hold']);
		const second = await run(true);
		expect(second('Release')).toHaveLength(2);
		const third = await run(true);
		expect(third('Release')).toEqual([]);
		expect(third('Tell Somebody')).toMatchObject([
			{ error: expect.any(String), customerOrderNumber: 'APPROVE-1001' },
			{ error: expect.any(String), customerOrderNumber: 'APPROVE-1002' },
		]);
		expect(posOf(bench)).toEqual(['APPROVE-1001', 'APPROVE-1002']);
	});
});

describe('invoices against their orders', () => {
	const TABLE = 'Invoice Differences';
	const run = async (given: Record<string, IDataObject[]> = {}) =>
		await runExample('invoice-check', given);

	it('lets the good ones be paid, and tells of a difference once', async () => {
		bench.xi.addOrders(4);
		const fresh = await run();
		expect(fresh('Free to Pay')).toHaveLength(4);
		expect(posted()).toEqual([]);
		const difference = {
			uniqueKey: '40DPJ1711/unit price/12',
			invoiceNumber: '40-DPJ17-11',
			ingramOrderNumber: '40-DPJ17',
			difference: 'Costs 12 instead of 10 USD',
		};
		const given = { 'Match with the Order': [difference, { matched: true }] };
		await run(given);
		await run(given);
		expect(posted()).toEqual(['40-DPJ17-11 (order 40-DPJ17): Costs 12 instead of 10 USD']);
		expect(DATA_TABLES.get(TABLE)).toEqual([
			{
				uniqueKey: difference.uniqueKey,
				invoiceNumber: difference.invoiceNumber,
				difference: difference.difference,
			},
		]);
	});

	it('is not held up by an invoice that cannot be read', async () => {
		bench.xi.addOrders(3);
		const fault = { kind: 'status', status: 400, body: { message: 'No' } } as const;
		bench.xi.faults.add({ ...fault, match: { endpoint: INVOICE_DETAILS } });
		const outputOf = await run();
		expect(outputOf('Free to Pay')).toHaveLength(2);
		expect(outputOf('Tell Somebody')).toMatchObject([{ error: expect.stringContaining('No') }]);
	});
});

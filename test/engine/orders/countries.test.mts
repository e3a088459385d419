import type { IDataObject } from 'n8n-workflow';

import { countryNames, profileOf, startSimulator } from '../../../simulator/index.mts';
import { checkRequests } from '../../conformance/check.mts';
import { byInvoiceNumber, INVOICES } from '../invoices/support.mts';
import { type Bench, runnerOf } from '../support.mts';
import { Engine } from '../engine.mts';
import { byNumber, CREATE_PO, jsonOf, linesOf, ON_HOLD, STOCKED, UNKNOWN } from './support.mts';

/** What differs by country in what comes out, beside the numbers of the account. */
const expected = {
	US: {
		order: /^20-[0-9A-Z]{5}$/,
		lines: ['001', '002', '003'],
		type: 'S',
		state: 'CA',
		money: 'USD',
	},
	SG: { order: /^\d{10}$/, lines: ['10', '20', '30'], type: 'ZOR', state: 'SG', money: 'SGD' },
	IN: { order: /^40-\d{5}$/, lines: ['001', '002', '003'], type: 'S', state: '27', money: 'INR' },
	NL: {
		order: /^31-[0-9A-Z]{5}$/,
		lines: ['001', '002', '003'],
		type: 'S',
		state: '',
		money: 'EUR',
	},
};

describe.each(countryNames)('an order in %s', (country) => {
	const bench = {} as Bench;
	const form = expected[country];
	const runOrders = runnerOf(bench, 'ingramMicroOrders');
	const runInvoices = runnerOf(bench, INVOICES);

	beforeAll(async () => {
		bench.engine = await Engine.start();
	});
	beforeEach(async () => {
		bench.xi = await startSimulator({ callsPerWindow: 0, products: 200, country });
		bench.credential = await bench.engine.addCredential(bench.xi.url, {
			...profileOf(country).customer,
		});
	});
	afterEach(async () => {
		const { requests } = bench.xi;
		await bench.xi.close();
		const result = checkRequests(requests);
		if ('problems' in result) expect(result.problems).toEqual([]);
	});

	/** The items of a run that must succeed. */
	async function itemsOf(...call: Parameters<typeof runOrders>): Promise<IDataObject[]> {
		const { items, error } = await runOrders(...call);
		expect(error).toBeUndefined();
		return jsonOf(items);
	}

	const created = async (parts: string[]): Promise<IDataObject> => {
		const [order] = await itemsOf({ ...CREATE_PO, lines: linesOf(...parts), ...ON_HOLD }, [
			{ po: 'PO-1' },
		]);
		return order;
	};

	it('goes from a hold to its invoice', async () => {
		const order = await created([STOCKED]);
		const number = order.ingramOrderNumber as string;
		expect(number).toMatch(form.order);
		expect(order).toMatchObject({
			outcome: 'created',
			lines: [{ ingramLineNumber: form.lines[0] }],
		});

		const line = { addUpdateDeleteLine: 'ADD', ingramPartNumber: '4U0212' };
		const [modified] = await itemsOf({
			operation: 'modify',
			order: byNumber(number),
			lines: { line: [{ ...line, quantity: 2 }] },
		});
		expect(modified).toMatchObject({
			outcome: 'modified',
			lines: [{ ingramLineNumber: form.lines[1] }],
		});
		await itemsOf({
			operation: 'modify',
			order: byNumber(number),
			lines: {
				line: [
					{
						addUpdateDeleteLine: 'UPDATE',
						ingramLineNumber: form.lines[1],
						ingramPartNumber: '4U0212',
						quantity: 1,
					},
				],
			},
		});
		expect(bench.xi.orders[0].lines.map(({ quantity }) => quantity)).toEqual([1, 1]);
		await itemsOf({ operation: 'release', order: byNumber(number) });
		bench.xi.orderSteps.invoice(number);

		const [details] = await itemsOf({ operation: 'get', order: byNumber(number), output: 'raw' });
		expect(details).toMatchObject({
			ingramOrderNumber: number,
			orderType: form.type,
			currencyCode: form.money,
			shipToInfo: { state: form.state },
			// A line whose quantity changes gets a new number.
			lines: [{ ingramOrderLineNumber: form.lines[0] }, { ingramOrderLineNumber: form.lines[2] }],
		});
		const listed = await itemsOf({
			operation: 'getMany',
			filters: { customerOrderNumber: 'PO-1' },
		});
		expect(listed).toEqual([expect.objectContaining({ ingramOrderNumber: number })]);

		const filters = { orderNumber: number };
		const found = await runInvoices({ operation: 'getMany', filters });
		expect(found.items.length).toBeGreaterThan(0);
		const invoice = found.items[0].json.invoiceNumber as string;
		const got = await runInvoices({ operation: 'get', invoice: byInvoiceNumber(invoice) });
		expect(got.error).toBeUndefined();
		const bare = (number: unknown) => (number as string).replaceAll('-', '');
		expect(bare(got.items[0].json.invoiceNumber)).toBe(bare(invoice));
	});

	it('is taken in part unless that is refused, and cancelled', async () => {
		const order = await created([STOCKED, UNKNOWN]);
		expect(order).toMatchObject({ hasRejectedLines: true });
		const number = order.ingramOrderNumber as string;
		const [cancelled] = await itemsOf({ operation: 'cancel', order: byNumber(number) });
		expect(cancelled).toMatchObject({ cancelled: true });

		const whole = await runOrders(
			{
				...CREATE_PO,
				lines: linesOf(STOCKED, UNKNOWN),
				ifLineUnavailable: 'nothing',
			},
			[{ po: 'PO-2' }],
		);
		expect(whole.error).toBeDefined();
		expect(bench.xi.orders.map(({ customerOrderNumber }) => customerOrderNumber)).toEqual(['PO-1']);
	});
});

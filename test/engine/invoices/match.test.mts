import type { INodeParameters } from 'n8n-workflow';

import type { InvoiceWrong } from '../../../simulator/routes/invoices/wrongInvoice.mts';
import { useBench } from '../support.mts';
import { byInvoiceNumber, INVOICE_DETAILS, invoiceNumbersIn, runInvoices } from './support.mts';

const ORDER_DETAILS = '/resellers/v6.1/orders/{ordernumber}';

const bench = useBench({ products: 200 });

const match: INodeParameters = {
	operation: 'match',
	invoice: byInvoiceNumber('={{ $json.number }}'),
};
const each: INodeParameters = { ...match, return: 'differences' };

/** Parts from stock, of different prices, of which an order can have many. */
const PARTS = 3;
const partsOf = (): string[] =>
	bench.xi.products
		.filter(({ authorized, directShip, kind }) => authorized && !directShip && kind === 'physical')
		.slice(0, PARTS)
		.map(({ ingramPartNumber }) => ingramPartNumber);

const callsTo = (endpoint: string): number => bench.xi.requestsTo(endpoint).length;

/** Every kind of difference, and what it has to be told as. */
const TOLD: Record<InvoiceWrong, string | undefined> = {
	price: 'unit price',
	extendedPrice: 'extended price',
	quantity: 'quantity',
	part: 'part number',
	stranger: 'not ordered',
	missingLine: 'quantity',
	fee: 'fee',
	freight: 'freight',
	tax: 'tax',
	amountDue: 'amount due',
	currency: 'currency',
	creditMemo: undefined,
};
const WRONGS = Object.keys(TOLD) as InvoiceWrong[];

describe('Match Invoice', () => {
	it('finds all seeded differences in 300 invoices of 120 orders, and no other', async () => {
		const ingramPartNumbers = partsOf();
		// Parts of two warehouses: two invoices for each shipment of an order.
		for (const [orders, shipments] of [
			[90, 1],
			[30, 2],
		]) {
			bench.xi.addOrders(orders, {
				prefix: `S${shipments}-`,
				ingramPartNumbers,
				quantity: 4,
				shipments,
			});
		}
		const numbers = [...new Set(invoiceNumbersIn(bench))];
		expect(numbers).toHaveLength(300);
		expect(bench.xi.orders).toHaveLength(120);
		// Every third invoice is wrong, each kind 8 times or more, on first invoices and on later ones.
		const wrongs = numbers.flatMap(
			(number, position): Array<[string, InvoiceWrong]> =>
				position % 3 === 1 ? [[number, WRONGS[((position - 1) / 3) % WRONGS.length]]] : [],
		);
		bench.xi.quirks.wrongInvoices = Object.fromEntries(wrongs);
		const input = numbers.map((number) => ({ number }));

		const { items, error } = await runInvoices(bench, each, input);
		expect(error).toBeUndefined();
		const told = items
			.filter(({ json }) => json.differenceType !== undefined)
			.map(({ json }) => [json.invoiceNumber, json.differenceType]);
		const expected = wrongs.flatMap(([number, wrong]) =>
			TOLD[wrong] === undefined ? [] : [[number, TOLD[wrong]]],
		);
		const plainly = (pairs: unknown[][]) =>
			pairs.map(([number, type]) => `${String(number).replaceAll('-', '')} ${String(type)}`).sort();
		expect(plainly(told)).toEqual(plainly(expected));
		expect(callsTo(INVOICE_DETAILS)).toBe(300);
		expect(callsTo(ORDER_DETAILS)).toBe(120);
		// A key for each, none twice, and the same the next time whatever is beside it.
		const keysOf = (run: typeof items) => run.map(({ json }) => json.uniqueKey);
		expect(new Set(keysOf(items)).size).toBe(items.length);
		const again = await runInvoices(bench, each, input.toReversed());
		expect(keysOf(again.items).sort()).toEqual(keysOf(items).sort());
	});
});

it.each([204, 404])('tells that an order is gone, by a status of %s', async (status) => {
	bench.xi.addOrders(1);
	bench.xi.faults.add({ kind: 'status', status, match: { endpoint: ORDER_DETAILS } });
	const [number] = invoiceNumbersIn(bench);
	const { items, error } = await runInvoices(bench, each, [{ number }]);
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => [json.differenceType, json.difference])).toEqual([
		['order', 'Ingram Micro has no order for this invoice'],
	]);
});

it('tells an invoice that is not there, and one whose order cannot be read, each by itself', async () => {
	bench.xi.addOrders(2);
	const [one, other] = invoiceNumbersIn(bench);
	bench.xi.faults.add({
		kind: 'status',
		status: 400,
		match: { endpoint: ORDER_DETAILS, after: 1 },
	});
	const { items, error } = await runInvoices(
		bench,
		match,
		[one, 'NONE', one, other].map((number) => ({ number })),
		{ onError: 'continueRegularOutput' },
	);
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.matched)).toEqual([true, undefined, true, undefined]);
	expect(items[1].json.error as string).toContain('Ingram Micro has no invoice NONE [item 1]');
	expect(items[3].json.error as string).toContain('[item 3]');
	expect([callsTo(INVOICE_DETAILS), callsTo(ORDER_DETAILS)]).toEqual([3, 2]);
});

import {
	BAD_INVOICE_FILTERS,
	WHOLE_FILTERS,
	WHOLE_QUERY,
} from '../../nodes/IngramMicroInvoices/invoiceFilters.mts';
import {
	byInvoiceNumber,
	dashed,
	INVOICE_DETAILS,
	INVOICE_DETAILS_V6,
	INVOICE_SEARCH,
	INVOICES,
	invoiceNumbersIn,
	runInvoices,
} from './support.mts';
import { CREATE_PO, GOES_ON, jsonOf, linesOf, STOCKED } from '../orders/support.mts';
import { pairedWith, useBench } from '../support.mts';

const bench = useBench({ products: 0 });

/** An order over these parts, two of each, that is shipped and invoiced; its invoice numbers. */
async function invoiced(po: string, ...parts: string[]): Promise<string[]> {
	const { line } = linesOf(...parts);
	const lines = { line: line.map((one) => ({ ...one, quantity: 2 })) };
	const { items, error } = await bench.runOrders({ ...CREATE_PO, lines }, [{ po }]);
	expect(error).toBeUndefined();
	const number = items[0].json.ingramOrderNumber as string;
	bench.xi.orderSteps.invoice(number);
	return invoiceNumbersIn(bench);
}

describe('Get Many Invoices', () => {
	const search = { operation: 'getMany', returnAll: false, limit: 50, filters: {} };
	const numbersIn = (items: Array<{ json: { invoiceNumber?: unknown } }>) =>
		items.map(({ json }) => json.invoiceNumber);

	it('sends every filter and the sorting under their names on the wire', async () => {
		const { error } = await runInvoices(bench, {
			...search,
			limit: 7,
			filters: WHOLE_FILTERS,
			sort: { orderby: 'InvoiceDate', direction: 'asc' },
		});
		expect(error).toBeUndefined();
		const [{ query, headers }] = bench.xi.requestsTo(INVOICE_SEARCH);
		expect([...query].sort()).toEqual(
			[
				...Object.entries(WHOLE_QUERY),
				['direction', 'asc'],
				['orderby', 'InvoiceDate'],
				['pageNumber', '1'],
				['pageSize', '7'],
			].sort(),
		);
		expect(headers['im-applicationid']).toBe('engine-tests');
	});

	it.each(['number', 'missing', 'varying'] as const)(
		'returns all of 2,350 invoices, each once, with a count that is: %s',
		async (recordsFound) => {
			bench.xi.quirks.recordsFound = recordsFound;
			bench.xi.addOrders(2_350);
			const { items, error } = await runInvoices(bench, { ...search, returnAll: true });
			expect(error).toBeUndefined();
			expect(numbersIn(items)).toEqual(invoiceNumbersIn(bench).toReversed().map(dashed));
			expect(new Set(numbersIn(items)).size).toBe(2_350);
			expect(items.every((item) => pairedWith(item) === 0)).toBe(true);
		},
	);

	it('returns an invoice once that stands on two pages, and two that share a number', async () => {
		bench.xi.quirks.overlappingPages = true;
		bench.xi.addOrders(350);
		const all = await runInvoices(bench, { ...search, returnAll: true });
		expect(numbersIn(all.items)).toEqual(invoiceNumbersIn(bench).toReversed().map(dashed));
		const some = await runInvoices(bench, { ...search, limit: 150 });
		expect(numbersIn(some.items)).toEqual(numbersIn(all.items).slice(0, 150));

		const invoice = { invoiceNumber: '40ABC1211', invoicedAmountDue: 10, invoiceType: 'Invoice' };
		const memo = { ...invoice, invoicedAmountDue: -10, invoiceType: 'Credit memo' };
		const body = { recordsFound: 3, invoices: [invoice, memo, invoice] };
		bench.xi.faults.add({ kind: 'status', status: 200, body, match: { endpoint: INVOICE_SEARCH } });
		const shared = await runInvoices(bench, {
			...search,
			output: 'selectedFields',
			fields: ['invoiceNumber'],
		});
		expect(numbersIn(shared.items)).toEqual(['40-ABC12-11', '40-ABC12-11']);
	});

	it('finds by number with dashes and without, by order, PO and day, and sorts', async () => {
		const [order] = bench.xi.addOrders(3);
		const numbers = invoiceNumbersIn(bench);
		const found = async (filters: object, sort: object = {}) =>
			numbersIn((await runInvoices(bench, { ...search, filters, sort } as never)).items);
		expect(await found({ invoiceNumber: numbers[1] })).toEqual([dashed(numbers[1])]);
		expect(await found({ invoiceNumber: dashed(numbers[1]) })).toEqual([dashed(numbers[1])]);
		expect(await found({ orderNumber: order })).toEqual([dashed(numbers[0])]);
		expect(await found({ customerOrderNumber: 'SEED-3' })).toEqual([dashed(numbers[2])]);
		const today = bench.xi.orders[0].createdAt.toISOString().slice(0, 10);
		expect(await found({ orderDate: today })).toHaveLength(3);
		expect(await found({}, { orderby: 'InvoiceNumber', direction: 'asc' })).toEqual(
			numbers.map(dashed),
		);
	});

	it.each(['emptyList', 'wrapped404'] as const)(
		'gives nothing for nothing found, said as %s, and goes on with the next item',
		async (noInvoices) => {
			bench.xi.quirks.noInvoices = noInvoices;
			bench.xi.addOrders(2);
			const { items, error } = await runInvoices(
				bench,
				{ ...search, filters: { customerOrderNumber: '={{ $json.po }}' } },
				[{ po: 'NONE' }, { po: 'SEED-2' }],
			);
			expect(error).toBeUndefined();
			expect(items.map((item) => [item.json.customerOrderNumber, pairedWith(item)])).toEqual([
				['SEED-2', 1],
			]);
			// A 500 that says so is no fault to try again after.
			expect(bench.xi.requestsTo(INVOICE_SEARCH)).toHaveLength(2);
		},
	);

	it('takes a 500 that says something else for what it is', async () => {
		bench.xi.faults.add({
			kind: 'status',
			status: 500,
			body: '{"errors":[{"type":"System.Net.WebException","message":"The remote server returned an error: (503) Server Unavailable."}]}',
			match: { endpoint: INVOICE_SEARCH },
			times: 10,
		});
		const { error } = await runInvoices(bench, search);
		expect(error?.message).toContain('(503) Server Unavailable');
	});

	it.each(BAD_INVOICE_FILTERS)('refuses %j, and sends nothing', async (parameters, message) => {
		const { error } = await runInvoices(bench, { ...search, ...parameters });
		expect(error?.message).toContain(message);
		expect(bench.xi.requests).toEqual([]);
	});
});

describe('Get Invoice', () => {
	const get = { operation: 'get', invoice: byInvoiceNumber('={{ $json.number }}') };

	it('reads an invoice by version 6.1, by its number with dashes and without', async () => {
		const [number] = await invoiced('PO-1', STOCKED);
		const { items } = await runInvoices(bench, get, [{ number }, { number: dashed(number) }]);
		expect(items[0].json).toEqual(items[1].json);
		expect(items[0].json).toEqual({
			invoiceNumber: dashed(number),
			invoiceDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
			invoiceStatus: 'open',
			invoiceDueDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
			customerOrderNumber: 'PO-1',
			ingramOrderNumber: expect.stringMatching(/^20-\w{5}-11$/),
			currencyCode: 'USD',
			totalTax: 0,
			invoicedAmountDue: expect.any(Number),
			lines: [expect.objectContaining({ ingramPartNumber: STOCKED, quantity: 2 })],
		});
		const [{ path, query }] = bench.xi.requestsTo(INVOICE_DETAILS);
		expect([path, query]).toEqual([`/resellers/v6.1/invoices/${number}`, []]);
	});

	it('gives the same rows by version 6, which spells all names with capitals', async () => {
		const [number] = await invoiced('PO-1', STOCKED);
		for (const output of ['simplified', 'selectedFields']) {
			for (const wanted of ['invoice', 'lines', 'serialNumbers']) {
				const asked = {
					...get,
					return: wanted,
					output,
					fields: [
						'invoiceNumber',
						'lines',
						'miscCharges',
						'shipToInfo',
						'unitWeight',
						'freightCharges',
					],
				};
				const [now, older] = await Promise.all(
					['v6.1', 'v6'].map(
						async (version) =>
							await runInvoices(bench, { ...asked, options: { version } }, [{ number }]),
					),
				);
				expect(older.error).toBeUndefined();
				expect(jsonOf(older.items)).toEqual(jsonOf(now.items));
			}
		}
		const [{ path, headers }] = bench.xi.requestsTo(INVOICE_DETAILS_V6);
		expect([path, headers.version]).toEqual([`/resellers/v6/invoices/${number}`, '6']);
		const raw = await runInvoices(bench, { ...get, output: 'raw', options: { version: 'v6' } }, [
			{ number },
		]);
		expect(raw.items[0].json).toMatchObject({
			InvoiceNumber: dashed(number),
			Summary: { Totals: { TotalTaxAmount: 0 } },
		});
	});

	it('returns lines and serial numbers with keys that are the same the next day', async () => {
		const [number] = await invoiced('PO-1', STOCKED, STOCKED);
		const keysOf = async (wanted: string) => {
			const { items } = await runInvoices(bench, { ...get, return: wanted }, [{ number }]);
			return items.map(({ json }) => json.uniqueKey);
		};
		const lines = await keysOf('lines');
		const serials = await keysOf('serialNumbers');
		expect(lines).toEqual([`${number}/001`, `${number}/002`, `${number}/freight`]);
		expect(serials).toHaveLength(4);
		expect(new Set(serials).size).toBe(4);
		expect(serials[0]).toMatch(new RegExp(`^${number}/001/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$`));
		bench.xi.advanceTime(86_400);
		expect(await keysOf('lines')).toEqual(lines);
		expect(await keysOf('serialNumbers')).toEqual(serials);
		const asked = bench.xi.requestsTo(INVOICE_DETAILS).map(({ query }) => query);
		expect(asked[0]).toEqual([]);
		expect(asked[1]).toEqual([['includeSerialNumbers', 'true']]);
	});

	it('returns rows that add up to the amount due, to the cent, freight among them', async () => {
		const [number] = await invoiced('PO-1', STOCKED, STOCKED, STOCKED);
		const ask = { ...get, return: 'lines', output: 'selectedFields' };
		const fields = ['lineType', 'extendedPrice', 'invoicedAmountDue'];
		const { items } = await runInvoices(bench, { ...ask, fields }, [{ number }]);
		const rows = jsonOf(items);
		expect(rows.map(({ lineType }) => lineType)).toEqual([
			...['product', 'product', 'product'],
			'freight',
		]);
		const cents = (amount: unknown) => Math.round(Number(amount) * 100);
		const sum = rows.reduce((all, { extendedPrice }) => all + cents(extendedPrice), 0);
		expect(sum).toBe(cents(rows[0].invoicedAmountDue));
	});

	it('keeps the keys of lines with one number, or none, when Ingram Micro lists them otherwise', async () => {
		const lines = [
			{ ingramLineNumber: '1', ingramPartNumber: 'B', serialNumbers: [{ serialNumber: 'S1' }] },
			{ ingramLineNumber: '1', ingramPartNumber: 'A', serialNumbers: [{ serialNumber: 'S2' }] },
			{ ingramLineNumber: '1', ingramPartNumber: 'A', unitPrice: '9' },
			{ ingramPartNumber: 'D' },
			{ ingramLineNumber: '', ingramPartNumber: 'C' },
		];
		const read = async (wanted: string, listed: unknown[]) => {
			bench.xi.faults.add({
				kind: 'status',
				status: 200,
				body: { invoiceNumber: '40-DPJ17-11', lines: listed },
				match: { endpoint: INVOICE_DETAILS },
			});
			const { items } = await runInvoices(
				bench,
				{
					...get,
					return: wanted,
					output: 'selectedFields',
					fields: ['uniqueKey', 'ingramPartNumber', 'unitPrice', 'serialNumber'],
				},
				[{ number: '40-DPJ17-11' }],
			);
			return jsonOf(items);
		};
		const [byLine, bySerial] = [await read('lines', lines), await read('serialNumbers', lines)];
		expect(byLine.map(({ uniqueKey, ingramPartNumber }) => [uniqueKey, ingramPartNumber])).toEqual([
			['40DPJ1711/1#3', 'B'],
			['40DPJ1711/1', 'A'],
			['40DPJ1711/1#2', 'A'],
			['40DPJ1711/line#2', 'D'],
			['40DPJ1711/line', 'C'],
		]);
		expect(bySerial.map(({ uniqueKey }) => uniqueKey)).toEqual([
			'40DPJ1711/1/S1',
			'40DPJ1711/1/S2',
		]);
		expect(await read('lines', lines.toReversed())).toEqual(byLine.toReversed());
		expect(await read('serialNumbers', lines.toReversed())).toEqual(bySerial.toReversed());
	});

	it('finds the invoice of an order, and asks for serial numbers when told to', async () => {
		const [order] = bench.xi.addOrders(1);
		const { items } = await runInvoices(
			bench,
			{
				...get,
				output: 'raw',
				additionalFields: { customerType: 'order', includeSerialNumbers: true },
			},
			[{ number: order }],
		);
		expect(items[0].json).toMatchObject({
			invoiceNumber: dashed(invoiceNumbersIn(bench)[0]),
			lines: [{ serialNumbers: expect.any(Array) }],
		});
		const [{ query }] = bench.xi.requestsTo(INVOICE_DETAILS);
		expect(query).toEqual([
			['customerType', 'order'],
			['includeSerialNumbers', 'true'],
		]);
	});

	it('says in a sentence that there is no such invoice, and goes on', async () => {
		const [number] = await invoiced('PO-1', STOCKED);
		const { items } = await runInvoices(
			bench,
			get,
			[{ number: '40-DPJ17-11' }, { number }],
			GOES_ON,
		);
		expect(
			items.map((item) => [item.json.error ?? item.json.invoiceNumber, pairedWith(item)]),
		).toEqual([
			['Ingram Micro has no invoice 40-DPJ17-11 [item 0]', 0],
			[dashed(number), 1],
		]);
		expect(bench.xi.requestsTo(INVOICE_DETAILS)).toHaveLength(2);
	});

	it.each([
		['', "'Invoice' is empty"],
		['20-RC1RD-11-1', "'Invoice' has 13 characters; at most 12 are allowed"],
	])('refuses "%s", and sends nothing', async (number, message) => {
		const { error } = await runInvoices(bench, get, [{ number }]);
		expect(error?.message).toContain(message);
		expect(bench.xi.requests).toEqual([]);
	});
});

describe('the list behind Invoice', () => {
	const search = async (filter?: string, token?: string) =>
		await bench.engine.search(bench.credential, 'searchInvoices', filter, token, {}, INVOICES);

	it('shows the latest first, page after page', async () => {
		bench.xi.addOrders(60);
		const numbers = invoiceNumbersIn(bench).toReversed();
		const first = await search();
		const second = await search(undefined, first.paginationToken);
		const shown = [...first.results, ...second.results];
		expect(shown.map(({ value }) => value)).toEqual(numbers);
		expect(shown[0].name).toContain(`${numbers[0]} – PO SEED-60 – `);
		expect(second.paginationToken).toBeUndefined();
	});

	it('finds by invoice number, order number or PO', async () => {
		const [order] = bench.xi.addOrders(2);
		const [number] = invoiceNumbersIn(bench);
		for (const filter of [number, dashed(number), order, 'seed-1']) {
			expect((await search(filter)).results.map(({ value }) => value)).toEqual([number]);
		}
		bench.xi.quirks.noInvoices = 'wrapped404';
		expect((await search('NO-SUCH')).results).toEqual([]);
		expect((await search('20RC1RX')).results).toEqual([]);
	});
});

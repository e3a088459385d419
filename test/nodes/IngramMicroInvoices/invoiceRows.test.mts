import { atAnyCase, withSmallNames } from '../../../nodes/IngramMicroInvoices/anyCase.ts';
import { get } from '../../../nodes/IngramMicroInvoices/get.operation.ts';
import { linesOf, serialsOf } from '../../../nodes/IngramMicroInvoices/invoiceRows.ts';
import { invoiceOutput } from '../../../nodes/IngramMicroInvoices/output.ts';
import { invoiceSearchOutput } from '../../../nodes/shared/xi/invoiceSearchOutput.ts';
import { type Output, project } from '../../../nodes/shared/output.ts';

const INVOICE = {
	invoiceNumber: '40-DPJ17-11',
	lines: [
		{
			ingramLineNumber: '12',
			ingramPartNumber: '05QC29',
			unitPrice: '533.33',
			serialNumbers: [{ serialNumber: '2TEPYT' }, { serialNumber: '2TER09' }],
		},
		{ ingramLineNumber: null, ingramPartNumber: 'X', serialNumbers: null },
	],
	summary: { totals: { invoicedAmountDue: '533.33' } },
};
/** The same by the older call. */
const OLDER = {
	InvoiceNumber: '40DPJ1711',
	Lines: [
		{
			IngramLineNumber: '12',
			IngramPartNumber: '05QC29',
			UnitPrice: 533.33,
			SerialNumbers: [{ SerialNumber: '2TEPYT' }, { SerialNumber: '2TER09' }],
		},
		{ IngramPartNumber: 'X' },
	],
	Summary: { Totals: { InvoicedAmountDue: 533.33 } },
};

it('gives lines and serial numbers the same keys in both versions, with dashes or without', () => {
	for (const invoice of [INVOICE, OLDER]) {
		expect(linesOf(invoice, 'asked').map(({ uniqueKey }) => uniqueKey)).toEqual([
			'40DPJ1711/12',
			'40DPJ1711/line',
		]);
		expect(serialsOf(invoice, 'asked').map((row) => [row.uniqueKey, row.serialNumber])).toEqual([
			['40DPJ1711/12/2TEPYT', '2TEPYT'],
			['40DPJ1711/12/2TER09', '2TER09'],
		]);
	}
	const nameless = { lines: [{ ingramLineNumber: 1 }, { ingramLineNumber: 1, quantity: 2 }] };
	expect(linesOf(nameless, '40-dpj17-11').map(({ uniqueKey }) => uniqueKey)).toEqual([
		'40DPJ1711/1',
		'40DPJ1711/1#2',
	]);
});

it('passes over nulls in the lists', () => {
	const lines = [null, { ingramLineNumber: 2, serialNumbers: [null, 'S'] }] as never;
	expect(linesOf({ lines }, 'X1').map(({ uniqueKey }) => uniqueKey)).toEqual(['X1/2']);
	expect(serialsOf({ lines }, 'X1').map(({ uniqueKey }) => uniqueKey)).toEqual(['X1/2/S']);
});

it('gives the same columns in both versions, and numbers as numbers', () => {
	for (const wanted of ['invoice', 'lines', 'serialNumbers']) {
		const [now, older] = [INVOICE, OLDER].map((invoice) =>
			get
				.rows(invoice, { invoice: '40-DPJ17-11', return: wanted } as never)
				.map((row) => project(invoiceOutput, row, { output: 'simplified' }))
				.map(({ invoiceNumber, lines, ...row }) => {
					expect(invoiceNumber).toBeTruthy();
					expect(lines === undefined || Array.isArray(lines)).toBe(true);
					return row;
				}),
		);
		expect(older).toEqual(now);
	}
	const [whole] = get.rows(INVOICE, { return: 'invoice' } as never);
	expect(project(invoiceOutput, whole, { output: 'simplified' }).invoicedAmountDue).toBe(533.33);
});

it.each([
	['InvoiceNumber', 'invoiceNumber'],
	['BillToID', 'billToID'],
	['UPC', 'upc'],
	['ID', 'id'],
	['UPCCode', 'upcCode'],
	['lines', 'lines'],
])('spells %s as %s', (name, small) => {
	expect(withSmallNames([{ [name]: { [name]: 1 } }])).toEqual([{ [small]: { [small]: 1 } }]);
	expect(atAnyCase({ [name]: { [name]: 1 } }, `${small}.${small}`)).toBe(1);
});

it.each([
	['invoices of a search', invoiceSearchOutput, {}],
	['an invoice', invoiceOutput, INVOICE],
	['a line', invoiceOutput, linesOf(INVOICE, '')[0]],
	['a serial number', invoiceOutput, serialsOf(INVOICE, '')[0]],
])('has at most ten columns in Simplified: %s', (_, output: Output, record) => {
	const columns = Object.keys(project(output, record, { output: 'simplified' }));
	expect(columns.length).toBeGreaterThan(5);
	expect(columns.length).toBeLessThanOrEqual(10);
});

it.each([[[]], [{ lines: 'none' }]])('refuses an answer of another shape: %j', (answer) => {
	expect(() => get.rows(answer as never, { invoice: '1', return: 'lines' } as never)).toThrow(
		/^Ingram Micro’s answer holds no/,
	);
});

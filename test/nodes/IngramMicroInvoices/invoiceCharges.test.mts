import type { IDataObject } from 'n8n-workflow';

import { invoiceLinesOf } from '../../../nodes/IngramMicroInvoices/invoiceCharges.ts';
import { linesOf, serialsOf } from '../../../nodes/IngramMicroInvoices/invoiceRows.ts';
import { invoiceOutput } from '../../../nodes/IngramMicroInvoices/output.ts';
import { numberIn } from '../../../nodes/shared/amounts.ts';
import { project } from '../../../nodes/shared/output.ts';

const LINES: IDataObject[] = [
	{ ingramLineNumber: '1', ingramPartNumber: 'A', extendedPrice: 10.1, taxAmount: 1 },
	{ ingramLineNumber: '2', ingramPartNumber: 'B', extendedPrice: '1,020.20', taxAmount: 2.05 },
];
const charge = (words: string, amount: unknown, more: object = {}) => ({
	ChargeDescription: words,
	MiscChargeLineCount: 1,
	MiscChargeLineTotal: amount,
	ChargeLineReference: '8',
	...more,
});
const invoiceOf = (totals: object, miscCharges: unknown = null, lines: unknown = LINES) =>
	({
		invoiceNumber: '40-DPJ17-11',
		fxRateInfo: { invoiceCurrency: 'USD' },
		lines,
		summary: { miscCharges, totals },
	}) as never;

const rowsOf = (invoice: never) =>
	linesOf(invoice, '').map((row) => project(invoiceOutput, row, { output: 'simplified' }));
const told = (invoice: never) =>
	rowsOf(invoice).map(({ uniqueKey, lineType, extendedPrice }) => [
		uniqueKey,
		lineType,
		extendedPrice,
	]);
const PRODUCTS = [
	['40DPJ1711/1', 'product', 10.1],
	['40DPJ1711/2', 'product', 1020.2],
];

describe('the rows of an invoice', () => {
	it.each<[string, object, unknown, unknown[][]]>([
		[
			'freight and tax in the totals',
			{ invoicedAmountDue: 1065.25, freightAmount: 31.9, totalTaxAmount: 3.05 },
			null,
			[
				['40DPJ1711/freight', 'freight', 31.9],
				['40DPJ1711/tax', 'tax', 3.05],
			],
		],
		[
			'freight that is listed and in the totals',
			{ invoicedAmountDue: 1065.25, freightAmount: 31.9, totalTaxAmount: 3.05 },
			[charge('TAX', 3.05), charge('FREIGHT OUT', 31.9)],
			[
				['40DPJ1711/freight', 'freight', 31.9],
				['40DPJ1711/tax', 'tax', 3.05],
			],
		],
		[
			'fees, of which two are alike but for the amount',
			{ invoicedAmountDue: '1,039.35', totalTaxAmount: 3.05 },
			[charge('Recycling Fee', 4), charge('Recycling Fee', '2.00'), charge('TAX', 0)],
			[
				['40DPJ1711/fee#2', 'fee', 4],
				['40DPJ1711/fee', 'fee', 2],
				['40DPJ1711/tax', 'tax', 3.05],
			],
		],
		['tax on the lines only', { invoicedAmountDue: 1033.35 }, [], [['40DPJ1711/tax', 'tax', 3.05]]],
		[
			'a discount that was given',
			{ invoicedAmountDue: 1013.35, discountAmount: 20, discountType: 'Special' },
			null,
			[
				['40DPJ1711/tax', 'tax', 3.05],
				['40DPJ1711/discount', 'discount', -20],
			],
		],
		[
			'a discount for early payment, which is not taken off',
			{ invoicedAmountDue: 1033.35, discountAmount: 20 },
			null,
			[['40DPJ1711/tax', 'tax', 3.05]],
		],
		[
			'charges that are not asked for',
			{ invoicedAmountDue: 1033.35 },
			{ chargeDescription: 'FREIGHT OUT', miscChargeLineTotal: 31.9 },
			[
				['40DPJ1711/freight', 'freight', 31.9],
				['40DPJ1711/tax', 'tax', 3.05],
				['40DPJ1711/difference', 'difference', -31.9],
			],
		],
	])('add up to the amount due with %s', (_, totals, misc, more) => {
		const invoice = invoiceOf(totals, misc);
		expect(told(invoice)).toEqual([...PRODUCTS, ...more]);
		const cents = rowsOf(invoice).map((row) => Math.round(Number(row.extendedPrice) * 100));
		const { invoicedAmountDue } = totals as { invoicedAmountDue: unknown };
		expect(cents.reduce((sum, amount) => sum + amount, 0)).toBe(
			Math.round((numberIn(invoicedAmountDue) ?? NaN) * 100),
		);
	});

	it.each<[string, object, unknown]>([
		['is paid', { invoicedAmountDue: 0, totalTaxAmount: 3.05 }, null],
		['does not say what is due', { totalTaxAmount: 3.05 }, null],
		['says so in two ways', { invoicedAmountDue: '1,033', totalTaxAmount: 3.05 }, null],
		['is less than half a cent off', { invoicedAmountDue: 1033.354, totalTaxAmount: 3.05 }, null],
	])('tell no difference of an invoice that %s', (_, totals, misc) => {
		expect(told(invoiceOf(totals, misc))).toEqual([...PRODUCTS, ['40DPJ1711/tax', 'tax', 3.05]]);
	});

	it('calculate with no amount that could be read in two ways, and keep it', () => {
		const totals = { invoicedAmountDue: 5000, totalTaxAmount: 3.05 };
		expect(told(invoiceOf(totals, [charge('FREIGHT OUT', '1,234')]))).toEqual([
			...PRODUCTS,
			['40DPJ1711/freight', 'freight', '1,234'],
			['40DPJ1711/tax', 'tax', 3.05],
		]);
	});

	it('have the columns of a line for charges too, and XI’s own names beside them', () => {
		const invoice = invoiceOf({ invoicedAmountDue: 1065.25 }, [charge('FREIGHT OUT', 31.9)]);
		const [, , freight] = linesOf(invoice, '');
		expect(freight.line).toMatchObject({ chargeLineReference: '8', currencyCode: 'USD' });
		expect(project(invoiceOutput, freight, { output: 'simplified' })).toMatchObject({
			ingramPartNumber: null,
			description: 'FREIGHT OUT',
			quantity: 1,
			unitPrice: 31.9,
		});
	});

	it('are the same in the sample of XI’s, whose charges its amount due leaves out', () => {
		const lines = [{ ingramLineNumber: '12', extendedPrice: 533.33, taxAmount: 0 }];
		const totals = { invoicedAmountDue: 533.33, netInvoiceAmount: 533.33, totalTaxAmount: 0 };
		const misc = [charge('TAX', 355.83), charge('FREIGHT OUT', 31.9)];
		expect(told(invoiceOf(totals, misc, lines))).toEqual([
			['40DPJ1711/12', 'product', 533.33],
			['40DPJ1711/freight', 'freight', 31.9],
			['40DPJ1711/tax', 'tax', 355.83],
			['40DPJ1711/difference', 'difference', -387.73],
		]);
	});

	it('are the charges alone without lines, and the invoice alone without any', () => {
		expect(told(invoiceOf({ invoicedAmountDue: 31.9, freightAmount: 31.9 }, null, null))).toEqual([
			['40DPJ1711/freight', 'freight', 31.9],
		]);
		for (const rows of [linesOf, serialsOf]) {
			const [bare, ...more] = rows(invoiceOf({ invoicedAmountDue: 5 }, null, []), '');
			expect(more).toEqual([]);
			expect(bare).not.toHaveProperty('line');
			expect(project(invoiceOutput, bare, { output: 'simplified' })).toMatchObject({
				uniqueKey: '40DPJ1711',
				invoiceNumber: '40-DPJ17-11',
				invoicedAmountDue: 5,
				lineCount: 0,
			});
		}
	});
});

describe('a line that comes twice', () => {
	const line = { ingramLineNumber: '1', ingramPartNumber: 'A', extendedPrice: 10 };
	const summary = (lines: object, totals: object = {}) => ({ summary: { lines, totals } });

	it.each<[string, object, number]>([
		['nothing tells of a second', {}, 1],
		['the invoice counts one', summary({ productLineCount: 1 }), 1],
		['the net amount holds one', summary({}, { netInvoiceAmount: '10.00' }), 1],
		['the invoice counts two', summary({ productLineCount: 2 }), 2],
		['the net amount holds both', summary({}, { netInvoiceAmount: 20 }), 2],
	])('is counted as is right where %s', (_, more, count) => {
		const invoice = { lines: [line, { ...line }], ...more };
		expect(invoiceLinesOf(invoice)).toHaveLength(count);
		expect(project(invoiceOutput, invoice, { output: 'simplified' }).lines).toHaveLength(count);
		expect(linesOf(invoice, 'X').filter(({ lineType }) => lineType === 'product')).toHaveLength(
			count,
		);
	});

	it('stays two with other content', () => {
		const lines = [line, { ...line, extendedPrice: 11 }];
		expect(linesOf({ lines }, 'X').map(({ uniqueKey }) => uniqueKey)).toEqual(['X/1', 'X/1#2']);
	});
});

it.each([
	{ serialNumbers: [{ serialNumber: 'SN1' }, { serialNumber: 'SN2' }] },
	{ serialnumbers: [{ serialNumber: 'SN1' }, { serialnumber: 'SN2' }] },
	{ SerialNumbers: ['SN1', 'SN2'] },
	{ serialNumbers: 'SN1,SN2' },
	{ serialNumbers: { serialNumber: ['SN1', 'SN2'] } },
	{ serialNumber: 'SN1', serialNumbers: ['SN2'] },
])('has one row a serial number, whatever their shape: %j', (serials) => {
	const invoice = { lines: [{ ingramLineNumber: '1', ...serials }] };
	const rows = serialsOf(invoice, 'X1');
	expect(rows).toMatchObject([
		{ uniqueKey: 'X1/1/SN1', serialNumber: 'SN1', line: { ingramLineNumber: '1' } },
		{ uniqueKey: 'X1/1/SN2', serialNumber: 'SN2', line: { ingramLineNumber: '1' } },
	]);
	expect(Object.keys(rows[0].line as object)).toEqual(['ingramLineNumber']);
	const both = ['SN1', 'SN2'];
	expect(project(invoiceOutput, invoice, { output: 'simplified' }).lines).toMatchObject([
		{ ingramLineNumber: '1', serialNumbers: both },
	]);
	const wanted = { output: 'selectedFields', fields: ['serialNumbers'] };
	expect(project(invoiceOutput, linesOf(invoice, 'X1')[0], wanted)).toEqual({
		serialNumbers: both,
	});
});

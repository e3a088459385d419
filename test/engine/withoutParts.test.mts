import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byInvoiceNumber, INVOICE_DETAILS, INVOICES } from './invoices/support.mts';
import { byNumber, ORDER_DETAILS } from './orders/support.mts';
import { quoteOf, QUOTES, REQUIRED_INFO, VALIDATE } from './quotes/orderSupport.mts';
import { QUOTE_DETAILS } from './quotes/support.mts';
import { byCaseNumber, RETURN_DETAILS, RETURNS } from './returns/support.mts';
import { byIngramPartNumber, ORDERS, pairedWith, runnerOf, useBench } from './support.mts';
import { DEAL_DETAILS, FREIGHT, RENEWAL_DETAILS } from './termsSupport.mts';

const bench = useBench({ products: 0 });

const order = { operation: 'get', order: byNumber('20-RD3QV') };
const invoice = { operation: 'get', invoice: byInvoiceNumber('40-DPJ17-11') };
const quote = { operation: 'get', quote: quoteOf('QUO-1-A') };
const freight = {
	operation: 'get',
	lines: { line: [{ ingramPartNumber: byIngramPartNumber('123512'), quantity: 1 }] },
	shipTo: { addressId: '200' },
};
/** With an amount, since one without any amount and any shipment is no estimate. */
const estimate = (parts: IDataObject) => ({
	freightEstimateResponse: { currencyCode: 'USD', totalFreightAmount: 12.5, ...parts },
});

interface Case {
	/** What it is, for the name of the test. */
	readonly of: string;
	readonly node: string;
	readonly endpoint: string;
	readonly parameters: INodeParameters;
	/** XI's answer of which the list of parts is missing, null or empty. */
	readonly answerWith: (list: null | undefined | unknown[]) => unknown;
	/** What the record says of itself. */
	readonly head: IDataObject;
	/** The column that counts the parts, or one of the part itself, which is empty. */
	readonly part: string;
}

const CASES: Case[] = [
	{
		of: 'the lines of an order',
		node: ORDERS,
		endpoint: ORDER_DETAILS,
		parameters: { ...order, return: 'lines' },
		answerWith: (lines) => ({ ingramOrderNumber: '20-RD3QV', lines }),
		head: { ingramOrderNumber: '20-RD3QV' },
		part: 'lineCount',
	},
	{
		of: 'the parcels of an order without lines',
		node: ORDERS,
		endpoint: ORDER_DETAILS,
		parameters: { ...order, return: 'parcels' },
		answerWith: (lines) => ({ ingramOrderNumber: '20-RD3QV', lines }),
		head: { ingramOrderNumber: '20-RD3QV' },
		part: 'lineCount',
	},
	{
		of: 'the parcels of an order of which nothing is shipped',
		node: ORDERS,
		endpoint: ORDER_DETAILS,
		parameters: { ...order, return: 'parcels' },
		answerWith: (shipmentDetails) => ({
			ingramOrderNumber: '20-RD3QV',
			lines: [{ ingramPartNumber: '123512', shipmentDetails }, { shipmentDetails }],
		}),
		head: { ingramOrderNumber: '20-RD3QV' },
		part: 'trackingNumber',
	},
	{
		of: 'the products of a quote',
		node: QUOTES,
		endpoint: QUOTE_DETAILS,
		parameters: { ...quote, return: 'products' },
		answerWith: (products) => ({ quoteNumber: 'QUO-1-A', products }),
		head: { quoteNumber: 'QUO-1-A' },
		part: 'productCount',
	},
	{
		of: 'the vendor fields of a quote',
		node: QUOTES,
		endpoint: VALIDATE,
		parameters: { operation: 'validate', quote: quoteOf('QUO-1-A'), return: 'fields' },
		answerWith: (vmfAdditionalAttributes) => ({ quoteNumber: 'QUO-1-A', vmfAdditionalAttributes }),
		head: { quoteNumber: 'QUO-1-A' },
		part: 'fieldId',
	},
	{
		of: 'the vendor fields of a product',
		node: QUOTES,
		endpoint: REQUIRED_INFO,
		parameters: {
			operation: 'getVendorRequiredInfo',
			askFor: 'products',
			productsFrom: 'list',
			productsList: '={{ ["123512"] }}',
			return: 'fields',
		},
		answerWith: (vmfAdditionalAttributes) => [
			{ ingramPartNumber: '123512', vmfAdditionalAttributes },
		],
		head: { ingramPartNumber: '123512' },
		part: 'fieldId',
	},
	{
		of: 'the lines of an invoice',
		node: INVOICES,
		endpoint: INVOICE_DETAILS,
		parameters: { ...invoice, return: 'lines' },
		answerWith: (lines) => ({ invoiceNumber: '40-DPJ17-11', lines }),
		head: { uniqueKey: '40DPJ1711', invoiceNumber: '40-DPJ17-11' },
		part: 'lineCount',
	},
	{
		of: 'the serial numbers of an invoice without lines',
		node: INVOICES,
		endpoint: INVOICE_DETAILS,
		parameters: { ...invoice, return: 'serialNumbers' },
		answerWith: (lines) => ({ invoiceNumber: '40-DPJ17-11', lines }),
		head: { uniqueKey: '40DPJ1711', invoiceNumber: '40-DPJ17-11' },
		part: 'lineCount',
	},
	{
		of: 'the serial numbers of an invoice of licences',
		node: INVOICES,
		endpoint: INVOICE_DETAILS,
		parameters: { ...invoice, return: 'serialNumbers' },
		answerWith: (serialNumbers) => ({
			invoiceNumber: '40-DPJ17-11',
			lines: [{ ingramLineNumber: '1', serialNumbers }],
		}),
		head: { uniqueKey: '40DPJ1711', invoiceNumber: '40-DPJ17-11' },
		part: 'serialNumber',
	},
	{
		of: 'the products of a renewal',
		node: 'ingramMicroRenewals',
		endpoint: RENEWAL_DETAILS,
		parameters: {
			operation: 'get',
			renewal: { __rl: true, mode: 'renewalId', value: '4239371' },
			return: 'products',
		},
		answerWith: (products) => ({ renewalId: 4239371, products }),
		head: { renewalId: '4239371' },
		part: 'productCount',
	},
	{
		of: 'the products of a deal',
		node: 'ingramMicroDeals',
		endpoint: DEAL_DETAILS,
		parameters: {
			operation: 'get',
			deal: { __rl: true, mode: 'dealId', value: 'A 1' },
			vendorName: 'Cisco',
			return: 'products',
		},
		answerWith: (products) => ({ dealId: 'A 1', products }),
		head: { dealId: 'A 1' },
		part: 'productCount',
	},
	{
		of: 'the products of a return',
		node: RETURNS,
		endpoint: RETURN_DETAILS,
		parameters: { operation: 'get', returnCase: byCaseNumber('CAS-1'), return: 'products' },
		answerWith: (products) => ({ caseRequestNumber: 'CAS-1', products }),
		head: { caseRequestNumber: 'CAS-1' },
		part: 'productCount',
	},
	{
		of: 'the lines of a freight estimate',
		node: 'ingramMicroFreightEstimate',
		endpoint: FREIGHT,
		parameters: { ...freight, return: 'lines' },
		answerWith: (lines) => estimate({ lines }),
		head: { currencyCode: 'USD' },
		part: 'lineCount',
	},
	{
		of: 'the shipments of a freight estimate',
		node: 'ingramMicroFreightEstimate',
		endpoint: FREIGHT,
		parameters: { ...freight, return: 'shipments' },
		answerWith: (distribution) => estimate({ distribution }),
		head: { currencyCode: 'USD' },
		part: 'shipmentCount',
	},
	{
		of: 'the carriers of a freight estimate without shipments',
		node: 'ingramMicroFreightEstimate',
		endpoint: FREIGHT,
		parameters: { ...freight, return: 'carriers' },
		answerWith: (distribution) => estimate({ distribution }),
		head: { currencyCode: 'USD' },
		part: 'shipmentCount',
	},
	{
		of: 'the carriers of a shipment',
		node: 'ingramMicroFreightEstimate',
		endpoint: FREIGHT,
		parameters: { ...freight, return: 'carriers' },
		answerWith: (carrierList) =>
			estimate({ distribution: [{ shipFromBranchNumber: '20', carrierList }] }),
		head: { currencyCode: 'USD', warehouseId: '20' },
		part: 'carrierCode',
	},
];

describe.each(CASES)('$of', ({ node, endpoint, parameters, answerWith, head, part }) => {
	it.each([[undefined], [null], [[]]])(
		'that are %j leave one item, of what the record says of itself',
		async (list) => {
			bench.xi.faults.add({
				kind: 'status',
				status: 200,
				body: answerWith(list),
				match: { endpoint },
				times: 2,
			});
			const { items, error } = await runnerOf(bench, node)(parameters, [{}, {}]);
			expect(error).toBeUndefined();
			expect(items.map(pairedWith)).toEqual([0, 1]);
			for (const { json } of items) {
				expect(json).toMatchObject({ ...head, [part]: part.endsWith('Count') ? 0 : null });
				expect(Object.keys(json).length).toBeLessThanOrEqual(10);
			}
		},
	);
});

it('demands nothing where vendor required information holds nothing of the quote', async () => {
	bench.xi.faults.add({
		kind: 'status',
		status: 200,
		body: [],
		match: { endpoint: REQUIRED_INFO },
	});
	const { items, error } = await runnerOf(
		bench,
		QUOTES,
	)({
		operation: 'getVendorRequiredInfo',
		quote: quoteOf('QUO-1-A'),
	});
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({
			quoteNumber: 'QUO-1-A',
			isAnswered: true,
			problem: null,
		}),
	]);
});

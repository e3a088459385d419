import type { IDataObject } from 'n8n-workflow';

import { hasNone, listedIn, type Output } from '../shared/output';
import { serialNumbersIn } from '../shared/xi/parcels';
import { anyCase, atAnyCase, numberAnyCase } from './anyCase';
import { invoiceLinesOf } from './invoiceCharges';

/*
 * Rows come in kinds: an invoice as XI gives it, the invoice with one of its lines or charges beside
 * it, in `line`, with a line and one of its serial numbers, or the invoice of which there are none. Simplified has the columns that fit the kind.
 */
const isSerial = (record: IDataObject) => 'serialNumber' in record;
const isLine = (record: IDataObject) => 'line' in record && !isSerial(record);
const isLineOrSerial = (record: IDataObject) => 'line' in record;
const isWhole = (record: IDataObject) => !isLineOrSerial(record);
const isBare = hasNone('line');
const isListed = (record: IDataObject) => isWhole(record) && !isBare(record);

/** The lines of an invoice, shown as they are where they are no list. */
function linesIn(invoice: IDataObject): IDataObject[] | undefined {
	return listedIn(atAnyCase(invoice, 'lines')) && invoiceLinesOf(invoice);
}

/** What the details of an invoice can return: the invoice, its lines, or its serial numbers. */
export const invoiceOutput = {
	uniqueKey: {
		name: 'Unique Key',
		simplified: (record: IDataObject) => isLineOrSerial(record) || isBare(record),
	},
	invoiceNumber: anyCase('Invoice Number', 'invoiceNumber', true),
	invoiceDate: anyCase('Invoice Date', 'invoiceDate', true),
	invoiceStatus: anyCase('Invoice Status', 'invoiceStatus', isWhole),
	invoiceDueDate: anyCase('Invoice Due Date', 'invoiceDueDate', isWhole),
	customerOrderNumber: anyCase('Customer Order Number', 'customerOrderNumber', true),
	ingramOrderNumber: {
		name: 'Ingram Order Number',
		simplified: isWhole,
		// Its own schema has the one name, its own sample the other.
		value: (record: IDataObject) =>
			atAnyCase(record, 'ingramOrderNumber') ?? atAnyCase(record, 'orderNumber'),
	},
	currencyCode: {
		name: 'Currency',
		simplified: isWhole,
		value: (record: IDataObject) =>
			atAnyCase(record, 'fxRateInfo.invoiceCurrency') ??
			atAnyCase(record, 'fxRateInfo.currencyCode') ??
			atAnyCase(record, 'line.currencyCode'),
	},
	totalTax: numberAnyCase('Total Tax', 'summary.totals.totalTaxAmount', isListed),
	invoicedAmountDue: numberAnyCase('Amount Due', 'summary.totals.invoicedAmountDue', isWhole),
	lines: {
		name: 'Lines',
		simplified: isListed,
		entries: {
			as: 'line',
			fields: [
				'ingramLineNumber',
				'customerLineNumber',
				'ingramPartNumber',
				'vendorPartNumber',
				'description',
				'quantity',
				'unitPrice',
				'extendedPrice',
				'serialNumbers',
			],
		},
		value: (record: IDataObject) => {
			const lines = atAnyCase(record, 'lines');
			return lines && (linesIn(record) ?? lines);
		},
	},
	lineCount: {
		name: 'Line Count',
		simplified: isBare,
		value: (record: IDataObject) => (isWhole(record) ? linesIn(record)?.length : undefined),
	},
	lineType: { name: 'Line Type', simplified: isLine },
	serialNumber: { name: 'Serial Number', simplified: isSerial },
	ingramPartNumber: anyCase('Line Ingram Part Number', 'line.ingramPartNumber', isLineOrSerial),
	vendorPartNumber: anyCase('Line Vendor Part Number', 'line.vendorPartNumber', isSerial),
	vendorName: anyCase('Line Vendor Name', 'line.vendorName', isSerial),
	description: anyCase('Line Description', 'line.productDescription', isLineOrSerial),
	quantity: numberAnyCase('Line Quantity', 'line.quantity', isLine),
	unitPrice: numberAnyCase('Line Unit Price', 'line.unitPrice', isLine),
	extendedPrice: numberAnyCase('Line Extended Price', 'line.extendedPrice', isLine),
	billToId: anyCase('Bill To ID', 'billToID'),
	billToInfo: anyCase('Bill To', 'billToInfo'),
	customerCountryCode: anyCase('Customer Country Code', 'customerCountryCode'),
	customerLineNumber: anyCase('Line Customer Line Number', 'line.customerLineNumber'),
	customerNumber: anyCase('Customer Number', 'customerNumber'),
	customerPartNumber: anyCase('Line Customer Part Number', 'line.customerPartNumber'),
	discountAmount: numberAnyCase('Discount Amount', 'summary.totals.discountAmount'),
	discountType: anyCase('Discount Type', 'summary.totals.discountType'),
	endCustomerOrderNumber: anyCase('End Customer Order Number', 'endCustomerOrderNumber'),
	endUserInfo: anyCase('End User Address', 'endUserInfo'),
	foreignFxTotals: anyCase('Foreign Currency Totals', 'summary.foreignFxTotals'),
	freightCharges: numberAnyCase('Freight Charges', 'summary.totals.freightAmount'),
	fxRateInfo: anyCase('Exchange Rate', 'fxRateInfo'),
	ingramLineNumber: anyCase('Line Ingram Line Number', 'line.ingramLineNumber'),
	invoiceNumberAsSent: anyCase('Invoice Number as Sent', 'invoiceNumber'),
	invoiceType: anyCase('Invoice Type', 'invoiceType'),
	serialNumbers: {
		name: 'Line Serial Numbers',
		value: ({ line }: IDataObject) => (line ? serialNumbersIn(line) : undefined),
	},
	miscCharges: anyCase('Miscellaneous Charges', 'summary.miscCharges'),
	netInvoiceAmount: numberAnyCase('Net Amount', 'summary.totals.netInvoiceAmount'),
	notes: anyCase('Notes', 'notes'),
	ingramOrderDate: anyCase('Order Date', 'orderDate'),
	paymentTermsInfo: anyCase('Payment Terms', 'paymentTermsInfo'),
	productLineCount: numberAnyCase('Product Line Count', 'summary.lines.productLineCount'),
	productLineTotalQuantity: numberAnyCase(
		'Product Line Total Quantity',
		'summary.lines.productLineTotalQuantity',
	),
	quantityOrdered: numberAnyCase('Line Quantity Ordered', 'line.quantityOrdered'),
	quantityShipped: numberAnyCase('Line Quantity Shipped', 'line.quantityShipped'),
	shipToInfo: anyCase('Ship To', 'shipToInfo'),
	taxAmount: numberAnyCase('Line Tax Amount', 'line.taxAmount'),
	taxPercentage: numberAnyCase('Line Tax Percentage', 'line.taxPercentage'),
	taxRate: numberAnyCase('Line Tax Rate', 'line.taxRate'),
	unitOfMeasure: anyCase('Line Unit of Measure', 'line.unitOfMeasure'),
	unitWeight: numberAnyCase('Line Unit Weight', 'line.unitWeight'),
	upc: anyCase('Line UPC', 'line.upc'),
} satisfies Output;

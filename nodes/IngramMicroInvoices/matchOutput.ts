import type { IDataObject } from 'n8n-workflow';

import { at, type Output } from '../shared/output';
import { atAnyCase } from './anyCase';

/*
 * Rows come in kinds: an invoice with the list of its differences, an invoice with one of them beside
 * it, or the invoice of which there are none.
 */
const isDifference = (record: IDataObject): boolean => 'differenceType' in record;
const isWhole = (record: IDataObject): boolean => 'differences' in record;
const isBare = (record: IDataObject): boolean => !isWhole(record) && !isDifference(record);

/** A field of the invoice, at its path as v6.1 spells it. */
const ofInvoice = (path: string) => (record: IDataObject) => atAnyCase(record.invoice, path);

/** What Match Invoice can return. */
export const matchOutput = {
	uniqueKey: { name: 'Unique Key', simplified: (record: IDataObject) => !isWhole(record) },
	invoiceNumber: {
		name: 'Invoice Number',
		simplified: true,
		value: ofInvoice('invoiceNumber'),
	},
	matched: { name: 'Matched', simplified: (record: IDataObject) => !isDifference(record) },
	documentType: {
		name: 'Document Type',
		simplified: (record: IDataObject) => !isDifference(record),
	},
	differenceType: { name: 'Difference Type', simplified: isDifference },
	difference: { name: 'Difference', simplified: isDifference },
	differences: { name: 'Differences', simplified: isWhole },
	differenceCount: {
		name: 'Difference Count',
		simplified: (record: IDataObject) => !isDifference(record),
	},
	ingramPartNumber: { name: 'Line Ingram Part Number', simplified: isDifference },
	invoicedValue: { name: 'Invoiced Value', simplified: isDifference },
	expectedValue: { name: 'Expected Value', simplified: isDifference },
	differenceAmount: {
		name: 'Difference Amount',
		simplified: (record: IDataObject) => !isBare(record),
	},
	totals: { name: 'Totals', simplified: isWhole },
	currencyCode: {
		name: 'Currency',
		simplified: true,
		value: ({ invoice, order }: IDataObject) =>
			atAnyCase(invoice, 'fxRateInfo.invoiceCurrency') ??
			atAnyCase(invoice, 'fxRateInfo.currencyCode') ??
			at(order, 'currencyCode'),
	},
	ingramOrderNumber: {
		name: 'Ingram Order Number',
		simplified: true,
		value: ({ invoice, order }: IDataObject) =>
			at(order, 'ingramOrderNumber') ??
			atAnyCase(invoice, 'ingramOrderNumber') ??
			atAnyCase(invoice, 'orderNumber'),
	},
	customerOrderNumber: {
		name: 'Customer Order Number',
		simplified: (record: IDataObject) => !isDifference(record),
		value: ofInvoice('customerOrderNumber'),
	},
	customerLineNumber: { name: 'Line Customer Line Number' },
	expectedPartNumber: { name: 'Expected Part Number' },
	ingramLineNumber: { name: 'Line Ingram Line Number' },
	invoiceDate: { name: 'Invoice Date', value: ofInvoice('invoiceDate') },
	invoiceStatus: { name: 'Invoice Status', value: ofInvoice('invoiceStatus') },
	invoiceType: { name: 'Invoice Type', value: ofInvoice('invoiceType') },
	vendorPartNumber: { name: 'Line Vendor Part Number' },
} satisfies Output;

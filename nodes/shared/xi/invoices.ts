import type { IDataObject } from 'n8n-workflow';

import { recordsIn } from '../answer';
import { locator, required } from '../fields/field';
import { pageNumberAndSize } from '../fields/paging';
import { pickerOf, type Query } from '../picker';
import { amountShown, dayShown } from '../pickerLine';
import type { XiRequest, XiSearch } from '../transport/request';
import { SAP_ORDER_NUMBER } from './orders/order';

/** An invoice as the search lists it. */
export interface FoundInvoice extends IDataObject {
	invoiceNumber?: string | null;
	invoiceStatus?: string | null;
	invoiceDate?: string | null;
	invoiceDueDate?: string | null;
	invoicedAmountDue?: number | string | null;
	customerOrderNumber?: string | null;
	/** The order number, with its dashes. */
	erpOrderNumber?: string | null;
}

/** The answer of an invoice search. */
export interface InvoiceSearchAnswer {
	recordsFound?: number | string | null;
	invoices?: FoundInvoice[] | null;
}

/**
 * The answer of invoice details. That of v6.1 is in small letters, but for its other charges; that of
 * v6 has a capital at the beginning of every name.
 */
export type InvoiceAnswer = IDataObject;

/**
 * How XI says that it has no such invoice: with one of two statuses, and where one of its own servers
 * behind it found nothing, with a 500 and these words.
 */
export const noInvoice = {
	nothingFound: [204, 404],
	nothingFoundWords: /\(404\) Not Found/i,
} as const;

/** Reads an invoice by its number. XI documentation: "Get Invoice Details v6.1". */
export const invoiceDetails = (invoiceNumber: string): XiRequest => ({
	...noInvoice,
	method: 'GET',
	path: '/resellers/v6.1/invoices/{invoiceNumber}',
	pathValues: { invoiceNumber },
});

/** Of the last two years. XI documentation: "Invoice Search". */
export const invoiceSearch: XiSearch<FoundInvoice, InvoiceSearchAnswer> = {
	call: { method: 'GET', path: '/resellers/v6/invoices', ...noInvoice },
	paging: pageNumberAndSize,
	page: (answer) => recordsIn(answer, 'invoices', 'list of invoices'),
};

/**
 * An invoice, picked from a live search or named by its number. XI writes that with dashes and
 * without, and other countries have forms of their own, so it goes out as it was given.
 */
export const requiredInvoice = required(
	locator('Invoice', {
		maxLength: 12,
		search: 'searchInvoices',
		listPlaceholder: 'Select an invoice...',
		byNumber: {
			name: 'invoiceNumber',
			// n8n cuts off all but a short name here.
			displayName: 'By No.',
			placeholder: 'e.g. 40-DPJ17-11',
		},
		description:
			'The invoice, picked from the latest ones, found by your purchase order (PO) number or the order number, or given by its Ingram Micro invoice number, with dashes or without',
	}),
	'Pick an invoice, or give its number',
);

/** An invoice number, with or without its dashes; order numbers look the same. */
const NUMBER = /^[0-9A-Z]{2}-?[0-9A-Z]{5}(-?[0-9A-Z]{2})?$/i;
/** The most characters that XI's search takes of an invoice number. */
const LONGEST_INVOICE = 11;
/** The one column that XI's samples sort by. */
const LATEST = { orderby: 'InvoiceDate', direction: 'desc' };

/** What a text may be searched by, the likelier first: XI finds equal numbers only. */
export function invoiceQueriesFor(text: string): Query[] {
	if (text === '') return [LATEST];
	const byPo = { customerOrderNumber: text };
	if (SAP_ORDER_NUMBER.test(text)) {
		const byInvoice = text.length > LONGEST_INVOICE ? [] : [{ invoiceNumber: text }];
		return [...byInvoice, byPo, { orderNumber: text }];
	}
	return NUMBER.test(text) ? [{ invoiceNumber: text }, { orderNumber: text }, byPo] : [byPo];
}

/** The list behind 'Invoice': the latest ones, or those with the invoice number, order number or PO. */
export const searchInvoices = pickerOf(
	invoiceSearch,
	(text) => invoiceQueriesFor(text).map((query) => ({ query })),
	{
		number: ({ invoiceNumber }) => invoiceNumber,
		line: ({ customerOrderNumber, invoiceDate, invoicedAmountDue, invoiceStatus }) => [
			customerOrderNumber && `PO ${customerOrderNumber}`,
			dayShown(invoiceDate),
			amountShown(invoicedAmountDue),
			invoiceStatus,
		],
		date: ({ invoiceDate }) => invoiceDate,
	},
);

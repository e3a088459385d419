import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { BadInput } from '../errors';
import { type Field, locator } from '../fields/field';
import { numberOrText } from '../amounts';
import {
	firstThatFinds,
	latestFirst,
	lineOf,
	listed,
	type ListPage,
	type Query,
	typed,
} from '../picker';
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

/** What XI says, with a status of 500, where one of its own servers behind it found nothing. */
export const NOT_FOUND_BEHIND = /\(404\) Not Found/i;

/**
 * An invoice, picked from a live search or named by its number. XI writes that with dashes and
 * without, and other countries have forms of their own, so it goes out as it was given.
 */
const invoice = locator('Invoice', {
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
});

/** The same, where the operation cannot do without it. */
export const requiredInvoice: Field<string> = {
	property: { ...invoice.property, required: true },
	read(value, label, reading) {
		const read = invoice.read(value, label, reading);
		if (read === undefined) {
			throw new BadInput(`${label} is empty`, 'Pick an invoice, or give its number');
		}
		return read;
	},
};

/** An invoice number, with or without its dashes; order numbers look the same. */
const NUMBER = /^[0-9A-Z]{2}-?[0-9A-Z]{5}(-?[0-9A-Z]{2})?$/i;
/** The most characters that XI's search takes of an invoice number. */
const LONGEST_INVOICE = 11;
/** The one column that XI's samples sort by. */
const LATEST = { orderby: 'InvoiceDate', direction: 'desc' };

/** What a text may be searched by, the likelier first: XI finds equal numbers only. */
export function invoiceQueriesFor(filter: string): Query[] {
	const text = typed(filter);
	if (text === '') return [LATEST];
	const byPo = { customerOrderNumber: text };
	if (SAP_ORDER_NUMBER.test(text)) {
		const byInvoice = text.length > LONGEST_INVOICE ? [] : [{ invoiceNumber: text }];
		return [...byInvoice, byPo, { orderNumber: text }];
	}
	return NUMBER.test(text) ? [{ invoiceNumber: text }, { orderNumber: text }, byPo] : [byPo];
}

const shownIn = ({ invoices, recordsFound }: InvoiceSearchAnswer): ListPage => ({
	records: listed(invoices).length,
	recordsFound,
	results: latestFirst(listed(invoices), ({ invoiceDate }) => invoiceDate).flatMap(
		({ invoiceNumber, customerOrderNumber, invoiceDate, invoicedAmountDue, invoiceStatus }) =>
			invoiceNumber
				? [
						{
							name: lineOf([
								invoiceNumber,
								customerOrderNumber && `PO ${customerOrderNumber}`,
								invoiceDate?.slice(0, 10),
								numberOrText(invoicedAmountDue),
								invoiceStatus,
							]),
							value: invoiceNumber,
						},
					]
				: [],
	),
});

/**
 * The list behind 'Invoice': the latest invoices, page after page as the user scrolls, or those with
 * the invoice number, order number or PO that is typed in.
 */
export async function searchInvoices(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await firstThatFinds<InvoiceSearchAnswer>(
		this,
		invoiceQueriesFor(filter ?? '').map((query) => ({
			method: 'GET',
			path: '/resellers/v6/invoices',
			query,
			nothingFound: [204, 404],
			nothingFoundWords: NOT_FOUND_BEHIND,
		})),
		paginationToken,
		shownIn,
	);
}

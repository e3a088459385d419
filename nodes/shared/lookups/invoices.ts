import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import {
	type InvoiceSearchAnswer,
	NOT_FOUND_BEHIND,
} from '../../IngramMicroInvoices/invoiceAnswers';
import { SAP_ORDER_NUMBER } from '../fields/order';
import { numberOrText } from '../number';
import {
	firstThatFinds,
	latestFirst,
	lineOf,
	listed,
	type ListPage,
	type Query,
	typed,
} from './listSearch';

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

import type { IDataObject } from 'n8n-workflow';

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

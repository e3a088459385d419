import { BadInput } from '../badInput';
import { type Field, locator } from './field';

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

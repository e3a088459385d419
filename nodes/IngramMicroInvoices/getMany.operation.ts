import { BadInput } from '../shared/errors';
import { dateRange, day } from '../shared/fields/dates';
import { collection, filters, openChoice, optionalChoice, text } from '../shared/fields/field';
import { pagedRead } from '../shared/operation';
import { DAYS } from '../shared/forModels';
import { invoiceSearch } from '../shared/xi/invoices';
import { ORDER_NUMBER_FILTER } from '../shared/xi/orders/order';
import { invoiceSearchOutput } from '../shared/xi/invoiceSearchOutput';

/** XI has published no list: the one of its own example, and columns of its answer spelt likewise. */
const SORTED_BY = [
	{ name: 'Customer Order Number', value: 'CustomerOrderNumber' },
	{ name: 'Due Date', value: 'InvoiceDueDate' },
	{ name: 'Invoice Date', value: 'InvoiceDate' },
	{ name: 'Invoice Number', value: 'InvoiceNumber' },
	{ name: 'Invoice Status', value: 'InvoiceStatus' },
];

/**
 * XI documentation: "Invoice Search".
 *
 * `DeliveryNumber` has a capital and `orderby` has none, against all its sisters; a range is two
 * parameters of one value each, not one of two. The document types these as lists by a slip.
 */
export const getMany = pagedRead({
	option: {
		name: 'Get Many Invoices',
		value: 'getMany',
		action: 'Get many invoices',
		description:
			'Search the invoices of the last two years by number, order, PO, status, date or serial number',
	},
	forModels: [
		'Numbers are texts, such as invoice number 40-DPJ17-11. Limit is the most invoices to give.',
		DAYS,
	],
	parameters: {
		filters: filters({
			customerOrderNumber: text('Customer Order Number', {
				placeholder: 'e.g. PO-4711',
				description: 'Only invoices for this purchase order (PO) number of yours',
			}),
			deliveryNumber: text('Delivery Number', {
				placeholder: 'e.g. 88325118',
				description: 'Only invoices for this delivery',
			}),
			endCustomerOrderNumber: text('End Customer PO', {
				placeholder: 'e.g. EU-4711',
				description: 'Only invoices for this purchase order (PO) number of your customer',
			}),
			invoiceDate: day('Invoice Date', { description: 'Only invoices of this day' }),
			invoiceDateRange: dateRange('Invoice Date Range', {
				description: 'Only invoices that were made in this time',
			}),
			invoiceDueDate: day('Due Date', { description: 'Only invoices that are due on this day' }),
			invoiceDueDateRange: dateRange('Due Date Range', {
				description: 'Only invoices that are due in this time',
			}),
			invoiceNumber: text('Invoice Number', {
				maxLength: 11,
				placeholder: 'e.g. 40-DPJ17-11',
				description: 'Only the invoice with this number',
			}),
			invoiceStatus: text('Invoice Status', {
				prose: true,
				placeholder: 'e.g. OPEN',
				description: 'Only invoices with this status, as Ingram Micro writes it',
			}),
			invoiceType: text('Invoice Type', {
				prose: true,
				placeholder: 'e.g. Invoice',
				description: 'Only invoices of this type, as Ingram Micro writes it',
			}),
			orderDate: day('Order Date', {
				description: 'Only invoices for orders that were placed on this day',
			}),
			orderDateRange: dateRange('Order Date Range', {
				description: 'Only invoices for orders that were placed in this time',
			}),
			orderNumber: text('Order Number', {
				format: ORDER_NUMBER_FILTER,
				placeholder: 'e.g. 20-RD128',
				description: 'Only invoices for this Ingram Micro order number',
			}),
			paymentTermsNetDate: day('Payment Terms Net Date', {
				description: 'Only invoices that are to be paid in full on this day',
			}),
			serialNumber: text('Serial Number', {
				maxLength: 32,
				placeholder: 'e.g. Q2EV-5SJ3-E6LN',
				description: 'Only the invoice for this device',
			}),
			specialBidNumber: text('Special Bid Number', {
				placeholder: 'e.g. 3223A',
				description: 'Only invoices with this special price of a manufacturer',
			}),
		}),
		sort: collection(
			'Sort',
			{
				orderby: openChoice('Sort By', SORTED_BY, {
					default: 'InvoiceDate',
					other: text('Sort By', { maxLength: 32 }),
					description:
						'What to sort by. Ingram Micro’s own example is Invoice Date; the others are columns of its answer. An expression may name any other column.',
				}),
				direction: optionalChoice(
					'Sort Order',
					[
						{ name: 'Ascending', value: 'asc', description: 'The smallest or the oldest first' },
						{ name: 'Descending', value: 'desc', description: 'The largest or the latest first' },
					],
					{ default: 'desc', description: 'Which way they are sorted' },
				),
			},
			{ addLabel: 'Add sorting', description: 'The order of the results' },
		),
	},
	output: invoiceSearchOutput,
	search: invoiceSearch,
	wanted: ({
		filters: { deliveryNumber, invoiceDateRange, invoiceDueDateRange, orderDateRange, ...filters },
		sort,
	}) => {
		if (sort.direction !== undefined && sort.orderby === undefined) {
			throw new BadInput("'Sort Order' in 'Sort' has no 'Sort By' to go with", "Add 'Sort By'");
		}
		return {
			query: {
				...filters,
				DeliveryNumber: deliveryNumber,
				invoiceFromDate: invoiceDateRange?.[0],
				invoiceToDate: invoiceDateRange?.[1],
				invoiceFromDueDate: invoiceDueDateRange?.[0],
				invoiceToDueDate: invoiceDueDateRange?.[1],
				orderFromDate: orderDateRange?.[0],
				orderToDate: orderDateRange?.[1],
				...sort,
			},
		};
	},
});

import { range } from '../support.mts';

/** Every filter at once, as it stands in a node. */
export const WHOLE_FILTERS = {
	customerOrderNumber: 'PO-1',
	deliveryNumber: '88325118',
	endCustomerOrderNumber: 'EU-1',
	invoiceDate: '2026-11-01T00:00:00',
	invoiceDateRange: range('2026-11-02T00:00:00', '2026-11-03T00:00:00'),
	invoiceDueDate: '2026-11-04',
	invoiceDueDateRange: range('2026-11-05', '2026-11-06'),
	invoiceNumber: '40-DPJ17-11',
	invoiceStatus: 'OPEN',
	invoiceType: 'Invoice',
	orderDate: '2026-11-07',
	orderDateRange: range('2026-11-08', '2026-11-09'),
	orderNumber: '40-DPJ17',
	paymentTermsNetDate: '2026-11-10',
	serialNumber: 'Q2EV-5SJ3-E6LN',
	specialBidNumber: '3223A',
};

/** The same on the wire. */
export const WHOLE_QUERY = {
	customerOrderNumber: 'PO-1',
	DeliveryNumber: '88325118',
	endCustomerOrderNumber: 'EU-1',
	invoiceDate: '2026-11-01',
	invoiceFromDate: '2026-11-02',
	invoiceToDate: '2026-11-03',
	invoiceDueDate: '2026-11-04',
	invoiceFromDueDate: '2026-11-05',
	invoiceToDueDate: '2026-11-06',
	invoiceNumber: '40-DPJ17-11',
	invoiceStatus: 'OPEN',
	invoiceType: 'Invoice',
	orderDate: '2026-11-07',
	orderFromDate: '2026-11-08',
	orderToDate: '2026-11-09',
	orderNumber: '40-DPJ17',
	paymentTermsNetDate: '2026-11-10',
	serialNumber: 'Q2EV-5SJ3-E6LN',
	specialBidNumber: '3223A',
};

/** Parameters of a search that XI would refuse, or not understand, and what is said of them. */
export const BAD_INVOICE_FILTERS: Array<[parameters: object, message: string]> = [
	[
		{ filters: { invoiceNumber: '123456789012' } },
		"'Invoice Number' in 'Filters' has 12 characters; at most 11 are allowed",
	],
	[
		{ filters: { serialNumber: 'x'.repeat(33) } },
		"'Serial Number' in 'Filters' has 33 characters; at most 32 are allowed",
	],
	[
		{ filters: { invoiceDate: '21.11.2026' } },
		`'Invoice Date' in 'Filters' is "21.11.2026"; it must be a day such as 2026-11-21`,
	],
	[
		{ filters: { orderDate: '2026-02-30' } },
		`'Order Date' in 'Filters' is "2026-02-30"; it must be a day such as 2026-11-21`,
	],
	[
		{ filters: { invoiceDateRange: range('2026-11-02', '') } },
		"'Invoice Date Range' in 'Filters' has no last day (To)",
	],
	[
		{ filters: { invoiceDueDateRange: range('2026-11-02', '2026-11-01') } },
		"'Due Date Range' in 'Filters' ends on 2026-11-01, before it starts on 2026-11-02",
	],
	[
		{ filters: { orderDateRange: range('', '2026-11-01') } },
		"'Order Date Range' in 'Filters' has no first day (From)",
	],
	[{ sort: { direction: 'desc' } }, "'Sort Order' in 'Sort' has no 'Sort By' to go with"],
	[
		{ sort: { orderby: 'x'.repeat(33) } },
		"'Sort By' in 'Sort' has 33 characters; at most 32 are allowed",
	],
	[
		{ sort: { orderby: 'InvoiceDate', direction: 'up' } },
		`'Sort Order' in 'Sort' is "up", which is not one of its choices`,
	],
	[{ limit: 0 }, `'Limit' is "0"; it must be a whole number of at least 1`],
];

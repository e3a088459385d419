import { type Call, USUAL_HEADERS } from './call.mts';

const DETAILS_QUERY = ['customerType', 'includeSerialNumbers'];

/** The names of invoices. */
export const INVOICES: readonly Call[] = [
	{
		number: 16,
		call: 'GET /resellers/v6/invoices',
		names: {
			query: [
				'paymentTermsNetDate',
				'invoiceDate',
				'invoiceDueDate',
				'orderDate',
				'orderFromDate',
				'orderToDate',
				'orderNumber',
				// The one name with a capital.
				'DeliveryNumber',
				'invoiceNumber',
				'invoiceStatus',
				'invoiceType',
				'customerOrderNumber',
				'endCustomerOrderNumber',
				'specialBidNumber',
				'invoiceFromDueDate',
				'invoiceToDueDate',
				'invoiceFromDate',
				'invoiceToDate',
				'pageSize',
				'pageNumber',
				'orderby',
				'direction',
				'serialNumber',
			],
			headers: USUAL_HEADERS,
			body: [],
		},
	},
	{
		number: 17,
		call: 'GET /resellers/v6.1/invoices/{invoiceNumber}',
		names: { query: DETAILS_QUERY, headers: USUAL_HEADERS, body: [] },
	},
];

/** The names of invoice details in their older version. */
export const INVOICE_DETAILS_V6: Call = {
	number: 31,
	call: 'GET /resellers/v6/invoices/{invoicenumber}',
	names: { query: DETAILS_QUERY, headers: [...USUAL_HEADERS, 'version'], body: [] },
};

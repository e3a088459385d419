import { numberAt, type Output } from '../output';

/** What a search of invoices can return. */
export const invoiceSearchOutput = {
	invoiceNumber: { name: 'Invoice Number', simplified: true },
	invoiceStatus: { name: 'Invoice Status', simplified: true },
	invoiceDate: { name: 'Invoice Date', simplified: true },
	invoiceDueDate: { name: 'Invoice Due Date', simplified: true },
	invoicedAmountDue: numberAt('Amount Due', 'invoicedAmountDue', true),
	invoiceAmountInclTax: numberAt('Amount Including Tax', 'invoiceAmountInclTax', true),
	customerOrderNumber: { name: 'Customer Order Number', simplified: true },
	endCustomerOrderNumber: { name: 'End Customer Order Number', simplified: true },
	ingramOrderNumber: { name: 'Ingram Order Number', path: 'erpOrderNumber', simplified: true },
	ingramOrderDate: { name: 'Order Date', path: 'orderCreateDate', simplified: true },
	// XI writes the next two so, in small letters.
	foreignTotalAmount: numberAt('Foreign Total Amount', 'forgntotalamount'),
	isFseccEnabled: { name: 'FSECC Enabled', path: 'isfseccenabled' },
	invoiceNumberAsSent: { name: 'Invoice Number as Sent', path: 'invoiceNumber' },
	gstInvoiceNumber: { name: 'GST Invoice Number' },
	paymentTermsDueDate: { name: 'Payment Terms Due Date' },
	specialBidNumbers: { name: 'Special Bid Numbers' },
} satisfies Output;

import { invoiceSearchOutput } from '../shared/xi/invoiceSearchOutput';
import { wholeNumber } from '../shared/fields/field';
import { type FoundInvoice, invoiceSearch } from '../shared/xi/invoices';
import { dayIn, dayOf, identityOf, textIn, watched } from './watchedKind';
import { changesOf, invoiceFilters } from './watchFields';

/** Invoices by their dates. XI documentation: "Invoice Search". */
export const newInvoice = watched<FoundInvoice>({
	name: 'Invoices',
	description: 'An invoice appears, or its status changes',
	parameters: {
		changes: changesOf(
			[
				{ name: 'Appeared', value: 'appeared', description: 'There is a new invoice' },
				{
					name: 'Status Changed',
					value: 'statusChanged',
					description: 'For example, an open invoice was paid',
				},
			],
			['appeared'],
		),
		followDays: wholeNumber('Follow for (Days)', {
			min: 1,
			max: 180,
			default: 14,
			description:
				'How many days after its date an invoice is looked at. Invoices that show up late, and changes of status, are found within these days only. Each further 100 invoices in them cost a call.',
		}),
		filters: invoiceFilters,
	},
	output: invoiceSearchOutput,
	search: invoiceSearch,
	searches: ({ from, today }) => [
		{
			query: {
				invoiceFromDate: dayOf(from),
				// It is tomorrow already where some of them are made.
				invoiceToDate: dayOf(today + 1),
				orderby: 'InvoiceDate',
				direction: 'asc',
			},
		},
	],
	// Re-issued invoices and credit memos may have the number of the first. The whole amount stays when
	// it is paid, unlike the amount due.
	sighting: ({ invoiceNumber, invoiceDate, invoiceAmountInclTax, invoiceStatus }) => ({
		identity: identityOf(invoiceNumber, invoiceDate?.slice(0, 10), invoiceAmountInclTax),
		day: dayIn(invoiceDate),
		status: textIn(invoiceStatus),
	}),
	names: ({ invoiceType }) => ({ type: invoiceType }),
	lookBack: ({ followDays }) => followDays,
});

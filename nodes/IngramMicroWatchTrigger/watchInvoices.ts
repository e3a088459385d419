import { numberIn } from '../shared/amounts';
import { plain } from '../shared/comparing';
import { invoiceNumberIn, normalStatus } from '../shared/dictionary';
import { wholeNumber } from '../shared/fields/field';
import type { Wanted } from '../shared/transport/request';
import { invoiceSearchOutput } from '../shared/xi/invoiceSearchOutput';
import { type FoundInvoice, invoiceSearch } from '../shared/xi/invoices';
import { dayIn, dayOf, dayText, identityOf, watched } from './watchedKind';
import { changesOf, invoiceFilters } from './watchFields';

/** XI shows 10,000 invoices of a search, and those of so many days are fewer. */
const MOST_DAYS = 31;

/** The searches for the invoices of some days, the oldest first. */
function searchesOf(first: number, last: number): Wanted[] {
	const searches: Wanted[] = [];
	for (let day = first; day <= last; day += MOST_DAYS) {
		searches.push({
			query: {
				invoiceFromDate: dayOf(day),
				invoiceToDate: dayOf(Math.min(day + MOST_DAYS - 1, last)),
				orderby: 'InvoiceDate',
				direction: 'asc',
			},
		});
	}
	return searches;
}

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
	// It is tomorrow already where some of them are made.
	searches: ({ from, today }) => searchesOf(from, today + 1),
	// Re-issued invoices and credit memos may have the number of the first. The whole amount stays when
	// it is paid, unlike the amount due.
	sighting: ({ invoiceNumber, invoiceDate, invoiceAmountInclTax, invoiceStatus }) => {
		const number = invoiceNumberIn(plain(invoiceNumber));
		const amount = numberIn(invoiceAmountInclTax) ?? invoiceAmountInclTax;
		return {
			identity: identityOf(number, dayText(invoiceDate), amount),
			former: identityOf(number, dayText(invoiceDate), undefined),
			day: dayIn(invoiceDate),
			status: normalStatus(invoiceStatus),
		};
	},
	// A credit memo of the whole may have all that of its invoice, without a minus.
	apart: ({ invoiceType }) => normalStatus(invoiceType),
	names: ({ invoiceType }) => ({ type: invoiceType }),
	// A day more, since it is a day later here than where some of them are made.
	lookBack: ({ followDays }) => followDays + 1,
});

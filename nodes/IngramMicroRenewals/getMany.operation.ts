import { type DayRange, dateRange, slashed } from '../shared/fields/dates';
import { filters, text } from '../shared/fields/field';
import { pagedRead } from '../shared/operation';
import { DAYS } from '../shared/forModels';
import { trimmed } from '../shared/fields/jsonBody';
import { renewalSearchOutput } from '../shared/xi/renewalOutput';
import { renewalSearch } from '../shared/xi/renewals';
import { statusBody, statusFilters } from './statuses';

/** A range as the body has it: two days of the form MM/dd/yyyy. */
const daysOf = (range: DayRange | undefined) =>
	range && { customStartDate: slashed(range[0]), customEndDate: slashed(range[1]) };

/**
 * Numbers are looked for by the query, all else by the body. XI documentation: "Search Renewals".
 *
 * XI documents no list of columns for `sort`, and no direction.
 */
export const getMany = pagedRead({
	option: {
		name: 'Get Many Renewals',
		value: 'getMany',
		action: 'Get many renewals',
		description:
			'Search contracts, licenses and warranties to renew by date, status, end user, manufacturer or number',
	},
	forModels: ['Numbers and names are texts. Limit is the most renewals to give.', DAYS],
	parameters: {
		filters: filters({
			customerOrderNumber: text('Customer Order Number', {
				placeholder: 'e.g. PO-4711',
				description: 'Only what was ordered with this purchase order (PO) number of yours',
			}),
			endDate: dateRange('End Date Range', {
				description: 'Only renewals whose term ends in this time',
			}),
			endUser: text('End User', {
				prose: true,
				placeholder: 'e.g. Example Ltd',
				description: 'Only renewals of this company',
			}),
			expirationDate: dateRange('Expiration Date Range', {
				description:
					'Only renewals that expire in this time. For the next 90 days: from {{ $today }} to {{ $today.plus({ days: 90 }) }}.',
			}),
			ingramPurchaseOrderNumber: text('Ingram Sales Order Number', {
				placeholder: 'e.g. 20-RD128',
				description: 'Only what was sold with this order number of Ingram Micro',
			}),
			invoiceDate: dateRange('Invoice Date Range', {
				description: 'Only what was invoiced in this time',
			}),
			serialNumber: text('Serial Number', {
				placeholder: 'e.g. 9517647541',
				description: 'Only the renewal for the device with this serial number',
			}),
			sort: text('Sort By', {
				placeholder: 'e.g. expirationDate',
				description:
					'The column to sort by, as Ingram Micro names it. It documents neither the columns nor the direction.',
			}),
			startDate: dateRange('Start Date Range', {
				description: 'Only renewals whose term starts in this time',
			}),
			vendor: text('Vendor', {
				prose: true,
				placeholder: 'e.g. VMware',
				description: 'Only renewals of products of this manufacturer',
			}),
			...statusFilters,
		}),
	},
	output: renewalSearchOutput,
	search: renewalSearch,
	wanted: ({
		filters: {
			customerOrderNumber,
			ingramPurchaseOrderNumber,
			serialNumber,
			sort,
			endUser,
			vendor,
			status,
			subStatus,
			...ranges
		},
	}) => ({
		query: { customerOrderNumber, ingramPurchaseOrderNumber, serialNumber, sort },
		body: trimmed({
			status: statusBody({ status, subStatus }),
			dateType: {
				startDate: daysOf(ranges.startDate),
				endDate: daysOf(ranges.endDate),
				invoiceDate: daysOf(ranges.invoiceDate),
				expirationDate: daysOf(ranges.expirationDate),
			},
			vendor,
			endUser,
		}),
	}),
});

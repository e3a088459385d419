import { dateRange, joinedRange } from '../shared/fields/dates';
import { choices, collection, filters, openChoice, text } from '../shared/fields/field';
import { pagedRead } from '../shared/operation';
import { DAYS } from '../shared/forModels';
import { returnSearchOutput } from '../shared/xi/returnOutput';
import { joinedReasons, reasons } from './reasons';
import { RETURN_STATUSES, returnSearch } from '../shared/xi/returns';

const statuses = (displayName: string, description: string) =>
	choices(displayName, RETURN_STATUSES, { default: [], description });

/** XI has published no list, so these are columns of its answer. */
const SORTED_BY = [
	{ name: 'Case Request Number', value: 'caseRequestNumber' },
	{ name: 'Created On', value: 'createdOn' },
	{ name: 'Modified On', value: 'modifiedOn' },
	{ name: 'Reference Number', value: 'referenceNumber' },
	{ name: 'Return Claim ID', value: 'returnClaimId' },
	{ name: 'Return Status', value: 'status' },
];

/** XI takes a list as one text here, unlike the search of orders, which wants its key repeated. */
const commas = (values: readonly string[]): string | undefined =>
	values.length > 0 ? values.join(',') : undefined;

/** XI documentation: "Returns Search". */
export const getMany = pagedRead({
	option: {
		name: 'Get Many Returns',
		value: 'getMany',
		action: 'Get many returns',
		description: 'Search your returns by number, invoice, product, status, reason or date',
	},
	forModels: ['Numbers are texts. Limit is the most returns to give.', DAYS],
	parameters: {
		filters: filters({
			caseRequestNumber: text('Case Request Number', {
				placeholder: 'e.g. CAS-12345-M4H2Y8-0',
				description: 'Only the return with this number of its request',
			}),
			claimStatus: statuses('Claim Status', 'Only returns whose claim has one of these statuses'),
			createdOn: dateRange('Created Date Range', {
				description: 'Only returns that were requested in this time',
			}),
			ingramPartNumber: text('Ingram Part Number', {
				placeholder: 'e.g. 4A0036',
				description: 'Only returns of this product, by its Ingram part number (SKU)',
			}),
			invoiceNumber: text('Invoice Number', {
				placeholder: 'e.g. 40-NFERG-11',
				description: 'Only returns of what this invoice is for',
			}),
			modifiedOn: dateRange('Modified Date Range', {
				description: 'Only returns that changed in this time',
			}),
			referenceNumber: text('Reference Number', {
				placeholder: 'e.g. RMA-4711',
				description: 'Only returns with this reference number of yours',
			}),
			returnClaimId: text('Return Claim ID', {
				placeholder: 'e.g. 12-RH5LX-34',
				description: 'Only the return with this number of its claim',
			}),
			returnReason: reasons,
			returnStatus: statuses('Return Status', 'Only returns with one of these statuses'),
			vendorPartNumber: text('Vendor Part Number', {
				placeholder: 'e.g. E2016HV',
				description: 'Only returns of this product, by the manufacturer’s part number',
			}),
		}),
		sort: collection(
			'Sort',
			{
				sortingColumnName: openChoice('Sort By', SORTED_BY, {
					default: 'createdOn',
					other: text('Sort By'),
					description:
						'What to sort by: a column of Ingram Micro’s answer, since it has published no list. An expression may name any other.',
				}),
				sort: openChoice(
					'Sort Order',
					[
						{ name: 'Ascending', value: 'asc', description: 'The smallest or the oldest first' },
						{ name: 'Descending', value: 'desc', description: 'The largest or the latest first' },
					],
					{
						default: 'desc',
						other: text('Sort Order'),
						description:
							'Which way they are sorted. Ingram Micro does not say what it takes here; these are the words of its other searches.',
					},
				),
			},
			{ addLabel: 'Add sorting', description: 'The order of the results' },
		),
	},
	output: returnSearchOutput,
	search: returnSearch,
	wanted: ({
		filters: { claimStatus, returnStatus, returnReason, createdOn, modifiedOn, ...texts },
		sort,
	}) => ({
		query: {
			...texts,
			'returnStatus-in': commas(returnStatus),
			'claimStatus-in': commas(claimStatus),
			'returnReason-in': joinedReasons(returnReason),
			'createdOn-bt': joinedRange(createdOn),
			'modifiedOn-bt': joinedRange(modifiedOn),
			...sort,
		},
	}),
});

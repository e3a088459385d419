import { BadInput } from '../shared/errors';
import { dateRange, type DayRange, joinedRange } from '../shared/fields/dates';
import { collection, filters, openChoice, optionalChoice, text } from '../shared/fields/field';
import { pagedRead } from '../shared/operation';
import { DAYS } from '../shared/forModels';
import { QUOTE_STATUSES, quoteSearch } from '../shared/xi/quotes';
import { quoteSearchOutput } from '../shared/xi/quoteOutput';

const DAY_MS = 86_400_000;
/** How many days back XI's search of quotes reaches. */
const REACH_DAYS = 365;

const dayBefore = (days: number): string =>
	new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/** XI would leave the older quotes out without a word. A day is allowed for time zones. */
function withinReach(range: DayRange | undefined): DayRange | undefined {
	if (range === undefined || range[0] >= dayBefore(REACH_DAYS + 1)) return range;
	throw new BadInput(
		`'Created Range' in 'Filters' starts on ${range[0]}, and Ingram Micro’s search of quotes reaches back ${REACH_DAYS} days only`,
		`Start it on ${dayBefore(REACH_DAYS)} or later, e.g. with {{ $today.minus({ days: ${REACH_DAYS} }) }}`,
	);
}

/**
 * XI documentation: "Quote Search".
 *
 * `ingramOrderDate-bt`, which its OpenAPI document also
 * has here, is left out: quotes have no order date, and its portal does not know it.
 */
export const getMany = pagedRead({
	option: {
		name: 'Get Many Quotes',
		value: 'getMany',
		action: 'Get many quotes',
		description:
			'Search your quotes. Without a created range, Ingram Micro gives those of the last 30 days.',
	},
	forModels: ['Numbers and names are texts. Limit is the most quotes to give.', DAYS],
	parameters: {
		filters: filters({
			endUserContact: text('End User', {
				prose: true,
				placeholder: 'e.g. JD Enterprises',
				description: 'Only quotes for this end user, by name',
			}),
			quoteCreateDate: dateRange('Created Range', {
				description:
					'Only quotes that were created in this time, at most 365 days ago. Without it, only those that were created or changed in the last 30 days are found.',
			}),
			quoteName: text('Quote Name', {
				prose: true,
				placeholder: 'e.g. Office move',
				description: 'Only quotes with this name',
			}),
			quoteNumber: text('Quote Number', {
				placeholder: 'e.g. QUO-10926-Y8G1B3',
				description: 'Only quotes with this number. A part of the number is enough.',
			}),
			specialBidNumber: text('Special Bid Number', {
				placeholder: 'e.g. 9638445-1880',
				description: 'Only quotes with this special price of a manufacturer',
			}),
			status: openChoice('Status', QUOTE_STATUSES, {
				default: 'Ready to Order',
				other: text('Status', { prose: true }),
				description:
					'Only quotes with this status. Another one can be given by an expression. Ingram Micro may leave drafts and closed quotes out.',
			}),
			vendorName: text('Vendor Name', {
				prose: true,
				placeholder: 'e.g. Cisco',
				description: 'Only quotes with products of this manufacturer',
			}),
		}),
		sort: collection(
			'Sort',
			{
				sortBy: optionalChoice(
					'Sort By',
					[
						{ name: 'Created Date', value: 'createdDate' },
						{ name: 'Expiry Date', value: 'expiryDate' },
						{ name: 'Last Modified Date', value: 'lastModifiedDate' },
						{ name: 'Quote Number', value: 'quoteNumber' },
					],
					{
						default: 'createdDate',
						description: 'What the quotes are sorted by. If not set, it is the created date.',
					},
				),
				sortingOrder: optionalChoice(
					'Sort Order',
					[
						{ name: 'Ascending', value: 'asc' },
						{ name: 'Descending', value: 'desc' },
					],
					{
						default: 'desc',
						description: 'Which way they are sorted. If not set, the latest come first.',
					},
				),
			},
			{ addLabel: 'Add sorting' },
		),
	},
	output: quoteSearchOutput,
	search: quoteSearch,
	wanted: ({ filters: { quoteCreateDate, ...filters }, sort }) => ({
		query: {
			...filters,
			'quoteCreateDate-bt': joinedRange(withinReach(quoteCreateDate)),
			...sort,
		},
	}),
});

import { normalStatus } from '../shared/dictionary';
import { quoteSearchOutput } from '../shared/xi/quoteOutput';
import { type FoundQuote, quoteSearch } from '../shared/xi/quotes';
import { dayIn, dayOf, identityOf, textIn, watched } from './watchedKind';
import { changesOf, daysAhead, quoteFilters } from './watchFields';

/** How far back XI's search of quotes reaches. */
const REACH_DAYS = 365;
/** How many days back it finds what changed, where it is given no dates. */
const USUAL_DAYS = 30;
/** So many of them are relied on, since no document says in which zone they begin. */
const SURE_DAYS = 25;
const LOOK_BACK_DAYS = 3;

/**
 * Quotes. Without dates XI gives those that were created or changed in the last 30 days, which is all
 * that can be new. At first, after a long pause, and where ends are told, those of a year are read as well.
 * XI documentation: "Quote Search".
 */
export const quoteChanged = watched<FoundQuote>({
	name: 'Quotes',
	description: 'A quote appears, becomes ready to order or gets another status, or is about to end',
	parameters: {
		changes: changesOf(
			[
				{ name: 'Appeared', value: 'appeared', description: 'There is a new quote' },
				{
					name: 'Ending',
					value: 'ending',
					description:
						'The quote ends in so many days. Those ordered or closed are left out. Each poll then reads the quotes of a year.',
				},
				{
					name: 'Status Changed',
					value: 'statusChanged',
					description: 'For example, it became ready to order. Filters can tell which status.',
				},
			],
			['appeared', 'statusChanged'],
		),
		daysAhead: daysAhead(
			'7, 1',
			'For the change Ending: how many days before its end a quote is told',
		),
		filters: quoteFilters,
	},
	output: quoteSearchOutput,
	search: quoteSearch,
	searches: ({ from, today, isFirst, tellsEnds }) => [
		...(isFirst || tellsEnds || today - from > SURE_DAYS
			? [
					{
						query: { 'quoteCreateDate-bt': `${dayOf(today - REACH_DAYS + 1)},${dayOf(today + 1)}` },
					},
				]
			: []),
		{ query: { sortBy: 'lastModifiedDate', sortingOrder: 'asc' } },
	],
	sighting: (quote) => ({
		identity: identityOf(quote.quoteNumber ?? quote.quoteGuid),
		day: dayIn(quote.ingramQuoteDate),
		status: normalStatus(quote.quoteStatus),
		ends: dayIn(quote.ingramQuoteExpiryDate),
		changedAt: textIn(quote.lastModifiedDate),
	}),
	names: ({ vendor, endUserName, endUserContact }) => ({
		vendor,
		endUser: endUserName ?? endUserContact,
	}),
	lookBack: () => LOOK_BACK_DAYS,
	olderOnesChanged: true,
	remembered: REACH_DAYS + USUAL_DAYS,
	over: /^(?:ordered|closed|cancell?ed|expired|lost|void(?:ed)?)\b/i,
});

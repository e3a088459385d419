import type { IDataObject } from 'n8n-workflow';

import { allPages } from '../shared/loop/pager';
import type { Ask, Sight } from '../shared/operation';
import { isRecent, productsIn, wantedIn } from '../shared/xi/orders/sameOrder';
import { yesOrNo } from '../shared/tidy';
import { listIn } from '../shared/errors';
import {
	detailsOf,
	type FoundQuote,
	type QuoteDetailsAnswer,
	quoteSearch,
} from '../shared/xi/quotes';
import type { QuoteBody } from './quoteBody';
import { inCapitals, isSameText } from '../shared/comparing';

/**
 * The quotes that have exactly this name, capitals aside: XI sends many of its answers in capitals.
 * Its search may find names that only hold it. No range of days is given: the form of that filter is
 * an assumption, and without one XI gives the last 30 days, the latest first.
 */
async function withName(ask: Ask, quoteName: string): Promise<FoundQuote[]> {
	const found = await allPages(ask, quoteSearch, { query: { quoteName } });
	return found.filter((quote) => isSameText(quote.quoteName, quoteName));
}

/** The deals that a quote says it was made for, in capitals. */
const dealsOf = ({ specialBidId, additionalAttributes }: QuoteDetailsAnswer): string[] =>
	[
		inCapitals(specialBidId),
		...listIn(additionalAttributes, 'list of attributes')
			.filter(({ attributeName }) => inCapitals(attributeName) === 'DEALID')
			.map(({ attributeValue }) => inCapitals(attributeValue)),
	].filter((deal) => deal !== '');

/** Whether a quote has the products that were asked for, and the deal as far as it names one. */
export function isSameQuote(details: QuoteDetailsAnswer, body: QuoteBody): boolean {
	const deals = dealsOf(details);
	if (deals.length > 0 && body.dealId !== undefined && !deals.includes(inCapitals(body.dealId))) {
		return false;
	}
	// What a deal is configured to is not known here.
	if (body.products === undefined) return true;
	const wanted = wantedIn(body.products);
	const asked = listIn(details.products, 'list of products').filter(
		({ isSuggestionProduct }) => yesOrNo(isSuggestionProduct) !== true,
	);
	return productsIn(asked, wanted)?.length === wanted.size;
}

/**
 * Looks for the quote that a request was to bring about. Names may be used again, so a quote of the
 * same name is only taken for ours if it is from these days and has the same products; those that
 * were there before the sending are known to the loop, which leaves them out.
 *
 * @param sentAt undefined where nothing was sent yet: then all quotes of that name count
 * @param isKnown tells of a quote that it was there before
 * @returns a new quote of that name with other products is named, since it may be ours all the same:
 * XI changes what was asked for, and fills a quote after it has given it a number
 */
export async function lookForQuote(
	ask: Ask,
	body: QuoteBody,
	sentAt: Date | undefined,
	isKnown: (quote: FoundQuote) => boolean = () => false,
): Promise<Sight> {
	const named = await withName(ask, body.quoteName);
	if (sentAt === undefined) {
		return named.length > 0 ? { there: named } : { absent: NONE };
	}
	const there: IDataObject[] = [];
	const unread: string[] = [];
	const other: string[] = [];
	const recent = named.filter(
		(quote) => !isKnown(quote) && isRecent(quote.ingramQuoteDate, sentAt),
	);
	for (const quote of recent) {
		const details = await detailed(ask, quote);
		const number = quote.quoteNumber ?? 'one without a number';
		if (details === undefined) unread.push(number);
		else if (isSameQuote(details, body)) there.push(quote);
		else other.push(number);
	}
	if (there.length > 0) return { there, ours: 'yes' };
	if (unread.length > 0) {
		const names = [...unread, ...other].join(', ');
		return {
			absent: `Ingram Micro has quotes with this name that could not be compared: ${names}`,
		};
	}
	const others =
		other.length > 0 ? `, but others with this name, which may be it: ${other.join(', ')}` : '';
	return { absent: NONE + others };
}

const NONE = 'Ingram Micro has no new quote with this name and these products';

/** The details of a found quote; undefined where they cannot be had. */
async function detailed(
	ask: Ask,
	{ quoteNumber }: FoundQuote,
): Promise<QuoteDetailsAnswer | undefined> {
	if (!quoteNumber) return undefined;
	try {
		return await ask(detailsOf(quoteNumber), (answer: QuoteDetailsAnswer) => answer);
	} catch {
		return undefined;
	}
}

import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { QuoteSearchAnswer } from '../../IngramMicroQuotes/quoteAnswers';
import { numberOrText } from '../number';
import { lineOf, listed, firstThatFinds, type ListPage, type Query, typed } from './listSearch';

/** Like QUO-10926-Y8G1B3, or a part of it. */
const LIKE_A_NUMBER = /^(QUO)?[0-9A-Z-]*\d[0-9A-Z-]*$/i;

/** What a text may be searched by, the likelier first. */
export function quoteQueriesFor(filter: string): Query[] {
	const text = typed(filter);
	if (text === '') return [{}];
	const byNumber = { quoteNumber: text };
	const others = [{ quoteName: text }, { endUserContact: text }];
	return LIKE_A_NUMBER.test(text) ? [byNumber, ...others] : [...others, byNumber];
}

const moneyIn = (total: unknown, currencyCode: string | null | undefined): string | undefined => {
	const amount = numberOrText(total);
	if (typeof amount !== 'number' && typeof amount !== 'string') return undefined;
	const shown = typeof amount === 'number' ? amount.toFixed(2) : amount;
	return `${shown} ${currencyCode ?? ''}`.trim();
};

export const quotesIn = ({ quotes, recordsFound }: QuoteSearchAnswer): ListPage => ({
	records: listed(quotes).length,
	recordsFound,
	results: listed(quotes).flatMap((quote) =>
		quote.quoteNumber
			? [
					{
						name: lineOf([
							quote.quoteNumber,
							quote.quoteName,
							quote.endUserName ?? quote.endUserContact,
							quote.quoteStatus,
							moneyIn(quote.quoteTotal, quote.currencyCode),
						]),
						value: quote.quoteNumber,
					},
				]
			: [],
	),
});

/**
 * The list behind 'Quote': the latest quotes, page after page as the user scrolls, or those whose
 * number, name or end user is typed in.
 */
export async function searchQuotes(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const latestFirst = { sortBy: 'createdDate', sortingOrder: 'desc' };
	return await firstThatFinds<QuoteSearchAnswer>(
		this,
		quoteQueriesFor(filter ?? '').map((query) => ({
			method: 'GET',
			path: '/resellers/v6/quotes/search',
			query: { ...query, ...latestFirst },
			nothingFound: [404],
			needsCustomerContact: true,
		})),
		paginationToken,
		quotesIn,
	);
}

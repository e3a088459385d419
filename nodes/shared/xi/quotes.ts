import type { IDataObject } from 'n8n-workflow';

import { recordsIn } from '../answer';
import { locator, required } from '../fields/field';
import { pageNumberAndSize } from '../fields/paging';
import { pickerOf, type Query, type Shown } from '../picker';
import { amountShown, dayShown } from '../pickerLine';
import type { XiCall, XiRequest, XiSearch } from '../transport/request';

/**
 * How a quote can stand. XI publishes no list: these are those that its documents name, which do not
 * agree on whether a search finds drafts and closed quotes.
 */
export const QUOTE_STATUSES = ['Active', 'Closed', 'Draft', 'Ordered', 'Ready to Order'].map(
	(status) => ({ name: status, value: status }),
);

/** A quote in the answer to a search. */
export interface FoundQuote extends IDataObject {
	quoteNumber?: string | null;
	quoteName?: string | null;
	quoteStatus?: string | null;
	quoteTotal?: number | string | null;
	currencyCode?: string | null;
	endUserName?: string | null;
	endUserContact?: string | null;
	/** `yyyy-MM-dd`. */
	ingramQuoteDate?: string | null;
}

/** The answer to a search of quotes. */
export interface QuoteSearchAnswer {
	recordsFound?: unknown;
	quotes?: FoundQuote[] | null;
}

/** A product of a quote, as its details show it. */
export interface QuotedProduct extends IDataObject {
	ingramPartNumber?: string | null;
	vendorPartNumber?: string | null;
	quantity?: number | string | null;
	/** Ingram Micro proposes it besides what was asked for. */
	isSuggestionProduct?: boolean | string | null;
}

/** The details of a quote. */
export interface QuoteDetailsAnswer extends IDataObject {
	quoteNumber?: string | null;
	quoteName?: string | null;
	specialBidId?: string | null;
	products?: QuotedProduct[] | null;
	additionalAttributes?: Array<{
		attributeName?: string | null;
		attributeValue?: string | null;
	}> | null;
}

/** The answer to a request for a quote: XI only says that it has it. */
export interface CreateQuoteAnswer extends IDataObject {
	quoteNumber?: string | null;
	message?: string | null;
}

/** Pages of the last 30 days, unless other days are given. XI documentation: "Quote Search". */
export const quoteSearch: XiSearch<FoundQuote, QuoteSearchAnswer> = {
	call: {
		method: 'GET',
		path: '/resellers/v6/quotes/search',
		nothingFound: [404],
		needsCustomerContact: true,
	},
	paging: pageNumberAndSize,
	page: (answer) => recordsIn(answer, 'quotes', 'list of quotes'),
};

/** XI documentation: "Quote Details". */
const quoteDetails: XiCall = {
	method: 'GET',
	path: '/resellers/v6/quotes/{quoteNumber}',
	// Not documented for this call, but XI's searches and other details say so that there is nothing.
	nothingFound: [204, 404],
};

/** Reads a quote by its number. */
export const detailsOf = (quoteNumber: string): XiRequest => ({
	...quoteDetails,
	pathValues: { quoteNumber },
});

/**
 * How Ingram Micro writes the number of a quote. No document gives its form, so this only keeps out
 * what is none, a name say, or the number without its dashes.
 */
export const QUOTE_NUMBER = {
	pattern: /^[0-9A-Z]+(-[0-9A-Z]+)+$/i,
	words: 'an Ingram Micro quote number with its dashes, such as QUO-10926-Y8G1B3',
} as const;

/** A quote, picked from a live search or named by its number. May stay empty. */
export const quote = locator('Quote', {
	maxLength: 35,
	format: QUOTE_NUMBER,
	search: 'searchQuotes',
	listPlaceholder: 'Select a quote...',
	byNumber: {
		name: 'quoteNumber',
		// n8n cuts off all but a short name here.
		displayName: 'By No.',
		placeholder: 'e.g. QUO-10926-Y8G1B3',
	},
	description:
		'The quote, picked from those of the last 30 days, found by a part of its number, its name or its end user, or given by its number',
});

/** The same, where the operation cannot do without it. */
export const requiredQuote = required(quote, 'Pick a quote, or give its number');

/** Like QUO-10926-Y8G1B3, or a part of it. */
const LIKE_A_NUMBER = /^(QUO)?[0-9A-Z-]*\d[0-9A-Z-]*$/i;

/** What a text may be searched by, the likelier first. */
export function quoteQueriesFor(text: string): Query[] {
	if (text === '') return [{}];
	const byNumber = { quoteNumber: text };
	const others = [{ quoteName: text }, { endUserContact: text }];
	return LIKE_A_NUMBER.test(text) ? [byNumber, ...others] : [...others, byNumber];
}

/** How a quote stands in the list. */
export const shownQuote: Shown<FoundQuote> = {
	number: ({ quoteNumber }) => quoteNumber,
	line: ({ quoteName, quoteStatus, quoteTotal, currencyCode, ingramQuoteDate, ...quote }) => [
		quoteName,
		quote.endUserName ?? quote.endUserContact,
		quoteStatus,
		amountShown(quoteTotal, currencyCode),
		dayShown(ingramQuoteDate),
	],
};

/** The list behind 'Quote': the latest quotes, or those whose number, name or end user is given. */
export const searchQuotes = pickerOf(
	quoteSearch,
	(text) =>
		quoteQueriesFor(text).map((query) => ({
			query: { ...query, sortBy: 'createdDate', sortingOrder: 'desc' },
		})),
	shownQuote,
);

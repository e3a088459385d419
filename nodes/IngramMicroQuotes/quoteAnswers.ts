import type { IDataObject } from 'n8n-workflow';

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

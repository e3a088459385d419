import type { XiRequest } from '../shared/transport/request';

/** GET /resellers/v6/quotes/{quoteNumber}. XI documentation: "Quote Details". */
export const detailsOf = (quoteNumber: string): XiRequest => ({
	method: 'GET',
	path: '/resellers/v6/quotes/{quoteNumber}',
	pathValues: { quoteNumber },
	// Not documented for this call, but XI's searches and other details say so that there is nothing.
	nothingFound: [204, 404],
});

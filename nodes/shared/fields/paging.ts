import { flag, when, wholeNumber } from './field';

/** How many records a search returns. */
export const paging = {
	returnAll: flag('Return All', {
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	}),
	limit: when(
		{ returnAll: [false] },
		wholeNumber('Limit', {
			min: 1,
			default: 50,
			description: 'Max number of results to return',
		}),
	),
};

/** How the catalog, orders, quotes and invoices searches take a page. */
export const pageNumberAndSize = {
	number: 'pageNumber',
	size: 'pageSize',
	maxSize: 100,
} as const;

/** How the renewals and returns searches take a page. */
export const pageAndSize = { number: 'page', size: 'size', maxSize: 100 } as const;

/** How the deals search takes a page: with capitals. */
export const capitalPageAndSize = { number: 'Page', size: 'Size', maxSize: 100 } as const;

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

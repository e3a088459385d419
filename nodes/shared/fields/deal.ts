import { locator, required } from './field';

/** A deal, picked from a live search or named by its number. */
export const requiredDeal = required(
	locator('Deal', {
		search: 'searchDeals',
		listPlaceholder: 'Select a deal...',
		byNumber: { name: 'dealId', displayName: 'By ID', placeholder: 'e.g. 23456789' },
		description:
			'The deal (special bid), picked by its number, manufacturer or end user, or given by its number',
	}),
	'Pick a deal, or give its number',
);

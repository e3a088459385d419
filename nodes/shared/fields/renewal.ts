import { locator, required } from './field';

/** A renewal, picked from a live search or named by its number. */
export const requiredRenewal = required(
	locator('Renewal', {
		format: { pattern: /^\d+$/, words: 'the number of a renewal, e.g. 4239056' },
		search: 'searchRenewals',
		listPlaceholder: 'Select a renewal...',
		byNumber: { name: 'renewalId', displayName: 'By ID', placeholder: 'e.g. 4239056' },
		description:
			'The renewal, picked by end user, manufacturer or order number, or given by its number at Ingram Micro',
	}),
	'Pick a renewal, or give its number',
);

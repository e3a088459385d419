import type { INodeParameters } from 'n8n-workflow';

import { type Bench, type Runner, runnerOf } from '../support.mts';

export const QUOTES = 'ingramMicroQuotes';
export const QUOTE_SEARCH = '/resellers/v6/quotes/search';
export const QUOTE_DETAILS = '/resellers/v6/quotes/{quoteNumber}';
export const CREATE_QUOTE = '/resellers/v6/quotes/create';

/** Runs the Quotes node. */
export const quotesOf = (bench: Bench): Runner => runnerOf(bench, QUOTES);

/** A value for a quote's resource locator. */
export const byQuoteNumber = (value: string) => ({ __rl: true, mode: 'quoteNumber', value });

/** Products as they stand in a node. */
export const productsOf = (...parts: string[]) => ({
	product: parts.map((ingramPartNumber) => ({ ingramPartNumber, quantity: 1 })),
});

/** An end user with every field. */
export const WHOLE_END_USER = {
	addressLine1: '100 Marine Ln',
	addressLine2: 'Floor 2',
	city: 'Flint',
	companyName: 'Example Inc',
	contact: 'John Doe',
	countryCode: 'US',
	email: 'jdoe@example.com',
	phoneNumber: '08767567560',
	postalCode: '04850',
	state: 'MI',
};

/** A quote for each input item, by its field `name`, that does not wait long for a late answer. */
export const CREATE_NAMED: INodeParameters = {
	operation: 'create',
	quoteName: '={{ $json.name }}',
	products: productsOf('DF4128'),
	options: { lookSeconds: 0, timeoutSeconds: 1 },
};

import type { INodeParameters } from 'n8n-workflow';

import type { Bench } from './support.mts';

export const QUOTES = 'ingramMicroQuotes';
export const QUOTE_SEARCH = '/resellers/v6/quotes/search';
export const QUOTE_DETAILS = '/resellers/v6/quotes/{quoteNumber}';
export const CREATE_QUOTE = '/resellers/v6/quotes/create';

/** Runs the Quotes node. */
export const quotesOf =
	(bench: Bench): Bench['run'] =>
	async (parameters, input, options) =>
		await bench.engine.runNode(QUOTES, parameters, input as never, {
			credential: bench.credential,
			...options,
		});

/** A value for a quote's resource locator. */
export const byQuoteNumber = (value: string) => ({ __rl: true, mode: 'quoteNumber', value });

/** Products as they stand in a node. */
export const productsOf = (...parts: string[]) => ({
	product: parts.map((ingramPartNumber) => ({ ingramPartNumber, quantity: 1 })),
});

/** A quote for each input item, by its field `name`, that does not wait long for a late answer. */
export const CREATE_NAMED: INodeParameters = {
	operation: 'create',
	quoteName: '={{ $json.name }}',
	products: productsOf('DF4128'),
	options: { lookSeconds: 0, timeoutSeconds: 1 },
};

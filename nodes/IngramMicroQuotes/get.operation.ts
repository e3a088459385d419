import { choice } from '../shared/fields/field';
import { detailsOf, type QuoteDetailsAnswer, requiredQuote } from '../shared/xi/quotes';
import { oneEach } from '../shared/output';
import { read } from '../shared/operation';
import { ONE_QUOTE } from '../shared/forModels';
import { UnexpectedAnswer } from '../shared/errors';
import { quoteDetailsOutput } from '../shared/xi/quoteOutput';
/**
 * XI documentation: "Quote Details".
 *
 * The introduction, the purchase instructions and the legal terms are long, the first one in HTML;
 * XI wants them shown wherever a quote is shown to somebody.
 */
export const get = read({
	option: {
		name: 'Get Quote',
		value: 'get',
		action: 'Get quote',
		description:
			'Get a quote with its products and prices. Its legal texts are in the raw output, or can be selected.',
	},
	forModels: [ONE_QUOTE],
	parameters: {
		quote: requiredQuote,
		return: choice(
			'Output Items',
			[
				{
					name: 'One Item per Product',
					value: 'products',
					description: 'With what the quote says of itself on each',
				},
				{
					name: 'One Item per Quote',
					value: 'quote',
					description: 'With the list of its products',
				},
			],
			{ default: 'quote', description: 'What each output item stands for' },
		),
	},
	output: quoteDetailsOutput,
	request: ({ quote }) => detailsOf(quote),
	rows: (answer: QuoteDetailsAnswer, params) => {
		if (Array.isArray(answer)) throw new UnexpectedAnswer('quote');
		return params.return === 'products' ? oneEach(answer, 'products', 'product') : [answer];
	},
	ifNothing: ({ quote }) => `Ingram Micro has no quote ${quote}`,
});

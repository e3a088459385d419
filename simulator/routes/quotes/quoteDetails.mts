import { badRequest } from '../../errors.mts';
import { defineOperation } from '../../operation.mts';
import { quoteDetailsAnswer } from './detailsAnswer.mts';

/**
 * Quote details: `GET /resellers/v6/quotes/{quoteNumber}`, of quotes of any age and status.
 *
 * Assumption: the documents have no 404 here, so a quote that does not exist is a 400.
 */
export const quoteDetails = defineOperation({
	method: 'GET',
	endpoint: '/resellers/v6/quotes/{quoteNumber}',
	query: {},
	handle: ({ world, customer, params: { quoteNumber = '' } }) => {
		const quote = world.quotes.quote(quoteNumber, customer);
		return quote
			? { status: 200, body: quoteDetailsAnswer(world, quote) }
			: badRequest('id', [
					{ field: 'quoteNumber', value: quoteNumber, message: 'Quote not found' },
				]);
	},
});

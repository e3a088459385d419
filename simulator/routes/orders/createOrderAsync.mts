import { badRequest } from '../../errors.mts';
import { defineOperation } from '../../operation.mts';
import { placeOrder } from '../../state/orderPlacing.mts';
import { placeQuote } from '../../state/quoteOrdering.mts';
import { linesToOrder } from '../../state/quotes.mts';
import { day } from './parts.mts';
import { bodyV7, requestOfV7 } from './bodyV7.mts';
import { problemsOfRequest } from './rules.mts';

/**
 * Create order, asynchronously: `POST /resellers/v7/orders`. The answer only says that the request
 * was received; what becomes of it is told later, as an event.
 *
 * Assumptions: a number of the customer's that was used before, an unknown part and the like are
 * found out later, so they are no 400 here, and neither is a quote that cannot be ordered (any more);
 * an unknown quote is one.
 */
export const createOrderAsync = defineOperation({
	method: 'POST',
	endpoint: '/resellers/v7/orders',
	errors: 'traceid',
	query: {},
	body: bodyV7,
	check: ({ body }) => {
		const request = requestOfV7(body);
		// With a quote, what is sent as lines is ignored.
		return request.quoteNumber ? [] : problemsOfRequest(request);
	},
	handle: ({ world, customer, body }) => {
		const sent = requestOfV7(body);
		const { quoteNumber = '' } = sent;
		const quote = quoteNumber ? world.quotes.quote(quoteNumber, customer) : undefined;
		if (quoteNumber && !quote) {
			return badRequest('traceid', [
				{ field: 'quoteNumber', value: quoteNumber, message: 'Quote not found' },
			]);
		}
		const request = quote ? { ...sent, lines: linesToOrder(quote) } : sent;
		const now = world.clock.lifeNow();
		const date = day(now).replaceAll('-', '').slice(2);
		const confirmationNumber = `${customer.countryCode}-I-T-${date}${world.orders.nextSerial(14)}`;

		world.clock.schedule(now + world.options.asyncOrderDelaySeconds * 1000, (due) => {
			const placement = quote
				? placeQuote(world, customer, quote, request, due)
				: placeOrder(world, customer, request, due);
			world.events.emit({
				kind: 'async_order_create',
				at: due,
				customer,
				confirmationNumber,
				request,
				placement,
			});
		});
		return {
			status: 200,
			body: {
				quoteNumber,
				confirmationNumber,
				message:
					'The order request was received and is being processed. The order webhook will tell its result.',
			},
		};
	},
});

import type { Customer } from '../options.mts';
import { placeOrder } from './orderPlacing.mts';
import type { OrderRequest, Placement } from './orderRequest.mts';
import { isOrderable, type Quote } from './quotes.mts';
import type { World } from './world.mts';

/**
 * Orders a quote. Assumption: a quote can be ordered once, and as a whole.
 *
 * @param request with the lines of the quote, see `linesToOrder`
 * @param at by the time that orders live by
 */
export function placeQuote(
	world: World,
	customer: Customer,
	quote: Quote,
	request: OrderRequest,
	at: number,
): Placement {
	if (!isOrderable(quote, at)) {
		const message = 'The quote is not ready to order';
		return { problems: [{ field: 'quoteNumber', value: quote.quoteNumber, message }] };
	}
	const placement = placeOrder(world, customer, request, at);
	if ('orders' in placement) world.quotes.ordered(quote, placement.orders, at);
	return placement;
}

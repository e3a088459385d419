import type { Problem } from '../errors.mts';
import type { Customer } from '../options.mts';
import { placeOrder } from './orderPlacing.mts';
import type { OrderRequest, Placement } from './orderRequest.mts';
import { placeQuote } from './quoteOrdering.mts';
import { linesToOrder, type Quote } from './quotes.mts';
import type { World } from './world.mts';

/**
 * Takes an order that is placed later. What comes of it is told as an event.
 *
 * @param quoted the quote that is ordered, and what the order of it lacks
 */
export function takeForLater(
	world: World,
	customer: Customer,
	sent: OrderRequest,
	confirmationNumber: string,
	quoted?: { quote: Quote; missing: Problem[] },
): void {
	const request = quoted ? { ...sent, lines: linesToOrder(quoted.quote) } : sent;
	const place = (due: number): Placement => {
		if (!quoted) return placeOrder(world, customer, request, due);
		const { quote, missing } = quoted;
		return missing.length > 0
			? { problems: missing }
			: placeQuote(world, customer, quote, request, due);
	};
	const due = world.clock.lifeNow() + world.options.asyncOrderDelaySeconds * 1000;
	world.clock.schedule(due, (at) => {
		const placement = place(at);
		world.events.emit({
			kind: 'async_order_create',
			at,
			customer,
			confirmationNumber,
			request,
			placement,
		});
	});
}

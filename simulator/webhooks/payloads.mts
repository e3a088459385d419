import type { Customer } from '../options.mts';
import { stamp } from '../routes/orders/parts.mts';
import type { Product } from '../state/products.mts';
import type { QuoteEvent } from '../state/quoteEvents.mts';
import type { World } from '../state/world.mts';
import type { HookEvent } from './hooks.mts';
import { withQuirks } from './quirks.mts';

export type Json = Record<string, unknown>;

/** An event before it has an ID and a time, as the portal documents it. */
export interface Payload {
	event: HookEvent;
	/** Whose event it is; the hooks of this customer's apps are told. */
	customer: Customer;
	/** `topic`, `event` and `resource`, and what else stands beside them. */
	body: { topic: string; event: string; resource: unknown; [name: string]: unknown };
	/** The body goes out as a list of one. */
	inList?: boolean;
}

/**
 * The body that goes out.
 *
 * @param at by the time that orders live by
 */
export function bodyOf(world: World, payload: Payload, eventId: string, at: number): unknown {
	const { topic, event, ...rest } = payload.body;
	const whole = { topic, event, eventTimeStamp: stamp(at), eventId, ...rest };
	return withQuirks(payload.inList ? [whole] : whole, world.quirks);
}

/** SKUs in one event; more are split. */
export const mostSkus = 4000;

/** One stock event for each 4,000 products, with the stock as it is now. */
export function stockPayloads(
	{ stockroom }: World,
	customer: Customer,
	products: readonly Product[],
): Payload[] {
	const resourceOf = (product: Product): Json => {
		const stock = stockroom.list(customer.countryCode, product);
		const total = stock.reduce((sum, { available = 0 }) => sum + available, 0);
		return {
			eventType: 'IM::STOCK_UPDATE',
			ingramPartNumber: product.ingramPartNumber,
			vendorPartNumber: product.vendorPartNumber,
			vendorName: product.vendorName,
			upcCode: product.upc,
			skuStatus: null,
			backOrderFlag: product.acceptBackOrder ? 'Y' : 'N',
			totalAvailability: String(total),
			links: [
				{
					// So it is in the sample.
					topic: 'orders',
					href: `/resellers/v5/catalog/${product.ingramPartNumber}`,
					type: 'GET',
				},
			],
		};
	};
	return Array.from({ length: Math.ceil(products.length / mostSkus) }, (_, i) => ({
		event: 'stock_update',
		customer,
		body: {
			topic: 'resellers/catalog',
			event: 'im::updated',
			resource: products.slice(i * mostSkus, (i + 1) * mostSkus).map(resourceOf),
		},
	}));
}

/** What became of a request for a quote, or a quote that somebody else made for the customer. */
export type ToldQuote = Omit<QuoteEvent, 'kind' | 'at'>;

/** The event of a quote. */
export function quotePayload({ customer, quote, failure, rejectedSkus }: ToldQuote): Payload {
	return {
		event: 'quote_create',
		customer,
		body: {
			topic: 'resellers/quotes',
			event: 'im::created',
			eventType: 'im::quote_create',
			rejectedSkus: rejectedSkus ?? null,
			resource: {
				message: failure?.message ?? null,
				reason: failure?.reason ?? null,
				...quote,
			},
		},
	};
}

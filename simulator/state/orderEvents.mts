import type { Events } from '../events.mts';
import type { Customer } from '../options.mts';
import type { OrderRequest, Placement } from './orderRequest.mts';
import type { Order, OrderLine } from './orders.mts';

/** Something that happened to an order, named as XI's webhook names it where it has a name. */
export type OrderEvent = {
	/** When, by the time that orders live by. */
	at: number;
} & (
	| {
			kind:
				| 'order_created'
				| 'order_hold'
				| 'order_released'
				| 'order_modified'
				| 'order_backordered'
				| 'order_shipped'
				| 'order_invoiced'
				| 'order_delivered'
				| 'order_cancelled'
				| 'order_voided';
			order: Order;
			/** The lines that it happened to. */
			lines: readonly OrderLine[];
	  }
	| {
			/** What became of an asynchronous request; `placement` may be a refusal. */
			kind: 'async_order_create';
			customer: Customer;
			confirmationNumber: string;
			request: OrderRequest;
			placement: Placement;
	  }
);

/** Whom to tell of it. */
export type OrderEvents = Events<OrderEvent>;

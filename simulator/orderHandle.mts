import type { Customer } from './options.mts';
import { placeOrder } from './state/orderPlacing.mts';
import { orderStatus, type DetailStatus } from './state/orderStatus.mts';
import { backorderedOf, shippedOf, type Order } from './state/orders.mts';
import type { World } from './state/world.mts';

/** An order, as tests look at it. A copy: it does not change any more. */
export interface OrderView {
	ingramOrderNumber: string;
	/** As it was sent; empty without one. */
	customerOrderNumber: string;
	customerNumber: string;
	status: DetailStatus;
	/** How it ended, or that it has not. */
	state: Order['state'];
	createdAt: Date;
	lines: {
		ingramLineNumber: string;
		customerLineNumber: string;
		subOrderNumber: string;
		ingramPartNumber: string;
		quantity: number;
		backordered: number;
		shipped: number;
		invoiceNumbers: string[];
		/** Of the units that have left. */
		serialNumbers: string[];
	}[];
}

/** What `addOrders` may be told. */
export interface AddOrders {
	/** Default: the first customer of the first app. */
	customerNumber?: string;
	/** Customer order numbers are this and a number, from 1. Default `SEED-`. */
	prefix?: string;
	/** When the first one was created; each next one a minute later. Default: so that all are past. */
	from?: Date;
	/** Part that each orders one of. Default: the first one that vendors send. */
	ingramPartNumber?: string;
	/** Parts that each orders a line of, in place of the one. */
	ingramPartNumbers?: readonly string[];
	/** Units of each line. Default 1. */
	quantity?: number;
	/** In how many shipments each line leaves, every one invoiced. Default 1. */
	shipments?: number;
}

/** Steps that a test can force, each ahead of its time. An unknown order number throws. */
export interface OrderSteps {
	/** Lets go of the hold. */
	release(orderNumber: string): void;
	/** The units that are missing come in. */
	restock(orderNumber: string): void;
	/** Lets go of the hold, brings in what is missing, and sends it all. */
	ship(orderNumber: string): void;
	/** Sends what is there, however the customer wants it shipped. */
	shipPartly(orderNumber: string): void;
	/** Sends all of it and invoices it. */
	invoice(orderNumber: string): void;
	/** Sends all of it, and it arrives. */
	deliver(orderNumber: string): void;
	/** Ends the hold as 24 hours do. */
	void(orderNumber: string): void;
}

/** Makes the copies of all orders, in the order in which they came. */
export function orderViews({ orders, clock }: World): OrderView[] {
	clock.catchUp();
	return orders.all.map(viewOf);
}

function viewOf(order: Order): OrderView {
	const { purchase } = order;
	return {
		ingramOrderNumber: order.ingramOrderNumber,
		customerOrderNumber: purchase.customerOrderNumber ?? '',
		customerNumber: purchase.customer.customerNumber,
		status: orderStatus(order),
		state: order.state,
		createdAt: new Date(order.createdAt),
		lines: order.lines.map((line) => ({
			ingramLineNumber: line.ingramLineNumber,
			customerLineNumber: line.customerLineNumber,
			subOrderNumber: line.subOrderNumber,
			ingramPartNumber: line.goods.ingramPartNumber,
			quantity: line.quantity,
			backordered: backorderedOf(line),
			shipped: shippedOf(line),
			invoiceNumbers: line.shipments.flatMap(({ invoiceNumber }) => invoiceNumber ?? []),
			serialNumbers: line.shipments.flatMap(({ serialNumbers }) => serialNumbers),
		})),
	};
}

/**
 * Puts orders into the books that are shipped, invoiced and delivered.
 *
 * @returns their Ingram order numbers, oldest first
 * @throws RangeError when the customer or the part does not exist
 */
export function addOrders(world: World, count: number, wish: AddOrders = {}): string[] {
	const customer = customerOf(world, wish.customerNumber);
	const part =
		wish.ingramPartNumber ??
		world.catalog.products.find(({ directShip, authorized }) => directShip && authorized)
			?.ingramPartNumber ??
		'';
	const begin = wish.from?.getTime() ?? world.clock.lifeNow() - (count + 1) * 60_000;
	return Array.from({ length: count }, (_, i) => {
		const at = begin + i * 60_000;
		const request = {
			customerOrderNumber: `${wish.prefix ?? 'SEED-'}${i + 1}`,
			shipping: {},
			additionalAttributes: [
				{ attributeName: 'allowDuplicateCustomerOrderNumber', attributeValue: 'true' },
			],
			lines: (wish.ingramPartNumbers ?? [part]).map((ingramPartNumber) => ({
				ingramPartNumber,
				quantity: wish.quantity ?? 1,
			})),
		};
		const placement = placeOrder(world, customer, request, at);
		const [order] = 'orders' in placement ? placement.orders : [];
		if (!order) throw new RangeError(`Part ${part} cannot be ordered`);
		sendInParts(world, order, at, wish.shipments ?? 1);
		finish(world, order, at);
		world.life.invoice(order, at);
		world.life.deliver(order, at);
		return order.ingramOrderNumber;
	});
}

/**
 * A customer by its number; without one, the first customer of the first app.
 *
 * @throws RangeError when there is none
 */
export function customerOf({ options }: World, number?: string): Customer {
	const customers = options.clients.flatMap((client) => client.customers);
	const found = number
		? customers.find(({ customerNumber }) => customerNumber === number)
		: customers[0];
	if (!found) throw new RangeError(`There is no customer ${number ?? ''}`);
	return found;
}

function finish({ life }: World, order: Order, at: number): void {
	life.release(order, at);
	life.restock(order, at);
	life.ship(order, at, true);
}

/** Sends and invoices all but the last of so many parts of each line. */
function sendInParts({ life }: World, order: Order, at: number, shipments: number): void {
	for (let part = 1; part < shipments; part += 1) {
		for (const line of order.lines) {
			line.confirmed = Math.floor((line.quantity * part) / shipments);
		}
		life.ship(order, at + part, true);
		life.invoice(order, at + part);
	}
}

/** Makes the steps. */
export function orderSteps(world: World): OrderSteps {
	const { life, clock, orders } = world;
	const step = (act: (order: Order, at: number) => void) => (orderNumber: string) => {
		clock.catchUp();
		const number = orderNumber.toUpperCase();
		const order = orders.all.findLast(({ ingramOrderNumber }) =>
			number.startsWith(ingramOrderNumber),
		);
		if (!order) throw new RangeError(`There is no order ${orderNumber}`);
		act(order, clock.lifeNow());
	};
	const all = (order: Order, at: number): void => finish(world, order, at);
	return {
		release: step((order, at) => life.release(order, at)),
		restock: step((order, at) => life.restock(order, at)),
		ship: step(all),
		shipPartly: step((order, at) => life.ship(order, at, true)),
		invoice: step((order, at) => {
			all(order, at);
			life.invoice(order, at);
		}),
		deliver: step((order, at) => {
			all(order, at);
			life.deliver(order, at);
		}),
		void: step((order, at) => {
			if (order.state === 'hold') life.end(order, 'voided', at);
		}),
	};
}

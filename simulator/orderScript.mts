import { customerOf } from './orderHandle.mts';
import { findOffer } from './state/goods.mts';
import { addLine } from './state/orderPlacing.mts';
import type { Order, OrderLine, Shipment } from './state/orders.mts';
import { carrierOf } from './state/supply.mts';
import type { World } from './state/world.mts';

/** An order that does nothing by itself: whatever becomes of it is told by a script. */
export interface ScriptedOrder {
	/** Its own number is this and a number. Default `SCRIPT-`. */
	prefix?: string;
	/** When it was placed. Default: now. */
	from?: Date;
	/** Pieces of each line, and how many of them are awaited. Default: one line of a piece. */
	lines?: { quantity: number; awaited?: number; eta?: string | null }[];
	/** It waits for its release. */
	isHeld?: boolean;
}

/** What can be written into the books of an order, whether it could become of one or not. */
export interface OrderScript {
	/**
	 * Puts open orders into the books.
	 *
	 * @returns their Ingram order numbers, oldest first
	 */
	place(count: number, wish?: ScriptedOrder): string[];
	/** Changes an order in any way. */
	change(orderNumber: string, change: (order: Order) => void): void;
	/** Sends pieces of a line, counted from 0; its search record stays if `words` has one. */
	ship(orderNumber: string, line: number, quantity: number): void;
	/** Invoices what has left of a line. */
	invoice(orderNumber: string, line: number): void;
	/** Brings what has left of a line. */
	deliver(orderNumber: string, line: number): void;
	/** Moves pieces of a line that have not left to a sub-order of their own, as a new line. */
	split(orderNumber: string, line: number, quantity: number): void;
}

/** Makes the script of a world's orders. */
export function orderScript(world: World): OrderScript {
	const { orders, clock } = world;
	const orderOf = (number: string): Order => {
		const order = orders.all.findLast(({ ingramOrderNumber }) => ingramOrderNumber === number);
		if (!order) throw new RangeError(`There is no order ${number}`);
		return order;
	};
	const touch = (number: string, position: number, mark: (shipment: Shipment) => void): void =>
		orderOf(number).lines[position]?.shipments.forEach(mark);
	return {
		place: (count, wish = {}) =>
			Array.from({ length: count }, (_, i) => place(world, wish, i + 1).ingramOrderNumber),
		change: (number, change) => change(orderOf(number)),
		ship: (number, position, quantity) => {
			const line = orderOf(number).lines[position];
			if (!line) throw new RangeError(`The order ${number} has no line ${position}`);
			line.shipments.push({
				quantity,
				deliveryNumber: orders.nextSerial(8),
				trackingNumber: `39${orders.nextSerial(10)}`,
				serialNumbers: [],
				shippedAt: clock.lifeNow(),
			});
		},
		invoice: (number, position) =>
			touch(number, position, (shipment) => {
				shipment.invoiceNumber ??= `20${orders.nextSerial(7)}`;
				shipment.invoicedAt ??= clock.lifeNow();
			}),
		deliver: (number, position) =>
			touch(number, position, (shipment) => {
				shipment.deliveredAt ??= clock.lifeNow();
			}),
		split: (number, position, quantity) => {
			const order = orderOf(number);
			const line = order.lines[position];
			if (!line) throw new RangeError(`The order ${number} has no line ${position}`);
			const missing = line.quantity - line.confirmed;
			const awaited = Math.min(missing, quantity);
			const part = `${order.ingramOrderNumber}-${order.lines.length + 1}1`;
			order.lines.push({
				...line,
				subOrderNumber: part,
				quantity,
				confirmed: quantity - awaited,
				shipments: [],
			});
			line.quantity -= quantity;
			line.confirmed = line.quantity - (missing - awaited);
		},
	};
}

function place(world: World, wish: ScriptedOrder, count: number): Order {
	const { orders, clock, catalog } = world;
	const customer = customerOf(world);
	const product = catalog.products.find(({ directShip, authorized }) => !directShip && authorized);
	const offer = findOffer(catalog, { ingramPartNumber: product?.ingramPartNumber ?? '' });
	if (!offer) throw new RangeError('There is nothing in stock');
	const at = wish.from ? wish.from.getTime() + count * 1000 : clock.lifeNow();
	const order: Order = {
		ingramOrderNumber: orders.nextNumber(customer, world.quirks.orderNumbers),
		purchase: {
			customer,
			customerOrderNumber: `${wish.prefix ?? 'SCRIPT-'}${count}`,
			billToAddressId: '000',
			endUserInfo: { companyName: 'Example Ltd' },
			shipping: {},
			additionalAttributes: [],
			currencyCode: 'USD',
			orders: [],
		},
		orderType: 'S',
		state: wish.isHeld ? 'hold' : 'open',
		createdAt: at,
		modifiedAt: at,
		notes: '',
		lines: [],
		comments: [],
		lastLineNumber: 0,
		inTens: world.quirks.lineNumbers === 'tens',
		webOrderId: orders.nextSerial(8),
	};
	order.purchase.orders.push(order);
	for (const { quantity, awaited = 0, eta } of wish.lines ?? [{ quantity: 1 }]) {
		const line: OrderLine = {
			ingramLineNumber: '',
			customerLineNumber: String(order.lines.length + 1),
			subOrderNumber: '',
			goods: offer.goods,
			unitPrice: 100,
			quantity,
			confirmed: quantity - awaited,
			shipments: [],
			warehouseId: '10',
			carrier: carrierOf(offer.goods, undefined),
			...(eta !== undefined && { eta }),
		};
		addLine(order, line);
	}
	orders.add(order);
	return order;
}

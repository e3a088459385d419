import type { Clock } from '../clock.mts';
import type { ResolvedOptions } from '../options.mts';
import type { OrderBook } from './orderBook.mts';
import type { OrderEvent, OrderEvents } from './orderEvents.mts';
import { backorderedOf, shippedOf, type Order, type OrderLine, type Shipment } from './orders.mts';
import type { Random } from './random.mts';

/** What happens to orders after they are in the books. Each step does nothing where it cannot. */
export interface OrderLife {
	/** Starts a new order's life: on hold, or on its way. */
	begin(order: Order, at: number): void;
	/** Lets go of the hold. */
	release(order: Order, at: number): void;
	/** Tells that an order was changed. */
	modified(order: Order, lines: readonly OrderLine[], at: number): void;
	/** The units that were missing come in. */
	restock(order: Order, at: number): void;
	/**
	 * What is there leaves.
	 *
	 * @param whatever true: without regard to `shipComplete`
	 */
	ship(order: Order, at: number, whatever?: boolean): void;
	/**
	 * What has left is invoiced.
	 *
	 * @param shippedAt only what left then; left out: all of it
	 */
	invoice(order: Order, at: number, shippedAt?: number): void;
	/** What has left arrives; `shippedAt` as with `invoice`. */
	deliver(order: Order, at: number, shippedAt?: number): void;
	/** Ends it; the caller puts the stock back. */
	end(order: Order, how: 'cancelled' | 'voided', at: number): void;
}

/** Units with a serial number in one shipment; more would only make answers long. */
const mostSerials = 200;

/** Makes the rules by which orders live, with the durations of the options. */
export function createOrderLife(parts: {
	clock: Clock;
	options: ResolvedOptions;
	events: OrderEvents;
	book: OrderBook;
	random: Random;
	takeBack: (order: Order) => void;
}): OrderLife {
	const { clock, options, events, book, random } = parts;

	type LifeEvent = Exclude<OrderEvent['kind'], 'async_order_create'>;
	const tell = (kind: LifeEvent, order: Order, at: number, lines = order.lines): void => {
		// Copied, since a listener may look at the list later.
		if (lines.length > 0 || order.lines.length === 0) {
			events.emit({ kind, order, at, lines: [...lines] });
		}
	};
	const after = (seconds: number, at: number, step: (due: number) => void): void =>
		clock.schedule(at + seconds * 1000, step);

	const setOut = (order: Order, at: number): void => {
		const late = order.lines.filter((line) => backorderedOf(line) > 0);
		if (late.length > 0) {
			tell('order_backordered', order, at, late);
			after(options.backorderSeconds, at, (due) => life.restock(order, due));
		}
		after(options.processingSeconds, at, (due) => life.ship(order, due));
	};

	const life: OrderLife = {
		begin: (order, at) => {
			tell('order_created', order, at);
			if (order.state !== 'hold') return setOut(order, at);
			tell('order_hold', order, at);
			after(options.holdSeconds, at, (due) => {
				if (order.state === 'hold') life.end(order, 'voided', due);
			});
		},
		release: (order, at) => {
			if (order.state !== 'hold') return;
			order.state = 'open';
			order.modifiedAt = at;
			tell('order_released', order, at);
			setOut(order, at);
		},
		modified: (order, lines, at) => {
			order.modifiedAt = at;
			events.emit({ kind: 'order_modified', order, at, lines });
		},
		restock: (order, at) => {
			if (order.state !== 'open') return;
			for (const line of order.lines) line.confirmed = line.quantity;
			// Complete shipping may have kept the other orders of the same purchase waiting.
			for (const one of order.purchase.orders) {
				after(options.processingSeconds, at, (due) => life.ship(one, due));
			}
		},
		ship: (order, at, whatever = false) => {
			if (order.state !== 'open') return;
			const leaving = order.lines.filter(
				(line) => shippedOf(line) < line.confirmed && (whatever || mayLeave(order, line)),
			);
			for (const line of leaving) line.shipments.push(shipmentOf(line, at, book, random));
			if (leaving.length === 0) return;
			tell('order_shipped', order, at, leaving);
			after(options.invoicingSeconds, at, (due) => life.invoice(order, due, at));
			after(options.shippingSeconds, at, (due) => life.deliver(order, due, at));
		},
		invoice: (order, at, shippedAt) => {
			const lines = mark(order, shippedAt, (shipment, line, count) => {
				if (shipment.invoiceNumber !== undefined) return false;
				shipment.invoiceNumber = invoiceNumberOf(line, count);
				shipment.invoicedAt = at;
				return true;
			});
			if (lines.length > 0) tell('order_invoiced', order, at, lines);
		},
		deliver: (order, at, shippedAt) => {
			const lines = mark(order, shippedAt, (shipment) => {
				if (shipment.deliveredAt !== undefined) return false;
				shipment.deliveredAt = at;
				return true;
			});
			if (lines.length > 0) tell('order_delivered', order, at, lines);
		},
		end: (order, how, at) => {
			order.state = how;
			order.modifiedAt = at;
			parts.takeBack(order);
			tell(how === 'voided' ? 'order_voided' : 'order_cancelled', order, at);
		},
	};
	return life;
}

/** What the customer's `shipComplete` lets go. */
function mayLeave(order: Order, line: OrderLine): boolean {
	const complete = (one: OrderLine): boolean => backorderedOf(one) === 0;
	switch (order.purchase.shipping.shipComplete) {
		case 'true':
		case 'C':
			return order.lines
				.filter(({ subOrderNumber }) => subOrderNumber === line.subOrderNumber)
				.every(complete);
		case 'P':
			return complete(line);
		case 'E':
			return order.purchase.orders.every(({ lines }) => lines.every(complete));
		default:
			return true;
	}
}

function shipmentOf(line: OrderLine, at: number, book: OrderBook, random: Random): Shipment {
	const quantity = line.confirmed - shippedOf(line);
	const serials = line.goods.kind === 'physical' ? Math.min(quantity, mostSerials) : 0;
	return {
		quantity,
		deliveryNumber: book.nextSerial(8),
		trackingNumber: `39${book.nextSerial(10)}`,
		serialNumbers: Array.from({ length: serials }, () => serialNumber(random)),
		shippedAt: at,
	};
}

const symbols = [...'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'];

/** Twelve symbols in three groups: like `Q2EV-5SJ3-E6LN`. */
function serialNumber(random: Random): string {
	const group = (): string => Array.from({ length: 4 }, () => random.pick(symbols)).join('');
	return `${group()}-${group()}-${group()}`;
}

/** Order number and part without dashes; the last digit counts the shipments. */
function invoiceNumberOf({ subOrderNumber }: OrderLine, count: number): string {
	return subOrderNumber.replaceAll('-', '').slice(0, -1) + String(count);
}

function mark(
	{ lines }: Order,
	shippedAt: number | undefined,
	touch: (shipment: Shipment, line: OrderLine, count: number) => boolean,
): OrderLine[] {
	return lines.filter((line) => {
		const touched = line.shipments.map(
			(shipment, i) =>
				(shippedAt === undefined || shipment.shippedAt === shippedAt) &&
				touch(shipment, line, i + 1),
		);
		return touched.includes(true);
	});
}

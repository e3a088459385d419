import { backorderedOf, shippedOf, type Order, type OrderLine } from './orders.mts';

/** Words of order details, for an order or a line. */
export type DetailStatus =
	| 'On Hold'
	| 'Canceled'
	| 'Processing'
	| 'In Progress'
	| 'Backordered'
	| 'Shipped'
	| 'Delivered';

/** Words by which order search filters. */
export const searchStatuses = [
	'SHIPPED',
	'PROCESSING',
	'ON HOLD',
	'BACKORDERED',
	'CANCELLED',
] as const;
export type SearchStatus = (typeof searchStatuses)[number];

/** How a line stands. */
export function lineStatus({ state }: Order, line: OrderLine): DetailStatus {
	if (state === 'cancelled' || state === 'voided') return 'Canceled';
	if (shippedOf(line) >= line.quantity) {
		return line.shipments.every(({ deliveredAt }) => deliveredAt !== undefined)
			? 'Delivered'
			: 'Shipped';
	}
	// Samples show a line without stock as back-ordered even while the order is on hold.
	if (backorderedOf(line) > 0) return 'Backordered';
	return state === 'hold' ? 'On Hold' : 'In Progress';
}

/**
 * How an order stands, in the words of order details.
 *
 * Assumption: it waits as long as any unit that is there has not left; after that it is back-ordered
 * as long as any unit is missing.
 */
export function orderStatus(order: Order, lines: readonly OrderLine[] = order.lines): DetailStatus {
	if (order.state === 'hold') return 'On Hold';
	if (order.state !== 'open' || order.lines.length === 0) return 'Canceled';
	if (lines.some((line) => shippedOf(line) < line.confirmed)) return 'Processing';
	if (lines.some((line) => backorderedOf(line) > 0)) return 'Backordered';
	return lines.every((line) => lineStatus(order, line) === 'Delivered') ? 'Delivered' : 'Shipped';
}

const searchWords: Readonly<Record<DetailStatus, SearchStatus>> = {
	'On Hold': 'ON HOLD',
	Canceled: 'CANCELLED',
	Processing: 'PROCESSING',
	'In Progress': 'PROCESSING',
	Backordered: 'BACKORDERED',
	Shipped: 'SHIPPED',
	Delivered: 'SHIPPED',
};

/** How some lines of an order stand, in the words of order search. */
export function searchStatus(order: Order, lines?: readonly OrderLine[]): SearchStatus {
	return searchWords[orderStatus(order, lines)];
}

/**
 * How an order stands in the head of a search record.
 *
 * Assumption: it is closed once all of it is invoiced.
 */
export function headStatus(order: Order): 'OPEN' | 'CLOSED' | 'CANCELLED' {
	if (order.state === 'cancelled' || order.state === 'voided') return 'CANCELLED';
	const finished = order.lines.every(
		(line) =>
			shippedOf(line) >= line.quantity &&
			line.shipments.every(({ invoiceNumber }) => invoiceNumber !== undefined),
	);
	return finished ? 'CLOSED' : 'OPEN';
}

import { plain, withoutZerosInFront } from '../shared/comparing';
import { recordsOf } from '../shared/records';
import type { OrderDetailsAnswer, OrderDetailsLine } from '../shared/xi/orders/order';
import { orderLinesOf } from '../shared/xi/orders/orderLines';
import { markOf } from './watchState';

/** A line of an order, with a short name that stays. */
export interface SeenLine {
	/** Sub-order and line, e.g. `11.1`: nothing but letters, digits, points, dashes and underscores. */
	readonly id: string;
	/** Of the line alone, which stays when an order is split into other sub-orders. */
	readonly number: string;
	readonly line: OrderDetailsLine;
}

/** The one that stands for an order of which XI lists no lines. */
export const WHOLE_ORDER = '.';

/** What can stand in a state as it is. */
const SHORT = /^[\w-]{1,8}$/;

const short = (text: string): string =>
	text === '' || SHORT.test(text) ? text : markOf(text).slice(0, 6);

/** The number of a sub-order without that of its order, with which it begins. */
function partOf(subOrder: string, order: string): string {
	const number = subOrder.toUpperCase();
	const begin = `${order.toUpperCase()}-`;
	return short(number.startsWith(begin) ? number.slice(begin.length) : number);
}

/** Comments are lines too, and nothing ever becomes of them. */
const isGoods = (line: OrderDetailsLine): boolean =>
	[line.lineStatus, line.ingramPartNumber, line.vendorPartNumber, line.quantityOrdered].some(
		(value) => plain(value) !== '',
	);

/**
 * The lines of an order, each with its name. Two of one name that contradict each other stay two, and
 * an order without lines is a line itself, with nothing but its own status.
 */
export function seenLines(order: OrderDetailsAnswer): SeenLine[] {
	const lines = orderLinesOf(order).filter(isGoods);
	if (lines.length === 0) {
		return [{ id: WHOLE_ORDER, number: '', line: { lineStatus: order.orderStatus } }];
	}
	const times = new Map<string, number>();
	return lines.map((line) => {
		const own = withoutZerosInFront(plain(line.ingramOrderLineNumber));
		const number = short(own === '' ? `-${markOf(plain(line.ingramPartNumber)).slice(0, 4)}` : own);
		const name = `${partOf(plain(line.subOrderNumber), plain(order.ingramOrderNumber))}.${number}`;
		const time = (times.get(name) ?? 0) + 1;
		times.set(name, time);
		return { id: time === 1 ? name : `${name}.${time}`, number, line };
	});
}

/** The name of the line without its sub-order; of the state alone, without the line itself. */
export const lineNumberIn = (id: string): string => id.split('.')[1] ?? '';

/** Shipments of a line with all that concerns its carriers. */
export const carriersOf = (line: OrderDetailsLine) =>
	recordsOf(line.shipmentDetails).map((shipment) => ({
		shipment,
		carriers: recordsOf(shipment.carrierDetails),
	}));

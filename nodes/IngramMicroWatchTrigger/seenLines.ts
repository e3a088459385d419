import { numberIn } from '../shared/amounts';
import { inCapitals, plain, withoutZerosInFront } from '../shared/comparing';
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

const compareTexts = (one: string, other: string): number =>
	one < other ? -1 : one > other ? 1 : 0;

/** Comments are lines too, and nothing ever becomes of them. */
const isGoods = (line: OrderDetailsLine): boolean =>
	[line.lineStatus, line.ingramPartNumber, line.vendorPartNumber, line.quantityOrdered].some(
		(value) => plain(value) !== '',
	);

/** What a line is about. */
export const goodsOf = ({ ingramPartNumber, vendorPartNumber }: OrderDetailsLine): string =>
	inCapitals(ingramPartNumber) || inCapitals(vendorPartNumber);

/** Tells lines of one name apart, in whatever order XI lists them. */
const rankOf = (line: OrderDetailsLine): string =>
	[goodsOf(line), plain(line.customerLineNumber ?? line.customerLinenumber)].join('|');

/** Gives each of several lines of one name a name of its own, which does not go by their order. */
function namedApart(lines: readonly SeenLine[]): SeenLine[] {
	if (lines.length === 1) return [...lines];
	const ranked = lines
		.map((seen) => ({ seen, rank: rankOf(seen.line) }))
		.sort(
			(one, other) =>
				compareTexts(one.rank, other.rank) ||
				(numberIn(one.seen.line.quantityOrdered) ?? 0) -
					(numberIn(other.seen.line.quantityOrdered) ?? 0),
		);
	const times = new Map<string, number>();
	return ranked.map(({ seen, rank }) => {
		const time = (times.get(rank) ?? 0) + 1;
		times.set(rank, time);
		return { ...seen, id: `${seen.id}.${markOf(rank).slice(0, 4)}${time === 1 ? '' : time}` };
	});
}

/**
 * The lines of an order, each with its name. Two of one name that contradict each other stay two, and
 * an order without lines is a line itself, with nothing but its own status.
 */
export function seenLines(order: OrderDetailsAnswer): SeenLine[] {
	const lines = orderLinesOf(order).filter(isGoods);
	if (lines.length === 0) {
		return [{ id: WHOLE_ORDER, number: '', line: { lineStatus: order.orderStatus } }];
	}
	const groups = new Map<string, SeenLine[]>();
	for (const line of lines) {
		const own = withoutZerosInFront(plain(line.ingramOrderLineNumber));
		const number = short(own === '' ? `-${markOf(goodsOf(line)).slice(0, 4)}` : own);
		const id = `${partOf(plain(line.subOrderNumber), plain(order.ingramOrderNumber))}.${number}`;
		groups.set(id, [...(groups.get(id) ?? []), { id, number, line }]);
	}
	const named = [...groups.values()].flatMap(namedApart);
	const places = new Map(lines.map((line, place) => [line, place] as const));
	const placeOf = ({ line }: SeenLine): number => places.get(line) ?? 0;
	return named.sort((one, other) => placeOf(one) - placeOf(other));
}

/** The name of the line without its sub-order; of the state alone, without the line itself. */
export const lineNumberIn = (id: string): string => id.split('.')[1] ?? '';

/** The sub-order in the name of a line; empty where it has none. */
export const subOrderIn = (id: string): string => id.split('.')[0];

/**
 * Whether what is known under a name may be of a line that has another now: it has its number, of the
 * same goods; or it is not listed any more, and nobody knows of what it was.
 */
export function isOfSame(
	id: string,
	{ number, line }: SeenLine,
	listed: ReadonlyMap<string, SeenLine>,
): boolean {
	const now = listed.get(id);
	if (now === undefined) return true;
	return lineNumberIn(id) === number && goodsOf(now.line) === goodsOf(line);
}

/** Shipments of a line with all that concerns its carriers. */
export const carriersOf = (line: OrderDetailsLine) =>
	recordsOf(line.shipmentDetails).map((shipment) => ({
		shipment,
		carriers: recordsOf(shipment.carrierDetails),
	}));

import type { IDataObject } from 'n8n-workflow';

import { allPages } from '../../loop/pager';
import { pageNumberAndSize } from '../../fields/paging';
import type { Sight, Steps } from '../../operation';
import type { XiRequest } from '../../transport/request';
import {
	deadWordOf,
	type FoundOrder,
	type OrderDetailsAnswer,
	type OrderSearchAnswer,
} from './order';
import { recordsIn } from '../../answer';
import { orderLinesOf } from './orderLines';
import { NO_LINES } from './placed';
import { wordsOf } from '../../errors';
import { isSameText, plain } from '../../comparing';
/** GET /resellers/v6.1/orders/{ordernumber}. XI documentation: "Get Order Details v6.1". */
export const detailsOf = (orderNumber: string): XiRequest => ({
	method: 'GET',
	path: '/resellers/v6.1/orders/{ordernumber}',
	pathValues: { ordernumber: orderNumber },
	// Not documented for this version, but the older one says so that there is no such order.
	nothingFound: [204],
});

/** An order number or a PO as text: digits alone may come as a number. */
const searchByPo = (customerOrderNumber: string): Steps<FoundOrder[]> =>
	allPages<FoundOrder, OrderSearchAnswer>(
		{
			method: 'GET',
			path: '/resellers/v6/orders/search',
			query: { customerOrderNumber },
			nothingFound: [204],
		},
		pageNumberAndSize,
		(answer) => recordsIn(answer, 'orders', 'list of orders'),
	);

/**
 * The orders that have exactly this PO. XI sends many of its answers in capitals ("newcustomerPO4"
 * comes back as "NEWCUSTOMERPO4" in its own samples), so where none is spelt as given, those that
 * differ only in that are taken: an order must not be missed, else it would be bought twice.
 */
function withPo(orders: readonly FoundOrder[], customerOrderNumber: string): FoundOrder[] {
	const wanted = customerOrderNumber.trim();
	const exact = orders.filter((order) => plain(order.customerOrderNumber) === wanted);
	if (exact.length > 0) return exact;
	return orders.filter((order) => isSameText(order.customerOrderNumber, wanted));
}

/**
 * The details of an order as a row of the kind that its creation gives, with each of its lines once. XI
 * also gives details without a list of lines, which does not mean that the order has none: then the row
 * has no list either.
 */
export const rowFromDetails = (order: OrderDetailsAnswer): IDataObject => ({
	...order,
	...(order.lines && {
		lines: orderLinesOf(order).map((line) => ({
			...line,
			ingramLineNumber: line.ingramOrderLineNumber,
			customerLineNumber: line.customerLineNumber ?? line.customerLinenumber,
			extendedUnitPrice: line.extendedPrice,
			notes: line.lineNotes,
		})),
	}),
});

/**
 * Looks for the orders that were created under a PO: searches, then reads the details of each that
 * was found. Where its details cannot be had, what the search said of it is the row: that it is
 * there matters most.
 *
 * Relies on the loop to throw into the generator what made a request fail. A search that fails is
 * not caught: whether there is an order then stays open.
 *
 * @returns rows like those of a creation, one an order, or that there is none
 */
export function* lookForPo(customerOrderNumber: string): Steps<Sight> {
	const orders = withPo(yield* searchByPo(customerOrderNumber), customerOrderNumber);
	if (orders.length === 0) return { absent: 'Ingram Micro has no order with this number' };
	const there: IDataObject[] = [];
	for (const order of orders) there.push(yield* detailed(order));
	return { there };
}

/**
 * A found order with its details, or as it was found. That it is dead may stand in either, and must
 * not be lost.
 */
function* detailed(order: FoundOrder): Steps<IDataObject> {
	const number = plain(order.ingramOrderNumber);
	if (number === '') return order;
	try {
		const details = (yield detailsOf(number)) as OrderDetailsAnswer | undefined;
		// XI uses order numbers again after some time: then these are the details of another order.
		const isOther =
			details === undefined || !isSameText(details.customerOrderNumber, order.customerOrderNumber);
		if (isOther) return order;
		const isEmpty = Array.isArray(details.lines) && details.lines.length === 0;
		const row: IDataObject = { ...rowFromDetails(details), ...(isEmpty && NO_LINES) };
		const dead = deadWordOf(row) ?? deadWordOf(order);
		return dead === undefined ? row : { ...row, orderStatus: dead };
	} catch {
		return order;
	}
}

/**
 * Looks at one order, to see whether something that was wanted of it has happened.
 *
 * @param missing says what the order still lacks ("it is not released"), undefined where it has all
 * that was wanted
 * @returns the order as a row; or its state and what it lacks; or, in the same way, that it cannot be
 * read, which XI says with a 500 of an order that it does not know
 */
export function* lookAtOrder(
	orderNumber: string,
	missing: (order: OrderDetailsAnswer) => string | undefined,
): Steps<Sight> {
	let order: OrderDetailsAnswer | undefined;
	try {
		order = (yield detailsOf(orderNumber)) as OrderDetailsAnswer | undefined;
	} catch (error) {
		return { absent: `Order ${orderNumber} could not be read: ${wordsOf(error)}` };
	}
	if (order === undefined) return { absent: `Ingram Micro has no order ${orderNumber}` };
	const lack = missing(order);
	if (lack === undefined) return { there: [rowFromDetails(order)] };
	const state = plain(order.orderStatus);
	return {
		absent:
			state === ''
				? `Order ${orderNumber} has no status, and ${lack}`
				: `Order ${orderNumber} has the status "${state}": ${lack}`,
	};
}

import type { IDataObject } from 'n8n-workflow';

import { allPages } from '../../loop/pager';
import type { Ask, Sight } from '../../operation';
import {
	deadWordOf,
	detailsOf,
	type FoundOrder,
	type OrderDetailsAnswer,
	orderSearch,
} from './order';
import { orderLinesOf } from './orderLines';
import { NO_LINES } from './orderAnswer';
import { isSameText, plain } from '../../comparing';
import { wordsOf } from '../../errors';

/** The order in an answer of its details. */
const orderIn = (answer: OrderDetailsAnswer): OrderDetailsAnswer => answer;

/** All orders that a search for a PO finds, other POs too. */
export const searchByPo = async (ask: Ask, customerOrderNumber: string): Promise<FoundOrder[]> =>
	await allPages(ask, orderSearch, { query: { customerOrderNumber } });

/**
 * The orders that have exactly this PO. XI sends many of its answers in capitals ("newcustomerPO4"
 * comes back as "NEWCUSTOMERPO4" in its own samples), so where none is spelt as given, those that
 * differ only in that are taken: an order must not be missed, else it would be bought twice.
 */
export function withPo(orders: readonly FoundOrder[], customerOrderNumber: string): FoundOrder[] {
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
 * A search that fails is not caught: whether there is an order then stays open.
 *
 * @returns rows like those of a creation, one an order, or that there is none
 */
export async function lookForPo(ask: Ask, customerOrderNumber: string): Promise<Sight> {
	const orders = withPo(await searchByPo(ask, customerOrderNumber), customerOrderNumber);
	if (orders.length === 0) return { absent: 'Ingram Micro has no order with this number' };
	const there: IDataObject[] = [];
	for (const order of orders) there.push(await detailed(ask, order));
	return { there };
}

/**
 * A found order with its details, or as it was found. That it is dead may stand in either, and must
 * not be lost.
 */
async function detailed(ask: Ask, order: FoundOrder): Promise<IDataObject> {
	const number = plain(order.ingramOrderNumber);
	if (number === '') return order;
	try {
		const details = await ask(detailsOf(number), orderIn);
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
export async function lookAtOrder(
	ask: Ask,
	orderNumber: string,
	missing: (order: OrderDetailsAnswer) => string | undefined,
): Promise<Sight> {
	let order: OrderDetailsAnswer | undefined;
	try {
		order = await ask(detailsOf(orderNumber), orderIn);
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

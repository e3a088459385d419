import type { IDataObject } from 'n8n-workflow';

import { isSameText, plain } from '../../comparing';
import { normalStatus } from '../../dictionary';
import { BadInput } from '../../errors';
import { ONE_LINE } from '../../fields/oneLine';
import { type Field, requiredText } from '../../fields/field';
import type { Ask, Became } from '../../operation';
import { isRecord } from '../../records';
import type { XiRequest } from '../../transport/request';
import { searchByPo, withPo } from './lookForOrder';
import { deadWordOf, detailsOf, orderBy, type OrderDetailsAnswer } from './order';
import { PO_V6 } from './orderSections';

/** An order by one of its two numbers: Ingram Micro's, or the PO under which it was placed. */
export interface NamedOrder {
	readonly ingramOrderNumber?: string;
	readonly customerOrderNumber?: string;
}

const BY_PO = 'customerOrderNumber';
const po = requiredText('Order', { maxLength: PO_V6, format: ONE_LINE });
const byNumber = orderBy('choose By PO');

/** An order, picked or named by either number. */
export const orderOrPo: Field<NamedOrder> = {
	property: {
		...byNumber.property,
		modes: [
			...(byNumber.property.modes ?? []),
			// n8n cuts off all but a short name here.
			{ displayName: 'By PO', name: BY_PO, type: 'string', placeholder: 'e.g. PO-4711' },
		],
		description:
			'The order, picked from the latest ones, or given by its Ingram Micro order number or by your purchase order (PO) number',
	},
	read: (value, label, reading) =>
		isRecord(value) && value.mode === BY_PO
			? { customerOrderNumber: po.read(value.value, label, reading) }
			: { ingramOrderNumber: byNumber.read(value, label, reading) },
};

/** An order as sentences name it. */
export const nameOf = ({ ingramOrderNumber, customerOrderNumber = '' }: NamedOrder): string =>
	ingramOrderNumber === undefined ? `PO ${customerOrderNumber}` : `order ${ingramOrderNumber}`;

/** The number that a call about an order has in its path; before it is looked up, what stands for it. */
export const numberOf = ({ ingramOrderNumber, customerOrderNumber = '' }: NamedOrder): string =>
	ingramOrderNumber ?? customerOrderNumber;

/** The orders that rows tell of, as what became of a PO. Without one, one order was asked for. */
export function ordersUnder(
	customerOrderNumber: string | undefined,
	rows: readonly IDataObject[],
): Became | undefined {
	if (customerOrderNumber === undefined) return undefined;
	const subject = `PO ${customerOrderNumber}`;
	const numbers = rows.map(({ ingramOrderNumber }) => plain(ingramOrderNumber));
	const receipts = [...new Set(numbers)]
		.filter((number) => number !== '')
		.map((number) => `${subject} → ${number}`);
	return { subject, receipts };
}

/** One of the orders that Ingram Micro made under a PO. */
export interface Part {
	readonly number: string;
	readonly details: OrderDetailsAnswer;
}

/**
 * The orders that were placed under exactly this PO, with their details, in the order of the search,
 * which finds other POs too. Numbers of orders come again after years, so one whose details are those
 * of another PO is left out: whoever names it by its number would get that other one.
 *
 * @param requestFor how the details are read
 */
export async function partsOf(
	ask: Ask,
	customerOrderNumber: string,
	requestFor: (number: string) => XiRequest = detailsOf,
): Promise<Part[]> {
	const found = withPo(await searchByPo(ask, customerOrderNumber), customerOrderNumber);
	const numbers = new Set(found.map(({ ingramOrderNumber }) => plain(ingramOrderNumber)));
	const parts: Part[] = [];
	for (const number of numbers) {
		if (number === '') continue;
		const details = await ask(requestFor(number), (order: OrderDetailsAnswer) => order);
		if (!isRecord(details) || !isSameText(details.customerOrderNumber, customerOrderNumber))
			continue;
		const search = found.find((order) => plain(order.ingramOrderNumber) === number);
		const dead = deadWordOf(details) ?? deadWordOf(search ?? {});
		parts.push({
			number,
			details: dead === undefined ? details : { ...details, orderStatus: dead },
		});
	}
	if (parts.length > 0) return parts;
	throw new BadInput(
		`Ingram Micro has no order with the PO ${customerOrderNumber}`,
		'Check the PO, and that it belongs to the customer number and country used',
	);
}

/** Neither cancelled nor rejected, nor delivered and closed. */
const isLive = ({ details }: Part): boolean =>
	deadWordOf(details) === undefined && normalStatus(details.orderStatus) !== 'closed';

const told = ({ number, details }: Part): string =>
	`${number} (${[plain(details.ingramOrderDate).slice(0, 10), plain(details.orderStatus)]
		.filter((text) => text !== '')
		.join(', ')})`;

/**
 * The one order under a PO that can still be changed. Throws BadInput that names all of them where
 * there is none, or more than one: which was meant is not guessed.
 */
export async function liveOrder(ask: Ask, customerOrderNumber: string): Promise<string> {
	const parts = await partsOf(ask, customerOrderNumber);
	const live = parts.filter(isLive);
	if (live.length === 1) return live[0].number;
	throw new BadInput(
		live.length === 0
			? `No order with the PO ${customerOrderNumber} is live any more: ${parts.map(told).join(', ')}`
			: `The PO ${customerOrderNumber} has ${live.length} live orders, and nothing was sent: ${live.map(told).join(', ')}`,
		'Give the one that you mean by its Ingram order number; for several, an item for each',
	);
}

/**
 * How a write about one order learns its number, where it was named by its PO.
 *
 * @param plan the same write for an order with a number
 */
export const learnNumber = <Plan>(
	{ customerOrderNumber }: NamedOrder,
	plan: (ingramOrderNumber: string) => Plan,
): { learn?: (ask: Ask) => Promise<Plan> } =>
	customerOrderNumber === undefined
		? {}
		: { learn: async (ask) => plan(await liveOrder(ask, customerOrderNumber)) };

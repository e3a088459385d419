import type { IDataObject } from 'n8n-workflow';

import { isSameText, plain } from '../../comparing';
import { normalStatus } from '../../dictionary';
import { BadInput } from '../../errors';
import { ONE_LINE } from '../../fields/oneLine';
import { type Field, requiredText } from '../../fields/field';
import type { Ask, Became, WritePart, WritePlan } from '../../operation';
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
const byNumber = orderBy(
	'choose By PO in Order',
	'Pick an order, or give its Ingram Micro number or your purchase order (PO) number',
);

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
	/** XI says, in its details or in the search, that nothing more comes of it. */
	readonly isClosed: boolean;
	/** The day on which it was placed; empty where XI does not say. */
	readonly day: string;
	/** XI gave no details of it, or details without a PO: what is known of it is what the search says. */
	readonly isUnread: boolean;
}

const DAY = /^(?!0001)\d{4}-\d{2}-\d{2}/;

/** The day in a date of XI's, which writes one of the year 1 where it has none. */
const dayIn = (date: unknown): string => DAY.exec(plain(date))?.[0] ?? '';

/**
 * The orders that were placed under exactly this PO, in the order of the search, which finds other POs
 * too. Numbers of orders come again after years, so one whose details name another PO is left out:
 * whoever names it by its number would get that other one. No other is left out.
 */
async function foundUnder(
	ask: Ask,
	customerOrderNumber: string,
	requestFor: (number: string) => XiRequest,
): Promise<Part[]> {
	const found = withPo(await searchByPo(ask, customerOrderNumber), customerOrderNumber);
	const numbers = new Set(found.map(({ ingramOrderNumber }) => plain(ingramOrderNumber)));
	const parts: Part[] = [];
	for (const number of numbers) {
		const search = found.find((order) => plain(order.ingramOrderNumber) === number) ?? {};
		const answer =
			number === ''
				? undefined
				: await ask(requestFor(number), (order: OrderDetailsAnswer) => order);
		const read = isRecord(answer) ? answer : undefined;
		const po = plain(read?.customerOrderNumber);
		if (po !== '' && !isSameText(po, customerOrderNumber)) continue;
		const isUnread = read === undefined || po === '';
		const details = isUnread ? (search as OrderDetailsAnswer) : read;
		const dead = deadWordOf(details) ?? deadWordOf(search);
		parts.push({
			number,
			details: dead === undefined ? details : { ...details, orderStatus: dead },
			isClosed: [details, search].some((one) => normalStatus(one.orderStatus) === 'closed'),
			day: dayIn(details.ingramOrderDate) || dayIn(search.ingramOrderDate),
			isUnread,
		});
	}
	if (parts.length > 0) return parts;
	throw new BadInput(
		`Ingram Micro has no order with the PO ${customerOrderNumber}`,
		'Check the PO, and that it belongs to the customer number, country and environment (Production or Sandbox) used',
	);
}

/** Throws BadInput that names the orders that are listed under a PO, and whose details do not say so. */
function allRead(customerOrderNumber: string, parts: Part[], unsent = ''): Part[] {
	const unread = parts.filter(({ isUnread }) => isUnread);
	if (unread.length === 0) return parts;
	throw new BadInput(
		`The PO ${customerOrderNumber} has orders of which Ingram Micro gives no details, or details without a PO${unsent}: ${unread.map(told).join(', ')}`,
		'Run it again in a moment. If it stays so, give each order that you mean by its Ingram order number, an item for each',
	);
}

/**
 * The orders that were placed under exactly this PO, with their details. Throws BadInput where there is
 * none, and where one is listed whose details cannot be had: it is not dropped in silence.
 *
 * @param requestFor how the details are read
 */
export const partsOf = async (
	ask: Ask,
	customerOrderNumber: string,
	requestFor: (number: string) => XiRequest = detailsOf,
): Promise<Part[]> =>
	allRead(customerOrderNumber, await foundUnder(ask, customerOrderNumber, requestFor));

/** Neither cancelled nor rejected, nor delivered and closed. */
const isLive = ({ details, isClosed }: Part): boolean =>
	deadWordOf(details) === undefined && !isClosed;

/** An order as a sentence names it, with its day and status. */
export const told = ({ number, details, day }: Part): string =>
	`${number || 'one without a number'} (${[day, plain(details.orderStatus)].filter((text) => text !== '').join(', ')})`;

/** The orders under a PO that can still be changed, at least one. Throws BadInput where there is none. */
async function liveParts(ask: Ask, customerOrderNumber: string): Promise<Part[]> {
	const parts = await foundUnder(ask, customerOrderNumber, detailsOf);
	const live = parts.filter(isLive);
	if (live.length > 0) return allRead(customerOrderNumber, live, ', and nothing was sent');
	throw new BadInput(
		`No order with the PO ${customerOrderNumber} is live any more: ${parts.map(told).join(', ')}`,
		'Give the one that you mean by its Ingram order number',
	);
}

const severalOf = (customerOrderNumber: string, live: readonly Part[], why = ''): BadInput =>
	new BadInput(
		`The PO ${customerOrderNumber} has ${live.length} live orders${why}, and nothing was sent: ${live.map(told).join(', ')}`,
		'Give the one that you mean by its Ingram order number; for several, an item for each',
	);

/**
 * The one order under a PO that can still be changed. Throws BadInput that names all of them where
 * there is none, or more than one: which was meant is not guessed.
 */
export async function liveOrder(ask: Ask, customerOrderNumber: string): Promise<string> {
	const live = await liveParts(ask, customerOrderNumber);
	if (live.length === 1) return live[0].number;
	throw severalOf(customerOrderNumber, live);
}

/**
 * All orders under a PO that can still be changed, by their numbers, where they were placed on one day: then Ingram Micro
 * made them of one order. Throws BadInput that names them where there is none, or where they are of
 * several days, or of days that are not known: a PO comes again after years.
 */
export async function liveOrders(ask: Ask, customerOrderNumber: string): Promise<Part[]> {
	const live = await liveParts(ask, customerOrderNumber);
	const [{ day }] = live;
	if (live.length === 1 || (day !== '' && live.every((part) => part.day === day))) {
		return live.sort((one, other) => (one.number < other.number ? -1 : 1));
	}
	throw live.some((part) => part.day === '')
		? severalOf(customerOrderNumber, live, ' of days that are not known')
		: severalOf(customerOrderNumber, live, ' of different days');
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

/**
 * How a write becomes one for each live order, where it was named by its PO.
 *
 * @param part the same write for one of them
 */
export const forEachPart = (
	{ customerOrderNumber }: NamedOrder,
	part: (order: Part, all: readonly Part[]) => WritePart,
): Pick<WritePlan, 'parts'> =>
	customerOrderNumber === undefined
		? {}
		: {
				parts: async (ask) => {
					const live = await liveOrders(ask, customerOrderNumber);
					return live.map((order) => part(order, live));
				},
			};

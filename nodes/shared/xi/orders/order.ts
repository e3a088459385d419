import type { IDataObject } from 'n8n-workflow';

import { recordsIn } from '../../answer';
import { normalStatus } from '../../dictionary';
import { type Field, locator, required } from '../../fields/field';
import { pageNumberAndSize } from '../../fields/paging';
import { pickerOf, type Query } from '../../picker';
import { amountShown, dayShown } from '../../pickerLine';
import { recordsOf } from '../../records';
import type { XiCall, XiRequest, XiSearch } from '../../transport/request';

// Here lives an order, for all nodes: its calls, parameter and list in this file. It is sent as
// orderSections.ts and sentOrder.ts say, returned by orderAnswer.ts and orderOutput.ts, found by
// lookForOrder.ts and sameOrder.ts.

/** A line as order details have it. The older v6 call writes `customerLinenumber`. */
export interface OrderDetailsLine extends IDataObject {
	subOrderNumber?: string | null;
	ingramOrderLineNumber?: string | null;
	customerLineNumber?: string | null;
	customerLinenumber?: string | null;
	lineStatus?: string | null;
	ingramPartNumber?: string | null;
	vendorPartNumber?: string | null;
	unitPrice?: number | null;
	extendedPrice?: number | null;
	quantityOrdered?: number | null;
	quantityConfirmed?: number | null;
	quantityBackOrdered?: number | null;
	lineNotes?: string | null;
	/** XI switches between a list and a single object. */
	shipmentDetails?: IDataObject[] | IDataObject | null;
}

/** The answer of order details, v6.1 and v6. */
export interface OrderDetailsAnswer extends IDataObject {
	ingramOrderNumber?: string | null;
	ingramOrderDate?: string | null;
	customerOrderNumber?: string | null;
	endCustomerOrderNumber?: string | null;
	orderStatus?: string | null;
	orderTotal?: number | null;
	currencyCode?: string | null;
	notes?: string | null;
	lines?: OrderDetailsLine[] | null;
}

/** A part of an order in a search; the last one holds nothing but a link. */
export interface SubOrder extends IDataObject {
	subOrderNumber?: string | null;
	/** A number as text. */
	subOrderTotal?: string | number | null;
	subOrderStatus?: string | null;
}

/** An order as the search lists it. */
export interface FoundOrder extends IDataObject {
	ingramOrderNumber?: string | null;
	ingramOrderDate?: string | null;
	customerOrderNumber?: string | null;
	vendorName?: string | null;
	endUserCompanyName?: string | null;
	/** A number as text. */
	orderTotal?: string | number | null;
	/** OPEN, CLOSED or CANCELLED; how far it is stands in its sub-orders. */
	orderStatus?: string | null;
	subOrders?: SubOrder[] | null;
}

/** The answer of an order search. Its numbers come as text. */
export interface OrderSearchAnswer {
	recordsFound?: number | string | null;
	orders?: FoundOrder[] | null;
}

/** XI says with a 204 that nothing was found. XI documentation: "Search Orders". */
export const orderSearch: XiSearch<FoundOrder, OrderSearchAnswer> = {
	call: { method: 'GET', path: '/resellers/v6/orders/search', nothingFound: [204] },
	paging: pageNumberAndSize,
	page: (answer) => recordsIn(answer, 'orders', 'list of orders'),
};

/** The versions of order details, which answer in nearly the same shape. */
const orderDetails: Record<'v6' | 'v6.1', XiCall> = {
	v6: { method: 'GET', path: '/resellers/v6/orders/{ordernumber}', nothingFound: [204] },
	'v6.1': {
		method: 'GET',
		path: '/resellers/v6.1/orders/{ordernumber}',
		// Not documented for this version, but the older one says so that there is no such order.
		nothingFound: [204],
	},
};

/** Reads an order by its number. XI documentation: "Get Order Details v6.1". */
export const detailsOf = (
	orderNumber: string,
	version: keyof typeof orderDetails = 'v6.1',
): XiRequest => ({ ...orderDetails[version], pathValues: { ordernumber: orderNumber } });

/** What a 500 to order details may mean, since v6.1 documents no answer for an order that is not there. */
export const UNKNOWN_ORDER = {
	500: 'Check the order number: Ingram Micro may answer like this when it does not know the order. Otherwise try again later, for there is a nightly maintenance window, in North America from 11 pm to 4 am Pacific time',
} as const;

/** The order numbers of countries whose orders run on SAP: digits alone, as in XI's own sample. */
export const SAP_ORDER_NUMBER = /^\d{8,12}$/;

/** How Ingram Micro writes the number of an order, or of one of its parts. It goes out as given. */
export const ORDER_NUMBER = {
	pattern: /^([0-9A-Z]{2}-[0-9A-Z]{5}(-[0-9A-Z]{2})?|\d{8,12})$/i,
	words:
		'an Ingram Micro order number with its dashes, such as 20-RD128 or 20-RD128-11, or 8 to 12 digits without any, such as 7059827143',
} as const;

/** Ingram Micro's number of an order as a filter of a search that has one of the PO as well. */
export const ORDER_NUMBER_FILTER = {
	...ORDER_NUMBER,
	remedy: 'If it is your purchase order (PO) number, use the filter Customer Order Number',
} as const;

/**
 * An order, picked from a live search or named by Ingram Micro's number.
 *
 * @param ifPo what to do with a PO that was given in its place
 * @param ifEmpty what to do where nothing was given
 */
export const orderBy = (
	ifPo: string,
	ifEmpty = 'Pick an order, or give its Ingram Micro number',
): Field<string> =>
	required(
		locator('Order', {
			format: { ...ORDER_NUMBER, remedy: `If it is your purchase order (PO) number, ${ifPo}` },
			search: 'searchOrders',
			listPlaceholder: 'Select an order...',
			byNumber: {
				name: 'ingramOrderNumber',
				// n8n cuts off all but a short name here.
				displayName: 'By No.',
				placeholder: 'e.g. 20-RD128',
			},
			description:
				'The order, picked from the latest ones, found by your purchase order (PO) number, or given by its Ingram Micro order number',
		}),
		ifEmpty,
	);

/** The same where a PO can be searched for only. */
export const requiredOrder = orderBy('find the order by it under From List');

const LONGEST_PO = 35;
/** An order number, with or without its dashes. */
const TYPED_NUMBER = /^([0-9A-Z]{2})(-?)([0-9A-Z]{5})(?:-?([0-9A-Z]{2}))?$/i;

/**
 * What a text may be searched by, the likelier first. XI finds equal numbers only, and a PO may look
 * like an order number.
 */
export function queriesFor(text: string): Query[] {
	if (text === '') return [{}];
	const byPo = text.length > LONGEST_PO ? [] : [{ customerOrderNumber: text }];
	const [, branch, dash, number, part] = TYPED_NUMBER.exec(text) ?? [];
	if (SAP_ORDER_NUMBER.test(text)) return [...byPo, { ingramOrderNumber: text }];
	if (branch === undefined) return byPo;
	const byNumber = {
		ingramOrderNumber: [branch, number, part]
			.filter((one) => one !== undefined)
			.join('-')
			.toUpperCase(),
	};
	return dash === '-' ? [byNumber, ...byPo] : [...byPo, byNumber];
}

/** The list behind 'Order': the latest orders, or those with the order number or PO. */
export const searchOrders = pickerOf(
	orderSearch,
	(text) => queriesFor(text).map((query) => ({ query })),
	{
		number: ({ ingramOrderNumber }) => ingramOrderNumber,
		line: ({ customerOrderNumber, ingramOrderDate, orderStatus, orderTotal, ...order }) => [
			customerOrderNumber && `PO ${customerOrderNumber}`,
			dayShown(ingramOrderDate),
			orderStatus,
			amountShown(orderTotal),
			order.endUserCompanyName,
			order.vendorName,
		],
		date: ({ ingramOrderDate }) => ingramOrderDate,
	},
);

/** Only what is certain: an order that is called dead and lives is bought a second time. */
const DEAD: ReadonlySet<string> = new Set([
	'cancel',
	'cancelled',
	'canceled',
	'deleted',
	'reject',
	'rejected',
	'void',
	'voided',
]);

/**
 * The order, or the line, will not be delivered: it was cancelled or rejected, or its hold ran out.
 * Events and answers put what it is about before the word or behind it ("order_cancelled"), and who
 * did it behind it ("Cancelled by customer"); several words are dead if each of them is.
 */
export const isCancelled = (status: unknown): boolean =>
	(normalStatus(status) ?? '')
		.replace(/[.!]+$/, '')
		.split(/\s*[/,;|]\s*/)
		.every((word) =>
			DEAD.has(
				word.replace(/^(?:(?:sub ?)?order|line) /, '').replace(/ (?:by .+|order|line)$/, ''),
			),
		);

/** The order waits for its customer to release it. */
export const isOnHold = (status: unknown): boolean => /\bhold\b/.test(normalStatus(status) ?? '');

/** What of an order tells how it stands, in a search, in its details and in the answer to a write. */
interface Standing {
	readonly orderStatus?: unknown;
	readonly subOrders?: unknown;
	readonly lines?: unknown;
}

/**
 * The word by which an order is dead: its own status, or that of all its sub-orders or of all its
 * lines. One part that is alive, or does not say, keeps it alive.
 *
 * @returns the words as XI wrote them; undefined where the order is not dead
 */
export function deadWordOf({ orderStatus, subOrders, lines }: Standing): string | undefined {
	if (isCancelled(orderStatus)) return (orderStatus as string).trim();
	const parts = [
		// XI adds an entry that holds nothing but a link, and comments are lines too.
		recordsOf(subOrders)
			.filter((part) => (part.subOrderNumber ?? part.subOrderStatus ?? '') !== '')
			.map(({ subOrderStatus }) => subOrderStatus),
		recordsOf(lines)
			.filter(
				(line) => (line.lineStatus ?? line.ingramPartNumber ?? line.vendorPartNumber ?? '') !== '',
			)
			.map(({ lineStatus }) => lineStatus),
	];
	const words = parts.find((all) => all.length > 0 && all.every(isCancelled));
	return words && [...new Set((words as string[]).map((word) => word.trim()))].join(', ');
}

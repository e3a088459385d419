import type { IDataObject } from 'n8n-workflow';

import { isCancelled } from '../shared/xi/orders/order';
import { asyncOrderFields, orderStatusFields, productFields, quoteFields } from './confirmedFields';
import {
	ASYNC_ORDER,
	type AsyncOrderResource,
	type EventShape,
	ORDER_STATUS,
	type OrderStatusResource,
	QUOTE,
	STOCK,
	UNREAD,
} from './eventFields';
import type { AskedFor } from './readBack';
import { text } from './valueReaders';

/*
 * All that is known of a kind of event stands here, once. Everything else goes by this table: the
 * choices of Trigger On, how a delivery is read, its items, what Confirm With Ingram Micro asks for,
 * and what is remembered. So a new kind is an entry here; where it is about something new, that gets a
 * shape in eventFields.ts.
 */

/** How what an event is about is read back under Confirm With Ingram Micro. */
export interface ReadBack<Fields extends object = object> {
	/** What Ingram Micro is asked for. */
	asksFor(fields: Fields): AskedFor;
	/**
	 * The fields, each read again from the answer; null where that does not have it.
	 *
	 * @param said what the event says, which may be made up: only to pick what of the answer it is about
	 */
	fields(current: IDataObject, said: Fields): Fields;
}

/** A kind of event. One that lacks any of this does not compile. */
export interface Kind<Fields extends object = object> {
	/** Its choice under Trigger On; the entries of the table stand in the order of these names. */
	readonly name: string;
	readonly description: string;
	/**
	 * XI's names for it in `eventType`, and those that are near: in lower case, without XI's prefix, with
	 * `_` for blanks. One with a * at its end stands for all that begin like it.
	 */
	readonly eventTypes: readonly string[];
	/** The topic and the action of an event of this kind that names no type; null where they do not tell. */
	readonly topicAndAction: string | null;
	/** Where kinds share their types: whether it is this one. The first that is counts, of the last it is not asked. */
	when?(fields: Fields): boolean;
	/** What it is about: its fields, lines and parts. */
	readonly shape: EventShape<Fields>;
	/** Or, as a sentence, why it cannot be read back. */
	readonly readBack: ReadBack<Fields> | string;
}

/** Has the compiler hold an entry's functions against the fields of its shape. */
const kind = <Fields extends object>(entry: Kind<Fields>): Kind<Fields> => entry;

type AsyncOrder = AsyncOrderResource['orders'][number];

const NOTHING_CAME_OF_IT = 'It failed, so Ingram Micro has nothing that could be read back';

/** @param tellsShipment whether it says that something has left, even where it does not say what */
const orderReadBack = (tellsShipment: boolean): ReadBack<OrderStatusResource> => ({
	asksFor: ({ ingramOrderNumber, customerOrderNumber }) => ({
		orders: [{ ingramOrderNumber, customerOrderNumber }],
	}),
	fields: (current, { lines }) => orderStatusFields(current, lines, tellsShipment),
});

const FAILURE =
	/\b(?:cancell?ed|cannot|can.t|could ?n.t|could not|declined|denied|errors?|fail(?:s|ed|ure)?|invalid|no valid|not (?:be|been|created|possible|processed|successful\w*|valid)|rejected|unable|unsuccessful\w*)\b/i;
const NO_FAILURE =
	/\b(?:errors?|failed|failures?|invalid|rejected)(?: \w+)?\s*[:=]\W*(?:(?:0|nil|no|none|null)\b|\[\])|\berrors?\W+(?:0|nil|no|none)\b|\b(?:0|any|no|without|zero)(?: any)?(?: (?:items?|lines?|products?|skus?))? (?:errors?|failed|failures?|invalid|rejected)\b/gi;
/** The quote itself was made, whatever is said of some of its products. */
const MADE =
	/\bquote\b[^.;,]*(?<!\b(?:be|not) )\bcreated successfully\b|\bquote\b[^.;,]*\bsuccessfully created\b/i;

/**
 * Whether texts say that something failed. XI has `message` and `reason` for that, which are documented
 * to be null when it went well, and then hold a word of success all the same.
 */
const saysFailure = (...texts: ReadonlyArray<string | null>): boolean =>
	texts.some((one) => !MADE.test(one ?? '') && FAILURE.test(one?.replace(NO_FAILURE, '') ?? ''));

/** Whether a result names an order that something was taken for. XI gives a number to an empty one too. */
function isPlaced(
	{ ingramOrderNumber, lines, rejectedLineItems, numberOfLinesWithSuccess }: AsyncOrder,
	result: AsyncOrderResource,
): boolean {
	if (ingramOrderNumber === null) return false;
	const isDead = (word: string | null) => word?.includes('reject') === true || isCancelled(word);
	if (lines.some(({ lineStatus }) => !isDead(lineStatus))) return true;
	const rejected = rejectedLineItems.length + result.rejectedLineItems.length;
	return lines.length === 0 && rejected === 0 && numberOfLinesWithSuccess !== 0;
}

/** By the value that is stored in workflows, which never changes. */
export const KINDS = {
	other: kind({
		name: 'Any Other Event',
		description: 'Anything else that Ingram Micro may send, as it was sent',
		eventTypes: [],
		topicAndAction: null,
		shape: UNREAD,
		readBack: 'It is not known how to read back an event of this type',
	}),
	asyncOrderCreated: kind({
		name: 'Asynchronous Order Created',
		description: 'An order that was sent with Create Order Asynchronously was taken',
		eventTypes: ['async_order_create*'],
		topicAndAction: 'resellers/orders created',
		when: (result) => result.orders.some((order) => isPlaced(order, result)),
		shape: ASYNC_ORDER,
		readBack: {
			asksFor: ({ orders, customerOrderNumber }) => ({
				orders: orders.map(({ ingramOrderNumber }) => ({ ingramOrderNumber, customerOrderNumber })),
			}),
			fields: asyncOrderFields,
		},
	}),
	asyncOrderFailed: kind({
		name: 'Asynchronous Order Failed',
		description: 'Such an order was not taken',
		eventTypes: ['async_order_create*'],
		topicAndAction: 'resellers/orders created',
		shape: ASYNC_ORDER,
		readBack: NOTHING_CAME_OF_IT,
	}),
	orderBackordered: kind({
		name: 'Order Backordered',
		description: 'Lines of an order wait for stock',
		eventTypes: ['order_backordered', 'order_back_ordered', 'order_backorder'],
		topicAndAction: null,
		shape: ORDER_STATUS,
		readBack: orderReadBack(false),
	}),
	orderInvoiced: kind({
		name: 'Order Invoiced',
		description: 'Lines of an order were invoiced',
		eventTypes: ['order_invoiced'],
		topicAndAction: null,
		shape: ORDER_STATUS,
		readBack: orderReadBack(true),
	}),
	orderOnHold: kind({
		name: 'Order On Hold',
		description: 'Lines of an order are held back until somebody acts',
		eventTypes: ['order_hold', 'order_on_hold', 'order_onhold'],
		topicAndAction: null,
		shape: ORDER_STATUS,
		readBack: orderReadBack(false),
	}),
	orderShipped: kind({
		name: 'Order Shipped',
		description: 'Lines of an order were shipped',
		eventTypes: ['order_shipped'],
		topicAndAction: null,
		shape: ORDER_STATUS,
		readBack: orderReadBack(true),
	}),
	orderVoided: kind({
		name: 'Order Voided',
		description: 'Lines of an order were voided',
		eventTypes: ['order_voided', 'order_void'],
		topicAndAction: null,
		shape: ORDER_STATUS,
		readBack: orderReadBack(false),
	}),
	/** What no other kind is. */
	quoteCreated: kind({
		name: 'Quote Created',
		description: 'A quote was created, by you, in Xvantage or by Ingram Micro',
		eventTypes: ['quote_create*'],
		topicAndAction: 'resellers/quotes created',
		when: ({ quoteNumber, message, reason }) =>
			quoteNumber !== null && !saysFailure(message, reason),
		shape: QUOTE,
		readBack: {
			asksFor: ({ quoteNumber }) => ({ quote: quoteNumber }),
			fields: quoteFields,
		},
	}),
	quoteFailed: kind({
		name: 'Quote Failed',
		description: 'A quote could not be created',
		eventTypes: ['quote_create*'],
		topicAndAction: 'resellers/quotes created',
		shape: QUOTE,
		readBack: NOTHING_CAME_OF_IT,
	}),
	stockUpdate: kind({
		name: 'Stock Update',
		description: 'The stock of products changed: up to 4,000 of them every 15 minutes',
		eventTypes: ['stock_update*'],
		topicAndAction: 'resellers/catalog updated',
		shape: STOCK,
		readBack: {
			asksFor: ({ ingramPartNumber }) => ({ product: ingramPartNumber }),
			fields: productFields,
		},
	}),
} satisfies Record<string, Kind>;

/** What a person can choose to start a workflow. */
export type EventName = keyof typeof KINDS;

/** An event's kind, and what it is about. */
export interface Subject {
	readonly event: EventName;
	/** Those of the kind's shape. */
	readonly fields: object;
}

/** Any kind, whatever its fields are: a subject is only ever made by the shape of its own kind. */
const kindOf = (event: EventName): Kind => KINDS[event];

/** The kinds, in the order in which they are shown. */
export const EVENT_NAMES = Object.keys(KINDS) as EventName[];

const isOfType = (type: string, eventTypes: readonly string[]): boolean =>
	eventTypes.some((one) => (one.endsWith('*') ? type.startsWith(one.slice(0, -1)) : type === one));

/**
 * The kinds that an event may be of.
 *
 * @param type XI's name for it, as `eventTypes` has it; null where the event has none
 * @param topicAndAction in lower case and without XI's prefix, with a blank between them
 */
export const kindsOfType = (type: string | null, topicAndAction: string): EventName[] =>
	EVENT_NAMES.filter((event) =>
		type === null
			? kindOf(event).topicAndAction === topicAndAction
			: isOfType(type, kindOf(event).eventTypes),
	);

/** What an event is about, of the first of these kinds that it is of. */
export function subjectOf(
	events: readonly EventName[],
	...sent: Parameters<EventShape['read']>
): Subject {
	let read: { shape: EventShape; fields: object } | undefined;
	for (const event of events) {
		const { shape } = kindOf(event);
		if (read?.shape !== shape) read = { shape, fields: shape.read(...sent) };
		if (kindOf(event).when?.(read.fields) ?? true) return { event, fields: read.fields };
	}
	return { event: 'other', fields: KINDS.other.shape.read(...sent) };
}

/** Each line of it beside what it belongs to; one without lines is one row as it is. */
export const linesOf = ({ event, fields }: Subject): IDataObject[] =>
	kindOf(event).shape.lines(fields);

/**
 * By what it is told apart from the other parts of its event, which may come one by one; null where the
 * event comes whole, and where it says nothing that tells it apart.
 */
export function partOf(event: EventName, fields: object): string | null {
	const { partsBy } = kindOf(event).shape;
	if (partsBy === null) return null;
	return text((fields as Readonly<Record<string, unknown>>)[partsBy])?.toUpperCase() ?? null;
}

/** What Ingram Micro is asked for to confirm it. */
export function askedFor({ event, fields }: Subject): AskedFor {
	const { readBack } = kindOf(event);
	return typeof readBack === 'string' ? { nothing: readBack } : readBack.asksFor(fields);
}

/**
 * Its fields with nothing left of what the event says, but which lines and shipments of an order it
 * names.
 *
 * @param current what Ingram Micro answered about it
 */
export function confirmedFieldsOf({ event, fields }: Subject, current: IDataObject): object {
	const { readBack } = kindOf(event);
	return typeof readBack === 'string' ? fields : readBack.fields(current, fields);
}

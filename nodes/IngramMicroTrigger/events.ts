import type { IDataObject } from 'n8n-workflow';

import { isCancelled } from '../shared/xi/orders/order';
import {
	asSent,
	type Entries,
	entriesIn,
	listOf,
	moment,
	objectAsSent,
	objectTidied,
	text,
	onceEachIn,
} from './valueReaders';
import {
	type AsyncOrderResource,
	asyncOrderResource,
	type OrderStatusResource,
	orderStatusResource,
	type QuoteResource,
	quoteResource,
	type StockResource,
	stockResource,
} from './eventFields';

type AsyncOrder = AsyncOrderResource['orders'][number];

/** What a person can choose to start a workflow. Stored in workflows: never changes. */
export type EventName =
	| 'asyncOrderCreated'
	| 'asyncOrderFailed'
	| 'orderBackordered'
	| 'orderInvoiced'
	| 'orderOnHold'
	| 'orderShipped'
	| 'orderVoided'
	| 'quoteCreated'
	| 'quoteFailed'
	| 'stockUpdate'
	| 'other';

type OrderStatusName = Extract<EventName, `order${string}`>;

/** One thing that an event is about: an order, a product, a quote, or something that we do not know. */
export type Subject =
	| { readonly event: OrderStatusName; readonly fields: OrderStatusResource }
	| { readonly event: 'stockUpdate'; readonly fields: StockResource }
	| {
			readonly event: 'asyncOrderCreated' | 'asyncOrderFailed';
			readonly fields: AsyncOrderResource;
	  }
	| {
			readonly event: 'quoteCreated' | 'quoteFailed';
			readonly fields: QuoteResource & { rejectedSkus: IDataObject[] };
	  }
	/** As it was sent, without names that could do harm. */
	| { readonly event: 'other'; readonly fields: { resource: IDataObject } };

export type Resource = Subject & {
	/** XI's own name, in lower case and without its prefix, e.g. order_shipped. */
	readonly eventType: string | null;
	/** As it came. */
	readonly sent: unknown;
};

/** One event of a delivery. */
export interface XiEvent {
	readonly id: string;
	/** When XI says that it happened, in UTC. */
	readonly at: string | null;
	/** E.g. resellers/orders. */
	readonly topic: string | null;
	/** E.g. updated. */
	readonly action: string | null;
	/** As it came. */
	readonly sent: object;
}

/** XI's names for what happened to an order, in its spellings and in those that are near. */
const ORDER_STATUS: Readonly<Record<string, OrderStatusName>> = {
	order_shipped: 'orderShipped',
	order_invoiced: 'orderInvoiced',
	order_hold: 'orderOnHold',
	order_on_hold: 'orderOnHold',
	order_onhold: 'orderOnHold',
	order_voided: 'orderVoided',
	order_void: 'orderVoided',
	order_backordered: 'orderBackordered',
	order_back_ordered: 'orderBackordered',
	order_backorder: 'orderBackordered',
};
const orderStatusNames = new Map(Object.entries(ORDER_STATUS));

const STOCK = 'stock_update';
const QUOTE = 'quote_create';
const ASYNC_ORDER = 'async_order_create';
/** What an event is that does not say its type, by its topic and action. */
const BY_TOPIC = new Map([
	['resellers/catalog updated', STOCK],
	['resellers/quotes created', QUOTE],
	['resellers/orders created', ASYNC_ORDER],
]);

/** A name of XI's in lower case and without its prefix. */
const wordOf = (value: unknown): string | null =>
	text(value)
		?.toLowerCase()
		.replace(/^im::/, '')
		.replace(/[\s-]+/g, '_') || null;

/** XI writes the stamp's name in several ways, evenTtimeStamp among them; capitals do not count. */
const stampOf = (envelope: Entries): string | null => moment(envelope('eventTimeStamp'));

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

function subjectOf(type: string | null, sent: unknown, envelope: Entries): Subject {
	const orderStatus = orderStatusNames.get(type ?? '');
	if (orderStatus) return { event: orderStatus, fields: orderStatusResource(onceEachIn(sent)) };
	if (type?.startsWith(STOCK)) return { event: 'stockUpdate', fields: stockResource(sent) };
	if (type?.startsWith(QUOTE)) {
		const quote = quoteResource(onceEachIn(sent));
		const failed = quote.quoteNumber === null || saysFailure(quote.message, quote.reason);
		const rejectedSkus = listOf(envelope('rejectedSkus')).map((sku) =>
			typeof sku === 'object' ? objectTidied(sku) : { sku: text(sku) },
		);
		return {
			event: failed ? 'quoteFailed' : 'quoteCreated',
			fields: { ...quote, rejectedSkus },
		};
	}
	if (type?.startsWith(ASYNC_ORDER)) {
		const result = asyncOrderResource(onceEachIn(sent));
		const placed = result.orders.some((order) => isPlaced(order, result));
		return { event: placed ? 'asyncOrderCreated' : 'asyncOrderFailed', fields: result };
	}
	return { event: 'other', fields: { resource: objectAsSent(sent) } };
}

/** What an event is about: one or more resources, or an empty one where XI sent none. */
export function resourcesOf(event: XiEvent): Resource[] {
	const envelope = entriesIn(event.sent);
	const topic = text(envelope('topic'))?.toLowerCase();
	const inferred = BY_TOPIC.get(`${topic} ${wordOf(envelope('event'))}`) ?? null;
	const outer = wordOf(envelope('eventType'));
	const sent = listOf(envelope('resource')).filter((entry) => typeof entry === 'object');
	// A stock event says its type 4,000 times.
	let last: { type: unknown; word: string | null } = { type: undefined, word: null };
	return (sent.length > 0 ? sent : [{}]).map((entry) => {
		const type = entriesIn(entry)('eventType');
		if (type !== last.type) last = { type, word: wordOf(type) };
		const eventType = last.word ?? outer;
		return Object.assign(subjectOf(eventType ?? inferred, entry, envelope), {
			eventType,
			sent: entry,
		});
	});
}

/**
 * The ID of an event. It is signed as it stands there, so a text is not trimmed; a number is signed as
 * its digits.
 *
 * @returns undefined where there is none; null for a number of which digits were lost
 */
function idIn(given: unknown): string | null | undefined {
	if (typeof given === 'number') return Number.isSafeInteger(given) ? String(given) : null;
	return typeof given === 'string' && given.trim() !== '' ? given : undefined;
}

/** One event of a body; a sentence where it is none. */
function eventOf(sent: unknown): XiEvent | string {
	if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
		return 'The body must be an event, or a list of events';
	}
	const envelope = entriesIn(sent);
	const id = idIn(envelope('eventId'));
	if (id === undefined) return 'The event has no eventId';
	if (id === null) {
		return 'The eventId is a number that cannot be read exactly: it must be a text, or a whole number up to 9007199254740991';
	}
	return {
		id,
		at: stampOf(envelope),
		topic: text(envelope('topic'))?.toLowerCase() ?? null,
		action: wordOf(envelope('event')),
		sent,
	};
}

/**
 * The events of a delivery. What they are about is read later, so that a forged body costs no more
 * than its ID. Several may have one ID, as a stock event that came in parts.
 *
 * @param body the body as n8n parsed it: XI sends an event, or a list of one
 * @returns the reason, as a sentence, for a body that is neither, and for an event without an ID
 */
export function eventsIn(body: unknown): XiEvent[] | string {
	const sent: unknown[] = Array.isArray(body) ? body : [body];
	if (sent.length === 0) return 'The list of events is empty';
	const events: XiEvent[] = [];
	for (const one of sent) {
		const event = eventOf(one);
		if (typeof event === 'string') return event;
		events.push(event);
	}
	return events;
}

/** An event as XI sent it, with one of its resources only, and harmless. */
export function sentWith({ sent }: XiEvent, resource: Resource): unknown {
	const envelope = Object.entries(sent).filter(([name]) => name.toLowerCase() !== 'resource');
	return asSent(Object.fromEntries([...envelope, ['resource', resource.sent]]));
}

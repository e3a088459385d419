import { kindsOfType, type Subject, subjectOf } from './kinds';
import { asSent, type Entries, entriesIn, listOf, moment, text } from './valueReaders';

export type Resource = Subject & {
	/** XI's own name, in lower case and without its prefix, e.g. order_shipped. */
	readonly eventType: string | null;
	/** As it came. */
	readonly sent: unknown;
};

/** One event of a delivery. */
export interface XiEvent {
	readonly id: string;
	/** When XI says that it happened. */
	readonly at: string | null;
	/** E.g. resellers/orders. */
	readonly topic: string | null;
	/** E.g. updated. */
	readonly action: string | null;
	/** As it came. */
	readonly sent: object;
}

/** A name of XI's in lower case and without its prefix. */
const wordOf = (value: unknown): string | null =>
	text(value)
		?.toLowerCase()
		.replace(/^im::/, '')
		.replace(/[\s-]+/g, '_') || null;

/** XI writes the stamp's name in several ways, evenTtimeStamp among them; capitals do not count. */
const stampOf = (envelope: Entries): string | null => moment(envelope('eventTimeStamp'));

/** What an event is about: one or more resources, or an empty one where XI sent none. */
export function resourcesOf(event: XiEvent): Resource[] {
	const envelope = entriesIn(event.sent);
	const topic = text(envelope('topic'))?.toLowerCase();
	const topicAndAction = `${topic} ${wordOf(envelope('event'))}`;
	const outer = wordOf(envelope('eventType'));
	const kindsOf = (type: unknown) => {
		const eventType = wordOf(type) ?? outer;
		return { type, eventType, kinds: kindsOfType(eventType, topicAndAction) };
	};
	const sent = listOf(envelope('resource')).filter((entry) => typeof entry === 'object');
	// A stock event says its type 4,000 times.
	let last = kindsOf(undefined);
	return (sent.length > 0 ? sent : [{}]).map((entry) => {
		const type = entriesIn(entry)('eventType');
		if (type !== last.type) last = kindsOf(type);
		return { ...subjectOf(last.kinds, entry, envelope), eventType: last.eventType, sent: entry };
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

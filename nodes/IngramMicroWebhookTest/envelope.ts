import { randomInt } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../shared/errors';
import { moment } from '../shared/fields/dates';
import {
	asObject,
	choice,
	type Field,
	json,
	type Reading,
	refuseRounded,
	requiredText,
	rows,
	text,
	type Texts,
	when,
} from '../shared/fields/field';

/** What every event of Ingram Micro's has around its resources. */
export interface WebhookEvent extends IDataObject {
	eventId: string;
}

const SYMBOLS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** An event ID in the manner of XI's samples: 18 capitals and digits. */
const newEventId = (): string =>
	Array.from({ length: 18 }, () => SYMBOLS.charAt(randomInt(SYMBOLS.length))).join('');

/** Says that the value belongs to this reading alone. */
function madeUp<T>(value: T, reading?: Reading): T {
	reading?.madeUp?.();
	return value;
}

const givenEventId = text('Event ID', {
	maxLength: 100,
	placeholder: 'e.g. N01CIB9VVFYKR9J6ZW',
	description:
		'The ID that is signed. If not set, each item gets a new one. The trigger takes a second event with the same ID for a repeat, and drops it.',
});

/** An event ID; one that was not given is new, so that no test event is taken for a repeat. */
const eventId: Field<string> = {
	...givenEventId,
	read: (value, label, reading) =>
		givenEventId.read(value, label, reading) ?? madeUp(newEventId(), reading),
};

const givenTimeStamp = moment('Event Time', {
	description:
		'When it happened. If not set, it is now. A time without an offset is taken for UTC.',
});

const eventTimeStamp: Field<string> = {
	...givenTimeStamp,
	read: (value, label, reading) =>
		givenTimeStamp.read(value, label, reading) ?? madeUp(new Date().toISOString(), reading),
};

/** The fields around the resources. Topic and event are texts, since XI's own samples differ in capitals. */
export const envelopeFields = (topic: string) => ({
	event: text('Event', {
		placeholder: 'e.g. im::updated',
		description: 'What happened to the topic. If not set, it is im::updated.',
	}),
	eventId,
	eventTimeStamp,
	topic: text('Topic', {
		placeholder: `e.g. ${topic}`,
		description: `What the event is about. If not set, it is ${topic}.`,
	}),
});

/** The links that XI's events carry. */
export const links = rows(
	'Links',
	{
		name: 'link',
		displayName: 'Link',
		fields: {
			topic: text('Topic', {
				placeholder: 'e.g. orders',
				description: 'What the link leads to',
			}),
			href: text('Path', {
				placeholder: 'e.g. /resellers/v6.1/orders/20-RD128',
				description: 'The path of the call that reads it',
			}),
			type: text('Method', { placeholder: 'e.g. GET', description: 'The method of that call' }),
		},
	},
	{ addLabel: 'Add link', description: 'Links as Ingram Micro’s own events carry them' },
);

export const defineEventBy = choice<'fields' | 'json'>(
	'Define Event By',
	[
		{ name: 'Fields', value: 'fields', description: 'Fill in the fields below' },
		{
			name: 'JSON',
			value: 'json',
			description: 'Give the whole event, e.g. one that you received before',
		},
	],
	{ default: 'fields', description: 'How the event is given' },
);

/** A field that is asked where the event is not given as JSON. */
export const byFields = <T>(field: Field<T>, more: Record<string, string[]> = {}) =>
	when({ defineEventBy: ['fields'], ...more }, field);

const hasName = (event: object, pattern: RegExp): boolean =>
	Object.keys(event).some((name) => pattern.test(name));

/** An event as JSON, completed with an ID and a time where it has none. XI's events differ in capitals. */
function completed(value: unknown, label: string): WebhookEvent {
	const event = asObject(value, label);
	const named = Object.entries(event).find(([name]) => /^eventId$/i.test(name));
	const { eventId: id, ...rest } = named ? { eventId: named[1], ...event } : event;
	return {
		...(rest as IDataObject),
		...(!hasName(event, /^even[a-z]*timestamp$/i) && {
			eventTimeStamp: eventTimeStamp.read(undefined, label),
		}),
		eventId: eventId.read(id, `'Event ID' in ${label}`),
	};
}

/** @param skeleton an event of the kind, with no values where people have to give them */
export function eventJson(skeleton: object): Field<WebhookEvent | undefined> {
	const texts: Texts = {
		description:
			'The event as Ingram Micro sends it. An event ID and a time are added where there is none.',
	};
	const source = json('Event (JSON)', { ...texts, skeleton, sendsEmpty: true });
	return when(
		{ defineEventBy: ['json'] },
		{
			property: { ...source.property, required: true },
			read(value, label) {
				const event = source.read(value, label);
				if (event === undefined) throw new BadInput(`${label} is empty`, texts.description);
				refuseRounded(event, label);
				return completed(event, label);
			},
		},
	);
}

/** The event in whichever way it was given. */
export function eventFrom(given: WebhookEvent | undefined): WebhookEvent {
	if (given) return given;
	throw new BadInput(
		'There is no event',
		"Fill in its fields, or give it as JSON ('Define Event By')",
	);
}

/** Where and how an event is signed. */
export const signing = {
	signWith: choice<'firstKey' | 'keyNumber' | 'text'>(
		'Sign With',
		[
			{
				name: 'First Key in the Credential',
				value: 'firstKey',
				description: 'The first of its webhook secret keys',
			},
			{
				name: 'Another Key in the Credential',
				value: 'keyNumber',
				description: 'One of its webhook secret keys, by its position',
			},
			{
				name: 'Own Text',
				value: 'text',
				description: 'Any text, e.g. to see that a wrong signature is refused',
			},
		],
		{ default: 'firstKey', description: 'What the signature of the event is made with' },
	),
	signature: when(
		{ signWith: ['text'] },
		requiredText('Signature', {
			format: { pattern: /^[\x20-\x7e]+$/, words: 'plain letters, digits and signs' },
			placeholder: 'e.g. not a signature',
			description: 'What stands in the signature header of the event',
		}),
	),
};

import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../shared/errors';
import { type Field, requiredText, type Values, when, wholeNumber } from '../shared/fields/field';
import type { WritePlan } from '../shared/operation';
import { OF_A_WRITE, type Output } from '../shared/output';
import { sign, webhookKeys } from '../shared/xi/signature';
import type { XiCredential } from '../shared/transport/account';
import type { XiRequest } from '../shared/transport/request';
import { signing, type WebhookEvent } from './envelope';
import { isObject } from '../shared/records';

const address = requiredText('Target URL', {
	placeholder: 'e.g. https://n8n.example.com/webhook/…',
	description:
		'Where Ingram Micro sends the event: the address as copied from the panel of the trigger node. The test URL works while the editor listens.',
});

/** An address that can stand in a header, as URLs write what is not plain. */
const targetUrl: Field<string> = {
	...address,
	read(value, label, reading) {
		const given = address.read(value, label, reading);
		if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
			throw new BadInput(
				`${label} is "${given.slice(0, 100)}"; it must be an address that begins with https:// or http://`,
				'Copy it from the panel of the trigger node',
			);
		}
		return new URL(given).href;
	},
};

/** The parameters of both operations, before those of the event itself. */
export const target = { targetUrl };

/** How the event is signed, behind the fields of the event. */
export const signature = {
	signWith: signing.signWith,
	keyNumber: when(
		{ signWith: ['keyNumber'] },
		wholeNumber('Key Number', {
			min: 1,
			max: 50,
			default: 2,
			description: 'The position of the key among the webhook secret keys of the credential',
		}),
	),
	signature: signing.signature,
};

type PlayParams = Values<typeof target & typeof signature>;

/** Addresses that mean the machine itself, on whichever machine they are used. */
const LOCAL = /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/i;

function refuseLocal({ targetUrl: url }: PlayParams, { environment }: XiCredential): void {
	const { hostname } = new URL(url);
	if (environment === 'custom' || !LOCAL.test(hostname)) return;
	throw new BadInput(
		`'Target URL' leads to ${hostname}, which Ingram Micro cannot reach`,
		'Use the address under which n8n can be reached from the internet. If n8n itself shows this one, its WEBHOOK_URL is not set',
	);
}

function signatureOf(
	{ signWith, keyNumber = 1, signature: own = '' }: PlayParams,
	eventId: string,
	{ webhookSecretKeys }: XiCredential,
): string {
	if (signWith === 'text') return own;
	const keys = webhookKeys({ webhookSecretKeys });
	const wanted = signWith === 'firstKey' ? 1 : keyNumber;
	const key = keys[wanted - 1];
	if (key === undefined) {
		throw new BadInput(
			keys.length === 0
				? "'Webhook Secret Keys' in the credential is empty, so the event cannot be signed"
				: `'Key Number' is ${wanted}, and 'Webhook Secret Keys' in the credential holds ${keys.length}`,
			'Copy the secret key of the webhook from the developer portal into the credential',
		);
	}
	return sign(key, eventId);
}

/** The headers that tell Ingram Micro where the event goes, and with which signature. */
function playHeaders(
	params: PlayParams,
	{ eventId }: WebhookEvent,
	credential: XiCredential,
): Record<string, string> {
	refuseLocal(params, credential);
	return {
		targeturl: params.targetUrl,
		'x-hub-signature': signatureOf(params, eventId, credential),
	};
}

/** The call. A success says it all with its status: no document says what it answers. */
const playRequest = (path: string, body: WebhookEvent): XiRequest => ({
	method: 'POST',
	path,
	body,
	emptyAnswer: true,
	textAnswer: true,
	remedies: {
		500: 'Most often Ingram Micro could not deliver the event: check that the target URL can be reached from the internet, and that its workflow is active (or, with the test URL, that the editor listens). A trigger that has other secret keys refuses the event too',
	},
});

const text = (value: unknown): string | undefined =>
	typeof value === 'string' ? value : undefined;

/** The first event type, which stands in the resources or beside them. */
function eventTypeOf(event: WebhookEvent): string | undefined {
	const [resource] = [event.resource].flat();
	const inside = isObject(resource) ? (resource as IDataObject).eventType : null;
	return text(inside) ?? text(event.eventType);
}

/** What was sent, as a row. */
const sentRow = (event: WebhookEvent, { targetUrl: url }: PlayParams): IDataObject => ({
	outcome: 'sent',
	eventId: event.eventId,
	eventType: eventTypeOf(event),
	targetUrl: url,
	event,
});

const sentOutput: Output = {
	...OF_A_WRITE,
	eventId: { name: 'Event ID', simplified: true },
	eventType: { name: 'Event Type', simplified: true },
	targetUrl: { name: 'Target URL', simplified: true },
	event: { name: 'Event' },
};

/**
 * What both operations do with their event.
 *
 * @param path of the call that plays it
 * @param eventOf the event by the parameters, as it goes out
 */
export const plays = <P extends PlayParams>(
	path: string,
	eventOf: (params: P) => WebhookEvent,
) => ({
	output: sentOutput,
	leavesNoTrace: true,
	ownHeaders: (params: P, credential: XiCredential) =>
		playHeaders(params, eventOf(params), credential),
	plan(params: P): WritePlan {
		const event = eventOf(params);
		return {
			request: playRequest(path, event),
			subject: `test event ${event.eventId}`,
			rows: () => [sentRow(event, params)],
			receipt: ({ eventId }) => `test event ${eventId as string}`,
			ifUnclear:
				'Look whether the event arrived. Sending it again does no harm: with the same event ID the trigger drops it as a repeat',
		};
	},
});

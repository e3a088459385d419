import type { Customer } from '../options.mts';
import type { NewDelivery } from './deliveries.mts';
import type { Json, Payload } from './payloads.mts';
import { newEventId, signatureOf } from './signing.mts';

/**
 * What of a delivery is wrong when it is forged: the signature has another letter, is not there or was
 * made with another secret, or it is that of another ID.
 */
export const forgeries = ['signature', 'missingSignature', 'otherSecret', 'eventId'] as const;
export type Forgery = (typeof forgeries)[number];

/** An order that is in no book, for events that are only there to be many or to be refused. */
export const madeUpOrder = (customer: Customer): Payload => ({
	event: 'order_shipped',
	customer,
	body: {
		topic: 'resellers/orders',
		event: 'im::updated',
		resource: [
			{
				eventType: 'im::order_shipped',
				orderNumber: `${customer.customerNumber.slice(0, 2)}-00000`,
				customerOrderNumber: 'MADE-UP',
				lines: [],
				links: [],
			},
		],
	},
});

/** A delivery with something wrong. */
export function forged(delivery: NewDelivery, what: Forgery): NewDelivery {
	switch (what) {
		case 'signature': {
			// Another letter in front: still base64 of the right length.
			const { signature } = delivery;
			return {
				...delivery,
				signature: (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1),
			};
		}
		case 'missingSignature':
			return { ...delivery, signature: '' };
		case 'eventId': {
			const eventId = newEventId();
			return { ...delivery, eventId, body: delivery.body.replaceAll(delivery.eventId, eventId) };
		}
		case 'otherSecret':
			return { ...delivery, signature: signatureOf('not the secret', delivery.eventId) };
	}
}

/** A body in which some members are others. */
export function changed(body: string, changes: Readonly<Json>): string {
	if (Object.keys(changes).length === 0) return body;
	const event: unknown = JSON.parse(body);
	const change = (one: unknown): unknown => ({ ...(one as Json), ...changes });
	return JSON.stringify(Array.isArray(event) ? event.map(change) : change(event));
}

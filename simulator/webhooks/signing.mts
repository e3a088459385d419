import { createHmac, randomInt } from 'node:crypto';

/** The header that carries a signature. */
export const signatureHeader = 'x-hub-signature';

/**
 * Signs an event as XI does: HMAC-SHA512 over the event's ID, in base64.
 *
 * Not the nodes' code, on purpose: each of the two is there to catch the mistakes of the other.
 *
 * @throws RangeError for an empty secret, with which anybody could sign
 */
export function signatureOf(secret: string, eventId: string): string {
	if (secret.length === 0) throw new RangeError('A webhook needs a secret');
	const hmac = createHmac('sha512', Buffer.from(secret, 'utf8'));
	hmac.update(Buffer.from(eventId, 'utf8'));
	return hmac.digest().toString('base64');
}

const symbols = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/**
 * An event ID in the manner of the samples: 18 capitals and digits, like `N01CIB9VVFYKR9J6ZW`.
 *
 * Not from the seed, unlike everything else here: whoever listens remembers IDs, also from one start
 * of the simulator to the next, and would take a second event with the same ID for a repeat.
 */
export function newEventId(): string {
	return Array.from({ length: 18 }, () => symbols.charAt(randomInt(symbols.length))).join('');
}

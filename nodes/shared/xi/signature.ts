import { createHmac, timingSafeEqual } from 'node:crypto';

import { cleanIdentifier } from '../invisible';

/**
 * The signature of a delivery: HMAC-SHA512 over the event ID alone, in base64. The body, the time and
 * the address are not signed. XI documentation: "Webhooks".
 */

/** Half of a character: UTF-8 can't carry it, so two such texts would share one signature. */
const HALF_CHARACTER = /\p{Surrogate}/u;

/**
 * Signs an event ID as Ingram Micro does.
 *
 * @param key the webhook's secret key from the developer portal, as it stands there
 * @param eventId the event's ID, as it stands in the body
 * @returns the value of the `x-hub-signature` header: 88 characters of base64, without a prefix
 * @throws RangeError for an empty key, with which anybody could sign
 */
export function sign(key: string, eventId: string): string {
	if (key === '') throw new RangeError('An empty key signs nothing');
	return createHmac('sha512', key).update(eventId, 'utf8').digest('base64');
}

/**
 * Whether any of the keys made this signature. It takes as long for a wrong signature as for a right
 * one, and never throws.
 *
 * @param keys the secret keys that may have signed; empty ones are passed over
 * @param eventId the event's ID, as it stands in the body
 * @param signature what stood in the `x-hub-signature` header, if anything
 */
export function verifies(keys: readonly string[], eventId: string, signature: unknown): boolean {
	if (typeof signature !== 'string' || eventId === '' || HALF_CHARACTER.test(eventId)) return false;

	let found = false;
	for (const key of keys) {
		// The texts are compared, not the bytes that they stand for: several texts decode to the same bytes.
		if (key !== '' && sameText(sign(key, eventId), signature)) found = true;
	}
	return found;
}

/**
 * The keys that a person stored, in the order in which they were typed.
 *
 * @param credential the decrypted Ingram Micro XI credential
 * @returns the keys of its field Webhook Secret Keys, which commas or white space separate, without
 *   invisible characters that were copied along
 */
export function webhookKeys(credential: Readonly<Record<string, unknown>>): string[] {
	const stored = credential.webhookSecretKeys;
	if (typeof stored !== 'string') return [];
	return stored
		.split(/[\s,]+/)
		.map((key) => cleanIdentifier(key).text)
		.filter((key) => key !== '');
}

function sameText(ours: string, theirs: string): boolean {
	// The length of a signature is no secret: all have the same.
	const a = new TextEncoder().encode(ours);
	const b = new TextEncoder().encode(theirs);
	return a.length === b.length && timingSafeEqual(a, b);
}

import { badRequest, systemError, type Problem } from '../../errors.mts';
import { checkHeaders } from '../../headers.mts';
import { bodyReader, type Incoming, type Operation } from '../../operation.mts';
import { isTaken } from '../../webhooks/courier.mts';
import { signatureHeader } from '../../webhooks/signing.mts';
import { availabilityUpdate, orderStatusEvent } from './schema.mts';

const targetHeader = 'targeturl';

/**
 * A call that plays one event: what is sent is posted to the given address, with the given signature.
 * It is made for no account, so none of the IM-* headers is required.
 *
 * Assumptions: the body goes on as it came; the signature is taken unseen, since the documents allow
 * any text; a target that cannot be reached, or that does not answer with a 2xx, is answered with
 * XI's error 500, the only one that the documents list; the event is posted once.
 */
function playing(endpoint: string, schema: object): Operation {
	const readBody = bodyReader(schema);
	return {
		method: 'POST',
		endpoint,
		run: async (incoming, world) => {
			world.clock.catchUp();
			const target = headerOf(incoming, targetHeader);
			const signature = headerOf(incoming, signatureHeader);
			const problems = [
				...checkHeaders(incoming.headers, [], incoming.client),
				...problemsOfHeader(targetHeader, target),
				...(target !== '' && !isAddress(target)
					? [{ field: targetHeader, value: target, message: 'Must be an http or https address' }]
					: []),
				...problemsOfHeader(signatureHeader, signature),
				...readBody(incoming).problems,
			];
			if (problems.length > 0) return badRequest('id', problems);

			const headers = { [signatureHeader]: signature };
			const timeout = world.options.webhookTimeoutSeconds * 1000;
			const receipt = await world.courier.post(target, incoming.rawBody, headers, timeout);
			return isTaken(receipt) ? { status: 200 } : systemError();
		},
	};
}

/** Plays an order event: `POST /resellers/v1/webhooks/orderstatusevent`. */
export const playOrderStatusEvent = playing(
	'/resellers/v1/webhooks/orderstatusevent',
	orderStatusEvent,
);

/** Plays a stock event: `POST /resellers/v1/webhooks/availabilityupdate`. */
export const playAvailabilityUpdate = playing(
	'/resellers/v1/webhooks/availabilityupdate',
	availabilityUpdate,
);

function headerOf({ headers }: Incoming, name: string): string {
	const value = headers[name];
	return Array.isArray(value) ? value.join(', ') : (value ?? '');
}

function problemsOfHeader(field: string, value: string): Problem[] {
	return value === '' ? [{ field, message: 'Required field is missing' }] : [];
}

function isAddress(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

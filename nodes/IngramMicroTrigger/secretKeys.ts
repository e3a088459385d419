import { type IHookFunctions, type IWebhookFunctions, NodeOperationError } from 'n8n-workflow';

import { wordsOf } from '../shared/errors';
import type { XiCredential } from '../shared/transport/account';
import { CREDENTIAL } from '../shared/transport/send';
import { verifies, webhookKeys } from '../shared/xi/signature';
import { mustVerify } from './parameters';

/*
 * To read a credential, n8n decrypts it and evaluates its expressions, which takes longer than all
 * the rest that the trigger does. So keys that were read a moment ago may say that a delivery is
 * genuine. That it is not is only ever said after reading them anew: a key that was added works at
 * once, and one that was taken out works for half a minute more.
 */

const FRESH_MS = 30_000;
const MOST_NODES = 1_000;

interface Known {
	readonly keys: readonly string[];
	readonly readAt: number;
}

const known = new Map<string, Known>();

/** A clock that was set back must not make it last longer. */
function isFresh({ readAt }: Known): boolean {
	const age = Date.now() - readAt;
	return age >= 0 && age < FRESH_MS;
}

const keyOf = (context: IWebhookFunctions): string => {
	const { id, credentials } = context.getNode();
	return JSON.stringify([context.getWorkflow().id, id, credentials?.[CREDENTIAL]?.id]);
};

function remember(key: string, keys: readonly string[]): void {
	known.delete(key);
	known.set(key, { keys, readAt: Date.now() });
	const [oldest] = known.keys();
	if (known.size > MOST_NODES) known.delete(oldest);
}

/**
 * Whether a delivery is signed with a secret key of the node's credential.
 *
 * @param eventIds the IDs of all its events: a signature is of one ID, so with several it is false
 * @param signature what stood in the `x-hub-signature` header, if anything
 * @returns undefined where the credential cannot be read
 */
export async function isGenuine(
	context: IWebhookFunctions,
	eventIds: readonly string[],
	signature: unknown,
): Promise<boolean | undefined> {
	const signedWith = (keys: readonly string[]) =>
		eventIds.every((eventId) => verifies(keys, eventId, signature));
	const key = keyOf(context);
	const before = known.get(key);
	if (before && isFresh(before) && signedWith(before.keys)) return true;
	try {
		const keys = webhookKeys({ ...(await context.getCredentials<XiCredential>(CREDENTIAL)) });
		remember(key, keys);
		return signedWith(keys);
	} catch (error) {
		context.logger.error('The credential of the Ingram Micro Trigger cannot be read', {
			reason: wordsOf(error),
		});
		return undefined;
	}
}

/**
 * Called before n8n listens. Without a key nothing could be verified, so every delivery would be
 * refused: better that a person hears of it now.
 *
 * @throws NodeOperationError where signatures are to be verified and the credential holds no key
 */
export async function checkActivation(context: IHookFunctions): Promise<boolean> {
	if (!mustVerify(context.getNodeParameter('verifySignature', true))) return true;
	const credential = await context.getCredentials<XiCredential>(CREDENTIAL);
	if (webhookKeys({ ...credential }).length > 0) return true;
	throw new NodeOperationError(
		context.getNode(),
		'The credential holds no webhook secret key, so no delivery could be verified',
		{
			description:
				'Copy the secret key of the webhook from Ingram Micro’s developer portal into Webhook Secret Keys of the credential. Verify Signature can also be switched off, but then anybody who knows the URL can start the workflow.',
		},
	);
}

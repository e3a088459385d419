import { type IHookFunctions, NodeOperationError } from 'n8n-workflow';

import { webhookKeys } from '../shared/signature';
import type { XiCredential } from '../shared/transport/account';
import { CREDENTIAL } from '../shared/transport/send';
import { mustVerify } from './parameters';

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

import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { options } from '../fields/options';
import { errorFor } from '../loop/itemError';
import { accountHeaders, type AccountOverrides, type XiCredential } from '../transport/account';
import type { XiRequest } from '../transport/request';
import { CREDENTIAL, send } from '../transport/send';

/** A person is waiting in the editor: no long patience. */
const TIMEOUT_MS = 20_000;
const MAX_WAIT_MS = 10_000;

/**
 * Makes a call for a list in the editor, for the account that the node's Options name. Expressions
 * there cannot be resolved while editing, so such an option falls back to the credential.
 *
 * @returns undefined where XI said that there is nothing
 */
export async function lookUp<Body>(
	context: ILoadOptionsFunctions,
	request: XiRequest,
): Promise<Body | undefined> {
	try {
		const credential = await context.getCredentials<XiCredential>(CREDENTIAL);
		const answer = await send<Body>(context, request, {
			credential,
			headers: accountHeaders(credential, overridesIn(context), request.needsCustomerContact),
			repeatable: true,
			maxWaitMs: MAX_WAIT_MS,
			timeoutMs: TIMEOUT_MS,
		});
		return answer.body;
	} catch (error) {
		throw errorFor(context.getNode(), {
			failure: error instanceof Error ? error : new Error(String(error)),
		});
	}
}

function overridesIn(context: ILoadOptionsFunctions): AccountOverrides {
	const given = context.getCurrentNodeParameter('options');
	const literal = Object.entries(typeof given === 'object' && given !== null ? given : {}).filter(
		([, value]) => !(typeof value === 'string' && value.startsWith('=')),
	);
	const {
		maxWaitSeconds: _,
		timeoutSeconds: __,
		...overrides
	} = options.read(Object.fromEntries(literal), "'Options'");
	return overrides;
}

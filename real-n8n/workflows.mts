import { readdirSync, readFileSync } from 'node:fs';

import { inProject } from './paths.mts';
import type { Workflow } from './rest.mts';

export const CREDENTIAL_TYPE = 'ingramMicroXiOAuth2Api';
export const CREDENTIAL_NAME = 'Ingram Micro XI account';

/** The secret key of the webhooks at a simulator. */
export const WEBHOOK_KEY = 'simulator-webhook-key';

/** What a person types into the credential to reach a simulator. */
export const credentialData = (customBaseUrl: string): Record<string, string> => ({
	clientId: 'simulator-client',
	clientSecret: 'simulator-secret',
	environment: 'custom',
	customBaseUrl,
	customerNumber: '20-222222',
	countryCode: 'US',
	senderId: 'real-n8n',
	customerContact: 'buyer@example.com',
	webhookSecretKeys: WEBHOOK_KEY,
});

export interface Example {
	file: string;
	workflow: Workflow;
}

type Credential = { id: string; name: string };

/**
 * The workflows of the project's `examples` folder, their nodes holding these credentials.
 *
 * @param others credentials of other services, by type
 */
export function examples(
	credential: Credential,
	others: Record<string, Credential> = {},
): Example[] {
	return readdirSync(inProject('examples'))
		.filter((file) => file.endsWith('.json'))
		.map((file) => {
			const workflow = JSON.parse(readFileSync(inProject(`examples/${file}`), 'utf8')) as Workflow;
			return { file, workflow: withCredential(workflow, credential, others) };
		});
}

/** A workflow whose nodes hold these credentials wherever they hold one of the kind. */
export function withCredential(
	workflow: Workflow,
	credential: Credential,
	others: Record<string, Credential> = {},
): Workflow {
	const ours: Record<string, Credential> = { ...others, [CREDENTIAL_TYPE]: credential };
	const nodes = workflow.nodes.map(({ credentials, ...node }) => {
		if (!credentials) return node;
		const kinds = Object.entries(credentials).map(([kind, its]) => [kind, ours[kind] ?? its]);
		return { ...node, credentials: Object.fromEntries(kinds) as typeof credentials };
	});
	return { ...workflow, nodes };
}

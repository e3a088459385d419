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

/** The workflows of the project's `examples` folder, their nodes holding this credential. */
export function examples(credential: { id: string; name: string }): Example[] {
	return readdirSync(inProject('examples'))
		.filter((file) => file.endsWith('.json'))
		.map((file) => {
			const workflow = JSON.parse(readFileSync(inProject(`examples/${file}`), 'utf8')) as Workflow;
			return { file, workflow: withCredential(workflow, credential) };
		});
}

/** A workflow whose nodes hold this credential wherever they hold one of the package's kind. */
export function withCredential(
	workflow: Workflow,
	credential: { id: string; name: string },
): Workflow {
	const nodes = workflow.nodes.map((node) =>
		node.credentials?.[CREDENTIAL_TYPE]
			? { ...node, credentials: { ...node.credentials, [CREDENTIAL_TYPE]: credential } }
			: node,
	);
	return { ...workflow, nodes };
}

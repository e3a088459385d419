import { SHOPIFY } from '../simulator/shops/shopify.mts';
import { TEAMS } from '../simulator/shops/teams.mts';
import { WOO_COMMERCE } from '../simulator/shops/wooCommerce.mts';
import { storeCredential, type StoredCredential } from './credentialStore.mts';
import { type Version, VERSIONS } from './installation.mts';
import { START } from './nodes.mts';
import { expect } from './report.mts';
import type { Execution, Rest, StoredWorkflow, Workflow, WorkflowNode } from './rest.mts';
import type { Trial } from './trial.mts';
import { examples } from './workflows.mts';

/** Credentials by their type. */
export type Credentials = Record<string, StoredCredential>;

/** What a person types into n8n's credentials for the stand-ins, by type, under the examples' names. */
const SETTINGS = {
	wooCommerceApi: {
		name: 'WooCommerce account',
		consumerKey: WOO_COMMERCE.consumerKey,
		consumerSecret: WOO_COMMERCE.consumerSecret,
		url: `https://${WOO_COMMERCE.host}`,
	},
	shopifyAccessTokenApi: {
		name: 'Shopify account',
		shopSubdomain: SHOPIFY.subdomain,
		accessToken: SHOPIFY.accessToken,
		appSecretKey: 'app-secret',
	},
	microsoftTeamsOAuth2Api: {
		name: 'Microsoft Teams account',
		clientId: TEAMS.clientId,
		clientSecret: TEAMS.clientSecret,
	},
};

/** Stores the credentials of the other services, and signs in where one asks for that. */
export async function storeShopCredentials(rest: Rest): Promise<Credentials> {
	const stored: Credentials = {};
	for (const [type, { name, ...settings }] of Object.entries(SETTINGS)) {
		stored[type] = await storeCredential(rest, name, type, settings);
	}
	await rest.connect(stored.microsoftTeamsOAuth2Api.id, TEAMS.code);
	return stored;
}

/** Whether a node of a workflow asks for the account of another service. */
export const needsOthers = ({ nodes }: Workflow): boolean =>
	nodes.some(({ credentials = {} }) => Object.keys(credentials).some((one) => one in SETTINGS));

/** An example with all of its credentials. */
export function exampleWith(
	{ credential }: Pick<Trial, 'credential'>,
	shops: Credentials,
	name: string,
): Workflow {
	const found = examples(credential, shops).find(({ file }) => file === `${name}.json`);
	expect(found !== undefined, `There is no example ${name}`);
	return found.workflow;
}

/**
 * A workflow as it can be run in a version of n8n. n8n 1 does not find a data table by its name, as the
 * examples do: there a person picks it from the list.
 *
 * @param id of the data table of that name
 */
export function pickTable<Kind extends Pick<Workflow, 'nodes'>>(
	version: Version,
	workflow: Kind,
	name: string,
	id: string,
): Kind {
	if (VERSIONS[version].major !== 1) return workflow;
	const nodes = workflow.nodes.map((node) => {
		const { dataTableId } = node.parameters as { dataTableId?: { value: string } };
		if (dataTableId?.value !== name) return node;
		const picked = { __rl: true, mode: 'id', value: id };
		return { ...node, parameters: { ...node.parameters, dataTableId: picked } };
	});
	return { ...workflow, nodes };
}

/** Stores a workflow and runs it. */
export async function succeeds(rest: Rest, workflow: Workflow): Promise<Execution> {
	return wentWell(await rest.runWorkflow(await rest.addWorkflow(workflow)));
}

/** Runs a stored workflow once more. */
export async function again(rest: Rest, workflow: StoredWorkflow): Promise<Execution> {
	return wentWell(await rest.runWorkflow(workflow));
}

/** @throws Error with the execution's own words unless it went well */
export function wentWell(run: Execution): Execution {
	expect(run.status === 'success', `${run.status}: ${run.error}`);
	return run;
}

/** What came out of a node, of its first output. */
export const outOf = ({ items }: Execution, name: string): Record<string, unknown>[] =>
	items[name]?.[0] ?? [];

/** A workflow of one Data Table node, which starts with these items. */
export function tableWorkflow(
	parameters: WorkflowNode['parameters'],
	items: Record<string, unknown>[],
): Workflow {
	const table: WorkflowNode = {
		id: crypto.randomUUID(),
		name: 'Table',
		type: 'n8n-nodes-base.dataTable',
		typeVersion: 1,
		position: [220, 0],
		parameters: { resource: 'row', ...parameters },
	};
	return {
		name: 'Table',
		nodes: [START, table],
		connections: { Start: { main: [[{ node: 'Table', type: 'main', index: 0 }]] } },
		pinData: { Start: items.map((json) => ({ json })) },
		settings: { executionOrder: 'v1' },
	};
}

import { readFileSync } from 'node:fs';

import { VERSIONS } from './installation.mts';
import { loadedTools, lookupsOf, nodeOfFile, operationsOf, versionOf } from './nodeTypes.mts';
import { nodeOf, oneNode } from './nodes.mts';
import { nodeFiles } from './package.mts';
import { inProject } from './paths.mts';
import { expect, type Report } from './report.mts';
import type { Execution, Workflow } from './rest.mts';
import { needsOthers } from './shopSupport.mts';
import type { Trial } from './trial.mts';
import { CREDENTIAL_TYPE, credentialData, examples } from './workflows.mts';

/** What has to work in every n8n that is supported. Needs no browser. */
export async function smoke(report: Report, trial: Trial): Promise<void> {
	await nodesAreLoaded(report, trial);
	await credentialIsTested(report, trial);
	await examplesRun(report, trial);
	await listsSearch(report, trial);
	await tokenExpires(report, trial);
}

async function nodesAreLoaded(report: Report, { nodes, rest }: Trial): Promise<void> {
	for (const file of nodeFiles()) {
		await report.check(`${file} is loaded from the tarball`, async () => {
			const node = nodeOfFile(nodes, file);
			const icons = typeof node.iconUrl === 'object' ? Object.values(node.iconUrl) : [];
			expect(icons.length === 2, 'it has no light and dark icon');
			for (const icon of icons) {
				const answer = await fetch(`${rest.url}/${icon}`);
				expect(answer.ok, `its icon ${icon} is missing (${answer.status})`);
			}
			// What the search for nodes goes by.
			expect(node.codex?.alias?.includes('Ingram') ?? false, 'its codex is missing');
			return `${node.displayName} ${versionOf(node)}, ${node.properties.length} parameters, both icons, codex`;
		});
	}
	await report.check('Every node but the trigger is there as a tool for AI agents', async () => {
		const tools = await loadedTools(rest);
		const wanted = nodes.filter(({ group }) => !group.includes('trigger'));
		const names = tools.map(({ name }) => name).sort();
		const expected = wanted.map(({ name }) => `${name}Tool`).sort();
		expect(names.join() === expected.join(), `there are ${names.join(', ')}`);
		for (const tool of tools) {
			const told = tool.properties.filter(({ name }) => name === 'toolDescription');
			const operations = operationsOf(tool).length;
			expect(
				told.length === operations,
				`${tool.name} describes ${told.length} of ${operations} operations`,
			);
		}
		return `${tools.length} tools, a description for each operation`;
	});
}

async function credentialIsTested(
	report: Report,
	{ version, rest, credential, simulator }: Trial,
): Promise<void> {
	const right = credentialData(simulator.url);
	await report.check('The credential test is green with the right data', async () => {
		const { id, name } = credential;
		const { status, message } = await rest.testCredential(id, name, CREDENTIAL_TYPE, right);
		expect(status === 'OK', message);
		return `"${message}"`;
	});
	const documented = documentedMessages();
	for (const { what, changes, says } of WRONG) {
		await report.check(`The credential test is red with ${what}`, async () => {
			const wrong = { ...right, ...changes };
			// A new one each time: for a stored one, n8n goes on using the token that it has.
			const { id, name } = await rest.addCredential(`With ${what}`, CREDENTIAL_TYPE, wrong);
			const { status, message } = await rest.testCredential(id, name, CREDENTIAL_TYPE, wrong);
			expect(status === 'Error', `it is green: ${message}`);
			const begin = says[VERSIONS[version].major];
			expect(message.startsWith(begin), `it says "${message}", not "${begin}"`);
			expect(documented.includes(begin), `docs/credential.md does not explain "${begin}"`);
			return `"${message}"`;
		});
	}
}

/** What the credential test may say, as its documentation lists it: how each message begins. */
function documentedMessages(): string[] {
	const [, section = ''] = readFileSync(inProject('docs/credential.md'), 'utf8').split(
		'## What the test says',
	);
	return section
		.split('\n')
		.filter((line) => line.startsWith('| '))
		.flatMap((line) => line.split('|')[1].split(' / '))
		.map((message) => message.replace(/ ?(…|\().*$/, '').trim());
}

const NO_TOKEN = {
	2: 'Failed to acquire OAuth2 access token: HTTP status 401',
	1: 'Authorization failed - please check your credentials',
};

/** How a credential can be wrong, and how the message about it begins. */
const WRONG: {
	what: string;
	changes: Record<string, string>;
	/** By n8n's major version. */
	says: Record<1 | 2, string>;
}[] = [
	{ what: 'a wrong secret', changes: { clientSecret: 'wrong' }, says: NO_TOKEN },
	{ what: 'an unknown client ID', changes: { clientId: 'unknown' }, says: NO_TOKEN },
	{
		what: 'an app that is not approved',
		changes: { clientId: 'unapproved-client', clientSecret: 'unapproved-secret' },
		says: {
			2: 'Ingram Micro issued a token but refuses the call:',
			1: 'Authorization failed - please check your credentials',
		},
	},
	{
		what: 'an unknown customer number',
		changes: { customerNumber: '99-999999' },
		says: {
			2: 'Ingram Micro could not process the call.',
			1: 'The service was not able to process your request',
		},
	},
];

async function examplesRun(
	report: Report,
	{ rest, credential, nodes, simulator }: Trial,
): Promise<void> {
	// Finished ones: a fresh simulator has no invoices to find.
	simulator.addOrders(5, { prefix: 'EXAMPLE-' });
	const trigger = nodeOfFile(nodes, 'IngramMicroTrigger').name;
	for (const { file, workflow } of examples(credential)) {
		// A delivery starts it: see the trigger.
		if (workflow.nodes.some(({ type }) => type === trigger)) continue;
		if (needsMore(workflow)) continue;
		await report.check(`The example ${file} runs`, async () => {
			const { status, error, items } = await rest.runWorkflow(await rest.addWorkflow(workflow));
			expect(status === 'success', `${status}: ${error}`);
			expectAllGive(workflow, items);
			return Object.entries(items)
				.map(([name, outputs]) => `${name} ${outputs.map((output) => output.length).join('+')}`)
				.join(', ');
		});
	}
}

/**
 * Whether an example takes more than Ingram Micro: a service or table of its own, or a long wait.
 * Those with shops, chats and tables are tried as shopCases.mts says.
 */
const needsMore = (workflow: Workflow): boolean =>
	needsOthers(workflow) || workflow.nodes.some(({ type }) => /\.(dataTable|ftp|wait)$/.test(type));

/** A node that gave no item may have done nothing at all; but one for what goes wrong has nothing to do. */
export function expectAllGive(workflow: Workflow, items: Execution['items']): void {
	const idle = onlyForOthers(workflow);
	// Of several triggers one has started it.
	const triggers = workflow.nodes.filter(({ type }) => /trigger$/i.test(type));
	if (triggers.length > 1) for (const { name } of triggers) idle.add(name);
	const silent = workflow.nodes.filter(
		({ name, type }) =>
			!type.endsWith('.stickyNote') && !idle.has(name) && (items[name] ?? []).flat().length === 0,
	);
	expect(silent.length === 0, `without items: ${silent.map(({ name }) => name).join(', ')}`);
}

/** The nodes at the second outputs of others, for what fails or is sorted out. */
function onlyForOthers({ connections }: Workflow): Set<string> {
	const targets = Object.values(connections as Record<string, Connections>).flatMap(
		({ main }) => main[1] ?? [],
	);
	return new Set(targets.map(({ node }) => node));
}

interface Connections {
	main: ({ node: string }[] | null)[];
}

/** A word that stands nowhere. */
const INVENTED = 'zqxjvkwzy';

interface ListAnswer {
	results: { name: string; value: string }[];
	paginationToken?: string;
}

async function listsSearch(report: Report, { rest, credential, nodes, simulator }: Trial) {
	simulator.addOrders(60);
	simulator.addReturns(5);
	for (const node of nodes) {
		for (const { method, operation } of lookupsOf(node)) {
			await report.check(
				`${node.displayName}: the list "${method}" lists and searches`,
				async () => {
					const list = async (filter?: string): Promise<ListAnswer> =>
						await rest.send('POST', '/rest/dynamic-node-parameters/resource-locator-results', {
							path: 'parameters.list',
							methodName: method,
							nodeTypeAndVersion: { name: node.name, version: versionOf(node) },
							currentNodeParameters: operation === undefined ? {} : { operation },
							credentials: { [CREDENTIAL_TYPE]: credential },
							filter,
						});
					const all = (await list()).results;
					expect(all.length > 0, 'it is empty');
					const nothing = (await list(INVENTED)).results;
					expect(nothing.length === 0, `"${INVENTED}" finds ${nothing.length} of ${all.length}`);
					// The last one: the first would be found where what is typed is left out.
					const { name, value } = all[all.length - 1];
					// XI does not search all by their number; then by what else the list shows of it.
					for (const word of [value, ...name.split(' – ')]) {
						const found = (await list(word)).results;
						const at = found.findIndex((one) => one.value === value);
						if (at === 0 || (at > 0 && found.length < all.length)) {
							return `${all.length} on the first page, "${word}" leaves ${found.length} with "${found[at].name}"`;
						}
					}
					throw new Error(`no word of "${name}" finds it`);
				},
			);
		}
	}
}

const DETAILS = '/resellers/v6/catalog/details/{ingramPartNumber}';
const CREATE = '/resellers/v6/orders';

async function tokenExpires(report: Report, trial: Trial): Promise<void> {
	const { rest, credential, nodes, simulator } = trial;
	await report.check('A token that expires in mid-run is renewed, reads', async () => {
		const items = simulator.products.slice(0, 12).map((p) => ({ sku: p.ingramPartNumber }));
		const node = nodeOf(nodeOfFile(nodes, 'IngramMicroProductCatalog'), credential, {
			name: 'Read through an expiry',
			parameters: {
				operation: 'get',
				product: { __rl: true, mode: 'ingramPartNumber', value: '={{ $json.sku }}' },
			},
		});
		const before = simulator.tokensIssued;
		simulator.clearRequests();
		simulator.faults.add({ kind: 'revokeToken', match: { endpoint: DETAILS, after: 5 } });
		const run = await rest.runWorkflow(await rest.addWorkflow(oneNode(node, items)));
		expect(run.status === 'success', `${run.status}: ${run.error}`);
		const out = run.items[node.name][0];
		expect(out.length === items.length, `${out.length} items of ${items.length}`);
		const refused = simulator.requestsTo(DETAILS).filter(({ status }) => status === 401).length;
		const renewed = simulator.tokensIssued - before;
		expect(refused > 0 && renewed > 0, `${refused} calls refused, ${renewed} tokens`);
		return `${out.length} of ${items.length} items, ${refused} calls refused with 401, ${renewed} new tokens`;
	});
	await report.check('A token that expires in mid-run is renewed, orders', async () => {
		const run = Date.now();
		const items = [1, 2, 3, 4].map((n) => ({ po: `TOKEN-${run}-${n}` }));
		const node = nodeOf(nodeOfFile(nodes, 'IngramMicroOrders'), credential, {
			name: 'Order through an expiry',
			parameters: {
				operation: 'create',
				customerOrderNumber: '={{ $json.po }}',
				lines: {
					line: [
						{
							ingramPartNumber: { __rl: true, mode: 'ingramPartNumber', value: '4U0212' },
							quantity: 1,
						},
					],
				},
			},
		});
		const before = simulator.tokensIssued;
		simulator.clearRequests();
		simulator.faults.add({
			kind: 'revokeToken',
			match: { method: 'POST', endpoint: CREATE, after: 2 },
		});
		const { status, error } = await rest.runWorkflow(await rest.addWorkflow(oneNode(node, items)));
		expect(status === 'success', `${status}: ${error}`);
		for (const { po } of items) {
			const made = simulator.orders.filter((order) => order.customerOrderNumber === po);
			expect(made.length === 1, `${po} exists ${made.length} times`);
		}
		const renewed = simulator.tokensIssued - before;
		const refused = simulator.requestsTo(CREATE).filter((sent) => sent.status === 401).length;
		// n8n 2 renews at the first refusal; from n8n 1 the transport gets it, and asks a second time.
		expect(
			refused >= 1 && refused <= 2 && renewed === 1,
			`${refused} calls refused, ${renewed} tokens`,
		);
		return `each of ${items.length} orders exists once, ${refused} calls refused with 401, one new token`;
	});
}

import { lookupsOf, type NodeType, versionOf } from './nodeTypes.mts';
import { nodeOf, oneNode } from './nodes.mts';
import { nodeFiles, storedType } from './package.mts';
import { expect, type Report } from './report.mts';
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
			const node = nodes.find(({ name }) => name === storedType(file));
			expect(node !== undefined, 'n8n does not know it');
			const icons = typeof node.iconUrl === 'object' ? Object.values(node.iconUrl) : [];
			expect(icons.length === 2, 'it has no light and dark icon');
			for (const icon of icons) {
				const answer = await fetch(`${rest.url}/${icon}`);
				expect(answer.ok, `its icon ${icon} is missing (${answer.status})`);
			}
			return `${node.displayName}, ${node.properties.length} parameters, both icons`;
		});
	}
}

async function credentialIsTested(
	report: Report,
	{ rest, credential, simulator }: Trial,
): Promise<void> {
	const right = credentialData(simulator.url);
	await report.check('The credential test is green with the right data', async () => {
		const { id, name } = credential;
		const { status, message } = await rest.testCredential(id, name, CREDENTIAL_TYPE, right);
		expect(status === 'OK', message);
		return `"${message}"`;
	});
	for (const [what, changes] of Object.entries(WRONG)) {
		await report.check(`The credential test is red with ${what}`, async () => {
			const wrong = { ...right, ...changes };
			// A new one each time: for a stored one, n8n goes on using the token that it has.
			const { id, name } = await rest.addCredential(`With ${what}`, CREDENTIAL_TYPE, wrong);
			const { status, message } = await rest.testCredential(id, name, CREDENTIAL_TYPE, wrong);
			expect(status === 'Error', `it is green: ${message}`);
			expect(/\w+ \w+ \w+/.test(message), `this is no sentence: "${message}"`);
			return `"${message}"`;
		});
	}
}

const WRONG: Record<string, Record<string, string>> = {
	'a wrong secret': { clientSecret: 'wrong' },
	'an unknown client ID': { clientId: 'unknown' },
	'an app that is not approved': {
		clientId: 'unapproved-client',
		clientSecret: 'unapproved-secret',
	},
	'an unknown customer number': { customerNumber: '99-999999' },
};

async function examplesRun(
	report: Report,
	{ rest, credential, nodes, simulator }: Trial,
): Promise<void> {
	// Finished ones: a fresh simulator has no invoices to find.
	simulator.addOrders(5, { prefix: 'EXAMPLE-' });
	const known = new Set(nodes.map(({ name }) => name));
	for (const { file, workflow } of examples(credential)) {
		const what = `The example ${file} runs`;
		const start = workflow.nodes.find(({ type }) => /trigger$/i.test(type));
		if (start && known.has(start.type)) {
			await report.check(`The example ${file} can be imported`, async () => {
				await rest.addWorkflow(workflow);
				return 'a delivery starts it, see the trigger';
			});
			continue;
		}
		await report.check(what, async () => {
			const { status, error, items } = await rest.runWorkflow(await rest.addWorkflow(workflow));
			expect(status === 'success', `${status}: ${error}`);
			const silent = workflow.nodes.filter(
				({ name, type }) => !type.endsWith('.stickyNote') && items[name] === undefined,
			);
			expect(silent.length === 0, `not run: ${silent.map(({ name }) => name).join(', ')}`);
			return Object.entries(items)
				.map(([name, outputs]) => `${name} ${outputs.map((output) => output.length).join('+')}`)
				.join(', ');
		});
	}
}

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
					const [{ name, value }] = all;
					// XI does not search all by their number; then by what else the list shows of it.
					for (const word of [value, ...name.split(' – ')]) {
						const found = (await list(word)).results;
						const shown = found.find((one) => one.value === value);
						if (shown) return `${all.length} on the first page, "${word}" finds "${shown.name}"`;
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
	const find = (file: string): NodeType => {
		const node = nodes.find(({ name }) => name === storedType(file));
		expect(node !== undefined, `${file} is not there`);
		return node;
	};
	await report.check('A token that expires in mid-run is renewed, reads', async () => {
		const items = simulator.products.slice(0, 12).map((p) => ({ sku: p.ingramPartNumber }));
		const node = nodeOf(find('IngramMicroProductCatalog'), credential, {
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
		const node = nodeOf(find('IngramMicroOrders'), credential, {
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

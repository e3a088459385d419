import type { Page } from './browser.mts';
import { nodeOf, START } from './nodes.mts';
import { isShown, nodeOfFile, type NodeType, versionOf } from './nodeTypes.mts';
import { expect, type Report } from './report.mts';
import type { Trial } from './trial.mts';
import { CREDENTIAL_TYPE } from './workflows.mts';

const FILE = 'IngramMicroQuotes';
const OPERATION = 'order';

interface Field {
	id: string;
	displayName: string;
	required: boolean;
}

type Values = Record<string, unknown>;

/** A form that n8n builds from the vendor's questions about a quote. */
interface Form {
	node: NodeType;
	parameters: Values;
	fields: Field[];
}

/**
 * The form of Order Quote: its fields come from the quote that is chosen.
 *
 * @param page an editor that is signed in
 * @param keep takes a picture and says which labels n8n shortened
 */
export async function quoteForm(
	report: Report,
	trial: Trial,
	page: Page,
	keep: () => Promise<string[]>,
): Promise<void> {
	await report.check('The form of Order Quote shows the fields of the chosen quote', async () => {
		const node = nodeOfFile(trial.nodes, FILE);
		const mapper = node.properties.find(
			(property) => property.type === 'resourceMapper' && isShown(property, OPERATION),
		);
		expect(mapper !== undefined, `${FILE} has no such form`);
		const { parameters, fields } = await formOf(trial, node, mapper.name);
		const one = nodeOf(node, trial.credential, { name: 'Order a Quote', parameters });
		const workflow = await trial.rest.addWorkflow({
			name: 'Order a quote',
			nodes: [START, one],
			connections: {},
		});
		await page.goto(`${trial.n8n.url}/workflow/${workflow.id}/${one.id}`);
		const form = page.locator('[data-test-id="mapping-fields-container"]');
		for (const { displayName } of fields) {
			await form.getByText(displayName, { exact: true }).first().waitFor();
		}
		const shortened = await keep();
		return (
			fields.map(({ displayName }) => displayName).join(', ') +
			(shortened.length === 0 ? '' : `; n8n shortens ${shortened.join(', ')}`)
		);
	});
}

/** Looks for a quote that its vendor asks something about, and fills the node in for it. */
async function formOf({ rest, credential }: Trial, node: NodeType, form: string): Promise<Form> {
	const property = node.properties.find(({ name }) => name === form);
	const quote = node.properties.find(
		(one) => one.type === 'resourceLocator' && isShown(one, OPERATION),
	);
	const method = quote?.modes?.find(({ typeOptions }) => typeOptions?.searchListMethod);
	const fieldsMethod = property?.typeOptions?.resourceMapper?.resourceMapperMethod;
	expect(quote !== undefined && method !== undefined, 'no quote can be chosen from a list');
	expect(fieldsMethod !== undefined, 'the form has no method');
	const ask = {
		nodeTypeAndVersion: { name: node.name, version: versionOf(node) },
		credentials: { [CREDENTIAL_TYPE]: credential },
	};
	const { results } = await rest.send<{ results: { name: string; value: string }[] }>(
		'POST',
		'/rest/dynamic-node-parameters/resource-locator-results',
		{
			...ask,
			path: `parameters.${quote.name}`,
			methodName: method.typeOptions?.searchListMethod,
			currentNodeParameters: { operation: OPERATION },
		},
	);
	for (const { name, value } of results) {
		const parameters = {
			operation: OPERATION,
			[quote.name]: { __rl: true, mode: method.name, value, cachedResultName: name },
			[form]: { mappingMode: 'defineBelow', value: {} },
		};
		const { fields } = await rest.send<{ fields: Field[] }>(
			'POST',
			'/rest/dynamic-node-parameters/resource-mapper-fields',
			{
				...ask,
				path: `parameters.${form}`,
				methodName: fieldsMethod,
				currentNodeParameters: parameters,
			},
		);
		if (fields.length > 0) return { node, parameters, fields };
	}
	throw new Error(`none of ${results.length} quotes has a field`);
}

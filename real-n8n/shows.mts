import type { Locator, Theme } from './browser.mts';
import { nodeOf, START } from './nodes.mts';
import { loadedTools, nodeOfFile } from './nodeTypes.mts';
import { expect, type Report } from './report.mts';
import type { Workflow } from './rest.mts';
import type { Sight } from './sight.mts';
import type { Trial } from './trial.mts';
import { examples } from './workflows.mts';

const CANVAS_NODE = '[data-test-id="canvas-node"]';

/** Notes whose text does not fit. */
const CUT_NOTES = `[...document.querySelectorAll('[data-test-id="sticky"]')]
	.filter((note) => [note, ...note.querySelectorAll('*')].some((one) => one.scrollHeight > one.clientHeight + 2 && getComputedStyle(one).overflowY !== 'visible'))
	.map((note) => note.innerText.split('\\n', 1)[0])`;

/** Each example as it is when it is opened: no note cut off, no icon missing. */
export async function examplesAreShown(
	report: Report,
	{ rest, credential }: Trial,
	seen: Sight,
	theme: Theme,
): Promise<void> {
	for (const { file, workflow } of examples(credential)) {
		await report.check(`${file} is shown with all of its notes, ${theme}`, async () => {
			const stored = await rest.addWorkflow({ ...workflow, name: `${workflow.name} (shown)` });
			await seen.open(`/workflow/${stored.id}`);
			await seen.page.locator(CANVAS_NODE).first().waitFor();
			await seen.page.waitForTimeout(1500);
			await seen.keep(`example-${file.replace(/\.json$/, '')}`);
			const cut = await seen.page.evaluate<string[]>(CUT_NOTES);
			expect(cut.length === 0, `cut off: ${cut.join(', ')}`);
		});
	}
}

/** Opens the panel of nodes and types in its search. */
export async function search(seen: Sight, words: string): Promise<Locator> {
	const { page } = seen;
	await page.locator('[data-test-id="node-creator-plus-button"]').first().click();
	await page.locator('[data-test-id="node-creator-search-bar"]').first().click();
	await page.keyboard.type(words);
	const items = page.locator('[data-test-id="node-creator-item-name"]');
	await items.first().waitFor();
	await page.waitForTimeout(800);
	return items;
}

/** The actions of a node in the panel, and the name that the node has once it is on the canvas. */
export async function nodeIsDropped(
	report: Report,
	{ rest }: Trial,
	seen: Sight,
	theme: Theme,
): Promise<void> {
	await report.check(`A node has the name of its action on the canvas, ${theme}`, async () => {
		const { page } = seen;
		const { id } = await rest.addWorkflow({ name: 'Dropped', nodes: [START], connections: {} });
		await seen.open(`/workflow/${id}`);
		await page.locator(CANVAS_NODE).first().waitFor();
		const items = await search(seen, 'ingram micro orders');
		await items.getByText('Ingram Micro Orders', { exact: true }).first().click();
		await items.getByText('Create order', { exact: true }).first().waitFor();
		await page.waitForTimeout(800);
		await seen.keep('node-panel-actions');
		await items.getByText('Create order', { exact: true }).first().click();
		await page.locator('[data-test-id="parameter-item"]').first().waitFor();
		await page.waitForTimeout(800);
		await seen.keep('dropped-form');
		await page.keyboard.press('Escape');
		await page.locator(CANVAS_NODE).getByText('Create order', { exact: true }).first().waitFor();
		await page.waitForTimeout(800);
		await seen.keep('dropped');
	});
}

/** The fields of an address, as one click opens them. */
export async function addressIsShown(
	report: Report,
	{ rest, nodes, credential }: Trial,
	seen: Sight,
	theme: Theme,
): Promise<void> {
	await report.check(`One click opens a whole address, ${theme}`, async () => {
		const node = nodeOf(nodeOfFile(nodes, 'IngramMicroOrders'), credential, {
			name: 'Create order',
			parameters: { operation: 'create' },
		});
		const { id } = await rest.addWorkflow({
			name: 'Address',
			nodes: [START, node],
			connections: {},
		});
		const { page } = seen;
		await page.setViewportSize({ width: 1500, height: 1600 });
		await seen.open(`/workflow/${id}`);
		await seen.openNode(id, node);
		await page.getByText('Add Ship To', { exact: true }).first().click();
		const labels = page.locator('[data-test-id="parameter-item"] label');
		for (const name of ['Company Name', 'Contact', 'City', 'State', 'Postal Code']) {
			await labels.getByText(name, { exact: true }).first().waitFor();
		}
		await page.waitForTimeout(500);
		const cutOff = await seen.keep('address');
		await page.setViewportSize({ width: 1500, height: 1000 });
		expect(cutOff.length === 0, `cut-off texts: ${cutOff.join(', ')}`);
	});
}

/** A parameter as n8n's editor leaves it to the model. */
const fromModel = (name: string, type: 'json' | 'string'): string =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${name}', \`\`, '${type}') }}`;

/** An agent, a model and two tools, named after what they do. */
export async function agentIsShown(
	report: Report,
	{ rest, credential }: Trial,
	seen: Sight,
	theme: Theme,
): Promise<void> {
	await report.check(`An agent with two tools, ${theme}`, async () => {
		const tools = await loadedTools(rest);
		const tool = (
			file: string,
			name: string,
			parameters: Record<string, unknown>,
			position: [number, number],
		) => {
			const type = tools.find((one) => one.name.endsWith(`.${file}Tool`));
			expect(type !== undefined, `n8n offers no tool ${file}`);
			return nodeOf(type, credential, { name, parameters, position });
		};
		const prices = tool(
			'ingramMicroProductCatalog',
			'Get Prices',
			{
				operation: 'getPriceAndAvailability',
				otherIdentifiers: { productList: fromModel('Product_List', 'json') },
			},
			[448, 240],
		);
		const order = tool(
			'ingramMicroOrders',
			'Order on Hold',
			{
				operation: 'create',
				customerOrderNumber: fromModel('Customer_Order_Number', 'string'),
				linesFrom: 'list',
				linesList: fromModel('Lines_as_JSON', 'json'),
				onCustomerHold: true,
			},
			[640, 240],
		);
		const workflow: Workflow = {
			name: 'Agent with two tools',
			nodes: [
				START,
				{
					name: 'Agent',
					type: '@n8n/n8n-nodes-langchain.agent',
					typeVersion: 3,
					position: [224, 0],
					parameters: { promptType: 'define', text: 'Order it', options: {} },
				},
				{
					name: 'Model',
					type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
					typeVersion: 1.2,
					position: [192, 240],
					parameters: { model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
				},
				prices,
				order,
			],
			connections: {
				Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
				Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
				'Get Prices': { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
				'Order on Hold': { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
			},
		};
		const stored = await rest.addWorkflow(workflow);
		await seen.open(`/workflow/${stored.id}`);
		await seen.page.locator(CANVAS_NODE).first().waitFor();
		await seen.page.waitForTimeout(1500);
		await seen.keep('agent');
		await seen.page.setViewportSize({ width: 1500, height: 1600 });
		await seen.openNode(stored.id, order);
		const cutOff = await seen.keep('agent-tool');
		await seen.page.setViewportSize({ width: 1500, height: 1000 });
		expect(cutOff.length === 0, `cut-off texts: ${cutOff.join(', ')}`);
	});
}

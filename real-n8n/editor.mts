import { mkdirSync, rmSync } from 'node:fs';

import { type Editor, openEditor, type Theme } from './browser.mts';
import { allFields } from './allFields.mts';
import { clicksToOrder } from './clicks.mts';
import { loadedTools, nodeOfFile, type NodeType, operationsOf } from './nodeTypes.mts';
import { data } from './paths.mts';
import { expect, type Report } from './report.mts';
import type { StoredWorkflow, WorkflowNode } from './rest.mts';
import { nodeOf, START } from './nodes.mts';
import { quoteForm } from './quoteForm.mts';
import { addressIsShown, agentIsShown, examplesAreShown, nodeIsDropped, search } from './shows.mts';
import { LABELS, SCROLL, Sight } from './sight.mts';
import type { Trial } from './trial.mts';
import { examples } from './workflows.mts';

/**
 * What a person sees in the editor; screenshots are kept for people to look at.
 *
 * @param chromium path of the browser
 */
export async function editor(report: Report, trial: Trial, chromium: string): Promise<void> {
	const folder = data('screenshots');
	const shown = await workflowOfAll(trial);
	for (const theme of ['light', 'dark'] as const) {
		await inEditor(report, trial, chromium, theme, `${folder}/${theme}`, async (seen) => {
			await panel(report, trial, seen, theme);
			await nodesAreShown(report, shown, seen, theme);
			await credentialIsShown(report, trial, seen, theme);
			await nodeIsDropped(report, trial, seen, theme);
			await addressIsShown(report, trial, seen, theme);
			await agentIsShown(report, trial, seen, theme);
			await examplesAreShown(report, trial, seen, theme);
			if (theme === 'light') {
				await listIsShown(report, shown, seen);
				await quoteForm(report, trial, seen.page, () => seen.keep('quote-form'));
				await toolIsShown(report, trial, seen);
				await exampleIsClicked(report, trial, seen);
				await clicksToOrder(report, trial, seen);
			}
		});
	}
	console.log(`  Screenshots: ${folder}`);
}

/**
 * What differs between the editors of n8n's versions: whether the nodes are found, with their icons,
 * and what is asked for when they are tools.
 *
 * @param chromium path of the browser
 */
export async function olderEditor(report: Report, trial: Trial, chromium: string): Promise<void> {
	const folder = data(`screenshots/${trial.version}`);
	const shown = await workflowOfAll(trial);
	await inEditor(report, trial, chromium, 'light', folder, async (seen) => {
		await panel(report, trial, seen, 'light');
		await nodesAreShown(report, firstOfEach(shown), seen, 'light');
		await toolIsShown(report, trial, seen);
	});
	console.log(`  Screenshots: ${folder}`);
}

/** Opens the editor, has something done in it, and closes it. */
async function inEditor(
	report: Report,
	trial: Trial,
	chromium: string,
	theme: Theme,
	folder: string,
	act: (seen: Sight) => Promise<void>,
): Promise<void> {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	let opened: Editor | undefined;
	await report.check(`The editor opens, ${theme}`, async () => {
		opened = await openEditor(trial.n8n.url, theme, chromium);
	});
	if (!opened) return;
	try {
		await act(new Sight(opened.page, folder, trial.n8n.url));
	} finally {
		await opened.close();
	}
}

/** What an AI agent reads of an operation. */
const TOOL_DESCRIPTION = 'Tool Description';

interface Shown {
	node: NodeType;
	operation: string | undefined;
	/** As a new node is. */
	plain: WorkflowNode;
	/** With every field that can be added. */
	full: WorkflowNode;
}

interface ShownWorkflow {
	workflow: StoredWorkflow;
	shown: Shown[];
}

/** The first operation of each node. */
const firstOfEach = ({ workflow, shown }: ShownWorkflow): ShownWorkflow => ({
	workflow,
	shown: shown.filter((one) => shown.find(({ node }) => node === one.node) === one),
});

/** Rows of the canvas: so many that it stays large enough for its icons to be seen. */
const ROWS = 8;

const placeOf = (row: number, column: number): [number, number] => [
	(Math.floor(row / ROWS) * 2 + column) * 280,
	(row % ROWS) * 220,
];

/** A workflow with every operation of every node, twice: as it is new, and with every field. */
async function workflowOfAll({ nodes, rest, credential }: Trial): Promise<ShownWorkflow> {
	const shown: Shown[] = [];
	for (const node of nodes) {
		for (const { value: operation, name: title } of operationsOf(node)) {
			const row = shown.length;
			const taken = shown.some(({ plain }) => plain.name === title);
			const name = taken ? `${title} (${node.displayName})` : title;
			const given = operation === undefined ? {} : { operation };
			const make = (name: string, column: number, parameters: Record<string, unknown>) =>
				nodeOf(node, credential, {
					id: crypto.randomUUID(),
					name,
					position: placeOf(row, column),
					parameters,
				});
			shown.push({
				node,
				operation,
				plain: make(name, 1, given),
				full: make(`${name} (Every Field)`, 2, { ...given, ...allFields(node, operation) }),
			});
		}
	}
	const workflow = await rest.addWorkflow({
		name: 'Every node',
		nodes: [START, ...shown.flatMap(({ plain, full }) => [plain, full])],
		connections: {},
	});
	return { workflow, shown };
}

async function panel(report: Report, { nodes, rest }: Trial, seen: Sight, theme: Theme) {
	await report.check(`The node panel finds every node under "ingram", ${theme}`, async () => {
		const { id } = await rest.addWorkflow({ name: 'Panel', nodes: [START], connections: {} });
		const { page } = seen;
		await seen.open(`/workflow/${id}`);
		await page.locator('[data-test-id="canvas-node"]').first().waitFor();
		const items = await search(seen, 'ingram');
		await seen.keep('node-panel');
		const texts = await items.allInnerTexts();
		// A trigger stands under its action's name without the word that all triggers end with.
		const names = nodes.map(({ displayName }) => displayName);
		const missing = names.filter(
			(name) => !texts.some((text) => name === text.trim() || name === `${text.trim()} Trigger`),
		);
		expect(missing.length === 0, `missing: ${missing.join(', ')}; shown: ${texts.join(', ')}`);
		return texts.join(', ');
	});
}

async function nodesAreShown(
	report: Report,
	{ workflow, shown }: ShownWorkflow,
	seen: Sight,
	theme: Theme,
): Promise<void> {
	const { page } = seen;
	await report.check(`The canvas shows every node with its icon, ${theme}`, async () => {
		await page.setViewportSize({ width: 1500, height: 1000 });
		await seen.open(`/workflow/${workflow.id}`);
		await page.locator('[data-test-id="canvas-node"]').first().waitFor();
		await page.waitForTimeout(1500);
		await seen.keep('canvas');
	});
	const picture = async (one: WorkflowNode, name: string, height: number) => {
		await page.setViewportSize({ width: 1500, height });
		await seen.openNode(workflow.id, one);
		const labels = (await page.locator(LABELS).allInnerTexts()).map((text) => text.trim());
		expect(!labels.includes(TOOL_DESCRIPTION), `it shows ${TOOL_DESCRIPTION}, as a tool does`);
		return await seen.keep(name);
	};
	const entries = theme === 'light' ? shown : firstOfEach({ workflow, shown }).shown;
	for (const one of entries) {
		const { node, operation, plain, full } = one;
		const name = `${node.name.replace(/^.*\./, '')}${operation ? `-${operation}` : ''}`;
		await report.check(`${name} is shown as it should be, ${theme}`, async () => {
			const cutOff = await picture(plain, name, 1000);
			expect(cutOff.length === 0, `cut-off texts: ${cutOff.join(', ')}`);
			if (theme === 'dark') return '';
			const shortened = await picture(full, `${name}-full`, 4500);
			return shortened.length === 0 ? '' : `n8n shortens ${[...new Set(shortened)].join(', ')}`;
		});
	}
	await page.setViewportSize({ width: 1500, height: 1000 });
}

async function credentialIsShown(report: Report, trial: Trial, seen: Sight, theme: Theme) {
	await report.check(`The credential is shown and tested in the editor, ${theme}`, async () => {
		await seen.page.setViewportSize({ width: 1500, height: 1000 });
		await seen.open(`/home/credentials/${trial.credential.id}`);
		await seen.page
			.getByText(/Connection tested successfully/)
			.first()
			.waitFor();
		await seen.keep('credential');
		// The window is never higher than this, however high the page is.
		for (const part of ['middle', 'end']) {
			await seen.page.evaluate(SCROLL);
			await seen.page.waitForTimeout(300);
			await seen.keep(`credential-${part}`);
		}
		await seen.page.setViewportSize({ width: 1500, height: 1000 });
	});
}

async function listIsShown(report: Report, { workflow, shown }: ShownWorkflow, seen: Sight) {
	await report.check('A list in the editor lists, and searches what is typed', async () => {
		const one = shown.find(
			({ operation, node }) => /Catalog/.test(node.name) && operation === 'get',
		);
		expect(one !== undefined, 'there is no Get Product');
		const { page } = seen;
		await seen.open(`/workflow/${workflow.id}/${one.plain.id}`);
		await page.locator('[data-test-id="rlc-input"]').first().click();
		const items = page.locator('[data-test-id="rlc-item"]');
		await items.first().waitFor();
		const all = await items.allInnerTexts();
		await seen.keep('list');
		await page.locator('[data-test-id="rlc-search"]').first().click();
		const wanted = all[all.length - 1].trim();
		const partNumber = wanted.split(' ', 1)[0];
		await page.keyboard.type(partNumber);
		// The list stays as it was until what was found is there.
		let found = all;
		for (
			let tries = 0;
			tries < 60 && (found.length === 0 || found.length >= all.length);
			tries += 1
		) {
			await page.waitForTimeout(500);
			found = await items.allInnerTexts();
		}
		await seen.keep('list-search');
		expect(found[0]?.trim() === wanted, `"${partNumber}" finds ${found.slice(0, 3).join(' | ')}`);
		return `${all.length} listed, "${partNumber}" leaves ${found.length}: ${wanted}`;
	});
}

/** What an AI agent is told about an operation is asked for in the tool alone. */
async function toolIsShown(
	report: Report,
	{ rest, nodes, credential }: Trial,
	seen: Sight,
): Promise<void> {
	await report.check('A node used as a tool asks for its description', async () => {
		const { name } = nodeOfFile(nodes, 'IngramMicroOrders');
		const type = (await loadedTools(rest)).find((one) => one.name === `${name}Tool`);
		expect(type !== undefined, 'n8n offers no such tool');
		const tool = nodeOf(type, credential, {
			name: 'Get an Order for the Agent',
			parameters: { operation: 'get' },
		});
		const stored = await rest.addWorkflow({ name: 'Tool', nodes: [START, tool], connections: {} });
		await seen.open(`/workflow/${stored.id}/${tool.id}`);
		const labels = seen.page.locator(LABELS);
		await labels.getByText(TOOL_DESCRIPTION, { exact: true }).first().waitFor();
		await seen.page.waitForTimeout(500);
		await seen.keep('tool');
		return tool.type;
	});
}

async function exampleIsClicked(report: Report, { rest, credential }: Trial, seen: Sight) {
	await report.check('Execute workflow runs an example in the editor', async () => {
		const [{ workflow }] = examples(credential).filter(({ file }) => file === 'order-life.json');
		const stored = await rest.addWorkflow({ ...workflow, name: `${workflow.name} (clicked)` });
		const { page } = seen;
		await seen.open(`/workflow/${stored.id}`);
		await page.locator('[data-test-id="canvas-node"]').first().waitFor();
		await page.locator('[data-test-id="execute-workflow-button"]').first().click();
		await page
			.getByText(/Workflow executed successfully/)
			.first()
			.waitFor({ timeout: 60_000 });
		await page.waitForTimeout(500);
		await seen.keep('executed');
		return `"${workflow.name}"`;
	});
}

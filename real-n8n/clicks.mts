import type { Page } from './browser.mts';
import { START } from './nodes.mts';
import { expect, type Report } from './report.mts';
import type { Sight } from './sight.mts';
import type { Trial } from './trial.mts';

/** The most clicks that a first order may take, from the canvas to the order's number. */
const MOST_CLICKS = 10;

const PO = 'FIRST-ORDER';

/** Where it goes, by the examples that the fields show; the fields are filled in this order. */
const ADDRESS = {
	'e.g. Example Ltd': 'Example Office',
	'e.g. Nathan Smith': 'Ada Example',
	'e.g. 17501 W 98th St': '1 Example Street',
	'e.g. Lenexa': 'Boston',
	'e.g. KS': 'MA',
	'e.g. 662191736': '02110',
};

/** Counts each press of the mouse, wherever it goes. */
const COUNT = `(() => {
	window.clicks = 0;
	document.addEventListener('mousedown', () => (window.clicks += 1), true);
})()`;

/**
 * A first order as a new user places it: a workflow with a start and nothing else, the node from its
 * plus, two products, an address, and Execute step. The one credential is there, and n8n picks it.
 *
 * Each press of the mouse counts. What is typed does not, nor what goes with typing: Enter takes what a
 * search found, Tab leads to the next field.
 */
export async function clicksToOrder(report: Report, trial: Trial, seen: Sight): Promise<void> {
	await report.check(`A first order takes at most ${MOST_CLICKS} clicks`, async () => {
		const { page } = seen;
		await page.setViewportSize({ width: 1500, height: 1600 });
		const workflow = { name: 'First order', nodes: [START], connections: {} };
		const { id } = await trial.rest.addWorkflow(workflow);
		await seen.open(`/workflow/${id}`);
		const plus = page.locator('[data-test-id="canvas-handle-plus"]').first();
		await plus.waitFor();
		await page.waitForTimeout(1000);
		await page.evaluate(COUNT);

		await plus.click();
		await page.locator('[data-test-id="node-creator-search-bar"]').first().waitFor();
		await page.waitForTimeout(500);
		await page.keyboard.type('ingram micro orders');
		const found = page.locator('[data-test-id="node-creator-item-name"]');
		await found.getByText('Ingram Micro Orders', { exact: true }).first().click();
		await found.getByText('Create order', { exact: true }).first().click();

		await page.locator('input[placeholder="e.g. PO-4711"]').first().click();
		await page.keyboard.type(PO);
		const products = page.locator('[data-test-id="rlc-input"]');
		await products.nth(0).click();
		await take(page, '123512');
		await page.getByText('Add line', { exact: true }).first().click();
		await products.nth(1).click();
		await take(page, 'QQ0202');
		await page.getByText('Add Ship To', { exact: true }).first().click();
		await fillAddress(page);
		await seen.keep('first-order');
		await page.locator('[data-test-id="node-execute-button"]').first().click();
		await page.getByText('created', { exact: true }).first().waitFor();
		await seen.keep('first-order-placed');
		await page.setViewportSize({ width: 1500, height: 1000 });

		const clicks = await page.evaluate<number>('window.clicks');
		const orders = trial.simulator.orders.filter((order) => order.customerOrderNumber === PO);
		expect(
			orders.length === 1 && orders[0].lines.length === 2,
			'it did not arrive as it was given',
		);
		expect(clicks <= MOST_CLICKS, `it took ${clicks} clicks`);
		return `${clicks} clicks`;
	});
}

/** Types into the search of the list that is open, and takes what it finds. */
async function take(page: Page, partNumber: string): Promise<void> {
	await page.locator('[data-test-id="rlc-search"]').first().waitFor();
	await page.keyboard.type(partNumber);
	const items = page.locator('[data-test-id="rlc-item"]');
	for (let tries = 0; tries < 60; tries += 1) {
		const names = await items.allInnerTexts();
		if (names.length > 0 && names.every((name) => name.includes(partNumber))) break;
		await page.waitForTimeout(500);
	}
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.waitForTimeout(500);
}

/** n8n has buttons between two fields, which Tab goes to as well. */
const MOST_TABS = 20;

async function fillAddress(page: Page): Promise<void> {
	const [first, ...others] = Object.entries(ADDRESS);
	await page.locator(`input[placeholder="${first[0]}"]`).first().click();
	await page.keyboard.type(first[1]);
	for (const [placeholder, value] of others) {
		let tabs = 0;
		do {
			expect(tabs < MOST_TABS, `Tab does not lead to "${placeholder}"`);
			await page.keyboard.press('Tab');
			tabs += 1;
		} while ((await page.evaluate('document.activeElement.placeholder')) !== placeholder);
		await page.keyboard.type(value);
	}
	await chooseCountry(page, 'United States');
}

/** The country is a list, which Tab leads to as well, and which is searched by typing. */
async function chooseCountry(page: Page, name: string): Promise<void> {
	const isList = "document.activeElement.closest('.el-select') !== null";
	for (let tabs = 0; ; tabs += 1) {
		expect(tabs < MOST_TABS, 'Tab does not lead to the country');
		await page.keyboard.press('Tab');
		if (await page.evaluate(isList)) break;
	}
	await page.keyboard.type(name);
	await page.waitForTimeout(500);
	await page.keyboard.press('Enter');
}

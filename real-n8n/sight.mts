import type { Page } from './browser.mts';
import { expect } from './report.mts';
import type { WorkflowNode } from './rest.mts';

/** What stands over each parameter that is shown. */
export const LABELS = '[data-test-id="parameter-item"] label';

/** What is wrong with a page, as far as a script can see it. */
interface Faults {
	missingImages: string[];
	cutOff: string[];
	wireNames: string[];
}

const LOOK = `(() => {
	const visible = (one) => one.getClientRects().length > 0;
	const images = [...document.querySelectorAll('img')].filter(visible);
	const labels = [...document.querySelectorAll('[data-test-id="parameter-item"] label, .parameter-item label')].filter(visible);
	const texts = labels.map((label) => label.innerText.trim()).filter(Boolean);
	const leaves = [...document.querySelectorAll('[data-test-id="ndv-parameters"] span, [data-test-id="parameter-item"] span, [data-test-id="parameter-item"] label span')]
		.filter((one) => visible(one) && one.children.length === 0 && one.innerText.trim() !== '');
	return {
		missingImages: images.filter((one) => one.getAttribute('src') && one.complete && one.naturalWidth === 0).map((one) => one.src),
		cutOff: leaves.filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== 'visible').map((one) => one.innerText.trim()),
		wireNames: texts.filter((text) => /^[a-z]+[A-Z]\\w*$|_/.test(text)),
	};
})()`;

/** Scrolls what can be scrolled in a window by most of its height. */
export const SCROLL = `for (const one of document.querySelectorAll('[role="dialog"] *, .el-dialog *')) {
	if (one.scrollHeight > one.clientHeight + 20) one.scrollTop += one.clientHeight - 60;
}`;

/** A page, where its pictures go, and what is looked for in each. */
export class Sight {
	constructor(
		readonly page: Page,
		private readonly folder: string,
		private readonly url: string,
	) {}

	async open(path: string): Promise<void> {
		await this.page.goto(this.url + path);
	}

	/** Opens a node of the workflow that is shown, without loading the editor again. */
	async openNode(workflowId: string, { id, name }: WorkflowNode): Promise<void> {
		const path = JSON.stringify(`/workflow/${workflowId}/${id}`);
		await this.page.evaluate(
			`document.querySelector('#app').__vue_app__.config.globalProperties.$router.push(${path})`,
		);
		const title = this.page.locator('[data-test-id="node-title-container"]');
		// Attached is enough: a long name is shown shortened.
		await title.getByText(name, { exact: true }).first().waitFor({ state: 'attached' });
		await this.page.locator('[data-test-id="parameter-item"]').first().waitFor();
		await this.page.getByText('Loading fields').first().waitFor({ state: 'hidden' });
		await this.page.waitForTimeout(500);
	}

	/**
	 * Takes a picture; throws when an icon is missing or a label shows a wire name.
	 *
	 * @returns the labels that n8n shortened, which people see in full when they widen the panel
	 */
	async keep(name: string): Promise<string[]> {
		await this.page.screenshot({ path: `${this.folder}/${name}.png` });
		const { missingImages, cutOff, wireNames } = await this.page.evaluate<Faults>(LOOK);
		expect(missingImages.length === 0, `missing pictures: ${missingImages.join(', ')}`);
		expect(wireNames.length === 0, `wire names: ${wireNames.join(', ')}`);
		return cutOff;
	}
}

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

import { here } from './paths.mts';
import { login } from './rest.mts';

/*
 * The part of playwright-core's interface that is used here, written out: the package stands in a
 * folder of its own that the project's type check can do without.
 */
export interface Locator {
	first(): Locator;
	nth(index: number): Locator;
	getByText(text: string | RegExp, options?: { exact?: boolean }): Locator;
	click(options?: { timeout?: number; force?: boolean }): Promise<void>;
	fill(text: string): Promise<void>;
	waitFor(options?: { timeout?: number; state?: 'visible' | 'hidden' | 'attached' }): Promise<void>;
	allInnerTexts(): Promise<string[]>;
	innerText(): Promise<string>;
	count(): Promise<number>;
	screenshot(options: { path: string }): Promise<unknown>;
}

export interface Page {
	goto(url: string): Promise<unknown>;
	locator(selector: string): Locator;
	getByText(text: string | RegExp, options?: { exact?: boolean }): Locator;
	keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
	screenshot(options: { path: string }): Promise<unknown>;
	evaluate<Result>(script: string): Promise<Result>;
	waitForTimeout(ms: number): Promise<void>;
	waitForURL(url: string | RegExp): Promise<void>;
	setViewportSize(size: { width: number; height: number }): Promise<void>;
	setDefaultTimeout(ms: number): void;
}

interface Context {
	newPage(): Promise<Page>;
	addInitScript(script: { content: string }): Promise<void>;
}

interface Browser {
	newContext(options: object): Promise<Context>;
	close(): Promise<void>;
}

interface Playwright {
	chromium: { launch(options: object): Promise<Browser> };
}

export type Theme = 'light' | 'dark';

/** Where a browser of Chromium's family usually is. */
const BROWSERS = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The browser to use: `CHROMIUM_PATH`, or one where they usually are.
 *
 * @throws Error that says how to go on without any
 */
export function requireBrowser(): string {
	const wanted = process.env.CHROMIUM_PATH;
	const found = (wanted ? [wanted] : BROWSERS).find((path) => existsSync(path));
	if (found !== undefined) return found;
	throw new Error(
		`There is no Chromium${wanted ? ` at ${wanted}` : ''} to look at the editor with: ` +
			'install one (Debian: apt-get install chromium), name it in CHROMIUM_PATH, or add --no-browser.',
	);
}

/** An editor in a browser, signed in. */
export interface Editor {
	page: Page;
	close(): Promise<void>;
}

/** Opens n8n's editor in a headless browser and signs in. */
export async function openEditor(
	url: string,
	theme: Theme,
	executablePath: string,
): Promise<Editor> {
	const { chromium } = createRequire(here('tools/package.json'))('playwright-core') as Playwright;
	const browser = await chromium.launch({
		executablePath,
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
	});
	try {
		const context = await browser.newContext({
			viewport: { width: 1500, height: 1000 },
			colorScheme: theme,
			locale: 'en-GB',
		});
		const stored = { N8N_THEME: theme };
		await context.addInitScript({
			content: `for (const [name, value] of Object.entries(${JSON.stringify(stored)})) localStorage.setItem(name, value);`,
		});
		const page = await context.newPage();
		page.setDefaultTimeout(90_000);
		await signIn(page, url);
		return { page, close: async () => await browser.close() };
	} catch (error) {
		await browser.close();
		throw error;
	}
}

async function signIn(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/signin`);
	await page
		.locator('input[name="emailOrLdapLoginId"], input[name="email"]')
		.first()
		.fill(login.email);
	await page.locator('input[type="password"]').first().fill(login.password);
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/home\/|\/workflow/);
}

import { setTimeout as wait } from 'node:timers/promises';

import type { Shops } from '../simulator/shops/index.mts';
import { unknownIn } from './exampleForms.mts';
import { VERSIONS } from './installation.mts';
import type { NodeType } from './nodeTypes.mts';
import { expect, type Report } from './report.mts';
import type { Workflow } from './rest.mts';
import {
	again,
	type Credentials,
	exampleWith,
	outOf,
	pickTable,
	storeShopCredentials,
	succeeds,
	tableWorkflow,
	wentWell,
} from './shopSupport.mts';
import type { Trial } from './trial.mts';
import { examples } from './workflows.mts';

const WITHIN_MS = 60_000;

/** The recipes with n8n's own nodes for shops, chats and tables, at stand-ins of those services. */
export async function shopRecipes(report: Report, trial: Trial, shops: Shops): Promise<void> {
	await formsAreKnown(report, trial);
	let credentials: Credentials | undefined;
	await report.check(
		'Credentials of other services are stored, and Teams is signed in to',
		async () => {
			credentials = await storeShopCredentials(trial.rest);
			return Object.keys(credentials).join(', ');
		},
	);
	if (!credentials) return;
	await pricesToWooCommerce(report, trial, shops, credentials);
	await shopifyThereAndBack(report, trial, shops, credentials);
	await ordersFromTable(report, trial);
	await approval(report, trial, shops, credentials);
	await messages(report, trial, shops, credentials);
}

/** n8n drops what it does not know of a node's parameters; the tests know the package's own nodes only. */
async function formsAreKnown(report: Report, trial: Trial): Promise<void> {
	const { rest, credential, version } = trial;
	// See pickTable.
	const isPicked = (way: string) => VERSIONS[version].major === 1 && way === 'dataTableId by name';
	await report.check('Each parameter of each example is one of its node', async () => {
		const types = await rest.file<NodeType[]>('/types/nodes.json');
		const steps = examples(credential).flatMap(({ file, workflow }) =>
			workflow.nodes.map((node) => ({ file, node })),
		);
		const unknown = steps.flatMap(({ file, node: { name, type, typeVersion, parameters } }) => {
			const found = types.find(
				(one) => one.name === type && [one.version].flat().includes(typeVersion),
			);
			if (!found) return [`${file}, ${name}: ${type} ${typeVersion}`];
			const ways = unknownIn(parameters, found.properties).filter((way) => !isPicked(way));
			return ways.map((way) => `${file}, ${name}: ${way}`);
		});
		expect(unknown.length === 0, unknown.join('; '));
		return `${steps.length} nodes`;
	});
}

async function pricesToWooCommerce(
	report: Report,
	trial: Trial,
	{ wooCommerce }: Shops,
	credentials: Credentials,
): Promise<void> {
	await report.check('woocommerce-prices.json writes 150 products, and nothing twice', async () => {
		const { rest, simulator } = trial;
		const sold = simulator.products.filter(({ authorized }) => authorized).slice(0, 150);
		for (const { ingramPartNumber: sku } of sold) wooCommerce.add({ sku });
		const stored = await rest.addWorkflow(exampleWith(trial, credentials, 'woocommerce-prices'));
		await again(rest, stored);
		const written = wooCommerce.updates.length;
		expect(written === 150, `${written} products were written`);
		const wrong = wooCommerce.products.filter(({ regular_price: price }) => !/\.95$/.test(price));
		expect(wrong.length === 0, `${wrong.length} prices are wrong: ${JSON.stringify(wrong[0])}`);
		await again(rest, stored);
		const more = wooCommerce.updates.length - written;
		expect(more === 0, `${more} were written again`);
		// n8n 1's node ends with the first that fails, whatever On Error says.
		if (VERSIONS[trial.version].major === 1) return `${written} written`;
		wooCommerce.products[0].regular_price = '1.00';
		wooCommerce.locked.add(wooCommerce.products[0].id);
		const run = await again(rest, stored);
		expect(outOf(run, 'Tell Somebody').length === 1, 'nobody was told of what failed');
		return `${written} written, the first for ${wooCommerce.updates[0].body.regular_price as string}`;
	});
}

async function shopifyThereAndBack(
	report: Report,
	trial: Trial,
	{ shopify }: Shops,
	credentials: Credentials,
): Promise<void> {
	const { rest, simulator } = trial;
	const order = shopify.addOrder(
		[
			{ sku: '123512', quantity: 2 },
			{ sku: 'QQ0202', quantity: 1 },
		],
		{ tags: 'VIP' },
	);
	const po = `SHOP-${order.id}`;
	const placed = () => simulator.orders.filter((one) => one.customerOrderNumber === po);
	await report.check('shopify-orders.json places an order once, and tags it', async () => {
		const stored = await rest.addWorkflow(exampleWith(trial, credentials, 'shopify-orders'));
		await again(rest, stored);
		await again(rest, stored);
		order.tags = 'VIP';
		await again(rest, stored);
		expect(placed().length === 1, `${po} exists ${placed().length} times`);
		const [{ ingramOrderNumber: number }] = placed();
		expect(order.tags === `VIP, ingram-micro, ${number}`, `its tags are "${order.tags}"`);
		return `${po} is ${number}, tags "${order.tags}"`;
	});
	await report.check('shopify-tracking.json fulfills it once', async () => {
		expect(placed().length === 1, `${po} exists ${placed().length} times`);
		simulator.orderSteps.ship(placed()[0].ingramOrderNumber);
		const stored = await rest.addWorkflow(exampleWith(trial, credentials, 'shopify-tracking'));
		await again(rest, stored);
		await again(rest, stored);
		const pieces = shopify.fulfillments
			.filter((one) => one.order === order.id)
			.flatMap(({ lines }) => lines)
			.reduce((sum, { quantity }) => sum + quantity, 0);
		expect(pieces === 3, `${pieces} of 3 pieces were fulfilled`);
		expect(order.fulfillment_status === 'fulfilled', 'the order is not fulfilled');
		return JSON.stringify(shopify.fulfillments);
	});
}

const COLUMNS = ['po', 'sku', 'quantity', 'company', 'street', 'city', 'state', 'zip', 'country'];
const RESULTS = ['ingramOrderNumber', 'problem'];

async function ordersFromTable(report: Report, trial: Trial): Promise<void> {
	const { rest, simulator } = trial;
	await report.check('orders-from-a-data-table.json writes numbers and problems back', async () => {
		const dataTableId = { __rl: true, mode: 'name', value: 'Orders to Place' };
		const name = dataTableId.value;
		const id = await rest.addDataTable(name, [...COLUMNS, ...RESULTS]);
		const picked = (workflow: Workflow) => pickTable(trial.version, workflow, name, id);
		const at = ['Blue Bakery', '1 Main Street', 'Irvine', 'CA', '92612', 'US'];
		const rows = [
			['TABLE-1', '123512', '2', ...at],
			['TABLE-2', 'XXXXXX', '1', ...at],
			['TABLE-1', 'QQ0202', '5', ...at],
		].map((values) => Object.fromEntries(COLUMNS.map((name, index) => [name, values[index]])));
		const insert = {
			operation: 'insert',
			dataTableId,
			columns: { mappingMode: 'autoMapInputData', value: {}, matchingColumns: [], schema: [] },
		};
		await succeeds(rest, picked(tableWorkflow(insert, rows)));
		const example = exampleWith(trial, {}, 'orders-from-a-data-table');
		const stored = await rest.addWorkflow(picked(example));
		await again(rest, stored);
		await again(rest, stored);
		const get = { operation: 'get', dataTableId, returnAll: true };
		const found = outOf(await succeeds(rest, picked(tableWorkflow(get, [{}]))), 'Table');
		const [number, none, same] = found.map((row) => row.ingramOrderNumber);
		expect(Boolean(number) && number === same && !none, JSON.stringify(found));
		expect(Boolean(found[1].problem) && !found[0].problem, JSON.stringify(found));
		const times = simulator.orders.filter((one) => one.customerOrderNumber === 'TABLE-1').length;
		expect(times === 1, `TABLE-1 exists ${times} times`);
		return `order ${String(number)}; "${String(found[1].problem)}"`;
	});
}

/** What a person's browser calls itself: n8n leaves the looks of chat programs at a link aside. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';

/** Opens the link in a message whose text begins so. */
async function click(message: string, label: RegExp): Promise<void> {
	const link = [...message.matchAll(/<a href="([^"]+)">([^<]+)<\/a>/g)].find(([, , text]) =>
		label.test(text),
	);
	expect(link !== undefined, `there is no such link in ${message}`);
	const response = await fetch(link[1].replaceAll('&amp;', '&'), {
		headers: { 'user-agent': BROWSER },
	});
	expect(response.ok, `the link was answered with ${response.status}`);
}

async function approval(
	report: Report,
	trial: Trial,
	{ teams }: Shops,
	credentials: Credentials,
): Promise<void> {
	const { rest, simulator } = trial;
	for (const [prefix, label, node] of [
		['APPROVE', /Approve/, 'Release'],
		['DECLINE', /Decline/, 'Cancel'],
	] as const) {
		await report.check(`order-approval.json: a click on ${prefix} ends in ${node}`, async () => {
			const before = teams.messages.length;
			const example = exampleWith(trial, credentials, 'order-approval');
			const text = JSON.stringify(example).replaceAll('APPROVE-', `${prefix}-`);
			const stored = await rest.addWorkflow(JSON.parse(text) as typeof example);
			const execution = await rest.startWorkflow(stored);
			const deadline = Date.now() + WITHIN_MS;
			while (teams.messages.length === before) {
				expect(Date.now() < deadline, 'nobody was asked');
				await wait(200);
			}
			const mine = () =>
				simulator.orders.filter((one) => one.customerOrderNumber.startsWith(`${prefix}-`));
			const waiting = mine().map(({ status }) => status);
			expect(waiting.join() === 'On Hold,On Hold', `meanwhile they are ${waiting.join()}`);
			// The message is there a moment before n8n has stored that the execution waits.
			await wait(2_000);
			await click(teams.messages[before].content, label);
			const run = wentWell(await rest.whenEnded(execution, WITHIN_MS));
			expect(outOf(run, node).length === 2, `${node} gave ${outOf(run, node).length} items`);
			const asked = teams.messages.length - before;
			expect(asked === 1, `${asked} messages were posted`);
			return mine()
				.map(({ customerOrderNumber, status }) => `${customerOrderNumber} ${status}`)
				.join(', ');
		});
	}
}

async function messages(
	report: Report,
	trial: Trial,
	{ teams }: Shops,
	credentials: Credentials,
): Promise<void> {
	const { rest, simulator } = trial;
	await report.check('renewals-and-bids-to-chat.json posts one message', async () => {
		const before = teams.messages.length;
		await succeeds(rest, exampleWith(trial, credentials, 'renewals-and-bids-to-chat'));
		const posted = teams.messages.slice(before);
		expect(posted.length === 1, `${posted.length} messages were posted`);
		return posted[0].content.split('\n')[0];
	});
	await report.check('invoice-check.json posts a difference once', async () => {
		const before = teams.messages.length;
		const table = 'Invoice Differences';
		const id = await rest.addDataTable(table, ['uniqueKey', 'invoiceNumber', 'difference']);
		simulator.addOrders(3, { prefix: 'CHECK-' });
		const whole = exampleWith(trial, credentials, 'invoice-check');
		const example = pickTable(trial.version, whole, table, id);
		const good = outOf(await succeeds(rest, example), 'Free to Pay').length;
		expect(good >= 3, `${good} invoices are free to pay`);
		const difference = {
			uniqueKey: '40DPJ1711/unit price/12',
			invoiceNumber: '40-DPJ17-11',
			ingramOrderNumber: '40-DPJ17',
			difference: 'Costs 12 instead of 10 USD',
		};
		const pinData = { 'Match with the Order': [{ json: difference }] };
		const stored = await rest.addWorkflow({ ...example, pinData });
		await again(rest, stored);
		await again(rest, stored);
		const posted = teams.messages.slice(before);
		expect(posted.length === 1, `${posted.length} messages were posted`);
		return `${good} free to pay; "${posted[0].content}"`;
	});
}

import { setTimeout as wait } from 'node:timers/promises';

import { nodeOf, oneNode } from './nodes.mts';
import { nodeOfFile } from './nodeTypes.mts';
import { expect, type Report } from './report.mts';
import type { Execution, StoredWorkflow } from './rest.mts';
import type { Trial } from './trial.mts';

const ORDERS = 10;
const SEND = '/resellers/v7/orders';
const SEARCH = '/resellers/v6/orders/search';
const NODE = 'Send and Answer';
const WITHIN_MS = 60_000;

const posOf = (tag: string): string[] =>
	Array.from({ length: ORDERS }, (_, position) => `${tag}-${position + 1}`);

/** A workflow whose one node sends ten asynchronous orders and waits for each. */
async function stored(
	{ nodes, credential, rest }: Trial,
	tag: string,
	ifOrderExists: 'fail' | 'return' = 'return',
): Promise<StoredWorkflow> {
	const node = nodeOf(nodeOfFile(nodes, 'IngramMicroOrders'), credential, {
		name: NODE,
		parameters: {
			operation: 'createAsync',
			customerOrderNumber: '={{ $json.po }}',
			lines: {
				line: [
					{
						ingramPartNumber: { __rl: true, mode: 'ingramPartNumber', value: '123512' },
						quantity: 1,
					},
				],
			},
			ifOrderExists,
			waitForIt: 5,
		},
	});
	return await rest.addWorkflow(
		oneNode(
			node,
			posOf(tag).map((po) => ({ po })),
		),
	);
}

/** What came out of the node, an item an order, in the order of the items that went in. */
const itemsOf = ({ items }: Execution) => items[NODE]?.[0] ?? [];

/** How often an order was sent so far. */
const sentBy = ({ simulator }: Trial): number => simulator.requestsTo(SEND).length;

/** One order each at Ingram Micro, and its item says which. */
function expectOneEach({ simulator }: Trial, tag: string, execution: Execution): void {
	expect(execution.error === undefined, `it failed: ${execution.error}`);
	const items = itemsOf(execution);
	const outcomes = items.map(({ outcome }) => String(outcome)).join(', ');
	expect(items.length === ORDERS, `${items.length} items came out: ${outcomes}`);
	for (const [position, po] of posOf(tag).entries()) {
		const mine = simulator.orders.filter((order) => order.customerOrderNumber === po);
		expect(mine.length === 1, `${po} was made ${mine.length} times`);
		expect(
			items[position].ingramOrderNumber === mine[0].ingramOrderNumber,
			`item ${position} is ${JSON.stringify(items[position])}`,
		);
	}
}

/** Starts a workflow, and kills n8n once all orders are sent and some are looked for. */
async function killedWhileItWaits(trial: Trial, workflow: StoredWorkflow): Promise<void> {
	const { simulator } = trial;
	const before = sentBy(trial);
	const ended = trial.rest.runWorkflow(workflow).then(
		({ status }) => status,
		() => 'cut off',
	);
	const deadline = Date.now() + WITHIN_MS;
	let looks = Infinity;
	for (;;) {
		const searches = simulator.requestsTo(SEARCH).length;
		if (sentBy(trial) === before + ORDERS) looks = Math.min(looks, searches);
		if (searches > looks) break;
		expect(Date.now() < deadline, 'the orders are not sent');
		await wait(5);
	}
	await trial.restart('kill');
	expect((await ended) !== 'success', 'it had ended before the kill');
}

/** Looks show nothing so many times, as where an order shows late. */
function hideOrders({ simulator }: Trial, times: number): void {
	simulator.faults.add({
		match: { endpoint: SEARCH },
		kind: 'status',
		status: 200,
		body: { recordsFound: 0, orders: [] },
		times,
	});
}

/** Orders that are sent and answered by one node: each is there once, whatever happens to n8n. */
export async function waitedOrders(report: Report, trial: Trial): Promise<void> {
	const { rest, simulator } = trial;
	const row = (tag: string, ...sent: number[]): string => {
		const made = simulator.orders.filter(({ customerOrderNumber }) =>
			customerOrderNumber.startsWith(`${tag}-`),
		);
		return `${ORDERS} items, sent ${sent.join(' and then ')} times, ${made.length} orders, each with its outcome`;
	};
	await report.check('Ten orders are sent and answered by one node', async () => {
		const workflow = await stored(trial, 'WHOLE', 'fail');
		const before = sentBy(trial);
		expectOneEach(trial, 'WHOLE', await rest.runWorkflow(workflow));
		return row('WHOLE', sentBy(trial) - before);
	});
	await report.check('Killed while it waits and run again, each order is there once', async () => {
		const workflow = await stored(trial, 'KILLED');
		const first = sentBy(trial);
		await killedWhileItWaits(trial, workflow);
		const sent = sentBy(trial) - first;
		expectOneEach(trial, 'KILLED', await rest.runWorkflow(workflow));
		expect(sentBy(trial) === first + sent, 'an order that shows was sent again');
		return row('KILLED', sent, sentBy(trial) - first - sent);
	});
	await report.check('The same, run again before a search shows them', async () => {
		const workflow = await stored(trial, 'LATE');
		const first = sentBy(trial);
		await killedWhileItWaits(trial, workflow);
		const sent = sentBy(trial) - first;
		hideOrders(trial, ORDERS);
		try {
			expectOneEach(trial, 'LATE', await rest.runWorkflow(workflow));
		} finally {
			simulator.faults.clear();
		}
		return row('LATE', sent, sentBy(trial) - first - sent);
	});
}

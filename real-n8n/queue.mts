import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';

import type { Simulator } from '../simulator/index.mts';
import { begun, type Cluster, inHand, startCluster } from './cluster.mts';
import { runCommand } from './command.mts';
import { kill } from './processes.mts';
import { deliveries } from './queueDeliveries.mts';
import { type Batch, orders, prices, Queue } from './queueWorkflows.mts';
import { expect, Report } from './report.mts';
import type { Execution } from './rest.mts';

const help = `Runs the package in n8n's queue mode: PostgreSQL, Redis, one main process, two
workers, and two processes that take webhooks behind a round robin.

  --skus N    part numbers to price, 100 to 5000 (default 2000)
  --orders N  orders to place, 100 to 2000 (default 200), and as many again while a worker is killed
  --help      this text
`;

const { values } = parseArgs({
	options: {
		skus: { type: 'string', default: '2000' },
		orders: { type: 'string', default: '200' },
		help: { type: 'boolean', short: 'h' },
	},
});

/** A number from the command line. Less than 100 would give no work to share, or not meet the limit. */
function numberFrom(option: 'skus' | 'orders', most: number): number {
	const number = Number(values[option]);
	if (Number.isInteger(number) && number >= 100 && number <= most) return number;
	throw new Error(`--${option} must be a number from 100 to ${most}, not "${values[option]}"`);
}

const WITHIN_MS = 300_000;
const PRICES = '/resellers/v6/catalog/priceandavailability';
const CREATE = '/resellers/v6/orders';

const report = new Report();

function batchesOf(rows: Batch, size: number): Batch[] {
	const batches: Batch[] = [];
	for (let at = 0; at < rows.length; at += size) batches.push(rows.slice(at, at + size));
	return batches;
}

const callsIn = (simulator: Simulator, endpoint: string, status?: number): number =>
	simulator
		.requestsTo(endpoint)
		.filter((sent) => sent.method === 'POST' && (status === undefined || sent.status === status))
		.length;

/** What came out of the package's node, in all executions. */
const itemsOf = (runs: Execution[]): Record<string, unknown>[] =>
	runs.flatMap(({ items }) => items['Ingram Micro']?.[0] ?? []);

function expectNoErrors(items: Record<string, unknown>[]): void {
	const failed = items.filter(({ error }) => error !== undefined);
	expect(failed.length === 0, `${failed.length} failed: ${JSON.stringify(failed[0])}`);
}

interface Work {
	rows: Batch;
	/** How many rows an execution gets. */
	size: number;
	/** The call that the work is about. */
	endpoint: string;
	/** Throws unless what came of it is as it should be. */
	check(runs: Execution[]): void;
}

/** Has work done by the workers, and says how; throws unless each of them had a share in it. */
async function shareOut(
	{ simulator, workers }: Cluster,
	queue: Queue,
	{ rows, size, endpoint, check }: Work,
): Promise<string> {
	simulator.clearRequests();
	const before = workers.map(begun);
	const started = Date.now();
	const batches = batchesOf(rows, size);
	for (const batch of batches) await queue.add(batch);
	check(await queue.ended(batches.length, WITHIN_MS));
	const shares = workers.map((worker, index) => begun(worker) - before[index]);
	expect(
		shares.every((share) => share > 0),
		`executions by worker: ${shares.join(' + ')}`,
	);
	return (
		`each once, in ${batches.length} executions (${shares.join(' + ')} by worker), ` +
		`${callsIn(simulator, endpoint)} calls of which ${callsIn(simulator, endpoint, 429)} got 429, ` +
		`${Math.round((Date.now() - started) / 1000)} s`
	);
}

async function pricesArrive(cluster: Cluster, count: number): Promise<void> {
	const { rest, nodes, hooks, simulator, credential } = cluster;
	await report.check(`${count} part numbers are priced by two workers`, async () => {
		const queue = await Queue.open(rest, prices(nodes, credential), hooks.url);
		const skus = simulator.products.slice(0, count).map((product) => product.ingramPartNumber);
		const rows = skus.map((sku) => ({ sku }));
		return await shareOut(cluster, queue, {
			rows,
			size: 25,
			endpoint: PRICES,
			check(runs) {
				const answered = itemsOf(runs);
				expectNoErrors(answered);
				const distinct = new Set(answered.map((row) => row.ingramPartNumber));
				expect(
					answered.length === rows.length && distinct.size === new Set(skus).size,
					`${answered.length} rows, ${distinct.size} of them different, for ${rows.length}`,
				);
			},
		});
	});
}

/** How often each PO was placed, for those that were not placed exactly once. */
function notOnce(simulator: Simulator, rows: Batch): string[] {
	const times = new Map<string, number>();
	for (const { customerOrderNumber } of simulator.orders) {
		times.set(customerOrderNumber, (times.get(customerOrderNumber) ?? 0) + 1);
	}
	return rows
		.map(({ po }) => ({ po, placed: times.get(po) ?? 0 }))
		.filter(({ placed }) => placed !== 1)
		.map(({ po, placed }) => `${po} ${placed} times`);
}

const rowsFor = (prefix: string, count: number): Batch =>
	Array.from({ length: count }, (_, index) => ({ po: `${prefix}-${index + 1}`, sku: '123512' }));

/** One call an order: two workers that each keep to the limit go beyond it together. */
async function ordersArrive(cluster: Cluster, queue: Queue, count: number): Promise<void> {
	const { simulator } = cluster;
	const rows = rowsFor('Q', count);
	await report.check(
		`${count} orders are placed by two workers`,
		async () =>
			await shareOut(cluster, queue, {
				rows,
				size: 10,
				endpoint: CREATE,
				check(runs) {
					const placed = itemsOf(runs);
					expectNoErrors(placed);
					expect(placed.length === count, `${placed.length} items for ${count} orders`);
					const wrong = notOnce(simulator, rows);
					expect(wrong.length === 0, wrong.join(', '));
					expect(callsIn(simulator, CREATE, 429) > 0, 'no call was too many, so no 429 was met');
				},
			}),
	);
}

/** Kills a worker that has executions in hand, once a quarter of the orders is placed. */
async function killInTheMiddle({ simulator, workers }: Cluster, placed: number): Promise<void> {
	const deadline = Date.now() + WITHIN_MS;
	for (;;) {
		const victim = workers.find((worker) => inHand(worker) > 0);
		if (simulator.orders.length >= placed && victim) {
			await kill(victim.process);
			return;
		}
		const seen = `${simulator.orders.length} of ${placed} orders, workers ${workers.map(inHand).join(' + ')}`;
		expect(Date.now() < deadline, `nobody could be killed in the middle: ${seen}`);
		await wait(20);
	}
}

async function workerDies(cluster: Cluster, queue: Queue, count: number): Promise<void> {
	const { simulator } = cluster;
	const rows = rowsFor('K', count);
	const batches = batchesOf(rows, 10);
	await report.check('A worker that is killed places nothing twice', async () => {
		const before = simulator.orders.length;
		for (const batch of batches) await queue.add(batch);
		await killInTheMiddle(cluster, before + count / 4);

		const runs = await queue.ended(batches.length, WITHIN_MS);
		const dead = runs.filter(({ status }) => status !== 'success');
		const missing = notOnce(simulator, rows);
		const twice = missing.filter((line) => !line.endsWith(' 0 times'));
		expect(twice.length === 0, twice.join(', '));
		// Otherwise it died at leisure, or n8n has run again what it had in hand.
		expect(dead.length > 0, 'no execution died with it');
		expect(missing.length > 0, 'no order was left unplaced');
		return `${dead.length} executions died with it and left ${missing.length} orders unplaced`;
	});
	// All of it, since nobody knows where the dead worker stopped.
	await report.check('All of it run again by hand, each order exists once', async () => {
		const lost = notOnce(simulator, rows).length;
		for (const batch of batches) await queue.add(batch);
		const items = itemsOf(await queue.ended(batches.length, WITHIN_MS));
		const wrong = notOnce(simulator, rows);
		expect(wrong.length === 0, wrong.join(', '));
		expect(items.length === count, `${items.length} items for ${count} orders`);
		const refused = items.filter(({ error }) => error !== undefined);
		expect(
			items.length - refused.length === lost,
			`${items.length - refused.length} were placed, ${lost} were missing`,
		);
		return `${lost} placed, ${refused.length} refused: ${String(refused[0]?.error)}`;
	});
}

async function main(): Promise<boolean> {
	const skuCount = numberFrom('skus', 5_000);
	const orderCount = numberFrom('orders', 2_000);
	const cluster = await startCluster();
	await pricesArrive(cluster, skuCount);
	const { rest, nodes, credential, hooks } = cluster;
	await deliveries(report, cluster);
	const queue = await Queue.open(rest, orders(nodes, credential), hooks.url);
	await ordersArrive(cluster, queue, orderCount);
	await workerDies(cluster, queue, orderCount);
	return report.finish();
}

if (values.help) process.stdout.write(help);
else runCommand(main);

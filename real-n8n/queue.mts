import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';

import { type Simulator, startSimulator } from '../simulator/index.mts';
import { runCommand } from './command.mts';
import { install, type Installation } from './installation.mts';
import { freePort, type N8n, settings, startN8n, whenReady } from './n8n.mts';
import { loadedNodes } from './nodeTypes.mts';
import { installPackage, pack } from './package.mts';
import { data } from './paths.mts';
import { kill, start, type Started } from './processes.mts';
import { expect, Report } from './report.mts';
import { type Execution, Rest } from './rest.mts';
import { type Batch, orders, prices, Queue } from './queueWorkflows.mts';
import { CREDENTIAL_NAME, CREDENTIAL_TYPE, credentialData } from './workflows.mts';

const help = `Runs the package in n8n's queue mode: Redis, one main process, two workers.

  --skus N    part numbers to price (default 2000)
  --orders N  orders to place (default 200), and as many again while a worker is killed
  --help      this text
`;

const { values } = parseArgs({
	options: {
		skus: { type: 'string', default: '2000' },
		orders: { type: 'string', default: '200' },
		help: { type: 'boolean', short: 'h' },
	},
});

/** XI's 60 calls, in windows of ten seconds instead of a minute. */
const LIMIT = { callsPerWindow: 60, windowSeconds: 10 };
const WITHIN_MS = 300_000;
const PRICES = '/resellers/v6/catalog/priceandavailability';
const CREATE = '/resellers/v6/orders';

const report = new Report();

interface Worker {
	process: Started;
	log: string;
}

/** n8n in queue mode. */
interface Cluster {
	main: N8n;
	rest: Rest;
	workers: Worker[];
	simulator: Simulator;
	credential: { id: string; name: string };
}

async function startRedis(): Promise<number> {
	if (spawnSync('redis-server', ['--version']).status !== 0) {
		throw new Error(
			'Queue mode needs redis-server: install it (Debian: apt-get install redis-server)',
		);
	}
	const port = await freePort();
	const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
	start('redis-server', args, { log: data('logs/redis.log') });
	return port;
}

async function startWorker(
	installation: Installation,
	userFolder: string,
	env: Record<string, string>,
	number: number,
): Promise<Worker> {
	const log = data(`logs/queue-worker-${number}.log`);
	rmSync(log, { force: true });
	const port = String(await freePort());
	const process = start(installation.node, [installation.n8n, 'worker', '--concurrency=5'], {
		env: {
			...(await settings(installation, { userFolder, env })),
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: port,
		},
		log,
	});
	await whenReady(process, `http://127.0.0.1:${port}/healthz/readiness`, log);
	return { process, log };
}

async function startCluster(): Promise<Cluster> {
	const installation = await install('n8n-2');
	const userFolder = data('queue');
	rmSync(userFolder, { recursive: true, force: true });
	await installPackage(installation, await pack(), userFolder);
	const env = {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(await startRedis()),
		N8N_LOG_LEVEL: 'info',
	};
	const simulator = await startSimulator(LIMIT);
	const log = data('logs/queue-main.log');
	rmSync(log, { force: true });
	const main = await startN8n(installation, { userFolder, port: 0, log, env });
	const rest = new Rest(main.url);
	await rest.signIn();
	const account = credentialData(simulator.url);
	const credential = await rest.addCredential(CREDENTIAL_NAME, CREDENTIAL_TYPE, account);
	const workers = [
		await startWorker(installation, userFolder, env, 1),
		await startWorker(installation, userFolder, env, 2),
	];
	return { main, rest, workers, simulator, credential };
}

/** How many executions a worker has begun, as its log says. */
const begun = ({ log }: Worker): number =>
	readFileSync(log, 'utf8').split('Worker started execution').length - 1;

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

async function pricesArrive(cluster: Cluster): Promise<void> {
	const { rest, simulator, credential } = cluster;
	const count = Number(values.skus);
	await report.check(`${count} part numbers are priced by two workers`, async () => {
		const queue = await Queue.open(rest, prices(await loadedNodes(rest), credential));
		const skus = simulator.products.slice(0, count).map((product) => product.ingramPartNumber);
		const rows = skus.map((sku) => ({ sku }));
		return await shareOut(cluster, queue, {
			rows,
			size: 25,
			endpoint: PRICES,
			check(runs) {
				const answered = runs.flatMap(({ items }) => items['Ingram Micro']?.[0] ?? []);
				const distinct = new Set(answered.map((row) => row.ingramPartNumber));
				const failed = answered.filter((row) => row.error !== undefined);
				expect(failed.length === 0, `${failed.length} failed: ${JSON.stringify(failed[0])}`);
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

const rowsFor = (prefix: string): Batch =>
	Array.from({ length: Number(values.orders) }, (_, index) => ({
		po: `${prefix}-${index + 1}`,
		sku: '123512',
	}));

async function ordersArrive(cluster: Cluster, queue: Queue): Promise<void> {
	const rows = rowsFor('Q');
	await report.check(
		`${rows.length} orders are placed by two workers`,
		async () =>
			await shareOut(cluster, queue, {
				rows,
				size: 10,
				endpoint: CREATE,
				check() {
					const wrong = notOnce(cluster.simulator, rows);
					expect(wrong.length === 0, wrong.join(', '));
				},
			}),
	);
}

async function workerDies({ simulator, workers }: Cluster, queue: Queue): Promise<void> {
	const rows = rowsFor('K');
	await report.check('After a worker is killed, a second run places each order once', async () => {
		const present = (await queue.states()).length;
		const batches = batchesOf(rows, 10);
		const before = simulator.orders.length;
		for (const batch of batches) await queue.add(batch);
		while (simulator.orders.length < before + rows.length / 4) await wait(20);
		await kill(workers[0].process);

		const runs = await queue.ended(present + batches.length, WITHIN_MS);
		const dead = runs.filter(({ status }) => status !== 'success');
		const lost = notOnce(simulator, rows).length;
		const twice = notOnce(simulator, rows).filter((line) => !line.endsWith(' 0 times'));
		expect(twice.length === 0, twice.join(', '));

		// By hand: all of it again, since nobody knows where the dead worker stopped.
		for (const batch of batches) await queue.add(batch);
		await queue.ended(present + 2 * batches.length, WITHIN_MS);
		const wrong = notOnce(simulator, rows);
		expect(wrong.length === 0, wrong.join(', '));
		return `${dead.length} executions died with it and left ${lost} orders unplaced; run again, each exists once`;
	});
}

async function main(): Promise<boolean> {
	const cluster = await startCluster();
	await pricesArrive(cluster);
	const nodes = await loadedNodes(cluster.rest);
	const queue = await Queue.open(cluster.rest, orders(nodes, cluster.credential));
	await ordersArrive(cluster, queue);
	await workerDies(cluster, queue);
	return report.finish();
}

if (values.help) process.stdout.write(help);
else runCommand(main);

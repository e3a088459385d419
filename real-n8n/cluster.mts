import { readFileSync, rmSync } from 'node:fs';

import { type Simulator, startSimulator } from '../simulator/index.mts';
import { install, type Installation, NEWEST } from './installation.mts';
import { freePort, type N8n, settings, startN8n, whenReady } from './n8n.mts';
import { loadedNodes, type NodeType } from './nodeTypes.mts';
import { installPackage, pack } from './package.mts';
import { data } from './paths.mts';
import { start, type Started } from './processes.mts';
import { Rest } from './rest.mts';
import { type RoundRobin, startRoundRobin } from './roundRobin.mts';
import { startPostgres, startRedis } from './services.mts';
import { CREDENTIAL_NAME, CREDENTIAL_TYPE, credentialData } from './workflows.mts';

/** XI's 60 calls, in windows of ten seconds instead of a minute. */
const LIMIT = { callsPerWindow: 60, windowSeconds: 10 };

export interface Worker {
	process: Started;
	log: string;
}

/** A process that takes webhooks and hands their executions to the workers. */
export interface Processor {
	process: Started;
	url: string;
}

/**
 * n8n in queue mode as people deploy it: PostgreSQL, Redis, one main process, two workers, and two
 * processors of webhooks behind a round robin; the main process takes none.
 */
export interface Cluster {
	main: N8n;
	rest: Rest;
	workers: Worker[];
	processors: Processor[];
	/** Where webhooks are called. */
	hooks: RoundRobin;
	simulator: Simulator;
	credential: { id: string; name: string };
	/** The package's nodes that n8n has loaded. */
	nodes: NodeType[];
	/** Starts a webhook processor in place of one that has gone. */
	addProcessor(): Promise<Processor>;
}

/** What all processes of one n8n have in common. */
interface Shared {
	installation: Installation;
	userFolder: string;
	env: Record<string, string>;
}

/** Starts `n8n worker` or `n8n webhook`, and waits until it is ready. */
async function startProcess(
	{ installation, userFolder, env }: Shared,
	args: string[],
	name: string,
	portSetting: 'N8N_PORT' | 'QUEUE_HEALTH_CHECK_PORT',
): Promise<Worker & Processor> {
	const log = data(`logs/queue-${name}.log`);
	rmSync(log, { force: true });
	const port = String(await freePort());
	const own = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', [portSetting]: port };
	const process = start(installation.node, [installation.n8n, ...args], {
		env: { ...(await settings(installation, { userFolder, env })), ...own },
		log,
	});
	const url = `http://127.0.0.1:${port}`;
	await whenReady(process, `${url}/healthz/readiness`, log);
	return { process, log, url };
}

async function addProcessor(shared: Shared, hooks: RoundRobin, name: string): Promise<Processor> {
	const processor = await startProcess(shared, ['webhook'], `webhook-${name}`, 'N8N_PORT');
	hooks.targets.push(processor.url);
	return processor;
}

const startWorker = async (shared: Shared, name: string): Promise<Worker> =>
	await startProcess(
		shared,
		['worker', '--concurrency=5'],
		`worker-${name}`,
		'QUEUE_HEALTH_CHECK_PORT',
	);

/** Starts all of it, with nothing left of earlier runs. */
export async function startCluster(): Promise<Cluster> {
	const installation = await install(NEWEST);
	const userFolder = data('queue');
	rmSync(userFolder, { recursive: true, force: true });
	await installPackage(installation, await pack(), userFolder);
	const hooks = await startRoundRobin();
	const env = {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(await startRedis()),
		...(await startPostgres()),
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
		WEBHOOK_URL: `${hooks.url}/`,
		N8N_LOG_LEVEL: 'info',
	};
	const shared = { installation, userFolder, env };
	const simulator = await startSimulator(LIMIT);
	const log = data('logs/queue-main.log');
	rmSync(log, { force: true });
	const main = await startN8n(installation, { userFolder, port: 0, log, env });
	const rest = new Rest(main.url);
	await rest.signIn();
	const account = credentialData(simulator.url);
	const credential = await rest.addCredential(CREDENTIAL_NAME, CREDENTIAL_TYPE, account);
	let made = 0;
	const next = async () => await addProcessor(shared, hooks, String((made += 1)));
	return {
		main,
		rest,
		workers: [await startWorker(shared, '1'), await startWorker(shared, '2')],
		processors: [await next(), await next()],
		hooks,
		simulator,
		credential,
		nodes: await loadedNodes(rest),
		addProcessor: next,
	};
}

/** How often a worker's log says something. */
const timesIn = ({ log }: Worker, text: string): number =>
	readFileSync(log, 'utf8').split(text).length - 1;

/** Executions that a worker has begun. */
export const begun = (worker: Worker): number => timesIn(worker, 'Worker started execution');

/** Executions that a worker has begun and not ended. */
export const inHand = (worker: Worker): number =>
	begun(worker) - timesIn(worker, 'Worker finished execution');

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { environmentWith, type Installation } from './installation.mts';
import { kill, lastLines, start, type Started, stop } from './processes.mts';

const READY_WITHIN_MS = 180_000;

export interface N8nOptions {
	/** n8n's home: database, key, installed packages. */
	userFolder: string;
	/** TCP port of the editor; 0 takes any free one. */
	port: number;
	log: string;
	/** Settings beside the usual ones. */
	env?: Record<string, string>;
}

/** An n8n process that answers. */
export interface N8n {
	readonly url: string;
	stop(): Promise<void>;
	/** Ends it as a machine that dies would. */
	kill(): Promise<void>;
}

/** A TCP port of this machine that nobody uses at the moment. */
export async function freePort(): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}

/** The key of a user folder's secrets, made once, so that several processes can share it. */
function keyOf(userFolder: string): string {
	const file = join(userFolder, 'encryption-key');
	if (!existsSync(file)) {
		mkdirSync(userFolder, { recursive: true });
		writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
	}
	return readFileSync(file, 'utf8');
}

/** What every process of an n8n is started with. It calls nobody and greets nobody. */
export async function settings(
	installation: Installation,
	{ userFolder, env = {} }: Pick<N8nOptions, 'userFolder' | 'env'>,
): Promise<NodeJS.ProcessEnv> {
	return {
		...environmentWith(installation),
		N8N_USER_FOLDER: userFolder,
		N8N_ENCRYPTION_KEY: keyOf(userFolder),
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		// The editor is served over plain HTTP here.
		N8N_SECURE_COOKIE: 'false',
		// Nothing is downloaded on its own.
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		...installation.env,
		...env,
	};
}

async function answers(url: string): Promise<boolean> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
		return response.ok;
	} catch {
		return false;
	}
}

/** Waits until a process answers at an address; throws with the end of its log when it does not. */
export async function whenReady(started: Started, url: string, log: string): Promise<void> {
	const deadline = Date.now() + READY_WITHIN_MS;
	let end: string | undefined;
	void started.ended.then((how) => (end = how));
	while (!(await answers(url))) {
		if (end !== undefined) throw new Error(`n8n ended (${end}):\n${lastLines(log)}`);
		if (Date.now() > deadline) {
			await kill(started);
			throw new Error(`n8n does not answer at ${url}:\n${lastLines(log)}`);
		}
		await wait(300);
	}
}

/** Starts n8n and waits until its editor's server answers. */
export async function startN8n(installation: Installation, options: N8nOptions): Promise<N8n> {
	const port = options.port === 0 ? await freePort() : options.port;
	const url = `http://127.0.0.1:${port}`;
	if (await answers(`${url}/healthz`)) {
		throw new Error(`Something answers at ${url} already: choose another port with --port`);
	}
	const env = {
		...(await settings(installation, options)),
		N8N_PORT: String(port),
		WEBHOOK_URL: `${url}/`,
	};
	const started = start(installation.node, [installation.n8n, 'start'], { env, log: options.log });
	await whenReady(started, `${url}/healthz/readiness`, options.log);
	return { url, stop: () => stop(started), kill: () => kill(started) };
}

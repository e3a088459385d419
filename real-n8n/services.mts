import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { freePort } from './n8n.mts';
import { data } from './paths.mts';
import { start } from './processes.mts';

/* The services that n8n's queue mode stands on, each fresh and on this machine alone. */

/** Where Debian keeps PostgreSQL's programs, a folder a version. */
const DEBIAN = '/usr/lib/postgresql';
const USER = 'postgres';

function answersTo(command: string, args: string[]): boolean {
	return spawnSync(command, args).status === 0;
}

/** @returns the port of a Redis that keeps nothing on disk */
export async function startRedis(): Promise<number> {
	if (!answersTo('redis-server', ['--version'])) {
		throw new Error(
			'Queue mode needs redis-server: install it (Debian: apt-get install redis-server)',
		);
	}
	const port = await freePort();
	const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
	start('redis-server', args, { log: data('logs/redis.log') });
	return port;
}

/** The folder of the newest PostgreSQL's programs; empty where they are on the path. */
function programs(): string {
	const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
	const [newest] = versions.sort((one, other) => Number(other) - Number(one));
	return newest === undefined ? '' : join(DEBIAN, newest, 'bin');
}

/** PostgreSQL refuses to run as root: there it runs as the user that Debian's package makes. */
function asItsUser(command: string, args: string[]): [string, string[]] {
	const root = process.getuid?.() === 0;
	return root
		? ['setpriv', ['--reuid', USER, '--regid', USER, '--clear-groups', command, ...args]]
		: [command, args];
}

function idOf(user: string, flag: '-u' | '-g'): number {
	return Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout);
}

/** An empty folder that PostgreSQL's user may write to, and may get to. */
function folderOfItsOwn(): string {
	const folder = join('/tmp', `n8n-queue-postgres-${process.pid}`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder);
	chmodSync(folder, 0o700);
	if (process.getuid?.() === 0) chownSync(folder, idOf(USER, '-u'), idOf(USER, '-g'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** @returns what n8n's processes need to know of a new, empty PostgreSQL */
export async function startPostgres(): Promise<Record<string, string>> {
	const bin = programs();
	if (!answersTo(join(bin, 'postgres'), ['--version'])) {
		throw new Error('Queue mode needs PostgreSQL: install it (Debian: apt-get install postgresql)');
	}
	const folder = folderOfItsOwn();
	const make = ['-D', folder, '--auth=trust', '--username=n8n', '--encoding=UTF8', '--no-sync'];
	const made = spawnSync(...asItsUser(join(bin, 'initdb'), make), { encoding: 'utf8', cwd: '/' });
	if (made.status !== 0) throw new Error(`PostgreSQL could not be set up: ${made.stderr}`);
	const port = String(await freePort());
	const set = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
	const args = ['-D', folder, '-p', port, ...set, '-c', 'max_connections=200'];
	const [command, rest] = asItsUser(join(bin, 'postgres'), args);
	start(command, rest, { log: data('logs/postgres.log'), cwd: '/' });
	await whenItAnswers(bin, port);
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: port,
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: 'n8n',
		DB_POSTGRESDB_PASSWORD: 'n8n',
	};
}

async function whenItAnswers(bin: string, port: string): Promise<void> {
	const deadline = Date.now() + 30_000;
	while (!answersTo(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', port])) {
		if (Date.now() > deadline) throw new Error('PostgreSQL does not answer: see logs/postgres.log');
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}

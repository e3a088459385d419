import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import { data, here } from './paths.mts';
import { run } from './processes.mts';

/** What an n8n version needs to run here. */
interface Needs {
	/** n8n's major version. */
	major: 1 | 2;
	/** The Node that it runs on. */
	node: number;
	env: Record<string, string>;
}

// Without a look at n8n's own list of MCP servers, which it would ask for on the internet.
const WITHOUT_REGISTRY = { N8N_DISABLED_MODULES: 'mcp-registry' };

/** The n8n versions that the package is tried on, each in a folder of that name; the newest first. */
export const VERSIONS = {
	'n8n-2': { major: 2, node: 24, env: WITHOUT_REGISTRY },
	'n8n-2-39': { major: 2, node: 24, env: WITHOUT_REGISTRY },
	// Its newer expression engine brings a native module that does not load in Node 20.
	'n8n-1': { major: 1, node: 20, env: { N8N_EXPRESSION_ENGINE: 'legacy' } },
} as const satisfies Record<string, Needs>;

export type Version = keyof typeof VERSIONS;

/** The version that is started where none is named. */
export const NEWEST: Version = 'n8n-2';

/** The names of all versions as a help text lists them. */
export const VERSION_NAMES = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
	Object.keys(VERSIONS),
);

export const isVersion = (name: string): name is Version => Object.hasOwn(VERSIONS, name);

/** An n8n that is ready to be started. */
export interface Installation {
	/** The Node binary that runs it. */
	node: string;
	/** n8n's command line script. */
	n8n: string;
	/** n8n's own version, for example 2.41.1. */
	version: string;
	/** Settings that this n8n needs on this Node. */
	env: Record<string, string>;
}

/** What the module for n8n's database is compiled with; of each line one has to be there. */
const COMPILING = [
	{ what: 'Python 3', commands: ['python3', 'python'] },
	{ what: 'make', commands: ['make', 'gmake'] },
	{ what: 'a C++ compiler', commands: ['c++', 'g++', 'clang++'] },
];

const works = (command: string): boolean => spawnSync(command, ['--version']).status === 0;

/**
 * @throws Error with one sentence that names what is missing and how to get it
 */
function requireCompiler(): void {
	const missing = COMPILING.filter(({ commands }) => !commands.some(works)).map(({ what }) => what);
	if (missing.length === 0) return;
	throw new Error(
		`n8n's database module has to be compiled, and this machine lacks ${missing.join(' and ')}: ` +
			'install it and try again (Debian and Ubuntu: apt-get install python3 make g++; macOS: xcode-select --install).',
	);
}

const hashOf = (file: string): string =>
	createHash('sha256').update(readFileSync(file)).digest('hex');

const log = data('logs/install.log');

const lockOf = (name: string): string => hashOf(here(`${name}/package-lock.json`));

const installedMarker = (name: string): string => here(`${name}/node_modules/.installed`);

const holds = (marker: string, wanted: string): boolean =>
	existsSync(marker) && readFileSync(marker, 'utf8') === wanted;

const isInstalled = (name: string): boolean => holds(installedMarker(name), lockOf(name));

/** Installs what a folder's lock file pins, unless that was done before. */
async function installFolder(name: string, minutes: number): Promise<void> {
	if (isInstalled(name)) return;
	await run('npm', ['ci'], minutes, { cwd: here(name), log });
	writeFileSync(installedMarker(name), lockOf(name));
}

interface NodeBinary {
	bin: string;
	/** Its folder with `include`, where it has one. */
	home?: string;
}

function nodeAt(bin: string): NodeBinary {
	const home = dirname(dirname(bin));
	return existsSync(join(home, 'include', 'node', 'node.h')) ? { bin, home } : { bin };
}

/** Whether a folder's package.json brings along a Node for this machine. */
function bringsNode(folder: string, name: string): boolean {
	const { optionalDependencies } = JSON.parse(
		readFileSync(here(`${folder}/package.json`), 'utf8'),
	) as { optionalDependencies: Record<string, string> };
	return Object.hasOwn(optionalDependencies, name);
}

/** This machine's Node if n8n runs on it, otherwise one that is fetched. */
async function nodeFor(version: Version): Promise<NodeBinary> {
	const { major, node } = VERSIONS[version];
	const present = Number(process.versions.node.split('.')[0]);
	if (present === node || (major === 2 && present > node)) return nodeAt(process.execPath);

	const folder = `node-${node}`;
	const name = `node-${process.platform}-${process.arch}`;
	if (!bringsNode(folder, name)) {
		throw new Error(
			`${version} needs Node ${node}, which is brought along for Linux on x64 and arm64 only: ` +
				`install Node ${node} and start this with it.`,
		);
	}
	await installFolder(folder, 10);
	return nodeAt(here(`${folder}/node_modules/${name}/bin/node`));
}

const builtMarker = (version: Version): string =>
	here(`${version}/node_modules/sqlite3/build/.built`);

/** Compiles the one native module that matters; a few minutes. */
async function compileDatabase(version: Version, node: NodeBinary): Promise<void> {
	if (existsSync(builtMarker(version))) return;
	const headers = node.home === undefined ? [] : [`--nodedir=${node.home}`];
	const gyp = here('tools/node_modules/node-gyp/bin/node-gyp.js');
	const cwd = here(`${version}/node_modules/sqlite3`);
	await run(node.bin, [gyp, 'rebuild', ...headers], 20, { cwd, log });
	writeFileSync(builtMarker(version), '');
}

/**
 * Installs the packages of an n8n, or finds them installed: enough to read them, not to start it. It
 * takes no compiler and no other Node.
 *
 * @throws Error with the end of npm's output
 */
export async function installPackages(version: Version): Promise<void> {
	if (!isInstalled(version)) {
		console.log(`Fetching ${version}: some minutes and 2 GB, once. Log: ${log}`);
	}
	await installFolder(version, 30);
}

/**
 * Installs an n8n from its lock file so that it can be started, and the tools for its editor; or finds
 * them installed.
 *
 * @throws Error that says what is missing on this machine, or with the end of npm's output
 */
export async function install(version: Version): Promise<Installation> {
	// A changed lock file takes away what was compiled, together with all of node_modules.
	if (!isInstalled(version) || !existsSync(builtMarker(version))) {
		requireCompiler();
		console.log(`Installing ${version}: 5 to 10 minutes and 2 GB, once. Log: ${log}`);
	}
	const node = await nodeFor(version);
	await installFolder('tools', 10);
	await installFolder(version, 30);
	await compileDatabase(version, node);
	const folder = here(`${version}/node_modules/n8n`);
	const { version: exact } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		version: string;
	};
	return {
		node: node.bin,
		n8n: join(folder, 'bin', 'n8n'),
		version: exact,
		env: VERSIONS[version].env,
	};
}

/** The environment of a process that finds this Node, and no settings of an n8n that is installed here. */
export function environmentWith({ node }: Installation): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(
		([name]) => !/^(N8N_|DB_|QUEUE_|EXECUTIONS_|WEBHOOK_|GENERIC_|NODE_OPTIONS$)/.test(name),
	);
	return {
		...Object.fromEntries(inherited),
		PATH: [dirname(node), process.env.PATH].join(delimiter),
	};
}

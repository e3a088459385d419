import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { environmentWith, type Installation } from './installation.mts';
import { data, inProject } from './paths.mts';
import { run } from './processes.mts';

const log = data('logs/package.log');

interface Manifest {
	name: string;
	version: string;
	n8n: { nodes: string[]; credentials: string[] };
}

/** What npm wrote into a package.json that is published. */
interface Published extends Manifest {
	devDependencies?: unknown;
	peerDependencies?: unknown;
	optionalDependencies?: unknown;
}

const read = <Content,>(file: string): Content => JSON.parse(readFileSync(file, 'utf8')) as Content;

export const manifest = read<Manifest>(inProject('package.json'));

/** Builds the package and packs it as `npm publish` would. Returns the tarball's path. */
export async function pack(): Promise<string> {
	const folder = data('tarball');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const cwd = inProject('.');
	await run('npm', ['run', '--silent', 'build'], 5, { cwd, log });
	const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
	await run('npm', args, 5, { cwd, log });
	const [tarball] = readdirSync(folder);
	return join(folder, tarball);
}

/**
 * Installs the tarball into n8n's user folder with the steps and the npm options that n8n itself
 * takes when a user installs a community package: unpack, leave out what only developers need,
 * install what is left, note it in the folder's package.json.
 */
export async function installPackage(
	installation: Installation,
	tarball: string,
	userFolder: string,
): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const target = join(nodes, 'node_modules', manifest.name);
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'], 1, { log });

	const {
		devDependencies: _development,
		peerDependencies: _peers,
		optionalDependencies: _optional,
		...published
	} = read<Published>(join(target, 'package.json'));
	writeFileSync(join(target, 'package.json'), JSON.stringify(published, null, 2));
	const quiet = ['--audit=false', '--fund=false', '--bin-links=false', '--ignore-scripts=true'];
	const args = ['install', ...quiet, '--install-strategy=shallow', '--package-lock=false'];
	await run('npm', args, 5, { cwd: target, env: environmentWith(installation), log });

	const installed = { name: 'installed-nodes', private: true, dependencies: {} };
	Object.assign(installed.dependencies, { [manifest.name]: published.version });
	writeFileSync(join(nodes, 'package.json'), JSON.stringify(installed, null, 2));
}

/** The names of the package's nodes, as its manifest lists them: `IngramMicroOrders` and so on. */
export const nodeFiles = (): string[] =>
	manifest.n8n.nodes.map((path) => path.replace(/^.*\//, '').replace(/\.node\.js$/, ''));

/** The name under which workflows store a node: `n8n-nodes-ingram-micro.ingramMicroOrders`. */
export const storedType = (file: string): string =>
	`${manifest.name}.${file[0].toLowerCase()}${file.slice(1)}`;

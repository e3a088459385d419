import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, sep } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';

/** The project's own folder. */
export const root = join(__dirname, '..', '..');

/** The part of package.json that n8n and npm read. */
export interface Manifest {
	name: string;
	version: string;
	keywords: string[];
	license: string;
	author: { name: string; email: string };
	homepage: string;
	repository: { type: string; url: string };
	engines: { node: string };
	files: string[];
	scripts: Record<string, string>;
	peerDependencies: Record<string, string>;
	n8n: { n8nNodesApiVersion: number; nodes: string[]; credentials: string[] };
}

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
export const jsonOf = <Content,>(path: string): Content => JSON.parse(textOf(path)) as Content;
export const exists = (path: string): boolean => existsSync(join(root, path));

export const manifest = jsonOf<Manifest>('package.json');

/** The files of a folder, folders within it included, as paths from the project's own folder. */
export const filesUnder = (folder: string): string[] =>
	readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
		.map((path) => path.split(sep).join('/'))
		.sort();

/** One class of the built package, and the source that it was compiled from. */
export interface Built<Class> {
	className: string;
	/** E.g. nodes/Name/Name.node.ts */
	source: string;
	instance: Class;
	/** The names of its methods. */
	methods: string[];
}

const load = createRequire(join(root, 'package.json'));

function built<Class extends object>(path: string): Built<Class> {
	const className = basename(path).split('.')[0];
	const classes = load(`./${path}`) as Record<string, new () => Class>;
	const { [className]: Loaded } = classes;
	return {
		className,
		source: path.replace(/^dist\//, '').replace(/\.js$/, '.ts'),
		instance: new Loaded(),
		methods: Object.getOwnPropertyNames(Loaded.prototype).filter((name) => name !== 'constructor'),
	};
}

export const nodes = manifest.n8n.nodes.map((path) => built<INodeType>(path));
export const credentials = manifest.n8n.credentials.map((path) => built<ICredentialType>(path));

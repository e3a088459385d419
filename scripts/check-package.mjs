import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import ts from 'typescript';

import { compiledRules, sourceRules } from './n8n-rules.mjs';

/*
 * Packs the package as `npm publish` would, and looks at what came out: what is in it, how big it
 * is, whether n8n's rules like it, and whether it loads with nothing beside it but n8n-workflow.
 * Packs what is in dist/, so build first.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
/** What is written for people to read takes room: so much for each node, whatever it shares with others. */
const MOST_BYTES_A_NODE = 31_000;
/** npm adds these itself, whatever `files` says. */
const BESIDE_DIST = ['package.json', 'README.md', 'LICENSE', 'LICENSE.md'];
const MODULES = ['n8n-workflow', 'node:crypto'];
/** What n8n's own tool writes of the nodes, so that n8n knows them without loading their code. */
const METADATA = [
	'known/credentials',
	'known/nodes',
	'methods/defined',
	'methods/referenced',
	'types/credentials',
	'types/nodes',
].map((name) => `dist/${name}.json`);

let failed = 0;

/** Prints a check with its result. `found` is what it has against the package; `figures` is for people. */
function report(what, found, figures = '') {
	console.log(`${found.length === 0 ? '✓' : '✗'} ${what}${figures && `: ${figures}`}`);
	for (const line of found) console.log(`    ${line}`);
	if (found.length > 0) failed += 1;
}

function run(command, args, cwd) {
	const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
	if (status !== 0) {
		throw new Error(`${command} ${args.join(' ')} did not work: ${error?.message ?? stderr}`);
	}
	return stdout;
}

const filesUnder = (folder) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.map((path) => path.split(sep).join('/'))
		.sort();

/** Packs into a folder and unpacks there; next to it stands n8n-workflow and no other module. */
function pack(folder) {
	run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], root);
	const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
	run('tar', ['-xzf', tarball], folder);
	mkdirSync(join(folder, 'node_modules'));
	symlinkSync(
		join(root, 'node_modules', 'n8n-workflow'),
		join(folder, 'node_modules', 'n8n-workflow'),
		'junction',
	);
	return { packed: join(folder, 'package'), size: statSync(join(folder, tarball)).size };
}

/** Whether a compiled file was put on lines that no person reads. */
const isSqueezed = (text) => text.split('\n').some((line) => line.length > 2_000);

/** What may be published is dist/, and in it the compiled sources and the assets, each once. */
function checkContents(packed, size) {
	const files = filesUnder(packed);
	const inDist = files.filter((path) => path.startsWith('dist/'));
	const total = files.reduce((sum, path) => sum + statSync(join(packed, path)).size, 0);

	const manifest = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
	const most = MOST_BYTES_A_NODE * manifest.n8n.nodes.length;
	report(
		`packed size is under ${MOST_BYTES_A_NODE / 1000} kB a node, ${most / 1000} kB in all`,
		size < most ? [] : [`${size} bytes`],
		`${(size / 1000).toFixed(1)} kB packed, ${(total / 1000).toFixed(1)} kB unpacked, ${files.length} files`,
	);
	report(
		'holds dist/ only, beside what npm adds itself',
		files.filter((path) => !inDist.includes(path) && !BESIDE_DIST.includes(path)),
	);
	report(
		'no sources, source maps or tests',
		files.filter((path) => /\.(m|c)?tsx?$|\.map$|\.(test|spec)\.|(^|\/)tests?\//.test(path)),
	);
	report(
		'no source maps within files either',
		inDist.filter((path) => readFileSync(join(packed, path), 'utf8').includes('sourceMappingURL')),
	);

	const sources = ['nodes', 'credentials'].flatMap((folder) =>
		filesUnder(join(root, folder)).map((path) => `${folder}/${path}`),
	);
	const compiled = sources
		.filter((path) => path.endsWith('.ts'))
		.map((path) => ({ path, file: `dist/${path.replace(/\.ts$/, '.js')}` }));
	const due = [
		...compiled.map(({ file }) => file),
		...METADATA,
		...sources.filter((path) => path.endsWith('.json')).map((path) => `dist/${path}`),
		...filesUnder(join(root, 'icons')).map((path) => `dist/icons/${path}`),
	];
	const writtenAt = (path) => statSync(join(root, path)).mtimeMs;
	report(
		'dist/ is the newest build, and holds a readable file for each source, n8n’s metadata and the assets, each once',
		[
			...inDist.filter((path) => !due.includes(path)).map((path) => `${path} has no source`),
			...due.filter((path) => !inDist.includes(path)).map((path) => `${path} is missing`),
			...compiled
				.filter(({ file }) => inDist.includes(file))
				.filter(({ path, file }) => writtenAt(path) > writtenAt(file))
				.map(({ path, file }) => `${file} is older than ${path}`),
			...compiled
				.filter(({ file }) => inDist.includes(file))
				.filter(({ file }) => isSqueezed(readFileSync(join(packed, file), 'utf8')))
				.map(({ file }) => `${file} cannot be read by a person`),
		],
		`${inDist.length} files`,
	);
	return inDist.filter((path) => path.endsWith('.js'));
}

async function lint(what, cwd, rules, patterns) {
	const linter = new ESLint({
		cwd,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: rules,
	});
	const results = await linter.lintFiles(patterns);
	report(
		what,
		results.flatMap(({ filePath, messages }) =>
			messages.map(
				({ line, column, message, ruleId, severity }) =>
					`${filePath.slice(cwd.length).replace(/^[\\/]/, '')}:${line}:${column} ` +
					`${severity === 2 ? 'error' : 'warning'}: ${message} (${ruleId})`,
			),
		),
		`${results.length} files`,
	);
}

/** The modules that a compiled file asks for; undefined stands for one that is only known at run time. */
function modulesOf(path, text) {
	const found = [];
	const visit = (node) => {
		const asks =
			ts.isCallExpression(node) &&
			((ts.isIdentifier(node.expression) && node.expression.text === 'require') ||
				node.expression.kind === ts.SyntaxKind.ImportKeyword);
		if (asks) {
			const [module] = node.arguments;
			found.push(module && ts.isStringLiteral(module) ? module.text : undefined);
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS));
	return found;
}

/** n8n's rule lets development dependencies through, which are not there at run time. Ours does not. */
function checkModules(packed, scripts) {
	const asked = scripts.flatMap((path) =>
		modulesOf(path, readFileSync(join(packed, path), 'utf8')).map((module) => ({ path, module })),
	);
	const isThere = ({ path, module }) => {
		if (module === undefined) return false;
		if (!/^\.\.?\//.test(module)) return MODULES.includes(module);
		const target = join(packed, dirname(path), module);
		return target.startsWith(packed + sep) && [target, `${target}.js`].some(existsSync);
	};
	report(
		`asks for its own files, ${MODULES.join(' and ')} only`,
		asked
			.filter((entry) => !isThere(entry))
			.map(({ path, module }) => `${path} asks for ${module ?? 'a module known at run time only'}`),
		[...new Set(asked.map(({ module }) => module))]
			.filter((name) => MODULES.includes(name))
			.join(', '),
	);
}

function checkLoading(packed) {
	const manifest = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
	const load = createRequire(join(packed, 'package.json'));
	const credentials = new Set();

	const loaded = (path, lacks) => {
		const className = basename(path).split('.')[0];
		try {
			const { [className]: Loaded } = load(`./${path}`);
			if (Loaded === undefined) return [`${path} has no class ${className}`];
			return lacks(new Loaded()).map((what) => `${className}: ${what}`);
		} catch (error) {
			return [`${path} does not load: ${error.message.split('\n')[0]}`];
		}
	};
	const iconsOf = (path, icon) =>
		[icon?.light, icon?.dark]
			.filter(
				(file) => !file || !existsSync(join(packed, dirname(path), file.replace('file:', ''))),
			)
			.map((file) => `its icon ${file} is not in the package`);

	report(
		'every credential loads',
		manifest.n8n.credentials.flatMap((path) =>
			loaded(path, ({ name, icon }) => {
				credentials.add(name);
				return iconsOf(path, icon);
			}),
		),
		`${manifest.n8n.credentials.length}`,
	);
	report(
		'every node loads, and its icons and credentials are there',
		manifest.n8n.nodes.flatMap((path) =>
			loaded(path, ({ description }) => [
				...iconsOf(path, description.icon),
				...(description.credentials ?? [])
					.filter(({ name }) => !credentials.has(name))
					.map(({ name }) => `there is no credential ${name}`),
			]),
		),
		`${manifest.n8n.nodes.length}`,
	);
}

const folder = mkdtempSync(join(tmpdir(), 'packed-'));
try {
	const { packed, size } = pack(folder);
	const scripts = checkContents(packed, size);
	checkModules(packed, scripts);
	checkLoading(packed);
	await lint('n8n’s rules accept what is packed', packed, compiledRules, [
		'package.json',
		'dist/**/*.{js,json}',
	]);
	await lint('n8n’s rules accept the sources', root, sourceRules, [
		'package.json',
		'{nodes,credentials}/**/*.{js,ts,json}',
	]);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
console.log(failed === 0 ? 'The package is fit to publish.' : `${failed} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;

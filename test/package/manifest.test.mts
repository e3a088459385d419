import { exists, filesUnder, jsonOf, manifest, textOf } from './built.mts';

const all = jsonOf<Record<string, unknown>>('package.json');

it('the package brings nothing along', () => {
	for (const kind of ['dependencies', 'optionalDependencies', 'bundleDependencies', 'overrides']) {
		expect(all).not.toHaveProperty(kind);
	}
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
});

it('nothing runs when the package is installed', () => {
	const hooks = ['install', 'prepare', 'prepublish', 'uninstall'];
	const forbidden = hooks.flatMap((hook) => [`pre${hook}`, hook, `post${hook}`]);
	const scripts = Object.keys(manifest.scripts).filter((name) => name !== 'prepublishOnly');
	expect(scripts.filter((name) => [...forbidden, 'dependencies'].includes(name))).toEqual([]);
});

it('is what n8n looks for on npm', () => {
	expect(manifest.name).toMatch(/^n8n-nodes-[a-z-]+$/);
	expect(manifest.keywords).toContain('n8n-community-node-package');
	expect(manifest.license).toBe('MIT');
	expect(manifest.files).toEqual(['dist']);
	expect(manifest.engines.node).toBe('>=20.19');
	expect(manifest.author.name).toMatch(/\S/);
	expect(manifest.author.email).toMatch(/^[^@\s]+@[^@\s]+\.[^@\s]+$/);
});

it('homepage and repository are the same public place', () => {
	const [, place] =
		/^git\+(https:\/\/github\.com\/[\w.-]+\/[\w.-]+)\.git$/.exec(manifest.repository.url) ?? [];
	expect(place).toBeDefined();
	expect(manifest.homepage.split('#')[0]).toBe(place);
});

describe('the n8n block', () => {
	const { n8nNodesApiVersion, nodes, credentials } = manifest.n8n;
	const compiled = (path: string) => `dist/${path.replace(/\.ts$/, '.js')}`;

	it('names the version of n8n’s interface for nodes', () => {
		expect(n8nNodesApiVersion).toBe(1);
	});

	it('registers every node', () => {
		const sources = filesUnder('nodes').filter((path) => path.endsWith('.node.ts'));
		expect([...nodes].sort()).toEqual(sources.map(compiled));
	});

	it('registers every credential', () => {
		const sources = filesUnder('credentials').filter((path) => path.endsWith('.credentials.ts'));
		expect([...credentials].sort()).toEqual(sources.map(compiled));
	});

	it.each([...nodes, ...credentials])('%s is built', (path) => {
		expect(path).toMatch(/^dist\//);
		expect(exists(path)).toBe(true);
	});
});

describe('how packages are installed', () => {
	const settings = textOf('.npmrc').split(/\r?\n/);

	it('no package may run scripts', () => {
		expect(settings).toContain('ignore-scripts=true');
	});

	it('the lock file is good for any registry', () => {
		expect(settings).toContain('omit-lockfile-registry-resolved=true');
		expect(textOf('package-lock.json')).not.toMatch(/"resolved"\s*:/);
	});
});

describe('what a change and a release have to pass', () => {
	const CHECK = 'scripts/check.sh';

	it('stands once, with the test command that people are told', () => {
		expect(manifest.scripts.check).toBe(CHECK);
		const [, told] = /`npm ci && (npm test)`/.exec(textOf('README.md')) ?? [];
		expect(textOf(CHECK)).toMatch(new RegExp(`^step ${told} `, 'm'));
	});

	it.each(['.ci/run', '.github/workflows/ci.yml', '.github/workflows/publish.yml'])(
		'%s has no steps of its own',
		(path) => {
			const lines = textOf(path).split('\n');
			expect(lines.filter((line) => line.replace(/#.*/, '').includes(CHECK))).toHaveLength(1);
			const own =
				/^(?:[^#]*\s)?(?:npm (?:test|run|exec)|npx|node scripts|tsc|jest|eslint|prettier)\b/;
			expect(lines.filter((line) => own.test(line))).toEqual([]);
		},
	);
});

import { dirname, join, posix } from 'node:path';

import { DICTIONARY } from '../../nodes/shared/dictionary.ts';
import { exists, filesUnder, jsonOf, manifest, nodes, textOf } from './built.mts';

/*
 * What people read leads where it says, and leaves nothing out.
 */

const under = (folder: string, ending: string) =>
	filesUnder(folder).filter((path) => path.endsWith(ending));

const PAGES = [
	'README.md',
	'CHANGELOG.md',
	'CONTRIBUTING.md',
	...under('docs', '.md'),
	...under('examples', '.md'),
];
const EXAMPLES = under('examples', '.json');

/** Operations that the table of the next nodes leaves out. */
const LAST = ['Make API Call', 'Send Order Status Event', 'Send Stock Update Event'];

/** The text that is shown: without code, and without what only authors see. */
const shownIn = (path: string): string =>
	textOf(path)
		.replaceAll(/```.*?```/gs, '')
		.replaceAll(/<!--.*?-->/gs, '')
		.replaceAll(/`[^`\n]*`/g, '');

interface Link {
	page: string;
	target: string;
}

const linksIn = (page: string): Link[] =>
	[...shownIn(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => ({ page, target }));

/** The anchors that GitHub makes of a page's headings. */
function anchorsOf(path: string): Set<string> {
	const anchors = new Set<string>();
	const text = textOf(path).replaceAll(/```.*?```/gs, '');
	for (const [, heading] of text.matchAll(/^#{1,6} (.+)$/gm)) {
		const anchor = heading
			.toLowerCase()
			.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
			.replaceAll(/\s/g, '-');
		const again = [...anchors].filter((known) => known.replace(/-\d+$/, '') === anchor).length;
		anchors.add(again === 0 ? anchor : `${anchor}-${again}`);
	}
	return anchors;
}

/** Whether a link leads to a file of the project, and to a heading of it where it names one. */
function leadsSomewhere({ page, target }: Link): boolean {
	const [file, anchor] = target.split('#');
	const path = file === '' ? page : posix.normalize(posix.join(dirname(page), file));
	if (path.startsWith('..') || !exists(path)) return false;
	return anchor === undefined || (path.endsWith('.md') && anchorsOf(path).has(anchor));
}

const isWithin = ({ target }: Link) => !/^[a-z]+:/i.test(target);

it('links, anchors and images within the project lead somewhere', () => {
	const links = PAGES.flatMap(linksIn).filter(isWithin);
	expect(links.length).toBeGreaterThan(100);
	expect(links.filter((link) => !leadsSomewhere(link))).toEqual([]);
});

it('links to other places are secure', () => {
	const others = PAGES.flatMap(linksIn).filter((link) => !isWithin(link));
	expect(others.filter(({ target }) => !target.startsWith('https://'))).toEqual([]);
});

it('every page is reached from another one', () => {
	const reached = new Set(
		PAGES.flatMap(linksIn)
			.filter(isWithin)
			.map(({ page, target }) => ({ page, file: target.split('#')[0] }))
			.filter(({ file }) => file !== '')
			.map(({ page, file }) => posix.normalize(posix.join(dirname(page), file))),
	);
	expect(PAGES.filter((page) => page !== 'README.md' && !reached.has(page))).toEqual([]);
});

it('the README, which is packed, stays short', () => {
	expect(Buffer.byteLength(textOf('README.md'))).toBeLessThan(20_000);
});

/** Texts of the package, of Ingram Micro's simulator and of tests, with their blanks made alike. */
const SENTENCES = [
	...under('nodes', '.ts'),
	...under('simulator', '.mts'),
	...under('test/engine/__snapshots__', '.snap'),
]
	.map(textOf)
	.join('\n')
	.replaceAll(/\s+/g, ' ')
	.toLowerCase();

/** Whether some words in a row are found where messages come from; most are put together of parts. */
function isSaid(message: string): boolean {
	const words = message
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => /\p{L}{2}/u.test(word));
	const run = words.length > 5 ? 3 : 2;
	return words.some(
		(_, first) =>
			first + run <= words.length && SENTENCES.includes(words.slice(first, first + run).join(' ')),
	);
}

it('the README leads from a job to what does it, before anything else about the use', () => {
	const use = textOf('README.md').split('\n## Use it\n')[1];
	const [first] = [...use.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
	expect(first).toBe('docs/how-do-i.md');
});

it('the table of the next nodes names operations and fields that exist', () => {
	const [, table] = textOf('docs/how-do-i.md').split('## Which node after this one');
	const rows = table.split('\n## ')[0];
	const operations = nodes.flatMap(({ instance: { description } }) =>
		(description.properties.find(({ name }) => name === 'operation')?.options ?? []).map(
			({ name }) => name,
		),
	);
	const told = operations.filter((name) => rows.includes(name));
	// Those after which nothing of ours comes.
	const last = operations.filter((name) => !told.includes(name)).sort();
	expect(last).toEqual(LAST);
	const fields = new Set([...rows.matchAll(/\$json\.(\w+)/g)].map(([, name]) => name));
	const ofItems = ['error', 'key', 'message'];
	const unknown = [...fields].filter((name) => !(name in DICTIONARY) && !ofItems.includes(name));
	expect(unknown).toEqual([]);
});

it('troubleshooting tells of messages that exist', () => {
	const text = textOf('docs/troubleshooting.md');
	// What n8n itself does, and what is seen in the portal, are no messages of ours.
	const ours = text.slice(text.indexOf('\n## '), text.indexOf('\n## n8n'));
	const messages = [...ours.matchAll(/^\| ([^|]+?) +\|/gm)]
		.map(([, message]) => message)
		.filter((message) => !/^(-+|What you see|Another text .*|Nothing happens, .*)$/.test(message));
	expect(messages.length).toBeGreaterThan(60);
	expect(messages.filter((message) => !isSaid(message))).toEqual([]);
});

describe.each(nodes)('$className', ({ className, source, instance: { description } }) => {
	const name = className
		.replace(/^IngramMicro/, '')
		.replaceAll(/(?<!^)[A-Z]/g, '-$&')
		.toLowerCase();
	const page = `docs/nodes/${name}.md`;
	const operation = description.properties.find((property) => property.name === 'operation');
	const operations = (operation?.options ?? []).map((option) => option.name);

	it('has a page, to which the README leads', () => {
		expect(exists(page)).toBe(true);
		expect(linksIn('README.md').map(({ target }) => target)).toContain(page);
	});

	it('has each of its operations on the page, in the README and in the changelog', () => {
		for (const path of [page, 'README.md', 'CHANGELOG.md']) {
			const text = textOf(path);
			expect({ path, missing: operations.filter((one) => !text.includes(one)) }).toEqual({
				path,
				missing: [],
			});
		}
	});

	it('leads from the editor to pages that exist', () => {
		const { resources } = jsonOf<{
			resources: {
				primaryDocumentation: [{ url: string }];
				credentialDocumentation?: [{ url: string }];
			};
		}>(source.replace(/\.ts$/, '.json'));
		const place = `${manifest.homepage.split('#')[0]}/blob/main/`;
		expect(resources.primaryDocumentation[0].url).toBe(`${place}${page}`);
		// The node that reads files has no credential.
		const credential = description.credentials && `${place}docs/credential.md`;
		expect(resources.credentialDocumentation?.[0].url).toBe(credential);
		expect(exists('docs/credential.md')).toBe(true);
	});
});

describe.each(EXAMPLES)('%s', (path) => {
	const file = path.replace(/^examples\//, '');

	it('is listed, and run by a test', () => {
		expect(linksIn('examples/README.md').map(({ target }) => target)).toContain(file);
		const tests = under(join('test', 'engine'), '.mts').map(textOf);
		const stem = file.replace(/\.json$/, '');
		expect(tests.some((text) => text.includes(`'${stem}'`) || text.includes(path))).toBe(true);
	});

	it('is told among the recipes', () => {
		expect(linksIn('docs/recipes.md').map(({ target }) => target)).toContain(`../${path}`);
	});

	it('holds nobody’s credential', () => {
		const { nodes: steps } = jsonOf<{
			nodes: Array<{ credentials?: Record<string, { id: unknown }> }>;
		}>(path);
		const ids = steps.flatMap(({ credentials = {} }) => Object.values(credentials));
		expect(ids.filter(({ id }) => id !== null)).toEqual([]);
	});
});

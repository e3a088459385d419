import type { INodeProperties } from 'n8n-workflow';

import { filesUnder, nodes as builtNodes, textOf } from './built.mts';
import {
	distance,
	GRID,
	heightOfText,
	isInColumnsOf,
	overlap,
	type Placed,
	readExample,
	rectangleOfNode,
	rectangleOfNote,
} from './canvas.mts';

/*
 * What people see of an example: each step has a note of its own, which can be read, covers nothing, and
 * calls nodes by their names.
 */

const EXAMPLES = filesUnder('examples')
	.filter((path) => path.endsWith('.json'))
	.map(readExample);

/** The colours of notes by what they say: n8n draws each of them for light and for dark. */
const COLOURS = { yours: 1, money: 3, step: 5 };

/** Switches of n8n's own that notes name. */
const OF_N8N = ['Execute Once'];

/** All that people read in the forms of the package's nodes. */
const LABELS = new Set(
	builtNodes.flatMap(({ instance }) => labelsOf(instance.description.properties)),
);

function labelsOf(properties: readonly INodeProperties[]): string[] {
	return properties.flatMap(({ displayName, options = [] }) => [
		displayName,
		...options.flatMap((option) => {
			if ('values' in option) return [option.displayName, ...labelsOf(option.values)];
			return 'type' in option ? labelsOf([option]) : [option.name];
		}),
	]);
}

/** What stands between two marks in a text. */
const marked = (text: string, mark: RegExp): string[] =>
	[...text.matchAll(mark)].map(([, inner]) => inner);
const BOLD = /\*\*([^*]+)\*\*/g;
const ITALIC = /(?<!\*)\*([^*]+)\*(?!\*)/g;

const heading = ({ parameters: { content = '' } }: Placed): string => content.split('\n', 1)[0];

describe.each(EXAMPLES)('$file', ({ nodes, notes, connections }) => {
	const names = nodes.map(({ name }) => name);

	it('has a note for each step, numbered in the order in which they run', () => {
		expect(notes.map(heading)).toEqual(
			notes.map((_, i) => expect.stringMatching(new RegExp(`^### ${i + 1}\\. \\S`))),
		);
		const covers = nodes.map((node) => {
			const place = rectangleOfNode(node);
			const own = notes
				.map((note) => ({ note: note.name, at: rectangleOfNote(note) }))
				.filter(({ at }) => isInColumnsOf(at, place))
				.sort((a, b) => distance(a.at, place) - distance(b.at, place))
				.map(({ note, at }) => ({ note, distance: distance(at, place) }));
			// Two at one distance: nobody could tell whose node it is.
			const nearest = own.filter((one) => one.distance === own[0].distance);
			return { node: node.name, notes: nearest.map(({ note }) => note) };
		});
		expect(covers.filter((cover) => cover.notes.length !== 1)).toEqual([]);
		const used = new Set(covers.flatMap((cover) => cover.notes));
		expect(notes.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
	});

	it('covers nothing with anything', () => {
		const all = [
			...nodes.map((node) => ({ name: node.name, at: rectangleOfNode(node) })),
			...notes.map((note) => ({ name: note.name, at: rectangleOfNote(note) })),
		];
		const covering = all.flatMap((one, i) =>
			all
				.slice(i + 1)
				.filter((other) => overlap(one.at, other.at))
				.map((other) => `${one.name} / ${other.name}`),
		);
		expect(covering).toEqual([]);
	});

	it('stands on n8n’s grid', () => {
		const off = [...nodes, ...notes].filter(({ position }) => position.some((at) => at % GRID));
		expect(off.map(({ name, position }) => ({ name, position }))).toEqual([]);
	});

	it('has notes that hold all of their text', () => {
		const small = notes
			.map(({ name, parameters }) => ({
				name,
				height: parameters.height ?? 0,
				needed: heightOfText(parameters),
			}))
			.filter(({ height, needed }) => height < needed);
		expect(small).toEqual([]);
	});

	it('has notes in colours that say what they are about', () => {
		const wrong = notes.filter(({ parameters: { color, content = '' } }) => {
			const about = /^### \d+\. (?:Put your own|Read your|List your)/.test(content)
				? COLOURS.yours
				: COLOURS.step;
			if (/spends money|places a real order/.test(content)) return color !== COLOURS.money;
			return color !== about && color !== COLOURS.yours;
		});
		expect(wrong.map(heading)).toEqual([]);
	});

	it('calls nodes by their names, and parameters by their labels', () => {
		const texts = notes.map(({ parameters: { content = '' } }) => content);
		const called = texts.flatMap((text) => marked(text, BOLD));
		expect(called.filter((name) => !names.includes(name))).toEqual([]);
		const labels = texts.flatMap((text) => marked(text, ITALIC));
		expect(labels.filter((name) => !LABELS.has(name) && !OF_N8N.includes(name))).toEqual([]);
	});

	it('tells of each node but those that start it', () => {
		const text = notes.map(({ parameters: { content = '' } }) => content).join('\n');
		const starts = new Set(names.filter((name) => !isLedTo(name, connections)));
		const untold = names.filter((name) => !starts.has(name) && !text.includes(`**${name}**`));
		expect(untold).toEqual([]);
	});
});

/** Whether another node leads to a node. */
const isLedTo = (name: string, connections: Record<string, unknown>): boolean =>
	JSON.stringify(connections).includes(`"node":${JSON.stringify(name)}`);

/** The sections of a page, each with the text below a heading up to the next one. */
const sectionsOf = (page: string): Array<{ title: string; text: string }> =>
	textOf(page)
		.split(/^## /m)
		.slice(1)
		.map((section) => ({ title: section.split('\n', 1)[0], text: section }));

describe('examples/README.md', () => {
	it('calls the nodes of each example by their names', () => {
		const wrong = sectionsOf('examples/README.md').flatMap(({ title, text }) => {
			const names = EXAMPLES.find(({ file }) => file === title)?.nodes.map(({ name }) => name);
			if (!names) return [`no example ${title}`];
			// A step of a list begins with its node.
			return marked(text, /^\d+\. \*\*([^*]+)\*\*/gm).filter((name) => !names.includes(name));
		});
		expect(wrong).toEqual([]);
	});
});

describe('docs/recipes.md', () => {
	it('calls the nodes of each example by their names', () => {
		const wrong = sectionsOf('docs/recipes.md').flatMap(({ title, text }) => {
			const files = marked(text, /\]\(\.\.\/examples\/([\w-]+\.json)\)/g);
			const names = EXAMPLES.filter(({ file }) => files.includes(file)).flatMap((example) =>
				example.nodes.map(({ name }) => name),
			);
			return marked(text, /^\d+\. \*\*([^*]+)\*\*/gm)
				.filter((name) => !names.includes(name))
				.map((name) => `${title}: ${name}`);
		});
		expect(wrong).toEqual([]);
	});
});

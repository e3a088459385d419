import { basename, dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyMode,
	INodePropertyOptions,
	NodePropertyTypes,
} from 'n8n-workflow';

import { credentials, exists, filesUnder, jsonOf, manifest, nodes, textOf } from './built.mts';

/*
 * n8n's guidelines, where its lint rules are silent or look the other way. Every test collects what
 * offends, so that one run shows all of it.
 */

/** A parameter, and where it stands, for people: Node > Collection > Parameter. */
interface Placed {
	at: string;
	/** In how many collections it stands. */
	depth: number;
	property: INodeProperties;
}

/** The sections of a fixed collection; no other type has any. */
const sectionsOf = (property: INodeProperties): INodePropertyCollection[] =>
	property.type === 'fixedCollection' ? (property.options as INodePropertyCollection[]) : [];

const choicesOf = (property: INodeProperties): INodePropertyOptions[] =>
	property.type === 'options' || property.type === 'multiOptions' || property.name === 'resource'
		? ((property.options ?? []) as INodePropertyOptions[])
		: [];

const modesOf = ({ modes }: INodeProperties): INodePropertyMode[] => modes ?? [];

/** All parameters, those in collections too, each with those that it stands among. */
function beside(
	siblings: readonly INodeProperties[],
): Array<{ property: INodeProperties; siblings: readonly INodeProperties[] }> {
	return siblings.flatMap((property) => [
		{ property, siblings },
		...(property.options ?? []).flatMap((option) =>
			'values' in option ? beside(option.values) : [],
		),
		...(property.type === 'collection' ? beside(property.options as INodeProperties[]) : []),
	]);
}

function placed(properties: readonly INodeProperties[], within: string, depth = 0): Placed[] {
	return properties.flatMap((property) => {
		const at = `${within} > ${property.displayName}`;
		const inside =
			property.type === 'collection'
				? placed(property.options as INodeProperties[], at, depth + 1)
				: sectionsOf(property).flatMap(({ displayName, values }) =>
						placed(values, `${at} > ${displayName}`, depth + 1),
					);
		return [{ at, depth, property }, ...inside];
	});
}

/** What people never see has no texts. */
const isSeen = ({ property: { type } }: Placed) => type !== 'hidden';
const isOf =
	(...types: NodePropertyTypes[]) =>
	({ property: { type } }: Placed) =>
		types.includes(type);

const doors = nodes.map(({ instance, ...node }) => ({
	...node,
	instance,
	description: instance.description,
	isTrigger: instance.description.group.includes('trigger'),
	parameters: placed(instance.description.properties, instance.description.displayName),
}));

const ofNodes = doors.flatMap(({ parameters }) => parameters).filter(isSeen);
const ofCredentials = credentials
	.flatMap(({ instance }) => placed(instance.properties, instance.displayName))
	.filter(isSeen);
const everything = [...ofNodes, ...ofCredentials];

/** Every text that describes something, with where it stands. */
const descriptions = [
	...doors.map(({ description }) => [description.displayName, description.description] as const),
	...everything.flatMap(({ at, property }) => [
		[at, property.description] as const,
		...choicesOf(property).map(
			({ name, description }) => [`${at} = ${name}`, description] as const,
		),
	]),
].flatMap(([at, text]) => (text === undefined ? [] : [{ at, text }]));

/** Every name that people read. */
const names = everything.flatMap(({ at, property }) =>
	property.type === 'notice'
		? []
		: [
				{ at, name: property.displayName },
				...choicesOf(property).map(({ name }) => ({ at: `${at} = ${name}`, name })),
				...sectionsOf(property).map(({ displayName: name }) => ({ at, name })),
				...modesOf(property).map(({ displayName: name }) => ({ at, name })),
			],
);

const offending = <Entry extends { at: string }>(
	entries: readonly Entry[],
	offends: (entry: Entry) => boolean,
) => entries.filter(offends).map(({ at, ...rest }) => ('property' in rest ? at : { at, ...rest }));

describe('names', () => {
	const SMALL =
		/^(a|an|and|as|at|but|by|for|from|if|in|into|nor|of|off|on|or|per|the|to|via|with)$/;

	it('are in title case', () => {
		const miscased = ({ name }: { name: string }) => {
			const words = name.split(/\s+/).map((word) => word.replace(/^["'(]+/, ''));
			const last = words.length - 1;
			return words.some(
				(word, i) => /^[a-z](?!’)/.test(word) && (i === 0 || i === last || !SMALL.test(word)),
			);
		};
		expect(offending(names, miscased)).toEqual([]);
	});

	it('fit in n8n’s editor, which has less room for them in each collection', () => {
		// 'Company Name' in a third collection was cut off. Collections have a line of their own for theirs.
		const room = (depth: number) => (depth < 3 ? Infinity : 11 - 2 * (depth - 3));
		const cut = everything.filter(
			(parameter) =>
				!isOf('collection', 'fixedCollection')(parameter) &&
				parameter.property.displayName.length > room(parameter.depth),
		);
		expect(cut.map(({ at }) => at)).toEqual([]);
	});

	it('are words, not names on the wire', () => {
		// McDonald is a name.
		const wired = /(?<!\bM)[a-z][A-Z]|[_:]|^(Accept|IM|X)-/;
		expect(offending(names, ({ name }) => wired.test(name))).toEqual([]);
	});
});

describe('descriptions', () => {
	it('are there for every parameter', () => {
		// A collection says with its placeholder what to add, and its parameters are described. The
		// selector of operations describes each of them, and n8n wants no tooltip at 'Trigger On'.
		const told = everything.filter(
			(parameter) =>
				!isOf('notice', 'collection')(parameter) &&
				!['Operation', 'Trigger On'].includes(parameter.property.displayName),
		);
		expect(offending(told, ({ property }) => !property.description?.trim())).toEqual([]);
	});

	it('are there for every operation, and for all choices of a list or for none', () => {
		const lists = everything.filter(isOf('options', 'multiOptions'));
		const halfTold = ({ property }: Placed) => {
			const choices = choicesOf(property);
			const told = choices.filter(({ description }) => description?.trim());
			return told.length !== choices.length && (told.length > 0 || property.name === 'operation');
		};
		expect(offending(lists, halfTold)).toEqual([]);
	});

	it('end with a full stop only if there are several sentences', () => {
		const wrong = ({ text }: { text: string }) => {
			const plain = text.replaceAll(/\b(e\.g|i\.e|etc)\./g, '$1');
			return /[.?!]\s/.test(plain) !== plain.endsWith('.');
		};
		expect(offending(descriptions, wrong)).toEqual([]);
	});

	it('begin with a capital, and hold no stray blanks', () => {
		const untidy = /^[^A-Z]|\s{2}|^\s|\s$/;
		expect(offending(descriptions, ({ text }) => untidy.test(text))).toEqual([]);
	});

	it('of a switch begin with "Whether"', () => {
		const switches = everything.filter(isOf('boolean'));
		expect(
			offending(switches, ({ property }) => !/^Whether /.test(property.description ?? '')),
		).toEqual([]);
	});
});

describe('placeholders', () => {
	const adds = isOf('collection', 'fixedCollection');

	it('of fields are examples', () => {
		const given = everything
			.filter((parameter) => !adds(parameter))
			.flatMap(({ at, property }) => [
				{ at, placeholder: property.placeholder },
				...modesOf(property)
					.filter(({ type }) => type !== 'list')
					.map(({ displayName, placeholder }) => ({ at: `${at} > ${displayName}`, placeholder })),
			]);
		const wrong = ({ placeholder }: { placeholder?: string }) =>
			placeholder !== undefined && !/^e\.g\. \S/.test(placeholder);
		expect(offending(given, wrong)).toEqual([]);
	});

	it('of collections say what to add', () => {
		expect(
			offending(
				everything.filter(adds),
				({ property }) => !/^Add \S/.test(property.placeholder ?? ''),
			),
		).toEqual([]);
	});
});

it('collections are sorted by what people read', () => {
	const unsorted = ({ property }: Placed) => {
		const shown = (property.options as INodeProperties[]).map(({ displayName }) => displayName);
		const sorted = [...shown].sort((a, b) => a.localeCompare(b, 'en'));
		return shown.join() !== sorted.join();
	};
	expect(offending(everything.filter(isOf('collection')), unsorted)).toEqual([]);
});

it('dates are days, unless their name says that the time counts', () => {
	const timed = ({ property: { displayName, typeOptions } }: Placed) =>
		typeOptions?.dateOnly !== true && !displayName.endsWith(' Time');
	expect(offending(everything.filter(isOf('dateTime')), timed)).toEqual([]);
});

it('JSON begins with its shape, or has an example', () => {
	const bare = ({ property }: Placed) => !property.default && !property.placeholder;
	expect(offending(everything.filter(isOf('json')), bare)).toEqual([]);
});

it('only texts are passwords: n8n masks the value of a password, whatever its type', () => {
	const masked = everything.filter(({ property }) => property.typeOptions?.password === true);
	expect(offending(masked, ({ property }) => property.type !== 'string')).toEqual([]);
});

describe.each(doors)('$className', (door) => {
	const { description, isTrigger, parameters, instance, source } = door;
	const { methods } = instance;
	const selector = description.properties.find(({ name }) => name === 'operation');
	const operations = selector === undefined ? [] : choicesOf(selector);

	it(`is ${isTrigger ? 'no' : 'a'} tool of AI agents`, () => {
		expect(description.usableAsTool).toBe(isTrigger ? undefined : true);
	});

	it('actions are in sentence case and without articles', () => {
		const wrong = /^[^A-Z]|\b(a|an|the)\b|\.$| [A-Z][a-z]/;
		const actions = operations.map(({ action }) => action ?? '');
		expect(actions.filter((action) => action === '' || wrong.test(action))).toEqual([]);
	});

	it('the line under its name shows the operation as people know it', () => {
		const { subtitle = '' } = description;
		expect(subtitle).toMatch(/\S/);
		for (const { name, value } of operations) {
			expect(subtitle).toMatch(/^=\{\{.*\}\}$/s);
			const expression = subtitle.slice(3, -2);
			expect(runInNewContext(expression, { $parameter: { operation: value } })).toBe(name);
		}
	});

	it('a thing to pick is picked from a list that exists, or else typed', () => {
		for (const { at, property } of parameters.filter(isOf('resourceLocator'))) {
			const [list, ...others] = modesOf(property);
			const search = list.typeOptions?.searchListMethod ?? '';
			expect({ at, type: list.type, listed: Object.keys(methods?.listSearch ?? {}) }).toEqual({
				at,
				type: 'list',
				listed: expect.arrayContaining([search]),
			});
			expect(list.typeOptions?.searchable).toBe(true);
			expect(others.map(({ type }) => type)).toContain('string');
			expect(property.default).toEqual({ mode: 'list', value: '' });
		}
	});

	it('the methods that lists are loaded with exist', () => {
		const named = parameters.flatMap(({ property: { typeOptions } }) => [
			typeOptions?.loadOptionsMethod,
			typeOptions?.loadOptions === undefined ? undefined : 'declarative',
		]);
		const known = Object.keys(methods?.loadOptions ?? {});
		expect(named.filter((name) => name !== undefined && !known.includes(name))).toEqual([]);
	});

	it('what decides whether a parameter is shown exists, with that value', () => {
		const { properties } = description;
		const dangling = beside(properties).flatMap(({ property, siblings }) =>
			Object.entries({
				...property.displayOptions?.show,
				...property.displayOptions?.hide,
			}).flatMap(([path, wanted]) => {
				// n8n's own word for a node that is used as a tool of an AI agent.
				if (path === '@tool') return [];
				// A field of a collection may name a parameter at the top of the node.
				const name = path.replace(/^\//, '');
				const candidates = (name === path ? siblings : properties).filter(
					(candidate) => candidate.name === name,
				);
				const values = candidates.flatMap((candidate) =>
					candidate.type === 'boolean'
						? [true, false]
						: choicesOf(candidate).map(({ value }) => value),
				);
				return (wanted ?? [])
					.filter((value) => !values.some((known) => known === value))
					.map((value) => ({ displayName: property.displayName, path, value }));
			}),
		);
		expect(dangling).toEqual([]);
	});

	it('has a codex that n8n can use', () => {
		// https://docs.n8n.io/connect/create-nodes/build-your-node/reference/codex-files/
		const CATEGORIES = [
			'Analytics',
			'Communication',
			'Data & Storage',
			'Development',
			'Finance & Accounting',
			'Marketing & Content',
			'Miscellaneous',
			'Productivity',
			'Sales',
			'Utility',
		];
		const path = source.replace(/\.ts$/, '.json');
		const codex = jsonOf<{
			node: string;
			nodeVersion: string;
			codexVersion: string;
			categories: string[];
			alias: string[];
			resources: Record<string, Array<{ url: string }>>;
		}>(path);
		expect(codex.node).toBe(`${manifest.name}.${description.name}`);
		expect(codex.nodeVersion).toBe(Number(description.version).toFixed(1));
		expect(codex.codexVersion).toBe('1.0');
		expect(codex.categories.length).toBeGreaterThan(0);
		expect(CATEGORIES).toEqual(expect.arrayContaining(codex.categories));
		expect(new Set(codex.alias).size).toBe(codex.alias.length);
		const kinds = [
			'primaryDocumentation',
			...(description.credentials ? ['credentialDocumentation'] : []),
		];
		for (const kind of kinds) {
			expect(codex.resources[kind]).toEqual([{ url: expect.stringMatching(/^https:\/\//) }]);
		}
		expect(textOf(`dist/${path}`)).toBe(textOf(path));
	});

	it('its class, its file, its folder and its name agree', () => {
		const { className } = door;
		expect(description.name).toBe(className[0].toLowerCase() + className.slice(1));
		expect(source).toBe(`nodes/${className}/${className}.node.ts`);
		// A short form such as API has one capital in names.
		const shown = description.displayName.replaceAll('API', 'Api');
		expect(shown.replaceAll(/\s/g, '')).toBe(className);
		expect(description.defaults.name).toBe(description.displayName);
	});
});

describe('icons', () => {
	const icons = [
		...nodes.map(({ source, instance }) => ({ source, icon: instance.description.icon })),
		...credentials.map(({ source, instance }) => ({ source, icon: instance.icon })),
	];

	it.each(icons)('$source has a light and a dark one', ({ source, icon }) => {
		const { light, dark } = icon as { light: string; dark: string };
		const [lightPath, darkPath] = [light, dark].map((reference) => {
			expect(reference).toMatch(/^file:.+\.svg$/);
			return join(dirname(source), reference.replace(/^file:/, ''));
		});
		expect(basename(lightPath)).not.toBe(basename(darkPath));
		for (const path of [lightPath, darkPath]) {
			expect(exists(path) && exists(`dist/${path}`)).toBe(true);
			expect(textOf(path)).toContain('viewBox="0 0 60 60"');
		}
		expect(textOf(lightPath)).not.toBe(textOf(darkPath));
	});

	it('are each node’s own', () => {
		const own = nodes.map(({ instance: { description } }) => ({
			icon: description.icon,
			should: {
				light: `file:../../icons/${description.name}.svg`,
				dark: `file:../../icons/${description.name}.dark.svg`,
			},
		}));
		expect(own.map(({ icon }) => icon)).toEqual(own.map(({ should }) => should));
		const drawings = filesUnder('icons').map(textOf);
		expect(new Set(drawings).size).toBe(drawings.length);
	});

	/** The colours of the family in light, each with the one that takes its place in dark. */
	const COLOURS = { '#e6effb': '#1b3557', '#1554a6': '#8fbcf7', '#d96a0b': '#ffae57' };

	it.each(filesUnder('icons').filter((path) => !path.endsWith('.dark.svg')))(
		'%s is of the family: the same three colours and pen, and nothing but lines',
		(path) => {
			const light = textOf(path);
			const used = light.match(/#[0-9a-f]{3,8}\b/gi) ?? [];
			expect(Object.keys(COLOURS)).toEqual(expect.arrayContaining(used));
			expect(new Set(used).size).toBe(3);
			expect(new Set(light.match(/stroke-width="[^"]*"/g))).toEqual(new Set(['stroke-width="4"']));
			expect(new Set(light.match(/(?<=<)[a-z]+/g))).toEqual(
				new Set(['svg', 'path', ...(light.includes('<circle') ? ['circle'] : [])]),
			);
			const dark = Object.entries(COLOURS).reduce(
				(drawing, [from, to]) => drawing.replaceAll(from, to),
				light,
			);
			expect(textOf(path.replace(/\.svg$/, '.dark.svg'))).toBe(dark);
		},
	);
});

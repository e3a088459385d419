import './environment.mts';

import fc from 'fast-check';
import { ExecuteContext } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	Expression,
	type INode,
	type INodeExecutionData,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';

/** n8n's engines for expressions. */
export type ExpressionEngine = 'legacy' | 'quickjs' | 'vm';

/** A node that has one parameter, `given`. */
const nodeTypes = {
	getByNameAndVersion: () => ({
		description: {
			properties: [{ name: 'given', displayName: 'Given', type: 'string', default: '' }],
		},
	}),
} as unknown as INodeTypes;

/** What a node works with that has one parameter, `given`, and these input items. */
export function bench(given: unknown, items: INodeExecutionData[]) {
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: 'node',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1' },
	});
	Object.assign(node.parameters, { given });
	const input = { main: [items] };
	const context = new ExecuteContext(
		workflow,
		node,
		{ variables: {} } as unknown as IWorkflowExecuteAdditionalData,
		'manual',
		createEmptyRunExecutionData(),
		0,
		items,
		input,
		{ node, data: input, source: null },
		[],
	);
	return { workflow, node, context };
}

/** Hands over a way to have expressions evaluated by one of n8n's engines. */
export async function withEngine(
	engine: ExpressionEngine,
	work: (evaluate: (expression: string, json: unknown) => unknown) => void,
): Promise<void> {
	await Expression.initExpressionEngine({
		engine,
		bridgeTimeout: 5_000,
		bridgeMemoryLimit: 128,
		maxCodeCacheSize: 1_024,
		poolSize: 1,
	});
	if (Expression.getActiveImplementation() !== engine) throw new Error(`${engine} was not started`);
	const items: Array<{ json: unknown }> = [{ json: {} }];
	const { workflow, context } = bench('', items as INodeExecutionData[]);
	const hasIsolate = await workflow.expression.acquireIsolate();
	try {
		work((expression, json) => {
			items[0].json = json;
			return context.evaluateExpression(expression.slice(1), 0);
		});
	} finally {
		if (hasIsolate) await workflow.expression.releaseIsolate();
		await Expression.disposeExpressionEngine();
		Expression.setExpressionEngine('legacy');
	}
}

class Made {
	readonly sku = 'V1';

	get computed(): string {
		return 'computed';
	}
}

const computed = Object.defineProperty({ sku: 'V1' }, 'size', {
	enumerable: true,
	get: () => 'computed',
});

/** More than is of one piece: long lists, lists with holes or with names, objects of many names, depth. */
const long = Array.from({ length: 150 }, (_, position) => ({ sku: `V${position}` }));
const holes = Object.assign(new Array<unknown>(5), { 3: 'there' });
const withMore = Object.assign(['V1', 'V2'], { sku: 'beside' });
const many = Object.fromEntries(long.map((entry, position) => [`n${position}`, entry]));
const deep = Array.from({ length: 12 }).reduce<object>(
	(inner) => ({ sku: inner, lines: [inner] }),
	{
		sku: 'at the bottom',
	},
);

/** Names of every day in the data of items, and those that mean something to n8n or to JavaScript. */
const USUAL = [
	...['sku', 'lines', 'quantity', 'part number', 'Größe', 'price (USD)', 'a.b', 'id', '0', '1'],
	...["buyer's", '_id', '$id', 'class', 'first', 'length', 'size', '名前', 'json', 'values'],
];
const UNUSUAL = [
	...[
		'',
		' ',
		'$json',
		'$',
		'say "x"',
		'isEmpty (x)',
		'a}}b',
		'{{a',
		'a\\b',
		'\n',
		'toJSON',
		'then',
	],
	...['constructor', 'constructorName', '__proto__', 'prototype', 'toString', 'valueOf', 'at'],
	...['arguments', 'caller', 'binding', 'hasOwnProperty', '__isProxy', 'isProxy', '__isArray'],
	...['computed', 'extend', '__sanitize'],
];
/** Names that are written in more than one way, or that not every reader of JavaScript knows as such. */
const OF_MANY_WRITINGS = [
	...[
		'\u00e9tat',
		'e\u0301tat',
		'ﬁn',
		'İ',
		'a\u200db',
		'℘',
		'a·b',
		'𝒜',
		'\u{31350}',
		'\u08c8',
		'\ua7d0',
		'\u1c89',
		'\ua7cb',
		'\ud800',
		'\u{1e4d0}',
	],
	...['00', '01', '-1', '1e3', '4294967295', '9007199254740993', 'NaN', 'undefined', 'null', '$1'],
	...['a-b', 'a b.c[0]', "['a']", '\u2028', '\ufeff', 'async', 'await', 'let', 'this', 'new', 'in'],
];
const NAMES = [...USUAL, ...UNUSUAL, ...OF_MANY_WRITINGS];

const name = fc.oneof(
	{ weight: 16, arbitrary: fc.constantFrom(...USUAL) },
	{ weight: 4, arbitrary: fc.constantFrom(...UNUSUAL) },
	{ weight: 1, arbitrary: fc.constantFrom(...OF_MANY_WRITINGS) },
);

const leaf = fc.oneof(
	{ weight: 12, arbitrary: fc.string({ unit: 'grapheme' }) },
	{ weight: 4, arbitrary: fc.string({ unit: 'binary' }) },
	{ weight: 4, arbitrary: fc.double() },
	{ weight: 4, arbitrary: fc.integer() },
	{ weight: 3, arbitrary: fc.boolean() },
	{ weight: 2, arbitrary: fc.constant(null) },
	{
		weight: 6,
		arbitrary: fc.constantFrom<unknown>(
			...['={{ 1 + 1 }}', '=text', '{{ $json.sku }}', ' 007 ', '', 'null', 'a\0b', '\ud800'],
			...[-0, NaN, Infinity, -Infinity, 1e21, 2 ** 53 + 2, 5e-324, undefined],
			...['2026-11-28T10:00:00.000Z', new Date(0), new Made(), computed, new Map(), 12n],
			...[Object.create({ sku: 'inherited' }), Object.create(null)],
		),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom<unknown>(
			...['true', 'undefined', '-0', '1e3', '0x10', '12n', '[object Object]', '$json.sku', '{}'],
			...['{{ 1 }}', '\u2028', '\ufeffx', 'x'.repeat(5_000), '\r\n', '𝒜', 'a\u0301'],
			...[1e-7, 2 ** 53, -(2 ** 53) - 2, 0.1 + 0.2, Number.MAX_VALUE, -2147483649, 4294967296],
			...[Object('boxed'), Object(7), Object(false), new String(''), /x/, Symbol.iterator],
			...[Object.freeze({ sku: 'frozen' }), new Proxy({ sku: 'behind' }, {}), new Uint8Array(3)],
			...[long, holes, withMore, many, deep],
		),
	},
);

const { tree } = fc.letrec<{ tree: unknown; object: unknown }>((tie) => ({
	tree: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		leaf,
		tie('object'),
		fc.array(tie('tree'), { maxLength: 3 }),
	),
	object: fc.array(fc.tuple(name, tie('tree')), { maxLength: 5 }).map((entries) => {
		const object = {};
		for (const [key, value] of entries) {
			// As JSON.parse does, which makes an own `__proto__`.
			Object.defineProperty(object, key, {
				value,
				configurable: true,
				enumerable: true,
				writable: true,
			});
		}
		return object;
	}),
}));

/** The JSON of an input item: some that comes of no JSON at all, too. */
export const itemJson = fc
	.array(fc.tuple(name, tree), { minLength: 2, maxLength: 6 })
	.map((entries): unknown => Object.fromEntries(entries));

const blank = fc.oneof(
	{ weight: 12, arbitrary: fc.constantFrom('', ' ', ' ', '  ', '\t', '\n', '\u00a0', '\ufeff') },
	{ weight: 3, arbitrary: fc.constantFrom('\r\n', '\v', '\f', '\u2028', '\u2029', '\u3000') },
	// None of a reference's own.
	{ weight: 1, arbitrary: fc.constantFrom('\u200b', '/**/', ' // x\n') },
);

/** A step in one of the ways to write it. Not every way can be written of every name. */
const written = (step: string | number, way: number): string =>
	typeof step === 'number'
		? [`[${step}]`, `?.[${step}]`, `["${step}"]`, `[0${step}]`][way % 4]
		: [`.${step}`, `?.${step}`, `["${step}"]`, `['${step}']`, `?.["${step}"]`, `[\`${step}\`]`][
				way % 6
			];

/** A way into an item: at each object or list one of its own entries, or now and then any name. */
function wayInto(json: unknown, choices: readonly number[]): Array<string | number> {
	const steps: Array<string | number> = [];
	let value = json;
	for (const choice of choices) {
		if (steps.length > 0 && (typeof value !== 'object' || value === null) && choice % 16 > 0) break;
		const own = typeof value === 'object' && value !== null ? Object.keys(value) : [];
		const key =
			choice % 16 === 0 || own.length === 0
				? NAMES[choice % NAMES.length]
				: own[choice % own.length];
		steps.push(Array.isArray(value) && /^\d+$/.test(key) ? Number(key) : key);
		value = own.includes(key) ? (value as Record<string, unknown>)[key] : undefined;
	}
	return steps;
}

/** References into an item as people type them, and some that are a little more than that. */
export const referencesInto = (json: unknown): fc.Arbitrary<string> =>
	fc
		.noBias(
			fc.tuple(
				fc.array(fc.nat(10_000), { minLength: 2, maxLength: 5 }),
				fc.array(fc.nat(10_000), { minLength: 5, maxLength: 5 }),
				fc.tuple(blank, blank),
				fc.nat(60),
			),
		)
		.map(([choices, ways, [before, after], more]) => {
			const path = wayInto(json, choices)
				.map((step, position) =>
					// An identifier is mostly written behind a dot, and all else in brackets.
					written(
						step,
						ways[position] % 5 > 0 && typeof step === 'string'
							? /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(step)
								? 0
								: 2
							: ways[position],
					),
				)
				.join('');
			const reference = `{{${before}$json${path}${after}}}`;
			const others = [
				` ${reference}`,
				`${reference} `,
				`${reference}${reference}`,
				`x${reference}`,
			];
			return `=${others[more] ?? reference}`;
		});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { INodeProperties, INodePropertyCollection, INodeTypeDescription } from 'n8n-workflow';

import { ACCOUNT_COUNTRIES, COUNTRIES } from '../../nodes/shared/countries.ts';
import type { Operation } from '../../nodes/shared/operation.ts';

/*
 * What people's workflows hold on to, and n8n reads of the package, as it was when it was last changed
 * on purpose. `npm run pins` writes it anew from dist; the tests hold dist against it.
 */

/** What n8n's own tool writes of the package: the name of the file in `dist/types`, and of its pin. */
export const METADATA = ['nodes', 'credentials'] as const;
export type Metadata = (typeof METADATA)[number];

/** Names or keys, by node and operation; a node without operations has one without a name. */
type ByOperation<Pinned> = Record<string, Record<string, Pinned>>;
/** Sorted ways to stored names and values: see `waysIn`. */
export type Names = ByOperation<string[]>;
/** The keys of outputs, in the order of the columns, and whether Simplified has them. */
export type Outputs = ByOperation<Record<string, Share>>;
export type Share = 'simplified' | 'by the record' | 'picked only';

const read = (path: string): string => readFileSync(path, 'utf8');
const pinAt = (name: string): string => join('test', 'package', 'pins', `${name}.json`);
const load = createRequire(resolve('package.json'));

/** The version stands in each node's metadata, and is no change of it. */
const VERSION = '"communityNodePackageVersion":"(version)"';
const versionOf = (): string =>
	`"communityNodePackageVersion":${JSON.stringify((load('./package.json') as { version: string }).version)}`;

/**
 * The countries of the world stand in many lists. There they are one entry in the pins; the list that the
 * credential picks from is pinned as it is.
 */
const COUNTRY_LIST = JSON.stringify(COUNTRIES).slice(1, -1);
const ACCOUNT_LIST = JSON.stringify(ACCOUNT_COUNTRIES).slice(1, -1);
const IN_SHORT: ReadonlyArray<readonly [string, string]> = [
	[ACCOUNT_LIST, '"(countries of accounts)"'],
	[COUNTRY_LIST, '"(countries)"'],
];
/** What stands for all the countries among the stored values. */
const A_COUNTRY = '(a country)';
const codes = new Set(ACCOUNT_COUNTRIES.map(({ value }) => value));

/** The metadata of nodes with each list of countries as one entry, and back. */
const shortened = (text: string): string =>
	IN_SHORT.reduce((all, [list, short]) => all.replaceAll(list, short), text);
const whole = (text: string): string =>
	IN_SHORT.reduce((all, [list, short]) => all.replaceAll(short, list), text);

export const builtText = (name: Metadata): string => read(join('dist', 'types', `${name}.json`));

/** A text as n8n's own tool writes lists: an entry a line. */
const asWritten = (list: readonly unknown[]): string =>
	`[\n${list.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;

/** The pinned text, byte for byte as it was built, with the version that the package has now. */
export const pinnedText = (name: Metadata): string => {
	const text = asWritten(JSON.parse(read(pinAt(name))) as unknown[]);
	return (name === 'nodes' ? whole(text) : text).replaceAll(VERSION, versionOf());
};

export const pinnedNames = (): Names => JSON.parse(read(pinAt('names'))) as Names;
export const pinnedOutputs = (): Outputs => JSON.parse(read(pinAt('outputs'))) as Outputs;

/**
 * The ways to all that a workflow stores of a parameter: `filters.vendor`, the value of a choice
 * `filters.type = IM::any`, the mode of a locator `product by list`.
 */
function waysIn(property: INodeProperties, parent = ''): string[] {
	const { type, name, options = [], modes = [] } = property;
	if (type === 'notice') return [];
	const way = `${parent}${name}`;
	const isOfCountries = options.length > COUNTRIES.length;
	const inside = options.flatMap((option) => {
		if ('values' in option) return waysInGroup(option, way);
		if ('type' in option) return waysIn(option, `${way}.`);
		if (!('value' in option)) return [];
		const value = String(option.value);
		return [`${way} = ${isOfCountries && codes.has(value) ? A_COUNTRY : value}`];
	});
	return [way, ...modes.map((mode) => `${way} by ${mode.name}`), ...inside];
}

const waysInGroup = ({ name, values }: INodePropertyCollection, parent: string): string[] => [
	`${parent}.${name}`,
	...values.flatMap((value) => waysIn(value, `${parent}.${name}.`)),
];

const descriptions = (): INodeTypeDescription[] =>
	JSON.parse(builtText('nodes')) as INodeTypeDescription[];

/** The operations of a node, or the one without a name. */
function operationsIn({ properties }: INodeTypeDescription): string[] {
	const selector = properties.find(({ name }) => name === 'operation');
	return (selector?.options ?? [{ value: '' }]).map((option) =>
		'value' in option ? String(option.value) : '',
	);
}

export const builtNames = (): Names =>
	Object.fromEntries(
		descriptions().map((node) => [
			node.name,
			Object.fromEntries(
				operationsIn(node).map((operation) => {
					const shown = node.properties.filter(
						({ name, displayOptions }) =>
							name !== 'operation' &&
							(displayOptions?.show?.operation?.includes(operation) ?? operation === ''),
					);
					return [operation, [...new Set(shown.flatMap((one) => waysIn(one)))].sort()];
				}),
			),
		]),
	);

const shareOf = (simplified: unknown): Share => {
	if (typeof simplified === 'function') return 'by the record';
	return simplified === true ? 'simplified' : 'picked only';
};

/** The file with a node's operations. */
const operationsOf = (node: string): string =>
	`./dist/nodes/${node.charAt(0).toUpperCase()}${node.slice(1)}/operations.js`;

/** Of the nodes whose operations describe an output: the price file's is that of its layout. */
export function builtOutputs(): Outputs {
	return Object.fromEntries(
		descriptions()
			.filter(({ name }) => existsSync(operationsOf(name)))
			.map(({ name: node }) => {
				const { operations } = load(operationsOf(node)) as { operations: Operation[] };
				return [
					node,
					Object.fromEntries(
						operations.map(({ option, output }) => [
							option.value,
							Object.fromEntries(
								Object.entries(output).map(([key, { simplified }]) => [key, shareOf(simplified)]),
							),
						]),
					),
				];
			}),
	);
}

/** What stands pinned by node and operation and is not built any more, as `node operation: what`. */
export const lostOf = (
	pinned: ByOperation<readonly string[]>,
	built: ByOperation<readonly string[]>,
): string[] =>
	Object.entries(pinned).flatMap(([node, operations]) =>
		Object.entries(operations).flatMap(([operation, names]) => {
			const there = built[node]?.[operation] ?? [];
			return names
				.filter((name) => !there.includes(name))
				.map((name) => `${node} ${operation}: ${name}`);
		}),
	);

/** The keys of outputs alone. */
export const keysOf = (outputs: Outputs): ByOperation<string[]> =>
	Object.fromEntries(
		Object.entries(outputs).map(([node, operations]) => [
			node,
			Object.fromEntries(
				Object.entries(operations).map(([operation, keys]) => [operation, Object.keys(keys)]),
			),
		]),
	);

/** The places at which two values of JSON differ, and what stands there. */
export function differencesOf(pinned: unknown, built: unknown, path = '$'): string[] {
	if (JSON.stringify(pinned) === JSON.stringify(built)) return [];
	if (Array.isArray(pinned) && Array.isArray(built)) return differencesInLists(pinned, built, path);
	const areObjects = [pinned, built].every(
		(one) => typeof one === 'object' && one !== null && !Array.isArray(one),
	);
	if (!areObjects) {
		const from = sameStart(asText(pinned), asText(built));
		return [`${path}: was ${shown(pinned, from)}, is ${shown(built, from)}`];
	}
	const [before, after] = [pinned, built] as Array<Record<string, unknown>>;
	const found = [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
		differencesOf(before[key], after[key], `${path}.${key}`),
	);
	return found.length > 0 ? found : [orderChanged(path, Object.keys(before), Object.keys(after))];
}

/** Entries of one name belong together, wherever in the list they stand. */
function differencesInLists(
	pinned: readonly unknown[],
	built: readonly unknown[],
	path: string,
): string[] {
	const texts = (list: readonly unknown[]) => new Set(list.map((entry) => JSON.stringify(entry)));
	const [before, after] = [texts(pinned), texts(built)];
	const added = built.filter((entry) => !before.has(JSON.stringify(entry)));
	const found = pinned
		.filter((entry) => !after.has(JSON.stringify(entry)))
		.flatMap((entry) => {
			const name = nameOf(entry);
			const at = added.findIndex((other) => nameOf(other) === name);
			const [other] = at < 0 ? [undefined] : added.splice(at, 1);
			return differencesOf(entry, other, `${path}[${name}]`);
		});
	const all = [
		...found,
		...added.map((entry) => `${path}[${nameOf(entry)}]: is new: ${shown(entry)}`),
	];
	return all.length > 0 ? all : [orderChanged(path, pinned.map(nameOf), built.map(nameOf))];
}

const orderChanged = (path: string, before: readonly string[], after: readonly string[]): string =>
	`${path}: the order was ${before.join(', ')}; is ${after.join(', ')}`;

const asText = (value: unknown): string => JSON.stringify(value) ?? 'not there';

/** How many characters two texts have in common, from their start. */
function sameStart(one: string, other: string): number {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at += 1;
	return at;
}

/** A value in a sentence: of a long one, the part around the character that counts. */
function shown(value: unknown, around = 0): string {
	const text = asText(value);
	const start = text.length > 200 ? Math.max(0, around - 60) : 0;
	const end = start + 200;
	return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

/** By what an entry of a list is told apart; its place alone says little among fifty parameters. */
function nameOf(entry: unknown): string {
	if (typeof entry !== 'object' || entry === null) return asText(entry);
	const { name, value, displayOptions } = entry as Partial<INodeProperties> & { value?: string };
	const operations = displayOptions?.show?.operation ?? [];
	const own = name ?? value ?? '';
	return operations.length > 0 ? `${own} of ${operations.map(String).join(', ')}` : own;
}

const write = (name: string, content: unknown): void =>
	writeFileSync(pinAt(name), `${JSON.stringify(content, null, '\t')}\n`);

/** Both, by node and operation; where both have one, `join` makes one of them. */
function merged<Pinned>(
	built: ByOperation<Pinned>,
	pinned: ByOperation<Pinned>,
	join: (built: Pinned, pinned: Pinned) => Pinned,
): ByOperation<Pinned> {
	const all: ByOperation<Pinned> = structuredClone(built);
	for (const [node, operations] of Object.entries(pinned)) {
		all[node] ??= {};
		for (const [operation, before] of Object.entries(operations)) {
			const now = all[node][operation];
			all[node][operation] = now === undefined ? before : join(now, before);
		}
	}
	return all;
}

/**
 * Writes all pins anew from dist. Stored names and keys of outputs that are not built any more stay:
 * whoever takes one away breaks workflows, and has to take its line away as well.
 */
export function renewPins(): void {
	for (const name of METADATA) {
		const text = builtText(name).replaceAll(versionOf(), VERSION);
		write(name, JSON.parse(name === 'nodes' ? shortened(text) : text));
	}
	const names = merged(builtNames(), pinnedNames(), (now, before) =>
		[...new Set([...now, ...before])].sort(),
	);
	const outputs = merged(builtOutputs(), pinnedOutputs(), (now, before) => ({
		...now,
		...Object.fromEntries(Object.entries(before).filter(([key]) => !(key in now))),
	}));
	write('names', names);
	write('outputs', outputs);
}

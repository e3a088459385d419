import { readFileSync } from 'node:fs';
import { basename, dirname, posix } from 'node:path';
import ts from 'typescript';

import { filesUnder } from './built.mts';

/*
 * How the code is laid out: floors on which imports go downwards only, no circle anywhere, one name for
 * one file, and one place for one call.
 */

const sources = filesUnder('nodes').filter((path) => path.endsWith('.ts'));

/** The project's own files that a source imports, types included. */
function importsOf(path: string): string[] {
	const { importedFiles } = ts.preProcessFile(readFileSync(path, 'utf8'), true, true);
	return importedFiles
		.map(({ fileName }) => fileName)
		.filter((name) => name.startsWith('.'))
		.map((name) => posix.normalize(posix.join(posix.dirname(path), `${name}.ts`)));
}

const arrows = sources.flatMap((from) => importsOf(from).map((to) => ({ from, to })));

/** From the top to the bottom. A file of a floor imports from that floor and those below it. */
const FLOORS = [
	/^nodes\/IngramMicro/,
	/^nodes\/shared\/xi\//,
	/^nodes\/shared\/picker(Line)?\.ts$/,
	/^nodes\/shared\/loop\//,
	/^nodes\/shared\/properties\.ts$/,
	/^nodes\/shared\/(operation|writePlan|batch|lookUp)\.ts$/,
	/^nodes\/shared\/output\.ts$/,
	/^nodes\/shared\/fields\//,
	/^nodes\/shared\/transport\//,
	// The leaves.
	/^nodes\/shared\/[a-zA-Z]+\.ts$/,
];

/** A path, in the code or in a comment, whatever XI calls the number in it. */
const PATH = /\/resellers\/v\d[\w./{}-]*/gi;

/** Paths of several calls, where XI spells the name of the number in each in another way. */
const SEVERAL_CALLS = {
	'/resellers/v6/orders/{}': [
		// Cancels it, reads it, and changes it.
		'nodes/IngramMicroOrders/cancel.operation.ts',
		'nodes/IngramMicroOrders/onHold.ts',
		'nodes/shared/xi/orders/order.ts',
	],
};

const floorOf = (path: string): number => FLOORS.findIndex((floor) => floor.test(path));

const nodeOf = (path: string): string | undefined => /^nodes\/(IngramMicro[^/]*)\//.exec(path)?.[1];

const shown = ({ from, to }: { from: string; to: string }): string => `${from} → ${to}`;

/** Groups of files that import each other, around any number of corners. */
function circles(): string[] {
	const targets = new Map<string, string[]>();
	for (const { from, to } of arrows) targets.set(from, [...(targets.get(from) ?? []), to]);
	const done = new Set<string>();
	const found: string[] = [];
	const visit = (path: string, way: string[]): void => {
		if (way.includes(path)) {
			found.push([...way.slice(way.indexOf(path)), path].join(' → '));
			return;
		}
		if (done.has(path)) return;
		for (const next of targets.get(path) ?? []) visit(next, [...way, path]);
		done.add(path);
	};
	for (const path of sources) visit(path, []);
	return found;
}

describe('the layout of the sources', () => {
	it('has every import lead to a file', () => {
		expect(arrows.length).toBeGreaterThan(500);
		expect(arrows.filter(({ to }) => !sources.includes(to)).map(shown)).toEqual([]);
	});

	it('has every file on a floor', () => {
		expect(sources.filter((path) => floorOf(path) === -1)).toEqual([]);
	});

	it('has imports go downwards only', () => {
		expect(arrows.filter(({ from, to }) => floorOf(to) < floorOf(from)).map(shown)).toEqual([]);
	});

	it('has no node import another', () => {
		const between = arrows.filter(
			({ from, to }) => nodeOf(to) !== undefined && nodeOf(from) !== nodeOf(to),
		);
		expect(between.map(shown)).toEqual([]);
	});

	it('has no circle', () => {
		expect(circles()).toEqual([]);
	});

	it('has one file of a name, but for those that each node has', () => {
		const named = new Map<string, string[]>();
		for (const path of sources) {
			const name = basename(path, '.ts');
			if (/^(?:output|operations)$|\.operation$/.test(name)) continue;
			named.set(name, [...(named.get(name) ?? []), dirname(path)]);
		}
		expect([...named].filter(([, folders]) => folders.length > 1)).toEqual([]);
	});

	it('has each path of Ingram Micro’s once: a call is declared once, for all who make it', () => {
		const places = new Map<string, string[]>();
		for (const source of sources) {
			for (const [path] of readFileSync(source, 'utf8').matchAll(PATH)) {
				const plain = path.replace(/\{\w+\}/g, '{}').toLowerCase();
				places.set(plain, [...(places.get(plain) ?? []), source]);
			}
		}
		expect(places.size).toBeGreaterThan(20);
		const several = [...places].filter(([, files]) => files.length > 1);
		expect(Object.fromEntries(several)).toEqual(SEVERAL_CALLS);
	});
});

import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';

import { parse } from 'yaml';

import { VARIABLE } from './document.mts';

interface Bodies {
	content?: Record<string, { examples?: Record<string, { value?: unknown }> }>;
}

interface Document {
	paths?: Record<
		string,
		Record<
			string,
			{
				requestBody?: Bodies;
				responses?: Record<string, Bodies>;
			}
		>
	>;
}

/** The example bodies of a call, by their names. */
export type Examples = ReadonlyMap<string, unknown>;

/**
 * The example requests of the first edition of the official document that the environment names, by
 * their calls, as in `POST /resellers/v6/orders`.
 *
 * @returns undefined where it names none
 */
export const loadExamples = (): ReadonlyMap<string, Examples> | undefined =>
	loadPaths()?.reduce(
		(all, { call, requestBody }) => all.set(call, examplesIn(requestBody)),
		new Map<string, Examples>(),
	);

/** An example answer of a call. */
export interface ExampleAnswer {
	status: number;
	body: unknown;
}

/**
 * The first example answer that is no error, by its call, as `loadExamples` has the requests.
 *
 * @returns undefined where the environment names no document
 */
export const loadAnswers = (): ReadonlyMap<string, ExampleAnswer> | undefined =>
	loadPaths()?.reduce((all, { call, responses = {} }) => {
		for (const [status, bodies] of Object.entries(responses)) {
			const [body] = examplesIn(bodies).values();
			if (/^2/.test(status) && body !== undefined && !all.has(call)) {
				all.set(call, { status: Number(status), body });
			}
		}
		return all;
	}, new Map<string, ExampleAnswer>());

const examplesIn = (bodies: Bodies | undefined): Examples =>
	new Map(
		Object.values(bodies?.content ?? {}).flatMap((content) =>
			Object.entries(content.examples ?? {}).map(([name, { value }]) => [name, value] as const),
		),
	);

/** The calls of the first edition that the environment names. */
function loadPaths() {
	const [file] = (process.env[VARIABLE] ?? '').split(delimiter).filter((name) => name !== '');
	if (file === undefined) return undefined;
	// JSON is YAML as well.
	const { paths = {} } = parse(readFileSync(file, 'utf8')) as Document;
	return Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, parts]) => ({
			call: `${method.toUpperCase()} ${path}`,
			...parts,
		})),
	);
}

import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';

import { parse } from 'yaml';

import { VARIABLE } from './document.mts';

interface Document {
	paths?: Record<
		string,
		Record<
			string,
			{
				requestBody?: {
					content?: Record<string, { examples?: Record<string, { value?: unknown }> }>;
				};
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
export function loadExamples(): ReadonlyMap<string, Examples> | undefined {
	const [file] = (process.env[VARIABLE] ?? '').split(delimiter).filter((name) => name !== '');
	if (file === undefined) return undefined;
	// JSON is YAML as well.
	const { paths = {} } = parse(readFileSync(file, 'utf8')) as Document;
	return new Map(
		Object.entries(paths).flatMap(([path, methods]) =>
			Object.entries(methods).map(([method, { requestBody }]): [string, Examples] => {
				const examples = Object.values(requestBody?.content ?? {}).flatMap((content) =>
					Object.entries(content.examples ?? {}),
				);
				return [
					`${method.toUpperCase()} ${path}`,
					new Map(examples.map(([name, { value }]) => [name, value])),
				];
			}),
		),
	);
}

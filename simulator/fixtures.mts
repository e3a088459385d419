import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

/** A call with its answer, recorded by `npm run check:xi` with every value of the account replaced. */
export interface Fixture {
	method: string;
	/** Route template, for example `/resellers/v6/orders/{orderNumber}`. */
	endpoint: string;
	pathValues: Record<string, string>;
	query: [string, string][];
	/** The body that was sent. */
	sent?: unknown;
	status: number;
	answer?: unknown;
}

/** A request as fixtures are looked for. */
export type Asked = Pick<Fixture, 'method' | 'endpoint' | 'pathValues' | 'query' | 'sent'>;

/** Answers that were recorded. */
export interface Fixtures {
	readonly count: number;
	find(asked: Asked): Fixture | undefined;
}

/**
 * Reads the fixtures of a folder.
 *
 * @throws Error when it has none, or a file in it is none
 */
export function loadFixtures(directory: string): Fixtures {
	const files = readdirSync(directory)
		.filter((name) => name.endsWith('.json'))
		.sort();
	if (files.length === 0) throw new Error(`${directory} has no fixtures`);
	return fixturesOf(files.map((name) => readFixture(join(directory, name))));
}

function readFixture(file: string): Fixture {
	const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<Fixture>;
	if (typeof read.endpoint !== 'string' || typeof read.status !== 'number') {
		throw new Error(`${file} is no fixture`);
	}
	return { method: 'GET', pathValues: {}, query: [], ...read } as Fixture;
}

/**
 * Answers with fixtures: with the one of the same request or, if there is none, with the one that is
 * most like it. Another number in the path is another thing, of which nothing is known.
 */
export function fixturesOf(all: readonly Fixture[]): Fixtures {
	return {
		count: all.length,
		find: (asked) => {
			const fitting = all.filter(
				({ method, endpoint, pathValues }) =>
					method === asked.method &&
					endpoint === asked.endpoint &&
					isDeepStrictEqual(pathValues, asked.pathValues),
			);
			return fitting.toSorted((one, other) => likeness(other, asked) - likeness(one, asked))[0];
		},
	};
}

function likeness({ query, sent }: Fixture, asked: Asked): number {
	const same = query.filter(([name, value]) =>
		asked.query.some(([otherName, other]) => name === otherName && value === other),
	);
	return same.length + (isDeepStrictEqual(sent, asked.sent) ? 100 : 0);
}

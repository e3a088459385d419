import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Fixture } from '../simulator/fixtures.mts';
import { WrongArgument } from './arguments.mts';
import type { Exchange } from './exchange.mts';
import { isPage, rowsOf } from './paging.mts';
import { createRedactor, type Redactor } from './redact.mts';
import { isKnownRoute } from './words.mts';

/** Throws WrongArgument for what is no folder, or has something in it: fixtures of two runs do not go together. */
export function requireEmpty(directory: string): void {
	if (!existsSync(directory)) return;
	if (!statSync(directory).isDirectory()) throw new WrongArgument('--record names no folder');
	if (readdirSync(directory).length === 0) return;
	throw new WrongArgument('The folder of --record is not empty; name a new one');
}

/** Makes fixtures of what went over the wire, with every value of the account replaced. */
export function fixturesOf(exchanges: readonly Exchange[]): Fixture[] {
	const answered = exchanges.filter(
		({ method, endpoint, status }) => status !== undefined && isKnownRoute(`${method} ${endpoint}`),
	);
	const redactor = createRedactor(
		answered.flatMap(({ pathValues, query, sent, answer }) => [
			Object.values(pathValues),
			query.map(([, value]) => value),
			sent,
			answer,
		]),
	);
	return answered.map((exchange) => fixtureOf(exchange, redactor, countOf(exchange, answered)));
}

function fixtureOf(exchange: Exchange, redactor: Redactor, count: number | undefined): Fixture {
	const { method, endpoint, pathValues, query, sent, status = 0, answer } = exchange;
	const said = redactor.value(answer);
	if (count !== undefined) setCount(said, count);
	return {
		method,
		endpoint,
		pathValues: redactor.value(pathValues) as Record<string, string>,
		query: query.map(([name, value]) => [
			name,
			isPageValue(name) ? value : redactor.text(value, name),
		]),
		...(sent === undefined ? {} : { sent: redactor.value(sent) }),
		status,
		...(said === undefined ? {} : { answer: said }),
	};
}

const isPageValue = (name: string): boolean => /^(page|size|page_?size|page_?number)$/i.test(name);

/** How many records of a search were recorded: it must not promise more. */
function countOf(exchange: Exchange, all: readonly Exchange[]): number | undefined {
	if (!isPage(exchange)) return undefined;
	return all
		.filter((other) => isPage(other) && other.endpoint === exchange.endpoint)
		.reduce((sum, { answer }) => sum + rowsOf(answer).length, 0);
}

function setCount(answer: unknown, count: number): void {
	const top: unknown = Array.isArray(answer) ? answer[0] : answer;
	if (typeof top !== 'object' || top === null) return;
	for (const [name, value] of Object.entries(top)) {
		if (!/^records_?found$/i.test(name)) continue;
		Object.assign(top, { [name]: typeof value === 'string' ? String(count) : count });
	}
}

/**
 * Writes fixtures, a file each, as `npm run simulator -- --fixtures` takes them.
 *
 * @returns how many
 */
export function writeFixtures(directory: string, exchanges: readonly Exchange[]): number {
	requireEmpty(directory);
	mkdirSync(directory, { recursive: true });
	const fixtures = fixturesOf(exchanges);
	for (const [i, fixture] of fixtures.entries()) {
		const words = fixture.endpoint.split('/').filter((part) => /^[a-z0-9.]+$/i.test(part));
		const name = [String(i + 1).padStart(3, '0'), fixture.method.toLowerCase(), ...words.slice(1)];
		writeFileSync(
			join(directory, `${name.join('-')}.json`),
			`${JSON.stringify(fixture, null, '\t')}\n`,
		);
	}
	return fixtures.length;
}

import { readFileSync } from 'node:fs';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { countryNames, profileOf } from '../simulator/index.mts';
import type { Engine } from '../test/engine/engine.mts';
import type { Wishes } from './arguments.mts';
import { callsFor, expectations } from './expected.mts';
import { findingsOf, type Verdict, verdictOf } from './findings.mts';
import { requireEmpty, writeFixtures } from './record.mts';
import { type ReportHead, requireFolder, writeReports } from './report.mts';
import { runCalls } from './run.mts';
import { countryLines, oddLines, serviceLines, tableOf } from './table.mts';

/** Where a check tells what it does and finds. */
export interface Told {
	line(text: string): void;
	/** How many operations of how many are done, and the one that is next; '' once all are. */
	progress(done: number, total: number, next: string): void;
}

interface Manifest {
	version: string;
	bugs: { url: string };
}

const headed = (title: string, lines: readonly string[]): string[] =>
	lines.length > 0 ? ['', `${title}:`, ...lines.map((line) => `  ${line}`)] : [];

/**
 * Checks an account and tells what was found.
 *
 * @param account as a credential holds it; nothing of it is told or stored
 * @returns the last line, which is not told yet, and the exit code
 */
export async function checkAccount(
	engine: Engine,
	account: ICredentialDataDecryptedObject,
	{ order, report, record }: Wishes,
	told: Told,
): Promise<Verdict> {
	if (record) requireEmpty(record);
	if (report) requireFolder(report);
	const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
	const code = account.countryCode as string;
	const country = countryNames.find((name) => name === (code === 'IA' ? 'IN' : code));
	const expected = await expectations(engine, country);

	const credential = await engine.credentials.add('ingramMicroXiOAuth2Api', account);
	const calls = callsFor(order);
	const run = await runCalls(engine, credential, calls, (done, next) =>
		told.progress(done, calls.length, next),
	);
	const findings = findingsOf(run, expected);
	const head: ReportHead = {
		version: manifest.version,
		environment: account.environment as ReportHead['environment'],
		countryCode: code,
		...(country && { country: profileOf(country) }),
		at: new Date(),
	};

	const odd = oddLines(findings, (sentence) => sentence);
	const lines = [
		tableOf(findings),
		...headed('To report', odd),
		...headed('The service', serviceLines(findings)),
		...headed(`What is known of ${code}`, head.country ? countryLines(head.country) : []),
		'',
	];
	for (const line of lines) told.line(line);
	if (report) {
		const files = writeReports(report, findings, head).join(' and ');
		told.line(`The report, without values of the account: ${files}`);
		if (odd.length > 0) told.line(`It can be sent to ${manifest.bugs.url}`);
	} else if (odd.length > 0) {
		told.line('With --report FILE it is written without values of the account, to be handed on');
	}
	if (record) {
		const count = writeFixtures(
			record,
			run.results.flatMap(({ exchanges }) => exchanges),
		);
		told.line(`${count} answers, every value replaced: npm run simulator -- --fixtures ${record}`);
	}
	return verdictOf(findings);
}

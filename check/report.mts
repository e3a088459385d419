import { accessSync, constants, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { type CountryProfile } from '../simulator/index.mts';
import { WrongArgument } from './arguments.mts';
import { type Findings, verdictOf } from './findings.mts';
import { safeText } from './safeText.mts';
import { cellsOf, countryLines, markdownTable, oddLines, serviceLines } from './table.mts';

/** What a report says of its run, beside what was found. */
export interface ReportHead {
	/** Version of the package. */
	version: string;
	environment: 'production' | 'sandbox' | 'custom';
	/** The account's country: two letters that many accounts share. */
	countryCode: string;
	country?: CountryProfile;
	at: Date;
}

const bullets = (lines: readonly string[], none: string): string =>
	lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : none;

/** The report for people. No value of the account is in it: all are told by their type and shape. */
export function markdownReport(findings: Findings, head: ReportHead): string {
	return `# Check of an XI account

n8n-nodes-ingram-micro ${head.version}, ${head.environment}, country ${head.countryCode}, ${head.at.toISOString().slice(0, 10)}.

**${verdictOf(findings).line}**

Values are not in this report. \`A\` stands for a capital, \`a\` for another letter, \`9\` for a digit.

${markdownTable(findings.rows.map(cellsOf))}

## To report

${bullets(oddLines(findings, safeText), 'Nothing.')}

## The service

${bullets(serviceLines(findings), '')}

## What is known of the country

${bullets(head.country ? countryLines(head.country) : [], 'The package knows nothing special about it.')}
`;
}

/** The same for programs. */
export function jsonReport(findings: Findings, head: ReportHead): object {
	const { line, exitCode } = verdictOf(findings);
	return {
		package: `n8n-nodes-ingram-micro ${head.version}`,
		environment: head.environment,
		countryCode: head.countryCode,
		date: head.at.toISOString().slice(0, 10),
		verdict: line,
		exitCode,
		service: serviceLines(findings),
		operations: findings.rows.map(({ failures, ...row }) => ({
			...row,
			slowest: Math.round(row.slowest),
			notCompared: row.notCompared.map(safeText),
			failures: failures.map(({ message, ...rest }) => ({ ...rest, message: safeText(message) })),
		})),
	};
}

/** Throws WrongArgument where no file can be written: better before the calls than behind them. */
export function requireFolder(file: string): void {
	try {
		accessSync(dirname(resolve(file)), constants.W_OK);
	} catch {
		throw new WrongArgument(
			'The folder of --report is not there, or nothing can be written to it; name another file',
		);
	}
}

/**
 * Writes both reports, beside each other.
 *
 * @param file with or without .md or .json at its end
 * @returns the files' names
 */
export function writeReports(file: string, findings: Findings, head: ReportHead): string[] {
	const base = file.replace(/\.(md|json)$/i, '');
	writeFileSync(`${base}.md`, markdownReport(findings, head));
	writeFileSync(`${base}.json`, `${JSON.stringify(jsonReport(findings, head), null, '\t')}\n`);
	return [`${base}.md`, `${base}.json`];
}

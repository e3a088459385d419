import Table from 'cli-table3';

import { type CountryProfile } from '../simulator/index.mts';
import type { Findings, Row } from './findings.mts';

const columns = ['Operation', 'Calls', 'Status', 'Slowest', 'Result'];

function resultOf(row: Row): string {
	if (row.skipped !== undefined) return `not run: ${row.skipped}`;
	const parts = [
		...(row.failures.length > 0 ? [`${row.failures.length} failed`] : []),
		...(row.differences.length > 0 ? [`${row.differences.length} differ`] : []),
		...(row.paging.length > 0 ? [`${row.paging.length} about pages`] : []),
	];
	return parts.length > 0 ? parts.join(', ') : 'as expected';
}

/** The rows of the table, as texts. */
export const cellsOf = (row: Row): string[] => [
	row.title,
	String(row.calls),
	row.statuses.join(', '),
	row.calls === 0 ? '' : `${Math.round(row.slowest)} ms`,
	resultOf(row),
];

/** The table, for a terminal. */
export function tableOf({ rows }: Findings): string {
	const table = new Table({ head: columns, style: { head: [], border: [], compact: true } });
	table.push(...rows.map(cellsOf));
	return table.toString();
}

/** The table, for Markdown. */
export function markdownTable(
	rows: readonly string[][],
	head: readonly string[] = columns,
): string {
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What is odd, a line each; `say` decides what of a sentence is shown. */
export function oddLines({ rows }: Findings, say: (sentence: string) => string): string[] {
	return rows.flatMap(({ title, failures, differences, paging }) => [
		...failures.map(({ message, reason, status }) => {
			const why = [status, reason].filter((part) => part !== undefined).join(', ');
			return `${title} failed${why === '' ? '' : ` (${why})`}: ${say(message)}`;
		}),
		...differences.map(({ kind, path, met, expected, endpoint }) => {
			const wanted = expected === '' ? '' : `, expected ${expected}`;
			return `${title}, ${endpoint}: ${kind} ${path === '' ? 'the answer' : path}: ${met}${wanted}`;
		}),
		...paging.map((odd) => `${title}: ${odd}`),
	]);
}

/** What the headers and the token say. */
export function serviceLines({ rows, tokenLife }: Findings): string[] {
	const rates = rows.filter(({ rate }) => rate.limit !== undefined);
	const limits = [...new Set(rates.map(({ rate }) => rate.limit))];
	const fewest = Math.min(...rates.map(({ rate }) => rate.remaining ?? Infinity));
	const resets = rates.map(({ rate }) => rate.resetSeconds ?? 0);
	const answered = rows.filter(({ calls }) => calls > 0).length;
	return [
		tokenLife === undefined
			? 'Token: its life is not said'
			: `Token: it is said to live ${String(Number(tokenLife))} s, sent as a ${typeof tokenLife === 'string' ? 'text' : 'number'}`,
		rates.length === 0
			? 'Rate limit: no answer has the headers X-RateLimit-*'
			: `Rate limit: ${limits.join(' or ')} calls in a window by the headers of ${rates.length} of ${answered} operations` +
				`${Number.isFinite(fewest) ? `, at least ${fewest} of them left` : ''}, the window ends within ${Math.max(...resets)} s`,
	];
}

/** What is known of the account's country, and how surely. */
export const countryLines = ({ facts }: Pick<CountryProfile, 'facts'>): string[] =>
	facts.map(({ fact, source, sure }) => `${fact} (${source}, ${sure})`);

import Table from 'cli-table3';

import { type Figure, isKept, type Part, type Promised } from './figures.mts';

const figure = (value: number | undefined, digits: number): string =>
	value === undefined ? '' : value.toLocaleString('en-US', { maximumFractionDigits: digits });

/** The ratio to this package's own figure for the same job. */
function beside(all: readonly Figure[], one: Figure): string {
	const ours = all.find(({ job, by }) => job === one.job && by === 'this package');
	if (!ours?.seconds || one.seconds === undefined || ours === one) return '';
	return `${figure(one.seconds / ours.seconds, 2)} ×`;
}

/** A table: its head, then its rows. */
type Rows = [head: string[], ...rows: string[][]];

/** The figures, each beside this package's own. */
const figureRows = (figures: readonly Figure[]): Rows => [
	['What', 'By', 'Seconds', 'Time beside ours', 'Calls', 'Results', 'Also'],
	...figures.map((one) => [
		one.job,
		one.by,
		figure(one.seconds, 2),
		beside(figures, one),
		figure(one.calls, 0),
		one.results ? `${figure(one.results[0], 0)} of ${figure(one.results[1], 0)}` : '',
		one.other ?? '',
	]),
];

/** What is promised, beside what was measured. */
const promiseRows = (promises: readonly Promised[]): Rows => [
	['Promise', 'Measured', 'Limit', 'Kept'],
	...promises.map((one) => [
		one.what,
		`${figure(one.measured, 2)} ${one.unit}`,
		`at ${one.kind} ${figure(one.limit, 2)} ${one.unit}`,
		isKept(one) ? 'yes' : 'NO',
	]),
];

function drawn([head, ...rows]: Rows): string {
	const table = new Table({ head, style: { head: [], border: [] } });
	table.push(...rows);
	return table.toString();
}

const inMarkdown = ([head, ...rows]: Rows): string =>
	[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The tables for a terminal. */
export const shown = ({ figures, promises }: Part): string =>
	`${drawn(figureRows(figures))}\n${drawn(promiseRows(promises))}`;

/** The tables for a page. */
export const pageOf = (machine: string, { figures, promises }: Part): string =>
	`Measured on ${machine}.\n\n${inMarkdown(figureRows(figures))}\n\n${inMarkdown(promiseRows(promises))}`;

/** All parts as one. */
export const joined = (parts: readonly Part[]): Part => ({
	figures: parts.flatMap(({ figures }) => figures),
	promises: parts.flatMap(({ promises }) => promises),
});

/** The figures of an earlier run, with those that were measured anew in their places. */
export const renewed = (last: Part, now: Part): Part => ({
	figures: last.figures.map(
		(old) => now.figures.find(({ job, by }) => job === old.job && by === old.by) ?? old,
	),
	promises: last.promises.map((old) => now.promises.find(({ what }) => what === old.what) ?? old),
});

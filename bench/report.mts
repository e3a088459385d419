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

function table(head: string[], rows: string[][]): string {
	const drawn = new Table({ head, style: { head: [], border: [] } });
	drawn.push(...rows);
	return drawn.toString();
}

/** The figures as a table, each beside this package's own. */
export const figuresTable = (figures: readonly Figure[]): string =>
	table(
		['What', 'By', 'Seconds', 'Time beside ours', 'Calls', 'Results', ''],
		figures.map((one) => [
			one.job,
			one.by,
			figure(one.seconds, 2),
			beside(figures, one),
			figure(one.calls, 0),
			one.results ? `${figure(one.results[0], 0)} of ${figure(one.results[1], 0)}` : '',
			one.other ?? '',
		]),
	);

/** What is promised, beside what was measured. */
export const promisesTable = (promises: readonly Promised[]): string =>
	table(
		['Promise', 'Measured', 'Limit', ''],
		promises.map((one) => [
			one.what,
			`${figure(one.measured, 2)} ${one.unit}`,
			`at ${one.kind} ${figure(one.limit, 2)} ${one.unit}`,
			isKept(one) ? 'kept' : 'NOT KEPT',
		]),
	);

/** All parts as one. */
export const joined = (parts: readonly Part[]): Part => ({
	figures: parts.flatMap(({ figures }) => figures),
	promises: parts.flatMap(({ promises }) => promises),
});

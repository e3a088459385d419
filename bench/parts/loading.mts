import { saidBy, startProcess } from '../childProcess.mts';
import { median, type Part } from '../figures.mts';
import type { LoadReport } from './loadingProcess.mts';

const TIMES = 20;

const loadOnce = async (how: 'start' | 'installation') =>
	await saidBy<LoadReport>(startProcess('parts/loadingProcess.mts', [how], ['--expose-gc']));

async function medians(how: 'start' | 'installation'): Promise<LoadReport> {
	const reports: LoadReport[] = [];
	for (let time = 0; time < TIMES; time++) reports.push(await loadOnce(how));
	return {
		milliseconds: median(reports.map(({ milliseconds }) => milliseconds)),
		megabytes: median(reports.map(({ megabytes }) => megabytes)),
	};
}

/** (e) What the package adds to n8n: at its start, and when the package is installed while n8n runs. */
export async function loading(): Promise<Part> {
	const atStart = await medians('start');
	const installed = await medians('installation');
	const shown = ({ milliseconds, megabytes }: LoadReport) =>
		`${milliseconds.toFixed(1)} ms, ${megabytes.toFixed(1)} MB (median of ${TIMES})`;
	return {
		figures: [
			{ job: 'Loading at n8n’s start', by: 'this package', other: shown(atStart) },
			{ job: 'Loading at its installation', by: 'this package', other: shown(installed) },
		],
		promises: [
			{
				what: 'Time that n8n’s start takes longer',
				measured: atStart.milliseconds,
				limit: 30,
				kind: 'most',
				unit: 'ms',
			},
			{
				what: 'Memory that n8n’s start takes more',
				measured: atStart.megabytes,
				limit: 5,
				kind: 'most',
				unit: 'MB',
			},
		],
	};
}

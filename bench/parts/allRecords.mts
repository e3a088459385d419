import { saidBy, startProcess } from '../childProcess.mts';
import type { Part } from '../figures.mts';
import { startXi } from '../xi.mts';
import type { HeapReport } from './recordsProcess.mts';

/** Not 10,000: XI may cut a search there, so the node takes a list of just that many for cut. */
export const RECORDS = 9_900;

/** (c) All records of a search by Return All: how much memory it takes beside the records themselves. */
export async function allRecords(): Promise<Part> {
	const xi = await startXi({ products: RECORDS, callsPerWindow: 0 });
	const run = async (who: 'ours' | 'floor') =>
		await saidBy<HeapReport>(
			startProcess('parts/recordsProcess.mts', [who, xi.url, String(RECORDS)], ['--expose-gc']),
		);
	const records = await run('floor');
	const we = await run('ours');
	await xi.stop();
	const job = `Return All over ${RECORDS.toLocaleString('en-US')} products`;
	const shown = ({ held, peak }: HeapReport) =>
		`${held.toFixed(1)} MB held, ${peak.toFixed(0)} MB at the peak`;
	return {
		figures: [
			{
				job,
				by: 'this package',
				seconds: we.seconds,
				results: [we.count, RECORDS],
				other: shown(we),
			},
			{
				job,
				by: 'bare axios',
				seconds: records.seconds,
				results: [records.count, RECORDS],
				other: shown(records),
			},
		],
		promises: [
			{
				what: `${job}: all of them`,
				measured: Math.min(we.count, records.count),
				limit: RECORDS,
				kind: 'least',
				unit: 'records',
			},
			{
				what: 'Return All: heap after a collection, beside that of the records alone',
				measured: we.held / records.held,
				limit: 1.5,
				kind: 'most',
				unit: 'times',
			},
		],
	};
}

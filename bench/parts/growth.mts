import { saidBy, startProcess } from '../childProcess.mts';
import type { Figure, Part, Promised } from '../figures.mts';
import { joined } from '../report.mts';
import { startXi } from '../xi.mts';
import type { Growing, Growth } from './growthProcess.mts';

interface GrowthWork {
	name: string;
	kind: Growing;
	/** The number of items or records, growing. */
	sizes: readonly number[];
}

/** XI shows no more than 10,000 records of a search, and the node takes a list of just that many for cut. */
const WORK: readonly GrowthWork[] = [
	{ name: 'Prices', kind: 'prices', sizes: [1_000, 10_000, 100_000] },
	{ name: 'Previews of orders from rows', kind: 'orders', sizes: [300, 3_000] },
	{ name: 'Return All', kind: 'records', sizes: [990, 9_900] },
];

const jobOf = ({ name }: GrowthWork, size: number): string =>
	`${name}: ${size.toLocaleString('en-US')}`;

/** (g) Whether time and memory an item stay the same when there are more items. */
export async function growth(): Promise<Part> {
	const parts: Part[] = [];
	for (const work of WORK) {
		const grown: Array<{ size: number; growth: Growth }> = [];
		for (const size of work.sizes) {
			// As many products as there are records; what was asked by no number of theirs is a row too.
			const products = work.kind === 'records' ? size : 100;
			const xi = await startXi({ products, callsPerWindow: 0 });
			const args = [work.kind, xi.url, String(size)];
			const growth = await saidBy<Growth>(
				startProcess('parts/growthProcess.mts', args, ['--expose-gc']),
			);
			await xi.stop();
			console.log(`  ${jobOf(work, size)}: ${JSON.stringify(growth)}`);
			grown.push({ size, growth });
		}
		const [first] = grown;
		const eachOf = ({ size, growth: { milliseconds } }: (typeof grown)[number]): number =>
			milliseconds / size;
		parts.push({
			figures: grown.map((one): Figure => {
				const { held, peak, json } = one.growth;
				return {
					job: jobOf(work, one.size),
					by: 'this package',
					other: `${(eachOf(one) * 1_000).toFixed(0)} µs of processor time each; ${json.toFixed(1)} MB of JSON, ${held.toFixed(1)} MB held${peak > 0 ? `, ${peak.toFixed(1)} MB at the peak` : ''}`,
				};
			}),
			promises: grown.slice(1).flatMap((one): Promised[] => [
				{
					what: `${jobOf(work, one.size)}: time of each, beside that of ${first.size.toLocaleString('en-US')}`,
					measured: eachOf(one) / eachOf(first),
					limit: 1.2,
					kind: 'most',
					unit: 'times',
				},
				{
					what: `${jobOf(work, one.size)}: memory held, beside input and output as JSON`,
					measured: one.growth.held / one.growth.json,
					limit: 2,
					kind: 'most',
					unit: 'times',
				},
				// Work that waits for nothing lets nobody look at it meanwhile.
				...(one.growth.peak > 0
					? [
							{
								what: `${jobOf(work, one.size)}: memory at the peak, beside the same`,
								measured: one.growth.peak / one.growth.json,
								limit: 2,
								kind: 'most',
								unit: 'times',
							} satisfies Promised,
						]
					: []),
			]),
		});
	}
	return joined(parts);
}

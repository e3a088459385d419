import { pack } from '../../real-n8n/package.mts';
import { type Figure, median, type Part } from '../figures.mts';
import { priceOfItem } from '../ownNodes.mts';
import { RealN8n } from '../realN8n.mts';
import { ORDER_OF_ROWS, PRICE_OF_ITEM, ROWS_AN_ORDER, rowsOf } from '../work.mts';
import { startXi, type Xi } from '../xi.mts';

const PRICES = 5_000;
const ORDERS = 1_000;
const TURNS = 5;

/** Seconds of each run, by who made it. */
type Measured = Map<string, number[]>;

function note(all: Measured, by: string, seconds: number): void {
	all.set(by, [...(all.get(by) ?? []), seconds]);
	console.log(`  ${by}: ${seconds.toFixed(2)} s`);
}

/** A line of the table for each who was measured, with the median. */
const figuresOf = (job: string, all: Measured): Figure[] =>
	[...all].map(([by, seconds]) => ({
		job,
		by,
		seconds: median(seconds),
		other: `median of ${seconds.length}, from ${Math.min(...seconds).toFixed(2)} s to ${Math.max(...seconds).toFixed(2)} s`,
	}));

/** How many times as long as this package another took, by the medians of what was measured in turns. */
function timesOf(all: Measured, by: string): number {
	const [other, own] = [by, US].map((name) => median(all.get(name) ?? []));
	return other / own;
}

const US = 'this package';
const THEY = 'HTTP Request node';
const OTHER = 'the other build';

type Build = readonly [by: string, n8n: RealN8n];

/** Works with this build in a real n8n and, where there is one, another build in an n8n of its own. */
async function withBuilds(
	other: string | undefined,
	work: (builds: readonly Build[], xi: Xi) => Promise<Part>,
): Promise<Part> {
	const xi = await startXi({ products: PRICES + 100, callsPerWindow: 0 });
	const builds: Build[] = [];
	try {
		builds.push([US, await RealN8n.start(await pack(), 'bench-real', xi)]);
		if (other !== undefined) builds.push([OTHER, await RealN8n.start(other, 'bench-other', xi)]);
		return await work(builds, xi);
	} finally {
		for (const [, n8n] of builds) await n8n.stop();
		await xi.stop();
	}
}

/** Each goes first as often as the other. */
const inOrder = (builds: readonly Build[], turn: number): Build[] =>
	turn % 2 === 0 ? [...builds] : [...builds].reverse();

const count = (number: number): string => number.toLocaleString('en-US');

/**
 * (e) Prices of many products in a real n8n, which evaluates expressions in an isolate. In turns, so
 * that what the machine does besides falls on all alike.
 *
 * @param other tarball of another build of this package, which runs in an n8n of its own
 */
export const pricesInN8n = async (other?: string): Promise<Part> =>
	await withBuilds(other, async (builds, xi) => {
		const [[, first]] = builds;
		const skus = (await xi.productNumbers()).slice(-PRICES);
		const items = skus.map((ingramPartNumber) => ({ ingramPartNumber }));
		const all: Measured = new Map();
		let fewest = PRICES;
		for (let turn = 0; turn < TURNS; turn++) {
			for (const [by, n8n] of inOrder(builds, turn)) {
				const node = n8n.ours('IngramMicroProductCatalog', PRICE_OF_ITEM);
				const { seconds, good } = await n8n.run(node, items);
				note(all, by, seconds);
				fewest = Math.min(fewest, good);
			}
			const { seconds } = await first.run(first.httpRequest(priceOfItem(xi.url)), items);
			note(all, THEY, seconds);
		}
		const job = `Prices of ${count(PRICES)} SKUs in n8n ${first.version}, no limit, no latency`;
		return {
			figures: figuresOf(job, all),
			promises: [
				{
					what: `${job}: all results for this package`,
					measured: fewest,
					limit: PRICES,
					kind: 'least',
					unit: 'results',
				},
				{
					what: `${job}: faster than the HTTP Request node with all calls at once`,
					measured: timesOf(all, THEY),
					limit: 40,
					kind: 'least',
					unit: 'times',
				},
			],
		};
	});

/**
 * (f) Orders out of many rows in the same n8n, as far as the first call: previews, which read, check and
 * gather all rows and send nothing.
 */
export const ordersInN8n = async (other?: string): Promise<Part> =>
	await withBuilds(other, async (builds, xi) => {
		const skus = (await xi.productNumbers()).slice(0, 50);
		const all: Measured = new Map();
		let fewest = ORDERS;
		for (let turn = 0; turn < TURNS; turn++) {
			for (const [by, n8n] of inOrder(builds, turn)) {
				const node = n8n.ours('IngramMicroOrders', ORDER_OF_ROWS);
				const { seconds, good } = await n8n.run(node, rowsOf(skus, ORDERS * ROWS_AN_ORDER));
				note(all, by, seconds);
				fewest = Math.min(fewest, good);
			}
		}
		const job = `Previews of ${count(ORDERS)} orders from ${count(ORDERS * ROWS_AN_ORDER)} rows of twelve fields in n8n ${builds[0][1].version}`;
		return {
			figures: figuresOf(job, all),
			promises: [
				{ what: `${job}: all`, measured: fewest, limit: ORDERS, kind: 'least', unit: 'orders' },
			],
		};
	});

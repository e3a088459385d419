import type { Engine } from '../../test/engine/engine.mts';
import { type Figure, type Part, timed } from '../figures.mts';
import { Floor } from '../floor.mts';
import { priceOfItem } from '../ownNodes.mts';
import { good, runHttpRequest, runOurs } from '../workflow.mts';
import { startXi, type Xi } from '../xi.mts';

const ENDPOINT = '/resellers/v6/catalog/priceandavailability';
const LATENCY_MS = 50;
const CALLS_A_WINDOW = 60;
/** A minute, scaled. */
export const WINDOW_SECONDS = 10;
const SKUS_A_CALL = 50;

/**
 * The least time that so many calls take at 60 a window: the full windows that have to pass, and a
 * second for each, since XI tells the end of a window in whole seconds and clocks differ.
 */
export const leastSeconds = (calls: number): number =>
	Math.floor((calls - 1) / CALLS_A_WINDOW) * (WINDOW_SECONDS + 1);

const ask = {
	operation: 'getPriceAndAvailability',
	product: { __rl: true, mode: 'ingramPartNumber', value: '={{ $json.ingramPartNumber }}' },
};

/** What the contestants need for one job. */
interface Field {
	engine: Engine;
	xi: Xi;
	input: Array<{ ingramPartNumber: string }>;
	job: string;
}

async function measured(
	{ xi, input, job }: Field,
	by: string,
	work: () => Promise<number>,
): Promise<Figure & { seconds: number; calls: number; results: [number, number] }> {
	await xi.calls(ENDPOINT);
	const { seconds, result } = await timed(work);
	const { all } = await xi.calls(ENDPOINT);
	return { job, by, seconds, calls: all, results: [result, input.length] };
}

async function ours(field: Field) {
	const credential = await field.engine.addCredential(field.xi.url);
	return await measured(field, 'this package', async () =>
		good(await runOurs(field.engine, credential, 'ingramMicroProductCatalog', ask, field.input)),
	);
}

async function theirs(field: Field) {
	const credential = await field.engine.addCredential(field.xi.url);
	return await measured(field, 'HTTP Request node', async () =>
		good(await runHttpRequest(field.engine, credential, priceOfItem(field.xi.url), field.input)),
	);
}

const bare = async (field: Field) =>
	await measured(field, 'bare axios', async () => {
		const floor = await Floor.signIn(field.xi.url);
		const found = await floor.prices(field.input.map(({ ingramPartNumber }) => ingramPartNumber));
		return found.length;
	});

async function fieldOf(engine: Engine, job: string, count: number, callsPerWindow: number) {
	const xi = await startXi({
		products: 10_100,
		latencyMs: LATENCY_MS,
		callsPerWindow,
		windowSeconds: WINDOW_SECONDS,
	});
	const numbers = (await xi.productNumbers()).slice(-count);
	const input = numbers.map((ingramPartNumber) => ({ ingramPartNumber }));
	return { engine, xi, input, job };
}

/** (a) Price and stock of many products, without a limit and at 60 calls a window. */
export async function prices(engine: Engine): Promise<Part> {
	const part: Part = { figures: [], promises: [] };
	for (const count of [1_000, 10_000]) {
		const shown = count.toLocaleString('en-US');
		const free = await fieldOf(engine, `Prices of ${shown} SKUs, no limit`, count, 0);
		const [we, they] = [await ours(free), await theirs(free)];
		part.figures.push(we, they, await bare(free));
		await free.xi.stop();
		part.promises.push(
			{
				what: `${shown} SKUs: fewer calls than the HTTP Request node`,
				measured: they.calls / we.calls,
				limit: 40,
				kind: 'least',
				unit: 'times',
			},
			{
				what: `${shown} SKUs: faster than the HTTP Request node`,
				measured: they.seconds / we.seconds,
				limit: 20,
				kind: 'least',
				unit: 'times',
			},
		);

		const job = `Prices of ${shown} SKUs, 60 calls a window`;
		const limited = await fieldOf(engine, job, count, CALLS_A_WINDOW);
		const slow = await ours(limited);
		part.figures.push(slow);
		await limited.xi.stop();
		const least = leastSeconds(count / SKUS_A_CALL);
		part.promises.push({
			what: `${shown} SKUs at 60 calls a window: all of them`,
			measured: slow.results[0],
			limit: count,
			kind: 'least',
			unit: 'SKUs',
		});
		if (least > 0) {
			part.promises.push({
				what: `${shown} SKUs at 60 calls a window: the least time that the limit allows, and 5 %`,
				measured: slow.seconds,
				limit: least * 1.05,
				kind: 'most',
				unit: 's',
			});
		}
		if (count === 1_000) {
			// In a window of its own: the limit counts for all who use the app.
			const again = await fieldOf(engine, job, count, CALLS_A_WINDOW);
			part.figures.push(await theirs(again));
			await again.xi.stop();
		}
	}
	return part;
}

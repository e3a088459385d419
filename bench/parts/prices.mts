import type { Engine } from '../../test/engine/engine.mts';
import { besideBare, type Job, underLimit, withoutLimit } from '../contest.mts';
import type { Part, Promised } from '../figures.mts';
import { priceOfItem } from '../ownNodes.mts';
import { joined } from '../report.mts';
import { good, runHttpRequest, runHttpRequestInLoop, runOurs } from '../workflow.mts';
import type { Xi } from '../xi.mts';

const SKUS_A_CALL = 50;

const ask = {
	operation: 'getPriceAndAvailability',
	product: { __rl: true, mode: 'ingramPartNumber', value: '={{ $json.ingramPartNumber }}' },
};

function jobOf(engine: Engine, count: number): Job {
	const numbers = async (xi: Xi) => (await xi.productNumbers()).slice(-count);
	const items = async (xi: Xi) =>
		(await numbers(xi)).map((ingramPartNumber) => ({ ingramPartNumber }));
	return {
		name: `Prices of ${count.toLocaleString('en-US')} SKUs`,
		endpoint: '/resellers/v6/catalog/priceandavailability',
		wanted: count,
		leastCalls: Math.ceil(count / SKUS_A_CALL),
		products: 10_100,
		ours: async (xi, credential) =>
			good(await runOurs(engine, credential, 'ingramMicroProductCatalog', ask, await items(xi))),
		httpRequest: async (xi, credential) =>
			good(await runHttpRequest(engine, credential, priceOfItem(xi.url), await items(xi))),
		...(count <= 1_000 && {
			inLoop: async (xi, credential) =>
				good(await runHttpRequestInLoop(engine, credential, priceOfItem(xi.url), await items(xi))),
		}),
		bare: async (xi, floor) => (await floor.prices(await numbers(xi))).length,
	};
}

/** (a) Price and stock of many products, without a limit and under it. */
export async function prices(engine: Engine): Promise<Part> {
	const parts: Part[] = [];
	for (const count of [1_000, 10_000]) {
		const job = jobOf(engine, count);
		parts.push(
			await withoutLimit(engine, job, ({ we, they, loop }) => [
				{
					what: `${we.job}: fewer calls than the HTTP Request node`,
					measured: they.calls / we.calls,
					limit: 40,
					kind: 'least',
					unit: 'times',
				},
				{
					what: `${we.job}: faster than the HTTP Request node with all calls at once`,
					measured: they.seconds / we.seconds,
					limit: 4,
					kind: 'least',
					unit: 'times',
				},
				...(loop
					? ([
							{
								what: `${we.job}: faster than the HTTP Request node in a loop`,
								measured: loop.seconds / we.seconds,
								limit: 20,
								kind: 'least',
								unit: 'times',
							},
						] satisfies Promised[])
					: []),
			]),
			await underLimit(engine, job),
		);
	}
	parts.push(await besideBare(engine, jobOf(engine, 10_000), 1.5));
	return joined(parts);
}

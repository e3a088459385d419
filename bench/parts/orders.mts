import type { Engine } from '../../test/engine/engine.mts';
import { type Figure, type Part, timed } from '../figures.mts';
import { Floor } from '../floor.mts';
import { orderOfItem } from '../ownNodes.mts';
import { good, runHttpRequest, runOurs } from '../workflow.mts';
import { startXi, type Xi } from '../xi.mts';
import { leastSeconds, WINDOW_SECONDS } from './prices.mts';

const ENDPOINT = '/resellers/v6.1/orders/{ordernumber}';
const ORDERS = 500;

const ask = {
	operation: 'get',
	order: { __rl: true, mode: 'id', value: '={{ $json.orderNumber }}' },
};

async function measured(xi: Xi, job: string, by: string, work: () => Promise<number>) {
	await xi.calls(ENDPOINT);
	const { seconds, result } = await timed(work);
	const { all } = await xi.calls(ENDPOINT);
	const figure: Figure = { job, by, seconds, calls: all, results: [result, ORDERS] };
	return { ...figure, seconds };
}

/** (b) The details of 500 orders, without a limit and at 60 calls a window. */
export async function orders(engine: Engine): Promise<Part> {
	const part: Part = { figures: [], promises: [] };
	const start = async (callsPerWindow: number) => {
		const xi = await startXi(
			{ latencyMs: 50, callsPerWindow, windowSeconds: WINDOW_SECONDS },
			ORDERS,
		);
		const input = xi.orderNumbers.map((orderNumber) => ({ orderNumber }));
		return { xi, input, credential: await engine.addCredential(xi.url) };
	};

	const free = await start(0);
	const job = `Details of ${ORDERS} orders, no limit`;
	part.figures.push(
		await measured(free.xi, job, 'this package', async () =>
			good(await runOurs(engine, free.credential, 'ingramMicroOrders', ask, free.input)),
		),
		await measured(free.xi, job, 'HTTP Request node', async () =>
			good(await runHttpRequest(engine, free.credential, orderOfItem(free.xi.url), free.input)),
		),
		await measured(free.xi, job, 'bare axios', async () => {
			const floor = await Floor.signIn(free.xi.url);
			return (await floor.orders(free.xi.orderNumbers)).length;
		}),
	);
	await free.xi.stop();

	const limited = await start(60);
	const limitedJob = `Details of ${ORDERS} orders, 60 calls a window`;
	const we = await measured(limited.xi, limitedJob, 'this package', async () =>
		good(await runOurs(engine, limited.credential, 'ingramMicroOrders', ask, limited.input)),
	);
	part.figures.push(we);
	await limited.xi.stop();
	part.promises.push(
		{
			what: `${ORDERS} orders at 60 calls a window: all of them`,
			measured: we.results?.[0] ?? 0,
			limit: ORDERS,
			kind: 'least',
			unit: 'orders',
		},
		{
			what: `${ORDERS} orders at 60 calls a window: the least time that the limit allows, and 5 %`,
			measured: we.seconds,
			limit: leastSeconds(ORDERS) * 1.05,
			kind: 'most',
			unit: 's',
		},
	);

	const again = await start(60);
	part.figures.push(
		await measured(again.xi, limitedJob, 'HTTP Request node', async () =>
			good(await runHttpRequest(engine, again.credential, orderOfItem(again.xi.url), again.input)),
		),
	);
	await again.xi.stop();
	return part;
}

import type { Engine } from '../test/engine/engine.mts';
import { type Figure, median, type Part, type Promised, timed } from './figures.mts';
import { Floor } from './floor.mts';
import { startXi, type Xi } from './xi.mts';

const CALLS_A_WINDOW = 60;
/** A minute, scaled, so that nobody has to wait for hours; all else is as long as it really is. */
const WINDOW_SECONDS = 10;
const LATENCY_MS = 50;

const NO_LIMIT = 'no limit';
const LIMITED = `${CALLS_A_WINDOW} calls a window of ${WINDOW_SECONDS} s`;

/** The windows that have to pass before the last of so many calls may be made. */
const fullWindows = (calls: number): number => Math.floor((calls - 1) / CALLS_A_WINDOW);

/**
 * The least time that so many calls take under the limit: the full windows that have to pass, and a
 * second for each, since XI tells the end of a window in whole seconds and clocks differ.
 */
const leastSeconds = (calls: number): number => fullWindows(calls) * (WINDOW_SECONDS + 1);

type Credential = Awaited<ReturnType<Engine['addCredential']>>;

/** One job, and how each contestant does it. Each tells how many good results came. */
export interface Job {
	/** E.g. "Prices of 1,000 SKUs". */
	name: string;
	/** The endpoint whose calls are counted. */
	endpoint: string;
	/** How many results there should be. */
	wanted: number;
	/** The least number of calls that the API allows. */
	leastCalls: number;
	/** What the simulator has in its books. */
	products?: number;
	orders?: number;
	ours(xi: Xi, credential: Credential): Promise<number>;
	httpRequest(xi: Xi, credential: Credential): Promise<number>;
	/** Where there is time for it, without a limit only. */
	inLoop?(xi: Xi, credential: Credential): Promise<number>;
	bare(xi: Xi, floor: Floor): Promise<number>;
}

interface Result extends Figure {
	seconds: number;
	calls: number;
	results: [came: number, wanted: number];
	/** Calls that XI answered with 429. */
	refused: number;
}

/** A simulator of its own for each contestant: the limit counts for all who use an app. */
async function contestant(
	job: Job,
	callsPerWindow: number,
	by: string,
	work: (xi: Xi) => Promise<number>,
): Promise<Result> {
	const xi = await startXi(
		{
			...(job.products !== undefined && { products: job.products }),
			latencyMs: LATENCY_MS,
			callsPerWindow,
			windowSeconds: WINDOW_SECONDS,
		},
		job.orders,
	);
	try {
		const { seconds, result } = await timed(async () => await work(xi));
		const { all, refused } = await xi.calls(job.endpoint);
		return {
			job: `${job.name}, ${callsPerWindow === 0 ? NO_LIMIT : LIMITED}`,
			by,
			seconds,
			calls: all,
			refused,
			results: [result, job.wanted],
			...(refused > 0 && { other: `${refused.toLocaleString('en-US')} calls refused` }),
		};
	} finally {
		await xi.stop();
	}
}

interface Results {
	we: Result;
	they: Result;
	bare: Result;
	/** The HTTP Request node with one call after the other. */
	loop?: Result;
}

async function contest(engine: Engine, job: Job, callsPerWindow: number): Promise<Results> {
	const signedIn = async (xi: Xi) => await engine.addCredential(xi.url);
	return {
		we: await contestant(
			job,
			callsPerWindow,
			'this package',
			async (xi) => await job.ours(xi, await signedIn(xi)),
		),
		they: await contestant(
			job,
			callsPerWindow,
			'HTTP Request node',
			async (xi) => await job.httpRequest(xi, await signedIn(xi)),
		),
		bare: await contestant(
			job,
			callsPerWindow,
			'bare axios',
			async (xi) => await job.bare(xi, await Floor.signIn(xi.url)),
		),
	};
}

const figuresOf = ({ we, they, loop, bare }: Results): Result[] => [
	we,
	they,
	...(loop ? [loop] : []),
	bare,
];

const all = ({ job, by, results: [came, wanted] }: Result): Promised => ({
	what: `${job}: all results for ${by}`,
	measured: came,
	limit: wanted,
	kind: 'least',
	unit: 'results',
});

/** Of ten thousand connections that are opened at the same moment, a few may break. */
const comparable = (result: Result): Promised => ({
	...all(result),
	what: `${result.job}: enough results for ${result.by} to compare with`,
	limit: result.results[1] * 0.99,
});

/** Without a limit everybody gets everything; what differs is how many calls and how long. */
export async function withoutLimit(
	engine: Engine,
	job: Job,
	promises: (results: Results) => Promised[] = () => [],
): Promise<Part> {
	const { inLoop } = job;
	const results: Results = {
		...(await contest(engine, job, 0)),
		...(inLoop && {
			loop: await contestant(
				job,
				0,
				'HTTP Request in a loop',
				async (xi) => await inLoop(xi, await engine.addCredential(xi.url)),
			),
		}),
	};
	const { we, they, loop, bare } = results;
	return {
		figures: figuresOf(results),
		promises: [
			...[we, ...(loop ? [loop] : []), bare].map(all),
			comparable(they),
			...promises(results),
		],
	};
}

/** Under the limit a node that does not know it loses what is too much; ours takes the least time. */
export async function underLimit(engine: Engine, job: Job): Promise<Part> {
	const results = await contest(engine, job, CALLS_A_WINDOW);
	const { we, they, bare } = results;
	const least = leastSeconds(job.leastCalls);
	return {
		figures: figuresOf(results),
		promises: [
			all(we),
			all(bare),
			{
				what: `${they.job}: calls of the HTTP Request node that the limit refuses`,
				measured: they.refused,
				limit: 1,
				kind: 'least',
				unit: 'calls',
			},
			...(least > 0
				? ([
						{
							what: `${we.job}: time, at least that of the full windows`,
							measured: we.seconds,
							limit: fullWindows(job.leastCalls) * WINDOW_SECONDS,
							kind: 'least',
							unit: 's',
						},
						{
							what: `${we.job}: the least time that the limit allows, and 5 %`,
							measured: we.seconds,
							limit: least * 1.05,
							kind: 'most',
							unit: 's',
						},
					] satisfies Promised[])
				: []),
		],
	};
}

const TURNS = 5;

/**
 * How much longer this package takes than a bare client that makes the fewest calls, without a limit. In
 * turns, each first as often as the other, so that what the machine does besides falls on both alike.
 */
export async function besideBare(engine: Engine, job: Job, most: number): Promise<Part> {
	const ours = async (xi: Xi) => await job.ours(xi, await engine.addCredential(xi.url));
	const bare = async (xi: Xi) => await job.bare(xi, await Floor.signIn(xi.url));
	const seconds: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
	for (let turn = 0; turn < TURNS; turn++) {
		const both = [
			async () => seconds.ours.push((await contestant(job, 0, 'this package', ours)).seconds),
			async () => seconds.bare.push((await contestant(job, 0, 'bare axios', bare)).seconds),
		];
		for (const run of turn % 2 === 0 ? both : both.reverse()) await run();
	}
	const name = `${job.name}, ${NO_LIMIT}, in turns`;
	const figure = (by: string, all: number[]): Figure => ({
		job: name,
		by,
		seconds: median(all),
		other: `median of ${TURNS}, from ${Math.min(...all).toFixed(2)} s to ${Math.max(...all).toFixed(2)} s`,
	});
	return {
		figures: [figure('this package', seconds.ours), figure('bare axios', seconds.bare)],
		promises: [
			{
				what: `${name}: time, beside that of a bare client with the fewest calls`,
				measured: median(seconds.ours) / median(seconds.bare),
				limit: most,
				kind: 'most',
				unit: 'times',
			},
		],
	};
}

import type { IDataObject } from 'n8n-workflow';

import { asError } from '../errors';
import type { Ask, LookOperation, Shown } from '../operation';
import { type Reason, XiFailure } from '../transport/failure';
import { pause } from '../transport/pause';
import { askFor } from './call';
import { concurrently } from './concurrently';
import { type Job, type Outcome, READS_AT_ONCE, type Run, withAccount } from './item';

/** Something that is looked at until it is settled, or its time is over. */
export interface Awaited {
	readonly job: Job;
	readonly minutes: number;
	look(ask: Ask): Promise<Shown>;
	/** What it comes to where no look told more; undefined: the failure of the last one. */
	otherwise?(failure: Error): IDataObject[];
}

/** After these the next look may show more. */
const PASSING: readonly Reason[] = [
	'maintenance',
	'interrupted',
	'serverFault',
	'unreadable',
	'unreachable',
	'rateLimited',
];
/** Seconds between one look and the next: soon, and then less and less often. */
const PAUSES = [2, 5, 10, 20, 30, 60];
/** So many looks at once, and so many a second from then on: half of XI's limit, for others need it too. */
const AT_ONCE = 30;
const A_SECOND = 0.5;

interface Open {
	readonly place: number;
	readonly until: number;
	shown?: Shown;
}

type Attempt<T> = { value: T } | { failure: Error };

const isPassing = (failure: Error): boolean =>
	failure instanceof XiFailure && PASSING.includes(failure.details.reason);

/**
 * Looks at things again and again, within the rate limit, until each is settled or its time is over,
 * and stops when the execution is stopped. Time counts from here.
 *
 * @returns what came of each; undefined where the execution ended before
 */
export async function awaitAll(
	run: Run,
	list: readonly Awaited[],
): Promise<Array<Attempt<IDataObject[]> | undefined>> {
	const results = new Array<Attempt<IDataObject[]> | undefined>(list.length).fill(undefined);
	const began = Date.now();
	let open = list.map(({ minutes }, place): Open => ({ place, until: began + minutes * 60_000 }));
	let looks = 0;
	for (let round = 0; open.length > 0; round += 1) {
		looks += open.length;
		const left = await concurrently(
			open,
			READS_AT_ONCE,
			async (one) => {
				const result = await lookAt(run, list[one.place], one);
				if (result !== undefined) results[one.place] = result;
				return { one, isOpen: result === undefined };
			},
			run.goesOn,
		);
		open = left.flatMap((seen) => (seen?.isOpen ? [seen.one] : []));
		if (open.length === 0 || !run.goesOn()) break;
		const pauseOf = PAUSES[Math.min(round, PAUSES.length - 1)] * 1_000;
		const allowed = began + ((looks + open.length - AT_ONCE) / A_SECOND) * 1_000;
		const next = Math.max(Date.now() + pauseOf, allowed);
		const wait = Math.min(next, ...open.map(({ until }) => until)) - Date.now();
		if (!(await pause(wait, run.context.getExecutionCancelSignal()))) break;
	}
	return results;
}

/** One look; what came of it, undefined where it is to be looked at again. */
async function lookAt(
	run: Run,
	{ job, look, otherwise }: Awaited,
	one: Open,
): Promise<Attempt<IDataObject[]> | undefined> {
	let failure: Error | undefined;
	try {
		const shown = await look(askFor(run.context, job.settings));
		if (shown.isSettled) return { value: shown.rows };
		one.shown = shown;
	} catch (error) {
		failure = asError(error);
	}
	const isOver = Date.now() >= one.until;
	if (failure === undefined) return isOver && one.shown ? { value: one.shown.rows } : undefined;
	if (!isOver && isPassing(failure)) return undefined;
	// What an earlier look has shown is there, whatever the last one missed.
	if (one.shown && isPassing(failure)) return { value: one.shown.rows };
	if (otherwise) return { value: otherwise(failure) };
	run.noteFailure();
	return { failure };
}

/** A look for each item, again and again where it waits for something. */
export async function runLooks(
	run: Run,
	operation: LookOperation,
	jobs: Job[],
): Promise<Array<Outcome | undefined>> {
	const since = new Date();
	const results = await awaitAll(
		run,
		jobs.map((job) => ({
			job,
			minutes: operation.minutes(job.params),
			look: async (ask) => await operation.look(ask, job.params, since),
		})),
	);
	return results.map((result, position) => {
		if (!result || 'failure' in result) return result;
		const { params, shape } = jobs[position];
		const became = operation.became?.(result.value, params);
		if (became) run.hints.becameSeveral(became.subject, became.receipts);
		return { rows: withAccount(jobs[position], result.value).map(shape) };
	});
}

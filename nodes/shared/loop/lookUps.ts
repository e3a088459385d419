import type { Batch } from '../batch';
import type { Operation } from '../operation';
import type { CallSettings } from '../transport/send';
import { runBatches } from './batches';
import { type Job, type Outcome, type Run } from './item';

/** Jobs that can be worked on, and what became of the others, by their items. */
interface LookedUp {
	readonly jobs: Job[];
	/** Undefined for one that was not begun, since the execution was stopped or another item failed. */
	readonly others: ReadonlyMap<number, Outcome | undefined>;
}

/**
 * Looks up what the requests of items need, all of it in few calls, each thing once for an account.
 * An item of which something is not found, or is not certain, is a failure, and nothing of it is sent.
 */
export async function lookedUp(run: Run, operation: Operation, jobs: Job[]): Promise<LookedUp> {
	const { lookUp } = operation;
	if (!lookUp) return { jobs, others: new Map() };
	const asking = jobs.flatMap((job, position) => {
		const asks = lookUp.asks(job.params);
		return asks.length > 0 ? [{ job, position, asks }] : [];
	});
	if (asking.length === 0) return { jobs, others: new Map() };
	const by: Batch<Record<string, unknown>> = {
		...lookUp.by,
		asks: ({ lookedUp: asks }) => asks as unknown[],
	};
	const readable = readably();
	const outcomes = await runBatches(
		run,
		by,
		asking.map(({ job, asks }) => ({
			...job,
			params: { ...job.params, lookedUp: asks },
			settings: readable(job.settings),
			shape: (row) => row,
		})),
	);
	const others = new Map<number, Outcome | undefined>();
	const complete = new Map<number, Job>();
	asking.forEach(({ job, position }, place) => {
		const outcome = outcomes[place];
		if (outcome && 'rows' in outcome) {
			const params = { ...job.params, ...lookUp.found(job.params, outcome.rows) };
			complete.set(position, { ...job, params });
		} else others.set(job.item, outcome);
	});
	return {
		jobs: jobs.flatMap((job, position) =>
			others.has(job.item) ? [] : [complete.get(position) ?? job],
		),
		others,
	};
}

/** The settings of a write as those of a read before it, which may be repeated; the same for the same. */
function readably(): (settings: CallSettings) => CallSettings {
	const known = new Map<CallSettings, CallSettings>();
	return (settings) => {
		const readable = known.get(settings) ?? { ...settings, headers: undefined, repeatable: true };
		known.set(settings, readable);
		return readable;
	};
}

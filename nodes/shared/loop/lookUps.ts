import type { IDataObject } from 'n8n-workflow';

import type { Batch } from '../batch';
import type { Operation } from '../operation';
import type { CallSettings } from '../transport/send';
import { runBatches } from './batches';
import { type Job, type Outcome, type Run } from './item';
import { nameOfWrite, recall, remember } from './sentBefore';

/** Jobs that can be worked on, and what became of the others, by their items. */
interface LookedUp {
	readonly jobs: Job[];
	/** Undefined for one that was not begun, since the execution was stopped or another item failed. */
	readonly others: ReadonlyMap<number, Outcome | undefined>;
}

/**
 * Looks up what the requests of items need, all of it in few calls, each thing once for an account.
 * An item of which something is not found, or is not certain, is a failure, and nothing of it is sent.
 * What an earlier try of the execution has looked up for writes stays: a look-up that fails now would hide what
 * that try has written.
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
	const memory = memoryOf(run, operation);
	const unknown = asking.filter(({ job, asks }) => !memory.known.has(memory.nameOf(job, asks)));
	const answers = await runBatches(
		run,
		by,
		unknown.map(({ job, asks }) => ({
			...job,
			params: { ...job.params, lookedUp: asks },
			settings: readable(job.settings),
			shape: (row) => row,
		})),
	);
	const answered = new Map(unknown.map(({ position }, place) => [position, answers[place]]));
	const outcomes = asking.map(({ job, position, asks }): Outcome | undefined => {
		const rows = memory.known.get(memory.nameOf(job, asks));
		return rows ? { rows } : answered.get(position);
	});
	const others = new Map<number, Outcome | undefined>();
	const complete = new Map<number, Job>();
	asking.forEach(({ job, position }, place) => {
		const outcome = outcomes[place];
		if (outcome && 'rows' in outcome) {
			memory.keep(job, asking[place].asks, outcome.rows);
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

interface Memory {
	readonly known: ReadonlyMap<string, IDataObject[]>;
	nameOf(job: Job, asks: readonly unknown[]): string;
	keep(job: Job, asks: readonly unknown[], rows: IDataObject[]): void;
}

/** What this execution has looked up for its writes in earlier tries; nothing where there are none. */
function memoryOf({ context }: Run, { kind }: Operation): Memory {
	const nameOf: Memory['nameOf'] = ({ item }, asks) => JSON.stringify([item, asks]);
	const isKept = kind === 'write' && context.getNode().retryOnFail === true;
	if (!isKept) return { known: new Map(), nameOf, keep: () => {} };
	// One for all items, so that the writes of many are not forgotten for their look-ups.
	const name = nameOfWrite(context, 0, 'look-ups');
	const known = new Map(recall(name)?.lookedUp);
	remember(name, { before: new Set(), sentAt: new Date(), lookedUp: known });
	return {
		known,
		nameOf,
		keep: (job, asks, rows) => void known.set(nameOf(job, asks), rows),
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

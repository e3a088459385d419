import type { IDataObject } from 'n8n-workflow';

import type { Batch } from '../batch';
import type { Narrow } from '../lookUp';
import type { Ask, Operation } from '../operation';
import { XiFailure } from '../transport/failure';
import type { CallSettings } from '../transport/send';
import { runBatches, together } from './batches';
import { askFor } from './call';
import { type Job, type Outcome, type Run } from './item';
import { nameOfWrite, recall, remember } from './sentBefore';

/** Jobs that can be worked on, and what became of the others, by their items. */
interface LookedUp {
	/** In the order of their items; some may have several. */
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
	const open = new Map<IDataObject, Several>();
	const by: Batch<Record<string, unknown>> = {
		...lookUp.by,
		asks: ({ lookedUp: asks }) => asks as unknown[],
		...(lookUp.narrow && {
			choose(among: IDataObject[], _: unknown, failure: Error) {
				const row: IDataObject = {};
				open.set(row, { among, failure });
				return [row];
			},
		}),
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
	const outcomes: Array<Outcome | undefined> = [];
	const tellers = bySettings((settings): Teller | undefined => {
		const narrow = lookUp.narrow?.();
		return narrow && { ask: askFor(run.context, settings), narrow };
	});
	for (const { job, position, asks } of asking) {
		const rows = memory.known.get(memory.nameOf(job, asks));
		const outcome = rows ? { rows } : answered.get(position);
		const isOpen = outcome && 'rows' in outcome && outcome.rows.some((row) => open.has(row));
		const teller = isOpen ? tellers(readable(job.settings)) : undefined;
		outcomes.push(
			teller && isOpen ? await narrowed(run, job, outcome.rows, open, teller) : outcome,
		);
	}
	const others = new Map<number, Outcome | undefined>();
	const complete = new Map<number, Job[]>();
	asking.forEach(({ job, position }, place) => {
		const outcome = outcomes[place];
		if (outcome && 'rows' in outcome) {
			memory.keep(job, asking[place].asks, outcome.rows);
			const found = lookUp.forEach ? outcome.rows.map((row) => [row]) : [outcome.rows];
			const completed = found.map(
				(rows): Job => ({ ...job, params: { ...job.params, ...lookUp.found(job.params, rows) } }),
			);
			complete.set(position, completed);
		} else others.set(job.item, outcome);
	});
	return {
		jobs: jobs.flatMap((job, position) =>
			others.has(job.item) ? [] : (complete.get(position) ?? [job]),
		),
		others,
	};
}

/** Several things under one ask, and the failure that this is. */
interface Several {
	readonly among: readonly IDataObject[];
	readonly failure: Error;
}

/** Who tells which of several things is meant, and asks for it. */
interface Teller {
	readonly ask: Ask;
	readonly narrow: Narrow;
}

/** The rows of an item, those that stand for several things as the one that is meant. */
async function narrowed(
	run: Run,
	job: Job,
	rows: readonly IDataObject[],
	open: ReadonlyMap<IDataObject, Several>,
	{ ask, narrow }: Teller,
): Promise<Outcome | undefined> {
	if (!run.goesOn()) return undefined;
	const settled = await run.attempt(async () => {
		const found: IDataObject[] = [];
		const failures: Error[] = [];
		for (const [place, row] of rows.entries()) {
			const several = open.get(row);
			const one = several ? await narrow(ask, job.params, place, several.among) : row;
			if (typeof one !== 'string') found.push(one);
			else if (several) failures.push(because(several.failure, one));
		}
		if (failures.length > 0) throw together(failures);
		return found;
	});
	return 'value' in settled ? { rows: settled.value } : settled;
}

/** A failure that says what else was tried. */
const because = (failure: Error, why: string): Error => {
	const message = `${failure.message}, and ${why}`;
	return failure instanceof XiFailure
		? new XiFailure({ ...failure.details, message })
		: new Error(message);
};

/** What became of items, those with several jobs as one: all their rows, or the first failure. */
export function* byItem(
	items: readonly number[],
	outcomes: ReadonlyArray<Outcome | undefined>,
): Generator<[item: number, outcome: Outcome | undefined]> {
	for (let first = 0, end = 0; first < items.length; first = end) {
		end = first + 1;
		while (items[end] === items[first]) end += 1;
		const isOne = end - first === 1;
		yield [items[first], isOne ? outcomes[first] : asOne(outcomes.slice(first, end))];
	}
}

function asOne(outcomes: ReadonlyArray<Outcome | undefined>): Outcome | undefined {
	const rows: IDataObject[] = [];
	for (const outcome of outcomes) {
		if (outcome === undefined || 'failure' in outcome) return outcome;
		rows.push(...outcome.rows);
	}
	return { rows };
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

/** What is made of settings, once for the same. */
function bySettings<Made>(
	make: (settings: CallSettings) => Made,
): (settings: CallSettings) => Made {
	const known = new Map<CallSettings, { made: Made }>();
	return (settings) => {
		const own = known.get(settings) ?? { made: make(settings) };
		known.set(settings, own);
		return own.made;
	};
}

/** The settings of a write as those of a read before it, which may be repeated. */
const readably = () =>
	bySettings((settings) => ({ ...settings, headers: undefined, repeatable: true }));

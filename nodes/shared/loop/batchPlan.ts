import type { Batch } from '../batch';
import { Packer, type SharedCall } from '../packing';
import { type CallSettings, headersFor } from '../transport/send';
import type { Answered } from './batchAnswers';
import type { RowFilter } from './batchOutcomes';
import type { Job, Outcome, Run } from './item';

// Which items share which call. Items may share one where all but their asks is the same, account and
// patience included; all of it is settled before the first call goes out, since bad input must not cost one.

/** What an item asks that asks several things, and what became of them so far, by ask. */
interface Several {
	readonly asks: readonly unknown[];
	readonly answers: Map<string, Answered>;
	readonly wanted: number;
}

interface Plan {
	/** By item: which of its rows are wanted, where not all are. */
	readonly filters: ReadonlyMap<number, RowFilter>;
	/** The calls to make, each with the job that it is made for the account of. */
	readonly calls: ReadonlyArray<SharedCall<unknown> & { readonly job: Job }>;
	/** By the position of their jobs. */
	readonly several: ReadonlyMap<number, Several>;
}

/** Every request is built, and so checked, before the first goes out. What cannot be built is an outcome. */
export async function planned(
	run: Run,
	operation: Batch,
	jobs: Array<Job | undefined>,
	outcomes: Array<Outcome | undefined>,
): Promise<Plan> {
	const keyOf = callKeys(operation);
	const packer = new Packer<unknown>(operation);
	const several = new Map<number, Several>();
	const leaders = new Map<number, Job>();
	const filters = new Map<number, RowFilter>();
	for (const [item, job] of jobs.entries()) {
		if (!job) continue;
		const own = await run.attempt(() => {
			const asks = operation.asks(job.params);
			const isWanted = operation.wanted?.(job.params, job.input, asks.length);
			return { asks, callKey: keyOf(job), isWanted };
		});
		if ('failure' in own) {
			outcomes[item] = own;
			jobs[item] = undefined;
			continue;
		}
		const { asks, callKey, isWanted } = own.value;
		if (isWanted) filters.set(item, isWanted);
		if (packer.add({ item, asks, callKey })) leaders.set(item, job);
		if (asks.length === 0) outcomes[item] = { rows: [] };
		if (asks.length < 2) continue;
		const wanted = new Set(asks.map((one) => operation.identity(one))).size;
		several.set(item, { asks, answers: new Map(), wanted });
	}
	const calls = packer.calls().flatMap((call) => {
		const job = leaders.get(call.leader);
		return job ? [{ ...call, job }] : [];
	});
	return { calls, several, filters };
}

/**
 * Makes the text of all that counts for a call beside its asks: items with equal ones can share a call.
 * Equal texts are one, since there may be many of them.
 */
function callKeys(operation: Batch): (job: Job) => string {
	const texts = new Map<string, string>();
	// By the call, the texts of items with the very same settings.
	let last: { settings?: CallSettings; known: Map<string, string> } = { known: new Map() };
	return ({ params, settings }) => {
		const request = operation.request([], params);
		const call = JSON.stringify(request);
		if (last.settings !== settings) last = { settings, known: new Map() };
		const known = last.known.get(call);
		if (known !== undefined) return known;
		const { maxWaitMs, timeoutMs } = settings;
		const headers = JSON.stringify(headersFor(request, settings));
		const text = `${call} ${headers} ${maxWaitMs} ${timeoutMs}`;
		const one = texts.get(text) ?? text;
		texts.set(one, one);
		last.known.set(call, one);
		return one;
	};
}

import type { IDataObject } from 'n8n-workflow';

import type { Spent, WritePlan } from '../operation';
import { XiFailure } from '../transport/failure';
import { afterFailure } from './afterFailure';
import { ask, caught } from './call';
import type { Job, Run } from './item';
import type { Sent } from './sentBefore';
import { type Result, WriteAtHand } from './writeAtHand';
import {
	AFTER_EARLIER,
	type CallFacts,
	isOpen,
	logUnclear,
	NOT_MADE,
	receiptsOf,
} from './writeFailures';
import { look } from './writeLooks';
import { concluded, existing } from './writeSights';

// Here a write is made, and never twice: what is looked at before it, and its one call. What a failed call
// comes to is in afterFailure.ts, the looks in writeLooks.ts, what they mean in writeSights.ts, and what is
// known of the write all the while in writeAtHand.ts.

/**
 * Makes a write that must not be made twice: from the look at what is there before, over the one call,
 * to the looks after an answer that says nothing for certain.
 *
 * @param made receipts of what this run has made so far: none of it is what is looked for here
 * @throws XiFailure: it was not made, or what is there is another's, or nobody can tell
 */
export const writeOnce = async (
	run: Run,
	job: Job,
	plan: WritePlan,
	made: ReadonlySet<string>,
): Promise<Result> =>
	plan.once === undefined
		? await writeUnseen(run, job, plan)
		: await writeSeen(new WriteAtHand(run, job, plan, plan.once, made));

/** A write of which XI shows nothing: what comes of the call is all that is known. */
async function writeUnseen(run: Run, job: Job, plan: WritePlan): Promise<Result> {
	let answered: CallFacts | undefined;
	const sent = await caught(async () => await call(run, job, plan, (facts) => (answered = facts)));
	if ('value' in sent) return { rows: sent.value, outcome: 'created', call: answered };
	const { failure } = sent;
	if (failure instanceof XiFailure && failure.details.reason === 'cancelled') {
		logUnclear(run, plan, failure.details);
	}
	throw failure;
}

/** The one call. */
async function call(
	{ context }: Run,
	{ settings }: Job,
	plan: WritePlan,
	noteAnswer: (facts: CallFacts) => void,
): Promise<IDataObject[]> {
	const rows = await ask(context, plan.request, settings, (body, { status, correlationId }) => {
		noteAnswer({ status, correlationId });
		return plan.rows(body);
	});
	return rows ?? plan.rows(undefined);
}

/** A write that XI shows, so that it can be looked for. */
async function writeSeen(write: WriteAtHand): Promise<Result> {
	const { earlier, run } = write;
	if (earlier?.spends) run.spent.push(earlier.spends);
	if (earlier?.rows) return write.result(earlier.rows, earlier.wasThere);
	// What is read before the sending should not be hours old by then.
	if (!earlier && !write.plan.request.takenAtNight) await write.night().passBefore();
	const there = await (earlier ? lookAgain(write, earlier) : lookBefore(write));
	if (there) return there;
	const ready = await caught(async () => await getReady(write));
	if ('value' in ready) return await send(write, ready.value);
	const { failure } = ready;
	throw earlier ? write.unclear(`${AFTER_EARLIER}; now ${failure.message}`) : failure;
}

/** A later try of the same execution: the earlier one may have been taken. */
async function lookAgain(write: WriteAtHand, { sentAt, said }: Sent): Promise<Result | undefined> {
	const looked = await caught(async () => await look(write, sentAt));
	const why = said === undefined ? AFTER_EARLIER : `${AFTER_EARLIER} (${said})`;
	if ('failure' in looked) throw write.unclear(why, { absent: looked.failure.message });
	const there = concluded(write, looked.value);
	if (there) return there;
	const { second, showsLater } = write.once;
	if (second !== 'refused' || showsLater || isOpen(looked.value)) {
		throw write.unclear(why, looked.value);
	}
	return undefined;
}

/**
 * What is there before anything is sent, where XI would not refuse a second one at once: it takes
 * duplicates, or it answers before it looks.
 */
async function lookBefore(write: WriteAtHand): Promise<Result | undefined> {
	const { once, plan } = write;
	if (once.existing === 'asXiSays' || (once.second === 'refused' && !once.showsLater)) {
		return undefined;
	}
	const sight = await look(write);
	if (!('there' in sight)) return undefined;
	if (once.second !== 'taken') return existing(write, sight);
	const there = [...sight.there, ...(sight.beside ?? [])];
	write.note({ before: new Set(receiptsOf(plan, there)) });
	return undefined;
}

/**
 * What is read right before the sending: whether it may go out, and what more is to be known of it.
 *
 * @returns what it spends, where a check says so
 */
async function getReady(write: WriteAtHand): Promise<Spent | undefined> {
	const { asking, earlier, plan, run } = write;
	let spends: Spent | undefined;
	const rivals = await plan.check?.(asking, {
		// What an earlier try sent is this same write, and not one beside it.
		sent: run.spent.filter((one) => one !== earlier?.spends),
		zone: run.context.getTimezone(),
		note: (spent) => (spends = spent),
	});
	if (rivals) {
		write.note({ before: new Set([...write.sent.before, ...receiptsOf(plan, rivals)]) });
	}
	if (plan.learn) write.use(await plan.learn(asking));
	return spends;
}

/** Sends it. */
async function send(write: WriteAtHand, checked: Spent | undefined): Promise<Result> {
	const { earlier, job, plan, run } = write;
	// Counted until it is certain that nothing was done; what an earlier try sent is counted already.
	const spends = earlier?.spends ? undefined : checked;
	if (spends) run.spent.push(spends);
	write.note({ sentAt: earlier?.sentAt ?? new Date(), ...(spends && { spends }) });
	write.keep();
	const sent = await caught(
		async () => await call(run, job, plan, (facts) => (write.answered = facts)),
	);
	if ('value' in sent) {
		// A later try has only this to name, where what was answered is a failure all the same.
		write.note({ call: write.answered ?? write.sent.call });
		write.keep(sent.value);
		return { rows: sent.value, outcome: 'created', call: write.sent.call, sending: write.sent };
	}
	const { failure } = sent;
	if (!(failure instanceof XiFailure)) throw failure;
	const { reason, status = 0 } = failure.details;
	const isRefused = reason === 'refused' && status >= 400;
	if (spends && (isRefused || NOT_MADE.includes(reason))) {
		run.spent.splice(run.spent.indexOf(spends), 1);
	}
	return await afterFailure(write, failure);
}

import type { IDataObject } from 'n8n-workflow';

import { DEFAULT_LOOK_SECONDS } from '../fields/options';
import type { Ask, Once, Sight, Spent, WritePlan } from '../operation';
import { XiFailure } from '../transport/failure';
import { Night } from '../transport/night';
import { pause } from '../transport/pause';
import { endpointOf } from '../transport/request';
import { ask, askFor, caught } from './call';
import type { Job, Run } from './item';
import { forget, nameOfWrite, recall, remember, type Sent } from './sentBefore';
import {
	AFTER_EARLIER,
	type CallFacts,
	dead,
	existsAlready,
	isOpen,
	logUnclear,
	NOT_MADE,
	receiptsOf,
	type Seen,
	UNCLEAR,
	unclear,
	withRemedy,
} from './writeFailures';

/** When to look, as parts of the whole span: soon, and then less and less often. */
const LOOKS = [0.05, 0.2, 0.5, 1];

/** What came of a write. */
export interface Result {
	rows: IDataObject[];
	outcome: 'created' | 'already there';
	/** It was there before this execution, whose work it is not. */
	wasThere?: boolean;
	/** The call that made it, or that is to be asked about. */
	call?: CallFacts;
	/** What is known of its sending, where it was sent and can be looked for. */
	sending?: { sentAt: Date; before: ReadonlySet<string> };
}

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
		: await new WriteOnce(run, job, plan, plan.once, made).make();

/** A write of which XI shows nothing: what comes of the call is all that is known. */
async function writeUnseen(run: Run, job: Job, plan: WritePlan): Promise<Result> {
	let call: CallFacts | undefined;
	const sent = await caught(
		async () => await send(run, job, plan, (answered) => (call = answered)),
	);
	if ('value' in sent) return { rows: sent.value, outcome: 'created', call };
	const { failure } = sent;
	if (failure instanceof XiFailure && failure.details.reason === 'cancelled') {
		logUnclear(run, plan, failure.details);
	}
	throw failure;
}

/** Sends it, once. */
async function send(
	{ context }: Run,
	{ settings }: Job,
	plan: WritePlan,
	noteAnswer: (call: CallFacts) => void,
): Promise<IDataObject[]> {
	const rows = await ask(context, plan.request, settings, (body, { status, correlationId }) => {
		noteAnswer({ status, correlationId });
		return plan.rows(body);
	});
	return rows ?? plan.rows(undefined);
}

class WriteOnce {
	/** Set where n8n may run the node again, and so where there is something to remember. */
	private readonly name?: string;
	private readonly earlier?: Sent;
	/** How XI answered, where it did. */
	private answered?: CallFacts;
	/** What it spends, where a check has said so. */
	private spends?: Spent;
	private sent: Sent = { before: new Set(), sentAt: new Date() };
	private readonly asking: Ask;

	constructor(
		private readonly run: Run,
		private readonly job: Job,
		private plan: WritePlan,
		private once: Once,
		private readonly made: ReadonlySet<string>,
	) {
		this.asking = askFor(run.context, job.settings);
		if (run.context.getNode().retryOnFail !== true) return;
		this.name = nameOfWrite(run.context, job.item, once.number);
		this.earlier = recall(this.name);
		if (this.earlier === undefined) return;
		this.sent = this.earlier;
		// What an earlier try sent is looked for by what was known of it then.
		if (this.earlier.plan) this.use(this.earlier.plan);
	}

	private use(plan: WritePlan): void {
		this.plan = plan;
		this.once = plan.once ?? this.once;
	}

	async make(): Promise<Result> {
		const { spends } = this.earlier ?? {};
		if (spends) this.run.spent.push(spends);
		if (this.earlier?.rows) return this.result(this.earlier.rows, this.earlier.wasThere);
		// What is read before the sending should not be hours old by then.
		if (!this.earlier && !this.plan.request.takenAtNight) await this.night().passBefore();
		const there = await (this.earlier ? this.lookAgain(this.earlier) : this.lookBefore());
		if (there) return there;
		const ready = await caught(async () => await this.getReady());
		if ('value' in ready) return await this.send();
		const { failure } = ready;
		throw this.earlier ? this.unclear(`${AFTER_EARLIER}; now ${failure.message}`) : failure;
	}

	/** What is read right before the sending: whether it may go out, and what more is to be known of it. */
	private async getReady(): Promise<void> {
		const { spent } = this.run;
		const rivals = await this.plan.check?.(this.asking, {
			// What an earlier try sent is this same write, and not one beside it.
			sent: spent.filter((one) => one !== this.earlier?.spends),
			zone: this.run.context.getTimezone(),
			note: (spends) => (this.spends = spends),
		});
		if (rivals) {
			const before = new Set([...this.sent.before, ...receiptsOf(this.plan, rivals)]);
			this.sent = { ...this.sent, before };
		}
		if (!this.plan.learn) return;
		this.use(await this.plan.learn(this.asking));
		this.sent = { ...this.sent, plan: this.plan };
	}

	/** A later try of the same execution: the earlier one may have been taken. */
	private async lookAgain({ sentAt, said }: Sent): Promise<Result | undefined> {
		const looked = await caught(async () => await this.look(sentAt));
		const why = said === undefined ? AFTER_EARLIER : `${AFTER_EARLIER} (${said})`;
		if ('failure' in looked) throw this.unclear(why, { absent: looked.failure.message });
		const there = this.concluded(looked.value);
		if (there) return there;
		const { second, showsLater } = this.once;
		if (second !== 'refused' || showsLater || isOpen(looked.value)) {
			throw this.unclear(why, looked.value);
		}
		return undefined;
	}

	/**
	 * What is there before anything is sent, where XI would not refuse a second one at once: it takes
	 * duplicates, or it answers before it looks.
	 */
	private async lookBefore(): Promise<Result | undefined> {
		const { existing, second, showsLater } = this.once;
		if (existing === 'asXiSays' || (second === 'refused' && !showsLater)) return undefined;
		const sight = await this.look();
		if (!('there' in sight)) return undefined;
		if (second !== 'taken') return this.existing(sight);
		const there = [...sight.there, ...(sight.beside ?? [])];
		this.sent = { ...this.sent, before: new Set(receiptsOf(this.plan, there)) };
		return undefined;
	}

	private async send(): Promise<Result> {
		// Counted until it is certain that nothing was done; what an earlier try sent is counted already.
		const spends = this.earlier?.spends ? undefined : this.spends;
		if (spends) this.run.spent.push(spends);
		this.sent = {
			...this.sent,
			sentAt: this.earlier?.sentAt ?? new Date(),
			...(spends && { spends }),
		};
		this.keep();
		const sent = await caught(
			async () => await send(this.run, this.job, this.plan, (call) => (this.answered = call)),
		);
		if ('value' in sent) {
			// A later try has only this to name, where what was answered is a failure all the same.
			this.sent = { ...this.sent, call: this.answered ?? this.sent.call };
			this.keep(sent.value);
			return { rows: sent.value, outcome: 'created', call: this.sent.call, sending: this.sent };
		}
		const { failure } = sent;
		if (!(failure instanceof XiFailure)) throw failure;
		const { reason, status = 0, endpoint, correlationId } = failure.details;
		const isRefused = reason === 'refused' && status >= 400;
		if (spends && (isRefused || NOT_MADE.includes(reason))) {
			this.run.spent.splice(this.run.spent.indexOf(spends), 1);
		}
		if (!NOT_MADE.includes(reason)) {
			// Of several tries the first is the one to ask about: a later one was refused for its sake.
			this.sent = { ...this.sent, call: this.sent.call ?? { endpoint, correlationId } };
			this.keep();
		}
		if (UNCLEAR.includes(reason)) return await this.searchAfter(failure);
		if (reason === 'refused') return await this.lookAfterRefusal(failure);
		if (reason === 'cancelled') this.logUnclear();
		throw this.notMade(failure);
	}

	/** It is not known whether the write happened: looks for it a few times, and never sends again. */
	private async searchAfter(failure: XiFailure): Promise<Result> {
		const { options } = this.job.params;
		const span = (options.lookSeconds ?? DEFAULT_LOOK_SECONDS) * 1_000;
		let looked = await this.looks(span);
		// What XI took before its maintenance, a search may show behind it only.
		if (!looked.isOver && (await this.passNight(failure))) {
			looked = await this.looks(span, looked.sight);
		}
		const { sight, isOver } = looked;
		const mine = isOver ? sight && this.mineIn(sight) : undefined;
		if (mine) return this.found(mine);
		const there = sight && this.concluded(sight, failure);
		if (there) return there;
		if (
			sight &&
			'there' in sight &&
			sight.ours === 'no' &&
			this.once.second === 'refused' &&
			!this.earlier
		) {
			// XI would have refused ours beside this one, so ours was not made.
			return this.existing(sight, failure);
		}
		throw this.unclear(failure.message, sight);
	}

	/**
	 * Looks a few times, soon and then less and less often.
	 *
	 * @param span how long, in milliseconds
	 * @param sight what was seen before
	 * @returns what was seen; it is over where that settles it, or the execution was stopped
	 */
	private async looks(span: number, sight?: Sight): Promise<{ sight?: Sight; isOver: boolean }> {
		const started = Date.now();
		for (const part of span === 0 ? [0] : LOOKS) {
			const wait = started + part * span - Date.now();
			if (!(await pause(wait, this.run.context.getExecutionCancelSignal()))) {
				this.logUnclear();
				return { sight, isOver: true };
			}
			const looked = await caught(async () => await this.look(this.sent.sentAt));
			// XI is still out of order: the next look may show more.
			if ('failure' in looked) continue;
			// What one look has shown is there, whatever the next one misses.
			if (sight === undefined || 'there' in looked.value || !('there' in sight)) {
				sight = looked.value;
			}
			// A part of an order may be there before the rest of it.
			const isWhole = !('there' in sight && sight.incomplete);
			if (isWhole && this.mineIn(sight)) return { sight, isOver: true };
		}
		return { sight, isOver: false };
	}

	private night(call: CallFacts = {}): Night {
		const { context } = this.run;
		const facts = { endpoint: endpointOf(this.plan.request), ...call };
		return new Night(context, this.job.settings, facts, context.getExecutionCancelSignal());
	}

	/** Waits until XI's maintenance is over, where one is on and the user wants that. */
	private async passNight({ details }: XiFailure): Promise<boolean> {
		const passed = await caught(async () => await this.night(details).passAll());
		if ('failure' in passed) this.logUnclear();
		return 'value' in passed && passed.value;
	}

	/** XI said no. A number that it has already is one reason, and no document says how it words that. */
	private async lookAfterRefusal(failure: XiFailure): Promise<Result> {
		const { status = 0 } = failure.details;
		// Under a good status XI may have made it all the same, and say what else went wrong.
		const { existing, second, showsLater } = this.once;
		const isUnsure = status > 0 && status < 300 && existing !== 'asXiSays';
		if (second === 'taken' && !this.earlier) {
			// XI takes a second one with the same number, so that is not why it said no.
			this.dropUnless(isUnsure, failure);
			throw failure;
		}
		const since = this.earlier?.sentAt ?? (isUnsure ? this.sent.sentAt : undefined);
		const looked = await caught(async () => await this.look(since));
		if ('failure' in looked) {
			if (existing === 'asXiSays') throw this.notMade(failure);
			throw this.unclear(failure.message, {
				absent: 'It could not be checked whether it is there',
			});
		}
		const sight = looked.value;
		if (this.earlier) {
			const there = this.concluded(sight, failure);
			if (there) return there;
			throw this.unclear(`${AFTER_EARLIER}, and the next was refused (${failure.message})`, sight);
		}
		if (isUnsure && 'there' in sight && (sight.ours === 'yes' || isOpen(sight))) {
			if (existing === 'return') return this.found(sight.there);
			throw this.unclear(failure.message, { ...sight, ours: 'unknown' });
		}
		this.dropUnless(isUnsure && showsLater === true, failure);
		if (!('there' in sight)) throw withRemedy(failure, sight.absent);
		if (existing === 'asXiSays') throw failure;
		return this.existing(sight, failure);
	}

	/**
	 * What a look showed after something was sent, where that settles it: the result, or that nothing
	 * comes of it, which is thrown. Undefined: it stays open.
	 */
	private concluded(sight: Sight, failure?: XiFailure): Result | undefined {
		const mine = this.mineIn(sight);
		if (mine) return this.found(mine);
		if (!('there' in sight)) return undefined;
		if (sight.ours === 'dead') {
			const what = `Ingram Micro refused ${this.plan.subject}`;
			throw dead(this.plan, what, sight, failure, this.sent.call);
		}
		const isTaken = sight.ours === 'unknown' && !sight.elsewhere && this.once.existing === 'return';
		if (!isTaken) return undefined;
		const { said: differences } = sight;
		return this.found(sight.there.map((row) => ({ ...row, ...(differences && { differences }) })));
	}

	/** It is there already, and not by us. */
	private existing(sight: Seen, failure?: XiFailure): Result {
		if (sight.ours === 'dead') {
			this.drop();
			const what = `${this.plan.subject} exists already, and nothing comes of it`;
			throw dead(this.plan, what, sight, failure, this.sent.call);
		}
		if (this.once.existing === 'return') {
			// A later try must not take it for what this one has sent, and nothing is spent on it.
			const { spends: _, ...sent } = this.sent;
			this.sent = { ...sent, wasThere: true };
			this.keep(sight.there);
			return this.result(sight.there, true);
		}
		this.drop();
		throw existsAlready(this.plan, sight, failure);
	}

	private async look(sentAt?: Date): Promise<Sight> {
		const before = new Set([...this.sent.before, ...this.made]);
		return await this.once.look(this.asking, { sentAt, before });
	}

	/** Of what a look showed, what this write brought about. */
	private mineIn(sight: Sight): IDataObject[] | undefined {
		if (!('there' in sight) || (sight.ours ?? 'yes') !== 'yes') return undefined;
		const rows = sight.there.filter((row) => {
			const receipt = this.plan.receipt(row);
			return !this.sent.before.has(receipt) && !this.made.has(receipt);
		});
		return rows.length > 0 ? rows : undefined;
	}

	private found(rows: IDataObject[]): Result {
		this.keep(rows);
		return this.result(rows);
	}

	private result(rows: IDataObject[], wasThere = false): Result {
		const { call } = this.sent;
		const outcome = 'already there';
		return { rows, outcome, wasThere, call: this.answered ?? call, sending: this.sent };
	}

	private keep(rows?: IDataObject[]): void {
		if (this.name !== undefined) remember(this.name, { ...this.sent, ...(rows && { rows }) });
	}

	/** Nothing was sent that matters; but what an earlier try sent is not forgotten. */
	private drop(): void {
		if (this.name !== undefined && this.earlier === undefined) forget(this.name);
	}

	/** What was refused is forgotten; but what may show later is looked for by the next try. */
	private dropUnless(isUnsure: boolean, { message }: XiFailure): void {
		if (!isUnsure) return this.drop();
		this.sent = { ...this.sent, said: message };
		this.keep();
	}

	/** A try that certainly did nothing says nothing about an earlier one. */
	private notMade(failure: XiFailure): XiFailure {
		this.drop();
		return this.earlier ? this.unclear(`${AFTER_EARLIER}; now ${failure.message}`) : failure;
	}

	private logUnclear(): void {
		logUnclear(this.run, this.plan, this.sent.call);
	}

	private unclear(why: string, sight?: Sight): XiFailure {
		return unclear(this.plan, why, sight, this.sent.call);
	}
}

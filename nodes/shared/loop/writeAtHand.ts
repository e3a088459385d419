import type { IDataObject } from 'n8n-workflow';

import type { Ask, Once, Sight, WritePlan } from '../operation';
import type { XiFailure } from '../transport/failure';
import { Night } from '../transport/night';
import { endpointOf } from '../transport/request';
import { askFor } from './call';
import type { Job, Run } from './item';
import { forget, nameOfWrite, recall, remember, type Sent } from './sentBefore';
import { AFTER_EARLIER, type CallFacts, logUnclear, unclear } from './writeFailures';

// What is known of one write that must not be made twice, from before its call to its result, and what of
// that is kept for the next try of the execution. It sends nothing and decides nothing by itself: its steps
// (onceOnly.ts, writeLooks.ts, writeSights.ts, afterFailure.ts) share it.

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

/** A write that must not be made twice, and how far it has come. */
export class WriteAtHand {
	/** What an earlier try of the execution has sent; undefined: this is the first. */
	readonly earlier?: Sent;
	/** Reads for the account that it is made for. */
	readonly asking: Ask;
	/** How XI answered, where it did. */
	answered?: CallFacts;
	/** Set where n8n may run the node again, and so where there is something to remember. */
	private readonly name?: string;
	private known: Sent = { before: new Set(), sentAt: new Date() };

	/** @param made receipts of what this run has made so far: none of it is what is looked for */
	constructor(
		readonly run: Run,
		readonly job: Job,
		private current: WritePlan,
		private toldApart: Once,
		readonly made: ReadonlySet<string>,
	) {
		this.asking = askFor(run.context, job.settings);
		if (run.context.getNode().retryOnFail !== true) return;
		this.name = nameOfWrite(run.context, job.item, toldApart.number);
		this.earlier = recall(this.name);
		if (this.earlier === undefined) return;
		this.known = this.earlier;
		// What an earlier try sent is looked for by what was known of it then.
		if (this.earlier.plan) this.use(this.earlier.plan);
	}

	get plan(): WritePlan {
		return this.current;
	}

	get once(): Once {
		return this.toldApart;
	}

	/** What is known of its sending. */
	get sent(): Sent {
		return this.known;
	}

	/** Adds to what is known of its sending. */
	note(more: Partial<Sent>): void {
		this.known = { ...this.known, ...more };
	}

	/** Takes a plan that knows more in the place of its own. */
	use(plan: WritePlan): void {
		this.current = plan;
		this.toldApart = plan.once ?? this.toldApart;
		this.note({ plan });
	}

	/** Keeps it for the next try, with its rows where they are known. */
	keep(rows?: IDataObject[]): void {
		if (this.name !== undefined) remember(this.name, { ...this.sent, ...(rows && { rows }) });
	}

	/** Nothing was sent that matters; but what an earlier try sent is not forgotten. */
	drop(): void {
		if (this.name !== undefined && this.earlier === undefined) forget(this.name);
	}

	/** What was refused is forgotten; but what may show later is looked for by the next try. */
	dropUnless(isUnsure: boolean, { message }: XiFailure): void {
		if (!isUnsure) return this.drop();
		this.note({ said: message });
		this.keep();
	}

	/** What was there already, as its result. */
	result(rows: IDataObject[], wasThere = false): Result {
		const { call } = this.sent;
		const outcome = 'already there';
		return { rows, outcome, wasThere, call: this.answered ?? call, sending: this.sent };
	}

	/** What was looked for and found, as its result, which the next try has too. */
	found(rows: IDataObject[]): Result {
		this.keep(rows);
		return this.result(rows);
	}

	/** A try that certainly did nothing says nothing about an earlier one. */
	notMade(failure: XiFailure): XiFailure {
		this.drop();
		return this.earlier ? this.unclear(`${AFTER_EARLIER}; now ${failure.message}`) : failure;
	}

	/** Nobody can tell whether it was done. */
	unclear(why: string, sight?: Sight): XiFailure {
		return unclear(this.plan, why, sight, this.sent.call);
	}

	/** Tells the log that the execution was stopped, and that nobody knows what became of it. */
	logUnclear(): void {
		logUnclear(this.run, this.plan, this.sent.call);
	}

	/** XI's maintenance, as far as it holds this write up. */
	night(call: CallFacts = {}): Night {
		const { context } = this.run;
		const facts = { endpoint: endpointOf(this.plan.request), ...call };
		return new Night(context, this.job.settings, facts, context.getExecutionCancelSignal());
	}
}

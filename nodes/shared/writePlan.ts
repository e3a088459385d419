import type { IDataObject } from 'n8n-workflow';

import type { Refusal } from './batch';
import type { XiRequest } from './transport/request';

// What a write is, from what is asked before it, over the one call, to the looks for what became of it.

/** What a look showed: the rows as far as they are known, and whether nothing more is to come. */
export interface Shown {
	readonly rows: IDataObject[];
	readonly isSettled: boolean;
}

/**
 * Makes a read for an operation, which sends nothing by itself, and hands the answer to `read`. An
 * answer of the wrong shape (`read` throws UnexpectedAnswer) becomes a failure that names the call.
 *
 * @returns what `read` made of the answer; undefined where XI said that there is nothing
 */
export type Ask = <Body, Result>(
	request: XiRequest,
	read: (body: Body) => Result,
) => Promise<Result | undefined>;

/** What a look at XI showed of the thing that a write was to bring about. */
export type Sight =
	/** It is there: the rows that the write would have had for an answer. */
	| {
			there: IDataObject[];
			/**
			 * Whether it is what was sent. `no`: it certainly is something older. `unknown`: it may be
			 * what was sent, changed by XI. `dead`: nothing comes of it, whether it is ours or not.
			 */
			ours?: 'yes' | 'no' | 'unknown' | 'dead';
			/** A part of what was sent is not there, or not yet. */
			incomplete?: boolean;
			/** In what it differs from what was sent, a text each; or how it stands, where it is dead. */
			said?: string[];
			/** It goes by another number than what was sent, so it never is the result. */
			elsewhere?: boolean;
			/** What is there besides, and dead. */
			beside?: IDataObject[];
	  }
	/** It is not there; the sentence says what is instead. */
	| { absent: string };

/** What is known of the sending when a look is made. */
export interface Sending {
	/** Undefined: nothing was sent yet, so that any such thing counts. */
	readonly sentAt?: Date;
	/** Receipts of what was there before, or was made by another item of the run. */
	readonly before: ReadonlySet<string>;
}

/** How a write that XI must not get twice is told from any other, and looked for. */
export interface Once {
	/** What tells it apart. */
	readonly number: string;
	/**
	 * What XI does with a second one of the same number. `refused`: so another try after a "not there"
	 * does no harm. `taken`: what is there already is none of this write's business. `unknown`: no
	 * document says, so what is there already counts as it.
	 */
	readonly second: 'refused' | 'taken' | 'unknown';
	/**
	 * What becomes of an item whose thing is there already, and not by this execution. `asXiSays`: XI's
	 * refusal stands as it is.
	 */
	readonly existing: 'fail' | 'return' | 'asXiSays';
	/** How sentences about that call the thing, and the parameter by which `existing` is chosen. */
	readonly words?: { readonly thing: string; readonly parameter: string };
	/** Two items of one run must not have the same number: one of them would be taken for the other. */
	readonly onePerRun?: boolean;
	/** What was sent may show only hours later, so that not seeing it proves nothing. */
	readonly showsLater?: boolean;
	/** Looks whether the thing is there (created, changed, cancelled). */
	look(ask: Ask, sending: Sending): Promise<Sight>;
}

/** What a write spends, or one that was sent. */
export interface Spent {
	/** The number by which it is told apart. */
	readonly number: string;
	readonly amount: number;
	readonly currency: string;
	/** It is on hold, so that it is not bought yet. */
	readonly isHeld: boolean;
}

/** What a check is told of the run, and tells it. */
export interface Spending {
	/** What this execution has sent so far, but for what certainly was not done. */
	readonly sent: readonly Spent[];
	/** The time zone of the workflow. */
	readonly zone?: string;
	/** Says what the write at hand spends, once it is sent. */
	note(spent: Spent): void;
}

/** A write that XI only confirms, and of which it shows later what became of it. */
export interface Awaits {
	/** For how long that is waited for, once all items are sent. */
	readonly minutes: number;
	/** Whether the rows of an answer are a confirmation; what was there already is not waited for. */
	isAwaited(rows: readonly IDataObject[]): boolean;
	/** What a look (see Once) says of it. */
	shown(sight: Sight, sent: AwaitedSending): Shown;
	/** The rows where it cannot be looked at. */
	otherwise(failure: Error, sent: AwaitedSending): IDataObject[];
}

/** What is known of a write that is waited for. */
export interface AwaitedSending {
	readonly sentAt: Date;
	/** The rows of the answer. */
	readonly rows: readonly IDataObject[];
}

/** One of several writes that are made for one input item. */
export interface WritePart<Answer = unknown> {
	readonly plan: WritePlan<Answer>;
	/** The rows, with their outcome, where what is wanted is there already: nothing is sent for it. */
	readonly there?: IDataObject[];
}

/** All that there is to know of one write: made once from its parameters, before anything is sent. */
export interface WritePlan<Answer = unknown> {
	readonly request: XiRequest;
	/** The thing, as sentences name it: "PO 4711", "order 20-RC1RD". */
	readonly subject: string;
	/** The answer as rows. `answer` is undefined for an empty one. */
	rows(answer: Answer | undefined): IDataObject[];
	/** What was done, in a few words, for the list in an error that comes later. */
	receipt(row: IDataObject): string;
	/** What to do when it stays unclear whether the write happened. */
	readonly ifUnclear: string;
	/** Nothing is to be sent: the request itself is the result. */
	readonly previewOnly?: boolean;
	/** A text makes the rows of an answer a failure of the item; it may come with what to do about it. */
	refuse?(rows: IDataObject[]): string | Refusal | undefined;
	/**
	 * Checks, by reading, whether the write should be made; throws Refused where not.
	 *
	 * @param spending what the run has spent, where that is held against a limit
	 * @returns rows, by their receipts, of what is there already and could later be taken for what this
	 * write makes
	 */
	check?(ask: Ask, spending: Spending): Promise<IDataObject[] | void>;
	/**
	 * Asks XI, by reading, what the request needs to be complete, e.g. what a vendor demands of a quote
	 * at that moment, and gives the plan with it. A preview asks as well. Throws Refused where what was
	 * asked speaks against the write.
	 */
	learn?(ask: Ask): Promise<WritePlan<Answer>>;
	/**
	 * Asks XI, by reading, which writes this one stands for, at least one: of each of the orders that XI
	 * made of one PO. They are made one after the other, each by its own plan, and this one's request is
	 * never sent. A preview asks as well. Throws BadInput or Refused where nothing may be sent.
	 */
	parts?(ask: Ask): Promise<Array<WritePart<Answer>>>;
	/** Left out: XI shows nothing of it, so that an unclear failure is handed on as it is. */
	readonly once?: Once;
	/** Left out: what XI answers is the result. */
	readonly awaits?: Awaits;
}

import type { IDataObject } from 'n8n-workflow';

import type { Batch } from './batch';
import type { Fields, Values } from './fields/field';
import type { LookUp } from './lookUp';
import type { Output } from './output';
import type { XiCredential } from './transport/account';
import type { Page, Paging, Wanted, XiRequest, XiSearch } from './transport/request';
import type { Ask, Shown, WritePlan } from './writePlan';

export type {
	Ask,
	AwaitedSending,
	Awaits,
	Once,
	Sending,
	Shown,
	Sight,
	Spending,
	Spent,
	WritePart,
	WritePlan,
} from './writePlan';

export type { Match, Refusal } from './batch';

// What an operation is: a kind, parameters, and pure functions from these to a request and from an answer
// to rows. A node hands its operations to loop/run.ts, which does the rest by their kind.

/**
 * An operation is data and pure functions: it never sees n8n and sends nothing. What a reader needs
 * in order to change one stands in its own file; how it is run is decided by its `kind` alone.
 */
interface Common<P extends Fields> {
	/** Its entry in the node's Operation selector. `value` is stored in workflows and never changes. */
	readonly option: {
		readonly name: string;
		readonly value: string;
		readonly action: string;
		readonly description: string;
	};
	/**
	 * What the model of an AI agent has to know of what it is asked for, a sentence each: what a value
	 * looks like, and whether one or many are meant. `option.description` says what the operation does.
	 */
	readonly forModels?: readonly string[];
	readonly parameters: P;
	/**
	 * Headers that only this call has. They may need what the credential holds beside the keys. Throws
	 * BadInput where something is missing there.
	 */
	ownHeaders?(params: Values<P>, credential: XiCredential): Record<string, string>;
	/** The name, as sentences show it, of a parameter in use that XI takes in its sandbox only. */
	sandboxOnly?(params: Values<P>): string | undefined;
	/** Left out: the parameters hold all that a request needs. */
	readonly lookUp?: LookUp;
}

/** One request for each input item, a few at a time; sent again when XI is busy or out of reach. */
export interface ReadOperation<P extends Fields = Fields, Answer = unknown> extends Common<P> {
	readonly kind: 'read';
	/** What can be chosen from the answer. */
	readonly output: Output;
	request(params: Values<P>): XiRequest;
	/** Reads what the request needs and the user left out. Gives the parameters with it. */
	complete?(params: Values<P>, ask: Ask): Promise<Values<P>>;
	/** The answer as rows, one output item each. An answer of another shape than expected throws. */
	rows(answer: Answer, params: Values<P>): IDataObject[];
	/** The sentence that fails the item where XI said that there is nothing. Left out: no rows. */
	ifNothing?(params: Values<P>): string;
	/** The orders that rows tell of, where one was asked for. `params` are as they were given. */
	became?(rows: IDataObject[], params: Values<P>): Became | undefined;
}

/** What one thing became: "PO 4711", and "PO 4711 → 20-RD128" for each. */
export interface Became {
	readonly subject: string;
	readonly receipts: readonly string[];
}

/** One search for each input item, page after page, until Limit or the end is reached. */
export interface PagedReadOperation<P extends Fields = Fields, Answer = unknown> extends Common<P> {
	readonly kind: 'pagedRead';
	readonly output: Output;
	readonly paging: Paging;
	/** The request without its page; the pager adds that. */
	request(params: Values<P>): XiRequest;
	page(answer: Answer, params: Values<P>): Page;
}

/**
 * Two reads for each input item: of its own thing, and of what that is held against. Equal reads are
 * made once in a run, and all that is held against one thing is compared together.
 */
export interface MatchOperation<P extends Fields = Fields, Answer = unknown, Other = unknown>
	extends Common<P> {
	readonly kind: 'match';
	readonly output: Output;
	request(params: Values<P>): XiRequest;
	/** What is compared of an answer. One of another shape than expected throws. */
	read(body: unknown, params: Values<P>): Answer;
	/** What it is held against; undefined: its answer names nothing. */
	against(answer: Answer): XiRequest | undefined;
	readOther(body: unknown): Other;
	/**
	 * Rows for each entry, in their order.
	 *
	 * @param other undefined: there is nothing to hold them against
	 */
	match(
		entries: ReadonlyArray<{ answer: Answer; params: Values<P> }>,
		other: Other | undefined,
	): IDataObject[][];
	/** The sentence that fails the item where XI said that there is nothing. */
	ifNothing(params: Values<P>): string;
}

/** Looks for something that may only be there later, once or for a while. It takes several reads. */
export interface LookOperation<P extends Fields = Fields> extends Common<P> {
	readonly kind: 'look';
	readonly output: Output;
	/** For how long it is looked for again, in minutes; 0: once. */
	minutes(params: Values<P>): number;
	/** @param since when it was first looked for */
	look(ask: Ask, params: Values<P>, since: Date): Promise<Shown>;
	/** See ReadOperation. */
	became?(rows: IDataObject[], params: Values<P>): Became | undefined;
}

/**
 * Many input items in one request. Each item asks for one or more things; equal asks are asked once,
 * asks of items whose call-level parameters are equal share calls, and each answer goes back to the
 * items that asked.
 */
export interface BatchReadOperation<P extends Fields = Fields, Answer = unknown, Ask = unknown>
	extends Common<P>,
		Batch<Values<P>, Answer, Ask> {
	readonly kind: 'batchRead';
	readonly output: Output;
}

/** How several input items make one write. */
export interface Gathering<P extends Fields> {
	/** How sentences call what they make ("an order"). */
	readonly thing: string;
	/** The parameters that a row fills in; a row with nothing in either is skipped. */
	readonly number: string;
	readonly lines: string;
	/** What names the product of a line. */
	readonly products: readonly string[];
	/** Items with the same text are one write. Undefined: the item is its own. */
	groupOf(params: Values<P>): string | undefined;
	/** The parameters of the one write. Throws BadInput where the items disagree. */
	gather(members: ReadonlyArray<{ item: number; params: Values<P> }>): Values<P>;
}

/**
 * What spends money or changes something: one after the other, in the order of the items, and never
 * sent twice unless it is certain that the first did not happen.
 */
export interface WriteOperation<P extends Fields = Fields, Answer = unknown> extends Common<P> {
	readonly kind: 'write';
	readonly output: Output;
	/** Throws BadInput. */
	plan(params: Values<P>): WritePlan<Answer>;
	readonly gathering?: Gathering<P>;
	/** XI shows nothing of what is sent: its plans have no `once`, and nobody chooses how long to look. */
	readonly leavesNoTrace?: boolean;
}

/**
 * A call that the user describes: nothing is known of it but its method. A GET is made as other reads are;
 * any other method is sent once, one item after the other.
 */
export interface CallOperation<P extends Fields = Fields> extends Common<P> {
	readonly kind: 'call';
	/** Empty: the answer is handed on as it comes. */
	readonly output: Output;
	/** Whether the call may change something, as far as the parameters tell. */
	mayChange(params: Values<P>): boolean;
	request(params: Values<P>): XiRequest;
	/** How the call takes a page, where the user wants it page by page; undefined: it is made once. */
	paging(params: Values<P>): Paging | undefined;
	page(answer: unknown, params: Values<P>): Page;
	/** An answer as rows; undefined where there is none. */
	rows(answer: unknown, status: number): IDataObject[];
}

export type Operation =
	| ReadOperation
	| PagedReadOperation
	| BatchReadOperation
	| CallOperation
	| LookOperation
	| MatchOperation
	| WriteOperation;

/** Declares a read; the types of `request` and `rows` follow from `parameters`. */
export const read = <P extends Fields, Answer>(
	operation: Omit<ReadOperation<P, Answer>, 'kind'>,
): ReadOperation<P, Answer> => ({ ...operation, kind: 'read' });

/** How a paged search is declared. */
interface Searching<P extends Fields, Row extends IDataObject, Answer>
	extends Omit<PagedReadOperation<P, Answer>, 'kind' | 'paging' | 'request' | 'page'> {
	readonly search: XiSearch<Row, Answer>;
	/** What is searched for. */
	wanted(params: Values<P>): Wanted;
	/** A record as rows. Left out: it is one as it is. */
	rows?(record: Row, params: Values<P>): IDataObject[];
}

/** Declares a paged search; the types of its functions follow from `parameters` and `search`. */
export const pagedRead = <P extends Fields, Row extends IDataObject, Answer>({
	search,
	wanted,
	rows: rowsOf = (record) => [record],
	...operation
}: Searching<P, Row, Answer>): PagedReadOperation<P, Answer> => ({
	...operation,
	kind: 'pagedRead',
	paging: search.paging,
	request: (params) => ({ ...search.call, ...wanted(params) }),
	page(answer, params) {
		const { rows, recordsFound } = search.page(answer);
		return { rows: rows.flatMap((record) => rowsOf(record, params)), recordsFound };
	},
});

/** Declares a look; the types of its functions follow from `parameters`. */
export const look = <P extends Fields>(
	operation: Omit<LookOperation<P>, 'kind'>,
): LookOperation<P> => ({ ...operation, kind: 'look' });

/** Declares a match; the types of its functions follow from `parameters` and `match`. */
export const match = <P extends Fields, Answer, Other>(
	operation: Omit<MatchOperation<P, Answer, Other>, 'kind'>,
): MatchOperation<P, Answer, Other> => ({ ...operation, kind: 'match' });

/** Declares a write; the types of its functions follow from `parameters`. */
export const write = <P extends Fields, Answer>(
	operation: Omit<WriteOperation<P, Answer>, 'kind'>,
): WriteOperation<P, Answer> => ({ ...operation, kind: 'write' });

/** Declares a batch; the types of its functions follow from `parameters` and `asks`. */
export const batchRead = <P extends Fields, Answer, Ask>(
	operation: Omit<BatchReadOperation<P, Answer, Ask>, 'kind'>,
): BatchReadOperation<P, Answer, Ask> => ({ ...operation, kind: 'batchRead' });

/** Declares a call that the user describes; the types of its functions follow from `parameters`. */
export const anyCall = <P extends Fields>(
	operation: Omit<CallOperation<P>, 'kind' | 'output'>,
): CallOperation<P> => ({ ...operation, kind: 'call', output: {} });

import type { IExecuteFunctions } from 'n8n-workflow';

/** How many independent reads are under way at once; n8n opens a connection for each. */
export const READS_AT_ONCE = 10;

/** What the ways of working through items share: where to send, and whether a failure ends it all. */
export interface Run {
	readonly context: IExecuteFunctions;
	/** Says no once the execution was stopped, or an item failed in a node that stops on failure. */
	goesOn(): boolean;
	/** The execution was stopped. */
	isStopped(): boolean;
	/** Says that an item failed, where `attempt` did not see it. */
	noteFailure(): void;
	/** Turns whatever a piece of work throws into a failure. */
	attempt<T>(work: () => Promise<T> | T): Promise<{ value: T } | { failure: Error }>;
}

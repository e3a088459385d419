import { randomUUID } from 'node:crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Spent, WritePart, WritePlan } from '../operation';
import type { CallFacts } from './writeFailures';

/**
 * What an execution has sent, kept for its next try: n8n's Retry On Fail runs a node again over all
 * its items, the good ones too, and hands nothing over from one try to the next. The tries of an
 * execution run in one process.
 */
export interface Sent {
	/** What was answered, or found afterwards. Undefined: it is not known what became of it. */
	rows?: IDataObject[];
	/** The rows are of what was there before this execution. */
	wasThere?: boolean;
	/** What was there before it was sent, where XI would take the same thing twice. */
	before: ReadonlySet<string>;
	/** Its plan, where more was learnt of it before it was sent: without that it can't be told from another. */
	plan?: WritePlan;
	/** What it spends, where a limit is set: each try counts it, also where the sums of the run are gone. */
	spends?: Spent;
	/** The writes that it stands for: some may be done, so that asked again XI would name the others alone. */
	parts?: readonly WritePart[];
	/** What was looked up for all items before anything was sent, by item and what it asks. */
	lookedUp?: ReadonlyMap<string, IDataObject[]>;
	/** When it was first sent. */
	sentAt: Date;
	/** The call that it was sent with, for those who ask Ingram Micro about it. */
	call?: CallFacts;
	/** Why it was refused, where it may have been taken all the same. */
	said?: string;
}

const MOST_REMEMBERED = 20_000;
const sent = new Map<string, Sent>();

/**
 * The name of one write in one run of a node: a second try has the same one; another item, or
 * another round of a loop, does not.
 */
export function nameOfWrite(context: IExecuteFunctions, item: number, unique: string): string {
	const { $runIndex } = context.getWorkflowDataProxy(item);
	// An execution without a name has no second try that could be told apart from another execution.
	const execution = (context.getExecutionId() as string | undefined) ?? randomUUID();
	return JSON.stringify([execution, context.getNode().id, $runIndex, item, unique]);
}

export const recall = (name: string): Sent | undefined => sent.get(name);

export const forget = (name: string): boolean => sent.delete(name);

/** Keeps it, and lets the oldest go when there are too many. */
export function remember(name: string, what: Sent): void {
	sent.delete(name);
	sent.set(name, what);
	if (sent.size > MOST_REMEMBERED) {
		const [oldest] = sent.keys();
		sent.delete(oldest);
	}
}

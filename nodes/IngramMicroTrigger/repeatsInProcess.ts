import { createHash } from 'node:crypto';

import { pause } from '../shared/transport/pause';

/*
 * Each event starts the workflow once. Two memories see to that:
 *
 * - n8n's own database outlives a restart, and all processes share it. It is at hand only once an
 *   execution runs (repeatsInDatabase.ts), so a repeat that nobody else knows costs an empty execution.
 * - This module remembers for as long as the process lives, for all deliveries of a node. A repeat that
 *   it knows starts nothing, and of several at the same moment only one does.
 *
 * An event must not be remembered before it has started the workflow: if n8n is killed in between, XI
 * gets no answer and delivers it again, and then it must run. So deliveries are handed to n8n one at a
 * time, the next when the one before was answered.
 */

const KEPT_EVENTS = 2_000;
/** With more than this, the oldest are forgotten; not with each event, as that takes a while. */
const MOST_EVENTS = 2_200;
const LONGEST_SECONDS = 30 * 24 * 60 * 60;
const MOST_NODES = 1_000;

/** How many deliveries of a stock event may start something: a captured ID lets no more in than that. */
export const MOST_PARTS = 20;
/** Products of which it is known which event told them, of a node; XI tells of 4,000 in an event. */
const MOST_TOLD = 100_000;

/** How long a delivery may wait for the one before it to be answered; n8n needs milliseconds. */
const MOST_WAIT_FOR_TURN_MS = 5_000;
/**
 * n8n 1.123 answers before it has stored the execution, so the next delivery also waits until the
 * execution runs, where executions run in this process.
 */
const MOST_WAIT_FOR_RUN_MS = 200;
/** How long a repeat may wait for what becomes of the first. */
const MOST_WAIT_FOR_FIRST_MS = 60_000;
const STEP_MS = 100;

const MARK_LENGTH = 16;

/** The name of something in memory: short and harmless, however long it is and whatever it says. */
const markOf = (given: string): string =>
	createHash('sha256').update(given).digest('base64url').slice(0, MARK_LENGTH);

const now = (): number => Math.floor(Date.now() / 1000);

/** Waits for something to end, but not for ever. Says whether it did. */
async function ends(work: Promise<void>, ms: number): Promise<boolean> {
	const until = Date.now() + ms;
	let ended = false;
	const end = work.then(() => {
		ended = true;
	});
	while (!ended && Date.now() < until) await Promise.race([end, pause(STEP_MS)]);
	return ended;
}

/** Something that ends once, and a way to end it. */
function ending(): { ended: Promise<void>; end: () => void } {
	let end = () => {};
	const ended = new Promise<void>((resolve) => {
		end = resolve;
	});
	return { ended, end };
}

/** An event that this delivery may start, and no other until it lets go. */
export interface Claim {
	/**
	 * Whether a resource may start the workflow: each of an event that did not yet; of one that did, only
	 * a product that it has not told.
	 *
	 * @param product the part number of a product whose stock changed; null for any other resource
	 */
	lets(product: string | null): boolean;
	/** It did not start the workflow: the next delivery of it may. */
	letGo(): void;
}

/** What of an event starts the workflow. */
export interface Starting {
	readonly eventId: string;
	/** The part numbers of the products whose stock changed. */
	readonly products: readonly string[];
}

/** A delivery's turn to start the workflow. */
export interface Turn {
	/**
	 * Remembers what starts the workflow.
	 *
	 * @param answered ends when the delivery was answered, or its sender is gone; false where n8n could
	 *   not start the workflow: then nothing is remembered
	 */
	start(events: readonly Starting[], answered: Promise<boolean>): void;
}

/** An event that has started the workflow. */
interface Started {
	/** In seconds. */
	readonly at: number;
	/** Deliveries that started something. */
	parts: number;
	/** Marks of the products that it told; none if no further part of it may start anything. */
	told?: Set<string>;
}

/** What one trigger node remembers. */
export class Memory {
	/** By the marks of their IDs; the oldest first. */
	private readonly seen = new Map<string, Started>();
	/** Products told by all of them. */
	private told = 0;
	/** Events that a delivery works on, until it lets go or was answered. */
	private readonly claimed = new Map<string, Promise<void>>();
	private readonly ends = new Map<string, () => void>();
	private lastTurn = Promise.resolve();
	/** Ends the wait for an execution of an event. */
	private readonly awaited = new Map<string, () => void>();
	/** Whether the execution that was waited for last has run in this process. */
	private seesRuns = false;

	/** An execution with this event runs, in this process. */
	runs(eventId: string): void {
		this.seesRuns = true;
		this.awaited.get(markOf(eventId))?.();
	}

	/**
	 * Asks to start an event. While another delivery of it is worked on, this waits for what becomes
	 * of that.
	 *
	 * @returns a claim; `repeat` for an event that was started; `busy` where the wait was too long
	 */
	async claim(eventId: string): Promise<Claim | 'busy' | 'repeat'> {
		const mark = markOf(eventId);
		const until = Date.now() + MOST_WAIT_FOR_FIRST_MS;
		let started: Started | undefined;
		for (;;) {
			started = this.startedEvent(mark);
			if (started && (!started.told || started.parts >= MOST_PARTS)) return 'repeat';
			const first = this.claimed.get(mark);
			if (!first) break;
			if (!(await ends(first, until - Date.now()))) return 'busy';
		}
		const { ended, end } = ending();
		this.claimed.set(mark, ended);
		this.ends.set(mark, end);
		return {
			lets: (product) =>
				!started || (product !== null && started.told?.has(markOf(product)) === false),
			letGo: () => this.release(mark),
		};
	}

	/** Waits until the delivery before this one was answered. */
	async turn(): Promise<Turn> {
		const before = this.lastTurn;
		const { ended, end } = ending();
		this.lastTurn = ended;
		await ends(before, MOST_WAIT_FOR_TURN_MS);
		return {
			start: (events, answered) => {
				const first = markOf(events[0].eventId);
				const run = ending();
				this.awaited.set(first, run.end);
				void answered.then(async (started) => {
					for (const { eventId, products } of events) {
						const mark = markOf(eventId);
						if (started) this.add(mark, products);
						this.release(mark);
					}
					if (started && this.seesRuns) {
						this.seesRuns = await ends(run.ended, MOST_WAIT_FOR_RUN_MS);
					}
					this.awaited.delete(first);
					end();
				});
			},
		};
	}

	private startedEvent(mark: string): Started | undefined {
		const started = this.seen.get(mark);
		return started && started.at > now() - LONGEST_SECONDS ? started : undefined;
	}

	private add(mark: string, products: readonly string[]): void {
		let started = this.startedEvent(mark);
		if (!started) {
			this.forget(mark);
			started = { at: now(), parts: 0, ...(products.length > 0 && { told: new Set<string>() }) };
			this.seen.set(mark, started);
		}
		started.parts += 1;
		const before = started.told?.size ?? 0;
		for (const product of products) started.told?.add(markOf(product));
		this.told += (started.told?.size ?? 0) - before;
		if (this.told > MOST_TOLD) this.closeOld();
		if (this.seen.size > MOST_EVENTS) this.forgetOld();
	}

	private release(mark: string): void {
		this.ends.get(mark)?.();
		this.ends.delete(mark);
		this.claimed.delete(mark);
	}

	private close(started: Started): void {
		this.told -= started.told?.size ?? 0;
		started.told = undefined;
	}

	/** Lets no more parts of the oldest stock events in, so that their products need not be known. */
	private closeOld(): void {
		for (const started of this.seen.values()) {
			if (this.told <= MOST_TOLD / 2) return;
			this.close(started);
		}
	}

	private forget(mark: string): void {
		const started = this.seen.get(mark);
		if (started) this.close(started);
		this.seen.delete(mark);
	}

	/** Forgets what is too old, and the oldest of the rest. */
	private forgetOld(): void {
		const old = [...this.seen].filter(([, { at }]) => at <= now() - LONGEST_SECONDS);
		for (const [mark] of old) this.forget(mark);
		for (const mark of [...this.seen.keys()].slice(0, -KEPT_EVENTS)) this.forget(mark);
	}
}

const memories = new Map<string, Memory>();

/** The memory of a trigger node in this process. */
export function memoryOf(workflowId: string | undefined, nodeId: string): Memory {
	const key = JSON.stringify([workflowId, nodeId]);
	const memory = memories.get(key) ?? new Memory();
	// The one that was used last goes to the end, so that the one to go is the one used least.
	memories.delete(key);
	memories.set(key, memory);
	const [oldest] = memories.keys();
	if (memories.size > MOST_NODES) memories.delete(oldest);
	return memory;
}

import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import { pause } from '../shared/transport/patience';

/*
 * Each event starts the workflow once. Two memories see to that:
 *
 * - n8n's static data of the node outlives a restart. n8n loads it for each delivery and saves it
 *   whole when the delivery is answered, so of two that are saved at the same moment the last wins.
 * - This module remembers for as long as the process lives, for all deliveries of a node, so it sees
 *   those that arrive at the same moment. Every save carries what it remembers, and mends what a save
 *   of another process has overwritten.
 *
 * An event must not be remembered before it has started the workflow: if n8n is killed in between, XI
 * gets no answer and delivers it again, and then it must run. So deliveries are handed to n8n one at a
 * time, the next when the one before was answered, and a save carries no others than those that were
 * answered and its own.
 */

const KEPT_EVENTS = 2_000;
/** With more than this, the oldest are forgotten; not with each event, as that takes a while. */
const MOST_EVENTS = 2_200;
const LONGEST_SECONDS = 30 * 24 * 60 * 60;
const MOST_NODES = 1_000;

/** How long a delivery may wait for the one before it to be answered; n8n needs milliseconds. */
const MOST_WAIT_FOR_TURN_MS = 5_000;
/** How long a repeat may wait for what becomes of the first. */
const MOST_WAIT_FOR_FIRST_MS = 60_000;
const STEP_MS = 100;

const MARK_LENGTH = 16;

/** The name of an event in memory: short and harmless, however long the ID and whatever it says. */
const markOf = (eventId: string): string =>
	createHash('sha256').update(eventId).digest('base64url').slice(0, MARK_LENGTH);

/*
 * What is remembered is stored as one text: a mark, its time and a blank for each event. n8n watches
 * every property of static data for changes, so thousands of them would cost more than all the rest
 * of a delivery.
 */

const entryOf = (mark: string, at: number): string => `${mark}${at.toString(36)} `;

function* entriesIn(text: string): Generator<[mark: string, at: number]> {
	for (const entry of text.split(' ')) {
		const at = Number.parseInt(entry.slice(MARK_LENGTH), 36);
		if (at > 0) yield [entry.slice(0, MARK_LENGTH), at];
	}
}

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
	/** It did not start the workflow: the next delivery of it may. */
	letGo(): void;
}

/** A delivery's turn to start the workflow. */
export interface Turn {
	/**
	 * Remembers the events, and writes down what is remembered.
	 *
	 * @param stored the node's static data, which n8n saves afterwards
	 * @param answered ends when the delivery was answered, or its sender is gone; false where n8n could
	 *   not start the workflow: then the events are not remembered
	 */
	start(eventIds: readonly string[], stored: IDataObject, answered: Promise<boolean>): void;
}

/** What one trigger node remembers. */
export class Memory {
	/** Marks of answered events, and when they were started, in seconds; the oldest first. */
	private readonly seen = new Map<string, number>();
	/** The same, as it is stored. */
	private text = '';
	/** Events that a delivery works on, until it lets go or was answered. */
	private readonly claimed = new Map<string, Promise<void>>();
	private readonly ends = new Map<string, () => void>();
	private lastTurn = Promise.resolve();

	/** Takes in what is stored, since another process or an earlier life of this one may know more. */
	learn({ seen }: IDataObject): void {
		if (typeof seen !== 'string' || seen === this.text) return;
		for (const [mark, at] of entriesIn(seen))
			if (at > (this.seen.get(mark) ?? 0)) this.add(mark, at);
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
		for (;;) {
			if (this.isFresh(mark)) return 'repeat';
			const first = this.claimed.get(mark);
			if (!first) break;
			if (!(await ends(first, until - Date.now()))) return 'busy';
		}
		const { ended, end } = ending();
		this.claimed.set(mark, ended);
		this.ends.set(mark, end);
		return { letGo: () => this.release(mark) };
	}

	/** Waits until the delivery before this one was answered. */
	async turn(): Promise<Turn> {
		const before = this.lastTurn;
		const { ended, end } = ending();
		this.lastTurn = ended;
		await ends(before, MOST_WAIT_FOR_TURN_MS);
		return {
			start: (eventIds, stored, answered) => {
				const marks = eventIds.map(markOf);
				this.write(stored, marks);
				void answered.then((started) => {
					for (const mark of marks) {
						if (started) this.add(mark, now());
						this.release(mark);
					}
					end();
				});
			},
		};
	}

	/** Writes what is remembered to a node's static data, where that holds something else. */
	write(stored: IDataObject, own: readonly string[] = []): void {
		const text = this.text + own.map((mark) => entryOf(mark, now())).join('');
		if (text !== (stored.seen ?? '')) stored.seen = text;
	}

	private add(mark: string, at: number): void {
		this.seen.set(mark, at);
		this.text += entryOf(mark, at);
		if (this.seen.size > MOST_EVENTS) this.forgetOld();
	}

	private isFresh(mark: string): boolean {
		const at = this.seen.get(mark);
		return at !== undefined && at > now() - LONGEST_SECONDS;
	}

	private release(mark: string): void {
		this.ends.get(mark)?.();
		this.ends.delete(mark);
		this.claimed.delete(mark);
	}

	/** Forgets what is too old, and the oldest of the rest. */
	private forgetOld(): void {
		const kept = [...this.seen]
			.filter(([, at]) => at > now() - LONGEST_SECONDS)
			.sort(([, one], [, other]) => one - other)
			.slice(-KEPT_EVENTS);
		this.seen.clear();
		for (const [mark, at] of kept) this.seen.set(mark, at);
		this.text = kept.map(([mark, at]) => entryOf(mark, at)).join('');
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

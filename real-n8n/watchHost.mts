import { setTimeout as wait } from 'node:timers/promises';

import { nodeOf } from './nodes.mts';
import { nodeOfFile } from './nodeTypes.mts';
import type { Receiver } from './receiver.mts';
import type { StoredWorkflow, Workflow, WorkflowNode } from './rest.mts';
import type { Trial } from './trial.mts';

/** The call that a poll makes. */
export const SEARCH = '/resellers/v6/quotes/search';
const EVERY_SECONDS = 5;
/** All ticks that are due have come, and what they start has run. */
export const TWO_TICKS_MS = 2 * EVERY_SECONDS * 1_000 + 3_000;
const WITHIN_MS = 45_000;

/** Every five seconds: n8n polls no more than once a minute, but at as many seconds of it as it is told. */
const OFTEN = Array.from({ length: 60 / EVERY_SECONDS }, (_, n) => n * EVERY_SECONDS);
/** So that n8n can be killed before the first. */
export const ONCE_A_MINUTE = [0];

/** What became of things that changed: how many were told, how many not, and how many more than once. */
export interface Told {
	changed: number;
	told: number;
	lost: number;
	twice: number;
}

let count = 0;

/** What it needs of an n8n: one process of it, or several. */
export type Watched = Pick<Trial, 'rest' | 'nodes' | 'credential' | 'simulator'>;

/** A published workflow that watches quotes and tells the receiver of each. */
export class Watcher {
	private readonly numbers: string[] = [];

	private constructor(
		readonly trial: Watched,
		private readonly receiver: Receiver,
		private readonly tag: string,
		public workflow: StoredWorkflow,
	) {}

	/**
	 * @param between a node between the trigger and the one that tells, if any
	 * @param seconds when it polls, in each minute; left out: every five seconds
	 */
	static async stored(
		trial: Watched,
		receiver: Receiver,
		{ between, seconds = OFTEN }: { between?: WorkflowNode; seconds?: readonly number[] } = {},
	): Promise<Watcher> {
		const tag = `W${(count += 1)}`;
		const trigger = nodeOf(nodeOfFile(trial.nodes, 'IngramMicroWatchTrigger'), trial.credential, {
			name: 'Watch',
			parameters: {
				watchFor: 'quoteChanged',
				pollTimes: {
					item: seconds.map((second) => ({
						mode: 'custom',
						cronExpression: `${second} * * * * *`,
					})),
				},
			},
		});
		const nodes = [trigger, ...(between ? [between] : []), tells(receiver, tag)];
		const workflow = await trial.rest.addWorkflow({
			name: `Watch ${tag}`,
			nodes,
			connections: inARow(nodes),
			settings: { executionOrder: 'v1' },
		});
		return new Watcher(trial, receiver, tag, workflow);
	}

	async publish(): Promise<void> {
		await this.trial.rest.activate(this.workflow);
		this.workflow = await this.trial.rest.workflow(this.workflow.id);
	}

	/** Publishes it with something changed: the trigger itself, or only another node. */
	async publishAgain(what: 'trigger' | 'other'): Promise<void> {
		const { nodes, ...rest } = this.workflow;
		const at = what === 'trigger' ? 0 : nodes.length - 1;
		const changed = nodes.map((node, index) =>
			index === at ? { ...node, notesInFlow: true, notes: crypto.randomUUID() } : node,
		);
		const parameters = { ...changed[0].parameters, output: 'raw' };
		if (what === 'trigger') changed[0] = { ...changed[0], parameters };
		await this.trial.rest.replaceWorkflow(this.workflow, { ...rest, nodes: changed });
		this.workflow = await this.trial.rest.workflow(this.workflow.id);
	}

	async end(): Promise<void> {
		await this.trial.rest.deactivate(this.workflow.id);
	}

	/** Quotes appear at Ingram Micro, which are to be told. */
	change(quotes: number): void {
		const prefix = `${this.tag}-${this.numbers.length}-`;
		this.numbers.push(...this.trial.simulator.addQuotes(quotes, { prefix }));
	}

	/** All changes so far were told, or some time has passed. */
	async whenTold(withinMs = WITHIN_MS): Promise<void> {
		const deadline = Date.now() + withinMs;
		while (this.counted().lost > 0 && Date.now() < deadline) await wait(100);
	}

	/** What was told of all changes so far, in the end. */
	async told(withinMs?: number): Promise<Told> {
		await this.whenTold(withinMs);
		// What comes twice comes later.
		await wait(TWO_TICKS_MS);
		return this.counted();
	}

	private counted(): Told {
		const times = this.receiver.timesFrom(`${this.tag}/`);
		const told = this.numbers.filter((number) => times.has(number)).length;
		const twice = this.numbers.filter((number) => (times.get(number) ?? 0) > 1).length;
		return { changed: this.numbers.length, told, lost: this.numbers.length - told, twice };
	}

	/** How its executions ended: "3 success, 1 crashed". */
	async executions(): Promise<string> {
		const states = await this.trial.rest.executionsOf(this.workflow.id);
		const counts = new Map<string, number>();
		for (const { status } of states) counts.set(status, (counts.get(status) ?? 0) + 1);
		return [...counts].map(([status, number]) => `${number} ${status}`).join(', ') || 'none';
	}

	/**
	 * Runs its executions that were cut off again, as a person would from the list.
	 *
	 * @returns what was told of all changes then, or undefined where there were none to run
	 */
	async cutOffRunAgain(): Promise<Told | undefined> {
		const states = await this.trial.rest.executionsOf(this.workflow.id);
		const cutOff = states.filter(({ status }) => status === 'crashed');
		for (const { id } of cutOff) await this.trial.rest.retry(id);
		return cutOff.length === 0 ? undefined : await this.told(TWO_TICKS_MS);
	}

	/** The next poll's call has come. */
	async nextPoll(): Promise<void> {
		const { simulator } = this.trial;
		const before = simulator.requestsTo(SEARCH).length;
		const deadline = Date.now() + WITHIN_MS;
		while (simulator.requestsTo(SEARCH).length === before) {
			if (Date.now() > deadline) throw new Error('It does not poll');
			await wait(1);
		}
	}
}

const tells = (receiver: Receiver, tag: string): WorkflowNode => ({
	id: crypto.randomUUID(),
	name: 'Tells',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	position: [660, 0],
	parameters: { url: `=${receiver.url}/${tag}/{{ $json.quoteNumber }}`, options: {} },
});

const inARow = (nodes: readonly WorkflowNode[]): Workflow['connections'] =>
	Object.fromEntries(
		nodes
			.slice(0, -1)
			.map(({ name }, index) => [
				name,
				{ main: [[{ node: nodes[index + 1].name, type: 'main', index: 0 }]] },
			]),
	);

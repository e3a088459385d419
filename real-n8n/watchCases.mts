import { setTimeout as wait } from 'node:timers/promises';

import type { Receiver } from './receiver.mts';
import type { WorkflowNode } from './rest.mts';
import type { Trial } from './trial.mts';
import { ONCE_A_MINUTE, SEARCH, type Told, TWO_TICKS_MS, Watcher } from './watchHost.mts';

const OUTAGE_MS = 20_000;
const LONG_POLL_MS = 12_000;
/** What was not told by then is lost. */
const KILLED_WITHIN_MS = 20_000;
/** Milliseconds between the last call of a poll and the kill. */
const KILLS = [0, 25, 50, 100];

/** What was tried, and what became of the changes. */
export interface Row extends Told {
	situation: string;
	executions: string;
	/** The same after the executions that were cut off were run again from the list. */
	again?: Told;
	/**
	 * n8n itself may lose it: without durable cursors an item that was emitted and did not run yet, and
	 * the state that another writer overwrites; with them what a publication's own poll remembered.
	 */
	mayLose?: 'lasting' | 'durable';
	/**
	 * n8n itself may tell it again: n8n 1 emits what a poll found in whose time it was published again,
	 * and forgets that it did; without durable cursors an execution may save an older copy of the state.
	 */
	mayRepeat?: 'lasting';
}

type Case = (trial: Trial, receiver: Receiver) => Promise<Row[]>;

async function rowOf(situation: string, watcher: Watcher, withinMs?: number): Promise<Row> {
	const told = await watcher.told(withinMs);
	return { situation, ...told, executions: await watcher.executions() };
}

/** Every call fails until the returned function is called. */
function outage({ simulator }: Trial): () => void {
	simulator.faults.add({
		kind: 'status',
		status: 503,
		match: { endpoint: SEARCH },
		times: Infinity,
	});
	return () => simulator.faults.clear();
}

/** A watcher that has told of something, so that n8n has its state. */
async function running(
	trial: Trial,
	receiver: Receiver,
	options?: Parameters<typeof Watcher.stored>[2],
): Promise<Watcher> {
	const watcher = await Watcher.stored(trial, receiver, options);
	await watcher.publish();
	await watcher.nextPoll();
	watcher.change(1);
	await watcher.whenTold();
	return watcher;
}

const publishedInOutage: Case = async (trial, receiver) => {
	const watcher = await Watcher.stored(trial, receiver);
	const over = outage(trial);
	await watcher.publish();
	await wait(OUTAGE_MS);
	over();
	// The first poll that reaches Ingram Micro remembers what is there then.
	await wait(TWO_TICKS_MS);
	watcher.change(3);
	const row = await rowOf('Published during an outage of 20 s; changes after it', watcher);
	await watcher.end();
	return [row];
};

const startedInOutage: Case = async (trial, receiver) => {
	const watcher = await running(trial, receiver);
	const over = outage(trial);
	await trial.restart('stop');
	watcher.change(3);
	await wait(OUTAGE_MS);
	over();
	const row = await rowOf('n8n started during an outage of 20 s; changes in it', watcher);
	await watcher.end();
	return [row];
};

const killed: Case = async (trial, receiver) => {
	const rows: Row[] = [];
	for (const delay of KILLS) {
		const watcher = await running(trial, receiver);
		watcher.change(3);
		await watcher.nextPoll();
		await wait(delay);
		await trial.restart('kill');
		const situation = `Killed ${delay} ms after the call of a poll that tells`;
		const row = await rowOf(situation, watcher, KILLED_WITHIN_MS);
		const again = row.lost > 0 ? await watcher.cutOffRunAgain() : undefined;
		rows.push({ ...row, ...(again && { again }), mayLose: 'lasting' });
		await watcher.end();
	}
	return rows;
};

const longPoll: Case = async (trial, receiver) => {
	const watcher = await running(trial, receiver);
	const slow = { kind: 'delay', ms: LONG_POLL_MS, match: { endpoint: SEARCH }, times: 2 } as const;
	trial.simulator.faults.add(slow);
	watcher.change(3);
	const row = await rowOf('Polls of 12 s, every 5 s', watcher);
	trial.simulator.faults.clear();
	await watcher.end();
	return [row];
};

const again =
	(what: 'trigger' | 'other', situation: string): Case =>
	async (trial, receiver) => {
		const watcher = await running(trial, receiver);
		watcher.change(1);
		await watcher.publishAgain(what);
		watcher.change(1);
		await watcher.told();
		const slow = { kind: 'delay', ms: 3_000, match: { endpoint: SEARCH }, times: 1 } as const;
		trial.simulator.faults.add(slow);
		watcher.change(1);
		await watcher.nextPoll();
		await watcher.publishAgain(what);
		const row = await rowOf(situation, watcher);
		trial.simulator.faults.clear();
		await watcher.end();
		return [{ ...row, ...(trial.version === 'n8n-1' && { mayRepeat: 'lasting' as const }) }];
	};

const WRITES: WorkflowNode = {
	id: crypto.randomUUID(),
	name: 'Writes',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	position: [440, 0],
	parameters: {
		jsCode:
			"const data = $getWorkflowStaticData('global');\ndata.n = (data.n ?? 0) + 1;\nreturn $input.all();",
	},
};

const otherWriter: Case = async (trial, receiver) => {
	const watcher = await running(trial, receiver, { between: WRITES });
	for (let round = 0; round < 3; round++) {
		watcher.change(1);
		await watcher.whenTold();
	}
	// What changes while n8n is down shows whether the state is still there.
	const over = outage(trial);
	watcher.change(1);
	await trial.restart('stop');
	over();
	const row = await rowOf('Another node writes static data; changes while n8n is down', watcher);
	await watcher.end();
	return [{ ...row, mayLose: 'lasting', mayRepeat: 'lasting' }];
};

/** The only poll so far is that of the publication. */
const beforeFirstTick: Case = async (trial, receiver) => {
	const watcher = await Watcher.stored(trial, receiver, { seconds: ONCE_A_MINUTE });
	while (new Date().getSeconds() > 20) await wait(500);
	await watcher.publish();
	watcher.change(3);
	await trial.restart('kill');
	const row = await rowOf(
		'Killed between publication and first tick; changes before it',
		watcher,
		90_000,
	);
	await watcher.end();
	return [{ ...row, mayLose: 'durable' }];
};

/** All situations, by the names that can be picked. */
export const CASES: Record<string, Case> = {
	publishedInOutage,
	startedInOutage,
	killed,
	longPoll,
	publishedAgain: again('other', 'Published again, also during a poll; another node changed'),
	triggerChanged: again('trigger', 'Published again, also during a poll; the trigger changed'),
	otherWriter,
	beforeFirstTick,
};

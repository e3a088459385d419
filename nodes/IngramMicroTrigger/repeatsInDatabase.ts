import {
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	NodeOperationError,
} from 'n8n-workflow';

import { wordsOf } from '../shared/errors';
import { isRecord, recordsOf } from '../shared/records';
import { pause } from '../shared/transport/pause';
import { memoryOf } from './repeatsInProcess';
import { type EventName, KINDS, partOf } from './kinds';

/*
 * Which events have started the workflow, in n8n's own database. n8n gives a node access to it only in
 * an execution; so the trigger, which n8n runs first in each execution that it started, looks there and
 * hands on what no other execution has had.
 *
 * n8n keeps one list for the node and drops the oldest entries beyond a number. An event has two
 * entries, one for its ID and one for its ID in this execution; a stock event has one more, and one for
 * each of its products.
 */

/** A few hundred kilobytes at most, which n8n reads and writes whole for each event. */
const MOST_ENTRIES = 20_000;
/** XI tells of 4,000 products at once. More could only push other events out of the list. */
const MOST_PRODUCTS = 5_000;

/** n8n reads the list and then writes it: what another process wrote in between is lost. */
const MENDED = 300;
const MENDED_FOR_MS = 10 * 60_000;
const MOST_NODES = 1_000;

/** What this process has recorded for a node a short while ago, and the end of its last record. */
interface Recent {
	entries: Array<{ readonly entry: string; readonly at: number }>;
	last: Promise<unknown>;
}

const recents = new Map<string, Recent>();

function recentOf(context: IExecuteFunctions): Recent {
	const key = JSON.stringify([context.getWorkflow().id, context.getNode().id]);
	const recent = recents.get(key) ?? { entries: [], last: Promise.resolve() };
	recents.delete(key);
	recents.set(key, recent);
	const [oldest] = recents.keys();
	if (recents.size > MOST_NODES) recents.delete(oldest);
	return recent;
}

const idEntry = (id: string): string => JSON.stringify(['event', id]);
const runEntry = (id: string, executionId: string): string =>
	JSON.stringify(['execution', id, executionId]);
const stockEntry = (id: string): string => JSON.stringify(['stock', id]);
const productEntry = (id: string, product: string): string =>
	JSON.stringify(['product', id, product]);

/** The list of a node, for one execution. */
class Records {
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly recent: Recent,
	) {}

	/** Writes down what is not there yet, and gives that. Entries of a moment ago are mended. */
	async add(entries: readonly string[]): Promise<ReadonlySet<string>> {
		const since = Date.now() - MENDED_FOR_MS;
		this.recent.entries = this.recent.entries.filter(({ at }) => at > since).slice(-MENDED);
		const own = new Set(entries);
		const mended = this.recent.entries.map(({ entry }) => entry).filter((one) => !own.has(one));
		const all = [...mended, ...own];
		const answer = await this.record(all).catch(async () => {
			// Two processes may both make the list. What a lost answer has written counts as this execution's.
			await pause(200);
			return await this.record(all);
		});
		this.recent.entries.push(...entries.map((entry) => ({ entry, at: Date.now() })));
		return new Set(answer.new.map(String).filter((entry) => own.has(entry)));
	}

	/** Writes down an entry that may only be there from before. Says whether it was. */
	async has(entry: string): Promise<boolean> {
		const { helpers } = this.context;
		const { new: added } = await this.record([entry]);
		if (added.length === 0) return true;
		await helpers.removeProcessed([entry], 'node', { mode: 'entries' });
		return false;
	}

	private async record(entries: string[]) {
		return await this.context.helpers.checkProcessedAndRecord(entries, 'node', {
			mode: 'entries',
			maxEntries: MOST_ENTRIES,
		});
	}
}

/** Which of an event's resources go on. */
type GoesOn = 'all' | 'none' | ReadonlySet<string>;

async function judge(
	records: Records,
	events: ReadonlyMap<string, readonly string[]>,
	executionId: string,
): Promise<Map<string, GoesOn>> {
	const goingOn = new Map<string, GoesOn>();
	const added = await records.add(
		[...events.keys()].flatMap((id) => [idEntry(id), runEntry(id, executionId)]),
	);
	for (const [id, products] of events) {
		// An execution that n8n runs a second time, as after the end of a worker, was broken off.
		const isOurs = added.has(idEntry(id)) || !added.has(runEntry(id, executionId));
		const hasParts = products.length > 0 && products.length <= MOST_PRODUCTS;
		if (!hasParts || (!isOurs && !(await records.has(stockEntry(id))))) {
			goingOn.set(id, isOurs ? 'all' : 'none');
			continue;
		}
		const entries = products.map((product) => productEntry(id, product));
		const told = await records.add([stockEntry(id), ...entries]);
		const untold = products.filter((_, position) => told.has(entries[position]));
		goingOn.set(id, isOurs ? 'all' : new Set(untold));
	}
	return goingOn;
}

/** The product whose stock an item, or a resource in it, is about. A confirmed one may be told anew. */
function productIn(part: IDataObject): string | null {
	const { event, reported } = part;
	if (typeof event !== 'string' || !Object.hasOwn(KINDS, event)) return null;
	return partOf(event as EventName, isRecord(reported) ? reported : part);
}

const resourcesIn = ({ resources }: IDataObject): IDataObject[] | undefined =>
	Array.isArray(resources) ? recordsOf(resources) : undefined;

function eventsIn(items: readonly INodeExecutionData[]): Map<string, string[]> {
	const events = new Map<string, Set<string>>();
	for (const { json } of items) {
		if (typeof json.eventId !== 'string') continue;
		const products = events.get(json.eventId) ?? new Set();
		events.set(json.eventId, products);
		for (const part of resourcesIn(json) ?? [json]) {
			const product = productIn(part);
			if (product !== null) products.add(product);
		}
	}
	return new Map([...events].map(([id, products]) => [id, [...products]]));
}

function kept(item: INodeExecutionData, goesOn: GoesOn): INodeExecutionData[] {
	if (goesOn === 'all') return [item];
	if (goesOn === 'none') return [];
	const lets = (part: IDataObject) => goesOn.has(productIn(part) ?? '');
	const resources = resourcesIn(item.json);
	if (!resources) return lets(item.json) ? [item] : [];
	const left = resources.filter(lets);
	return left.length > 0 ? [{ ...item, json: { ...item.json, resources: left } }] : [];
}

async function inTurn<T>(recent: Recent, work: () => Promise<T>): Promise<T> {
	const mine = recent.last.then(work, work);
	recent.last = mine.catch(() => {});
	return await mine;
}

/**
 * Of the items that a delivery to the production URL has started an execution with, those whose event
 * has started no other; of a stock event that came in parts, those whose product it has not told. An
 * execution that a person runs again from the list gets all of its items. Any other run, as for the
 * test URL, gets all and leaves no trace.
 *
 * @throws NodeOperationError where n8n's database cannot be asked: the execution can be run again
 */
export async function onlyNew(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	const mode = context.getMode();
	if (mode !== 'webhook' && mode !== 'retry') return items;
	const events = eventsIn(items);
	if (events.size === 0) return items;
	const memory = memoryOf(context.getWorkflow().id, context.getNode().id);
	for (const id of events.keys()) memory.runs(id);
	const recent = recentOf(context);
	const records = new Records(context, recent);
	try {
		const goingOn = await inTurn(
			recent,
			async () => await judge(records, events, context.getExecutionId()),
		);
		if (mode === 'retry') return items;
		return items.flatMap((item) => {
			const { eventId } = item.json;
			return kept(item, (typeof eventId === 'string' && goingOn.get(eventId)) || 'all');
		});
	} catch (error) {
		if (mode === 'retry') return items;
		throw new NodeOperationError(
			context.getNode(),
			'n8n could not look up whether this event has started the workflow before, so it goes no further',
			{
				description: `Retry this execution in the list of executions: it then runs in any case. n8n said: ${wordsOf(error)}`,
			},
		);
	}
}

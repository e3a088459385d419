import './environment.mts';

import { DataDeduplicationService } from 'n8n-core';
import type {
	DeduplicationItemTypes,
	ICheckProcessedContextData,
	ICheckProcessedOptions,
	IDataDeduplicator,
	IDeduplicationOutput,
	Workflow,
} from 'n8n-workflow';

/*
 * What n8n's server keeps for nodes that ask whether something was seen before lives outside n8n-core,
 * and is therefore rebuilt here, after n8n 1.123, 2.39 and 2.41, which do it alike: one list of entries
 * for a node, read whole and written whole without a lock, of which the oldest go beyond maxEntries.
 */

/** How one workflow's process gets to the database; a process that was killed gets nowhere. */
export interface Access {
	/** How long n8n takes to read or to write, in milliseconds. */
	pause(): Promise<void>;
	isAlive(): boolean;
}

/** n8n's table of what was processed. It outlives a restart of a workflow's host. */
export class ProcessedData implements IDataDeduplicator {
	private readonly lists = new Map<string, readonly string[]>();
	private readonly accesses = new WeakMap<object, Access>();
	/** Throws this instead of answering, once set. */
	fails?: Error;
	failsOnce?: Error;

	/** Says how a workflow in an execution gets to the table. */
	open(workflow: Workflow, access: Access): void {
		this.accesses.set(workflow, access);
	}

	private keyOf({ workflow, node }: ICheckProcessedContextData): string {
		return `${workflow.id} n:${node?.id}`;
	}

	/** The entries of a node. */
	entriesOf(workflowId: string, nodeId: string): readonly string[] {
		return this.lists.get(`${workflowId} n:${nodeId}`) ?? [];
	}

	/** Loses what a node has recorded, as when another process writes an old list over it. */
	forget(workflowId: string, nodeId: string): void {
		this.lists.delete(`${workflowId} n:${nodeId}`);
	}

	private async use<T>(
		context: ICheckProcessedContextData,
		work: (list: string[]) => T,
	): Promise<T> {
		const access = this.accesses.get(context.workflow);
		await access?.pause();
		const failure = this.fails ?? this.failsOnce;
		this.failsOnce = undefined;
		if (failure) throw failure;
		const key = this.keyOf(context);
		const list = [...(this.lists.get(key) ?? [])];
		const result = work(list);
		await access?.pause();
		if (access?.isAlive() === false) throw new Error('The process was killed');
		this.lists.set(key, list);
		return result;
	}

	async checkProcessedAndRecord(
		items: DeduplicationItemTypes[],
		_scope: string,
		context: ICheckProcessedContextData,
		{ maxEntries }: ICheckProcessedOptions,
	): Promise<IDeduplicationOutput> {
		return await this.use(context, (list) => {
			const known = new Set(list);
			const output: IDeduplicationOutput = { new: [], processed: [] };
			for (const item of items) {
				if (known.has(String(item))) output.processed.push(item);
				else {
					output.new.push(item);
					list.push(String(item));
				}
			}
			if (maxEntries) list.splice(0, Math.max(list.length - maxEntries, 0));
			return output;
		});
	}

	async removeProcessed(
		items: DeduplicationItemTypes[],
		_scope: string,
		context: ICheckProcessedContextData,
	): Promise<void> {
		await this.use(context, (list) => {
			for (const item of items) {
				const at = list.indexOf(String(item));
				if (at >= 0) list.splice(at, 1);
			}
		});
	}

	async clearAllProcessedItems(_scope: string, context: ICheckProcessedContextData): Promise<void> {
		await this.use(context, (list) => list.splice(0));
	}

	async getProcessedDataCount(
		_scope: string,
		context: ICheckProcessedContextData,
	): Promise<number> {
		return await this.use(context, (list) => list.length);
	}
}

export const processedData = new ProcessedData();
// n8n takes one for the life of a process; jest loads this once for each file of tests.
void DataDeduplicationService.init(processedData);

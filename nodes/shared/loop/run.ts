import {
	type IExecuteFunctions,
	type INodeExecutionData,
	ManualExecutionCancelledError,
} from 'n8n-workflow';

import { BadInput } from '../badInput';
import type { Operation } from '../operation';
import type { XiCredential } from '../transport/account';
import { CREDENTIAL } from '../transport/send';
import { runBatches } from './batches';
import { errorFor, errorItem } from './itemError';
import { type Job, type Outcome, prepare } from './job';
import { runReads, runSearches } from './reads';
import type { Run } from './strategy';
import { runWrites } from './writes';

/**
 * Runs the chosen operation over the input items: the whole of every node's `execute`.
 *
 * All parameters of all items are read and checked before anything is sent. Each input item ends as
 * its rows or as one failure. A failure stops the node, or becomes an error item under Continue On
 * Fail; then nothing is thrown, since n8n would pass the input on as if it were the result.
 */
export async function runOperation(
	context: IExecuteFunctions,
	operations: readonly Operation[],
): Promise<INodeExecutionData[][]> {
	const stopsOnFailure = !context.continueOnFail();
	const stopSignal = context.getExecutionCancelSignal();
	let failed = false;
	const run: Run = {
		context,
		goesOn: () => !stopSignal?.aborted && !(stopsOnFailure && failed),
		isStopped: () => stopSignal?.aborted ?? false,
		noteFailure: () => {
			failed = true;
		},
		async attempt(work) {
			try {
				return { value: await work() };
			} catch (error) {
				failed = true;
				return { failure: error instanceof Error ? error : new Error(String(error)) };
			}
		},
	};

	const outcomes = await outcomesOf(run, operations);
	if (stopSignal?.aborted) throw new ManualExecutionCancelledError(context.getExecutionId());
	const stoppedEarly = stopsOnFailure && outcomes.some((one) => one && 'failure' in one);
	return [
		outcomes.flatMap((given, item): INodeExecutionData[] => {
			// Items behind the one that stops the node have no outcome; any other that had none would be
			// lost unseen.
			if (given === undefined && stoppedEarly) return [];
			const outcome = given ?? { failure: new Error('This item was not worked on') };
			if ('rows' in outcome) {
				const { rows, items } = outcome;
				const pairedItem =
					items && items.length > 1 ? items.map((one) => ({ item: one })) : { item };
				return rows.map((json) => ({ json, pairedItem }));
			}
			if (stopsOnFailure) throw errorFor(context.getNode(), outcome, item);
			return [errorItem(context.getNode(), outcome, item)];
		}),
	];
}

async function outcomesOf(
	run: Run,
	operations: readonly Operation[],
): Promise<Array<Outcome | undefined>> {
	const { context } = run;
	const outcomes = new Array<Outcome | undefined>(context.getInputData().length).fill(undefined);
	const start = await run.attempt(async () => ({
		operation: chosenOf(operations, context.getNodeParameter('operation', 0)),
		credential: await context.getCredentials<XiCredential>(CREDENTIAL),
	}));
	if ('failure' in start) return outcomes.fill(start);

	const { operation, credential } = start.value;
	const jobs: Job[] = [];
	for (const item of outcomes.keys()) {
		const prepared = await run.attempt(() => prepare(context, operation, credential, item));
		if ('value' in prepared) jobs.push(prepared.value);
		else outcomes[item] = prepared;
	}
	const strays = outcomes.flatMap((outcome, item) => (outcome ? [item] : []));
	const worked = await workOn(run, operation, jobs, strays);
	jobs.forEach(({ item }, position) => (outcomes[item] = worked[position]));
	return outcomes;
}

function chosenOf(operations: readonly Operation[], value: unknown): Operation {
	const chosen = operations.find(({ option }) => option.value === value);
	if (!chosen) {
		throw new BadInput(
			`This node has no operation "${String(value)}"`,
			'Choose one of the operations in the list, or update the package',
		);
	}
	return chosen;
}

async function workOn(
	run: Run,
	operation: Operation,
	jobs: Job[],
	strays: readonly number[],
): Promise<Array<Outcome | undefined>> {
	switch (operation.kind) {
		case 'batchRead':
			return await runBatches(run, operation, jobs);
		case 'pagedRead':
			return await runSearches(run, operation, jobs);
		case 'read':
			return await runReads(run, operation, jobs);
		case 'write':
			return await runWrites(run, operation, jobs, strays);
	}
}

import {
	type IExecuteFunctions,
	type INodeExecutionData,
	ManualExecutionCancelledError,
} from 'n8n-workflow';

import { BadInput, asError } from '../errors';
import { labelOf } from '../fields/field';
import type { InputFields } from '../fields/options';
import { leftOutOf } from '../fields/wireNames';
import type { Operation, Spent } from '../operation';
import type { XiCredential } from '../transport/account';
import { CREDENTIAL } from '../transport/send';
import { Accounts } from './accounts';
import { runCalls } from './anyCalls';
import { runLooks } from './awaiting';
import { runBatches } from './batches';
import { whySkipped } from './blankRows';
import { explained } from './cleaned';
import { losesErrors, refuseIfNothingIsTold } from './forAgents';
import { addHint, Hints, listed } from './hints';
import { withInputFields } from './inputFields';
import { type Job, type Outcome, preparing, type Run } from './item';
import { errorFor, errorItem } from './itemError';
import { byItem, lookedUp } from './lookUps';
import { runMatches } from './matches';
import { parametersFor } from './runParameters';
import { runReads, runSearches } from './reads';
import { spentInRun } from './spentInRun';
import { runWrites, type Stray } from './writes';

// Here any operation is run over the input items. run.ts reads all parameters and has the items asked by
// batches.ts, reads.ts, matches.ts, anyCalls.ts, awaiting.ts or writes.ts (onceOnly.ts), all by call.ts;
// itemError.ts makes the errors.

/**
 * Runs the chosen operation over the input items: the whole of every node's `execute`.
 *
 * All parameters of all items are read and checked before anything is sent. Each input item ends as
 * its rows or as one failure. A failure stops the node, or becomes an error item under Continue On
 * Fail, or where n8n would lose what is thrown; then nothing is thrown, since n8n would pass the input
 * on as if it were the result.
 */
export async function runOperation(
	context: IExecuteFunctions,
	operations: readonly Operation[],
): Promise<INodeExecutionData[][]> {
	refuseIfNothingIsTold(context);
	const stopsOnFailure = !context.continueOnFail() && !losesErrors(context);
	const stopSignal = context.getExecutionCancelSignal();
	let failed = false;
	let spent: Spent[] | undefined;
	const run: Run = {
		context,
		hints: new Hints(),
		get spent() {
			return (spent ??= spentInRun(context));
		},
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
				return { failure: asError(error) };
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
	const input = context.getInputData();
	const outcomes = new Array<Outcome | undefined>(input.length).fill(undefined);
	const start = await run.attempt(async () => ({
		operation: chosenOf(operations, context.getNodeParameter('operation', 0)),
		credential: await context.getCredentials<XiCredential>(CREDENTIAL),
	}));
	if ('failure' in start) return outcomes.fill(start);

	const { operation, credential } = start.value;
	const parameters = parametersFor(context);
	const prepare = preparing(parameters, operation, credential, run.hints);
	const accounts = new Accounts(parameters, operation, credential);
	const jobs: Job[] = [];
	for (const item of outcomes.keys()) {
		const reason = whySkipped(parameters, operation, item, input[item].json);
		if (reason !== undefined) {
			outcomes[item] = { rows: [{ outcome: 'skipped', reason }] };
			continue;
		}
		const prepared = await run.attempt(() => prepare(item, input[item].json));
		if ('value' in prepared) jobs.push(prepared.value);
		else outcomes[item] = prepared;
	}
	hintIfAllSkipped(context, outcomes);
	hintAtLeftOut(context, operation, jobs);
	for (const job of jobs) accounts.note(job);
	const cleaned = new Map(
		jobs.flatMap(
			(job): Array<[number, readonly string[]]> =>
				job.cleaned.length > 0 ? [[job.item, job.cleaned]] : [],
		),
	);
	const wantInput = new Map(
		jobs.flatMap(({ item, params }): Array<[number, InputFields]> => {
			const how = params.options.inputFields;
			return how === undefined ? [] : [[item, how]];
		}),
	);
	const clashes = new Set<string>();
	const keep = (item: number, outcome: Outcome | undefined): void => {
		outcomes[item] = withInputFields(
			explained(outcome, cleaned.get(item) ?? []),
			input[item].json,
			wantInput.get(item),
			(name) => clashes.add(name),
		);
	};
	const { jobs: ready, others } = await lookedUp(run, operation, jobs.splice(0));
	for (const [item, outcome] of others) keep(item, outcome);
	const strays = outcomes.flatMap((outcome, item) =>
		outcome && 'failure' in outcome ? [{ item, failure: outcome.failure }] : [],
	);
	const items = ready.map(({ item }) => item);
	// Handed over, and not kept: of 100,000 items, those that are done with are let go.
	const worked = await workOn(run, operation, ready.splice(0), strays);
	for (const [item, outcome] of byItem(items, worked)) keep(item, outcome);
	hintAtClashes(context, clashes);
	hintAtUnchanged(context, outcomes);
	for (const sentence of run.hints.sentences()) addHint(context, sentence);
	return outcomes.map((outcome, item) => accounts.toldIn(outcome, item));
}

/** Expressions with a wrong name make every row look blank. */
function hintIfAllSkipped(
	context: IExecuteFunctions,
	outcomes: ReadonlyArray<Outcome | undefined>,
): void {
	if (outcomes.length === 0 || !outcomes.every((one) => one && 'rows' in one)) return;
	addHint(
		context,
		'All rows were skipped as blank. If they are not, check the expressions: the names in them may not be those of the input.',
	);
}

/** Names in JSON that are none of XI's are often just what else the data holds, but never lost unsaid. */
function hintAtLeftOut(
	context: IExecuteFunctions,
	operation: Operation,
	jobs: readonly Job[],
): void {
	for (const [name, { property }] of Object.entries(operation.parameters)) {
		const names = new Set<string>();
		for (const { params } of jobs) for (const one of leftOutOf(params[name])) names.add(one);
		if (names.size === 0) continue;
		addHint(
			context,
			`${labelOf(property.displayName)} holds names that Ingram Micro does not have, and what they hold was left out: ${listed(names)}`,
		);
	}
}

function hintAtClashes(context: IExecuteFunctions, clashes: ReadonlySet<string>): void {
	if (clashes.size === 0) return;
	addHint(
		context,
		`These fields of the input items stand under "input", since they cannot stand beside the output's: ${listed(clashes)}`,
	);
}

/** What is left out on purpose is counted, so that nobody takes it for lost. */
function hintAtUnchanged(
	context: IExecuteFunctions,
	outcomes: ReadonlyArray<Outcome | undefined>,
): void {
	const leftOut = outcomes.filter((one) => one && 'rows' in one && one.leftOut).length;
	if (leftOut === 0) return;
	addHint(
		context,
		`${leftOut} of ${outcomes.length} items did not change and were left out, as 'Only What Changed' says`,
		'info',
	);
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
	strays: readonly Stray[],
): Promise<Array<Outcome | undefined>> {
	switch (operation.kind) {
		case 'batchRead':
			return await runBatches(run, operation, jobs);
		case 'pagedRead':
			return await runSearches(run, operation, jobs);
		case 'read':
			return await runReads(run, operation, jobs);
		case 'call':
			return await runCalls(run, operation, jobs);
		case 'look':
			return await runLooks(run, operation, jobs);
		case 'match':
			return await runMatches(run, operation, jobs);
		case 'write':
			return await runWrites(run, operation, jobs, strays);
	}
}

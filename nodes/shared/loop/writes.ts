import type { IDataObject } from 'n8n-workflow';

import { inCapitals } from '../comparing';
import { BadInput } from '../errors';
import type { Ask, WriteOperation, WritePart, WritePlan } from '../operation';
import { urlOf } from '../transport/request';
import { headersFor } from '../transport/send';
import { leftOutOf } from '../fields/wireNames';
import { awaitAll } from './awaiting';
import { askFor } from './call';
import { type Job, type Outcome, readWhatCanBe, type Run, withAccount } from './item';
import { type Result, writeOnce } from './onceOnly';
import { Receipts, receiptWords } from './receipts';
import { partial, receiptsOf } from './writeFailures';
import { partsOf, writeInTurn } from './writeParts';

/** One write, and the input items that make it together. */
interface Group {
	readonly job: Job;
	readonly plan: WritePlan;
	readonly positions: readonly number[];
}

/** An input item that failed before it could be gathered, and why. */
export interface Stray {
	readonly item: number;
	readonly failure: Error;
}

/**
 * Writes, one after the other. Nothing is sent until every item has been read, checked and gathered;
 * nothing is sent twice unless it is certain that the first did not happen.
 */
export async function runWrites(
	run: Run,
	operation: WriteOperation,
	jobs: Job[],
	strays: readonly Stray[],
): Promise<Array<Outcome | undefined>> {
	const outcomes = new Array<Outcome | undefined>(jobs.length).fill(undefined);
	const receipts = new Receipts();
	const fail = (positions: readonly number[], failure: Error) => {
		for (const position of positions) outcomes[position] = { failure, ...receipts.told() };
	};
	const ready: Group[] = [];
	const incomplete = incompleteGroups(run, operation, strays);
	const numbers = new Map<string, number>();
	for (const positions of groupsOf(operation, jobs)) {
		const group = await run.attempt(() => {
			refuseIncomplete(operation.gathering?.groupOf(jobs[positions[0]].params), incomplete);
			const own = gathered(operation, jobs, positions);
			refuseTwice(own, numbers);
			return own;
		});
		if ('failure' in group) fail(positions, group.failure);
		else ready.push(group.value);
	}
	const awaited: AwaitedWrite[] = [];
	for (const group of ready) {
		const { job, plan, positions } = group;
		if (!run.goesOn()) break;
		const written = await run.attempt(async () => {
			const { rows, isPreview, sending } = await writeOne(run, group, receipts);
			if (isPreview) return rows;
			if (sending && plan.awaits?.isAwaited(rows)) awaited.push({ group, rows, ...sending });
			if (!plan.parts) run.hints.becameSeveral(plan.subject, receiptsOf(plan, rows));
			return shown(job, rows);
		});
		if ('failure' in written) {
			fail(positions, written.failure);
			continue;
		}
		for (const position of positions) outcomes[position] = { rows: [] };
		outcomes[positions[0]] = {
			rows: written.value,
			items: positions.map((position) => jobs[position].item),
		};
	}
	// Every item was sent before any is waited for, and what stops the node is told at once.
	if (run.goesOn()) await waitForAll(run, jobs, awaited, outcomes);
	if (run.isStopped() && receipts.all.size > 0) {
		// A stopped execution has no output and no error in which this could stand.
		const { receipts: done, there } = receipts.told();
		run.context.logger.warn(['Stopped.', ...receiptWords(done, there)].join(' '));
	}
	return outcomes;
}

/** A write that XI has confirmed, and of which nobody knows yet what became of it. */
interface AwaitedWrite {
	readonly group: Group;
	readonly rows: IDataObject[];
	readonly sentAt: Date;
	readonly before: ReadonlySet<string>;
}

/** Waits for what became of writes, and puts it in the place of their confirmations. */
async function waitForAll(
	run: Run,
	jobs: readonly Job[],
	awaited: readonly AwaitedWrite[],
	outcomes: Array<Outcome | undefined>,
): Promise<void> {
	const results = await awaitAll(
		run,
		awaited.flatMap(({ group: { job, plan }, before, ...sent }) => {
			const { awaits, once } = plan;
			if (!awaits || !once) return [];
			return [
				{
					job,
					minutes: awaits.minutes,
					look: async (ask: Ask) =>
						awaits.shown(await once.look(ask, { sentAt: sent.sentAt, before }), sent),
					otherwise: (failure: Error) => awaits.otherwise(failure, sent),
				},
			];
		}),
	);
	for (const [place, result] of results.entries()) {
		const { job, plan, positions } = awaited[place].group;
		// Without a result the confirmation stays, as where the execution was stopped.
		if (result === undefined || 'failure' in result) continue;
		run.hints.becameSeveral(plan.subject, receiptsOf(plan, result.value));
		outcomes[positions[0]] = {
			rows: shown(job, result.value),
			items: positions.map((position) => jobs[position].item),
		};
	}
}

/** A number for comparing: to XI those in other capitals are the same, and half of one must not be sent. */
const plain = (number: string | undefined): string | undefined =>
	number === undefined ? undefined : inCapitals(number);

/** Items that failed before they could be gathered, by their group; undefined: it cannot be told. */
function incompleteGroups(
	run: Run,
	operation: WriteOperation,
	strays: readonly Stray[],
): Map<string | undefined, Stray> {
	return new Map(
		strays.map((stray) => [
			plain(operation.gathering?.groupOf(readWhatCanBe(run.context, operation, stray.item))),
			stray,
		]),
	);
}

/** A write that several items make is not made without one of them: an order would lack a line. */
function refuseIncomplete(
	group: string | undefined,
	incomplete: ReadonlyMap<string | undefined, Stray>,
): void {
	if (group === undefined) return;
	const stray = incomplete.get(plain(group)) ?? incomplete.get(undefined);
	if (stray === undefined) return;
	const { item, failure } = stray;
	throw new BadInput(
		`Item ${item} ${incomplete.has(plain(group)) ? `belongs to ${group} as well` : 'may belong here as well'}, and something is wrong with it, so nothing of this was sent: ${failure.message}`,
		'Correct that item, and run again',
	);
}

/** Two items with one number: after an unclear failure nobody could tell which of them was taken. */
function refuseTwice({ job, plan }: Group, numbers: Map<string, number>): void {
	const { once, subject, previewOnly } = plan;
	if (!once?.onePerRun || previewOnly || once.second === 'taken') return;
	const number = plain(once.number) ?? '';
	const other = numbers.get(number);
	if (other !== undefined) {
		throw new BadInput(
			`Item ${other} has the same number: ${subject}`,
			'Give each its own number, or make one of several items (Lines From: Several Input Items)',
		);
	}
	numbers.set(number, job.item);
}

/** Positions of the jobs that belong together, in the order of their first. */
function groupsOf(operation: WriteOperation, jobs: Job[]): number[][] {
	const named = new Map<string, number[]>();
	jobs.forEach(({ params }, position) => {
		const group = plain(operation.gathering?.groupOf(params));
		const name = group === undefined ? `alone ${position}` : `together ${group}`;
		named.set(name, [...(named.get(name) ?? []), position]);
	});
	return [...named.values()];
}

/** The one job of a group, and its plan: made here, so that bad input is found before the first is sent. */
function gathered(operation: WriteOperation, jobs: Job[], positions: readonly number[]): Group {
	const [first] = positions;
	const members = positions.map((position) => jobs[position]);
	const params = operation.gathering?.gather(members) ?? jobs[first].params;
	const job = { ...jobs[first], params: { ...jobs[first].params, ...params } };
	const plan = operation.plan(job.params);
	urlOf(job.settings.credential.baseUrl, plan.request);
	headersFor(plan.request, job.settings);
	return { job, plan, positions };
}

interface Written {
	rows: IDataObject[];
	isPreview?: boolean;
	/** All of it was there before. */
	wasThere?: boolean;
	sending?: Result['sending'];
}

/** The rows of an item as the user wants them. */
const shown = (job: Job, rows: readonly IDataObject[]): IDataObject[] =>
	withAccount(job, rows).map(job.shape);

/** @param receipts gets what is done, as it is done */
async function writeOne(run: Run, group: Group, receipts: Receipts): Promise<Written> {
	const { job, plan } = group;
	const parts = await partsOf(run, job, plan);
	if (plan.previewOnly) return await previewed(run, job, parts ?? [{ plan }]);
	if (parts) {
		const rows = await writeInTurn(
			run,
			plan,
			parts,
			receipts,
			async (part) => await writeOne(run, { ...group, plan: part }, receipts),
		);
		return { rows };
	}

	const { rows, outcome, wasThere, call, sending } = await writeOnce(run, job, plan, receipts.all);
	const tagged = plan.once === undefined ? rows : rows.map((row) => ({ outcome, ...row }));
	const refusal = plan.refuse?.(tagged);
	if (refusal !== undefined) throw partial(plan, rows, refusal, call);
	receipts.add(receiptsOf(plan, tagged), wasThere);
	return { rows: tagged, wasThere, sending };
}

/** What would go out, a row a call; and what is there already, for which none goes out. */
async function previewed(run: Run, job: Job, parts: readonly WritePart[]): Promise<Written> {
	const leftOut = Object.values(job.params).flatMap(leftOutOf);
	const rows: IDataObject[] = [];
	for (const { plan, there } of parts) {
		const calls = there ?? [
			preview((await plan.learn?.(askFor(run.context, job.settings))) ?? plan, job),
		];
		for (const call of calls) {
			rows.push({ preview: true, ...call, ...(leftOut.length > 0 && { leftOut }) });
		}
	}
	return { rows: withAccount(job, rows), isPreview: true };
}

/** The request that would go out, but for the token and the correlation ID. */
const preview = ({ request }: WritePlan, { settings }: Job): IDataObject => ({
	method: request.method,
	url: urlOf(settings.credential.baseUrl, request),
	headers: headersFor(request, settings),
	query: { ...request.query },
	body: request.body ?? null,
});

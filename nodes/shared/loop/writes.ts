import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../badInput';
import type { Sight, Steps, WriteOperation } from '../operation';
import { type Reason, XiFailure } from '../transport/failure';
import { pause } from '../transport/patience';
import { endpointOf } from '../transport/request';
import { urlOf } from '../transport/url';
import { ask } from './ask';
import { type Job, type Outcome, readWhatCanBe } from './job';
import { forget, nameOfWrite, recall, remember, type Sent } from './memory';
import type { Run } from './strategy';

/** After these it is not known whether XI did what it was asked. */
const UNCLEAR: readonly Reason[] = ['interrupted', 'serverFault', 'unreadable'];
/** After these it is certain that XI did nothing. */
const NOT_MADE: readonly Reason[] = ['unreachable', 'noToken', 'unauthorized', 'rateLimited'];
const DEFAULT_LOOK_SECONDS = 30;
/** When to look, as parts of the whole span: soon, and then less and less often. */
const LOOKS = [0.05, 0.2, 0.5, 1];

/** One write, and the input items that make it together. */
interface Group {
	readonly job: Job;
	readonly positions: readonly number[];
}

/**
 * Writes, one after the other. Nothing is sent until every item has been read, checked and gathered;
 * nothing is sent twice unless it is certain that the first did not happen.
 */
export async function runWrites(
	run: Run,
	operation: WriteOperation,
	jobs: Job[],
	strays: readonly number[],
): Promise<Array<Outcome | undefined>> {
	const outcomes = new Array<Outcome | undefined>(jobs.length).fill(undefined);
	const fail = (positions: readonly number[], failure: Error, receipts?: string[]) => {
		for (const position of positions) outcomes[position] = { failure, receipts };
	};
	const ready: Group[] = [];
	const incomplete = incompleteGroups(run, operation, strays);
	for (const positions of groupsOf(operation, jobs)) {
		const group = await run.attempt(() => {
			refuseIncomplete(operation.groupOf?.(jobs[positions[0]].params), incomplete);
			return gathered(operation, jobs, positions);
		});
		if ('failure' in group) fail(positions, group.failure);
		else ready.push(group.value);
	}
	const receipts: string[] = [];
	for (const { job, positions } of ready) {
		if (!run.goesOn()) break;
		const written = await run.attempt(async () => await writeOne(run, operation, job));
		if ('failure' in written) {
			fail(positions, written.failure, [...receipts]);
			continue;
		}
		const { rows, isPreview } = written.value;
		if (!isPreview) receipts.push(...receiptsOf(operation, rows));
		for (const position of positions) outcomes[position] = { rows: [] };
		outcomes[positions[0]] = {
			rows: isPreview ? rows : rows.map(job.shape),
			items: positions.map((position) => jobs[position].item),
		};
	}
	if (run.isStopped() && receipts.length > 0) {
		// A stopped execution has no output and no error in which this could stand.
		run.context.logger.warn(`Stopped. Done before that: ${receipts.join(', ')}`);
	}
	return outcomes;
}

/** Items that failed before they could be gathered, by their group; undefined: it cannot be told. */
function incompleteGroups(
	run: Run,
	operation: WriteOperation,
	strays: readonly number[],
): Map<string | undefined, number> {
	return new Map(
		strays.map((item) => [operation.groupOf?.(readWhatCanBe(run.context, operation, item)), item]),
	);
}

/** A write that several items make is not made without one of them: an order would lack a line. */
function refuseIncomplete(
	group: string | undefined,
	incomplete: ReadonlyMap<string | undefined, number>,
): void {
	if (group === undefined) return;
	const item = incomplete.get(group) ?? incomplete.get(undefined);
	if (item === undefined) return;
	throw new BadInput(
		`Item ${item} ${incomplete.has(group) ? `belongs to ${group} as well` : 'may belong here as well'}, and something is wrong with it, so nothing of this was sent`,
		'See what that item says, correct it, and run again',
	);
}

/** Positions of the jobs that belong together, in the order of their first. */
function groupsOf(operation: WriteOperation, jobs: Job[]): number[][] {
	const named = new Map<string, number[]>();
	jobs.forEach(({ params }, position) => {
		const group = operation.groupOf?.(params);
		const name = group === undefined ? `alone ${position}` : `together ${group}`;
		named.set(name, [...(named.get(name) ?? []), position]);
	});
	return [...named.values()];
}

/** The one job of a group. Builds its request too, so that bad input is found before the first is sent. */
function gathered(operation: WriteOperation, jobs: Job[], positions: readonly number[]): Group {
	const [first] = positions;
	const members = positions.map((position) => jobs[position]);
	const params = operation.gather?.(members) ?? jobs[first].params;
	const job = { ...jobs[first], params: { ...jobs[first].params, ...params } };
	urlOf(job.settings.credential.baseUrl, operation.request(job.params));
	return { job, positions };
}

interface Written {
	rows: IDataObject[];
	isPreview?: boolean;
}

async function writeOne(run: Run, operation: WriteOperation, job: Job): Promise<Written> {
	const { params } = job;
	if (operation.previews?.(params)) return { rows: [preview(operation, job)], isPreview: true };

	const unique = operation.uniqueBy?.(params);
	const write = new OneWrite(run, operation, job, unique);
	const { rows, outcome } = await write.make();
	const tagged = unique === undefined ? rows : rows.map((row) => ({ outcome, ...row }));
	const refusal = operation.refuse?.(tagged, params);
	if (refusal !== undefined) {
		const receipts = receiptsOf(operation, rows);
		const made = receipts.length > 0 ? ` (${receipts.join(', ')})` : '';
		throw write.failure('partial', refusal + made);
	}
	return { rows: tagged };
}

const receiptsOf = (operation: WriteOperation, rows: IDataObject[]): string[] => [
	...new Set(rows.map((row) => operation.receipt(row))),
];

/** The request that would go out, but for the token and the correlation ID. */
function preview(operation: WriteOperation, { params, settings }: Job): IDataObject {
	const request = operation.request(params);
	return {
		preview: true,
		method: request.method,
		url: urlOf(settings.credential.baseUrl, request),
		headers: settings.headers,
		query: { ...request.query },
		body: request.body ?? null,
	};
}

interface Result {
	rows: IDataObject[];
	outcome: 'created' | 'found';
}

const AFTER_EARLIER = 'an earlier try of this execution may have been taken';

/** A failure that also says what a look showed. */
const withRemedy = (failure: XiFailure, seen: string): XiFailure =>
	new XiFailure({
		...failure.details,
		remedy: [failure.details.remedy, seen].filter((part) => part !== undefined).join('. '),
	});

/** Hands over what a piece of work throws. */
async function caught<T>(work: () => Promise<T>): Promise<{ value: T } | { failure: Error }> {
	try {
		return { value: await work() };
	} catch (error) {
		return { failure: error instanceof Error ? error : new Error(String(error)) };
	}
}

/** One thing that must not be done twice, from the first look to the last. */
class OneWrite {
	private readonly name?: string;
	/** XI refuses a second one by itself, so that another try after a "not there" does no harm. */
	private readonly guarded: boolean;
	private readonly earlier?: Sent;

	constructor(
		private readonly run: Run,
		private readonly operation: WriteOperation,
		private readonly job: Job,
		unique: string | undefined,
	) {
		this.guarded = operation.guarded?.(job.params) ?? true;
		if (unique === undefined) return;
		this.name = nameOfWrite(run.context, job.item, unique);
		this.earlier = recall(this.name);
	}

	async make(): Promise<Result> {
		if (this.earlier?.rows) return { rows: this.earlier.rows, outcome: 'found' };
		if (this.earlier) {
			const looked = await caught(async () => await this.look());
			if ('failure' in looked) throw this.unclear(AFTER_EARLIER, undefined, looked.failure);
			const there = this.newIn(looked.value, this.earlier.before);
			if (there) return this.found(there);
			if (!this.guarded || this.operation.appearsLater) {
				throw this.unclear(AFTER_EARLIER, looked.value);
			}
		}
		if (this.operation.check) await this.follow(this.operation.check(this.job.params));
		const before = this.earlier?.before ?? (await this.lookBefore());
		this.keep({ before });
		return await this.send(before);
	}

	private async send(before: ReadonlySet<string>): Promise<Result> {
		const { operation, job, run } = this;
		const request = operation.request(job.params);
		const sent = await caught(
			async () =>
				await ask(run.context, request, job.settings, (body) => operation.rows(body, job.params)),
		);
		if ('value' in sent) {
			const rows = sent.value ?? operation.rows(undefined, job.params);
			this.keep({ rows, before });
			return { rows, outcome: 'created' };
		}
		const { failure } = sent;
		if (!(failure instanceof XiFailure)) throw failure;
		const { reason } = failure.details;
		if (UNCLEAR.includes(reason)) return await this.searchAfter(failure, before);
		if (reason === 'refused') return await this.lookAfterRefusal(failure, before);
		if (NOT_MADE.includes(reason)) this.drop();
		throw failure;
	}

	/** It is not known whether the write happened: looks for it a few times, and never sends again. */
	private async searchAfter(failure: XiFailure, before: ReadonlySet<string>): Promise<Result> {
		const { context } = this.run;
		const span = (this.job.params.options.lookSeconds ?? DEFAULT_LOOK_SECONDS) * 1_000;
		const started = Date.now();
		let sight: Sight | undefined;
		for (const part of span === 0 ? [0] : LOOKS) {
			const wait = started + part * span - Date.now();
			if (!(await pause(wait, context.getExecutionCancelSignal()))) break;
			const looked = await caught(async () => await this.look());
			// XI is still out of order: the next look may show more.
			if ('failure' in looked) continue;
			sight = looked.value;
			const there = this.newIn(sight, before);
			if (there) return this.found(there, before);
		}
		throw this.unclear(failure.message, sight, failure);
	}

	/** XI said no. A number that it has already is one reason, and no document says how it words that. */
	private async lookAfterRefusal(failure: XiFailure, before: ReadonlySet<string>): Promise<Result> {
		if (this.name === undefined) throw failure;
		const looked = await caught(async () => await this.look());
		if ('failure' in looked) {
			if (this.earlier) throw this.unclear(AFTER_EARLIER, undefined, looked.failure);
			this.drop();
			throw withRemedy(failure, `It could not be checked whether ${this.subject} is there already`);
		}
		const sight = looked.value;
		if (!('there' in sight)) {
			this.drop();
			throw withRemedy(failure, sight.absent);
		}
		const mine = this.earlier === undefined ? undefined : this.newIn(sight, before);
		if (mine) return this.found(mine, before);
		this.drop();
		if (this.operation.takesExisting?.(this.job.params)) {
			return { rows: sight.there, outcome: 'found' };
		}
		const known = receiptsOf(this.operation, sight.there).join(', ');
		throw new XiFailure({
			...failure.details,
			message: `${this.subject} exists already (${known}): ${failure.message}`,
			remedy: "Use another number, or set 'If the Order Exists' to return the existing one instead",
		});
	}

	private get subject(): string {
		return this.operation.subject(this.job.params);
	}

	private async look(): Promise<Sight> {
		return await this.follow(this.operation.look(this.job.params));
	}

	/** What is there already, where XI would not refuse a second one. */
	private async lookBefore(): Promise<ReadonlySet<string>> {
		if (this.name === undefined || this.guarded) return new Set();
		const sight = await this.look();
		return new Set('there' in sight ? sight.there.map(this.operation.receipt) : []);
	}

	/** Of what a look showed, what was not there before. */
	private newIn(sight: Sight, before: ReadonlySet<string>): IDataObject[] | undefined {
		if (!('there' in sight)) return undefined;
		const rows = sight.there.filter((row) => !before.has(this.operation.receipt(row)));
		return rows.length > 0 ? rows : undefined;
	}

	private found(rows: IDataObject[], before: ReadonlySet<string> = new Set()): Result {
		this.keep({ rows, before });
		return { rows, outcome: 'found' };
	}

	private keep(sent: Sent): void {
		if (this.name !== undefined) remember(this.name, sent);
	}

	private drop(): void {
		if (this.name !== undefined) forget(this.name);
	}

	private unclear(why: string, sight: Sight | undefined, failure?: Error): XiFailure {
		const seen = sight && 'absent' in sight ? ` ${sight.absent}.` : '';
		return new XiFailure({
			endpoint: endpointOf(this.operation.request(this.job.params)),
			...(failure instanceof XiFailure && failure.details),
			reason: 'unknown',
			message: `It is not known what became of ${this.subject}: ${why}.${seen}`,
			remedy: this.operation.ifUnclear,
		});
	}

	failure(reason: Reason, message: string): XiFailure {
		return new XiFailure({
			reason,
			message,
			endpoint: endpointOf(this.operation.request(this.job.params)),
		});
	}

	/** Makes the reads that steps ask for; a failed one is thrown into the steps, which may go on without. */
	private async follow<T>(steps: Steps<T>): Promise<T> {
		const settings = { ...this.job.settings, repeatable: true };
		let step = steps.next();
		while (!step.done) {
			const request = step.value;
			const read = await caught(
				async () => await ask(this.run.context, request, settings, (body) => body),
			);
			step = 'failure' in read ? steps.throw(read.failure) : steps.next(read.value);
		}
		return step.value;
	}
}

import type { IDataObject } from 'n8n-workflow';

import type { Batch, Match, Refusal } from '../batch';
import { XiFailure } from '../transport/failure';
import { endpointOf } from '../transport/request';
import { type CallSettings, headersFor, type XiAnswer } from '../transport/send';
import { ask } from './call';
import { inShort } from './cleaned';
import { concurrently, oneATurn } from './concurrently';
import { type Job, OneRow, type Outcome, READS_AT_ONCE, type Run } from './item';
import { Packer, type SharedCall } from '../packing';
import { asError } from '../errors';
/** Asks of a refused call that are tried alone, to tell one bad ask from a call that is wrong itself. */
const PROBES = 5;
/** Fewer than this are simply halved until the bad one stands alone. */
const WORTH_PROBING = 8;

/** What became of an ask. `among`: the different things that the answer has under it. */
type Answered =
	| { rows: IDataObject[]; answer: XiAnswer }
	| { failure: Error; among?: { rows: IDataObject[]; answer: XiAnswer } };

/** What an item asks that asks several things, and what became of them so far, by ask. */
interface Several {
	readonly asks: readonly unknown[];
	readonly answers: Map<string, Answered>;
	readonly wanted: number;
}

/** The calls to make, each with the job that it is made for the account of. */
type RowFilter = (row: IDataObject) => boolean;

interface Plan {
	/** By item: which of its rows are wanted, where not all are. */
	readonly filters: ReadonlyMap<number, RowFilter>;
	readonly calls: ReadonlyArray<SharedCall<unknown> & { readonly job: Job }>;
	/** By the position of their jobs. */
	readonly several: ReadonlyMap<number, Several>;
}

/**
 * Many items in few calls: plan, send, and give each item what it asked for. An item is done as soon as
 * all that it asked is answered; then its job and XI's answer are let go, for there may be 100,000.
 *
 * @param jobs emptied as they are done
 */
export async function runBatches(
	run: Run,
	operation: Batch,
	jobs: Array<Job | undefined>,
): Promise<Array<Outcome | undefined>> {
	const outcomes = new Array<Outcome | undefined>(jobs.length).fill(undefined);
	const { calls, several, filters } = await planned(run, operation, jobs, outcomes);
	const verdicts = new Map<string, Error>();
	const settle = (position: number, asked: unknown, answered: Answered): void => {
		const job = jobs[position];
		if (!job) return;
		const own = several.get(position);
		own?.answers.set(operation.identity(asked), answered);
		if (own && own.answers.size < own.wanted) return;
		outcomes[position] = outcomeOf(
			run,
			operation,
			job,
			own?.asks ?? [asked],
			(one) => (own ? own.answers.get(operation.identity(one)) : answered),
			filters.get(position),
		);
		jobs[position] = undefined;
	};
	await concurrently(
		calls,
		READS_AT_ONCE,
		async ({ job, callKey, questions }) => {
			const asks = questions.map((question) => question.ask);
			const answered = await answerAll(run, operation, job, asks, callKey, verdicts);
			const fails = questions.some(({ askers }, index) =>
				askers.some((position) => isFailureFor(operation, answered[index], jobs[position])),
			);
			if (fails) run.noteFailure();
			questions.forEach(({ ask: asked, askers }, index) => {
				for (const position of askers) settle(position, asked, answered[index]);
			});
			questions.length = 0;
		},
		run.goesOn,
		oneATurn(),
	);
	return outcomes;
}

/** Every request is built, and so checked, before the first goes out. What cannot be built is an outcome. */
async function planned(
	run: Run,
	operation: Batch,
	jobs: Array<Job | undefined>,
	outcomes: Array<Outcome | undefined>,
): Promise<Plan> {
	const keyOf = callKeys(operation);
	const packer = new Packer<unknown>(operation);
	const several = new Map<number, Several>();
	const leaders = new Map<number, Job>();
	const filters = new Map<number, RowFilter>();
	for (const [item, job] of jobs.entries()) {
		if (!job) continue;
		const own = await run.attempt(() => {
			const asks = operation.asks(job.params);
			const isWanted = operation.wanted?.(job.params, job.input, asks.length);
			return { asks, callKey: keyOf(job), isWanted };
		});
		if ('failure' in own) {
			outcomes[item] = own;
			jobs[item] = undefined;
			continue;
		}
		const { asks, callKey, isWanted } = own.value;
		if (isWanted) filters.set(item, isWanted);
		if (packer.add({ item, asks, callKey })) leaders.set(item, job);
		if (asks.length === 0) outcomes[item] = { rows: [] };
		if (asks.length < 2) continue;
		const wanted = new Set(asks.map((one) => operation.identity(one))).size;
		several.set(item, { asks, answers: new Map(), wanted });
	}
	const calls = packer.calls().flatMap((call) => {
		const job = leaders.get(call.leader);
		return job ? [{ ...call, job }] : [];
	});
	return { calls, several, filters };
}

/**
 * Makes the text of all that counts for a call beside its asks: items with equal ones can share a call.
 * Equal texts are one, since there may be many of them.
 */
function callKeys(operation: Batch): (job: Job) => string {
	const texts = new Map<string, string>();
	// By the call, the texts of items with the very same settings.
	let last: { settings?: CallSettings; known: Map<string, string> } = { known: new Map() };
	return ({ params, settings }) => {
		const request = operation.request([], params);
		const call = JSON.stringify(request);
		if (last.settings !== settings) last = { settings, known: new Map() };
		const known = last.known.get(call);
		if (known !== undefined) return known;
		const { maxWaitMs, timeoutMs } = settings;
		const headers = JSON.stringify(headersFor(request, settings));
		const text = `${call} ${headers} ${maxWaitMs} ${timeoutMs}`;
		const one = texts.get(text) ?? text;
		texts.set(one, one);
		last.known.set(call, one);
		return one;
	};
}

const isFailureFor = (operation: Batch, answered: Answered, job: Job | undefined): boolean =>
	job !== undefined && 'failure' in chosen(operation, answered, job);

/**
 * Sends one call's asks. XI refuses a call as a whole (400) when it dislikes one of its products, so
 * of a refused call a few asks are tried alone. Are all of them refused, the call itself is wrong (a
 * bid that does not exist, say), and no other call with the same parameters is made. Else the rest is
 * halved until every bad one stands alone and the others are answered.
 *
 * @param verdicts by call-level parameters, why calls with them are refused; added to
 * @returns what became of each ask, in their order
 */
async function answerAll(
	run: Run,
	operation: Batch,
	leader: Job,
	asks: readonly unknown[],
	callKey: string,
	verdicts: Map<string, Error>,
): Promise<Answered[]> {
	const known = verdicts.get(callKey);
	if (known) return asks.map(() => ({ failure: known }));

	const send = async (part: readonly unknown[]) => await answerPart(run, operation, leader, part);
	const whole = await send(asks);
	if (!('failure' in whole)) return whole.answered;
	const { failure } = whole;
	if (!isRefused(failure) || asks.length === 1) return asks.map(() => ({ failure }));

	const answered = new Array<Answered | undefined>(asks.length).fill(undefined);
	for (const position of probesAmong(asks.length)) {
		const probe = await send([asks[position]]);
		answered[position] = 'failure' in probe ? { failure: probe.failure } : probe.answered[0];
		if (answered.every((one) => one === undefined || isUnanswered(one))) continue;
		break;
	}
	const probed = answered.filter((one) => one !== undefined);
	if (probed.length === PROBES && probed.every(isUnanswered)) {
		verdicts.set(callKey, failure);
		return asks.map((_, position) => answered[position] ?? { failure });
	}
	const rest = [...asks.keys()].filter((position) => answered[position] === undefined);
	await halve(rest, async (positions) => {
		const part = await send(positions.map((position) => asks[position]));
		if ('failure' in part && isRefused(part.failure) && positions.length > 1) return false;
		positions.forEach((position, index) => {
			answered[position] = 'failure' in part ? { failure: part.failure } : part.answered[index];
		});
		return true;
	});
	return answered.map((one) => one ?? { failure });
}

/** Nothing at all is known of it, not even that it may be one of several. */
const isUnanswered = (one: Answered): boolean => 'failure' in one && one.among === undefined;

const isRefused = (failure: Error): boolean =>
	failure instanceof XiFailure && failure.details.status === 400;

/** Positions spread over a list, none for a short one. */
function probesAmong(length: number): number[] {
	if (length < WORTH_PROBING) return [];
	return Array.from({ length: PROBES }, (_, n) => Math.round((n * (length - 1)) / (PROBES - 1)));
}

/** Tries a list in halves, and each half that is not settled in halves again. */
async function halve(
	list: readonly number[],
	settle: (part: readonly number[]) => Promise<boolean>,
): Promise<void> {
	const middle = Math.ceil(list.length / 2);
	for (const part of [list.slice(0, middle), list.slice(middle)]) {
		if (part.length > 0 && !(await settle(part))) await halve(part, settle);
	}
}

/** One call, and what became of each of its asks, or why there was no answer at all. */
async function answerPart(
	run: Run,
	operation: Batch,
	leader: Job,
	asks: readonly unknown[],
): Promise<{ answered: Answered[] } | { failure: Error }> {
	const request = operation.request([...asks], leader.params);
	try {
		const answered = await ask(run.context, request, leader.settings, (body, answer) =>
			operation
				.match(body, [...asks])
				.map((match) => attributed(operation, match, answer, endpointOf(request))),
		);
		return answered ? { answered } : { failure: new Error('Ingram Micro gave no answer') };
	} catch (error) {
		return { failure: asError(error) };
	}
}

/** A match that names the call it came from, so that the item's user can ask Ingram Micro about it. */
function attributed(operation: Batch, match: Match, answer: XiAnswer, endpoint: string): Answered {
	if ('row' in match) return { rows: [match.row], answer };
	const { among, problem, remedy, isNone } = match;
	const failure = new XiFailure({
		reason: isNone ? 'refused' : 'unreadable',
		message: problem,
		remedy,
		status: answer.status,
		endpoint,
		correlationId: answer.correlationId,
		...(among && operation.candidate && { candidates: among.map(operation.candidate) }),
	});
	return { failure, ...(among && { among: { rows: among, answer } }) };
}

/** What became of an ask for one of its askers, who may want several things where there are. */
function chosen(operation: Batch, answered: Answered, { params }: Job): Answered {
	if (!('failure' in answered) || !answered.among) return answered;
	const { rows, answer } = answered.among;
	const wanted = operation.choose?.(rows, params, answered.failure);
	return wanted ? { rows: wanted, answer } : answered;
}

/** An item's rows in the order of its asks; one that failed or stayed unclear makes it a failure. */
function outcomeOf(
	{ hints }: Run,
	operation: Batch,
	job: Job,
	asks: readonly unknown[],
	answerTo: (own: unknown) => Answered | undefined,
	isWanted?: RowFilter,
): Outcome | undefined {
	let leftOut = 0;
	const rows: IDataObject[] = [];
	const failures: Error[] = [];
	for (const own of asks) {
		const known = answerTo(own);
		// Not asked: the run ended before its call.
		if (known === undefined) return undefined;
		const answered = chosen(operation, known, job);
		if ('failure' in answered) {
			failures.push(answered.failure);
			continue;
		}
		for (const row of answered.rows) {
			hints.asked(operation.isUnknown?.(row) ?? false);
			const refusal = operation.refuse?.(row, job.params, own);
			if (refusal !== undefined) {
				failures.push(
					refusedRow(refusal, answered.answer, endpointOf(operation.request([], job.params))),
				);
			} else if (isWanted?.(row) ?? true) {
				rows.push(job.shape(noted(operation, row, own, asks.length === 1, job)));
			} else leftOut++;
		}
	}
	if (failures.length > 0) return { failure: together(failures) };
	if (leftOut > 0) return { rows, leftOut };
	return rows.length === 1 ? new OneRow(rows[0]) : { rows };
}

/**
 * A row that says that a thing was not found, with what was cleaned out of the number that was asked
 * for, and what else to try.
 *
 * @param isAlone of several asks of an item it is not known which was cleaned
 */
function noted(
	operation: Batch,
	row: IDataObject,
	own: unknown,
	isAlone: boolean,
	{ cleaned, params }: Job,
): IDataObject {
	// Raw output is Ingram Micro's own.
	if (!operation.isUnknown?.(row) || params.output === 'raw') return row;
	const advice = operation.advice?.(own);
	const phrases = [
		...(isAlone && cleaned.length > 0 ? [inShort(cleaned)] : []),
		...(advice === undefined ? [] : [advice]),
	];
	return phrases.length > 0 && operation.explain ? operation.explain(row, phrases.join('; ')) : row;
}

const refusedRow = (refusal: string | Refusal, answer: XiAnswer, endpoint: string): XiFailure =>
	new XiFailure({
		reason: 'refused',
		...(typeof refusal === 'string' ? { message: refusal } : refusal),
		status: answer.status,
		endpoint,
		correlationId: answer.correlationId,
	});

/** Several failures of one item as one, each said once. */
export function together(failures: readonly Error[]): Error {
	const [first] = failures;
	const message = [...new Set(failures.map((failure) => failure.message))].join('; ');
	if (message === first.message) return first;
	if (!(first instanceof XiFailure)) return new Error(message);
	const candidates = failures.flatMap((failure) =>
		failure instanceof XiFailure ? (failure.details.candidates ?? []) : [],
	);
	return new XiFailure({
		...first.details,
		message,
		...(candidates.length > 0 && { candidates }),
	});
}

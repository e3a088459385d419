import type { IDataObject } from 'n8n-workflow';

import type { BatchReadOperation, Match } from '../operation';
import { XiFailure } from '../transport/failure';
import { endpointOf } from '../transport/request';
import type { XiAnswer } from '../transport/send';
import { ask } from './ask';
import { concurrently } from './concurrently';
import type { Job, Outcome } from './job';
import { planCalls, type Question } from './planCalls';
import { READS_AT_ONCE, type Run } from './strategy';

/** Calls that may be spent, for one refused call, on finding out which of its asks XI refuses. */
const MOST_EXTRA_CALLS = 24;

/** What became of an ask. */
type Answered = { row: IDataObject; answer: XiAnswer } | { failure: Error };

/** Many items in few calls: plan, send, and give each item what it asked for. */
export async function runBatches(
	run: Run,
	operation: BatchReadOperation,
	jobs: Job[],
): Promise<Array<Outcome | undefined>> {
	const prepared = await Promise.all(
		jobs.map(
			async ({ params }) =>
				await run.attempt(() => ({
					asks: operation.asks(params),
					// What the call would be without any asks: items with equal ones can share a call.
					call: operation.request([], params),
				})),
		),
	);
	const askers = prepared.flatMap((own, position) => {
		if ('failure' in own) return [];
		const { headers, maxWaitMs, timeoutMs } = jobs[position].settings;
		const callKey = JSON.stringify([own.value.call, headers, maxWaitMs, timeoutMs]);
		return [{ item: position, asks: own.value.asks, callKey }];
	});
	const answers = jobs.map(() => new Map<string, Answered>());
	await concurrently(
		planCalls(askers, operation),
		READS_AT_ONCE,
		async ({ leader, questions }) => {
			const answered = await answerAll(run, operation, jobs[leader], questions);
			questions.forEach(({ ask: question, askers: positions }, index) => {
				const identity = operation.identity(question);
				for (const position of positions) answers[position].set(identity, answered[index]);
			});
		},
		run.goesOn,
	);
	return jobs.map((job, position) => {
		const own = prepared[position];
		if ('failure' in own) return own;
		return outcomeOf(operation, job, own.value.asks, answers[position]);
	});
}

/**
 * Sends one call's questions. XI refuses a call as a whole (400) when it dislikes one of its
 * products, so a refused call is halved until the culprit stands alone and the others are answered;
 * a refusal of everything (a wrong customer number, say) costs no more than MOST_EXTRA_CALLS.
 *
 * @returns what became of each question, in their order
 */
async function answerAll(
	run: Run,
	operation: BatchReadOperation,
	leader: Job,
	questions: ReadonlyArray<Question<unknown>>,
): Promise<Answered[]> {
	let extraCalls = 0;
	const answerPart = async (asks: unknown[]): Promise<Answered[]> => {
		const request = operation.request(asks, leader.params);
		const answered = await run.attempt(
			async () =>
				await ask(run.context, request, leader.settings, (body, answer) =>
					operation
						.match(body, asks)
						.map((match) => attributed(match, answer, endpointOf(request))),
				),
		);
		if ('value' in answered && answered.value) return answered.value;

		const failure = 'failure' in answered ? answered.failure : new Error('No answer');
		const oneIsToBlame = failure instanceof XiFailure && failure.details.status === 400;
		if (!oneIsToBlame || asks.length === 1 || extraCalls + 2 > MOST_EXTRA_CALLS) {
			return asks.map(() => ({ failure }));
		}
		extraCalls += 2;
		const middle = Math.ceil(asks.length / 2);
		return [
			...(await answerPart(asks.slice(0, middle))),
			...(await answerPart(asks.slice(middle))),
		];
	};
	return await answerPart(questions.map((question) => question.ask));
}

/** A match that names the call it came from, so that the item's user can ask Ingram Micro about it. */
function attributed(match: Match, answer: XiAnswer, endpoint: string): Answered {
	if ('row' in match) return { row: match.row, answer };
	return {
		failure: new XiFailure({
			reason: 'unreadable',
			message: match.problem,
			remedy: match.remedy,
			status: answer.status,
			endpoint,
			correlationId: answer.correlationId,
		}),
	};
}

/** An item's rows in the order of its asks; one that failed or stayed unclear makes it a failure. */
function outcomeOf(
	operation: BatchReadOperation,
	job: Job,
	asks: unknown[],
	answers: Map<string, Answered>,
): Outcome | undefined {
	const rows: IDataObject[] = [];
	const failures: Error[] = [];
	for (const own of asks) {
		const answered = answers.get(operation.identity(own));
		// Not asked: the run ended before its call.
		if (answered === undefined) return undefined;
		if ('failure' in answered) {
			failures.push(answered.failure);
			continue;
		}
		const refusal = operation.refuse?.(answered.row, job.params);
		if (refusal === undefined) rows.push(job.shape(answered.row));
		else
			failures.push(
				refusedRow(refusal, answered.answer, endpointOf(operation.request([], job.params))),
			);
	}
	return failures.length > 0 ? { failure: together(failures) } : { rows };
}

const refusedRow = (message: string, answer: XiAnswer, endpoint: string): XiFailure =>
	new XiFailure({
		reason: 'refused',
		message,
		status: answer.status,
		endpoint,
		correlationId: answer.correlationId,
	});

/** Several failures of one item as one, each said once. */
function together(failures: Error[]): Error {
	const [first] = failures;
	const message = [...new Set(failures.map((failure) => failure.message))].join('; ');
	if (message === first.message) return first;
	return first instanceof XiFailure
		? new XiFailure({ ...first.details, message })
		: new Error(message);
}

import type { IDataObject } from 'n8n-workflow';

import type { Batch, Match } from '../batch';
import { asError } from '../errors';
import { XiFailure } from '../transport/failure';
import { endpointOf } from '../transport/request';
import type { XiAnswer } from '../transport/send';
import { ask } from './call';
import type { Job, Run } from './item';

// What became of each ask of one call. XI refuses a call as a whole for one thing that it dislikes, so this
// is where the bad one is found, and the others get their answers all the same.

/** Asks of a refused call that are tried alone, to tell one bad ask from a call that is wrong itself. */
const PROBES = 5;
/** Fewer than this are simply halved until the bad one stands alone. */
const WORTH_PROBING = 8;

/** What became of an ask. `among`: the different things that the answer has under it. */
export type Answered =
	| { rows: IDataObject[]; answer: XiAnswer }
	| { failure: Error; among?: { rows: IDataObject[]; answer: XiAnswer } };

/**
 * Sends one call's asks. XI refuses a call as a whole (400) when it dislikes one of its products, so
 * of a refused call a few asks are tried alone. Are all of them refused, the call itself is wrong (a
 * bid that does not exist, say), and no other call with the same parameters is made. Else the rest is
 * halved until every bad one stands alone and the others are answered.
 *
 * @param verdicts by call-level parameters, why calls with them are refused; added to
 * @returns what became of each ask, in their order
 */
export async function answerAll(
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

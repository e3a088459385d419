import { asError, BadInput, RefusedAnswer, UnexpectedAnswer, wordsOf } from '../errors';
import type { Ask } from '../operation';
import { XiFailure } from '../transport/failure';
import { refusal } from '../transport/refusal';
import { endpointOf, type XiRequest } from '../transport/request';
import { type CallSettings, send, type XiAnswer, type XiContext } from '../transport/send';

/**
 * Makes a call and hands the answer to `interpret`. An answer of the wrong shape becomes a failure
 * that names the call.
 *
 * @param nothing what it comes to where XI said that there is nothing; left out: undefined
 */
export async function ask<Body, Result>(
	context: XiContext,
	request: XiRequest,
	settings: CallSettings,
	interpret: (body: Body, answer: XiAnswer<Body>) => Result,
	nothing?: (answer: XiAnswer<Body>) => Result | undefined,
): Promise<Result | undefined> {
	const answer = await send<Body>(context, request, settings);
	if (answer.body === undefined) return nothing?.(answer);
	try {
		return interpret(answer.body, answer);
	} catch (error) {
		throw failureOf(error, request, answer);
	}
}

/** What reading an answer threw, as a failure that names the call. */
function failureOf(error: unknown, request: XiRequest, answer: XiAnswer): Error {
	if (error instanceof BadInput || error instanceof XiFailure) return error;
	if (error instanceof RefusedAnswer) return refused(error, request, answer);
	return misshapen(unexpected(error), request, answer);
}

const refused = ({ errors }: RefusedAnswer, request: XiRequest, answer: XiAnswer): XiFailure => {
	const call = { endpoint: endpointOf(request), correlationId: answer.correlationId };
	return new XiFailure(refusal(answer.status, { errors }, call, request.remedies));
};

/**
 * What reading an answer threw. What was sent has been done by then, so an answer that nobody foresaw
 * must not pass for a call that was not made.
 */
function unexpected(error: unknown): UnexpectedAnswer {
	if (error instanceof UnexpectedAnswer) return error;
	return new UnexpectedAnswer(`data that can be read (${wordsOf(error)})`);
}

/** An answer of the wrong shape as a failure that names the call. */
export const misshapen = (
	{ message, more: { remedy, candidates } }: UnexpectedAnswer,
	request: XiRequest,
	answer?: XiAnswer,
): XiFailure =>
	new XiFailure({
		reason: 'unreadable',
		message,
		remedy: remedy ?? 'Try again later; if it goes on, give Ingram Micro the correlation ID',
		status: answer?.status,
		endpoint: endpointOf(request),
		correlationId: answer?.correlationId,
		...(candidates && { candidates }),
	});

/** Hands over what a piece of work throws. */
export async function caught<T>(
	work: () => Promise<T>,
): Promise<{ value: T } | { failure: Error }> {
	try {
		return { value: await work() };
	} catch (error) {
		return { failure: asError(error) };
	}
}

/** The reads of an operation, for the account of one item. They change nothing, so they may be repeated. */
export const askFor =
	(context: XiContext, settings: CallSettings): Ask =>
	async (request, read) =>
		await ask(context, request, { ...settings, repeatable: true }, read);

import type { Steps, WriteOperation } from '../operation';
import type { CallSettings, XiContext } from '../transport/send';
import { UnexpectedAnswer } from '../unexpectedAnswer';
import { ask, misshapen } from './ask';
import type { Job, Params } from './job';

/** Hands over what a piece of work throws. */
export async function caught<T>(
	work: () => Promise<T>,
): Promise<{ value: T } | { failure: Error }> {
	try {
		return { value: await work() };
	} catch (error) {
		return { failure: error instanceof Error ? error : new Error(String(error)) };
	}
}

/**
 * Makes the reads that steps ask for, one after the other. A failed one is thrown into the steps,
 * which may go on without it. An answer of the wrong shape becomes a failure that names its call.
 */
export async function follow<Result>(
	context: XiContext,
	steps: Steps<Result>,
	settings: CallSettings,
): Promise<Result> {
	let step = steps.next();
	while (!step.done) {
		const request = step.value;
		const read = await caught(
			async () =>
				await ask(context, request, { ...settings, repeatable: true }, (_, answer) => answer),
		);
		try {
			step = 'failure' in read ? steps.throw(read.failure) : steps.next(read.value?.body);
		} catch (error) {
			const answer = 'value' in read ? read.value : undefined;
			throw error instanceof UnexpectedAnswer ? misshapen(error, request, answer) : error;
		}
	}
	return step.value;
}

/** What an operation learns of XI before its request can be built; undefined: there is nothing to learn. */
export const learnt = async (
	context: XiContext,
	operation: WriteOperation,
	job: Job,
): Promise<Partial<Params> | undefined> =>
	operation.learn && (await follow(context, operation.learn(job.params), job.settings));

/** A job with what was learnt. */
export const knowing = (job: Job, learnt: Partial<Params> | undefined): Job =>
	learnt === undefined ? job : { ...job, params: { ...job.params, ...learnt } };

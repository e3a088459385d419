import type { Steps, WriteOperation } from '../operation';
import type { CallSettings, XiContext } from '../transport/send';
import { UnexpectedAnswer } from '../unexpectedAnswer';
import { ask, misshapen } from './ask';
import type { Job } from './job';

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

/** A job with what its operation learns of XI before the request can be built. */
export async function learnt(
	context: XiContext,
	operation: WriteOperation,
	job: Job,
): Promise<Job> {
	if (operation.learn === undefined) return job;
	const changed = await follow(context, operation.learn(job.params), job.settings);
	return { ...job, params: { ...job.params, ...changed } };
}

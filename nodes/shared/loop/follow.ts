import type { Steps, WriteOperation } from '../operation';
import { ask } from './ask';
import type { Job } from './job';
import type { Run } from './strategy';

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

/** Makes the reads that steps ask for; a failed one is thrown into the steps, which may go on without. */
export async function follow<T>(run: Run, job: Job, steps: Steps<T>): Promise<T> {
	const settings = { ...job.settings, repeatable: true };
	let step = steps.next();
	while (!step.done) {
		const request = step.value;
		const read = await caught(
			async () => await ask(run.context, request, settings, (body) => body),
		);
		step = 'failure' in read ? steps.throw(read.failure) : steps.next(read.value);
	}
	return step.value;
}

/** A job with what its operation learns of XI before the request can be built. */
export async function learnt(run: Run, operation: WriteOperation, job: Job): Promise<Job> {
	if (operation.learn === undefined) return job;
	const changed = await follow(run, job, operation.learn(job.params));
	return { ...job, params: { ...job.params, ...changed } };
}

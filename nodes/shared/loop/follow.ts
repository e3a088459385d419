import type { Steps } from '../operation';
import type { CallSettings, XiContext } from '../transport/send';
import { ask } from './ask';

/**
 * Makes the reads that steps ask for, one after the other. A failed one is thrown into the steps,
 * which may go on without it.
 */
export async function follow<Result>(
	context: XiContext,
	steps: Steps<Result>,
	settings: CallSettings,
): Promise<Result> {
	let step = steps.next();
	while (!step.done) {
		let answer: unknown;
		try {
			answer = await ask(context, step.value, { ...settings, repeatable: true }, (body) => body);
		} catch (error) {
			step = steps.throw(error);
			continue;
		}
		step = steps.next(answer);
	}
	return step.value;
}

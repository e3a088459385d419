import type { Batch } from '../batch';
import { answerAll, type Answered } from './batchAnswers';
import { chosen, outcomeOf } from './batchOutcomes';
import { planned } from './batchPlan';
import { concurrently, oneATurn } from './concurrently';
import { type Job, type Outcome, READS_AT_ONCE, type Run } from './item';

// Here many items are asked for in few calls: batchPlan.ts says which share one, batchAnswers.ts sends it
// and tells what became of each ask, batchOutcomes.ts what an item comes to by that.

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

const isFailureFor = (operation: Batch, answered: Answered, job: Job | undefined): boolean =>
	job !== undefined && 'failure' in chosen(operation, answered, job);

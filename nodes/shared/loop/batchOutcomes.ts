import type { IDataObject } from 'n8n-workflow';

import type { Batch, Refusal } from '../batch';
import { XiFailure } from '../transport/failure';
import { endpointOf } from '../transport/request';
import type { XiAnswer } from '../transport/send';
import type { Answered } from './batchAnswers';
import { inShort } from './cleaned';
import { type Job, OneRow, type Outcome, type Run } from './item';

// What an input item comes to of the answers to its asks: its rows, in their order, or one failure. Items
// share an ask and its answer, but each says for itself what of it is wanted, and what is a failure to it.

/** Says which rows of an answer an item wants. */
export type RowFilter = (row: IDataObject) => boolean;

/** What became of an ask for one of its askers, who may want several things where there are. */
export function chosen(operation: Batch, answered: Answered, { params }: Job): Answered {
	if (!('failure' in answered) || !answered.among) return answered;
	const { rows, answer } = answered.among;
	const wanted = operation.choose?.(rows, params, answered.failure);
	return wanted ? { rows: wanted, answer } : answered;
}

/** An item's rows in the order of its asks; one that failed or stayed unclear makes it a failure. */
export function outcomeOf(
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

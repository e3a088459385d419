import {
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type JsonObject,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import { BadInput, Refused } from '../errors';
import type { Account } from '../transport/account';
import { isOfMaintenance, XiFailure } from '../transport/failure';
import { isTool, toldToModel } from './forAgents';
import { receiptWords } from './receipts';

/** Why an input item has no output: bad input, XI's refusal, or something unforeseen. */
export type Failure = Error;

const facts = (failure: Failure): IDataObject => {
	if (failure instanceof XiFailure) {
		const { message: _, retryAt, xi, maintenance, ...details } = failure.details;
		const when = retryAt && { retryAt: retryAt.toISOString() };
		if (maintenance === undefined) return { ...details, ...xi, ...when };
		// What was found out since, that it exists already for example, is the reason then.
		if (!isOfMaintenance(details.reason)) return { ...details, ...xi };
		const probably = maintenance === 'probable';
		return { ...details, reason: 'maintenance', probably, ...xi, ...when };
	}
	if (failure instanceof BadInput) {
		return { reason: 'badInput', ...(failure.remedy !== undefined && { remedy: failure.remedy }) };
	}
	if (failure instanceof Refused) return { reason: 'checked', reasons: [...failure.reasons] };
	return { reason: 'unexpected' };
};

const titleOf = (failure: Failure, item: number | undefined): string =>
	item === undefined ? failure.message : `${failure.message} [item ${item}]`;

function descriptionOf(failure: Failure): string | undefined {
	if (failure instanceof BadInput) return failure.remedy;
	if (!(failure instanceof XiFailure)) return undefined;
	const { remedy, status, endpoint, correlationId } = failure.details;
	const call = [
		endpoint,
		status === undefined ? undefined : `status ${status}`,
		correlationId === undefined ? undefined : `correlation ID ${correlationId}`,
	];
	return [remedy, `(${call.filter((part) => part !== undefined).join(', ')})`]
		.filter((part) => part !== undefined)
		.join(' ');
}

/** Why an input item has no output, what was written before it, and what was there already. */
interface Failed {
	failure: Failure;
	receipts?: string[];
	there?: string[];
	/** Where something was to be written. */
	account?: Account;
}

/** What happened to an item, and what to do about it, each for the place that it is shown in. */
function wordsFor(
	node: INode,
	{ failure, receipts = [], there = [] }: Failed,
	item: number | undefined,
): { message: string; description?: string } {
	const title = titleOf(failure, item);
	const description =
		[descriptionOf(failure), ...receiptWords(receipts, there)]
			.filter((part) => part !== undefined)
			.join(' ') || undefined;
	if (!isTool(node)) return { message: title, description };
	const done = receipts.length > 0;
	return { message: toldToModel(title, description, facts(failure), done), description };
}

/**
 * The error that stops the node: n8n's own types, saying what happened and what to do.
 *
 * @param item undefined in a list of the editor, where there are no items
 */
export function errorFor(node: INode, failed: Failed, item?: number): Error {
	const { failure } = failed;
	const { message, description } = wordsFor(node, failed, item);
	const error =
		failure instanceof XiFailure
			? apiError(node, failure, { message, description, itemIndex: item })
			: new NodeOperationError(node, failure, { message, description, itemIndex: item });
	// n8n replaces a message in which it thinks to recognise a code of Node.js.
	error.message = message;
	return error;
}

function apiError(
	node: INode,
	{ details: { status } }: XiFailure,
	texts: { message: string; description?: string; itemIndex?: number },
): NodeApiError {
	const { message, description } = texts;
	const answer: JsonObject = { message, ...(description !== undefined && { description }) };
	return new NodeApiError(node, answer, {
		...texts,
		...(status !== undefined && { httpCode: String(status) }),
	});
}

/**
 * The item that stands for a failed one under Continue On Fail.
 *
 * Which items n8n sends to the error output differs by its version. Before 2.34 only those that hold
 * `error` alone, or `error` and `message`: with `details` a failed order would leave among the good
 * ones. So there the details go by the other name. And no `error` beside `json`: n8n would drop the
 * details.
 *
 * @param node whose setting On Error decides under which name the details stand
 */
export function errorItem(node: INode, failed: Failed, item: number): INodeExecutionData {
	const key = node.onError === 'continueErrorOutput' ? 'message' : 'details';
	const { message } = wordsFor(node, failed, item);
	const where = failed.account && { account: { ...failed.account } };
	return {
		json: { error: message, [key]: { item, ...where, ...facts(failed.failure) } },
		pairedItem: { item },
	};
}

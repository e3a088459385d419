import type { IDataObject } from 'n8n-workflow';

import { countIn } from '../answer';
import { BadInput, UnexpectedAnswer } from '../errors';
import type { CallOperation } from '../operation';
import { XiFailure } from '../transport/failure';
import { endpointOf, type Page, type XiRequest } from '../transport/request';
import { ask, caught } from './call';
import { isTool } from './forAgents';
import { type Job, type Outcome, type Run, withAccount } from './item';
import { type Reader, readEach, searchBy } from './reads';
import { forget, nameOfWrite, recall, remember, type Sent } from './sentBefore';
import { AFTER_EARLIER, logUnclear, NOT_MADE, UNCLEAR } from './writeFailures';

/** A GET changes nothing, so it may be repeated. Of any other method nobody knows. */
const isRead = ({ method }: XiRequest): boolean => method === 'GET';

/**
 * Makes calls of which nothing is known but the method: GETs a few at a time and repeated, like all that
 * reads; all else one after the other in the order of the items, each sent once, over all tries of an
 * execution.
 */
export async function runCalls(
	run: Run,
	operation: CallOperation,
	jobs: Job[],
): Promise<Array<Outcome | undefined>> {
	const done: Array<{ item: number; name: string }> = [];
	const reader: Reader<CallOperation> = async (_, __, job, request) => {
		if (isRead(request)) return await call(run, operation, job, request);
		const rows = await callOnce(run, operation, job, request);
		done.push({ item: job.item, name: `${endpointOf(request)} of item ${job.item}` });
		return withAccount(job, rows);
	};
	const forModel = isTool(run.context.getNode());
	const checked: CallOperation = {
		...operation,
		request(params) {
			const request = operation.request(params);
			if (forModel && !isRead(request)) refuseForModel(request);
			return request;
		},
	};
	const outcomes = await readEach(
		run,
		checked,
		jobs,
		reader,
		(requests) => !requests.every(isRead),
	);
	if (run.isStopped() && done.length > 0) {
		// A stopped execution has no output and no error in which this could stand.
		const names = done.map(({ name }) => name).join(', ');
		run.context.logger.warn(`Stopped. Done before that: ${names}`);
	}
	return outcomes.map((outcome, position) => {
		if (!outcome || 'rows' in outcome) return outcome;
		const before = done.filter(({ item }) => item < jobs[position].item);
		return { ...outcome, receipts: before.map(({ name }) => name) };
	});
}

function refuseForModel({ method }: XiRequest): never {
	throw new BadInput(
		`'Method' is ${method}, and as the tool of an AI agent this node makes GET calls only`,
		'Give the agent the node that has the operation as a tool; it checks what a model may do',
	);
}

/**
 * What is made of pages of which nobody knows whether they came as they were asked for: XI leaves out
 * of account what it does not know in a query. A list whose pages are counted in another way gives its
 * first one each time; one that does not know the size gives fewer records than that, so that its count
 * is reached by them alone, and not by page × size.
 *
 * @param size of a page, as it is asked for
 */
function pagesAsTheyCome(size: number): (page: Page) => Page {
	let before: string | undefined;
	let sofar = 0;
	return ({ rows, recordsFound }) => {
		const now = JSON.stringify(rows);
		if (rows.length > 0 && now === before) {
			throw new UnexpectedAnswer('other records than the page before', {
				remedy:
					'The call takes pages in another way, or not at all: choose another one under Pages, or Not Paged',
			});
		}
		before = now;
		sofar += rows.length;
		const isShort = rows.length > 0 && rows.length < size && sofar < (countIn(recordsFound) ?? 0);
		return isShort ? { rows } : { rows, recordsFound };
	};
}

/** @param noteAnswer is told that XI answered, before it is known whether the answer can be read */
async function call(
	run: Run,
	operation: CallOperation,
	job: Job,
	request: XiRequest,
	noteAnswer?: () => void,
): Promise<IDataObject[]> {
	const paging = operation.paging(job.params);
	const own = { ...job, settings: { ...job.settings, repeatable: isRead(request) } };
	if (paging) {
		const { returnAll, limit = Infinity } = job.params;
		const asItComes = pagesAsTheyCome(Math.min(returnAll ? Infinity : limit, paging.maxSize));
		const page = (answer: unknown) => {
			noteAnswer?.();
			return asItComes(operation.page(answer, job.params));
		};
		return await searchBy(run, { paging, page }, own, request);
	}
	const rows = await ask(
		run.context,
		request,
		own.settings,
		(body, { status }) => {
			noteAnswer?.();
			return operation.rows(body, status);
		},
		({ status }) => operation.rows(undefined, status),
	);
	return rows ?? [];
}

/**
 * Makes a call that may change something. n8n's Retry On Fail runs the items again, the good ones too:
 * what an earlier try of the execution has sent is not sent again, unless it certainly was not done.
 */
async function callOnce(
	run: Run,
	operation: CallOperation,
	job: Job,
	request: XiRequest,
): Promise<IDataObject[]> {
	// An item has one call. Its body does not tell it: with the time in it, each try has another one.
	const name =
		run.context.getNode().retryOnFail === true
			? nameOfWrite(run.context, job.item, 'call')
			: undefined;
	const earlier = name === undefined ? undefined : recall(name);
	if (earlier?.rows) return earlier.rows;
	if (earlier) throw notAgain(request, earlier);
	let sent: Sent = { before: new Set(), sentAt: new Date() };
	const keep = (more: Partial<Sent>): void => {
		sent = { ...sent, ...more };
		if (name !== undefined) remember(name, sent);
	};
	keep({});
	let isAnswered = false;
	const made = await caught(
		async () => await call(run, operation, job, request, () => (isAnswered = true)),
	);
	if ('value' in made) {
		keep({ rows: made.value });
		return made.value;
	}
	const { failure } = made;
	if (name !== undefined && !isAnswered && isNotDone(failure)) forget(name);
	else keep({ said: failure.message, call: factsOf(failure) });
	// What is paged is a search, of which nothing comes but what it tells.
	throw operation.paging(job.params) ? failure : unclear(run, failure);
}

const factsOf = (failure: Error): Sent['call'] => {
	if (!(failure instanceof XiFailure)) return undefined;
	const { endpoint, correlationId } = failure.details;
	return { endpoint, correlationId };
};

/** Whether XI certainly did nothing: the call did not reach it, or was refused. */
function isNotDone(failure: Error): boolean {
	if (!(failure instanceof XiFailure)) return failure instanceof BadInput;
	const { reason, status = 0 } = failure.details;
	// Under a good status XI may have done it all the same, and say what else went wrong.
	return NOT_MADE.includes(reason) || (reason === 'refused' && status >= 400);
}

const REMEDY =
	'It was sent once and is not repeated. If it changes anything, look whether that was done before you run it again';

function notAgain(request: XiRequest, { said, call: facts }: Sent): XiFailure {
	const endpoint = endpointOf(request);
	const why = said === undefined ? AFTER_EARLIER : `${AFTER_EARLIER} (${said})`;
	return new XiFailure({
		endpoint,
		...facts,
		reason: 'unknown',
		message: `It is not known what became of ${endpoint}: ${why}`,
		remedy: REMEDY,
	});
}

/** A failure behind which a call may have been carried out, told as such. */
function unclear(run: Run, failure: Error): Error {
	if (!(failure instanceof XiFailure)) return failure;
	const { reason, endpoint, message } = failure.details;
	if (reason === 'cancelled') logUnclear(run, { subject: endpoint }, failure.details);
	if (!UNCLEAR.includes(reason)) return failure;
	return new XiFailure({
		...failure.details,
		reason: 'unknown',
		message: `It is not known what became of ${endpoint}: ${message}`,
		remedy: REMEDY,
	});
}

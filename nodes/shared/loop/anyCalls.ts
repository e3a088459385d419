import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../errors';
import type { CallOperation } from '../operation';
import { XiFailure } from '../transport/failure';
import { endpointOf, type XiRequest } from '../transport/request';
import { ask, caught } from './call';
import { isTool } from './forAgents';
import { type Job, type Outcome, type Run, withAccount } from './item';
import { type Reader, readEach, searchBy } from './reads';
import { logUnclear, UNCLEAR } from './writeFailures';

/** A GET changes nothing, so it may be repeated. Of any other method nobody knows. */
const isRead = ({ method }: XiRequest): boolean => method === 'GET';

/**
 * Makes calls of which nothing is known but the method: GETs a few at a time and repeated, as any read;
 * all else one after the other in the order of the items, each sent once.
 */
export async function runCalls(
	run: Run,
	operation: CallOperation,
	jobs: Job[],
): Promise<Array<Outcome | undefined>> {
	const done: Array<{ item: number; name: string }> = [];
	const reader: Reader<CallOperation> = async (_, __, job, request) => {
		const rows = await call(run, operation, job, request);
		if (!isRead(request))
			done.push({ item: job.item, name: `${endpointOf(request)} of item ${job.item}` });
		return rows;
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

async function call(
	run: Run,
	operation: CallOperation,
	job: Job,
	request: XiRequest,
): Promise<IDataObject[]> {
	const repeatable = isRead(request);
	const paging = operation.paging(job.params);
	const own = { ...job, settings: { ...job.settings, repeatable } };
	const made = await caught(async () => {
		if (paging) {
			const page = (answer: unknown) => operation.page(answer, job.params);
			return await searchBy(run, { paging, page }, own, request);
		}
		return await ask(
			run.context,
			request,
			own.settings,
			(body, { status }) => operation.rows(body, status),
			({ status }) => operation.rows(undefined, status),
		);
	});
	if ('value' in made) {
		const rows = made.value ?? [];
		return repeatable ? rows : withAccount(job, rows);
	}
	throw repeatable ? made.failure : unclear(run, made.failure);
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
		remedy:
			'It was sent once and is not repeated. If it changes anything, look whether that was done before you run it again',
	});
}

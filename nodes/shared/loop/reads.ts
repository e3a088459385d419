import type { IDataObject } from 'n8n-workflow';

import { BadInput, RefusedAnswer } from '../errors';
import type { Fields, Values } from '../fields/field';
import type { CallOperation, Operation, PagedReadOperation, ReadOperation } from '../operation';
import { errorsOf } from '../transport/errorsInAnswer';
import { XiFailure } from '../transport/failure';
import { elsewhere } from '../transport/mixUp';
import { endpointOf, type XiRequest } from '../transport/request';
import { type CallSettings, headersFor } from '../transport/send';
import { unwrapped } from '../answer';
import { ask, askFor } from './call';
import { concurrently, oneATurn } from './concurrently';
import { type Job, type Outcome, READS_AT_ONCE, type Run } from './item';
import { type FetchedPage, MOST_PAGES, MOST_SHOWN, readPages } from './pager';

export type Reader<O extends Operation> = (
	run: Run,
	operation: O,
	job: Job,
	request: XiRequest,
) => Promise<IDataObject[]>;

/** One request for each item, a few at a time. */
export const runReads = async (run: Run, operation: ReadOperation, jobs: Job[]) =>
	await readEach(run, operation, jobs, readOne);

/** One search for each item, all its pages. */
export const runSearches = async (run: Run, operation: PagedReadOperation, jobs: Job[]) =>
	await readEach(run, operation, jobs, search);

/**
 * Every request is built, and so checked, before the first goes out.
 *
 * @param inOrder whether one is made after the other, for what the requests are
 */
export async function readEach<O extends ReadOperation | PagedReadOperation | CallOperation>(
	run: Run,
	operation: O,
	jobs: Job[],
	reader: Reader<O>,
	inOrder: (requests: readonly XiRequest[]) => boolean = () => false,
): Promise<Array<Outcome | undefined>> {
	const prepared = await Promise.all(
		jobs.map(async (job) => ({
			job,
			request: await run.attempt(() => {
				const request = operation.request(job.params);
				headersFor(request, job.settings);
				return request;
			}),
		})),
	);
	const requests = prepared.flatMap(({ request }) => ('value' in request ? request.value : []));
	const outcomes = await concurrently(
		prepared,
		inOrder(requests) ? 1 : READS_AT_ONCE,
		async ({ job, request }): Promise<Outcome> => {
			if ('failure' in request) return request;
			const rows = await run.attempt(async () => await reader(run, operation, job, request.value));
			return 'failure' in rows ? rows : { rows: rows.value };
		},
		run.goesOn,
		oneATurn(),
	);
	// Where the node stops on failure, a request that cannot be built stops it before any work is begun.
	return outcomes.map((outcome, position) => {
		const { request } = prepared[position];
		return outcome ?? ('failure' in request ? request : undefined);
	});
}

const NOT_OURS =
	'Check the number, and that it belongs to the customer number and country of the credential, or to those set under Options';

/** XI knows nothing of what was asked for by its number. */
export const nothingFound = (
	message: string,
	request: XiRequest,
	settings: CallSettings,
	correlationId?: string,
): XiFailure => {
	const endpoint = endpointOf(request);
	return new XiFailure({
		reason: 'refused',
		message,
		remedy: [request.remedies?.[404] ?? NOT_OURS, elsewhere(endpoint, settings)]
			.filter((text) => text !== undefined)
			.join('. '),
		endpoint,
		correlationId,
	});
};

const readOne: Reader<ReadOperation> = async (run, operation, job, request) => {
	const { params, wanted } = await completed(run, operation, job, request);
	const rows = await ask(
		run.context,
		wanted,
		job.settings,
		(body) => operation.rows(body, params),
		({ correlationId }) => {
			if (!operation.ifNothing) return undefined;
			throw nothingFound(operation.ifNothing(params), wanted, job.settings, correlationId);
		},
	);
	const became = operation.became?.(rows ?? [], job.params);
	if (became) run.hints.becameSeveral(became.subject, became.receipts);
	return (rows ?? []).map(job.shape);
};

/** The parameters and the request, with what has to be read before. */
async function completed(
	run: Run,
	operation: ReadOperation,
	job: Job,
	request: XiRequest,
): Promise<{ params: Values<Fields>; wanted: XiRequest }> {
	if (!operation.complete) return { params: job.params, wanted: request };
	const params = await operation.complete(job.params, askFor(run.context, job.settings));
	return { params, wanted: operation.request(params) };
}

const search: Reader<PagedReadOperation> = async (run, operation, job, request) =>
	await searchBy(run, operation, job, request);

/** All pages of a search, or those up to the limit. */
export async function searchBy(
	run: Run,
	operation: Pick<PagedReadOperation, 'paging' | 'page'>,
	job: Job,
	request: XiRequest,
): Promise<IDataObject[]> {
	const limit = job.params.returnAll ? Infinity : (job.params.limit ?? Infinity);
	const { rows, cut } = await readPages(
		request,
		operation.paging,
		limit,
		async (pageRequest) =>
			await ask(
				run.context,
				pageRequest,
				job.settings,
				(body, { correlationId }): FetchedPage => {
					// What is listed beside an error may not be all that there is.
					const errors = errorsOf(unwrapped(body));
					if (errors.length > 0) throw new RefusedAnswer(errors);
					return { ...operation.page(body, job.params), correlationId };
				},
				({ correlationId }) => ({ rows: [], correlationId }),
			),
		job.shape,
	);
	if (cut) {
		throw new BadInput(
			`The search has more than ${MOST_PAGES * operation.paging.maxSize} results`,
			'Narrow it with filters, or set a limit',
		);
	}
	if (rows.length === limit && limit >= MOST_SHOWN) run.hints.endedAt(MOST_SHOWN);
	return rows;
}

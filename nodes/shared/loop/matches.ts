import type { MatchOperation } from '../operation';
import { keysInOrder } from '../records';
import type { XiRequest } from '../transport/request';
import { headersFor } from '../transport/send';
import { ask } from './call';
import { concurrently } from './concurrently';
import { type Job, type Outcome, READS_AT_ONCE, type Run } from './item';
import { nothingFound } from './reads';

type Attempt<T> = { value: T } | { failure: Error };

/** A request that is made once for all items that make an equal one of an equal account. */
interface Shared<T> {
	readonly job: Job;
	readonly request: XiRequest;
	readonly read: T;
}

/** What makes two requests one. */
const nameOf = ({ settings }: Job, { path, pathValues, query }: XiRequest): string =>
	JSON.stringify(keysInOrder({ path, pathValues, query, account: settings.overrides }));

/**
 * Makes the requests of items, equal ones once, a few at a time.
 *
 * @returns what came of each, by its place in the list; undefined where it was not begun
 */
async function readOnce<T>(
	run: Run,
	list: ReadonlyArray<Shared<(body: unknown) => T> | undefined>,
	nothing: (position: number, request: XiRequest, correlationId?: string) => T,
): Promise<Array<Attempt<T> | undefined>> {
	const firsts = new Map<string, number>();
	const names = list.map((one, position) => {
		if (one === undefined) return undefined;
		const name = nameOf(one.job, one.request);
		if (!firsts.has(name)) firsts.set(name, position);
		return name;
	});
	const results = await concurrently(
		[...firsts],
		READS_AT_ONCE,
		async ([name, position]): Promise<[string, Attempt<T>]> => {
			const { job, request, read } = list[position] as Shared<(body: unknown) => T>;
			const answer = await run.attempt(async () => {
				const body = await ask(
					run.context,
					request,
					job.settings,
					(found: unknown) => ({ read: read(found) }),
					({ correlationId }) => ({ read: nothing(position, request, correlationId) }),
				);
				return (body as { read: T }).read;
			});
			return [name, answer];
		},
		run.goesOn,
	);
	const known = new Map(results.flatMap((result) => (result ? [result] : [])));
	return names.map((name) => (name === undefined ? undefined : known.get(name)));
}

/** Two reads for each item, of which items may share the second; then what came of both is compared. */
export async function runMatches(
	run: Run,
	operation: MatchOperation,
	jobs: Job[],
): Promise<Array<Outcome | undefined>> {
	const outcomes = new Array<Outcome | undefined>(jobs.length).fill(undefined);
	const fail = (position: number, failure: Error): undefined => {
		outcomes[position] = { failure };
		return undefined;
	};

	const prepared = await Promise.all(
		jobs.map(async (job, position) => {
			const request = await run.attempt(() => {
				const built = operation.request(job.params);
				headersFor(built, job.settings);
				return built;
			});
			return 'failure' in request
				? fail(position, request.failure)
				: {
						job,
						request: request.value,
						read: (body: unknown) => operation.read(body, job.params),
					};
		}),
	);
	const answers = await readOnce(run, prepared, (position, request, correlationId) => {
		const { params, settings } = jobs[position];
		throw nothingFound(operation.ifNothing(params), request, settings, correlationId);
	});

	const against = await Promise.all(
		answers.map(async (answer, position) => {
			if (answer === undefined) return undefined;
			if ('failure' in answer) return fail(position, answer.failure);
			const job = jobs[position];
			const request = await run.attempt(() => operation.against(answer.value));
			if ('failure' in request) return fail(position, request.failure);
			return { job, answer: answer.value, request: request.value };
		}),
	);
	const others = await readOnce<unknown>(
		run,
		against.map(
			(one) =>
				one?.request && {
					job: one.job,
					request: one.request,
					read: (body: unknown) => operation.readOther(body),
				},
		),
		() => undefined,
	);

	const groups = new Map<string, Array<{ position: number; job: Job; answer: unknown }>>();
	for (const [position, one] of against.entries()) {
		if (one === undefined) continue;
		const { job, answer, request } = one;
		const other = others[position];
		if (other && 'failure' in other) fail(position, other.failure);
		else if (request === undefined || other !== undefined) {
			const name = request === undefined ? `alone ${position}` : nameOf(job, request);
			groups.set(name, [...(groups.get(name) ?? []), { position, job, answer }]);
		}
	}
	for (const members of groups.values()) {
		const [{ position: first }] = members;
		const other = others[first];
		const compared = await run.attempt(() => {
			const entries = members.map(({ job, answer }) => ({ answer, params: job.params }));
			const rows = operation.match(entries, other && 'value' in other ? other.value : undefined);
			return rows.map((ofItem, place) => ofItem.map((row) => members[place].job.shape(row)));
		});
		for (const [place, { position }] of members.entries()) {
			outcomes[position] = 'failure' in compared ? compared : { rows: compared.value[place] };
		}
	}
	return outcomes;
}

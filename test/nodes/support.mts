import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../nodes/shared/errors.ts';
import { readParameters } from '../../nodes/shared/loop/item.ts';
import type { Fields, Values } from '../../nodes/shared/fields/field.ts';
import type {
	Ask,
	LookOperation,
	Once,
	Operation,
	Sight,
	WriteOperation,
	WritePlan,
} from '../../nodes/shared/operation.ts';
import { type Output, project } from '../../nodes/shared/output.ts';
import type { XiRequest } from '../../nodes/shared/transport/request.ts';

/** The BadInput that a piece of work throws; anything else, or nothing, fails the test. */
export function badInputOf(work: () => unknown): BadInput {
	let result: unknown;
	try {
		result = work();
	} catch (error) {
		if (error instanceof BadInput) return error;
		throw error;
	}
	throw new Error(`Nothing was refused; it gave ${JSON.stringify(result)}`);
}

/** The same for work that takes its time. */
export async function badInputFrom(work: Promise<unknown>): Promise<BadInput> {
	const [outcome] = await Promise.allSettled([work]);
	return badInputOf(() => {
		if (outcome.status === 'rejected') throw outcome.reason;
		return outcome.value;
	});
}

/** The checked parameters of an operation for what stands in a node. */
export function paramsOf(operation: Operation, given: Record<string, unknown>) {
	const context = {
		getNodeParameter: (name: string, _: number, fallback: unknown) =>
			name in given ? given[name] : fallback,
	};
	return readParameters(context, operation, 0);
}

/** The plan of a write for what stands in a node. */
export const planFor = <P extends Fields, Answer>(
	operation: WriteOperation<P, Answer>,
	given: Record<string, unknown>,
): WritePlan<Answer> => operation.plan(paramsOf(operation, given) as Values<P>);

/** The request for what stands in a node, as it goes out: without what is undefined. */
export function requestFor(
	operation: Exclude<Operation, LookOperation>,
	given: Record<string, unknown>,
): XiRequest {
	const requestOf = (): XiRequest => {
		if (operation.kind === 'write') return planFor(operation, given).request;
		const params = paramsOf(operation, given);
		return operation.kind === 'batchRead'
			? operation.request(operation.asks(params), params)
			: operation.request(params);
	};
	return JSON.parse(JSON.stringify(requestOf())) as XiRequest;
}

/** How a write that must not be made twice is told from others, for what stands in a node. */
export function onceFor<P extends Fields, Answer>(
	operation: WriteOperation<P, Answer>,
	given: Record<string, unknown>,
): Once {
	const { once } = planFor(operation, given);
	if (once === undefined) throw new Error('Nothing tells it from others');
	return once;
}

/**
 * Does what asks XI, with these answers, one after the other: an Error among them is a call that
 * failed, undefined that XI said there is nothing.
 */
export async function asked<Result>(
	work: (ask: Ask) => Promise<Result>,
	answers: readonly unknown[],
): Promise<{ result: Result; requests: XiRequest[] }> {
	const requests: XiRequest[] = [];
	const unanswered = new Error('More was asked than is answered');
	const ask: Ask = async <Body, Read>(request: XiRequest, read: (body: Body) => Read) => {
		requests.push(request);
		if (requests.length > answers.length) throw unanswered;
		const answer = answers[requests.length - 1];
		if (answer instanceof Error) throw answer;
		return answer === undefined ? undefined : read(answer as Body);
	};
	const working = work(ask);
	await Promise.allSettled([working]);
	// Work that goes on without an answer must not hide it.
	if (requests.length > answers.length) throw unanswered;
	return { result: await working, requests };
}

/** What the look of a write shows before anything is sent, with these answers. */
export async function seenBy(
	operation: WriteOperation,
	given: Record<string, unknown>,
	answers: readonly unknown[],
): Promise<Sight> {
	const once = onceFor<Fields, unknown>(operation, given);
	return (await asked(async (ask) => await once.look(ask, { before: new Set() }), answers)).result;
}

/** A range of days, as a node holds it. */
export const range = (from: string, to: string) => ({ range: { from, to } });

/**
 * Expects that an output has no name twice, nothing that looks like a failed item, and ten fields at
 * the most in Simplified.
 *
 * @param kinds a record of each kind that has simplified fields of its own
 */
export function expectTidy(output: Output, kinds: readonly IDataObject[]): void {
	const names = Object.values(output).map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
	expect(output).not.toHaveProperty('error');
	for (const record of kinds) {
		const keys = Object.keys(project(output, record, { output: 'simplified' }));
		expect(keys.length).toBeGreaterThan(1);
		expect(keys.length).toBeLessThanOrEqual(10);
	}
}

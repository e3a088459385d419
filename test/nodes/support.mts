import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { BadInput } from '../../nodes/shared/errors.ts';
import { readParameters } from '../../nodes/shared/loop/item.ts';
import type { Operation, Steps } from '../../nodes/shared/operation.ts';
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

/** The checked parameters of an operation for what stands in a node. */
export function paramsOf(operation: Operation, given: Record<string, unknown>) {
	const context = {
		getNodeParameter: (name: string, _: number, fallback: unknown) =>
			name in given ? given[name] : fallback,
	};
	return readParameters(context as Pick<IExecuteFunctions, 'getNodeParameter'>, operation, 0);
}

/** The request for what stands in a node, as it goes out: without what is undefined. */
export function requestFor(
	operation: Exclude<Operation, { kind: 'batchRead' }>,
	given: Record<string, unknown>,
): XiRequest {
	const request = operation.request(paramsOf(operation, given));
	return JSON.parse(JSON.stringify(request)) as XiRequest;
}

/** Follows steps as the loop does: an Error among the answers is thrown into them. */
export function follow<Result>(
	steps: Steps<Result>,
	answers: readonly unknown[],
): { result: Result; requests: XiRequest[] } {
	const requests: XiRequest[] = [];
	let step = steps.next();
	while (!step.done) {
		requests.push(step.value);
		if (requests.length > answers.length) throw new Error('More was asked than is answered');
		const answer = answers[requests.length - 1];
		step = answer instanceof Error ? steps.throw(answer) : steps.next(answer);
	}
	return { result: step.value, requests };
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

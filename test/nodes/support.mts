import { BadInput } from '../../nodes/shared/badInput.ts';

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

/**
 * An answer that is JSON but not of the shape that XI documents. Thrown by operations, which do not
 * know the call; the loop adds the endpoint and the correlation ID.
 */
export class UnexpectedAnswer extends Error {
	/** @param said what XI says in it instead, a sentence each */
	constructor(expected: string, said: readonly string[] = []) {
		const words = said.length > 0 ? `, and says: ${said.join('; ')}` : '';
		super(`Ingram Micro’s answer holds no ${expected}${words}`);
		this.name = 'UnexpectedAnswer';
	}
}

/** A list in an answer. Missing or null reads as empty, anything else but a list throws. */
export function listIn<T>(value: readonly T[] | null | undefined, expected: string): T[] {
	if (value === undefined || value === null) return [];
	if (!Array.isArray(value)) throw new UnexpectedAnswer(expected);
	return value as T[];
}

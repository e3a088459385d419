import type { IDataObject } from 'n8n-workflow';

/**
 * A value that a person or an expression gave and that XI would refuse, noticed before anything is
 * sent. The message says which parameter and what is wrong with it; `remedy` says what would be right.
 */
export class BadInput extends Error {
	readonly remedy?: string;

	constructor(message: string, remedy?: string) {
		super(message);
		this.name = 'BadInput';
		this.remedy = remedy;
	}
}

/**
 * A write that was not made because a check that the user asked for says no. Names each reason; the
 * loop turns it into the failure of its item.
 */
export class Refused extends Error {
	readonly reasons: readonly string[];

	constructor(reasons: readonly string[]) {
		super(`Not sent: ${reasons.join('; ')}`);
		this.name = 'Refused';
		this.reasons = reasons;
	}
}

/**
 * An answer that is JSON but not of the shape that XI documents. Thrown by operations, which do not
 * know the call; the loop adds the endpoint and the correlation ID.
 */
export class UnexpectedAnswer extends Error {
	/**
	 * @param expected what the answer lacks, for the sentence
	 * @param more what XI says in it instead, a sentence each; what to do, where that is known; and the
	 *   things of which one was meant
	 */
	constructor(
		expected: string,
		readonly more: {
			said?: readonly string[];
			remedy?: string;
			candidates?: IDataObject[];
		} = {},
	) {
		const { said = [] } = more;
		const words = said.length > 0 ? `, and says: ${said.join('; ')}` : '';
		super(`Ingram Micro’s answer holds no ${expected}${words}`);
		this.name = 'UnexpectedAnswer';
	}
}

/**
 * An answer under a good status that says what went wrong, beside something that is of no use. Thrown
 * by operations; the loop makes the failure of it that XI's own refusal would be.
 */
export class RefusedAnswer extends Error {
	/** @param errors what XI said, as it stood in `errors` */
	constructor(readonly errors: readonly unknown[]) {
		super('Ingram Micro’s answer names errors');
		this.name = 'RefusedAnswer';
	}
}

/** What was thrown as the Error that it is, or as one with the same words. */
export const asError = (thrown: unknown): Error =>
	thrown instanceof Error ? thrown : new Error(String(thrown));

/** What was thrown, in words. */
export const wordsOf = (thrown: unknown): string => asError(thrown).message;

/** A list in an answer. Missing or null reads as empty, anything else but a list throws. */
export function listIn<T>(value: readonly T[] | null | undefined, expected: string): T[] {
	if (value === undefined || value === null) return [];
	if (!Array.isArray(value)) throw new UnexpectedAnswer(expected);
	return value as T[];
}

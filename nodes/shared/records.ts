import type { IDataObject } from 'n8n-workflow';

import { UnexpectedAnswer } from './errors';

const isRecord = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A list of XI's as a list of objects: XI also sends a single one as it is, and nulls between them.
 *
 * @param expected what the list holds, for the sentence; left out: what is no list holds none
 * @throws UnexpectedAnswer where it is expected, and is neither a list, a record nor nothing
 */
export function recordsOf<T extends IDataObject = IDataObject>(
	value: unknown,
	expected?: string,
): T[] {
	const entries: unknown[] = [value ?? []].flat();
	if (expected !== undefined && !Array.isArray(value) && !entries.every(isRecord)) {
		throw new UnexpectedAnswer(expected);
	}
	return entries.filter(isRecord) as T[];
}

import type { IDataObject } from 'n8n-workflow';

import { UnexpectedAnswer } from './errors';

/** Whether a value has members: a record or a list, and no null. */
export const isObject = (value: unknown): value is object =>
	typeof value === 'object' && value !== null;

/** Whether a value is a record, as JSON has them: an object that is no list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
	isObject(value) && !Array.isArray(value);

/** A value with its keys in one order at every depth, so that equal values have one JSON. */
export function keysInOrder(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(keysInOrder);
	if (!isRecord(value)) return value;
	const one: Record<string, unknown> = {};
	for (const key of Object.keys(value).sort()) one[key] = keysInOrder(value[key]);
	return one;
}

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

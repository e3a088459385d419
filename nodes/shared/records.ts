import type { IDataObject } from 'n8n-workflow';

/** A list of XI's as a list of objects: XI also sends a single one as it is, and nulls between them. */
export const recordsOf = <T extends IDataObject = IDataObject>(value: unknown): T[] =>
	[value ?? []]
		.flat()
		.filter(
			(entry): entry is T => typeof entry === 'object' && entry !== null && !Array.isArray(entry),
		);

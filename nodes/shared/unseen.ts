import { createHash } from 'node:crypto';

/** A value with its keys in one order at every depth, so that equal values have one JSON. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const record = value as Record<string, unknown>;
	const one: Record<string, unknown> = {};
	for (const key of Object.keys(record).sort()) one[key] = sorted(record[key]);
	return one;
}

/**
 * Tells records that come for the first time from those that came before, in all of their fields: XI
 * lists a record on two pages when its lists grow in the meantime, and some invoices twice in any
 * case. Two that share a number and differ in anything else are two.
 *
 * Remembers 16 bytes of each record, so that a list of 100,000 takes 6 MB more while it is read.
 *
 * @returns a function that says of each record whether it is new
 */
export function unseen(): (record: unknown) => boolean {
	const seen = new Set<string>();
	return (record) => {
		const mark = createHash('sha256')
			.update(JSON.stringify(sorted(record)))
			.digest()
			.toString('latin1', 0, 16);
		const isNew = !seen.has(mark);
		seen.add(mark);
		return isNew;
	};
}

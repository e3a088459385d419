import { createHash } from 'node:crypto';

/** JSON that is the same for equal values, in whatever order their keys stand. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	const entries = Object.entries(value)
		.filter(([, entry]) => entry !== undefined)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`);
	return `{${entries.join()}}`;
}

/**
 * Tells records that come for the first time from those that came before, in all of their fields: XI
 * lists a record on two pages when its lists grow in the meantime, and some invoices twice in any
 * case. Two that share a number and differ in anything else are two.
 *
 * Remembers 16 bytes of each record, so that a list of 100,000 stays small.
 *
 * @returns a function that says of each record whether it is new
 */
export function unseen(): (record: unknown) => boolean {
	const seen = new Set<string>();
	return (record) => {
		const mark = createHash('sha256').update(canonical(record)).digest().toString('latin1', 0, 16);
		const isNew = !seen.has(mark);
		seen.add(mark);
		return isNew;
	};
}

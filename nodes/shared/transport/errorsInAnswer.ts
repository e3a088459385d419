import { list } from './xiWords';
import { isRecord } from '../records';

/** Keys of the bodies with which XI, or the gateway before it, refuses. */
const REFUSAL_KEYS = new Set([
	'errors',
	'fault',
	'faultcode',
	'faultstring',
	'traceid',
	'id',
	'type',
	'message',
	'fields',
]);

/** Names under which XI says what went wrong, in small letters. */
const isErrors = (key: string): boolean => /^errors?$/i.test(key);

/** Keys that tell of a list, and nothing of what is in it. */
const COUNTERS = new Set(['nextpage', 'pagenumber', 'pagesize', 'previouspage', 'recordsfound']);

/**
 * What a record says went wrong, in its `errors` or `error`: a list in XI's documents, which is read as one entry
 * where it is an object or a text. Empty where there is none.
 */
export function errorsOf(record: unknown): unknown[] {
	if (!isRecord(record)) return [];
	return Object.entries(record)
		.flatMap(([key, told]) => (isErrors(key) ? told : []))
		.filter((entry) => !isHollow(entry));
}

/** The same of a value and of all that is in it. */
export function errorsIn(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.flatMap(errorsIn);
	if (!isRecord(value)) return [];
	return [
		...errorsOf(value),
		...Object.entries(value).flatMap(([key, entry]) => (isErrors(key) ? [] : errorsIn(entry))),
	];
}

/** Whether a value says nothing: empty, zero, or made of such values alone. */
export function isHollow(value: unknown): boolean {
	if (value === undefined || value === null || value === false) return true;
	if (typeof value === 'string') return value.trim() === '' || Number(value) === 0;
	if (typeof value === 'number') return value === 0;
	if (Array.isArray(value)) return value.every(isHollow);
	return isRecord(value) && Object.values(value).every(isHollow);
}

/**
 * The refusal that an answer is, whatever its status says: `errors`, or a fault of the gateway, and
 * beside it nothing but empty values, zeros and counters. It may be wrapped in a list, or in the
 * object that would hold the answer.
 *
 * @returns a body that says why, in one of XI's shapes; undefined: the answer is none
 */
export function refusalIn(body: unknown): unknown {
	if (Array.isArray(body)) return refusalsIn(body);
	if (!isRecord(body)) return undefined;
	const errors = errorsOf(body);
	const isFault = body.fault !== undefined || body.faultstring !== undefined;
	const others = Object.entries(body)
		.filter(([key]) => {
			const name = key.toLowerCase();
			return !isErrors(name) && !COUNTERS.has(name);
		})
		.filter(([, entry]) => !isHollow(entry));
	if (errors.length > 0 || isFault) {
		if (!others.every(([key]) => REFUSAL_KEYS.has(key))) return undefined;
		return errors.length > 0 && list(body.errors).length === 0 ? { errors } : body;
	}
	return refusalsIn(others.map(([, entry]) => entry));
}

/** The refusals that values are, if all of them are; of a long list of records the first is none. */
function refusalsIn(values: readonly unknown[]): unknown[] | undefined {
	const refusals: unknown[] = [];
	for (const value of values) {
		const refusal = refusalIn(value);
		if (refusal === undefined) return undefined;
		refusals.push(refusal);
	}
	return refusals.length > 0 ? refusals : undefined;
}

import { BadInput } from '../badInput';
import { showsNothing } from '../invisible';

/** Whether a value counts as not given. */
export const isBlank = (value: unknown): value is undefined | null | '' =>
	value === undefined || value === null || (typeof value === 'string' && showsNothing(value));

/** Any value as text; expressions may give objects that refer to themselves, or whole numbers of any size. */
export function inWords(value: unknown): string {
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		return typeof value === 'bigint' ? value.toString() : `of the type ${typeof value}`;
	}
}

/** How a value that does not fit is quoted back: short, whatever it is. */
export function quote(value: unknown): string {
	const shown = typeof value === 'string' ? value : inWords(value);
	return shown.length > 60 ? `"${shown.slice(0, 57)}…"` : `"${shown}"`;
}

/** An object with named values; nothing reads as an empty one. */
export const asObject = (value: unknown, label: string): Record<string, unknown> => {
	if (isBlank(value)) return {};
	if (typeof value !== 'object' || Array.isArray(value)) {
		throw new BadInput(`${label} is ${quote(value)}; an object with named values is expected`);
	}
	return value as Record<string, unknown>;
};

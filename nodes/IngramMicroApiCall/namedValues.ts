import { BadInput } from '../shared/errors';
import { isBlank, quotedValue, refuseRounded } from '../shared/fields/field';
import { isRecord } from '../shared/records';

/** A name and a value as they were given, and the place that sentences name. */
export interface NamedValue {
	readonly place: string;
	readonly name: unknown;
	readonly value: unknown;
}

/**
 * The rows of names and values that n8n stores under a word, or the list or object of them that an
 * expression gives.
 *
 * @throws BadInput for an entry that is neither
 */
export function namedValuesIn(value: unknown, word: string, label: string): NamedValue[] {
	if (isBlank(value)) return [];
	const place = (position: number): string => `${label}, entry ${position + 1}`;
	const given = isRecord(value) && word in value ? value[word] : value;
	if (isRecord(given) && given === value) {
		return Object.entries(given).map(([name, own], position) => ({
			place: place(position),
			name,
			value: own,
		}));
	}
	const list: unknown[] = [given ?? []].flat();
	return list.map((entry, position) => {
		if (isRecord(entry)) return { place: place(position), name: entry.name, value: entry.value };
		throw new BadInput(
			`${place(position)} is ${quotedValue(entry)}; a name and a value are expected`,
		);
	});
}

/**
 * A value as the text that it stands for, with the blanks around it.
 *
 * @param remedy what to do where there is none
 * @throws BadInput for what is empty, no single value, or a number that has lost digits
 */
export function textOfValue(value: unknown, label: string, remedy: string): string {
	if (isBlank(value)) throw new BadInput(`${label} is empty`, remedy);
	refuseRounded(value, label);
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return String(value);
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	throw new BadInput(`${label} is ${quotedValue(value)}; a text is expected`, remedy);
}

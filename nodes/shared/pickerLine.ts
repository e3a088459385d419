import { numberOrText } from './amounts';
import { isSameText } from './comparing';
import { SEPARATOR } from './fields/locator';

// How a record stands in a From List: its number, and what tells it from the others.

/** n8n shows about so much of a line in the list, and less of the one that was picked. */
const MOST_CHARACTERS = 80;
/** No part of a line is cut down to less. */
const FEWEST_CHARACTERS = 24;

/** The day of a date, as XI writes it. */
export const dayShown = (date: string | null | undefined): string | undefined =>
	date ? date.slice(0, 10) : undefined;

/** An amount as a line shows it; undefined where there is none. XI may name no currency. */
export function amountShown(amount: unknown, currencyCode?: string | null): string | undefined {
	const read = numberOrText(amount);
	if (typeof read !== 'number' && typeof read !== 'string') return undefined;
	const shown = typeof read === 'number' ? read.toFixed(2) : read;
	return `${shown} ${currencyCode ?? ''}`.trim() || undefined;
}

/** The parts, each once whatever its capitals: a quote may be called by its end user. */
const withoutRepeats = (parts: readonly string[]): string[] =>
	parts.filter((part, place) => parts.findIndex((other) => isSameText(part, other)) === place);

/** A text of so many characters at most, without its middle: its end may tell it from others. */
export function shortened(text: string, most: number): string {
	if (text.length <= most) return text;
	const end = Math.floor((most - 1) / 3);
	const [head, tail] = [text.slice(0, most - 1 - end), end === 0 ? '' : text.slice(-end)];
	return `${head.trimEnd()}…${tail.trimStart()}`;
}

/** Parts that fit into a line: long ones are shortened, and where that is not enough, the last left out. */
function fitting(parts: readonly string[], room: number): string[] {
	const lengths = parts.map((part) => part.length);
	const excess = () =>
		lengths.reduce((sum, length) => sum + length + SEPARATOR.length, -SEPARATOR.length) - room;
	const longest = () => lengths.indexOf(Math.max(...lengths));
	while (excess() > 0 && lengths[longest()] > FEWEST_CHARACTERS) lengths[longest()] -= 1;
	while (excess() > 0 && lengths.length > 1) lengths.pop();
	return lengths.map((length, at) => shortened(parts[at], length));
}

/**
 * The line of a record. It begins with the number, whole, by which n8n tells later that it was picked.
 *
 * @param parts what else is known, the most telling first; what is no text or number is left out
 */
export function pickerLine(number: string | number, parts: readonly unknown[]): string {
	const texts = parts
		.filter((part) => typeof part === 'string' || typeof part === 'number')
		.map((part) => String(part).replace(/\s+/g, ' ').trim())
		.filter((part) => part !== '');
	const room = MOST_CHARACTERS - String(number).length - SEPARATOR.length;
	return [number, ...fitting(withoutRepeats(texts), room)].join(SEPARATOR);
}

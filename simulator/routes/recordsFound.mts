import type { World } from '../state/world.mts';

/**
 * How many records a search has found, in the way in which the quirks have it told.
 *
 * @param asText the call tells all its numbers as text
 */
export function recordsFound(
	{ quirks, searches }: World,
	count: number,
	asText = false,
): { recordsFound?: unknown } {
	const told = (number: number): unknown =>
		asText || quirks.recordsFound === 'string' ? String(number) : number;
	switch (quirks.recordsFound) {
		case 'missing':
			return {};
		case 'null':
			return { recordsFound: null };
		case 'varying':
			return { recordsFound: told(count + Math.ceil((count / 30) * (searches % 4))) };
		case 'tooLow':
			return { recordsFound: told(Math.floor(count / 2)) };
		default:
			return { recordsFound: told(count) };
	}
}

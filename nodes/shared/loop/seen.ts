import type { IDataObject } from 'n8n-workflow';

import type { Sight } from '../operation';

/** A look that showed something. */
export type Seen = Extract<Sight, { there: IDataObject[] }>;

/** Something is there that may be what was sent, and of which that cannot be told for certain. */
export const isOpen = (sight: Sight): boolean => 'there' in sight && sight.ours === 'unknown';

/** What to do about it. It must not send anybody to buy a second time. */
export const LOOK_AT_IT =
	'Look at what is named here before you send anything again, under whatever number: it may be what you asked for, changed by Ingram Micro. If it is, all is well; keep its number';

const MOST_TEXTS = 10;

/** Texts as one, and not endless: an order may have hundreds of lines. */
export function shortened(texts: readonly string[]): string {
	const left = texts.length - MOST_TEXTS;
	const shown = texts.slice(0, MOST_TEXTS).join('; ');
	return left > 0 ? `${shown}; and ${left} more` : shown;
}

/** What a look showed, as a sentence. */
export function seenIn(
	sight: Sight | undefined,
	receiptsOf: (rows: IDataObject[]) => string[],
): string | undefined {
	if (sight === undefined) return undefined;
	if ('absent' in sight) return sight.absent;
	const known = shortened(receiptsOf(sight.there));
	if (sight.ours === 'no') {
		return `What Ingram Micro has under this number is something else (${known})`;
	}
	const differs = sight.said ? `: ${shortened(sight.said)}` : '';
	return `Ingram Micro has ${known}, which may be it${differs}`;
}

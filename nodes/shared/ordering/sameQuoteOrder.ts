import type { IDataObject } from 'n8n-workflow';

import type { Sight } from '../operation';
import { upper } from './pieces';
import { judged, type Known } from './judged';

/** The Ingram part numbers of a list of lines; undefined where there is none to go by. */
function partsIn(lines: unknown): string[] | undefined {
	if (!Array.isArray(lines)) return undefined;
	const parts = (lines as IDataObject[])
		.map((line) => upper(line.ingramPartNumber))
		.filter((part) => part !== '');
	return parts.length > 0 ? parts : undefined;
}

/**
 * Whether orders that were found under a PO came of a quote: with a product that is on the quote.
 * Their pieces are not counted, since XI may split what a quote holds into several orders, and names
 * bundles by their parts. For that reason one with other products may be ours, too.
 *
 * @param lines those of the quote, as Validate Quote names them; without any, nothing is compared
 * @param sentAt undefined where nothing was sent yet: then nothing is compared
 * @returns `ours: no` only for orders from before the sending
 */
export function comparedToQuote(
	sight: Sight,
	lines: readonly { readonly ingramPartNumber?: string }[],
	sentAt: Date | undefined,
	before?: Known['before'],
): Sight {
	return judged(sight, { sentAt, before }, (alive) => {
		const quoted = partsIn(lines);
		if (quoted === undefined) return { there: alive, ours: 'yes' };
		const own = alive.filter((order) =>
			partsIn(order.lines)?.some((part) => quoted.includes(part)),
		);
		if (own.length > 0) return { there: own, ours: 'yes' };
		return { there: alive, ours: 'unknown', said: ['it names no product of the quote'] };
	});
}

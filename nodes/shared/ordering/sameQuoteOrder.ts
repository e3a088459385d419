import type { IDataObject } from 'n8n-workflow';

import type { Sight } from '../operation';
import { isCancelled } from '../orderStatus';
import { isRecent } from './pieces';

const upper = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim().toUpperCase() : '';

/** The Ingram part numbers of a list of lines; undefined where there is none to go by. */
function partsIn(lines: unknown): string[] | undefined {
	if (!Array.isArray(lines)) return undefined;
	const parts = (lines as IDataObject[])
		.map((line) => upper(line.ingramPartNumber))
		.filter((part) => part !== '');
	return parts.length > 0 ? parts : undefined;
}

/**
 * Whether orders that were found under a PO came of a quote: from these days, not cancelled, and with
 * a product that is on the quote. Their pieces are not counted, since XI may split what a quote holds
 * into several orders, and names bundles by their parts.
 *
 * @param lines those of the quote, as Validate Quote names them; without any, nothing is compared
 * @param sentAt undefined where nothing was sent yet: then nothing is compared
 */
export function comparedToQuote(
	sight: Sight,
	lines: readonly { readonly ingramPartNumber?: string }[],
	sentAt: Date | undefined,
): Sight {
	if (!('there' in sight) || sentAt === undefined) return sight;
	const alive = sight.there.filter(
		(order) => isRecent(order.ingramOrderDate, sentAt) && !isCancelled(order.orderStatus),
	);
	const quoted = partsIn(lines);
	if (quoted === undefined) {
		return alive.length > 0 ? { there: alive, ours: 'yes' } : { ...sight, ours: 'no' };
	}
	const own = alive.filter((order) => partsIn(order.lines)?.some((part) => quoted.includes(part)));
	if (own.length > 0) return { there: own, ours: 'yes' };
	const unread = alive.some((order) => partsIn(order.lines) === undefined);
	return { ...sight, ours: unread ? 'unknown' : 'no' };
}

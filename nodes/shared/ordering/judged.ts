import type { IDataObject } from 'n8n-workflow';

import type { Sight } from '../operation';
import { deadWordOf } from '../orderStatus';
import { clean } from '../transport/errors';
import { isRecent } from './pieces';
import { receiptOf } from './placedOrder';

/** What is known of the orders under a PO beside themselves. */
export interface Known {
	/** When the order was sent; undefined where it was not: then any order with its PO counts. */
	readonly sentAt: Date | undefined;
	/** Receipts of orders that were there before, or were made by another item of the run. */
	readonly before?: ReadonlySet<string>;
}

const inCapitals = (text: string): string => text.toUpperCase();

const stateOf = (order: IDataObject): string =>
	`order ${clean(order.ingramOrderNumber) ?? 'without a number'} has the status "${deadWordOf(order) ?? ''}"`;

const dead = (orders: IDataObject[]): Sight => ({
	there: orders,
	ours: 'dead',
	said: orders.map(stateOf),
});

/**
 * Sorts the orders that were found under a PO, before anybody looks at their lines. Those that are
 * dated before the sending, or were known then, certainly are not what was sent; of all others that is
 * never said, since XI changes lines. A dead order only counts where no other is alive.
 *
 * @param judge tells of those that are alive and may be ours whether they are
 */
export function judged(
	sight: Sight,
	{ sentAt, before = new Set() }: Known,
	judge: (alive: IDataObject[]) => Sight,
): Sight {
	if (!('there' in sight)) return sight;
	const isDead = (order: IDataObject) => deadWordOf(order) !== undefined;
	const ended = sight.there.filter(isDead);
	const living = sight.there.filter((order) => !isDead(order));
	if (sentAt === undefined) {
		if (ended.length === 0) return sight;
		return living.length > 0 ? { ...sight, there: living, beside: ended } : dead(ended);
	}
	// XI sends the PO back in capitals in some of its answers.
	const known = new Set([...before].map(inCapitals));
	const mayBeOurs = (order: IDataObject) =>
		!known.has(inCapitals(receiptOf(order))) && isRecent(order.ingramOrderDate, sentAt);
	const alive = living.filter(mayBeOurs);
	if (alive.length > 0) return judge(alive);
	const endedNow = ended.filter(mayBeOurs);
	if (endedNow.length > 0) return dead(endedNow);
	if (living.length > 0) return { ...sight, there: living, ours: 'no' };
	return {
		absent: `Ingram Micro has nothing alive under this number: ${ended.map(stateOf).join('; ')}`,
	};
}

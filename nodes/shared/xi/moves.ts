import { optionalAmount, optionalWholeNumber } from '../fields/field';

// When a price or a stock has moved far enough to be told: one set of rules for the trigger that watches
// products and for the operation that leaves out what did not change.

/** Ways in which stock moves. */
export type StockChange = 'backInStock' | 'outOfStock' | 'stockChanged';

/** How far something has to move to be told; without a threshold, at all. */
export interface Thresholds {
	readonly percent?: number;
	readonly amount?: number;
	readonly pieces?: number;
}

/** The choices of a parameter that takes them, by their values. */
export const STOCK_CHOICES = {
	backInStock: {
		name: 'Back in Stock',
		value: 'backInStock',
		description: 'There was none, and there is some',
	},
	outOfStock: {
		name: 'Out of Stock',
		value: 'outOfStock',
		description: 'There is none any more',
	},
	stockChanged: {
		name: 'Stock Changed',
		value: 'stockChanged',
		description: 'There are more, or fewer. Thresholds can tell by how many.',
	},
} as const;

/** The parameters of the thresholds. */
export const thresholdFields = {
	amount: optionalAmount('Price by Amount', {
		description:
			'Only if the price moved by at least so much, or by the percentage. 0 is no threshold.',
	}),
	percent: optionalAmount('Price by Percent', {
		description:
			'Only if the price moved by at least so many percent, or by the amount. 0 is no threshold.',
	}),
	pieces: optionalWholeNumber('Stock by Pieces', {
		min: 1,
		default: 1,
		description: 'For Stock Changed: only if it moved by at least so many pieces',
	}),
};

/**
 * Whether a price moved so far that it is told: by the percentage or by the amount, either is enough. One
 * of 0 is none, or it would let every move through beside another.
 */
export function hasMoved(
	before: number,
	after: number,
	{ percent = 0, amount = 0 }: Thresholds,
): boolean {
	const apart = Math.abs(after - before);
	// Amounts are decimals, of which a computer keeps the nearest that it has.
	const noise = 4 * Number.EPSILON * Math.max(Math.abs(before), Math.abs(after));
	if (apart <= noise) return false;
	if (percent === 0 && amount === 0) return true;
	const reaches = (least: number) => apart >= least - Math.max(noise, 1e-9);
	return (
		(percent > 0 && reaches((Math.abs(before) * percent) / 100)) || (amount > 0 && reaches(amount))
	);
}

/** To nothing or from nothing. */
const crossing = (before: number, now: number): StockChange | undefined =>
	now <= 0 && before > 0 ? 'outOfStock' : now > 0 && before <= 0 ? 'backInStock' : undefined;

/**
 * What became of a stock: one change, by its nearest name among those that are wanted.
 *
 * @returns `moved` false where it stands, or moved by fewer pieces; the change is undefined too where it
 * moved and nobody wants to know
 */
export function stockMove(
	before: number,
	now: number,
	{ pieces = 1 }: Thresholds,
	wanted: ReadonlySet<string>,
): { moved: boolean; change?: StockChange } {
	if (before === now) return { moved: false };
	const crossed = crossing(before, now);
	const isFar = Math.abs(now - before) >= pieces;
	if (crossed !== undefined && wanted.has(crossed)) return { moved: true, change: crossed };
	if (isFar) return { moved: true, change: 'stockChanged' };
	return { moved: crossed !== undefined };
}

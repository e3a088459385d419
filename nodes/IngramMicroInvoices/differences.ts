import type { IDataObject } from 'n8n-workflow';

import { absOf, type Exact, exactIn, HALF_CENT, ONE, shownOf } from '../shared/exact';

/** What may differ between an invoice and its order. Stored in other systems: never changes. */
export type DifferenceType =
	| 'amount due'
	| 'currency'
	| 'extended price'
	| 'fee'
	| 'freight'
	| 'not ordered'
	| 'order'
	| 'part number'
	| 'quantity'
	| 'tax'
	| 'unclear'
	| 'unit price';

/** What a user wants compared besides the part numbers. */
export type Compared = 'currency' | 'fees' | 'freight' | 'price' | 'quantity' | 'tax';

/** How an invoice is compared. */
export interface Rules {
	readonly compare: ReadonlySet<Compared>;
	/** In the currency of the invoice. */
	readonly amount?: number;
	readonly percent?: number;
}

/** One difference, before it has its key. */
export interface Difference {
	readonly differenceType: DifferenceType;
	/** A sentence without a full stop. */
	readonly difference: string;
	/** The line of the invoice, or of the order where the invoice lacks it. */
	readonly line?: IDataObject;
	/** What tells it apart where it has no line. */
	readonly about?: string;
	readonly invoicedValue?: number;
	readonly expectedValue?: number;
	/** The part number that was ordered, where another was invoiced. */
	readonly expectedPart?: string;
	/** How much more is asked for than the order says; negative: less. */
	readonly more?: Exact;
}

/**
 * Whether a difference of money is within what the user lets pass. Of two limits both have to hold, so
 * that a small percentage of much money is not much money.
 *
 * @param expected what the order says
 */
export function isWithin({ amount, percent }: Rules, more: Exact, expected: Exact): boolean {
	if (more === 0n) return true;
	if (amount === undefined && percent === undefined) return false;
	const size = absOf(more);
	const isFew = amount === undefined || size <= (exactIn(amount) ?? 0n);
	const isSmall =
		percent === undefined || size * 100n * ONE <= absOf(expected) * (exactIn(percent) ?? 0n);
	return isFew && isSmall;
}

/** Whether two amounts are one but for the rounding of a single price. */
export const isRounding = (one: Exact, other: Exact): boolean => absOf(one - other) <= HALF_CENT;

/** An amount as sentences write it. */
export const inMoney = (amount: Exact): string => {
	const text = String(shownOf(amount));
	const [whole, part = ''] = text.split('.');
	return `${whole}.${part.padEnd(2, '0')}`;
};

import type { IDataObject } from 'n8n-workflow';

import { numberIn } from '../shared/amounts';
import { priceIn } from '../shared/output';
import { isFound, priceOf, stockOf } from '../shared/xi/prices';
import type { KnownProduct } from './productState';
import type { ProductChange, Thresholds } from './watchedKind';

/** A change of a product. */
export interface ProductTold {
	readonly change: ProductChange;
	readonly before: string | number | null;
	readonly after: string | number | null;
}

/** Whether a price moved so far that it is told: by the percentage or by the amount, either is enough. */
function hasMoved(before: number, after: number, { percent, amount }: Thresholds): boolean {
	const apart = Math.abs(after - before);
	if (apart === 0) return false;
	if (percent === undefined && amount === undefined) return true;
	// Amounts are decimals, of which a computer keeps the nearest that it has.
	const reaches = (least: number) => apart >= least - 1e-9;
	return (
		(percent !== undefined && reaches((before * percent) / 100)) ||
		(amount !== undefined && reaches(amount))
	);
}

function priceChange(
	record: IDataObject,
	{ price }: KnownProduct,
	thresholds: Thresholds,
): { told: ProductTold[]; price?: number } {
	const now = numberIn(priceIn(priceOf(record)));
	// What has no price just now has the one that it had.
	if (now === undefined) return { told: [], price };
	if (price === undefined) return { told: [], price: now };
	if (!hasMoved(price, now, thresholds)) return { told: [], price };
	return { told: [{ change: 'priceChanged', before: price, after: now }], price: now };
}

/** Stock as an item has it: null for what is not kept in stock. */
const shown = (stock: number): number | null => (stock === Infinity ? null : stock);

/** To nothing or from nothing. */
const crossing = (before: number, now: number): ProductChange | undefined =>
	now <= 0 && before > 0 ? 'outOfStock' : now > 0 && before <= 0 ? 'backInStock' : undefined;

function stockChange(
	record: IDataObject,
	{ stock }: KnownProduct,
	{ pieces = 1 }: Thresholds,
	wanted: ReadonlySet<string>,
): { told: ProductTold[]; stock?: number } {
	const now = stockOf(record);
	if (now === undefined) return { told: [], stock };
	if (stock === undefined || stock === now) return { told: [], stock: now };
	const crossed = crossing(stock, now);
	const isFar = Math.abs(now - stock) >= pieces;
	if (crossed === undefined && !isFar) return { told: [], stock };
	// One change is one item, by its nearest name.
	const change =
		crossed !== undefined && wanted.has(crossed) ? crossed : isFar ? 'stockChanged' : undefined;
	const told = change ? [{ change, before: shown(stock), after: shown(now) }] : [];
	return { told, stock: now };
}

/**
 * Holds a product against what was told of it last. The first time nothing is told, but that XI does not
 * know it.
 *
 * @param before undefined: it is new in the list
 * @param wanted the changes that are told
 */
export function productChanges(
	record: IDataObject,
	before: KnownProduct | undefined,
	thresholds: Thresholds,
	wanted: ReadonlySet<string>,
): { told: ProductTold[]; known: KnownProduct } {
	const past = before ?? { isGone: false };
	if (!isFound(record)) {
		const told: ProductTold[] = past.isGone
			? []
			: [{ change: 'notFound', before: null, after: null }];
		return { told, known: { ...past, isGone: true } };
	}
	const price = priceChange(record, past, thresholds);
	const stock = stockChange(record, past, thresholds, wanted);
	const found: ProductTold[] = past.isGone
		? [{ change: 'foundAgain', before: null, after: null }]
		: [];
	return {
		told: [...found, ...price.told, ...stock.told],
		known: {
			...(price.price !== undefined && { price: price.price }),
			...(stock.stock !== undefined && { stock: stock.stock }),
			isGone: false,
		},
	};
}

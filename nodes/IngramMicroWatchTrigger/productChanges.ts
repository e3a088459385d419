import type { IDataObject } from 'n8n-workflow';

import { numberIn } from '../shared/amounts';
import { priceIn } from '../shared/output';
import { hasMoved, stockMove, type Thresholds } from '../shared/xi/moves';
import { isFound, priceOf, stockOf } from '../shared/xi/prices';
import type { KnownProduct } from './productState';
import type { ProductChange } from './watchedKind';

/** A change of a product. */
export interface ProductTold {
	readonly change: ProductChange;
	readonly before: string | number | null;
	readonly after: string | number | null;
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

function stockChange(
	record: IDataObject,
	{ stock }: KnownProduct,
	thresholds: Thresholds,
	wanted: ReadonlySet<string>,
): { told: ProductTold[]; stock?: number } {
	const now = stockOf(record);
	if (now === undefined) return { told: [], stock };
	if (stock === undefined) return { told: [], stock: now };
	const { moved, change } = stockMove(stock, now, thresholds, wanted);
	if (!moved) return { told: [], stock };
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

import type { IDataObject } from 'n8n-workflow';

import { numberIn } from '../shared/amounts';
import { isBlank } from '../shared/fields/field';
import { at, priceIn } from '../shared/output';
import { hasMoved, stockMove, type Thresholds } from '../shared/xi/moves';
import { yesOrNo } from '../shared/tidy';
import { isFound, priceOf, stockOf, toldStockOf } from '../shared/xi/prices';
import type { KnownProduct } from './productState';
import type { ProductChange } from './watchedKind';

/** A change of a product. */
export interface ProductTold {
	readonly change: ProductChange;
	readonly before: string | number | null;
	readonly after: string | number | null;
	/** How often something of the product was told before. */
	readonly turn: number;
}

/** A change before it is counted. */
type Move = Omit<ProductTold, 'turn'>;

function priceChange(
	record: IDataObject,
	{ price }: KnownProduct,
	thresholds: Thresholds,
): { told: Move[]; price?: number } {
	const now = numberIn(priceIn(priceOf(record)));
	// What has no price just now has the one that it had.
	if (now === undefined) return { told: [], price };
	if (price === undefined) return { told: [], price: now };
	if (!hasMoved(price, now, thresholds)) return { told: [], price };
	return { told: [{ change: 'priceChanged', before: price, after: now }], price: now };
}

/** The stock as XI tells it; undefined where an answer leaves it out, which is not the same as none. */
function toldStock(record: IDataObject): number | undefined {
	const stock = stockOf(record);
	const isLeftOut = stock === 0 && isBlank(toldStockOf(record));
	return isLeftOut && yesOrNo(at(record, 'availability.available')) !== false ? undefined : stock;
}

/** Stock as an item has it: null for what is not kept in stock. */
const shown = (stock: number): number | null => (stock === Infinity ? null : stock);

function stockChange(
	record: IDataObject,
	{ stock }: KnownProduct,
	thresholds: Thresholds,
	wanted: ReadonlySet<string>,
): { told: Move[]; stock?: number } {
	const now = toldStock(record);
	if (now === undefined) return { told: [], stock };
	if (stock === undefined) return { told: [], stock: now };
	const { moved, change } = stockMove(stock, now, thresholds, wanted);
	if (!moved) return { told: [], stock };
	const told = change ? [{ change, before: shown(stock), after: shown(now) }] : [];
	return { told, stock: now };
}

/** What is there of a product, told of each in the first round where that is wanted. */
export function firstSeen(
	record: IDataObject,
	wanted: ReadonlySet<string>,
): { told: ProductTold[]; known: KnownProduct } {
	const { told, known } = productChanges(record, undefined, {}, wanted);
	const { price, stock } = known;
	const isOut = stock !== undefined && stock <= 0 && wanted.has('outOfStock');
	const moves: Move[] = [
		...told,
		...(price === undefined
			? []
			: [{ change: 'priceChanged', before: null, after: price } as const]),
		...(stock === undefined
			? []
			: [
					{
						change: isOut ? 'outOfStock' : 'stockChanged',
						before: null,
						after: shown(stock),
					} as const,
				]),
	].map(({ change, before, after }) => ({ change, before, after }));
	return { told: moves.map((move) => ({ ...move, turn: 0 })), known: { ...known, turns: 1 } };
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
	const past = before ?? { isGone: false, turns: 0 };
	const counted = (moves: Move[]) => moves.map((move) => ({ ...move, turn: past.turns }));
	const turns = (moves: Move[]) => past.turns + (moves.length > 0 ? 1 : 0);
	if (!isFound(record)) {
		const gone: Move[] = past.isGone ? [] : [{ change: 'notFound', before: null, after: null }];
		return { told: counted(gone), known: { ...past, isGone: true, turns: turns(gone) } };
	}
	const price = priceChange(record, past, thresholds);
	const stock = stockChange(record, past, thresholds, wanted);
	const found: Move[] = past.isGone ? [{ change: 'foundAgain', before: null, after: null }] : [];
	const moves = [...found, ...price.told, ...stock.told];
	return {
		told: counted(moves),
		known: {
			...(price.price !== undefined && { price: price.price }),
			...(stock.stock !== undefined && { stock: stock.stock }),
			isGone: false,
			turns: turns(moves),
		},
	};
}

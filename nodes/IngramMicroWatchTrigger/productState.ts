/*
 * What is remembered of products: the price and the stock that were told last, so that a slow drift is
 * told too. As that of searches it is one text.
 */

export interface KnownProduct {
	/** Undefined: XI gave none yet that is a number. */
	readonly price?: number;
	/** Infinity for what is not kept in stock. */
	readonly stock?: number;
	/** XI does not know it. */
	readonly isGone: boolean;
}

export interface ProductState {
	readonly of: string;
	/** How many products of the list were asked for in the round that is not over; 0: none is begun. */
	readonly next: number;
	/** When the last whole round was over, in milliseconds. */
	readonly endedAt?: number;
	/** By `markOf` of the part number. */
	readonly known: ReadonlyMap<string, KnownProduct>;
}

const VERSION = 1;
const MARK = 8;

const entryOf = (mark: string, { price, stock, isGone }: KnownProduct): string => {
	const shown = stock === undefined ? '' : stock === Infinity ? '~' : stock.toString(36);
	return `${mark}${price ?? ''}/${shown}${isGone ? '!' : ''}`;
};

/** The state as one text: some 20 characters a product. */
export const writtenProducts = ({ known, ...state }: ProductState): string =>
	JSON.stringify({
		v: VERSION,
		...state,
		products: [...known].map(([mark, product]) => entryOf(mark, product)).join(' '),
	});

function productIn(entry: string): KnownProduct {
	const [price = '', rest = ''] = entry.split('/');
	const isGone = rest.endsWith('!');
	const stock = isGone ? rest.slice(0, -1) : rest;
	return {
		...(price !== '' && { price: Number(price) }),
		...(stock !== '' && { stock: stock === '~' ? Infinity : parseInt(stock, 36) }),
		isGone,
	};
}

/** The state in a text; undefined where there is none, or one of something else. */
export function readProducts(text: unknown, of: string): ProductState | undefined {
	if (typeof text !== 'string' || text === '') return undefined;
	let stored: (ProductState & { v?: number; products?: unknown }) | null;
	try {
		stored = JSON.parse(text) as typeof stored;
	} catch {
		return undefined;
	}
	if (stored?.v !== VERSION || stored.of !== of || typeof stored.products !== 'string') {
		return undefined;
	}
	const { v: _, products, ...state } = stored as typeof stored & { products: string };
	const entries = products.split(' ').filter((entry) => entry !== '');
	const known = entries.map((one) => [one.slice(0, MARK), productIn(one.slice(MARK))] as const);
	return { ...state, known: new Map(known) };
}

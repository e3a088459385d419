import { storedIn } from './watchState';

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
	/** XI refused a call for its sake: it is asked for apart from others, so that they have theirs. */
	readonly isRefused?: boolean;
	/** How often something of it was told. */
	readonly turns: number;
}

export interface ProductState {
	readonly of: string;
	/** How many products of the list were asked for in the round that is not over; 0: none is begun. */
	readonly next: number;
	/** The day on which the node began to watch; undefined before it does. */
	readonly born?: number;
	/** When the last whole round was over, in milliseconds. */
	readonly endedAt?: number;
	/** By `markOf` of the part number. */
	readonly known: ReadonlyMap<string, KnownProduct>;
}

const VERSION = 1;
const MARK = 8;

/** `mark price/stock!& turns`, without blanks; an exclamation mark if it is gone, `&` if it is refused. */
const entryOf = (
	mark: string,
	{ price, stock, isGone, isRefused, turns }: KnownProduct,
): string => {
	const shown = stock === undefined ? '' : stock === Infinity ? '~' : String(stock);
	const told = turns === 0 ? '' : `*${turns.toString(36)}`;
	return `${mark}${price ?? ''}/${shown}${isGone ? '!' : ''}${isRefused ? '&' : ''}${told}`;
};

/** The state as one text: some 20 characters a product. */
export const writtenProducts = ({ known, ...state }: ProductState): string =>
	JSON.stringify({
		v: VERSION,
		...state,
		products: [...known].map(([mark, product]) => entryOf(mark, product)).join(' '),
	});

function productIn(entry: string): KnownProduct {
	const [facts = '', turns = '0'] = entry.split('*');
	const [price = '', rest = ''] = facts.split('/');
	const [stock = '', signs = ''] = /^([^!&]*)(.*)$/.exec(rest)?.slice(1) ?? [];
	return {
		...(price !== '' && { price: Number(price) }),
		...(stock !== '' && { stock: stock === '~' ? Infinity : Number(stock) }),
		isGone: signs.includes('!'),
		...(signs.includes('&') && { isRefused: true }),
		turns: parseInt(turns, 36),
	};
}

/** The state in a text; undefined where there is none, or one of something else. */
export function readProducts(text: unknown, of: string): ProductState | undefined {
	const stored = storedIn<Omit<ProductState, 'known'> & { products: unknown }>(text, of, VERSION);
	if (stored === undefined) return undefined;
	const { products, ...state } = stored;
	if (typeof products !== 'string' || !Number.isInteger(state.next)) return undefined;
	const entries = products.split(' ').filter((entry) => entry !== '');
	const known = entries.map((one) => [one.slice(0, MARK), productIn(one.slice(MARK))] as const);
	return { ...state, known: new Map(known) };
}

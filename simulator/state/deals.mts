import type { Customer } from '../options.mts';
import type { Catalog } from './catalog.mts';
import { cents } from './generator.mts';
import { endUserOf } from './people.mts';
import type { Product } from './products.mts';
import { fractionOf } from './random.mts';

/** A product of a deal. */
export interface DealLine {
	product: Product;
	/** What one piece costs with the deal, US dollars. */
	price: number;
	approvedQuantity: number;
}

/** A special price that a vendor gives for an end user. */
export interface Deal {
	dealId: string;
	version: string;
	vendorName: string;
	endUser: string;
	receivedAt: number;
	expiresAt: number;
	lines: DealLine[];
}

/** All deals. */
export interface DealBook {
	/** The deals that a customer has. */
	of(customer: Customer): readonly Deal[];
	add(customer: Customer, deals: readonly Deal[]): void;
}

/** The number of an official sample, with its blank; two vendors have it. */
export const sharedDealId = 'TEST-RESEU DISC';

/**
 * Makes the book. Every bid of the catalog is a deal of its vendor. Assumption: all customers have
 * them, as all may order by them; and two vendors may have one number, which is why XI wants the
 * vendor's name.
 */
export function createDealBook(catalog: Catalog): DealBook {
	const common = [...documented(catalog), ...bids(catalog)];
	const own = new Map<string, Deal[]>();
	return {
		of: ({ customerNumber }) => [...common, ...(own.get(customerNumber) ?? [])],
		add: ({ customerNumber }, deals) => {
			own.set(customerNumber, [...(own.get(customerNumber) ?? []), ...deals]);
		},
	};
}

/** The first products of two vendors, under one number. */
function documented({ products }: Catalog): Deal[] {
	const [one] = products;
	const other = products.find(({ vendorName }) => vendorName !== one?.vendorName);
	return [one, other].flatMap((product) =>
		product
			? [
					makeDeal(sharedDealId, [line(product, 0.9, 100)], {
						from: '2023-01-11',
						until: '2030-07-31',
					}),
				]
			: [],
	);
}

function bids({ products }: Catalog): Deal[] {
	const found = new Map<string, { lines: DealLine[]; from: string; until: string }>();
	for (const product of products) {
		for (const price of product.specialPrices) {
			if (price.bidNumber === undefined) continue;
			const key = `${price.bidNumber}\n${product.vendorName}`;
			const known = found.get(key) ?? { lines: [], from: price.effective, until: price.expires };
			known.lines.push({
				product,
				price: cents(product.customerPrice - price.discount),
				approvedQuantity: price.availableQuantity,
			});
			found.set(key, known);
		}
	}
	return [...found].map(([key, { lines, ...span }]) =>
		makeDeal(key.split('\n')[0] ?? '', lines, span),
	);
}

/**
 * Makes deals that no bid of the catalog stands behind: for searches with thousands of results.
 *
 * @param prefix numbers are this, a blank, and a number from 1
 * @param now where their time is laid around
 */
export function makeDeals(catalog: Catalog, count: number, prefix: string, now: number): Deal[] {
	const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
	return Array.from({ length: count }, (_, i): Deal => {
		const dealId = `${prefix} ${i + 1}`;
		const at = Math.floor(fractionOf(dealId) * catalog.products.length);
		const product = catalog.products[at];
		if (!product) throw new RangeError('There are no products to make deals of');
		const days = Math.floor(fractionOf(`days ${dealId}`) * 360) - 60;
		return makeDeal(dealId, [line(product, 0.85, 1 + (i % 50))], {
			from: day(now - 90 * 86_400_000),
			until: day(now + days * 86_400_000),
		});
	});
}

const line = (product: Product, part: number, approvedQuantity: number): DealLine => ({
	product,
	price: cents(product.customerPrice * part),
	approvedQuantity,
});

function makeDeal(
	dealId: string,
	lines: DealLine[],
	{ from, until }: { from: string; until: string },
): Deal {
	return {
		dealId,
		version: String(1 + Math.floor(fractionOf(`version ${dealId}`) * 6)),
		vendorName: lines[0]?.product.vendorName ?? '',
		endUser: endUserOf(dealId),
		receivedAt: Date.parse(`${from}T00:00:00Z`),
		expiresAt: Date.parse(`${until}T00:00:00Z`),
		lines,
	};
}

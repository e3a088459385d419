import { stockIn } from './countries.mts';
import type { Product, Stock } from './products.mts';

/** The stock of all products, as orders leave it. */
export interface Stockroom {
	/** What a country's warehouses hold of a product now. */
	list(countryCode: string, product: Product): readonly Stock[];
	/**
	 * Takes units out for an order. They come from one warehouse, so that a line has one.
	 *
	 * @param wanted warehouse id; left out: the one with most of it
	 * @returns where they lie, and how many there were to take
	 */
	take(
		countryCode: string,
		product: Product,
		quantity: number,
		wanted?: string,
	): { warehouseId: string; location?: string; taken: number };
	/** Puts units back; those of an unknown warehouse are lost. */
	giveBack(countryCode: string, product: Product, warehouseId: string, quantity: number): void;
}

/** Makes the stockroom as the catalog describes it. */
export function createStockroom(): Stockroom {
	const rooms = new Map<Product, Map<string, Stock[]>>();

	const list = (countryCode: string, product: Product): Stock[] => {
		const country = countryCode.toUpperCase();
		let byCountry = rooms.get(product);
		if (!byCountry) {
			byCountry = new Map();
			rooms.set(product, byCountry);
		}
		let stock = byCountry.get(country);
		if (!stock) {
			// Copies: several simulators in one process share the documented products.
			stock = stockIn(country, product).map((one) => ({ ...one }));
			byCountry.set(country, stock);
		}
		return stock;
	};

	return {
		list,
		take: (countryCode, product, quantity, wanted) => {
			const stock = list(countryCode, product);
			const fullest = stock.reduce<Stock | undefined>(
				(best, one) => ((one.available ?? 0) > (best?.available ?? -1) ? one : best),
				undefined,
			);
			const from = stock.find(({ warehouseId }) => warehouseId === wanted) ?? fullest;
			// Assumption: what no warehouse has ever had is bought for the one in Mira Loma.
			if (!from) return { warehouseId: '10', location: 'Mira Loma, CA', taken: 0 };
			const taken = Math.max(0, Math.min(quantity, from.available ?? 0));
			if (taken > 0) from.available = (from.available ?? 0) - taken;
			const { warehouseId, location } = from;
			return { warehouseId, ...(location === undefined ? {} : { location }), taken };
		},
		giveBack: (countryCode, product, warehouseId, quantity) => {
			const to = list(countryCode, product).find((one) => one.warehouseId === warehouseId);
			if (to && quantity > 0) to.available = (to.available ?? 0) + quantity;
		},
	};
}

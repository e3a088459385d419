import { hasExtras } from '../state/countries.mts';
import type { Product, Stock } from '../state/products.mts';
import type { Stockroom } from '../state/stockroom.mts';

/** How stock is to be told. */
export interface StockView {
	stockroom: Stockroom;
	countryCode: string;
	/** Only these warehouses; empty: all. */
	warehouseIds: readonly string[];
	/** False: the sum without the list of warehouses. */
	listed: boolean;
	/** Units that must be there for `available` to be true. */
	quantity: number;
	/** True: warehouse ids are numbers. */
	numericIds: boolean;
}

/**
 * The `availability` of an entry. Assumption: when warehouses are named, the total is theirs alone.
 */
export function availabilityOf(product: Product, view: StockView): Record<string, unknown> {
	const stock = view.stockroom
		.list(view.countryCode, product)
		.filter(
			({ warehouseId }) =>
				view.warehouseIds.length === 0 || view.warehouseIds.includes(warehouseId),
		);
	const total = stock.reduce((sum, { available = 0 }) => sum + available, 0);
	return {
		// Goods that the vendor delivers by wire never run out. Assumption: XI says so with `true`.
		available: product.kind === 'digital' || total >= view.quantity,
		totalAvailability: total,
		...(view.listed ? { availabilityByWarehouse: stock.map((one) => warehouse(one, view)) } : {}),
	};
}

function warehouse(stock: Stock, view: StockView): Record<string, unknown> {
	const { warehouseId } = stock;
	return {
		...(stock.location === undefined ? {} : { location: stock.location }),
		warehouseId: view.numericIds && /^\d+$/.test(warehouseId) ? Number(warehouseId) : warehouseId,
		...(stock.available === undefined ? {} : { quantityAvailable: stock.available }),
		...(stock.backordered === undefined ? {} : { quantityBackordered: stock.backordered }),
		...(stock.backorderedEta === undefined ? {} : { quantityBackorderedEta: stock.backorderedEta }),
		...(stock.onOrder === undefined ? {} : { quantityOnOrder: stock.onOrder }),
		...(stock.backOrderInfo && hasExtras(view.countryCode)
			? { backOrderInfo: stock.backOrderInfo }
			: {}),
	};
}

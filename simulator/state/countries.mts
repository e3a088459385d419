import { fractionOf } from './random.mts';
import type { Product, Stock } from './products.mts';

/** The warehouses that Ingram's samples name for the USA, by id. */
export const usWarehouses: Readonly<Record<string, string>> = {
	'10': 'Mira Loma, CA',
	'20': 'Fort Worth, TX',
	'30': 'Millington, TN',
	'40': 'Carol Stream, IL',
	'80': 'Jonestown, PA',
};

// Assumption: rates are made up; XI prices each country by itself.
const currencies: Readonly<Record<string, { code: string; perDollar: number }>> = {
	US: { code: 'USD', perDollar: 1 },
	CA: { code: 'CAD', perDollar: 1.35 },
	GB: { code: 'GBP', perDollar: 0.8 },
	IN: { code: 'INR', perDollar: 83 },
	AU: { code: 'AUD', perDollar: 1.5 },
	BR: { code: 'BRL', perDollar: 5 },
	MX: { code: 'MXN', perDollar: 17 },
	SG: { code: 'SGD', perDollar: 1.35 },
};

const locations: Readonly<Record<string, string>> = {
	DE: 'Straubing',
	IN: 'Mumbai',
	NL: 'Waalwijk',
	SG: 'Singapore',
};

// The countries where the official document says that some extras are missing.
const withoutExtras = new Set(['MX', 'TR', 'NZ', 'CO', 'CL', 'BR', 'PE', 'EH']);

/**
 * The currency of a country; euro where nothing else is known.
 *
 * @param countryCode two letters
 */
export function currencyOf(countryCode: string): { code: string; perDollar: number } {
	return currencies[countryCode.toUpperCase()] ?? { code: 'EUR', perDollar: 0.92 };
}

/**
 * True where answers carry `extendedVendorPartNumber`, `backOrderInfo`, `bundlePartIndicator` and
 * `serviceFees`.
 */
export function hasExtras(countryCode: string): boolean {
	return !withoutExtras.has(countryCode.toUpperCase());
}

/**
 * The stock of a product in a country: the product's own in the USA, one warehouse elsewhere.
 *
 * Assumption: warehouse ids outside the USA look like `NL01`, as a plant id in a sample does.
 */
export function stockIn(countryCode: string, product: Product): readonly Stock[] {
	const country = countryCode.toUpperCase();
	if (country === 'US') return product.stock;
	const chance = fractionOf(`${country} ${product.ingramPartNumber}`);
	return [
		{
			warehouseId: `${country}01`,
			location: locations[country] ?? country,
			available: chance < 0.15 ? 0 : Math.floor(chance * chance * 400),
			backordered: chance < 0.15 ? Math.floor(chance * 200) : 0,
		},
	];
}

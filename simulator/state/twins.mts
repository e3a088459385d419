import type { Quirks } from '../quirks.mts';
import type { Product } from './products.mts';

/**
 * What stands under a vendor part number or UPC: the product that has it, and as the quirk says a
 * refurbished one. Assumption: both share the two numbers, and only Ingram Micro's own tells them apart.
 */
export function withTwin(product: Product | undefined, { twins }: Quirks): readonly Product[] {
	if (!product) return [];
	if (twins === 'none') return [product];
	const twin: Product = {
		...product,
		ingramPartNumber: `${product.ingramPartNumber}R`,
		description: `${product.description} REFURBISHED`,
		authorized: twins !== 'notAuthorized',
		stock: product.stock.map((place) => ({
			...place,
			available: twins === 'outOfStock' ? 0 : place.available,
		})),
	};
	return [product, twin];
}

/** The product with a number of Ingram Micro's, which may be that of the refurbished one. */
export function productOrTwin(
	find: (number: string) => Product | undefined,
	number: string,
	quirks: Quirks,
): Product | undefined {
	const original = withTwin(find(number.replace(/R$/, '')), quirks);
	return find(number) ?? original.find(({ ingramPartNumber }) => ingramPartNumber === number);
}

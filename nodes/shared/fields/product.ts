import { locator, required } from './field';

/** The longest Ingram part number that XI takes on order lines. */
export const INGRAM_PART_NUMBER = { maxLength: 18 } as const;

const texts = {
	...INGRAM_PART_NUMBER,
	search: 'searchProducts',
	listPlaceholder: 'Select a product...',
	byNumber: {
		name: 'ingramPartNumber',
		// n8n cuts off all but a short name here.
		displayName: 'By SKU',
		placeholder: 'e.g. 4A0036',
	},
};

/** A product, picked from a live search or named by its Ingram part number. May stay empty. */
export const product = locator('Product', {
	...texts,
	description:
		'The product, picked by searching the catalog, or given by its Ingram part number (SKU)',
});

/** The same, where the operation cannot do without it. */
export const requiredProduct = required(product, 'Pick a product, or give its Ingram part number');

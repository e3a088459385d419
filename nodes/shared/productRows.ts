import type { IDataObject } from 'n8n-workflow';

import { countOf, hasNone, withoutRepeats } from './oneEach';
import type { Output } from './output';
import { recordsOf } from './records';

/*
 * Details come in rows of three kinds: the record as XI gives it, the record with one of its products
 * beside it, in `product`, or the record of which there are none (see oneEach). Simplified has the
 * columns that fit the kind.
 */

/** Whether a row is a record with one of its products. */
export const isProduct = (row: IDataObject): boolean => 'product' in row;

/** Whether a row is a record as a whole. */
export const isWhole = (row: IDataObject): boolean => !isProduct(row);

/** The products of a record, in one item with it, and how many there are. */
export const allProducts = {
	products: {
		name: 'Products',
		simplified: (row: IDataObject) => isWhole(row) && !hasNone('product')(row),
		value: ({ products }: IDataObject) =>
			typeof products === 'object' && products !== null
				? withoutRepeats(recordsOf(products, 'list of products'))
				: products,
	},
	productCount: countOf('Product Count', 'product', 'products'),
} satisfies Output;

/** By which numbers a product goes that stands in a row. */
export const productNumbers = {
	ingramPartNumber: {
		name: 'Product Ingram Part Number',
		path: 'product.ingramPartNumber',
		simplified: isProduct,
	},
	vendorPartNumber: {
		name: 'Product Vendor Part Number',
		path: 'product.vendorPartNumber',
		simplified: isProduct,
	},
} satisfies Output;

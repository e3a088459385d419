import type { IDataObject } from 'n8n-workflow';

import type { Output } from './output';

/*
 * Details come in rows of two kinds: the record as XI gives it, or the record with one of its products
 * beside it, in `product` (see oneEach). Simplified has the columns that fit the kind.
 */

/** Whether a row is a record with one of its products. */
export const isProduct = (row: IDataObject): boolean => 'product' in row;

/** Whether a row is a record as a whole. */
export const isWhole = (row: IDataObject): boolean => !isProduct(row);

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

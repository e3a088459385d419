import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { locator, required } from '../fields/field';
import { lineOf, listed, listPage, typed } from '../picker';

/** The answer of a product search. Either list may be null; subscriptions fill the second. */
export interface CatalogSearchAnswer {
	recordsFound?: number | string | null;
	catalog?: CatalogProduct[] | null;
	subscriptionCatalog?: CatalogSubscription[] | null;
}

/** A product as the search lists it. XI sends its yes-or-no values as "true", "false" or "". */
export interface CatalogProduct extends IDataObject {
	ingramPartNumber?: string;
	vendorPartNumber?: string;
	description?: string;
	vendorName?: string;
	upcCode?: string;
}

/** A subscription group: with its plans, or with their number. */
export interface CatalogSubscription extends IDataObject {
	groupName?: string;
	numberOfPlans?: string;
	plans?: IDataObject[];
}

/** The list behind 'Product': a live search of the catalog, page after page as the user scrolls. */
export async function searchProducts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const keyword = typed(filter);
	return await listPage<CatalogSearchAnswer>(
		this,
		{
			method: 'GET',
			path: '/resellers/v6/catalog',
			query: { keyword: keyword === '' ? undefined : [keyword] },
			nothingFound: [404],
		},
		Number(paginationToken ?? 1),
		({ catalog, recordsFound }) => ({
			records: listed(catalog).length,
			recordsFound,
			results: listed(catalog).flatMap(({ ingramPartNumber, vendorName, description }) =>
				ingramPartNumber
					? [
							{
								name: lineOf([ingramPartNumber, vendorName, description]),
								value: ingramPartNumber,
							},
						]
					: [],
			),
		}),
	);
}

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

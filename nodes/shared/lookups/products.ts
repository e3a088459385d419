import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { lineOf, listed, listPage, typed } from './listSearch';

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

import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { CatalogSearchAnswer } from '../../IngramMicroProductCatalog/getMany.operation';
import { lineOf, listed, listPage, typed } from './listSearch';

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

import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { CatalogSearchAnswer } from '../../IngramMicroProductCatalog/getMany.operation';
import { lookUp } from './lookUp';

const PAGE_SIZE = 50;

/** The list behind 'Product': a live search of the catalog, page after page as the user scrolls. */
export async function searchProducts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const page = Number(paginationToken ?? 1);
	const answer = await lookUp<CatalogSearchAnswer>(this, {
		method: 'GET',
		path: '/resellers/v6/catalog',
		query: {
			...(filter !== undefined && filter.trim() !== '' && { keyword: [filter.trim()] }),
			pageNumber: page,
			pageSize: PAGE_SIZE,
		},
		nothingFound: [404],
	});
	const products = answer?.catalog ?? [];
	const total = Number(answer?.recordsFound ?? NaN);
	const ends = products.length === 0 || page * PAGE_SIZE >= total;
	return {
		results: products.flatMap(({ ingramPartNumber, vendorName, description }) =>
			ingramPartNumber
				? [
						{
							name: [ingramPartNumber, vendorName, description]
								.filter((part) => part !== undefined && part !== null && part !== '')
								.join(' – '),
							value: ingramPartNumber,
						},
					]
				: [],
		),
		...(!ends && { paginationToken: String(page + 1) }),
	};
}

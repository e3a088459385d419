import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { type DealSearchAnswer, dealSearch } from '../../IngramMicroDeals/dealSearch';
import { capitalPageAndSize } from '../fields/paging';
import { firstThatFinds, lineOf, listed, type ListPage, typed } from './listSearch';

const shownIn = ({ deals, recordsFound }: DealSearchAnswer): ListPage => ({
	records: listed(deals).length,
	recordsFound,
	results: listed(deals).flatMap(({ dealId, vendor, endUser, dealExpiryDate }) =>
		dealId
			? [
					{
						name: lineOf([
							dealId,
							vendor,
							endUser,
							dealExpiryDate && `until ${dealExpiryDate.slice(0, 10)}`,
						]),
						value: dealId,
					},
				]
			: [],
	),
});

/**
 * The list behind 'Deal': all deals, page after page as the user scrolls, or those with the deal
 * number, the manufacturer or the end user that is typed in.
 */
export async function searchDeals(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const text = typed(filter);
	const queries = text === '' ? [{}] : [{ dealId: text }, { vendor: text }, { endUser: text }];
	return await firstThatFinds<DealSearchAnswer>(
		this,
		queries.map(dealSearch),
		paginationToken,
		shownIn,
		capitalPageAndSize,
	);
}

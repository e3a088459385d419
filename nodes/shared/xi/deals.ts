import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { recordsIn } from '../answer';
import { BadInput } from '../errors';
import { locator, required } from '../fields/field';
import { capitalPageAndSize } from '../fields/paging';
import { allPages } from '../loop/pager';
import type { Steps } from '../operation';
import { firstThatFinds, lineOf, listed, type ListPage, typed } from '../picker';
import type { XiRequest } from '../transport/request';
import { inCapitals, isSameText, plain } from '../comparing';

/** A deal as the search lists it. */
export interface FoundDeal extends IDataObject {
	dealId?: string | null;
	version?: string | null;
	endUser?: string | null;
	vendor?: string | null;
	/** Day and time, `yyyy-MM-ddTHH:mm:ss`. */
	dealExpiryDate?: string | null;
}

/** The answer of a search of deals. */
export interface DealSearchAnswer {
	recordsFound?: number | string | null;
	deals?: FoundDeal[] | null;
}

/**
 * GET /resellers/v6/deals/search. XI documentation: "Search Deals".
 *
 * How it says that nothing was found is in no document: an empty list, or what XI's other searches say.
 */
export const dealSearch = (query: NonNullable<XiRequest['query']>): XiRequest => ({
	method: 'GET',
	path: '/resellers/v6/deals/search',
	query,
	nothingFound: [204, 404],
});

/**
 * Looks up whose deal it is, which XI wants to know and the number does not tell.
 *
 * @returns the vendor; undefined where XI names none
 * @throws BadInput where no vendor has a deal of this number, or several have
 */
export function* vendorOf(dealId: string): Steps<string | undefined> {
	const found = yield* allPages<FoundDeal, DealSearchAnswer>(
		dealSearch({ dealId }),
		capitalPageAndSize,
		(answer) => recordsIn(answer, 'deals', 'list of deals'),
	);
	// No document says whether the search takes a part of a number for the number.
	const same = found.filter((deal) => isSameText(deal.dealId, dealId));
	if (same.length === 0) {
		throw new BadInput(
			`Ingram Micro’s search finds no deal ${dealId}`,
			'Check the number, and that the deal belongs to the customer number and country that are used; or fill in Vendor Name',
		);
	}
	const byName = new Map(same.map(({ vendor }) => [inCapitals(vendor), plain(vendor)] as const));
	byName.delete('');
	const vendors = [...byName.values()];
	if (vendors.length > 1) {
		throw new BadInput(
			`'Vendor Name' is empty, and several manufacturers have a deal ${dealId}: ${vendors.join(', ')}`,
			'Fill in the one that is meant',
		);
	}
	return vendors[0];
}

/** A deal, picked from a live search or named by its number. */
export const requiredDeal = required(
	locator('Deal', {
		search: 'searchDeals',
		listPlaceholder: 'Select a deal...',
		byNumber: { name: 'dealId', displayName: 'By ID', placeholder: 'e.g. 23456789' },
		description:
			'The deal (special bid), picked by its number, manufacturer or end user, or given by its number',
	}),
	'Pick a deal, or give its number',
);

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

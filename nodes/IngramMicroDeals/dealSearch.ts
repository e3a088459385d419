import type { IDataObject } from 'n8n-workflow';

import { allPages } from '../shared/allPages';
import { BadInput } from '../shared/badInput';
import { capitalPageAndSize } from '../shared/fields/paging';
import type { Steps } from '../shared/operation';
import type { XiRequest } from '../shared/transport/request';
import { recordsIn } from '../shared/searchAnswer';

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

const plain = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const inCapitals = (value: unknown): string => plain(value).toUpperCase();

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
	const same = found.filter((deal) => inCapitals(deal.dealId) === inCapitals(dealId));
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

import type { IDataObject } from 'n8n-workflow';

import { recordsIn } from '../answer';
import { inCapitals, isSameText, plain } from '../comparing';
import { BadInput } from '../errors';
import { locator, required } from '../fields/field';
import { capitalPageAndSize } from '../fields/paging';
import { allPages } from '../loop/pager';
import type { Ask } from '../operation';
import { pickerOf } from '../picker';
import { dayShown } from '../pickerLine';
import type { XiCall, XiRequest, XiSearch } from '../transport/request';

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
 * XI documentation: "Search Deals". How it says that nothing was found is in no document: an empty
 * list, or what XI's other searches say.
 */
export const dealSearch: XiSearch<FoundDeal, DealSearchAnswer> = {
	call: { method: 'GET', path: '/resellers/v6/deals/search', nothingFound: [204, 404] },
	paging: capitalPageAndSize,
	page: (answer) => recordsIn(answer, 'deals', 'list of deals'),
};

/** The details of a deal. In XI's own sample the vendor is null. */
export interface DealDetailsAnswer extends IDataObject {
	dealId?: string | null;
	vendor?: string | null;
	products?: IDataObject[] | null;
}

const dealDetails: XiCall = {
	method: 'GET',
	path: '/resellers/v6/deals/{dealId}',
	nothingFound: [404],
};

/** Reads a deal of a manufacturer by its number. XI documentation: "Deal Details". */
export const dealDetailsOf = (dealId: string, vendorName: string | undefined): XiRequest => ({
	...dealDetails,
	pathValues: { dealId },
	query: { vendorName },
});

/**
 * Looks up whose deal it is, which XI wants to know and the number does not tell.
 *
 * @returns the vendor; undefined where XI names none
 * @throws BadInput where no vendor has a deal of this number, or several have
 */
export async function vendorOf(ask: Ask, dealId: string): Promise<string | undefined> {
	const found = await allPages(ask, dealSearch, { query: { dealId } });
	// No document says whether the search takes a part of a number for the number.
	const same = found.filter((deal) => isSameText(deal.dealId, dealId));
	if (same.length === 0) {
		throw new BadInput(
			`Ingram Micro’s search finds no deal ${dealId}`,
			'Check the number, and that the deal belongs to the customer number, country and environment (Production or Sandbox) that are used; or fill in Vendor Name',
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

/** The list behind 'Deal': all deals, or those with the number, the manufacturer or the end user. */
export const searchDeals = pickerOf(
	dealSearch,
	(text) =>
		(text === '' ? [{}] : [{ dealId: text }, { vendor: text }, { endUser: text }]).map((query) => ({
			query,
		})),
	{
		number: ({ dealId }) => dealId,
		line: ({ vendor, endUser, dealExpiryDate, version }) => [
			endUser,
			vendor,
			dealExpiryDate && `until ${dayShown(dealExpiryDate)}`,
			version && `version ${version}`,
		],
	},
);

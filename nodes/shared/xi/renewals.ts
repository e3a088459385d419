import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { unwrapped } from '../answer';
import { locator, required } from '../fields/field';
import { pageAndSize } from '../fields/paging';
import { firstThatFinds, lineOf, listed, type ListPage, typed } from '../picker';
import type { XiRequest } from '../transport/request';

/** A renewal as the search lists it. */
export interface FoundRenewal extends IDataObject {
	renewalId?: number | string | null;
	customerOrderNumber?: string | null;
	/** The number of a notification or of a quote. */
	referenceNumber?: string | null;
	endUser?: string | null;
	vendor?: string | null;
	/** Day and time, `yyyy-MM-ddTHH:mm:ss`. */
	expirationDate?: string | null;
	renewalValue?: number | string | null;
	status?: string | null;
}

interface RenewalList {
	recordsFound?: number | string | null;
	renewals?: FoundRenewal[] | null;
}

/** The answer of a search: in XI's schema an object, in its sample the only entry of a list. */
export type RenewalSearchAnswer = RenewalList | RenewalList[];

/**
 * POST /resellers/v6/renewals/search. XI documentation: "Search Renewals".
 *
 * A search, though it is a POST: it changes nothing and may be repeated. The body goes out as an
 * object, as the schema has it; in XI's sample it is the only entry of a list, as its answers and
 * errors are in theirs. How it says that nothing was found is in no document: an empty list, or what
 * XI's other searches say.
 */
export const renewalSearch = (
	query: NonNullable<XiRequest['query']>,
	body: object = {},
): XiRequest => ({
	method: 'POST',
	path: '/resellers/v6/renewals/search',
	query,
	body,
	nothingFound: [204, 404],
});

/** What was found; undefined where the answer is an empty list. */
export const foundIn = (answer: RenewalSearchAnswer): RenewalList | undefined =>
	unwrapped<RenewalList>(answer);

/** A renewal, picked from a live search or named by its number. */
export const requiredRenewal = required(
	locator('Renewal', {
		format: { pattern: /^\d+$/, words: 'the number of a renewal, e.g. 4239056' },
		search: 'searchRenewals',
		listPlaceholder: 'Select a renewal...',
		byNumber: { name: 'renewalId', displayName: 'By ID', placeholder: 'e.g. 4239056' },
		description:
			'The renewal, picked by end user, manufacturer or order number, or given by its number at Ingram Micro',
	}),
	'Pick a renewal, or give its number',
);

function shownIn(answer: RenewalSearchAnswer): ListPage {
	const { renewals, recordsFound } = foundIn(answer) ?? {};
	return {
		records: listed(renewals).length,
		recordsFound,
		results: listed(renewals).flatMap(({ renewalId, endUser, vendor, expirationDate, status }) =>
			renewalId
				? [
						{
							name: lineOf([
								renewalId,
								endUser,
								vendor,
								expirationDate && `expires ${expirationDate.slice(0, 10)}`,
								status,
							]),
							value: String(renewalId),
						},
					]
				: [],
		),
	};
}

const searchesFor = (text: string): XiRequest[] =>
	text === ''
		? [renewalSearch({})]
		: [
				renewalSearch({}, { endUser: text }),
				renewalSearch({}, { vendor: text }),
				renewalSearch({ customerOrderNumber: text }),
				renewalSearch({ serialNumber: text }),
			];

/**
 * The list behind 'Renewal': all renewals, page after page as the user scrolls, or those of the end
 * user, the manufacturer, your order number or the serial number that is typed in.
 */
export async function searchRenewals(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await firstThatFinds<RenewalSearchAnswer>(
		this,
		searchesFor(typed(filter)),
		paginationToken,
		shownIn,
		pageAndSize,
	);
}

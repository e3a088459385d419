import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { ReturnSearchAnswer } from '../../IngramMicroReturns/returnAnswers';
import { pageAndSize } from '../fields/paging';
import {
	latestFirst,
	lineOf,
	listed,
	firstThatFinds,
	type ListPage,
	type Query,
	typed,
} from './listSearch';

/** What a text may be searched by, the likelier first: XI finds equal texts only. */
export function returnQueriesFor(filter: string): Query[] {
	const text = typed(filter);
	if (text === '') return [{}];
	if (/^CAS-/i.test(text)) return [{ caseRequestNumber: text }, { referenceNumber: text }];
	return [{ referenceNumber: text }, { invoiceNumber: text }, { returnClaimId: text }];
}

const shownIn = ({ returnsClaims, recordsFound }: ReturnSearchAnswer): ListPage => ({
	records: listed(returnsClaims).length,
	recordsFound,
	results: latestFirst(listed(returnsClaims), ({ createdOn }) => createdOn).flatMap(
		({ caseRequestNumber, referenceNumber, createdOn, returnReason, status }) =>
			caseRequestNumber
				? [
						{
							name: lineOf([
								caseRequestNumber,
								referenceNumber,
								createdOn?.slice(0, 10),
								returnReason,
								status,
							]),
							value: caseRequestNumber,
						},
					]
				: [],
	),
});

/**
 * The list behind 'Return Case': the latest returns, page after page as the user scrolls, or those with the
 * case request number, reference number, invoice number or claim ID that is typed in.
 */
export async function searchReturns(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await firstThatFinds<ReturnSearchAnswer>(
		this,
		returnQueriesFor(filter ?? '').map((query) => ({
			method: 'GET',
			path: '/resellers/v6/returns/search',
			query,
			nothingFound: [204, 404],
		})),
		paginationToken,
		shownIn,
		pageAndSize,
	);
}

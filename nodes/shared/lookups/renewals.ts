import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import {
	foundIn,
	renewalSearch,
	type RenewalSearchAnswer,
} from '../../IngramMicroRenewals/renewalSearch';
import { pageAndSize } from '../fields/paging';
import type { XiRequest } from '../transport/request';
import { firstThatFinds, lineOf, listed, type ListPage, typed } from './listSearch';

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

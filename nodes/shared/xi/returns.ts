import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { BadInput } from '../errors';
import { type Field, locator } from '../fields/field';
import { pageAndSize } from '../fields/paging';
import {
	firstThatFinds,
	latestFirst,
	lineOf,
	listed,
	type ListPage,
	type Query,
	typed,
} from '../picker';

/** A return as the search lists it. */
export interface FoundReturn extends IDataObject {
	returnClaimId?: string | null;
	caseRequestNumber?: string | null;
	createdOn?: string | null;
	modifiedOn?: string | null;
	referenceNumber?: string | null;
	returnReason?: string | null;
	estimatedTotalValue?: number | string | null;
	status?: string | null;
}

/** The answer of a search of returns. */
export interface ReturnSearchAnswer {
	recordsFound?: number | string | null;
	returnsClaims?: FoundReturn[] | null;
}

/** A product of a return. */
export interface ReturnedProduct extends IDataObject {
	ingramPartNumber?: string | null;
	vendorPartNumber?: string | null;
	invoiceNumber?: string | null;
	quantity?: number | string | null;
	status?: string | null;
}

/** The answer of return details. Here the claim has another name than in the search. */
export interface ReturnAnswer extends IDataObject {
	rmaClaimId?: string | null;
	caseRequestNumber?: string | null;
	referenceNumber?: string | null;
	products?: ReturnedProduct[] | null;
}

/** A return in the answer to its creation. */
export interface CreatedReturn extends IDataObject {
	rmaClaimId?: string | null;
	caseRequestNumber?: string | null;
	referenceNumber?: string | null;
	ingramPartNumber?: string | null;
	vendorPartNumber?: string | null;
	quantity?: number | string | null;
}

/** The answer to the creation of a return. */
export interface CreateReturnAnswer extends IDataObject {
	returnsClaims?: CreatedReturn[] | null;
}

const returnCase = locator('Return Case', {
	search: 'searchReturns',
	listPlaceholder: 'Select a return...',
	byNumber: {
		name: 'caseRequestNumber',
		// n8n cuts off all but a short name here.
		displayName: 'By No.',
		placeholder: 'e.g. CAS-12345-M4H2Y8-0',
	},
	description:
		'The return, picked from the latest ones, found by your reference number or the invoice number, or given by its case request number',
});

/** A return, picked from a live search or named by its case request number. */
export const requiredReturn: Field<string> = {
	property: { ...returnCase.property, required: true },
	read(value, label, reading) {
		const read = returnCase.read(value, label, reading);
		if (read === undefined) {
			throw new BadInput(`${label} is empty`, 'Pick a return, or give its case request number');
		}
		return read;
	},
};

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

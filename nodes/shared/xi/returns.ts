import type { IDataObject } from 'n8n-workflow';

import { recordsIn } from '../answer';
import { locator, required } from '../fields/field';
import { pageAndSize } from '../fields/paging';
import { pickerOf, type Query } from '../picker';
import { amountShown, dayShown } from '../pickerLine';
import type { XiCall, XiRequest, XiSearch } from '../transport/request';

/** How a return, and its claim, can stand. XI documentation: "Returns Search". */
export const RETURN_STATUSES = [
	{ name: 'Approved', value: 'Approved', description: 'Ingram Micro agrees' },
	{ name: 'Denied', value: 'Denied', description: 'Ingram Micro does not agree' },
	{ name: 'Open', value: 'Open', description: 'Not decided yet' },
	{
		name: 'Partially Approved',
		value: 'Partially Approved',
		description: 'Ingram Micro agrees to a part of it',
	},
	{ name: 'Voided', value: 'Voided', description: 'Taken back before it was decided' },
];

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

/** What XI has to say of no return is in no document; 404 is what its portal says of anything. */
const nothingFound = [204, 404];

/** XI documentation: "Returns Search". */
export const returnSearch: XiSearch<FoundReturn, ReturnSearchAnswer> = {
	call: { method: 'GET', path: '/resellers/v6/returns/search', nothingFound },
	paging: pageAndSize,
	page: (answer) => recordsIn(answer, 'returnsClaims', 'list of returns'),
};

/** XI documentation: "Returns Details". */
const returnDetails: XiCall = {
	method: 'GET',
	path: '/resellers/v6/returns/{caseRequestNumber}',
	nothingFound,
};

/** Reads a return by its number. */
export const detailsOf = (caseRequestNumber: string): XiRequest => ({
	...returnDetails,
	pathValues: { caseRequestNumber },
});

/** A return, picked from a live search or named by its case request number. */
export const requiredReturn = required(
	locator('Return Case', {
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
	}),
	'Pick a return, or give its case request number',
);

/** What a text may be searched by, the likelier first: XI finds equal texts only. */
export function returnQueriesFor(text: string): Query[] {
	if (text === '') return [{}];
	if (/^CAS-/i.test(text)) return [{ caseRequestNumber: text }, { referenceNumber: text }];
	return [{ referenceNumber: text }, { invoiceNumber: text }, { returnClaimId: text }];
}

/**
 * The list behind 'Return Case': the latest returns, or those with the case request number, reference
 * number, invoice number or claim ID.
 */
export const searchReturns = pickerOf(
	returnSearch,
	(text) => returnQueriesFor(text).map((query) => ({ query })),
	{
		number: ({ caseRequestNumber }) => caseRequestNumber,
		line: ({ referenceNumber, createdOn, returnReason, status, estimatedTotalValue }) => [
			referenceNumber,
			dayShown(createdOn),
			status,
			amountShown(estimatedTotalValue),
			returnReason,
		],
		date: ({ createdOn }) => createdOn,
	},
);

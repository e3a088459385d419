import type { IDataObject } from 'n8n-workflow';

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

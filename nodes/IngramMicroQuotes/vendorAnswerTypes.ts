import type { IDataObject } from 'n8n-workflow';

/** A field that a vendor demands, or one of the values that it may have, or what such a value opens. */
export interface VendorAttribute extends IDataObject {
	attributeName?: string | null;
	/** What XI has for it already, an example, or the values to choose from with commas between. */
	attributeValue?: string | null;
	attributeDescription?: string | null;
	attributeHint?: string | null;
	/** A text; in XI's schema, and in none of its samples. */
	attributeRequired?: string | boolean | null;
	choices?: VendorAttribute[] | null;
}

/** A line of a quote with what its vendor demands. */
export interface ValidatedLine extends IDataObject {
	customerLineNumber?: string | number | null;
	ingramPartNumber?: string | null;
	/** A number in XI's schema, a text in its sample. */
	quantity?: number | string | null;
	vmfAdditionalAttributesLines?: VendorAttribute[] | null;
	/** The name that one line of XI's sample has instead. */
	linesVendorMandatoryAttributes?: VendorAttribute[] | null;
}

/** The answer of Validate Quote. */
export interface ValidatedQuote extends IDataObject {
	quoteNumber?: string | null;
	vendorName?: string | null;
	vmfAdditionalAttributes?: VendorAttribute[] | null;
	lines?: ValidatedLine[] | null;
	quoteType?: number | string | null;
	vendorGroupName?: string | null;
	vendorQuoteNumber?: string | null;
	vendorMasterNumber?: string | null;
}

/** What one vendor demands for one of its products. */
export interface VendorDemand extends IDataObject {
	vendorName?: string | null;
	productId?: string | null;
	additionalAttributes?: VendorAttribute[] | null;
}

/** An entry of the answer to a request for vendor required information. */
export interface RequiredInfo extends IDataObject {
	quoteNumber?: string | null;
	ingramPartNumber?: string | null;
	vendorPartNumber?: string | null;
	planId?: string | null;
	planName?: string | null;
	/** What went wrong with this entry, though the call as a whole is a success. */
	responseMessages?: Array<{
		id?: string | null;
		traceId?: string | null;
		type?: string | null;
		message?: string | null;
	}> | null;
	/** Hardware, software and warranties. */
	vmfAdditionalAttributes?: VendorDemand[] | null;
	/** Subscriptions. */
	vriAdditionalAttributes?: VendorDemand[] | null;
}

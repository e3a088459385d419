import type { Attribute } from '../../fields/attributes';

/** A line as it goes out; it may hold more than is named here. */
export interface OrderLine {
	customerLineNumber?: string;
	ingramPartNumber?: string;
	vendorPartNumber?: string;
	/** Looked up before it is sent: XI takes none here. */
	upc?: string;
	customerPartNumber?: string;
	planid?: string;
	quantity: number;
	unitPrice?: number;
	specialBidNumber?: string;
	additionalAttributes?: Attribute[];
	warrantyInfo?: unknown;
}

/** An order as it goes out; it may hold more than is named here. */
export interface OrderBody {
	customerOrderNumber: string;
	quoteNumber?: string;
	specialBidNumber?: string;
	additionalAttributes?: readonly Attribute[];
	lines?: OrderLine[];
}

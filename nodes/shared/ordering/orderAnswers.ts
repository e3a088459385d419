import type { IDataObject } from 'n8n-workflow';

/** A line as order details have it. The older v6 call writes `customerLinenumber`. */
export interface OrderDetailsLine extends IDataObject {
	subOrderNumber?: string | null;
	ingramOrderLineNumber?: string | null;
	customerLineNumber?: string | null;
	customerLinenumber?: string | null;
	lineStatus?: string | null;
	ingramPartNumber?: string | null;
	vendorPartNumber?: string | null;
	unitPrice?: number | null;
	extendedPrice?: number | null;
	quantityOrdered?: number | null;
	quantityConfirmed?: number | null;
	quantityBackOrdered?: number | null;
	lineNotes?: string | null;
	/** XI switches between a list and a single object. */
	shipmentDetails?: IDataObject[] | IDataObject | null;
}

/** The answer of order details, v6.1 and v6. */
export interface OrderDetailsAnswer extends IDataObject {
	ingramOrderNumber?: string | null;
	ingramOrderDate?: string | null;
	customerOrderNumber?: string | null;
	endCustomerOrderNumber?: string | null;
	orderStatus?: string | null;
	orderTotal?: number | null;
	currencyCode?: string | null;
	notes?: string | null;
	lines?: OrderDetailsLine[] | null;
}

/** A part of an order in a search; the last one holds nothing but a link. */
export interface SubOrder extends IDataObject {
	subOrderNumber?: string | null;
	/** A number as text. */
	subOrderTotal?: string | number | null;
	subOrderStatus?: string | null;
}

/** An order as the search lists it. */
export interface FoundOrder extends IDataObject {
	ingramOrderNumber?: string | null;
	ingramOrderDate?: string | null;
	customerOrderNumber?: string | null;
	vendorName?: string | null;
	endUserCompanyName?: string | null;
	/** A number as text. */
	orderTotal?: string | number | null;
	/** OPEN, CLOSED or CANCELLED; how far it is stands in its sub-orders. */
	orderStatus?: string | null;
	subOrders?: SubOrder[] | null;
}

/** The answer of an order search. Its numbers come as text. */
export interface OrderSearchAnswer {
	recordsFound?: number | string | null;
	orders?: FoundOrder[] | null;
}

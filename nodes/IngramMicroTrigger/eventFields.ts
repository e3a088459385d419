import type { IDataObject } from 'n8n-workflow';

import {
	type Entries,
	flag,
	list,
	listOf,
	moment,
	number,
	objectAsSent,
	objectTidied,
	onceEachIn,
	parcels,
	type Read,
	serialNumbers,
	shape,
	status,
	text,
	under,
} from './valueReaders';

/*
 * The clean shape of each kind of event, the same for every way in which XI writes it: every field is
 * there, null where XI left it out; quantities and amounts are numbers; what may come more than once
 * is a list. Links are left out, since XI's point to an older API or to nothing.
 * XI documentation: "Webhooks".
 */

/** The shape of what events are about, for all ways in which XI writes it. */
export interface EventShape<Fields extends object = object> {
	/**
	 * @param sent an entry of the event's resource, as it came
	 * @param envelope what stands around it
	 */
	read(sent: unknown, envelope: Entries): Fields;
	/** Each line of it beside what it belongs to; one without lines is one row as it is. */
	lines(fields: Fields): IDataObject[];
	/**
	 * The field that tells apart what an event is about, where XI may send the event in parts under one
	 * ID; null where it comes whole.
	 */
	readonly partsBy: string | null;
}

/** XI has null for what it does not know; n8n's type of an item has not learnt that of nested shapes. */
const whole = (fields: object): IDataObject[] => [{ ...fields }];

const attribute = shape({ attributeName: text, attributeValue: text });

const address = {
	companyName: text,
	contact: text,
	addressLine1: text,
	addressLine2: text,
	addressLine3: text,
	city: text,
	state: text,
	postalCode: text,
	countryCode: text,
	phoneNumber: text,
	email: text,
};

const shipment = shape({
	shipmentDate: moment,
	shipFromWarehouseId: text,
	warehouseName: text,
	carrierCode: text,
	carrierName: text,
	packageDetails: parcels,
});

const line = shape({
	lineNumber: under(text, 'lineNumber', 'ingramLineNumber'),
	subOrderNumber: text,
	lineStatus: status,
	ingramPartNumber: text,
	vendorPartNumber: text,
	requestedQuantity: number,
	shippedQuantity: number,
	backOrderedQuantity: under(number, 'backOrderedQuantity', 'backOrderQuantity'),
	shipmentDetails: list(shipment),
});

/** Its serial numbers stand in more than one place. */
const orderLine = (value: unknown) => ({
	...line(value),
	serialNumberDetails: serialNumbers(value),
});

/** An order that shipped, was invoiced, is on hold, voided or backordered. */
export const orderStatusResource = shape({
	orderNumber: text,
	customerOrderNumber: under(text, 'customerOrderNumber', 'customerPoNumber'),
	orderEntryTimeStamp: moment,
	lines: list(orderLine),
});
export type OrderStatusResource = Read<typeof orderStatusResource>;

export const ORDER_STATUS: EventShape<OrderStatusResource> = {
	read: (sent) => orderStatusResource(onceEachIn(sent)),
	lines(fields) {
		const { lines, ...head } = fields;
		return lines.length > 0 ? lines.map((line) => ({ ...head, line })) : whole(fields);
	},
	partsBy: null,
};

/** A product whose stock changed. */
export const stockResource = shape({
	ingramPartNumber: text,
	vendorPartNumber: text,
	vendorName: text,
	upcCode: text,
	skuStatus: text,
	backOrderFlag: flag,
	totalAvailability: number,
});
export type StockResource = Read<typeof stockResource>;

export const STOCK: EventShape<StockResource> = {
	read: stockResource,
	lines: whole,
	partsBy: 'ingramPartNumber' satisfies keyof StockResource,
};

const asyncOrderLine = shape({
	lineNumber: under(text, 'ingramLineNumber', 'lineNumber'),
	customerLineNumber: text,
	subOrderNumber: text,
	lineType: text,
	lineStatus: status,
	ingramPartNumber: text,
	vendorPartNumber: text,
	vendorNumber: text,
	globalSkuId: text,
	unitPrice: number,
	extendedUnitPrice: number,
	quantityOrdered: number,
	quantityConfirmed: number,
	quantityBackOrdered: number,
	notes: text,
	shipmentDetails: list(
		shape({
			carrierCode: text,
			carrierName: text,
			shipFromWarehouseId: text,
			shipFromLocation: text,
		}),
	),
	endUserInfo: shape({ endUserId: text, ...address }),
	warrantyInfo: objectTidied,
});

const rejectedLine = shape({
	lineNumber: under(text, 'ingramLineNumber', 'lineNumber'),
	customerLineNumber: text,
	ingramPartNumber: text,
	vendorPartNumber: text,
	quantityOrdered: number,
	rejectCode: text,
	rejectReason: text,
});

const asyncOrder = shape({
	ingramOrderNumber: text,
	ingramOrderDate: moment,
	orderType: text,
	orderTotal: number,
	freightCharges: number,
	totalTax: number,
	currencyCode: text,
	notes: text,
	numberOfLinesWithSuccess: number,
	numberOfLinesWithError: number,
	numberOfLinesWithWarning: number,
	lines: list(asyncOrderLine),
	rejectedLineItems: list(rejectedLine),
	miscellaneousCharges: list(
		shape({
			subOrderNumber: text,
			chargeLineReference: text,
			chargeDescription: text,
			chargeAmount: number,
		}),
	),
});

/**
 * What became of an order that was created asynchronously. How XI tells that one failed is not
 * documented: `message` and `reason` are taken to be as in quotes, and `errors` is handed on as sent.
 */
export const asyncOrderResource = shape({
	customerOrderNumber: under(text, 'customerOrderNumber', 'customerPoNumber'),
	endCustomerOrderNumber: text,
	message: text,
	reason: text,
	errors: list(objectTidied),
	rejectedLineItems: list(rejectedLine),
	billToAddressId: text,
	orderSplit: flag,
	processedPartially: flag,
	purchaseOrderTotal: number,
	resellerInfo: shape(address),
	shipToInfo: shape({ addressId: text, ...address }),
	endUserInfo: shape({ endUserId: text, addressSequenceNumber: text, contactId: text, ...address }),
	orders: list(asyncOrder),
});
export type AsyncOrderResource = Read<typeof asyncOrderResource>;

export const ASYNC_ORDER: EventShape<AsyncOrderResource> = {
	read: (sent) => asyncOrderResource(onceEachIn(sent)),
	lines(fields) {
		const { orders, ...head } = fields;
		const rows = orders.flatMap(({ lines, rejectedLineItems, ...order }): IDataObject[] => {
			const row = (lineRejected: boolean) => (line: object) =>
				({ ...head, order, line, lineRejected }) as IDataObject;
			const all = [...lines.map(row(false)), ...rejectedLineItems.map(row(true))];
			// An order without lines is still an order: it must not be lost from sight.
			return all.length > 0 ? all : [{ ...head, order }];
		});
		return rows.length > 0 ? rows : whole(fields);
	},
	partsBy: null,
};

const quoteProduct = shape({
	quoteProductGuid: text,
	lineNumber: text,
	quantity: number,
	notes: text,
	ean: text,
	coo: text,
	ingramPartNumber: text,
	vendorPartNumber: text,
	description: text,
	weight: number,
	weightUom: text,
	isSuggestionProduct: flag,
	vpnCategory: text,
	quoteProductsSupplierPartAuxiliaryId: text,
	vendorName: text,
	terms: text,
	price: shape({
		quotePrice: number,
		msrp: number,
		extendedMsrp: number,
		extendedQuotePrice: number,
		discountOffList: number,
	}),
});

/** A quote that was created, or could not be: then `message` and `reason` say why. */
export const quoteResource = shape({
	quoteNumber: text,
	quoteGuid: text,
	quoteName: text,
	revision: text,
	status,
	message: text,
	reason: text,
	ingramQuoteDate: moment,
	lastModifiedDate: moment,
	ingramQuoteExpiryDate: moment,
	currencyCode: text,
	specialBidId: text,
	specialBidEffectiveDate: moment,
	specialBidExpirationDate: moment,
	closingReason: text,
	dateClosed: moment,
	customerNeed: text,
	proposedSolution: text,
	introPreamble: text,
	purchaseInstructions: text,
	legalTerms: text,
	resellerInfo: shape({
		contact: text,
		companyName: text,
		email: text,
		phoneNumber: text,
		customerNumber: text,
	}),
	endUserInfo: shape({ ...address, marketSegment: text }),
	products: list(quoteProduct),
	productsCount: number,
	quantityTotal: number,
	extendedMsrpTotal: number,
	extendedQuotePriceTotal: number,
	additionalAttributes: list(attribute),
});
export type QuoteResource = Read<typeof quoteResource> & { rejectedSkus: IDataObject[] };

export const QUOTE: EventShape<QuoteResource> = {
	read: (sent, envelope) => ({
		...quoteResource(onceEachIn(sent)),
		rejectedSkus: listOf(envelope('rejectedSkus')).map((sku) =>
			typeof sku === 'object' ? objectTidied(sku) : { sku: text(sku) },
		),
	}),
	lines(fields) {
		const { products, ...head } = fields;
		return products.length > 0 ? products.map((product) => ({ ...head, product })) : whole(fields);
	},
	partsBy: null,
};

/** What is not known, as it was sent, without names that could do harm. */
export const UNREAD: EventShape<{ resource: IDataObject }> = {
	read: (sent) => ({ resource: objectAsSent(sent) }),
	lines: whole,
	partsBy: null,
};

import type { IDataObject } from 'n8n-workflow';

import {
	day,
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
	shippedDate: under(day, 'shipmentDate', 'shippedDate'),
	warehouseId: under(text, 'shipFromWarehouseId', 'warehouseId'),
	warehouseName: text,
	carrierCode: text,
	carrierName: text,
	packageDetails: parcels,
});

const line = shape({
	ingramLineNumber: under(text, 'lineNumber', 'ingramLineNumber'),
	subOrderNumber: text,
	lineStatus: status,
	ingramPartNumber: text,
	vendorPartNumber: text,
	quantityOrdered: under(number, 'requestedQuantity', 'quantityOrdered'),
	quantityShipped: under(number, 'shippedQuantity', 'quantityShipped'),
	quantityBackOrdered: under(
		number,
		'backOrderedQuantity',
		'backOrderQuantity',
		'quantityBackOrdered',
	),
	shipmentDetails: list(shipment),
});

/** Its serial numbers stand in more than one place. */
const orderLine = (value: unknown) => ({
	...line(value),
	serialNumbers: serialNumbers(value),
});

/** An order that shipped, was invoiced, is on hold, voided or backordered. */
export const orderStatusResource = shape({
	ingramOrderNumber: under(text, 'orderNumber', 'ingramOrderNumber'),
	customerOrderNumber: under(text, 'customerOrderNumber', 'customerPoNumber'),
	ingramOrderDate: under(day, 'orderEntryTimeStamp', 'ingramOrderDate'),
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
	upc: under(text, 'upcCode', 'upc'),
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
	ingramLineNumber: under(text, 'ingramLineNumber', 'lineNumber'),
	customerLineNumber: text,
	subOrderNumber: text,
	lineType: text,
	lineStatus: status,
	ingramPartNumber: text,
	vendorPartNumber: text,
	vendorNumber: text,
	globalSkuId: text,
	unitPrice: number,
	extendedPrice: under(number, 'extendedUnitPrice', 'extendedPrice'),
	quantityOrdered: number,
	quantityConfirmed: number,
	quantityBackOrdered: number,
	notes: text,
	shipmentDetails: list(
		shape({
			carrierCode: text,
			carrierName: text,
			warehouseId: under(text, 'shipFromWarehouseId', 'warehouseId'),
			shipFromLocation: text,
		}),
	),
	endUserInfo: shape({ endUserId: text, ...address }),
	warrantyInfo: objectTidied,
});

const rejectedLine = shape({
	ingramLineNumber: under(text, 'ingramLineNumber', 'lineNumber'),
	customerLineNumber: text,
	ingramPartNumber: text,
	vendorPartNumber: text,
	quantityOrdered: number,
	rejectCode: text,
	rejectReason: text,
});

const asyncOrder = shape({
	ingramOrderNumber: text,
	ingramOrderDate: day,
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
const asyncOrderShape = shape({
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

/** The same, with how many orders it became, so that who acts on one need not look for others first. */
export function asyncOrderResource(sent: unknown) {
	const { orders, ...head } = asyncOrderShape(sent);
	const orderCount = new Set(orders.flatMap((order) => order.ingramOrderNumber ?? [])).size;
	const isSplit = orderCount === 0 ? null : orderCount > 1;
	return { ...head, orderSplit: head.orderSplit ?? isSplit, orderCount, orders };
}
export type AsyncOrderResource = ReturnType<typeof asyncOrderResource>;

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
		unitPrice: under(number, 'quotePrice', 'unitPrice'),
		msrp: number,
		extendedMsrp: number,
		extendedPrice: under(number, 'extendedQuotePrice', 'extendedPrice'),
		discountOffList: number,
	}),
});

/** A quote that was created, or could not be: then `message` and `reason` say why. */
export const quoteResource = shape({
	quoteNumber: text,
	quoteGuid: text,
	quoteName: text,
	revision: text,
	quoteStatus: under(status, 'status', 'quoteStatus'),
	message: text,
	reason: text,
	ingramQuoteDate: day,
	lastModifiedDate: moment,
	ingramQuoteExpiryDate: day,
	currencyCode: text,
	specialBidNumber: under(text, 'specialBidId', 'specialBidNumber'),
	specialBidEffectiveDate: day,
	specialBidExpirationDate: day,
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
	quoteTotal: under(number, 'extendedQuotePriceTotal', 'quoteTotal'),
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

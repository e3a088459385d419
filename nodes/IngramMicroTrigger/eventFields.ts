import { serialNumbersIn, trackingNumbersIn } from '../shared/xi/parcels';
import {
	entriesIn,
	flag,
	list,
	listOf,
	moment,
	number,
	objectTidied,
	type Read,
	type Reader,
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

/*
 * What is packed, in an event about an order. XI documents one tracking number a parcel, and the serial
 * numbers of a line as `serialNumberDetails: [{ serialNumber }]`; it also joins several tracking numbers
 * in one text, and writes serial numbers in other shapes and under other names.
 */

const parcel = shape({ cartonNumber: text, quantityInbox: number, trackingNumber: text });
type Parcel = Read<typeof parcel>;

/** Parcels, one for each tracking number. How many pieces are in which is not told: the first has them. */
const parcels: Reader<Parcel[]> = (value) =>
	listOf(value).flatMap((sent): Parcel[] => {
		const one = parcel(sent);
		const numbers = trackingNumbersIn(sent);
		if (numbers.length === 0) return [{ ...one, trackingNumber: null }];
		return numbers.map((trackingNumber, position) => ({
			...one,
			...(position > 0 && { quantityInbox: null }),
			trackingNumber,
		}));
	});

/** The serial numbers of a line, wherever it has them: in itself, its shipments or their parcels. */
const serialNumbers: Reader<Array<{ serialNumber: string | null }>> = (line) => {
	const shipments = listOf(entriesIn(line)('shipmentDetails'));
	const packed = shipments.flatMap((shipment) => listOf(entriesIn(shipment)('packageDetails')));
	return serialNumbersIn([line, ...shipments, ...packed].map((part) => serialNumbersIn(part))).map(
		(serialNumber) => ({ serialNumber }),
	);
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
export type QuoteResource = Read<typeof quoteResource>;

import type { IDataObject } from 'n8n-workflow';

import { listIn } from '../../errors';
import { numberOrText } from '../../amounts';
import {
	at,
	countOf,
	hasNone,
	listedIn,
	numberAt,
	type Output,
	type OutputField,
	type Simplified,
	withoutRepeats,
} from '../../output';
import { recordsOf } from '../../records';
import { warningsIn } from '../../transport/warnings';
import { serialNumbersIn, trackingNumbersIn } from '../parcels';
import { deadWordOf } from './order';
import { orderLinesOf, shipmentsApart } from './orderLines';
import { MISSING } from './orderAnswer';

/*
 * Rows come in kinds: an order as XI gives it, the order with one of its parts beside it, in `line`,
 * `subOrder` or `parcel`, or the order of which there are none (see oneEach). Simplified has the columns that fit the kind.
 */
const isParcel = (record: IDataObject) => 'parcel' in record;
const isSubOrder = (record: IDataObject) => 'subOrder' in record;
const isLine = (record: IDataObject) => 'line' in record && !isParcel(record);
const isLineOrParcel = (record: IDataObject) => 'line' in record;
const isWhole = (record: IDataObject) => !isSubOrder(record) && !isLineOrParcel(record);
const isWholeOrLine = (record: IDataObject) => isWhole(record) || isLine(record);

/** A part of an order that is not there yet must not be bought again as one that was rejected. */
const NOT_SEEN =
	'Lines marked MISSING are not in the order that was found. Search for the PO before you order them again: Ingram Micro may have made another order of them';

const rejectedLines = (record: IDataObject): IDataObject[] =>
	recordsOf('line' in record ? record.line : record.rejectedLineItems);

/** A dead order beside one that is alive is no failure, but must not look like one that was taken. */
function deadSaid(record: IDataObject): string[] {
	const word = isWhole(record) ? deadWordOf(record) : undefined;
	return word === undefined ? [] : [`Nothing comes of this order: its status is "${word}"`];
}

/** What there is to say of an order beside its fields. */
const warningsOf = (record: IDataObject): string[] => [
	...warningsIn(record),
	...(rejectedLines(record).some(({ rejectCode }) => rejectCode === MISSING) ? [NOT_SEEN] : []),
	...deadSaid(record),
];
/** There is something to say, so that another column makes room for it among the ten of Simplified. */
const isWarned = (record: IDataObject) => warningsOf(record).length > 0;
const isRejected = (record: IDataObject) => at(record, 'line.lineRejected') === true;

/** Split orders have their codes glued together ("USD USD", "20-RFKKT : USD"). */
const currency = (simplified: Simplified) => ({
	name: 'Currency',
	simplified,
	value: ({ currencyCode }: IDataObject) =>
		typeof currencyCode === 'string'
			? (/[A-Za-z]{3}\s*$/.exec(currencyCode)?.[0].trim() ?? currencyCode)
			: currencyCode,
});

/** What a search of orders can return: orders, or their parts. */
export const orderSearchOutput = {
	ingramOrderNumber: { name: 'Ingram Order Number', simplified: true },
	customerOrderNumber: { name: 'Customer Order Number', simplified: true },
	ingramOrderDate: { name: 'Order Date', simplified: true },
	orderStatus: { name: 'Order Status', simplified: true },
	orderTotal: numberAt('Order Total', 'orderTotal', isWhole),
	vendorName: { name: 'Vendor Name', simplified: true },
	endUserCompanyName: { name: 'End User Company', simplified: true },
	vendorSalesOrderNumber: { name: 'Vendor Sales Order Number', simplified: isWhole },
	subOrders: {
		name: 'Sub-Orders',
		simplified: (record: IDataObject) => isWhole(record) && !hasNone('subOrder')(record),
		// The last entry holds nothing but a link.
		value: ({ subOrders }: IDataObject) =>
			subOrders === undefined ? undefined : subOrdersIn(subOrders).map(subOrderOf),
	},
	subOrderCount: {
		...countOf('Sub-Order Count', 'subOrder', 'subOrders'),
		value: ({ subOrder, subOrders }: IDataObject) =>
			subOrder === undefined ? subOrdersIn(subOrders).length : undefined,
	},
	subOrderNumber: {
		name: 'Sub-Order Number',
		path: 'subOrder.subOrderNumber',
		simplified: isSubOrder,
	},
	subOrderStatus: {
		name: 'Sub-Order Status',
		path: 'subOrder.subOrderStatus',
		simplified: isSubOrder,
	},
	subOrderTotal: numberAt('Sub-Order Total', 'subOrder.subOrderTotal', isSubOrder),
	links: { name: 'Links' },
} satisfies Output;

const subOrderOf = ({ subOrderNumber, subOrderStatus, subOrderTotal }: IDataObject) => ({
	subOrderNumber: subOrderNumber ?? null,
	subOrderStatus: subOrderStatus ?? null,
	subOrderTotal: numberOrText(subOrderTotal) ?? null,
});

/** The parts of a found order that are parts, each once: XI adds one that holds nothing but a link. */
export const subOrdersIn = (subOrders: unknown): IDataObject[] =>
	withoutRepeats(
		listIn(subOrders as IDataObject[] | null, 'list of sub-orders').filter(
			({ subOrderNumber }) => typeof subOrderNumber === 'string' && subOrderNumber !== '',
		),
	);

/** What lines have, in the answer to a creation as well as in the details. */
const inLine = {
	customerLineNumber: {
		name: 'Customer Line Number',
		simplified: isLine,
		// Rejected lines, and the older version of the details, have a small letter here.
		value: (record: IDataObject) =>
			at(record, 'line.customerLineNumber') ?? at(record, 'line.customerLinenumber'),
	},
	ingramPartNumber: {
		name: 'Line Ingram Part Number',
		path: 'line.ingramPartNumber',
		simplified: isLineOrParcel,
	},
	lineStatus: {
		name: 'Line Status',
		path: 'line.lineStatus',
		simplified: isLineOrParcel,
	},
	quantityConfirmed: numberAt('Line Quantity Confirmed', 'line.quantityConfirmed', isLine),
	quantityBackOrdered: numberAt('Line Quantity Backordered', 'line.quantityBackOrdered', isLine),
	shipmentDetails: { name: 'Line Shipments', path: 'line.shipmentDetails' },
	subOrderNumber: { name: 'Line Sub-Order Number', path: 'line.subOrderNumber' },
	vendorPartNumber: { name: 'Line Vendor Part Number', path: 'line.vendorPartNumber' },
} satisfies Output;

const shipmentsOf = (shipmentDetails: unknown): IDataObject[] | undefined =>
	shipmentDetails === undefined || shipmentDetails === null
		? undefined
		: shipmentsApart(shipmentDetails);

/** The lines of an order, shown as they are where they are no list. */
const linesIn = (order: IDataObject): IDataObject[] | undefined =>
	listedIn(order.lines) && orderLinesOf(order);

/** A line as XI gives it, but with each parcel for itself. */
const withParcelsApart = (line: IDataObject): IDataObject => {
	const shipments = shipmentsOf(line.shipmentDetails);
	return { ...line, ...(shipments && { shipmentDetails: shipments }) };
};

/** What the details of an order can return: the order, its lines, or its parcels. */
export const orderDetailsOutput = {
	ingramOrderNumber: { name: 'Ingram Order Number', simplified: true },
	customerOrderNumber: { name: 'Customer Order Number', simplified: true },
	endCustomerOrderNumber: { name: 'End Customer Order Number', simplified: isWhole },
	ingramOrderDate: { name: 'Order Date', simplified: isWhole },
	orderStatus: { name: 'Order Status', simplified: isWholeOrLine },
	orderTotal: numberAt('Order Total', 'orderTotal', isWhole),
	currencyCode: currency(isWhole),
	notes: { name: 'Notes', simplified: isWhole },
	lines: {
		name: 'Lines',
		simplified: (record: IDataObject) => isWhole(record) && !hasNone('line')(record),
		value: (record: IDataObject) =>
			record.lines && (linesIn(record)?.map(withParcelsApart) ?? record.lines),
	},
	lineCount: {
		...countOf('Line Count', 'line', 'lines', isWhole),
		value: (record: IDataObject) => (isWhole(record) ? linesIn(record)?.length : undefined),
	},
	...inLine,
	shipmentDetails: {
		name: 'Line Shipments',
		value: (record: IDataObject) => shipmentsOf(at(record, 'line.shipmentDetails')),
	},
	quantityOrdered: numberAt('Line Quantity Ordered', 'line.quantityOrdered', isLine),
	unitPrice: numberAt('Line Unit Price', 'line.unitPrice', isLine),
	carrierName: { name: 'Parcel Carrier', path: 'carrier.carrierName', simplified: isParcel },
	shippedDate: {
		name: 'Parcel Shipped On',
		simplified: isParcel,
		value: (record: IDataObject) =>
			at(record, 'carrier.shippedDate') ?? at(record, 'shipment.shippedDate'),
	},
	trackingNumber: {
		name: 'Parcel Tracking Number',
		simplified: isParcel,
		value: (record: IDataObject) => trackingNumbersIn(at(record, 'parcel'))[0],
	},
	quantityInBox: numberAt('Parcel Quantity', 'parcel.quantityInBox', isParcel),
	serialNumbers: {
		name: 'Parcel Serial Numbers',
		simplified: isParcel,
		value: (record: IDataObject) => serialNumbersIn(at(record, 'parcel')),
	},
	invoiceNumber: {
		name: 'Parcel Invoice Number',
		path: 'shipment.invoiceNumber',
		simplified: isParcel,
	},
	additionalAttributes: { name: 'Additional Attributes' },
	billToInfo: { name: 'Bill To' },
	cartonNumber: { name: 'Parcel Carton Number', path: 'parcel.cartonNumber' },
	deliveredDate: { name: 'Parcel Delivered On', path: 'carrier.deliveredDate' },
	deliveryNumber: { name: 'Parcel Delivery Number', path: 'shipment.deliveryNumber' },
	endUserInfo: { name: 'End User' },
	estimatedDates: { name: 'Line Estimated Dates', path: 'line.estimatedDates' },
	estimatedDeliveryDate: {
		name: 'Parcel Estimated Delivery',
		value: (record: IDataObject) =>
			at(record, 'carrier.estimatedDeliveryDate') ?? at(record, 'shipment.estimatedDeliveryDate'),
	},
	extendedPrice: numberAt('Line Extended Price', 'line.extendedPrice'),
	freightCharges: numberAt('Freight Charges', 'freightCharges'),
	ingramLineNumber: { name: 'Ingram Line Number', path: 'line.ingramOrderLineNumber' },
	ingramPurchaseOrderNumber: { name: 'Ingram Purchase Order Number' },
	invoiceDate: { name: 'Parcel Invoice Date', path: 'shipment.invoiceDate' },
	lineNotes: { name: 'Line Notes', path: 'line.lineNotes' },
	miscellaneousCharges: { name: 'Miscellaneous Charges' },
	// Makes room among the ten of Simplified.
	paymentTerms: { name: 'Payment Terms' },
	orderSubTotal: numberAt('Order Subtotal', 'orderSubTotal'),
	orderType: { name: 'Order Type' },
	packageWeight: numberAt('Parcel Weight', 'parcel.packageWeight'),
	partDescription: { name: 'Line Part Description', path: 'line.partDescription' },
	promisedDeliveryDate: {
		name: 'Line Promised Delivery Date',
		path: 'line.promisedDeliveryDate',
	},
	serviceContractInfo: { name: 'Line Service Contract', path: 'line.serviceContractInfo' },
	shipFromLocation: { name: 'Parcel Ship From', path: 'shipment.shipFromLocation' },
	shipToInfo: { name: 'Ship To' },
	specialBidNumber: { name: 'Line Special Bid Number', path: 'line.specialBidNumber' },
	totalFees: numberAt('Total Fees', 'totalFees'),
	totalTax: numberAt('Total Tax', 'totalTax'),
	totalWeight: numberAt('Total Weight', 'totalWeight'),
	trackingUrl: { name: 'Parcel Tracking URL', path: 'parcel.trackingUrl' },
	upcCode: { name: 'Line UPC', path: 'line.upcCode' },
	vendorName: { name: 'Line Vendor Name', path: 'line.vendorName' },
	vendorSalesOrderNumber: { name: 'Vendor Sales Order Number' },
	webOrderId: { name: 'Web Order ID' },
} satisfies Output;

/**
 * What the creation of an order can return: each order that came of it, or its lines. Rows may also
 * come from order details (lookForPo), whose names they then have besides.
 */
export const orderOutput = {
	outcome: { name: 'Outcome', simplified: true },
	customerOrderNumber: { name: 'Customer Order Number', simplified: true },
	ingramOrderNumber: { name: 'Ingram Order Number', simplified: true },
	ingramOrderDate: { name: 'Order Date', simplified: isWhole },
	orderTotal: numberAt('Order Total', 'orderTotal', isWhole),
	currencyCode: currency(isWhole),
	orderSplit: {
		name: 'Order Was Split',
		simplified: (record: IDataObject) => isWhole(record) && !isWarned(record),
	},
	hasRejectedLines: {
		name: 'Has Rejected Lines',
		simplified: isWhole,
		// XI's own counters and flags contradict the list in its samples.
		value: ({ rejectedLineItems }: IDataObject) => recordsOf(rejectedLineItems).length > 0,
	},
	lines: { name: 'Lines', simplified: isWhole },
	rejectedLineItems: { name: 'Rejected Lines', simplified: isWhole },
	warnings: { name: 'Warnings', simplified: isWarned, value: warningsOf },
	...inLine,
	// Of the next two, a line that was taken has the one, and a rejected line the other.
	lineStatus: {
		...inLine.lineStatus,
		simplified: (record: IDataObject) =>
			isLineOrParcel(record) && !(isWarned(record) && isRejected(record)),
	},
	rejectCode: {
		name: 'Line Reject Code',
		path: 'line.rejectCode',
		simplified: (record: IDataObject) =>
			isLine(record) && !(isWarned(record) && !isRejected(record)),
	},
	lineRejected: { name: 'Line Rejected', path: 'line.lineRejected', simplified: isLine },
	rejectReason: { name: 'Line Reject Reason', path: 'line.rejectReason', simplified: isLine },
	additionalAttributes: { name: 'Additional Attributes' },
	billToAddressId: { name: 'Bill To Address ID' },
	endCustomerOrderNumber: { name: 'End Customer Order Number' },
	endUserInfo: { name: 'End User' },
	extendedUnitPrice: numberAt('Line Extended Price', 'line.extendedUnitPrice'),
	freightCharges: numberAt('Freight Charges', 'freightCharges'),
	ingramLineNumber: { name: 'Ingram Line Number', path: 'line.ingramLineNumber' },
	lineNotes: { name: 'Line Notes', path: 'line.notes' },
	links: { name: 'Links' },
	miscellaneousCharges: { name: 'Miscellaneous Charges' },
	notes: { name: 'Notes' },
	orderStatus: { name: 'Order Status' },
	orderType: { name: 'Order Type' },
	processedPartially: { name: 'Processed Partially' },
	purchaseOrderTotal: numberAt('Purchase Order Total', 'purchaseOrderTotal'),
	// Makes room among the ten of Simplified: the status of the line tells it.
	quantityBackOrdered: numberAt('Line Quantity Backordered', 'line.quantityBackOrdered'),
	quantityOrdered: numberAt('Line Quantity Ordered', 'line.quantityOrdered'),
	resellerInfo: { name: 'Reseller' },
	shipToInfo: { name: 'Ship To' },
	specialBidNumber: { name: 'Special Bid Number' },
	totalTax: numberAt('Total Tax', 'totalTax'),
	unitPrice: numberAt('Line Unit Price', 'line.unitPrice'),
} satisfies Output;

/** The answer of an asynchronous order, as against an order that was looked up. */
export const isConfirmation = (record: IDataObject): boolean =>
	'confirmationNumber' in record && !('ingramOrderNumber' in record);

/** An order that is not there yet, or that is and is dead. */
const isOpenOrDead = ({ outcome: word }: IDataObject): boolean =>
	word === 'pending' || word === 'failed';

const unlessConfirmed = ({ simplified = false, ...field }: OutputField): OutputField => ({
	...field,
	simplified: (record) =>
		!isConfirmation(record) && (typeof simplified === 'boolean' ? simplified : simplified(record)),
});

const { outcome, customerOrderNumber, warnings, ...found } = orderOutput;

/** What an asynchronous order can return: XI's confirmation, or the order where it was there already. */
export const asyncOrderOutput: Output = {
	outcome,
	customerOrderNumber,
	confirmationNumber: { name: 'Confirmation Number', simplified: isConfirmation },
	quoteNumber: { name: 'Quote Number', simplified: isConfirmation },
	message: { name: 'Message', simplified: isConfirmation },
	pendingSince: {
		name: 'Pending Since',
		simplified: ({ outcome: word }: IDataObject) => word === 'pending',
	},
	problem: { name: 'Problem', simplified: isOpenOrDead },
	warnings,
	...Object.fromEntries(
		Object.entries<OutputField>(found).map(([key, field]) => [key, unlessConfirmed(field)]),
	),
};

import type { IDataObject } from 'n8n-workflow';

import { at, countOf, hasNone, listedIn, numberAt, type Output } from '../../output';
import { recordsOf } from '../../records';
import { serialNumbersIn, trackingNumbersIn } from '../parcels';
import { trackingUrlOf } from '../trackingUrl';
import { orderLinesOf, shipmentsApart } from './orderLines';
import { currency, inLine, isLine, isParcel, isWhole } from './orderOutput';

const shipmentsOf = (shipmentDetails: unknown): IDataObject[] | undefined =>
	shipmentDetails === undefined || shipmentDetails === null
		? undefined
		: shipmentsApart(shipmentDetails);

/** The tracking numbers of all that was shipped of a line; undefined where nothing was. */
function trackingNumbersOfLine(shipmentDetails: unknown): string[] | undefined {
	const parcels = shipmentsOf(shipmentDetails)
		?.flatMap(({ carrierDetails }) => recordsOf(carrierDetails))
		.flatMap(({ trackingDetails }) => recordsOf(trackingDetails));
	return parcels && trackingNumbersIn(parcels);
}

/** The lines of an order, shown as they are where they are no list. */
const linesIn = (order: IDataObject): IDataObject[] | undefined =>
	listedIn(order.lines) && orderLinesOf(order);

/** What the details of an order can return: the order, its lines, or its parcels. */
export const orderDetailsOutput = {
	ingramOrderNumber: { name: 'Ingram Order Number', simplified: true },
	customerOrderNumber: { name: 'Customer Order Number', simplified: true },
	endCustomerOrderNumber: { name: 'End Customer Order Number', simplified: isWhole },
	ingramOrderDate: { name: 'Order Date', simplified: isWhole },
	// Makes room in a row for a line among the ten of Simplified: the status of the line tells more.
	orderStatus: { name: 'Order Status', simplified: isWhole },
	orderTotal: numberAt('Order Total', 'orderTotal', isWhole),
	currencyCode: currency(isWhole),
	notes: { name: 'Notes', simplified: isWhole },
	lines: {
		name: 'Lines',
		simplified: (record: IDataObject) => isWhole(record) && !hasNone('line')(record),
		entries: {
			as: 'line',
			fields: [
				'ingramLineNumber',
				'customerLineNumber',
				'ingramPartNumber',
				'vendorPartNumber',
				'description',
				'lineStatus',
				'quantityOrdered',
				'quantityConfirmed',
				'quantityBackOrdered',
				'unitPrice',
				'trackingNumbers',
			],
		},
		value: (record: IDataObject) => record.lines && (linesIn(record) ?? record.lines),
	},
	lineCount: {
		...countOf('Line Count', 'line', 'lines', isWhole),
		value: (record: IDataObject) => (isWhole(record) ? linesIn(record)?.length : undefined),
	},
	...inLine,
	ingramLineNumber: {
		name: 'Ingram Line Number',
		path: 'line.ingramOrderLineNumber',
		simplified: isLine,
	},
	// Makes room in a row for a parcel.
	lineStatus: { ...inLine.lineStatus, simplified: isLine },
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
	trackingUrl: {
		name: 'Parcel Tracking URL',
		simplified: isParcel,
		value: (record: IDataObject) =>
			trackingUrlOf(at(record, 'parcel.trackingUrl'), {
				carrier: at(record, 'carrier.carrierName') ?? at(record, 'carrier.carrierCode'),
				number: trackingNumbersIn(at(record, 'parcel'))[0],
			}),
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
	endUserInfo: { name: 'End User Address' },
	estimatedDates: { name: 'Line Estimated Dates', path: 'line.estimatedDates' },
	estimatedDeliveryDate: {
		name: 'Parcel Estimated Delivery',
		value: (record: IDataObject) =>
			at(record, 'carrier.estimatedDeliveryDate') ?? at(record, 'shipment.estimatedDeliveryDate'),
	},
	extendedPrice: numberAt('Line Extended Price', 'line.extendedPrice'),
	freightCharges: numberAt('Freight Charges', 'freightCharges'),
	ingramPurchaseOrderNumber: { name: 'Ingram Purchase Order Number' },
	invoiceDate: { name: 'Parcel Invoice Date', path: 'shipment.invoiceDate' },
	invoiceNumberAsSent: {
		name: 'Parcel Invoice Number as Sent',
		path: 'shipment.invoiceNumber',
	},
	lineNotes: { name: 'Line Notes', path: 'line.lineNotes' },
	miscellaneousCharges: { name: 'Miscellaneous Charges' },
	// Makes room among the ten of Simplified.
	paymentTerms: { name: 'Payment Terms' },
	orderSubTotal: numberAt('Order Subtotal', 'orderSubTotal'),
	orderType: { name: 'Order Type' },
	packageWeight: numberAt('Parcel Weight', 'parcel.packageWeight'),
	description: { name: 'Line Description', path: 'line.partDescription' },
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
	trackingNumbers: {
		name: 'Line Tracking Numbers',
		value: (record: IDataObject) => trackingNumbersOfLine(at(record, 'line.shipmentDetails')),
	},
	upc: { name: 'Line UPC', path: 'line.upcCode' },
	vendorName: { name: 'Line Vendor Name', path: 'line.vendorName' },
	vendorSalesOrderNumber: { name: 'Vendor Sales Order Number' },
	webOrderId: { name: 'Web Order ID' },
} satisfies Output;

import type { IDataObject } from 'n8n-workflow';

import { numberOrText } from '../shared/amounts';
import {
	at,
	countOf,
	hasNone,
	numberAt,
	type Output,
	type OutputField,
	productPriceAt,
} from '../shared/output';
/*
 * A row is an estimate, the estimate with one of its parts beside it: `line`, `shipment`, or
 * `shipment` and `carrier` (see oneEach).
 */
const isCarrier = (record: IDataObject) => 'carrier' in record;
const isShipment = (record: IDataObject) => 'shipment' in record && !isCarrier(record);
const isLine = (record: IDataObject) => 'line' in record;
const isWhole = (record: IDataObject) => !('shipment' in record) && !isLine(record);
const isSent = (record: IDataObject) => 'shipment' in record;
const isWholeOrShipment = (record: IDataObject) => isWhole(record) || isShipment(record);

/** What a carrier has, and a shipment of the carrier that would take it. */
const ofCarrierOrShipment = (name: string, key: string): OutputField => ({
	name,
	simplified: isSent,
	value: (record) => at(record, `${isCarrier(record) ? 'carrier' : 'shipment'}.${key}`),
});

/** What an estimate can return: itself, its lines, its shipments, or the carriers of those. */
export const freightOutput = {
	currencyCode: { name: 'Currency', simplified: true },
	freightCharges: numberAt('Freight Charges', 'totalFreightAmount', isWholeOrShipment),
	totalTax: numberAt('Total Tax', 'totalTaxAmount', isWhole),
	totalFees: numberAt('Total Fees', 'totalFees', isWhole),
	totalNetAmount: numberAt('Total Net Amount', 'totalNetAmount', isWhole),
	grossAmount: numberAt('Gross Amount', 'grossAmount', isWhole),
	shipments: {
		name: 'Shipments',
		path: 'distribution',
		entries: {
			as: 'shipment',
			fields: [
				'warehouseId',
				'carrierCode',
				'carrierName',
				'freightRate',
				'totalWeight',
				'transitDays',
			],
		},
		simplified: (record: IDataObject) => isWhole(record) && !hasNone('shipment')(record),
	},
	shipmentCount: countOf('Shipment Count', 'shipment', 'distribution'),
	lines: {
		name: 'Lines',
		entries: {
			as: 'line',
			fields: [
				'ingramPartNumber',
				'vendorPartNumber',
				'warehouseId',
				'quantity',
				'unitPrice',
				'netAmount',
			],
		},
		simplified: (record: IDataObject) => isWhole(record) && !hasNone('line')(record),
	},
	lineCount: countOf('Line Count', 'line', 'lines'),
	warehouseId: {
		name: 'Warehouse ID',
		simplified: (record: IDataObject) => isSent(record) || isLine(record),
		value: (record: IDataObject) =>
			at(record, 'shipment.shipFromBranchNumber') ?? at(record, 'line.warehouseId'),
	},
	carrierCode: ofCarrierOrShipment('Carrier Code', 'carrierCode'),
	carrierName: ofCarrierOrShipment('Carrier', 'shipVia'),
	freightRate: numberAt('Shipment Freight', 'shipment.freightRate', isShipment),
	totalWeight: numberAt('Shipment Weight', 'shipment.totalWeight', isSent),
	transitDays: {
		name: 'Days in Transit',
		simplified: isSent,
		value: (record: IDataObject) =>
			numberOrText(
				at(record, isCarrier(record) ? 'carrier.daysInTransit' : 'shipment.transitDays'),
			),
	},
	carrierMode: { name: 'Carrier Mode', path: 'carrier.carrierMode', simplified: isCarrier },
	estimatedFreightCharge: numberAt('Carrier Freight', 'carrier.estimatedFreightCharge', isCarrier),
	ingramPartNumber: {
		name: 'Line Ingram Part Number',
		path: 'line.ingramPartNumber',
		simplified: isLine,
	},
	vendorPartNumber: {
		name: 'Line Vendor Part Number',
		path: 'line.vendorPartNumber',
		simplified: isLine,
	},
	quantity: numberAt('Line Quantity', 'line.quantity', isLine),
	unitPrice: productPriceAt('Line Unit Price', 'line.unitPrice', isLine),
	netAmount: numberAt('Line Net Amount', 'line.netAmount', isLine),
} satisfies Output;

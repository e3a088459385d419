import type { IDataObject } from 'n8n-workflow';

import { countOf, hasNone, numberAt, type Output, productPriceAt } from '../shared/output';
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

/** What an estimate can return: itself, its lines, its shipments, or the carriers of those. */
export const freightOutput = {
	currencyCode: { name: 'Currency', simplified: true },
	totalFreightAmount: numberAt('Total Freight', 'totalFreightAmount', isWholeOrShipment),
	totalTaxAmount: numberAt('Total Tax', 'totalTaxAmount', isWhole),
	totalFees: numberAt('Total Fees', 'totalFees', isWhole),
	totalNetAmount: numberAt('Total Net Amount', 'totalNetAmount', isWhole),
	grossAmount: numberAt('Gross Amount', 'grossAmount', isWhole),
	distribution: {
		name: 'Shipments',
		simplified: (record: IDataObject) => isWhole(record) && !hasNone('shipment')(record),
	},
	shipmentCount: countOf('Shipment Count', 'shipment', 'distribution'),
	lines: {
		name: 'Lines',
		simplified: (record: IDataObject) => isWhole(record) && !hasNone('line')(record),
	},
	lineCount: countOf('Line Count', 'line', 'lines'),
	shipFromBranchNumber: {
		name: 'Shipment Warehouse ID',
		path: 'shipment.shipFromBranchNumber',
		simplified: isSent,
	},
	shipmentCarrierCode: {
		name: 'Shipment Carrier Code',
		path: 'shipment.carrierCode',
		simplified: isShipment,
	},
	shipmentShipVia: { name: 'Shipment Carrier', path: 'shipment.shipVia', simplified: isShipment },
	freightRate: numberAt('Shipment Freight', 'shipment.freightRate', isShipment),
	totalWeight: numberAt('Shipment Weight', 'shipment.totalWeight', isSent),
	transitDays: numberAt('Shipment Days in Transit', 'shipment.transitDays', isShipment),
	carrierCode: { name: 'Carrier Code', path: 'carrier.carrierCode', simplified: isCarrier },
	shipVia: { name: 'Carrier', path: 'carrier.shipVia', simplified: isCarrier },
	carrierMode: { name: 'Carrier Mode', path: 'carrier.carrierMode', simplified: isCarrier },
	estimatedFreightCharge: numberAt('Carrier Freight', 'carrier.estimatedFreightCharge', isCarrier),
	daysInTransit: numberAt('Carrier Days in Transit', 'carrier.daysInTransit', isCarrier),
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
	warehouseId: { name: 'Line Warehouse ID', path: 'line.warehouseId', simplified: isLine },
	quantity: numberAt('Line Quantity', 'line.quantity', isLine),
	unitPrice: productPriceAt('Line Unit Price', 'line.unitPrice', isLine),
	netAmount: numberAt('Line Net Amount', 'line.netAmount', isLine),
} satisfies Output;

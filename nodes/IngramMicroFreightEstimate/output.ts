import type { IDataObject } from 'n8n-workflow';

import { at, numberAt, type Output, type OutputField } from '../shared/output';
import { productPriceAt } from '../shared/price';

/*
 * A row is an estimate, or the estimate with one of its parts beside it: `line`, `shipment`, or
 * `shipment` and `carrier` (see oneEach).
 */
const isCarrier = (record: IDataObject) => 'carrier' in record;
const isShipment = (record: IDataObject) => 'shipment' in record && !isCarrier(record);
const isLine = (record: IDataObject) => 'line' in record;
const isWhole = (record: IDataObject) => !('shipment' in record) && !isLine(record);
const isSent = (record: IDataObject) => 'shipment' in record;
const isWholeOrShipment = (record: IDataObject) => isWhole(record) || isShipment(record);

/** XI fills the names of carriers up with blanks. */
const nameAt = (name: string, path: string, simplified: OutputField['simplified']) => ({
	name,
	simplified,
	value: (record: IDataObject) => {
		const value = at(record, path);
		return typeof value === 'string' ? value.trim() : value;
	},
});

/** What an estimate can return: itself, its lines, its shipments, or the carriers of those. */
export const freightOutput = {
	currencyCode: { name: 'Currency', simplified: true },
	totalFreightAmount: numberAt('Total Freight', 'totalFreightAmount', isWholeOrShipment),
	totalTaxAmount: numberAt('Total Tax', 'totalTaxAmount', isWhole),
	totalFees: numberAt('Total Fees', 'totalFees', isWhole),
	totalNetAmount: numberAt('Total Net Amount', 'totalNetAmount', isWhole),
	grossAmount: numberAt('Gross Amount', 'grossAmount', isWhole),
	distribution: { name: 'Shipments', simplified: isWhole },
	lines: { name: 'Lines', simplified: isWhole },
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
	shipmentShipVia: nameAt('Shipment Carrier', 'shipment.shipVia', isShipment),
	freightRate: numberAt('Shipment Freight', 'shipment.freightRate', isShipment),
	totalWeight: numberAt('Shipment Weight', 'shipment.totalWeight', isSent),
	transitDays: numberAt('Shipment Days in Transit', 'shipment.transitDays', isShipment),
	carrierCode: { name: 'Carrier Code', path: 'carrier.carrierCode', simplified: isCarrier },
	shipVia: nameAt('Carrier', 'carrier.shipVia', isCarrier),
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

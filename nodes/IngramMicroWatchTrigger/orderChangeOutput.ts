import type { IDataObject } from 'n8n-workflow';

import { at, numberAt, type Output } from '../shared/output';
import { recordsOf } from '../shared/records';
import type { OrderDetailsLine } from '../shared/xi/orders/order';
import { trackingNumbersIn } from '../shared/xi/parcels';
import { dayOf } from './watchedKind';
import { etaOf } from './etaDiff';
import { carriersOf } from './seenLines';

const isLine = (record: IDataObject) => 'line' in record;
const isWhole = (record: IDataObject) => !isLine(record);

const ofLine = (name: string, path: string) => ({
	name,
	path: `line.${path}`,
	simplified: isLine,
});

/** The line of a row, as far as it has one. */
const lineIn = (record: IDataObject): OrderDetailsLine => (record.line ?? {}) as OrderDetailsLine;

/** The last of what its shipments have under a name. */
const lastOf = (record: IDataObject, name: string): unknown =>
	carriersOf(lineIn(record))
		.flatMap(({ shipment, carriers }) => [shipment[name], ...carriers.map((one) => one[name])])
		.findLast((value) => typeof value === 'string' && value.trim() !== '');

/** What a change of an order tells beside itself: of the line that changed, or of the whole order. */
export const orderChangeOutput = {
	ingramOrderNumber: { name: 'Ingram Order Number', simplified: true },
	customerOrderNumber: { name: 'Customer Order Number', simplified: true },
	endCustomerOrderNumber: { name: 'End Customer Order Number', simplified: true },
	ingramOrderDate: { name: 'Order Date', simplified: isWhole },
	orderStatus: { name: 'Order Status', simplified: true },
	orderTotal: numberAt('Order Total', 'orderTotal', isWhole),
	endUserName: {
		name: 'End User',
		simplified: true,
		value: ({ endUserInfo }: IDataObject) => recordsOf(endUserInfo)[0]?.companyName,
	},
	lineCount: {
		name: 'Line Count',
		simplified: isWhole,
		value: (record: IDataObject) => recordsOf(record.lines).length,
	},
	subOrderNumber: ofLine('Sub-Order Number', 'subOrderNumber'),
	ingramLineNumber: ofLine('Ingram Line Number', 'ingramOrderLineNumber'),
	customerLineNumber: {
		...ofLine('Customer Line Number', 'customerLineNumber'),
		value: (record: IDataObject) =>
			at(record, 'line.customerLineNumber') ?? at(record, 'line.customerLinenumber'),
	},
	ingramPartNumber: ofLine('Ingram Part Number', 'ingramPartNumber'),
	vendorPartNumber: ofLine('Vendor Part Number', 'vendorPartNumber'),
	vendorName: ofLine('Vendor Name', 'vendorName'),
	description: ofLine('Description', 'partDescription'),
	lineStatus: ofLine('Line Status', 'lineStatus'),
	quantityOrdered: numberAt('Quantity Ordered', 'line.quantityOrdered', isLine),
	quantityBackOrdered: numberAt('Quantity Backordered', 'line.quantityBackOrdered', isLine),
	backOrderEta: {
		name: 'Backorder ETA',
		simplified: isLine,
		value: (record: IDataObject) => {
			const day = etaOf(lineIn(record));
			return day === undefined ? undefined : dayOf(day);
		},
	},
	shippedDate: {
		name: 'Shipped On',
		simplified: isLine,
		value: (record: IDataObject) => lastOf(record, 'shippedDate'),
	},
	carrierName: {
		name: 'Carrier',
		simplified: isLine,
		value: (record: IDataObject) => lastOf(record, 'carrierName'),
	},
	trackingNumbers: {
		name: 'Tracking Numbers',
		simplified: isLine,
		value: (record: IDataObject) =>
			trackingNumbersIn(
				carriersOf(lineIn(record)).flatMap(({ carriers }) =>
					carriers.flatMap(({ trackingDetails }) => recordsOf(trackingDetails)),
				),
			),
	},
	invoiceNumber: {
		name: 'Invoice Number',
		simplified: isLine,
		value: (record: IDataObject) => lastOf(record, 'invoiceNumber'),
	},
} satisfies Output;

import type { IDataObject } from 'n8n-workflow';

import { listIn } from '../../errors';
import { numberOrText } from '../../amounts';
import {
	at,
	countOf,
	hasNone,
	numberAt,
	OF_A_WRITE,
	type Output,
	type OutputField,
	type Simplified,
	withoutRepeats,
} from '../../output';
import { recordsOf } from '../../records';
import { warningsIn } from '../../transport/warnings';
import { deadWordOf } from './order';
import { MISSING } from './orderAnswer';

/*
 * Rows come in kinds: an order as XI gives it, the order with one of its parts beside it, in `line`,
 * `subOrder` or `parcel`, or the order of which there are none (see oneEach). Simplified has the columns that fit the kind.
 */
export const isParcel = (record: IDataObject) => 'parcel' in record;
const isSubOrder = (record: IDataObject) => 'subOrder' in record;
export const isLine = (record: IDataObject) => 'line' in record && !isParcel(record);
const isLineOrParcel = (record: IDataObject) => 'line' in record;
export const isWhole = (record: IDataObject) => !isSubOrder(record) && !isLineOrParcel(record);

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
export const isWarned = (record: IDataObject) => warningsOf(record).length > 0;
const isRejected = (record: IDataObject) =>
	at(record, 'line.lineRejected') === true || typeof at(record, 'line.rejectCode') === 'string';

/** Split orders have their codes glued together ("USD USD", "20-RFKKT : USD"). */
export const currency = (simplified: Simplified) => ({
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
	endUserName: { name: 'End User', path: 'endUserCompanyName', simplified: true },
	vendorSalesOrderNumber: { name: 'Vendor Sales Order Number', simplified: isWhole },
	subOrders: {
		name: 'Sub-Orders',
		simplified: (record: IDataObject) => isWhole(record) && !hasNone('subOrder')(record),
		// The last entry holds nothing but a link.
		value: ({ subOrders }: IDataObject) =>
			subOrders === undefined ? undefined : subOrdersIn(subOrders),
		entries: { as: 'subOrder', fields: ['subOrderNumber', 'subOrderStatus', 'subOrderTotal'] },
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

/** The parts of a found order that are parts, each once: XI adds one that holds nothing but a link. */
export const subOrdersIn = (subOrders: unknown): IDataObject[] =>
	withoutRepeats(
		listIn(subOrders as IDataObject[] | null, 'list of sub-orders').filter(
			({ subOrderNumber }) => typeof subOrderNumber === 'string' && subOrderNumber !== '',
		),
	);

/** What lines have, in the answer to a creation as well as in the details. */
export const inLine = {
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

/**
 * What the creation of an order can return: each order that came of it, or its lines. Rows may also
 * come from order details (lookForPo), whose names they then have besides.
 */
export const orderOutput = {
	...OF_A_WRITE,
	customerOrderNumber: { name: 'Customer Order Number', simplified: true },
	ingramOrderNumber: { name: 'Ingram Order Number', simplified: true },
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
	lines: {
		name: 'Lines',
		simplified: isWhole,
		entries: {
			as: 'line',
			fields: [
				'ingramLineNumber',
				'customerLineNumber',
				'ingramPartNumber',
				'vendorPartNumber',
				'lineStatus',
				'quantityOrdered',
				'quantityConfirmed',
				'quantityBackOrdered',
				'unitPrice',
				'extendedPrice',
			],
		},
	},
	rejectedLineItems: {
		name: 'Rejected Lines',
		simplified: isWhole,
		entries: {
			as: 'line',
			fields: [
				'customerLineNumber',
				'ingramPartNumber',
				'vendorPartNumber',
				'quantityOrdered',
				'rejectCode',
				'rejectReason',
			],
		},
	},
	warnings: { name: 'Warnings', simplified: isWarned, value: warningsOf },
	...inLine,
	// Of the next two, a line that was taken has the one, and a rejected line the other.
	quantityConfirmed: {
		...inLine.quantityConfirmed,
		simplified: (record: IDataObject) => isLine(record) && !isRejected(record),
	},
	rejectCode: {
		name: 'Line Reject Code',
		path: 'line.rejectCode',
		simplified: (record: IDataObject) => isLine(record) && isRejected(record),
	},
	// And where there is something to say, of these two.
	lineStatus: {
		...inLine.lineStatus,
		simplified: (record: IDataObject) =>
			isLineOrParcel(record) && !(isWarned(record) && isRejected(record)),
	},
	rejectReason: {
		name: 'Line Reject Reason',
		path: 'line.rejectReason',
		simplified: (record: IDataObject) =>
			isLine(record) && !(isWarned(record) && !isRejected(record)),
	},
	lineRejected: { name: 'Line Rejected', path: 'line.lineRejected', simplified: isLine },
	additionalAttributes: { name: 'Additional Attributes' },
	billToAddressId: { name: 'Bill To Address ID' },
	endCustomerOrderNumber: { name: 'End Customer Order Number' },
	endUserInfo: { name: 'End User Address' },
	extendedPrice: {
		name: 'Line Extended Price',
		value: (record: IDataObject) =>
			numberOrText(at(record, 'line.extendedUnitPrice') ?? at(record, 'line.extendedPrice')),
	},
	freightCharges: numberAt('Freight Charges', 'freightCharges'),
	// Makes room among the ten of Simplified: an order that is made now is of today.
	ingramOrderDate: { name: 'Order Date' },
	ingramLineNumber: {
		name: 'Ingram Line Number',
		value: (record: IDataObject) =>
			at(record, 'line.ingramLineNumber') ?? at(record, 'line.ingramOrderLineNumber'),
	},
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

/** An order that is not there yet. */
const isPending = ({ outcome: word }: IDataObject): boolean => word === 'pending';
/** An order that is there, and dead. */
const isFailed = ({ outcome: word }: IDataObject): boolean => word === 'failed';

/** Columns that make room where nothing comes of an order, since there is more to say then. */
const makesRoom = (key: string, record: IDataObject): boolean =>
	isFailed(record) &&
	(key === 'hasRejectedLines' ||
		key === 'quantityConfirmed' ||
		(key === 'lineStatus' && isRejected(record)) ||
		(key === 'rejectReason' && isWarned(record)));

/** A column of an order, which neither a confirmation nor an order that is not there yet has. */
const ifThere = (key: string, { simplified = false, ...field }: OutputField): OutputField => ({
	...field,
	simplified:
		simplified !== false &&
		((record) =>
			!isConfirmation(record) &&
			!isPending(record) &&
			!makesRoom(key, record) &&
			(simplified === true || simplified(record))),
});

const { outcome, account, customerOrderNumber, warnings, ...found } = orderOutput;

/** What an asynchronous order can return: XI's confirmation, or the order where it was there already. */
export const asyncOrderOutput: Output = {
	outcome,
	account,
	customerOrderNumber,
	confirmationNumber: { name: 'Confirmation Number', simplified: isConfirmation },
	quoteNumber: { name: 'Quote Number', simplified: isConfirmation },
	message: { name: 'Message', simplified: isConfirmation },
	pendingSince: { name: 'Pending Since', simplified: isPending },
	problem: { name: 'Problem', simplified: (record) => isPending(record) || isFailed(record) },
	warnings,
	...Object.fromEntries(
		Object.entries<OutputField>(found).map(([key, field]) => [key, ifThere(key, field)]),
	),
};

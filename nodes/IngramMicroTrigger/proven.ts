import type { IDataObject } from 'n8n-workflow';

import { numberIn } from '../shared/number';
import type { Resource } from './events';
import { entriesIn, listOf } from './reading';
import {
	asyncOrderResource,
	type OrderStatusResource,
	orderStatusResource,
	quoteResource,
	stockResource,
} from './shapes';

/*
 * What Ingram Micro answered, in the shape of the event that led to the question. A signature does not
 * cover what an event says, so in a confirmed item nothing of that may stand where it can be taken for
 * the truth; but an expression such as {{ $json.orderNumber }} must work whether items are confirmed
 * or not. So every field is read again from the answer, and is null where that does not have it.
 */

const within = (value: unknown, name: string): unknown[] => listOf(entriesIn(value)(name));

/** A part that may be missing, as its only entry then. */
const atLeastOne = (list: unknown[]): unknown[] => (list.length > 0 ? list : [{}]);

/** The shipments of a line of order details, each with one carrier. */
const shipmentsIn = (line: unknown): IDataObject[] =>
	within(line, 'shipmentDetails').flatMap((shipment) => {
		const about = entriesIn(shipment);
		return atLeastOne(within(shipment, 'carrierDetails')).map((carrier) => {
			const by = entriesIn(carrier);
			return {
				shipmentDate: about('shippedDate') ?? by('shippedDate'),
				shipFromWarehouseId: about('shipFromWarehouseId'),
				warehouseName: about('shipFromLocation'),
				shipFromLocation: about('shipFromLocation'),
				carrierCode: by('carrierCode'),
				carrierName: by('carrierName'),
				packageDetails: within(carrier, 'trackingDetails'),
			} as IDataObject;
		});
	});

/** How many of a line have left: its details list what waits as well, without a day. */
function shippedOf(line: unknown): number | null {
	const left = within(line, 'shipmentDetails').filter((shipment) =>
		[shipment, ...within(shipment, 'carrierDetails')].some((part) =>
			entriesIn(part)('shippedDate'),
		),
	);
	const quantities = left.map((shipment) => numberIn(entriesIn(shipment)('quantity')));
	return quantities.includes(undefined)
		? null
		: quantities.reduce<number>((sum, quantity) => sum + (quantity ?? 0), 0);
}

/** A line of order details under the names that it has in an event about the order. */
function statusLine(line: unknown): IDataObject {
	const its = entriesIn(line);
	const shipments = shipmentsIn(line).filter(({ shipmentDate }) => shipmentDate);
	return {
		lineNumber: its('ingramOrderLineNumber'),
		subOrderNumber: its('subOrderNumber'),
		lineStatus: its('lineStatus'),
		ingramPartNumber: its('ingramPartNumber'),
		vendorPartNumber: its('vendorPartNumber'),
		requestedQuantity: its('quantityOrdered'),
		shippedQuantity: shippedOf(line),
		backOrderedQuantity: its('quantityBackOrdered'),
		shipmentDetails: shipments,
		serialNumberDetails: shipments.flatMap((shipment) =>
			within(shipment, 'packageDetails').flatMap((parcel) => within(parcel, 'serialNumbers')),
		),
	} as IDataObject;
}

type StatusLine = OrderStatusResource['lines'][number];

/** A line's number without the zeros before it, which XI writes here and leaves out there. */
const bare = (lineNumber: string | null): string | null =>
	lineNumber?.replace(/^0+(?=.)/, '') ?? null;

const isSameLine = (one: StatusLine, named: StatusLine): boolean =>
	named.lineNumber === null
		? named.ingramPartNumber !== null && one.ingramPartNumber === named.ingramPartNumber
		: bare(one.lineNumber) === bare(named.lineNumber);

/** The order, with those of its lines that the event names. */
function statusOrder(details: IDataObject, named: readonly StatusLine[]): OrderStatusResource {
	const its = entriesIn(details);
	const order = orderStatusResource({
		orderNumber: its('ingramOrderNumber'),
		customerOrderNumber: its('customerOrderNumber'),
		orderEntryTimeStamp: its('ingramOrderDate'),
		lines: within(details, 'lines').map(statusLine),
	});
	return {
		...order,
		lines: order.lines.filter((line) => named.some((one) => isSameLine(line, one))),
	};
}

function asyncLine(line: unknown): object {
	const its = entriesIn(line);
	return {
		...(line as object),
		ingramLineNumber: its('ingramOrderLineNumber'),
		extendedUnitPrice: its('extendedPrice'),
		notes: its('lineNotes'),
		shipmentDetails: shipmentsIn(line),
	};
}

/** What became of an asynchronous order: its details, or those of all that it became. */
function asyncOrder(current: IDataObject) {
	const all = 'orders' in current ? within(current, 'orders') : [current];
	const its = entriesIn(all[0]);
	return asyncOrderResource({
		customerOrderNumber: its('customerOrderNumber'),
		endCustomerOrderNumber: its('endCustomerOrderNumber'),
		shipToInfo: its('shipToInfo'),
		endUserInfo: its('endUserInfo'),
		orders: all.map((order) => ({
			...(order as object),
			lines: within(order, 'lines').map(asyncLine),
		})),
	});
}

function product(entry: IDataObject) {
	const its = entriesIn(entry);
	return stockResource({
		ingramPartNumber: its('ingramPartNumber'),
		vendorPartNumber: its('vendorPartNumber'),
		vendorName: its('vendorName'),
		upcCode: its('upc'),
		totalAvailability: entriesIn(its('availability'))('totalAvailability'),
	});
}

/**
 * A resource with nothing left of what its event says, but which kind of event it is and which lines
 * of the order it names.
 *
 * @param current what Ingram Micro answered about it
 */
export function proven(resource: Resource, current: IDataObject): Resource {
	switch (resource.event) {
		case 'orderShipped':
		case 'orderInvoiced':
		case 'orderOnHold':
		case 'orderVoided':
		case 'orderBackordered':
			return { ...resource, fields: statusOrder(current, resource.fields.lines) };
		case 'asyncOrderCreated':
			return { ...resource, fields: asyncOrder(current) };
		case 'quoteCreated':
			return { ...resource, fields: { ...quoteResource(current), rejectedSkus: [] } };
		case 'stockUpdate':
			return { ...resource, fields: product(current) };
		default:
			return resource;
	}
}

import type { IDataObject } from 'n8n-workflow';

import type { OrderDetailsLine } from '../shared/xi/orders/order';
import { orderLinesOf } from '../shared/xi/orders/orderLines';
import type { Resource } from './events';
import { namesOf, shipmentsOf, shippedOf, type StatusLine, toldOf } from './named';
import { entriesIn, listOf } from './values';
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

/** A line of order details under the names that it has in an event about the order. */
function statusLine(line: unknown): IDataObject {
	const its = entriesIn(line);
	return {
		lineNumber: its('ingramOrderLineNumber'),
		subOrderNumber: its('subOrderNumber'),
		lineStatus: its('lineStatus'),
		ingramPartNumber: its('ingramPartNumber'),
		vendorPartNumber: its('vendorPartNumber'),
		requestedQuantity: its('quantityOrdered'),
		shippedQuantity: shippedOf(line),
		backOrderedQuantity: its('quantityBackOrdered'),
	} as IDataObject;
}

/** The lines of order details, each once; XI sends some twice. */
const linesIn = (details: unknown): OrderDetailsLine[] =>
	orderLinesOf({ lines: within(details, 'lines') as OrderDetailsLine[] });

/** The order, with those of its lines and shipments that the event names. */
function statusOrder(
	details: IDataObject,
	named: readonly StatusLine[],
	tellsShipment: boolean,
): OrderStatusResource {
	const its = entriesIn(details);
	const orderWith = (lines: object[]) =>
		orderStatusResource({
			orderNumber: its('ingramOrderNumber'),
			customerOrderNumber: its('customerOrderNumber'),
			orderEntryTimeStamp: its('ingramOrderDate'),
			lines,
		});
	const sent = linesIn(details);
	const all = orderWith(sent.map(statusLine)).lines;
	return orderWith(
		sent.flatMap((line, position) => {
			const names = namesOf(all[position], all, named);
			return names.length > 0
				? [{ ...statusLine(line), ...toldOf(line, names, tellsShipment) }]
				: [];
		}),
	);
}

function asyncLine(line: unknown): object {
	const its = entriesIn(line);
	return {
		...(line as object),
		ingramLineNumber: its('ingramOrderLineNumber'),
		extendedUnitPrice: its('extendedPrice'),
		notes: its('lineNotes'),
		shipmentDetails: shipmentsOf(line),
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
			lines: linesIn(order).map(asyncLine),
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
 * and shipments of the order it names.
 *
 * @param current what Ingram Micro answered about it
 */
export function proven(resource: Resource, current: IDataObject): Resource {
	switch (resource.event) {
		case 'orderShipped':
		case 'orderInvoiced':
			return { ...resource, fields: statusOrder(current, resource.fields.lines, true) };
		case 'orderOnHold':
		case 'orderVoided':
		case 'orderBackordered':
			return { ...resource, fields: statusOrder(current, resource.fields.lines, false) };
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

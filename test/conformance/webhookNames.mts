/*
 * The names of the calls that play test events. The account's headers go out with them as with every
 * call, though they need none.
 */

const within = (path: string, names: readonly string[]): string[] =>
	names.map((name) => `${path}.${name}`);

const ENVELOPE = ['topic', 'event', 'eventTimeStamp', 'eventId'];
const LINK = within('resource[].links[]', ['topic', 'href', 'type']);

export const WEBHOOK_HEADERS = ['targeturl', 'x-hub-signature'];

export const ORDER_EVENT = [
	...ENVELOPE,
	...within('resource[]', [
		'eventType',
		'orderNumber',
		'customerOrderNumber',
		'orderEntryTimeStamp',
	]),
	...within('resource[].lines[]', [
		// With a capital, as in the schema of no other call.
		'LineNumber',
		'subOrderNumber',
		'lineStatus',
		'ingramPartNumber',
		'vendorPartNumber',
		'requestedQuantity',
		'shippedQuantity',
		'backorderedQuantity',
	]),
	...within('resource[].lines[].shipmentDetails[]', [
		'shipmentDate',
		'shipFromWarehouseId',
		'warehouseName',
		'carrierCode',
		'carrierName',
	]),
	...within('resource[].lines[].shipmentDetails[].packageDetails[]', [
		'cartonNumber',
		'quantityInbox',
		'trackingNumber',
	]),
	'resource[].lines[].serialNumberDetails[].serialNumber',
	...LINK,
];

export const STOCK_EVENT = [
	...ENVELOPE,
	...within('resource[]', [
		'eventType',
		'ingramPartNumber',
		'vendorPartNumber',
		'vendorName',
		'upcCode',
		'skuStatus',
		'backOrderFlag',
		'totalAvailability',
	]),
	...LINK,
];

import { type Call, USUAL_HEADERS } from './call.mts';
import { INVOICE_DETAILS_V6, INVOICES } from './invoiceNames.mts';
import { ORDER_CHANGE, ORDER_V6, ORDER_V7 } from './orderNames.mts';
import { DEALS, FREIGHT, RENEWALS } from './otherNames.mts';
import { QUOTE_ORDERS, QUOTES } from './quoteNames.mts';
import { RETURNS } from './returnNames.mts';
import { ORDER_EVENT, STOCK_EVENT, WEBHOOK_HEADERS } from './webhookNames.mts';

export type { Call, CallNames } from './call.mts';

/** What order details take, in either version. */
const ORDER_DETAILS_QUERY = [
	'ingramOrderDate',
	'vendorNumber',
	'simulateStatus',
	'isIml',
	'regionCode',
];

/**
 * Every call of XI's reseller API, with the names that we know for it. Written by hand, so that a
 * slip in a node or in the simulator has something to be held against. HTTP's own headers are left
 * out.
 */
export const CALLS: readonly Call[] = [
	// The token is no call of /resellers, so it is compared with nothing.
	{ number: 1, call: 'POST /oauth/oauth20/token' },
	{
		number: 2,
		call: 'POST /resellers/v6/catalog/priceandavailability',
		names: {
			query: ['includeAvailability', 'includePricing', 'includeProductAttributes'],
			headers: USUAL_HEADERS,
			body: [
				'showAvailableDiscounts',
				'showReserveInventoryDetails',
				'specialBidNumber',
				'availabilityByWarehouse[].availabilityByWarehouseId',
				'availabilityByWarehouse[].availabilityForAllLocation',
				'products[].ingramPartNumber',
				'products[].vendorPartNumber',
				'products[].customerPartNumber',
				'products[].upc',
				'products[].quantityRequested',
				'products[].planID',
				'products[].resourceId',
				'products[].additionalAttributes[].attributeName',
				'products[].additionalAttributes[].attributeValue',
				'additionalAttributes[].attributeName',
				'additionalAttributes[].attributeValue',
			],
		},
	},
	{
		number: 3,
		call: 'GET /resellers/v6/catalog',
		names: {
			query: [
				'pageNumber',
				'pageSize',
				'type',
				'hasDiscounts',
				'vendor',
				'vendorPartNumber',
				'vendorNumber',
				'keyword',
				'category',
				'skipAuthorisation',
				'groupName',
				'planId',
				'planName',
				'showGroupInfo',
			],
			headers: [...USUAL_HEADERS, 'Accept-Language'],
			body: [],
		},
	},
	{
		number: 4,
		call: 'GET /resellers/v6/catalog/details',
		names: {
			query: ['planName', 'planId', 'vendorPartNumber'],
			headers: USUAL_HEADERS,
			body: [],
		},
	},
	{
		number: 5,
		call: 'GET /resellers/v6/catalog/details/{ingramPartNumber}',
		names: { query: [], headers: USUAL_HEADERS, body: [] },
	},
	{
		number: 6,
		call: 'POST /resellers/v6/orders',
		names: { query: [], headers: USUAL_HEADERS, body: ORDER_V6 },
	},
	{
		number: 7,
		call: 'POST /resellers/v7/orders',
		names: { query: [], headers: USUAL_HEADERS, body: ORDER_V7 },
	},
	{
		number: 8,
		call: 'PUT /resellers/v6/orders/{orderNumber}',
		names: {
			query: ['actionCode', 'regionCode'],
			headers: USUAL_HEADERS,
			body: ORDER_CHANGE,
		},
	},
	{
		number: 9,
		call: 'GET /resellers/v6.1/orders/{ordernumber}',
		names: { query: ORDER_DETAILS_QUERY, headers: USUAL_HEADERS, body: [] },
	},
	{
		number: 10,
		call: 'GET /resellers/v6/orders/search',
		names: {
			query: [
				'ingramOrderNumber',
				'orderStatus',
				'orderStatus-in',
				'ingramOrderDate',
				// One hyphen and three underscores: so it is.
				'ingramOrderDate-bt',
				'invoiceDate_bt',
				'shipDate_bt',
				'deliveryDate_bt',
				'customerOrderNumber',
				'endCustomerOrderNumber',
				'ingramPartNumber',
				'vendorPartNumber',
				'serialNumber',
				'trackingNumber',
				'vendorName',
				'specialBidNumber',
				'pageSize',
				'pageNumber',
			],
			headers: USUAL_HEADERS,
			body: [],
		},
	},
	{
		number: 11,
		call: 'DELETE /resellers/v6/orders/{OrderNumber}',
		names: { query: ['regionCode'], headers: USUAL_HEADERS, body: [] },
	},
	...QUOTES,
	...INVOICES,
	...RENEWALS,
	...DEALS,
	...RETURNS,
	FREIGHT,
	{
		number: 26,
		call: 'POST /resellers/v1/webhooks/orderstatusevent',
		names: { query: [], headers: [...USUAL_HEADERS, ...WEBHOOK_HEADERS], body: ORDER_EVENT },
	},
	{
		number: 27,
		call: 'POST /resellers/v1/webhooks/availabilityupdate',
		names: { query: [], headers: [...USUAL_HEADERS, ...WEBHOOK_HEADERS], body: STOCK_EVENT },
	},
	...QUOTE_ORDERS,
	{
		number: 30,
		call: 'GET /resellers/v6/orders/{ordernumber}',
		names: { query: ORDER_DETAILS_QUERY, headers: USUAL_HEADERS, body: [] },
	},
	INVOICE_DETAILS_V6,
];

import { ORDER_CHANGE, ORDER_V6, ORDER_V7 } from './orderNames.mts';

/** Everything of a call that has a name on the wire, but for its path. */
export interface CallNames {
	query: readonly string[];
	headers: readonly string[];
	/** Fields that have no fields of their own, with the way to them: `products[].upc`. */
	body: readonly string[];
}

export interface Call {
	number: number;
	/** Method and route template, as in `GET /resellers/v6/catalog`. */
	call: string;
	/** Left out until an operation of ours makes the call. */
	names?: CallNames;
}

/** What goes out with every call. */
const USUAL_HEADERS = [
	'IM-CustomerNumber',
	'IM-CountryCode',
	'IM-CorrelationID',
	'IM-SenderID',
	'IM-ApplicationID',
];

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
	{ number: 12, call: 'GET /resellers/v6/quotes/search' },
	{ number: 13, call: 'GET /resellers/v6/quotes/{quoteNumber}' },
	{ number: 14, call: 'POST /resellers/v6/quotes/create' },
	{ number: 15, call: 'GET /resellers/v6/q2o/validatequote' },
	{ number: 16, call: 'GET /resellers/v6/invoices' },
	{ number: 17, call: 'GET /resellers/v6.1/invoices/{invoiceNumber}' },
	{
		number: 18,
		call: 'POST /resellers/v6/renewals/search',
		names: {
			query: [
				'customerOrderNumber',
				'ingramPurchaseOrderNumber',
				'serialNumber',
				'page',
				'size',
				'sort',
			],
			headers: USUAL_HEADERS,
			body: [
				// Misspelt: so it is.
				'status.OpporutinyStatus.value',
				'status.OpporutinyStatus.subStatus',
				'dateType.startDate.customStartDate',
				'dateType.startDate.customEndDate',
				'dateType.endDate.customStartDate',
				'dateType.endDate.customEndDate',
				'dateType.invoiceDate.customStartDate',
				'dateType.invoiceDate.customEndDate',
				'dateType.expirationDate.customStartDate',
				'dateType.expirationDate.customEndDate',
				'vendor',
				'endUser',
			],
		},
	},
	{
		number: 19,
		call: 'GET /resellers/v6/renewals/{renewalId}',
		names: { query: [], headers: USUAL_HEADERS, body: [] },
	},
	{
		number: 20,
		call: 'GET /resellers/v6/deals/search',
		names: {
			// Page and Size with capitals: so it is.
			query: ['endUser', 'vendor', 'dealId', 'Size', 'Page'],
			headers: USUAL_HEADERS,
			body: [],
		},
	},
	{
		number: 21,
		call: 'GET /resellers/v6/deals/{dealId}',
		names: { query: ['vendorName'], headers: USUAL_HEADERS, body: [] },
	},
	{ number: 22, call: 'GET /resellers/v6/returns/search' },
	{ number: 23, call: 'GET /resellers/v6/returns/{caseRequestNumber}' },
	{ number: 24, call: 'POST /resellers/v6/returns/create' },
	{
		number: 25,
		call: 'POST /resellers/v6/freightestimate',
		names: {
			query: [],
			headers: [...USUAL_HEADERS, 'IM-CustomerContact'],
			body: [
				'billToAddressId',
				'shipToAddressId',
				'shipToAddress.companyName',
				'shipToAddress.addressLine1',
				'shipToAddress.addressLine2',
				'shipToAddress.addressLine3',
				'shipToAddress.city',
				'shipToAddress.state',
				'shipToAddress.postalCode',
				'shipToAddress.countryCode',
				'lines[].customerLineNumber',
				'lines[].ingramPartNumber',
				'lines[].quantity',
				'lines[].warehouseId',
				'lines[].carrierCode',
			],
		},
	},
	{ number: 26, call: 'POST /resellers/v1/webhooks/orderstatusevent' },
	{ number: 27, call: 'POST /resellers/v1/webhooks/availabilityupdate' },
	{ number: 28, call: 'POST /resellers/v7/vendorrequiredinfo' },
	{ number: 29, call: 'POST /resellers/v6/q2o/orders' },
	{
		number: 30,
		call: 'GET /resellers/v6/orders/{ordernumber}',
		names: { query: ORDER_DETAILS_QUERY, headers: USUAL_HEADERS, body: [] },
	},
	{ number: 31, call: 'GET /resellers/v6/invoices/{invoicenumber}' },
];

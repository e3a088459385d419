import { type Call, HEADERS_WITH_CONTACT, USUAL_HEADERS, within } from './call.mts';

const WINDOW = ['customStartDate', 'customEndDate'];

/** The names of renewals. */
export const RENEWALS: readonly Call[] = [
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
				// Misspelt by XI.
				...within('status.OpporutinyStatus', ['value', 'subStatus']),
				...within('dateType.startDate', WINDOW),
				...within('dateType.endDate', WINDOW),
				...within('dateType.invoiceDate', WINDOW),
				...within('dateType.expirationDate', WINDOW),
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
];

/** The names of deals. */
export const DEALS: readonly Call[] = [
	{
		number: 20,
		call: 'GET /resellers/v6/deals/search',
		// Only here paging has capitals.
		names: {
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
];

/** The names of the freight estimate. */
export const FREIGHT: Call = {
	number: 25,
	call: 'POST /resellers/v6/freightestimate',
	names: {
		query: [],
		headers: HEADERS_WITH_CONTACT,
		body: [
			'billToAddressId',
			'shipToAddressId',
			...within('shipToAddress', [
				'companyName',
				'addressLine1',
				'addressLine2',
				'addressLine3',
				'city',
				'state',
				'postalCode',
				'countryCode',
			]),
			...within('lines[]', [
				'customerLineNumber',
				'ingramPartNumber',
				'quantity',
				'warehouseId',
				'carrierCode',
			]),
		],
	},
};

import { type Call, HEADERS_WITH_CONTACT, USUAL_HEADERS, within } from './call.mts';

/** The names of returns. */
export const RETURNS: readonly Call[] = [
	{
		number: 22,
		call: 'GET /resellers/v6/returns/search',
		names: {
			query: [
				'caseRequestNumber',
				'invoiceNumber',
				'returnClaimId',
				'referenceNumber',
				'ingramPartNumber',
				'vendorPartNumber',
				'returnStatus-in',
				'claimStatus-in',
				'createdOn-bt',
				'modifiedOn-bt',
				'returnReason-in',
				'page',
				'size',
				'sort',
				'sortingColumnName',
			],
			headers: USUAL_HEADERS,
			body: [],
		},
	},
	{
		number: 23,
		call: 'GET /resellers/v6/returns/{caseRequestNumber}',
		names: { query: [], headers: USUAL_HEADERS, body: [] },
	},
	{
		number: 24,
		call: 'POST /resellers/v6/returns/create',
		names: {
			query: [],
			headers: HEADERS_WITH_CONTACT,
			body: [
				...within('list[]', [
					'invoiceNumber',
					'invoiceDate',
					'customerOrderNumber',
					'ingramPartNumber',
					'vendorPartNumber',
					'serialNumber',
					'quantity',
					'primaryReason',
					'secondaryReason',
					'notes',
					'referenceNumber',
					'billToAddressId',
					'numberOfBoxes',
				]),
				...within('list[].shipFromInfo', [
					'companyName',
					'contact',
					'addressLine1',
					'addressLine2',
					'addressLine3',
					'city',
					'state',
					'postalCode',
					'countryCode',
					'email',
					'phoneNumber',
				]),
			],
		},
	},
];

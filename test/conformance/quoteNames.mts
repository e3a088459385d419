import { ATTRIBUTE, type Call, HEADERS_WITH_CONTACT, USUAL_HEADERS, within } from './call.mts';

const PLACE = ['city', 'state', 'postalCode', 'countryCode', 'email'];
const STREET = ['companyName', 'contact', 'addressLine1', 'addressLine2'];
const DESCRIBED = [...ATTRIBUTE, 'attributeDescription'];

/** The names of quotes. */
export const QUOTES: readonly Call[] = [
	{
		number: 12,
		call: 'GET /resellers/v6/quotes/search',
		names: {
			query: [
				'quoteNumber',
				'specialBidNumber',
				'endUserContact',
				'sortingOrder',
				'sortBy',
				'pageSize',
				'pageNumber',
				'vendorName',
				'quoteName',
				'status',
				'quoteCreateDate-bt',
			],
			headers: HEADERS_WITH_CONTACT,
			body: [],
		},
	},
	{
		number: 13,
		call: 'GET /resellers/v6/quotes/{quoteNumber}',
		names: { query: [], headers: USUAL_HEADERS, body: [] },
	},
	{
		number: 14,
		call: 'POST /resellers/v6/quotes/create',
		names: {
			query: [],
			headers: HEADERS_WITH_CONTACT,
			body: [
				'quoteName',
				// In the schema's spelling; the samples have firstName, lastName and customercontact.
				'firstname',
				'lastname',
				'CustomerContact',
				'quoteExpiryDate',
				'customerNeed',
				...within('endUserInfo', [...STREET, ...PLACE, 'phoneNumber']),
				'dealId',
				'pricingType',
				'sendQuoteCopy',
				...within('products[]', [
					'customerLineNumber',
					'ingramPartNumber',
					'vendorPartNumber',
					'quantity',
					'specialBid',
					'lineLevelNotes',
					'pricingType',
				]),
			],
		},
	},
	{
		number: 15,
		call: 'GET /resellers/v6/q2o/validatequote',
		names: { query: ['quoteNumber'], headers: USUAL_HEADERS, body: [] },
	},
];

/** The names of what comes before a quote's order, and of its legacy order. */
export const QUOTE_ORDERS: readonly Call[] = [
	{
		number: 28,
		call: 'POST /resellers/v7/vendorrequiredinfo',
		names: {
			query: [],
			headers: USUAL_HEADERS,
			body: [
				'quoteNumber',
				...within('products[]', ['ingramPartNumber', 'vendorPartNumber', 'planID']),
			],
		},
	},
	{
		number: 29,
		call: 'POST /resellers/v6/q2o/orders',
		names: {
			query: [],
			headers: USUAL_HEADERS,
			body: [
				'quoteNumber',
				'customerOrderNumber',
				// So it is called in this call only.
				'enduserOrderNumber',
				'billToAddressId',
				// It has a third address line, which the present call and so the form do not have.
				...within('endUserInfo', [...STREET, ...PLACE, 'phoneNumber']),
				...within('shipToInfo', ['addressId', ...STREET, ...PLACE]),
				...within('additionalAttributes[]', ATTRIBUTE),
				// With a small a, and so in the schema only; the lines have a big one.
				...within('vmfadditionalAttributes[]', DESCRIBED),
				...within('lines[]', ['customerLineNumber', 'ingramPartNumber', 'quantity']),
				...within('lines[].vmfAdditionalAttributesLines[]', DESCRIBED),
			],
		},
	},
];

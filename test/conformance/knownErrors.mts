import { callKey } from './document.mts';
import type { RequestParts } from './requestOf.mts';

/** Something that the document says and that we know better. */
export interface KnownError {
	/** The call, as in `GET /resellers/v6/catalog`. */
	call: string;
	/** What the document says. */
	error: string;
	/** Why that is wrong. */
	evidence: string;
	/** The problems that come of it. */
	explains: RegExp;
	/** A right request that the document, for this error alone, calls wrong. */
	example: RequestParts;
	/** The document's names that are therefore never sent, as in `query planID`. */
	neverSent?: readonly string[];
}

const SEARCH = 'GET /resellers/v6/catalog';
const ORDER_V6 = 'POST /resellers/v6/orders';
const ORDER_V7 = 'POST /resellers/v7/orders';

const PLAYED_EVENTS = [
	'POST /resellers/v1/webhooks/orderstatusevent',
	'POST /resellers/v1/webhooks/availabilityupdate',
];

const orderOf = (line: object, rest: object = {}): RequestParts => ({
	body: { customerOrderNumber: 'PO-1', lines: [{ quantity: 1, ...line }], ...rest },
});

const DF4128 = { ingramPartNumber: 'DF4128' };

const FREIGHT = 'POST /resellers/v6/freightestimate';
const CREATE_RETURN = 'POST /resellers/v6/returns/create';
const DEAL = 'GET /resellers/v6/deals/{dealId}';

const PLACE = [
	'companyName',
	'addressLine1',
	'addressLine2',
	'addressLine3',
	'city',
	'state',
	'postalCode',
	'countryCode',
];
const PLACE_OF_RETURN = [...PLACE, 'contact', 'email', 'phoneNumber'];

/** What comes of a list where XI takes one object: that one, and the names of its fields. */
const listForObject = (path: string, fields: readonly string[]): RegExp =>
	new RegExp(`^body ${path}(: must be array, is \\{|\\.(${fields.join('|')}): unknown$)`);

/** Calls of every kind: what is true of a header is true of them all. */
const EXAMPLES: Record<string, RequestParts> = {
	[SEARCH]: {},
	'GET /resellers/v6/orders/search': {},
	[ORDER_V6]: orderOf(DF4128),
};

export const KNOWN_ERRORS: readonly KnownError[] = [
	...Object.entries(EXAMPLES).map(
		([call, example]): KnownError => ({
			call,
			error: 'A customer number has at most 10 characters.',
			evidence:
				'Programs that resellers run in production send numbers of up to 13 characters, with a suffix ' +
				'behind the form that the portal describes.',
			explains: /^header IM-CustomerNumber: must NOT have more than 10 characters, is "/,
			example: { ...example, headers: { 'im-customernumber': '20-222222-001' } },
		}),
	),
	{
		call: SEARCH,
		error: 'The query parameter is planID.',
		evidence:
			"The links in XI's own answers, in the document's samples of this call, have planId=; so does " +
			'the developer portal, and so does the sister call for product details in the document itself.',
		explains: /^query planId: unknown/,
		example: { query: [['planId', '438323']] },
		neverSent: ['query planID'],
	},
	{
		call: SEARCH,
		error: 'There is no query parameter planName.',
		evidence: "The developer portal lists it among this call's parameters.",
		explains: /^query planName: unknown/,
		example: { query: [['planName', 'Office 365 E5']] },
	},
	{
		call: SEARCH,
		error: 'The type IM::subscription does not exist.',
		evidence:
			"The page links in XI's own answers, in the document's samples of this call, have " +
			'type=IM::subscription, and the developer portal lists it.',
		explains: /^query type: must be equal to one of .*, is "IM::subscription"$/,
		example: { query: [['type', 'IM::subscription']] },
	},
	{
		call: 'POST /resellers/v6/catalog/priceandavailability',
		error: 'A product has no resourceId.',
		evidence:
			"The developer portal's sample of this call asks for a cloud product by vendorPartNumber, planID and " +
			"resourceId together, and the document's own answer of this call names the resources of a plan.",
		explains: /^body products\[\d+\]\.resourceId: unknown$/,
		example: {
			query: [
				['includeAvailability', 'true'],
				['includePricing', 'true'],
			],
			body: {
				products: [{ vendorPartNumber: '65324819CA', planID: '459468', resourceId: '15613396' }],
			},
		},
	},
	{
		call: 'GET /resellers/v6/catalog/details/{ingramPartNumber}',
		error: 'A part number has at most 6 characters.',
		evidence:
			"The document's own samples have part numbers of 7 digits, and the lines of its orders take " +
			'18 characters.',
		explains: /^path ingramPartNumber: must NOT have more than 6 characters, is ".{7,18}"$/,
		example: { pathValues: ['5348387'] },
	},
	...[ORDER_V6, ORDER_V7].map(
		(call): KnownError => ({
			call,
			error: 'shipComplete has one character.',
			evidence:
				"The document's own words for this field name the value true beside its codes of one letter, " +
				'and its sample of a v6 order that ships complete sends it.',
			explains: /^body shipmentDetails\.shipComplete: must NOT have more than 1 .*, is "true"$/,
			example: orderOf(DF4128, { shipmentDetails: { shipComplete: 'true' } }),
		}),
	),
	{
		call: ORDER_V6,
		error: "The reseller's phone number is a whole number.",
		evidence:
			'Phone numbers have zeros and signs in front. All other address blocks of the call have text, and v7 ' +
			'refuses anything else.',
		explains: /^body resellerInfo\.phoneNumber: must be integer, is "/,
		example: orderOf(DF4128, { resellerInfo: { phoneNumber: '6105400202' } }),
	},
	{
		call: ORDER_V6,
		error: "The phone number of a line's end user is a number.",
		evidence: "The document's own sample of a warranty order sends text.",
		explains: /^body lines\[\d+\]\.endUserInfo\[\d+\]\.phoneNumber: must be number, is "/,
		example: orderOf({ ...DF4128, endUserInfo: [{ phoneNumber: '78776777771' }] }),
	},
	{
		call: ORDER_V6,
		error: 'A line has no customerPartNumber.',
		evidence: "The document's own sample for SAP countries names the product by nothing else.",
		explains: /^body lines\[\d+\]\.customerPartNumber: unknown$/,
		example: orderOf({ customerPartNumber: '90NB0GI4-M03110' }),
	},
	{
		call: ORDER_V6,
		error: 'A line has no vendorPartNumber.',
		evidence:
			"Public counts of orders of this call that Ingram Micro's production took have it in most lines, " +
			'and more often than ingramPartNumber; the rejected lines of the answer name it, and v7 takes it.',
		explains: /^body lines\[\d+\]\.vendorPartNumber: unknown$/,
		example: orderOf({ vendorPartNumber: 'E2016HV' }),
	},
	{
		call: ORDER_V6,
		error: "A line's end user has no addressSequenceNumber and no contactId.",
		evidence: "The document's own sample of a warranty order sends both.",
		explains: /^body lines\[\d+\]\.endUserInfo\[\d+\]\.(addressSequenceNumber|contactId): unknown$/,
		example: orderOf({
			...DF4128,
			endUserInfo: [{ addressSequenceNumber: '1', contactId: '1' }],
		}),
	},
	{
		call: FREIGHT,
		error: 'shipToAddress is a list.',
		evidence:
			"The document's own sample has one object, and so has the schema of the newer edition, where " +
			'this was mended.',
		explains: listForObject('shipToAddress', PLACE),
		example: {
			headers: { 'im-customercontact': 'buyer@example.com' },
			body: { shipToAddress: { city: 'Irvine' }, lines: [] },
		},
		neverSent: PLACE.map((field) => `body shipToAddress[].${field}`),
	},
	{
		call: CREATE_RETURN,
		error: 'shipFromInfo is a list.',
		evidence:
			"The document's own samples have one object, as the developer portal's have. It is the slip " +
			'of the freight estimate, which was mended there only.',
		explains: listForObject('list\\[\\d+\\]\\.shipFromInfo', PLACE_OF_RETURN),
		example: {
			body: {
				list: [
					{
						invoiceNumber: '40-NFERG-11',
						invoiceDate: '2026-01-31',
						quantity: 1,
						primaryReason: 'Defective',
						secondaryReason: 'Defective',
						numberOfBoxes: 1,
						shipFromInfo: { city: 'Irvine' },
					},
				],
			},
		},
		neverSent: PLACE_OF_RETURN.map((field) => `body list[].shipFromInfo[].${field}`),
	},
	{
		call: CREATE_RETURN,
		error: 'Every place has a state, a postal code and a city.',
		evidence:
			'Many countries have no states in their addresses, and XI documents the state of an end user as ' +
			'optional in Europe, the Middle East and Africa; its sample of Singapore fills the gap with SG. ' +
			'Others have no postal codes, and orders of Peru are taken without.',
		explains: /^body list\[\d+\]\.shipFromInfo(\[\d+\])?\.(state|postalCode|city): missing$/,
		// A list, which is the error above, since the document looks into nothing else.
		example: {
			body: {
				list: [
					{
						invoiceNumber: '40-NFERG-11',
						invoiceDate: '2026-01-31',
						quantity: 1,
						primaryReason: 'Defective',
						secondaryReason: 'Defective',
						numberOfBoxes: 1,
						shipFromInfo: [
							{
								companyName: 'Example B.V.',
								contact: 'Jan Example',
								addressLine1: 'Voorbeeldstraat 1',
								city: 'Utrecht',
								postalCode: '3511 AA',
								countryCode: 'NL',
								email: 'jan@example.com',
							},
						],
					},
				],
			},
		},
	},
	{
		call: DEAL,
		error: 'There is no query parameter vendorName.',
		evidence:
			'The newer edition requires it, and the link to a deal in its sample of a search carries it.',
		explains: /^query vendorName: unknown/,
		example: { query: [['vendorName', 'Cisco']] },
	},
	...PLAYED_EVENTS.map(
		(call): KnownError => ({
			call,
			error: 'The body must have a customerOrderNumber beside topic and event.',
			evidence:
				'The schema requires it without having it among its properties, and the document’s own samples ' +
				'of the call do not send it.',
			explains: /^body customerOrderNumber: missing$/,
			example: {
				headers: { targeturl: 'https://n8n.example/webhook/1', 'x-hub-signature': 'signature' },
				body: { topic: 'resellers/orders', eventId: 'N01CIB9VVFYKR9J6ZW', resource: [] },
			},
		}),
	),
];

/** Names of the document that nothing of ours sends, although a request with them would be right. */
export const LEFT_OUT: readonly { call: string; name: string; evidence: string }[] = [
	{
		call: 'GET /resellers/v6/quotes/search',
		name: 'query ingramOrderDate-bt',
		evidence:
			'Quotes have no order date, and the developer portal does not know the parameter; it slipped ' +
			'in from the search of orders. quoteCreateDate-bt is the one of quotes.',
	},
];

/** Headers that go out with every call, whether or not the document lists them for it. */
export const SENT_EVERYWHERE: readonly { name: string; evidence: string }[] = [
	...['IM-CustomerNumber', 'IM-CountryCode', 'IM-CorrelationID'].map((name) => ({
		name,
		evidence:
			'The document requires it for every call but test events, for which it lists no header of the ' +
			'account; the gateway hands headers on that a call does not use, and a call without a ' +
			'correlation ID could not be asked about.',
	})),
	{
		name: 'IM-SenderID',
		evidence:
			"The portal's page on requests wants it on every call; the document leaves it out of " +
			'invoices, deal details and test events only.',
	},
	{
		name: 'IM-ApplicationID',
		evidence:
			'It is the sender under another name, which invoices and deal details require. For deal ' +
			'details the portal has IM-SenderID where the document has this one, so both are sent ' +
			'everywhere.',
	},
	{
		name: 'IM-CustomerContact',
		evidence:
			'Goes out with calls that need it, and with any other only when a person sets it for that ' +
			'node; the gateway hands headers on that a call does not use. The developer portal requires ' +
			'it to create a return, where the document leaves it out.',
	},
];

/** Calls of ours that no edition has. */
export const CALLS_WITHOUT_DOCUMENT: readonly { call: string; evidence: string }[] = [
	{
		call: 'POST /resellers/v6/q2o/orders',
		evidence:
			'Withdrawn: the document had it until April 2024, and the list of calls in the README of its ' +
			'repository until June 2024. POST /resellers/v7/orders with a quoteNumber took its place.',
	},
	{
		call: 'GET /resellers/v6/orders/{ordernumber}',
		evidence:
			'The developer portal still documents it, as did the document early in 2024; version 6.1 took ' +
			'its place in the document.',
	},
	{
		call: 'GET /resellers/v6/invoices/{invoicenumber}',
		evidence:
			'The developer portal still documents it, as did the document early in 2024; version 6.1 took ' +
			'its place in the document.',
	},
];

/** Calls of ours that one edition has and the other has not. */
export const CALLS_OF_ONE_EDITION: readonly { call: string; evidence: string }[] = [
	{
		call: 'POST /resellers/v6/quotes/create',
		evidence:
			'The YAML edition lost it with the change that mended the freight estimate. The developer ' +
			'portal still documents it.',
	},
	{
		call: 'POST /resellers/v7/vendorrequiredinfo',
		evidence: 'Newer than the JSON edition; the YAML edition has it.',
	},
];

const sameCall = (one: string, other: string): boolean => keyOf(one) === keyOf(other);

/** The `callKey` of a call that is written as in `GET /resellers/v6/catalog`. */
export function keyOf(call: string): string {
	const [method = '', endpoint = ''] = call.split(' ');
	return callKey(method, endpoint);
}

/** The known error that a problem comes of. */
export const explanationOf = (call: string, problem: string): KnownError | undefined =>
	KNOWN_ERRORS.find((known) => sameCall(known.call, call) && known.explains.test(problem));

/** Whether a document's name is, for a known error, never sent. */
export const isNeverSent = (call: string, name: string): boolean =>
	LEFT_OUT.some((left) => sameCall(left.call, call) && left.name === name) ||
	KNOWN_ERRORS.some(
		(known) => sameCall(known.call, call) && known.neverSent?.includes(name) === true,
	);

/** Whether it is known that no edition has this call. */
export const lacksDocument = (call: string): boolean =>
	CALLS_WITHOUT_DOCUMENT.some((known) => sameCall(known.call, call));

/** Whether it is known that an edition may lack this call. */
export const mayLack = (call: string): boolean =>
	CALLS_OF_ONE_EDITION.some((known) => sameCall(known.call, call)) || lacksDocument(call);

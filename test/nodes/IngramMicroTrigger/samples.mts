/*
 * The payloads that XI documents, in each of the spellings in which its pages, its schemas and its
 * worked examples have them.
 */

const parcel = { cartonNumber: '1', quantityInbox: '2', trackingNumber: '1Z999' };
const shipment = {
	shipmentDate: '2019-11-06',
	shipFromWarehouseId: '10',
	warehouseName: 'New York',
	carrierCode: '4M',
	carrierName: 'SMARTPOST-BM',
};
const line = {
	subOrderNumber: '20-RD128-21',
	lineStatus: 'IM::shipped',
	ingramPartNumber: '5CX895',
	vendorPartNumber: 'TC57HO-1PEZU4P-NA',
};
const links = [{ topic: 'orders', href: '/resellers/v5/orders/20-RD128', type: 'GET' }];

/** As the example of the call that sends a test event has it. */
export const orderExample = {
	topic: 'resellers/orders',
	event: 'im::updated',
	eventTimeStamp: '2021-11-01T13:02:06.369Z',
	eventId: 'N01CIB9VVFYKR9J6ZW',
	resource: [
		{
			eventType: 'im::order_shipped',
			orderNumber: '20-RD128',
			customerOrderNumber: 'ZENPO',
			orderEntryTimeStamp: '2020-04-03T08:54:39-07:00',
			lines: [
				{
					...line,
					ingramLineNumber: '001',
					requestedQuantity: 3,
					shippedQuantity: 2,
					backOrderedQuantity: 1,
					shipmentDetails: [{ ...shipment, packageDetails: [parcel] }],
					serialNumberDetails: [{ serialNumber: '123123123' }],
				},
			],
			links,
		},
	],
};

const [example] = orderExample.resource;
const [exampleLine] = example.lines;
const { ingramLineNumber: _, backOrderedQuantity: __, ...plainLine } = exampleLine;

/** The same event in the other ways in which XI writes it. */
export const orderSpellings: Record<string, unknown> = {
	'the example of the test call': orderExample,
	'the portal’s page: its own stamp, quantities as text': {
		...without(orderExample, 'eventTimeStamp'),
		evenTtimeStamp: orderExample.eventTimeStamp,
		event: 'IM::updated',
		resource: [
			{
				...example,
				eventType: 'IM::ORDER_SHIPPED',
				lines: [
					{
						...plainLine,
						lineNumber: '001',
						lineStatus: 'IM::SHIPPED',
						requestedQuantity: '3',
						shippedQuantity: '2',
						backOrderedQuantity: '1',
					},
				],
			},
		],
	},
	'the schema: other names for line number and quantity': {
		...orderExample,
		resource: [
			{
				...example,
				lines: [{ ...plainLine, LineNumber: '001', backorderedQuantity: '1' }],
			},
		],
	},
	'an older page: all keys in lower case': lowerCase({
		...orderExample,
		resource: [
			{ ...example, lines: [{ ...plainLine, linenumber: '001', backorderquantity: '1' }] },
		],
	}),
	'single objects in place of lists': {
		...orderExample,
		resource: {
			...without(example, 'customerOrderNumber'),
			customerPoNumber: 'ZENPO',
			lines: {
				...exampleLine,
				shipmentDetails: { ...shipment, packageDetails: parcel },
				serialNumberDetails: { serialNumber: '123123123' },
			},
		},
	},
	'the body in a list': [orderExample],
	'the type at the top': {
		...orderExample,
		eventType: 'im::order_shipped',
		resource: [without(example, 'eventType')],
	},
};

export const stockExample = {
	topic: 'resellers/catalog',
	event: 'im::updated',
	eventTimeStamp: '2021-11-01T13:02:06.369Z',
	eventId: 'AH7ESSIWSIO22Y77DD',
	resource: [
		{
			eventType: 'IM::STOCK_UPDATE',
			ingramPartNumber: '5CX579',
			vendorPartNumber: '710412-001-BTI',
			vendorName: 'BATTERY TECHNOLOGY INC.',
			upcCode: '0886734869201',
			skuStatus: null,
			backOrderFlag: 'Y',
			totalAvailability: '120',
			links: [{ topic: 'orders', href: '/resellers/v5/catalog/5CX579', type: 'GET' }],
		},
		{
			eventType: 'IM::STOCK_UPDATE',
			ingramPartNumber: '5CT275',
			vendorPartNumber: 'AC-U90W-HP',
			vendorName: 'BATTERY TECHNOLOGY INC.',
			upcCode: '0745473120182',
			skuStatus: null,
			backOrderFlag: 'Y',
			totalAvailability: '120',
			links: [{ topic: 'orders', href: '/resellers/v5/catalog/5CT275', type: 'GET' }],
		},
	],
};

const quote = {
	message: null,
	reason: null,
	quoteName: 'Laptops',
	quoteNumber: 'QUO-2032566-X1Y2Z3',
	quoteGuid: 'f2ad4d5c-1d2f-ec11-b6e6-000d3a10a23b',
	revision: '1',
	ingramQuoteDate: '2024-03-01',
	status: 'Ready To Order',
	currencyCode: 'USD',
	resellerInfo: { contact: 'Jo', companyName: 'Reseller', customerNumber: '20-222222' },
	endUserInfo: { companyName: 'End User', marketSegment: 'EDU' },
	products: [
		{
			lineNumber: '1',
			quantity: '5',
			ingramPartNumber: '5CX579',
			isSuggestionProduct: 'False',
			price: { quotePrice: 10, msrp: '12.50' },
		},
	],
	productsCount: 1,
	extendedQuotePriceTotal: '50',
	additionalAttributes: [{ attributeName: 'a', attributeValue: 'b' }],
};
const quoteEnvelope = {
	topic: 'resellers/quotes',
	event: 'im::created',
	eventTimeStamp: '2024-03-01T10:00:00Z',
	eventId: 'QUOTEEVENT1',
};
export const quoteSpellings: Record<string, unknown> = {
	'the portal’s page: type at the top': {
		...quoteEnvelope,
		eventType: 'im::quote_create',
		rejectedSkus: [],
		resource: quote,
	},
	'the schema: type in the resource': {
		...quoteEnvelope,
		resource: { ...quote, eventType: 'IM::quote_create' },
	},
	'no type at all': { ...quoteEnvelope, resource: [quote] },
};
export const quoteFailure = {
	...quoteEnvelope,
	eventType: 'im::quote_create',
	rejectedSkus: [{ ingramPartNumber: 'XXX', message: 'Unknown' }, 'YYY'],
	resource: {
		message: 'Quote could not be created',
		reason: 'No valid products',
		quoteName: 'Laptops',
	},
};

export const asyncExample = [
	{
		topic: 'resellers/orders',
		event: 'IM::created',
		eventTimeStamp: '2024-04-23T15:03:11.267Z',
		eventId: 'NYNNHS5UMGAK0X3L4E',
		resource: {
			eventType: 'IM::async_order_create',
			customerOrderNumber: 'TESTCASE41E111',
			endCustomerOrderNumber: 'X4D_TT',
			billToAddressId: '000',
			orderSplit: false,
			processedPartially: 'False',
			purchaseOrderTotal: '290',
			resellerInfo: { companyName: 'INGRAM MICRO TEST CUSTOMER', contact: ' ', state: 'ES' },
			shipToInfo: { addressId: '200', companyName: 'INGRAM MICRO TEST ACCOUNT' },
			endUserInfo: { endUserId: '5', contactId: '1' },
			orders: [
				{
					numberOfLinesWithSuccess: 1,
					numberOfLinesWithError: 0,
					ingramOrderNumber: '29-02738',
					ingramOrderDate: '2024-04-23',
					orderTotal: 0,
					currencyCode: 'EUR',
					lines: [
						{
							subOrderNumber: '29-02738-11',
							customerLineNumber: '001',
							lineType: 'P',
							ingramLineNumber: '008',
							globalSkuId: 'A306-CD98075',
							lineStatus: 'Backordered',
							ingramPartNumber: 'CD98075',
							vendorNumber: 'D190',
							unitPrice: 290,
							quantityOrdered: 1,
							quantityConfirmed: 0,
							quantityBackOrdered: 1,
							shipmentDetails: { carrierCode: 'GN', shipFromWarehouseId: '29' },
							endUserInfo: { companyName: 'MEDECISION INC' },
							warrantyInfo: { directLineLink: 'MJDVATC10001B' },
						},
					],
					miscellaneousCharges: [
						{ subOrderNumber: '29-02738-11', chargeDescription: 'CARGO', chargeAmount: 0 },
					],
					links,
				},
			],
		},
	},
];
const [asyncEvent] = asyncExample;
export const asyncSpellings: Record<string, unknown> = {
	'the example: a list of one': asyncExample,
	'the schema: type at the top': {
		...asyncEvent,
		eventType: 'IM::async_order_create',
		resource: without(asyncEvent.resource, 'eventType'),
	},
	'a list of resources': { ...asyncEvent, resource: [asyncEvent.resource] },
};

function without<T extends object>(from: T, name: keyof T): Partial<T> {
	const { [name]: _gone, ...rest } = from;
	return rest as Partial<T>;
}

function lowerCase(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(lowerCase);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [name.toLowerCase(), lowerCase(entry)]),
	);
}

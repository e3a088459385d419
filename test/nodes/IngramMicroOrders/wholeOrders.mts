/*
 * An order with every field that there is, once as it stands in a node and once as it goes out, for
 * each version; and the same for a change of an order.
 */

const place = {
	city: 'Lenexa',
	state: 'KS',
	postalCode: '066219',
	countryCode: 'US',
	phoneNumber: '0610540',
	email: 'a@b.example',
};
const unnamed = { addressLine1: 'Line 1', addressLine2: 'Line 2', ...place };
const named = { contact: 'Tom', companyName: 'First', ...unnamed };
const more = {
	name1: 'Name 1',
	name2: 'Name 2',
	addressLine3: 'Line 3',
	addressLine4: 'Line 4',
};
const long = { ...named, ...more };

const attribute = { attributeName: 'SHIPFROMWAREHOUSEID', attributeValue: '10' };
const attributeRows = { attribute: [attribute] };

const header = {
	endCustomerOrderNumber: 'EU-1',
	billToAddressId: '000',
	specialBidNumber: '43426380',
	notes: 'A note',
	acceptBackOrder: false,
};

const lineDetails = {
	customerLineNumber: '7',
	specialBidNumber: 'BID-7',
	notes: 'A note on the line',
	unitPrice: 41.71,
	endUserPrice: 50,
};

const shipment = {
	carrierCode: 'RG',
	freightAccountNumber: 'FRT100',
	shipComplete: 'P',
	signatureRequired: true,
	shippingInstructions: 'Use the dock',
};

const serial = { primarySerialNumber: 'SN1', secondarySerialNumber: 'SN2' };
const links = { directLineLink: 'KEY-1', hardwareLineLink: '2' };

const vmf = { vendAuthNumber: 'MJDVATC10001A' };

const RARE = [
	'endUserInfo',
	'resellerInfo',
	'shipmentDetails',
	'additionalAttributes',
	'vmf',
	'vmfVendorAdditionalAttributes',
	'vmfAdditionalAttributes',
	'vriAdditionalAttributes',
];

/** An order as it stands in a node: what is rare is among the additional fields. */
export function folded(given: object): Record<string, unknown> {
	const { additionalFields, ...all } = given as Record<string, object>;
	const isRare = ([name]: [string, unknown]) => RARE.includes(name);
	const rare = Object.fromEntries(Object.entries(all).filter(isRare));
	const rest = Object.fromEntries(Object.entries(all).filter((entry) => !isRare(entry)));
	return { ...rest, additionalFields: { ...additionalFields, ...rare } };
}

/** A line by the number of its manufacturer. */
const byVendorPartNumber = {
	ingramPartNumber: { __rl: true, mode: 'vendorPartNumber', value: 'E2016HV' },
	quantity: 1,
};

export const GIVEN_V6 = folded({
	customerOrderNumber: 'PO-4711',
	lines: {
		line: [
			{
				ingramPartNumber: { __rl: true, mode: 'list', value: 'DF4128' },
				quantity: 2,
				additionalFields: {
					...lineDetails,
					customerPartNumber: 'OWN-1',
					additionalAttributes: attributeRows,
					endUserInfo: JSON.stringify([
						{ ...long, endUserId: '5', endUserType: 'F', addressSequenceNumber: 1, contactId: '1' },
					]),
					warrantyInfo: {
						warranty: [
							{
								...links,
								serialInfo: {
									serial: [
										{ ...serial, dateofPurchase: '2026-01-31T00:00:00', shipDate: '2026-02-01' },
									],
								},
							},
							{ warrantyLineLink: '5' },
						],
					},
				},
			},
			byVendorPartNumber,
		],
	},
	shipToInfo: { ...long, addressId: '200' },
	endUserInfo: { ...long, endUserId: '5' },
	resellerInfo: { ...named, resellerId: '20-222222', addressLine3: 'Line 3' },
	shipmentDetails: { ...shipment, requestedDeliveryDate: '2026-12-24T00:00:00' },
	vmf,
	ifLineUnavailable: 'rest',
	additionalFields: header,
});

export const BODY_V6 = {
	customerOrderNumber: 'PO-4711',
	...header,
	resellerInfo: { ...named, resellerId: '20-222222', addressLine3: 'Line 3' },
	vmf,
	shipToInfo: { ...long, addressId: '200' },
	endUserInfo: { ...long, endUserId: '5' },
	lines: [
		{
			...lineDetails,
			ingramPartNumber: 'DF4128',
			customerPartNumber: 'OWN-1',
			quantity: 2,
			additionalAttributes: [attribute],
			warrantyInfo: [
				{
					...links,
					serialInfo: [{ ...serial, dateofPurchase: '2026-01-31', shipDate: '2026-02-01' }],
				},
				{ warrantyLineLink: '5' },
			],
			endUserInfo: [
				{
					...long,
					endUserId: '5',
					endUserType: 'F',
					addressSequenceNumber: '1',
					contactId: '1',
				},
			],
		},
		{ customerLineNumber: '1', vendorPartNumber: 'E2016HV', quantity: 1 },
	],
	shipmentDetails: { ...shipment, requestedDeliveryDate: '2026-12-24' },
	additionalAttributes: [{ attributeName: 'allowPartialOrder', attributeValue: 'true' }],
};

/** As rows of a form, which reads as the list does. */
const vendorGiven = {
	vendor: [
		{
			vendorName: 'Microsoft',
			productId: 'CFQ7',
			additionalAttributes: {
				attribute: [
					{
						attributeName: 'customerType',
						attributeValue: 'existing',
						attributeDescription: 'Kind of customer',
						attributeHint: 'new or existing',
						choices: {
							choice: [
								{
									attributeValue: 'existing',
									attributeDescription: 'Is there already',
									choices: { field: [{ attributename: 'domain', attributeValue: 'b.example' }] },
								},
							],
						},
					},
				],
			},
		},
	],
};

const vendorSent = [
	{
		vendorName: 'Microsoft',
		productId: 'CFQ7',
		additionalAttributes: [
			{
				attributeName: 'customerType',
				attributeValue: 'existing',
				attributeDescription: 'Kind of customer',
				attributeHint: 'new or existing',
				choices: [
					{
						attributeValue: 'existing',
						attributeDescription: 'Is there already',
						choices: [{ attributename: 'domain', attributeValue: 'b.example' }],
					},
				],
			},
		],
	},
];

const lineOfSubscription = {
	planid: '438323',
	resourceId: '987654',
	endCustomerPrice: 60,
	margin: 12.5,
};
const period = { type: 'Years', duration: 3 };
const subscription = {
	...period,
	startDate: '2026-12-01',
	endDateAlignmentType: 'CO_TERM_ON_SUBSCRIPTION',
	subscriptionId: '123456',
};
const vmfAttribute = { attributeName: 'VEND_AUTH_NBR_FLG', attributeValue: 'Y' };

const warranty = { ingramPartNumber: '9HG002', quantity: 1 };

export const GIVEN_V7 = folded({
	customerOrderNumber: 'PO-4711',
	quoteNumber: 'QUO-10926-Y8G1B3',
	lines: {
		line: [
			{
				ingramPartNumber: 'DF4128',
				quantity: '2',
				additionalFields: {
					...lineDetails,
					...lineOfSubscription,
					additionalAttributes: attributeRows,
					vmfAdditionalAttributesLines: { attribute: [vmfAttribute] },
					vriAdditionalAttributes: vendorGiven,
					endUserInfo: [{ ...named, endUserId: '5', endUserType: 'F' }],
					billingPeriod: { period: [period] },
					subscriptionPeriod: {
						period: [
							{
								endDateAlignmentType: 'With Another Subscription',
								additionalFields: { ...subscription, endDateAlignmentType: undefined },
							},
						],
					},
					warrantyInfo: {
						directLineLink: 'KEY-1',
						warrantyLineLink: '5',
						serialInfo: {
							serial: [{ ...serial, dateOfPurchase: '2026-01-31T10:00:00', shipDate: 20260201 }],
						},
					},
				},
			},
			{
				...warranty,
				additionalFields: { customerLineNumber: '5', warrantyInfo: { hardwareLineLink: '7' } },
			},
			byVendorPartNumber,
		],
	},
	shipToInfo: { ...named, addressId: '200', shippingNotes: 'Ring' },
	endUserInfo: { ...named, endUserId: '5' },
	resellerInfo: { ...named, resellerId: '20-222222' },
	shipmentDetails: { ...shipment, requestedDeliveryDate: '2026-12-24T00:00:00' },
	vmfVendorAdditionalAttributes: vendorGiven,
	vmfAdditionalAttributes: { attribute: [vmfAttribute] },
	vriAdditionalAttributes: vendorGiven,
	onCustomerHold: true,
	additionalFields: { ...header, vendAuthNumber: 'MJD' },
});

export const BODY_V7 = {
	quoteNumber: 'QUO-10926-Y8G1B3',
	customerOrderNumber: 'PO-4711',
	...header,
	vendAuthNumber: 'MJD',
	resellerInfo: { ...named, resellerId: '20-222222' },
	endUserInfo: { ...named, endUserId: '5' },
	shipToInfo: { ...named, addressId: '200', shippingNotes: 'Ring' },
	shipmentDetails: { ...shipment, requestedDeliveryDate: '20261224' },
	additionalAttributes: [{ attributeName: 'allowOrderOnCustomerHold', attributeValue: 'true' }],
	vmfAdditionalAttributes: [vmfAttribute],
	vmfVendorAdditionalAttributes: vendorSent,
	vriAdditionalAttributes: vendorSent,
	lines: [
		{
			...lineDetails,
			...lineOfSubscription,
			ingramPartNumber: 'DF4128',
			quantity: 2,
			endUserInfo: [{ ...named, endUserId: '5', endUserType: 'F' }],
			additionalAttributes: [attribute],
			vmfAdditionalAttributesLines: [vmfAttribute],
			vriAdditionalAttributes: vendorSent,
			billingPeriod: [period],
			subscriptionPeriod: [subscription],
			warrantyInfo: {
				directLineLink: 'KEY-1',
				warrantyLineLink: '5',
				serialInfo: [{ ...serial, dateOfPurchase: '20260131', shipDate: '20260201' }],
			},
		},
		{ ...warranty, customerLineNumber: '5', warrantyInfo: { hardwareLineLink: '7' } },
		{ customerLineNumber: '1', vendorPartNumber: 'E2016HV', quantity: 1 },
	],
};

const shipToChanged = {
	...named,
	addressId: '200',
	name1: 'Name 1',
	name2: 'Name 2',
	addressLine3: 'Line 3',
};

export const GIVEN_CHANGE = {
	order: { __rl: true, mode: 'ingramOrderNumber', value: '20-RC1RD' },
	notes: 'A note',
	shipToInfo: shipToChanged,
	lines: {
		line: [
			{
				addUpdateDeleteLine: 'ADD',
				ingramPartNumber: 'DF4128',
				quantity: '2',
				additionalFields: { customerLineNumber: '7', notes: 'New' },
			},
			{ addUpdateDeleteLine: 'Delete', ingramLineNumber: '003' },
		],
	},
	additionalAttributes: { enableCommentsAsLines: true },
};

export const BODY_CHANGE = {
	notes: 'A note',
	shipToInfo: shipToChanged,
	lines: [
		{
			addUpdateDeleteLine: 'ADD',
			ingramPartNumber: 'DF4128',
			quantity: 2,
			customerLineNumber: '7',
			notes: 'New',
		},
		{ addUpdateDeleteLine: 'DELETE', ingramLineNumber: '003' },
	],
	additionalAttributes: [{ attributeName: 'enableCommentsAsLines', attributeValue: 'true' }],
};

type SwitchOrField = [name: string, given: unknown, sent: string];

/** Attributes of an order as a whole, of both versions: as they stand in a node, and as they go out. */
export const ATTRIBUTES_OF_BOTH: SwitchOrField[] = [
	['allowDuplicateCustomerOrderNumber', true, 'true'],
	['allowDuplicateCustomerOrderNumber', false, 'false'],
	['DpasRating', 'DX (Highest)', 'DX'],
	['DpasProgramId', 'A1', 'A1'],
	['euDepId', 1234567, '1234567'],
	['depOrderNbr', 'Test1', 'Test1'],
	['govtProgramType', 'Government', 'PA'],
	['govtEndUserType', 'K', 'K'],
	['govtSolicitationNumber', 438, '438'],
	['govtEndUserData', 'US AIR FORCEE', 'US AIR FORCEE'],
	['govtEndUserPostalCode', '322187933', '322187933'],
	['govtPublicPrivateCode', 'R', 'R'],
	['dynamicMessageLine1', 'Hello', 'Hello'],
];

/** Those of v6 only. */
export const ATTRIBUTES_V6: SwitchOrField[] = [
	['channelCode', 10, '10'],
	['customerPOType', 'ZWEB', 'ZWEB'],
	['storageLocation', '0001', '0001'],
	['soldTo', '0001234567', '0001234567'],
	['orderType', 'ZLCN', 'ZLCN'],
	['endUserSearchTerm', 'EXAMPLE', 'EXAMPLE'],
	['Z101', 'Text', 'Text'],
	['enableCommentsAsLines', true, 'true'],
	['shipFromWarehouseId', 10, '10'],
];

/** The paths of all values of a body, as the table of names writes them. */
export function pathsOf(body: unknown, path = ''): string[] {
	if (Array.isArray(body)) {
		return [...new Set(body.flatMap((entry) => pathsOf(entry, `${path}[]`)))];
	}
	if (typeof body !== 'object' || body === null) return [path];
	return Object.entries(body).flatMap(([name, value]) =>
		pathsOf(value, path === '' ? name : `${path}.${name}`),
	);
}

import { ATTRIBUTE, within } from './call.mts';

/*
 * The fields of the bodies with which orders are placed and changed. Written by hand, as the whole
 * table is; only the way to each group stands once.
 */

/** What every address block has. */
const PLACE = ['city', 'state', 'postalCode', 'countryCode', 'phoneNumber', 'email'];
const NAMED = ['contact', 'companyName', 'addressLine1', 'addressLine2', ...PLACE];
const LONG = [...NAMED, 'name1', 'name2', 'addressLine3', 'addressLine4'];

const SHIPMENT = within('shipmentDetails', [
	'carrierCode',
	'freightAccountNumber',
	'shipComplete',
	'requestedDeliveryDate',
	'signatureRequired',
	'shippingInstructions',
]);

const HEADER = [
	'customerOrderNumber',
	'endCustomerOrderNumber',
	'billToAddressId',
	'specialBidNumber',
	'notes',
	'acceptBackOrder',
];

const LINE = [
	'customerLineNumber',
	'ingramPartNumber',
	'quantity',
	'specialBidNumber',
	'notes',
	'unitPrice',
	'endUserPrice',
	'vendorPartNumber',
];

const LINKS = ['directLineLink', 'warrantyLineLink', 'hardwareLineLink'];
const SERIAL = ['shipDate', 'primarySerialNumber', 'secondarySerialNumber'];

export const ORDER_V6 = [
	...HEADER,
	...within('resellerInfo', ['resellerId', 'addressLine3', ...NAMED]),
	'vmf.vendAuthNumber',
	...within('shipToInfo', ['addressId', ...LONG]),
	...within('endUserInfo', ['endUserId', ...LONG]),
	...within('lines[]', [...LINE, 'customerPartNumber']),
	...within('lines[].additionalAttributes[]', ATTRIBUTE),
	...within('lines[].warrantyInfo[]', LINKS),
	...within('lines[].warrantyInfo[].serialInfo[]', ['dateofPurchase', ...SERIAL]),
	...within('lines[].endUserInfo[]', [
		'endUserType',
		'endUserId',
		'addressSequenceNumber',
		'contactId',
		...LONG,
	]),
	...SHIPMENT,
	...within('additionalAttributes[]', ATTRIBUTE),
];

/** What a vendor demands, with its choices and what they bring along. */
const vendor = (path: string): string[] => [
	...within(path, ['vendorName', 'productId']),
	...within(`${path}.additionalAttributes[]`, [
		...ATTRIBUTE,
		'attributeDescription',
		'attributeHint',
	]),
	...within(`${path}.additionalAttributes[].choices[]`, ['attributeValue', 'attributeDescription']),
	...within(`${path}.additionalAttributes[].choices[].choices[]`, [
		'attributename',
		'attributeValue',
	]),
];

export const ORDER_V7 = [
	...HEADER,
	'quoteNumber',
	'vendAuthNumber',
	...within('resellerInfo', ['resellerId', ...NAMED]),
	...within('endUserInfo', ['endUserId', ...NAMED]),
	...within('shipToInfo', ['addressId', 'shippingNotes', ...NAMED]),
	...SHIPMENT,
	...within('additionalAttributes[]', ATTRIBUTE),
	...within('vmfAdditionalAttributes[]', ATTRIBUTE),
	...vendor('vmfVendorAdditionalAttributes[]'),
	...vendor('vriAdditionalAttributes[]'),
	...within('lines[]', [...LINE, 'planid', 'resourceId', 'endCustomerPrice', 'margin']),
	...within('lines[].endUserInfo[]', ['endUserId', 'endUserType', ...NAMED]),
	...within('lines[].additionalAttributes[]', ATTRIBUTE),
	...within('lines[].vmfAdditionalAttributesLines[]', ATTRIBUTE),
	...vendor('lines[].vriAdditionalAttributes[]'),
	...within('lines[].billingPeriod[]', ['type', 'duration']),
	...within('lines[].subscriptionPeriod[]', [
		'type',
		'duration',
		'startDate',
		'endDateAlignmentType',
		'subscriptionId',
	]),
	...within('lines[].warrantyInfo', LINKS),
	...within('lines[].warrantyInfo.serialInfo[]', ['dateOfPurchase', ...SERIAL]),
];

export const ORDER_CHANGE = [
	'notes',
	...within('shipToInfo', ['addressId', 'name1', 'name2', 'addressLine3', ...NAMED]),
	...within('lines[]', [
		'ingramPartNumber',
		'ingramLineNumber',
		'customerLineNumber',
		'addUpdateDeleteLine',
		'quantity',
		'notes',
	]),
	...within('additionalAttributes[]', ATTRIBUTE),
];

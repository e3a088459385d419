import { addressFields, ANY } from '../../fields/address';
import { addressForm } from '../../fields/addressForm';
import { attributeRows } from '../../fields/attributes';
import { compactDay, day } from '../../fields/dates';
import {
	collection,
	type Fields,
	optionalChoice,
	optionalFlag,
	requiredText,
	text,
} from '../../fields/field';
import { ONE_LINE, oneLine } from '../../fields/oneLine';
import { attributesModify, attributesV6, attributesV7 } from './headerAttributes';
import { vendorFieldsAsJson } from './vendorFields';

/** The longest reseller's PO number that v6 and XI's searches take; its portal says 18, as v7 does. */
export const PO_V6 = 35;
export const PO_V7 = 18;

/*
 * Limits that address blocks share. How many characters each block takes of each field differs in
 * details, and XI's document is all there is to go by.
 */
const PLACE = {
	city: 25,
	state: 3,
	postalCode: 10,
	countryCode: 10,
	phoneNumber: ANY,
	email: ANY,
};
const NAMED_V6 = {
	contact: 70,
	companyName: 40,
	name1: ANY,
	name2: ANY,
	addressLine1: 70,
	addressLine2: 70,
	addressLine3: 70,
	addressLine4: ANY,
	...PLACE,
};
const STREET_V7 = { companyName: 40, addressLine1: 70, addressLine2: 70 };

const address = <F extends Fields>(displayName: string, fields: F, description: string) =>
	addressForm(displayName, fields, { description });

/** Where an order goes, by the fields that its version of the call takes. */
const shipTo = <F extends Fields>(fields: F) =>
	address('Ship To', fields, 'Where the order goes, if not to your usual address');
/** For whom an order is. */
const endUser = <F extends Fields>(fields: F) =>
	address(
		'End User',
		fields,
		'The customer who will use the products. It may decide on price and discount.',
	);
const reseller = <F extends Fields>(fields: F) =>
	address('Reseller', fields, 'Your own address and contact, if not those on file');

/** The number by which an order is told apart. */
export const orderNumber = (maxLength: number) =>
	requiredText('Customer Order Number', {
		maxLength,
		format: ONE_LINE,
		placeholder: 'e.g. PO-4711',
		description:
			'Your purchase order (PO) number. Ingram Micro refuses a number that it has already, which keeps an order from being placed twice. Its portal recommends at most 18 characters.',
	});

/** Single fields of the order as a whole, of both versions. */
const header = (limits: { endCustomerOrderNumber?: number; billToAddressId?: number }) => ({
	acceptBackOrder: optionalFlag('Accept Backorder', {
		default: true,
		description:
			'Whether to take products that are not in stock later. Ingram Micro ignores this if Ship Complete is set.',
	}),
	billToAddressId: text('Bill To Address ID', {
		maxLength: limits.billToAddressId,
		placeholder: 'e.g. 000',
		description: 'The billing address that Ingram Micro gave you',
	}),
	endCustomerOrderNumber: text('End Customer PO', {
		format: ONE_LINE,
		maxLength: limits.endCustomerOrderNumber,
		placeholder: 'e.g. EU-4711',
		description: 'The purchase order (PO) number of your customer',
	}),
	notes: oneLine(
		text('Notes', {
			prose: true,
			placeholder: 'e.g. Call before delivery',
			description: 'A note for the order as a whole',
		}),
	),
	specialBidNumber: text('Special Bid Number', {
		placeholder: 'e.g. 43426380',
		description: 'The vendor-approved bid for the whole order. That of a line has precedence.',
	}),
});

/** XI takes its four codes, and the word true for one of them, which its own sample sends. */
const shipComplete = optionalChoice(
	'Ship Complete',
	[
		{ name: 'Complete Over All Distributions', value: 'E' },
		{ name: 'Complete per Distribution', value: 'C' },
		{ name: 'Complete per Distribution (Sent as True)', value: 'true' },
		{ name: 'Complete per Line', value: 'P' },
	],
	{ default: 'C', description: 'What has to be complete before it ships' },
);

const shipmentDetails = (dayField: typeof day) =>
	collection(
		'Shipment Details',
		{
			carrierCode: text('Carrier Code', {
				maxLength: 10,
				placeholder: 'e.g. RG',
				description: 'The carrier, by Ingram Micro’s code',
			}),
			freightAccountNumber: text('Freight Account', {
				placeholder: 'e.g. FRT100',
				description: 'Your own account with the carrier',
			}),
			requestedDeliveryDate: dayField('Requested Delivery Date', {
				description: 'The day on which you would like the delivery. It is not guaranteed.',
			}),
			shipComplete,
			shippingInstructions: oneLine(
				text('Shipping Instructions', {
					prose: true,
					maxLength: 132,
					placeholder: 'e.g. Use the loading dock',
					description: 'Instructions for the carrier',
				}),
			),
			signatureRequired: optionalFlag('Signature Required', {
				default: true,
				description: 'Whether the recipient has to sign',
			}),
		},
		{ addLabel: 'Add detail', description: 'How the order ships' },
	);

const vendorAuthorization = text('Vendor Authorization', {
	placeholder: 'e.g. MJDVATC10001A',
	description: 'The authorization of the vendor. Without it, orders that need one are put on hold.',
});

const MANDATORY = 'Fields that a vendor demands, e.g. for warranties';

/** The parts of a v6 order besides its lines. */
export const orderV6 = {
	customerOrderNumber: orderNumber(PO_V6),
	header: header({ billToAddressId: 10 }),
	sections: {
		shipToInfo: shipTo(addressFields({ addressId: 10, ...NAMED_V6 })),
		endUserInfo: endUser(addressFields({ endUserId: ANY, ...NAMED_V6 })),
		resellerInfo: reseller(
			addressFields({
				resellerId: ANY,
				contact: ANY,
				companyName: 40,
				addressLine1: 70,
				addressLine2: 70,
				addressLine3: 70,
				...PLACE,
			}),
		),
		shipmentDetails: shipmentDetails(day),
		vmf: collection(
			'Vendor Mandatory Fields',
			{ vendAuthNumber: vendorAuthorization },
			{ addLabel: 'Add field', description: MANDATORY },
		),
		additionalAttributes: attributesV6,
	},
};

/** The parts of a v7 order besides its lines. */
export const orderV7 = {
	customerOrderNumber: orderNumber(PO_V7),
	header: {
		...header({ endCustomerOrderNumber: 18 }),
		vendAuthNumber: vendorAuthorization,
	},
	sections: {
		shipToInfo: shipTo(
			addressFields({
				addressId: 10,
				contact: 70,
				...STREET_V7,
				...PLACE,
				postalCode: ANY,
				shippingNotes: ANY,
			}),
		),
		endUserInfo: endUser(addressFields({ endUserId: ANY, contact: ANY, ...STREET_V7, ...PLACE })),
		resellerInfo: reseller(
			addressFields({
				resellerId: ANY,
				contact: ANY,
				companyName: 40,
				addressLine1: ANY,
				addressLine2: ANY,
				...PLACE,
				city: ANY,
				state: ANY,
			}),
		),
		shipmentDetails: shipmentDetails(compactDay),
		vmfVendorAdditionalAttributes: vendorFieldsAsJson('Vendor Mandatory Fields', MANDATORY),
		vmfAdditionalAttributes: attributeRows(
			'Vendor Mandatory Fields (Deprecated)',
			'Fields that a vendor demands, in the older form, as Validate Quote names them',
			'VEND_AUTH_NBR_FLG',
		),
		vriAdditionalAttributes: vendorFieldsAsJson(
			'Vendor Required Info',
			'Fields that a vendor demands of a subscription, only where a whole quote of subscriptions is ordered',
		),
		additionalAttributes: attributesV7,
	},
};

/** The parts of a change of an order besides its lines. */
export const orderModify = {
	notes: oneLine(
		text('Notes', {
			prose: true,
			maxLength: 132,
			placeholder: 'e.g. Call before delivery',
			description:
				'A comment to add to the order. More than 35 characters need Enable Comments as Lines, among the additional attributes.',
		}),
	),
	shipToInfo: address(
		'Ship To',
		addressFields({
			addressId: 10,
			contact: 40,
			companyName: 40,
			name1: 40,
			name2: 40,
			addressLine1: 60,
			addressLine2: 40,
			addressLine3: 40,
			city: 25,
			state: 3,
			postalCode: 10,
			countryCode: 3,
			phoneNumber: 30,
			email: 241,
		}),
		'The new delivery address',
	),
	additionalAttributes: attributesModify,
};

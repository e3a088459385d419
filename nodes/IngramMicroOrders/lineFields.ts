import { addressFields, ANY } from '../shared/fields/address';
import { attributeRows } from '../shared/fields/attributes';
import { compactDay, day } from '../shared/fields/dates';
import {
	collection,
	type Fields,
	optionalAmount,
	optionalChoice,
	optionalWholeNumber,
	requiredWholeNumber,
	rows,
	text,
	wireFormOf,
} from '../shared/fields/field';
import { foldedRows } from '../shared/fields/collection';
import { asJson, bare } from '../shared/fields/jsonBody';
import { otherLineNumbers } from '../shared/xi/productNumbers';
import { product } from '../shared/xi/products';
import { oneLine } from '../shared/fields/oneLine';
import { vendorFieldsAsJson } from '../shared/xi/orders/vendorFields';

/** The highest line number that Ingram keeps, and so the most lines an order can have. */
export const MOST_LINES = 884;
export const MOST_PIECES = 9_999_999;

const customerLineNumber = text('Your Line Number', {
	maxLength: 3,
	format: {
		pattern: /^0*([1-9]\d?|[1-7]\d\d|8[0-7]\d|88[0-4])$/,
		words: `a number from 1 to ${MOST_LINES}`,
	},
	placeholder: 'e.g. 1',
	description:
		'Your number for this line. Left empty, the lines are numbered in their order, from 1.',
});

const quantity = requiredWholeNumber('Quantity', {
	min: 1,
	max: MOST_PIECES,
	default: 1,
	description: 'How many you order',
});

/** As JSON, since three collections deep n8n's editor has no room for labels. */
const endUsers = (fields: Fields) =>
	asJson(
		rows(
			'End Users',
			{ name: 'endUser', displayName: 'End User', fields },
			{ addLabel: 'Add end user', description: 'Who will use what this line buys' },
		),
		[bare(fields)],
	);

const links = {
	directLineLink: text('Direct Link', {
		maxLength: 25,
		placeholder: 'e.g. MJDVATC10001B',
		description: 'A key of your own for hardware and warranty that are not on the same order',
	}),
	hardwareLineLink: text('Hardware', {
		placeholder: 'e.g. 2',
		description: 'On a warranty line: the line number of its hardware. Never with the other link.',
	}),
	warrantyLineLink: text('Warranty', {
		placeholder: 'e.g. 5',
		description: 'On a hardware line: the line number of its warranty. Never with the other link.',
	}),
};

const ONE_SERIAL = {
	pattern: /^[^,;|\n\r\t]+$/,
	words: 'one serial number; give each of several a row of its own',
};

/** The hardware that a warranty is for. The name of the day of purchase differs by version. */
const serialInfo = <Days extends Fields>(days: Days) =>
	rows(
		'Serial Numbers',
		{
			name: 'serial',
			displayName: 'Serial Number',
			fields: {
				primarySerialNumber: text('Hardware', {
					format: ONE_SERIAL,
					placeholder: 'e.g. SN0001',
					description: 'The serial number of the hardware',
				}),
				secondarySerialNumber: text('Accessory', {
					format: ONE_SERIAL,
					placeholder: 'e.g. SN0002',
					description: 'The serial number of the accessory',
				}),
				...days,
			},
		},
		{
			addLabel: 'Add serial number',
			description: 'The hardware for which a warranty is bought later',
		},
	);

const purchase = { description: 'The day on which the hardware was bought' };
const shipped = { description: 'The day on which the vendor shipped it, where the vendor asks' };

/** Fields of lines of both versions that are not shown at once. */
const more = {
	additionalAttributes: attributeRows(
		'Additional Attributes',
		'Switches and fields of this line',
		'SHIPFROMWAREHOUSEID',
	),
	customerLineNumber,
	endUserPrice: optionalAmount('End User Price', {
		description: 'The price to the end user. Export orders need it.',
	}),
	notes: oneLine(
		text('Notes', {
			prose: true,
			placeholder: 'e.g. For room 12',
			description: 'A note for this line',
		}),
	),
	specialBidNumber: text('Special Bid Number', {
		maxLength: 36,
		placeholder: 'e.g. 43426380',
		description: 'The vendor-approved bid for this line. It has precedence over the order’s.',
	}),
	unitPrice: optionalAmount('Unit Price', {
		description: 'The price for one that you expect. Ingram Micro does not guarantee it.',
	}),
};

/** The form begins with one line, so that people see what is asked. Without a product it is refused. */
const ONE_LINE = { line: [{ ingramPartNumber: { mode: 'list', value: '' }, quantity: 1 }] };

const lines = <M extends Fields>(own: M) => {
	const form = foldedRows(
		'Lines',
		{
			name: 'line',
			displayName: 'Line',
			first: { ingramPartNumber: product, quantity },
			more: { ...more, ...own },
			// XI's schema has the vendor part number for v7 only, but orders of v6 that were taken hold it too.
			unshown: otherLineNumbers,
			addLabel: 'Add field',
		},
		{ addLabel: 'Add line', description: 'What you order' },
	);
	return {
		...form,
		property: { ...form.property, default: ONE_LINE },
		onWire: wireFormOf(form),
	};
};

/** The lines of a v6 order. */
export const linesV6 = lines({
	// Not in XI's schema, but in its sample for SAP countries.
	customerPartNumber: text('Your Part Number', {
		placeholder: 'e.g. 90NB0GI4-M03110',
		description: 'Your own part number instead of a product (SAP countries only)',
	}),
	endUserInfo: endUsers(
		addressFields({
			endUserId: 10,
			endUserType: ANY,
			// These two are not in XI's schema, but in its sample of a warranty order.
			addressSequenceNumber: ANY,
			contactId: ANY,
			contact: ANY,
			companyName: ANY,
			name1: 35,
			name2: ANY,
			addressLine1: ANY,
			addressLine2: ANY,
			addressLine3: ANY,
			addressLine4: ANY,
			city: ANY,
			state: ANY,
			postalCode: ANY,
			countryCode: 3,
			phoneNumber: 30,
			email: 241,
		}),
	),
	warrantyInfo: rows(
		'Warranty',
		{
			name: 'warranty',
			displayName: 'Warranty',
			fields: {
				...links,
				serialInfo: serialInfo({
					// XI writes a small letter here, and a capital in v7.
					dateofPurchase: day('Purchased', purchase),
					shipDate: day('Ship Date', shipped),
				}),
			},
		},
		{ addLabel: 'Add warranty', description: 'Which hardware and warranty belong together' },
	),
});

const duration = (description: string) =>
	optionalWholeNumber('Duration', { min: 1, max: 999, default: 1, description });

const unitOfTime = optionalChoice(
	'Unit',
	[
		{ name: 'Months', value: 'Months' },
		{ name: 'Years', value: 'Years' },
	],
	{ default: 'Years', description: 'The unit of the duration' },
);

/** The lines of a v7 order. */
export const linesV7 = lines({
	billingPeriod: rows(
		'Billing Period',
		{
			name: 'period',
			displayName: 'Billing Period',
			fields: {
				duration: duration('How long the period is'),
				type: unitOfTime,
			},
		},
		{ addLabel: 'Add billing period', description: 'How often a subscription is billed' },
	),
	endCustomerPrice: optionalAmount('End Customer Price', {
		description: 'The price to the end customer that you ask for (subscriptions)',
	}),
	endUserInfo: endUsers(
		addressFields({
			endUserId: 10,
			endUserType: ANY,
			contact: ANY,
			companyName: ANY,
			addressLine1: ANY,
			addressLine2: ANY,
			city: ANY,
			state: ANY,
			postalCode: ANY,
			countryCode: ANY,
			phoneNumber: 30,
			email: 241,
		}),
	),
	margin: optionalAmount('Margin', {
		description: 'The margin that you ask for, in percent (subscriptions)',
	}),
	// XI writes it so, in small letters, here and nowhere else.
	planid: text('Plan ID', {
		placeholder: 'e.g. 438323',
		description: 'The ID of a subscription plan',
	}),
	resourceId: text('Resource ID', {
		placeholder: 'e.g. 987654',
		description: 'The ID of the resource of a subscription',
	}),
	subscriptionPeriod: foldedRows(
		'Subscription Period',
		{
			name: 'period',
			displayName: 'Subscription Period',
			first: {
				endDateAlignmentType: optionalChoice(
					'Alignment',
					[
						{ name: 'End of Calendar Month', value: 'MATCH_END_OF_CALENDAR_MONTH' },
						{ name: 'None', value: '' },
						{ name: 'With Another Subscription', value: 'CO_TERM_ON_SUBSCRIPTION' },
					],
					{ default: '', description: 'With what the subscription ends' },
				),
			},
			more: {
				duration: duration('How long the subscription runs'),
				startDate: day('Starts On', { description: 'The day on which the subscription starts' }),
				subscriptionId: text('Ends With', {
					placeholder: 'e.g. 123456',
					description: 'The active subscription with which this one is to end',
				}),
				type: unitOfTime,
			},
			addLabel: 'Add field',
		},
		{ addLabel: 'Add subscription period', description: 'How long a subscription runs' },
	),
	vmfAdditionalAttributesLines: attributeRows(
		'Vendor Mandatory Fields (Deprecated)',
		'Fields that a vendor demands of this line, in the older form, as Validate Quote names them',
		'VEND_AUTH_NBR_FLG',
	),
	vriAdditionalAttributes: vendorFieldsAsJson(
		'Vendor Required Info',
		'Fields that a vendor demands of the subscription of this line',
	),
	warrantyInfo: collection(
		'Warranty',
		{
			...links,
			serialInfo: serialInfo({
				dateOfPurchase: compactDay('Purchased', purchase),
				shipDate: compactDay('Ship Date', shipped),
			}),
		},
		{ addLabel: 'Add field', description: 'Which hardware and warranty belong together' },
	),
});

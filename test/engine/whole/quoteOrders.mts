import {
	CISCO,
	CISCO_FIELDS,
	CISCO_FIELDS_OTHERWISE,
	CLOUD_FIELDS,
	formOf,
	PLAIN,
	quoteOf,
	QUOTES,
} from '../quotes/orderSupport.mts';
import type { Stage, WholeCall } from './wholeCall.mts';

const call = (operation: string, parameters: object): WholeCall => ({
	node: QUOTES,
	parameters: { operation, ...parameters },
});

/** A quote of a subscription. */
const subscribed = ({ xi }: Stage) => {
	const [quote] = xi.addQuotes(1, { lines: [{ ingramPartNumber: '9YG948', quantity: 1 }] });
	return { quote };
};

const place = {
	companyName: 'Example Ltd',
	contact: 'Nathan Smith',
	addressLine1: '17501 W 98th St',
	addressLine2: 'Building 1',
	city: 'Lenexa',
	state: 'KS',
	postalCode: '662191736',
	countryCode: 'US',
	email: 'name@example.com',
};
const present = { ...place, phoneNumber: '6105400202' };

/** Everything of an order but its vendor fields, by the present call. */
const whole = {
	customerOrderNumber: 'PO-Q7',
	options: { version: 'v7' },
	shipToInfo: { ...present, addressId: '200', shippingNotes: 'Ring' },
	endUserInfo: { ...present, endUserId: '5' },
	resellerInfo: { ...present, resellerId: '20-222222' },
	shipmentDetails: {
		carrierCode: 'RG',
		freightAccountNumber: 'FRT100',
		requestedDeliveryDate: '2026-12-24T00:00:00',
		shipComplete: 'C',
		shippingInstructions: 'Use the loading dock',
		signatureRequired: true,
	},
	onCustomerHold: true,
	additionalAttributes: { allowDuplicateCustomerOrderNumber: false },
	additionalFields: {
		acceptBackOrder: true,
		billToAddressId: '000',
		endCustomerOrderNumber: 'EU-4711',
		notes: 'Call before delivery',
		specialBidNumber: '43426380',
		vendAuthNumber: 'MJDVATC10001A',
	},
	ifOrderExists: 'return',
	previewOnly: false,
	waitForIt: 0,
};

/** Validating quotes and ordering them, with everything that these can send. */
export const ORDER_QUOTES: readonly WholeCall[] = [
	call('validate', { quote: quoteOf(CISCO), return: 'fields' }),
	call('getVendorRequiredInfo', { askFor: 'quote', quote: quoteOf(PLAIN), return: 'fields' }),
	call('getVendorRequiredInfo', {
		askFor: 'products',
		productsFrom: 'fields',
		products: {
			product: [
				{ ingramPartNumber: { __rl: true, mode: 'ingramPartNumber', value: 'DF4128' } },
				{ planID: '438323' },
				{ ingramPartNumber: { __rl: true, mode: 'vendorPartNumber', value: 'E2016HV' } },
			],
		},
	}),
	call('getVendorRequiredInfo', {
		askFor: 'products',
		productsFrom: 'list',
		productsList: '["DF4128", { "planId": "438323" }]',
	}),
	call('order', {
		...whole,
		quote: quoteOf(CISCO),
		vendorFieldsFrom: 'form',
		vendorFieldsNamedBy: 'validateQuote',
		vendorFields: formOf(CISCO_FIELDS),
	}),
	call('order', {
		...whole,
		quote: quoteOf(CISCO),
		vendorFieldsFrom: 'json',
		vendorFieldsNamedBy: 'vendorRequiredInfo',
		vendorFieldsList: JSON.stringify(CISCO_FIELDS_OTHERWISE),
	}),
	{
		...call('order', {
			...whole,
			quote: quoteOf('={{ $json.quote }}'),
			vendorFields: formOf(CLOUD_FIELDS),
		}),
		prepare: subscribed,
	},
	call('order', {
		quote: quoteOf(CISCO),
		customerOrderNumber: 'PO-Q6',
		options: { version: 'v6' },
		vendorFields: formOf(CISCO_FIELDS),
		shipToInfo: { ...place, addressId: '200' },
		endUserInfo: present,
		additionalAttributes: { allowDuplicateCustomerOrderNumber: true },
		additionalFields: { billToAddressId: '000', endCustomerOrderNumber: 'EU-4711' },
	}),
];

import { addressFields, ANY } from '../shared/fields/address';
import { isOn } from '../shared/fields/attributes';
import { choice, collection, labelOf, text, type Values, when } from '../shared/fields/field';
import { requiredQuote } from '../shared/xi/quotes';
import {
	ALLOW_DUPLICATE,
	ALLOW_HOLD,
	attributesQuoteV6,
} from '../shared/xi/orders/headerAttributes';
import { checkBeforeOrderingQuote } from '../shared/xi/orders/checkQuote';
import { ifLineUnavailable, withChoice } from '../shared/xi/orders/ifLineUnavailable';
import { ifOrderExists, previewOnly } from '../shared/xi/orders/ifOrderExists';
import { onCustomerHold, withHold } from '../shared/xi/orders/onCustomerHold';
import { endUser, orderNumber, orderV7, PO_V6, shipTo } from '../shared/xi/orders/orderSections';
import { waitForIt } from '../shared/xi/orders/orderResult';
import { trimmed } from '../shared/fields/jsonBody';
import { partsLegacy, partsV7 } from './vendorAnswers';
import { vendorParameters } from './vendorValues';

const V7 = { version: ['v7'] };
const LEGACY = { version: ['v6'] };
const ADD = { addLabel: 'Add field' };

/*
 * Lines are those of the quote, and what vendors demand is asked of XI: so neither the lines nor the
 * three lists of vendor fields of a v7 order are given by hand here.
 */
const { shipToInfo, endUserInfo, resellerInfo, shipmentDetails, additionalAttributes } =
	orderV7.sections;

const present = {
	shipToInfo: when(V7, shipToInfo),
	endUserInfo: when(V7, endUserInfo),
	resellerInfo: when(V7, resellerInfo),
	shipmentDetails: when(V7, shipmentDetails),
	additionalAttributes: when(V7, additionalAttributes),
	additionalFields: when(V7, collection('Additional Fields', orderV7.header, ADD)),
};

/** What both kinds of address of the older call have; XI names no limits. */
const PLACE = {
	contact: ANY,
	companyName: ANY,
	addressLine1: ANY,
	addressLine2: ANY,
	addressLine3: ANY,
	city: ANY,
	state: ANY,
	postalCode: ANY,
	countryCode: ANY,
	email: ANY,
};

const { billToAddressId, endCustomerOrderNumber } = orderV7.header;

const legacy = {
	legacyShipTo: when(LEGACY, shipTo(addressFields({ addressId: ANY, ...PLACE }))),
	legacyEndUser: when(LEGACY, endUser(addressFields({ ...PLACE, phoneNumber: ANY }))),
	legacyAdditionalAttributes: when(LEGACY, attributesQuoteV6),
	legacyAdditionalFields: when(
		LEGACY,
		collection(
			'Additional Fields',
			{
				billToAddressId,
				endCustomerOrderNumber: text(endCustomerOrderNumber.property.displayName, {
					maxLength: PO_V6,
					placeholder: endCustomerOrderNumber.property.placeholder,
					description: endCustomerOrderNumber.property.description,
				}),
			},
			ADD,
		),
	),
};

/** The parameters of an order of a quote. */
export const orderQuoteParameters = {
	quote: requiredQuote,
	customerOrderNumber: orderNumber(PO_V6),
	version: choice<'v7' | 'v6'>(
		'API Version',
		[
			{
				name: '7',
				value: 'v7',
				description: 'The present one. The result comes later, as an event.',
			},
			{
				name: '6 (Legacy, Withdrawn by Ingram Micro)',
				value: 'v6',
				description:
					'The older call to order a quote, for accounts that still need it. Ingram Micro no longer documents it.',
			},
		],
		{ default: 'v7', description: 'Which of Ingram Micro’s calls places the order' },
	),
	...vendorParameters,
	...present,
	...legacy,
	onCustomerHold: when(V7, onCustomerHold),
	previewOnly,
	checkBeforeOrdering: checkBeforeOrderingQuote,
	ifOrderExists,
	ifLineUnavailable: when(V7, ifLineUnavailable),
	waitForIt,
};

export type OrderQuoteParams = Values<typeof orderQuoteParameters>;

/** Whether XI itself refuses a second order with the same number. */
export function isGuarded({ additionalAttributes, legacyAdditionalAttributes }: OrderQuoteParams) {
	return !isOn(additionalAttributes ?? legacyAdditionalAttributes, ALLOW_DUPLICATE);
}

/** Whether the order is to be on customer hold at first. */
export function isHeld({ onCustomerHold, additionalAttributes }: OrderQuoteParams) {
	return onCustomerHold === true || isOn(additionalAttributes, ALLOW_HOLD);
}

/** The body of the present call. Throws BadInput for a PO that is too long for it. */
function bodyV7(params: OrderQuoteParams) {
	const { quote, additionalFields, vendorFields } = params;
	const customerOrderNumber = orderV7.customerOrderNumber.read(
		params.customerOrderNumber,
		labelOf(orderV7.customerOrderNumber.property.displayName),
	);
	return {
		quoteNumber: quote,
		customerOrderNumber,
		...additionalFields,
		shipToInfo: params.shipToInfo,
		endUserInfo: params.endUserInfo,
		resellerInfo: params.resellerInfo,
		shipmentDetails: params.shipmentDetails,
		additionalAttributes: withChoice(
			withHold(params.additionalAttributes, params.onCustomerHold),
			params.ifLineUnavailable,
		),
		...partsV7(vendorFields?.settled?.answered ?? []),
	};
}

/** The body of the older call, which names the end customer's number in its own way. */
function bodyLegacy(params: OrderQuoteParams) {
	const { endCustomerOrderNumber: enduserOrderNumber, ...fields } =
		params.legacyAdditionalFields ?? {};
	return {
		quoteNumber: params.quote,
		customerOrderNumber: params.customerOrderNumber,
		enduserOrderNumber,
		...fields,
		shipToInfo: params.legacyShipTo,
		endUserInfo: params.legacyEndUser,
		additionalAttributes: params.legacyAdditionalAttributes,
		...partsLegacy(params.vendorFields?.settled?.answered ?? []),
	};
}

/** The order as it goes out, without what is empty. Throws BadInput. */
export function orderQuoteBody(params: OrderQuoteParams): object {
	return trimmed<object>(params.version === 'v6' ? bodyLegacy(params) : bodyV7(params));
}

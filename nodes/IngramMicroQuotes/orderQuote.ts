import { BadInput } from '../shared/errors';
import { isOn } from '../shared/fields/attributes';
import {
	collection,
	type Field,
	labelOf,
	optionalChoice,
	type Values,
} from '../shared/fields/field';
import { trimmed } from '../shared/fields/jsonBody';
import { writeOptionsWith } from '../shared/fields/options';
import { fieldsWithin } from '../shared/fields/wireNames';
import { requiredQuote } from '../shared/xi/quotes';
import { checkBeforeOrderingQuote } from '../shared/xi/orders/checkQuote';
import { ALLOW_DUPLICATE, ALLOW_HOLD } from '../shared/xi/orders/headerAttributes';
import { ifLineUnavailable, withChoice } from '../shared/xi/orders/ifLineUnavailable';
import { ifOrderExists, previewOnly } from '../shared/xi/orders/ifOrderExists';
import { onCustomerHold, withHold } from '../shared/xi/orders/onCustomerHold';
import { waitForIt } from '../shared/xi/orders/orderResult';
import { orderNumber, orderV7, PO_V6 } from '../shared/xi/orders/orderSections';
import { partsLegacy, partsV7 } from './vendorAnswers';
import { vendorParameters } from './vendorValues';

/*
 * Lines are those of the quote, and what vendors demand is asked of XI: so neither the lines nor the
 * three lists of vendor fields of a v7 order are given by hand here.
 */
const { shipToInfo, endUserInfo, resellerInfo, shipmentDetails, additionalAttributes } =
	orderV7.sections;

/** The parameters of an order of a quote. */
export const orderQuoteParameters = {
	quote: requiredQuote,
	customerOrderNumber: orderNumber(PO_V6),
	...vendorParameters,
	shipToInfo,
	endUserInfo,
	resellerInfo,
	shipmentDetails,
	additionalAttributes,
	additionalFields: collection('Additional Fields', orderV7.header, { addLabel: 'Add field' }),
	onCustomerHold,
	previewOnly,
	checkBeforeOrdering: checkBeforeOrderingQuote,
	ifOrderExists,
	ifLineUnavailable,
	waitForIt,
	options: writeOptionsWith({
		version: optionalChoice<'v7' | 'v6'>(
			'API Version',
			[
				{
					name: '6 (Legacy, Withdrawn by Ingram Micro)',
					value: 'v6',
					description:
						'The older call to order a quote, for accounts that still need it. Ingram Micro no longer documents it.',
				},
				{
					name: '7',
					value: 'v7',
					description: 'The present one. The result comes later, as an event.',
				},
			],
			{
				default: 'v7',
				description:
					'Which of Ingram Micro’s calls places the order. If not set, it is 7. What 6 does not take is refused.',
			},
		),
	}),
};

export type OrderQuoteParams = Values<typeof orderQuoteParameters>;

/** Whether the older call is to be made. */
export const isLegacy = ({ options }: OrderQuoteParams): boolean => options.version === 'v6';

/** Whether XI itself refuses a second order with the same number. */
export const isGuarded = ({ additionalAttributes: attributes }: OrderQuoteParams): boolean =>
	!isOn(attributes, ALLOW_DUPLICATE);

/** Whether the order is to be on customer hold at first. */
export const isHeld = (params: OrderQuoteParams): boolean =>
	params.onCustomerHold || isOn(params.additionalAttributes, ALLOW_HOLD);

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

/** What both addresses of the older call take; the end user has a telephone as well. */
const LEGACY_PLACE = [
	'contact',
	'companyName',
	'addressLine1',
	'addressLine2',
	'city',
	'state',
	'postalCode',
	'countryCode',
	'email',
];

/** What the older call takes of each group; of a group that is not here it takes nothing. */
const LEGACY: Readonly<Record<string, readonly string[]>> = {
	shipToInfo: ['addressId', ...LEGACY_PLACE],
	endUserInfo: [...LEGACY_PLACE, 'phoneNumber'],
	additionalFields: ['billToAddressId', 'endCustomerOrderNumber'],
};

/** The values of a group of which the older call knows nothing, by the names that people see. */
const beyond = (group: string, property: Field['property'], given: object): string[] =>
	Object.keys(trimmed(given))
		.filter((name) => !LEGACY[group]?.includes(name))
		.map((name) =>
			labelOf(fieldsWithin(property).get(name)?.displayName ?? name, `'${property.displayName}'`),
		);

/** Throws BadInput where something was given that only the present call takes. */
function refuseBeyondLegacy(params: OrderQuoteParams): void {
	const { onCustomerHold: held, ifLineUnavailable: choice, vendorFieldsNamedBy } = params;
	const groups = { shipToInfo, endUserInfo, resellerInfo, shipmentDetails };
	const { additionalFields } = orderQuoteParameters;
	const names = [
		...Object.entries({ ...groups, additionalFields }).flatMap(([group, { property }]) =>
			beyond(group, property, params[group as keyof typeof groups]),
		),
		...(params.additionalAttributes ?? [])
			.filter(({ attributeName }) => attributeName !== ALLOW_DUPLICATE)
			.map(({ attributeName }) =>
				labelOf(attributeName, `'${additionalAttributes.property.displayName}'`),
			),
		...(held ? [labelOf(onCustomerHold.property.displayName)] : []),
		...(choice === 'account' ? [] : [labelOf(ifLineUnavailable.property.displayName)]),
		...(vendorFieldsNamedBy === 'vendorRequiredInfo'
			? [labelOf(vendorParameters.vendorFieldsNamedBy.property.displayName)]
			: []),
	];
	if (names.length === 0) return;
	throw new BadInput(
		`API version 6 does not take ${names.join(', ')}`,
		"Leave them out, or take version 7 ('API Version' in 'Options')",
	);
}

/** The body of the older call, which names the end customer's number in its own way. Throws BadInput. */
function bodyLegacy(params: OrderQuoteParams) {
	refuseBeyondLegacy(params);
	const { billToAddressId, endCustomerOrderNumber } = params.additionalFields;
	return {
		quoteNumber: params.quote,
		customerOrderNumber: params.customerOrderNumber,
		enduserOrderNumber: endCustomerOrderNumber,
		billToAddressId,
		shipToInfo: params.shipToInfo,
		endUserInfo: params.endUserInfo,
		additionalAttributes: params.additionalAttributes,
		...partsLegacy(params.vendorFields?.settled?.answered ?? []),
	};
}

/** The order as it goes out, without what is empty. Throws BadInput. */
export function orderQuoteBody(params: OrderQuoteParams): object {
	return trimmed<object>(isLegacy(params) ? bodyLegacy(params) : bodyV7(params));
}

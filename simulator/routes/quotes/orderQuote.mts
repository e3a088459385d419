import { badRequest } from '../../errors.mts';
import { defineOperation } from '../../operation.mts';
import { takeForLater } from '../../state/asyncOrders.mts';
import { missingFields } from '../../state/vendorDemands.mts';
import { attributesOf } from '../orders/bodyV6.mts';
import { attributes, listOf, object, text, upTo } from '../orders/schema.mts';
import { sentFieldsOf } from './sentFields.mts';

const described = listOf(
	object({ attributeName: text, attributeValue: text, attributeDescription: text }),
);

const address = {
	contact: text,
	companyName: text,
	addressLine1: text,
	addressLine2: text,
	addressLine3: text,
	city: text,
	state: text,
	postalCode: text,
	countryCode: text,
	email: text,
} as const;

/**
 * Order a quote, the older way: `POST /resellers/v6/q2o/orders`, which Ingram has withdrawn. As with
 * v7, the answer only says that the request was received.
 *
 * Assumptions: it still answers, and as the old sample does, with a confirmation number that is a
 * number; the list of header fields goes by the spelling of the schema.
 */
export const orderQuote = defineOperation({
	method: 'POST',
	endpoint: '/resellers/v6/q2o/orders',
	errors: 'traceid',
	query: {},
	body: object({
		quoteNumber: upTo(35),
		customerOrderNumber: upTo(35),
		enduserOrderNumber: upTo(35),
		billToAddressId: text,
		endUserInfo: object({ ...address, phoneNumber: text }),
		shipToInfo: object({ addressId: text, ...address }),
		additionalAttributes: attributes,
		vmfadditionalAttributes: described,
		lines: listOf(
			object({
				customerLineNumber: text,
				ingramPartNumber: text,
				quantity: text,
				vmfAdditionalAttributesLines: described,
			}),
		),
	}),
	check: ({ body: { quoteNumber } }) =>
		quoteNumber ? [] : [{ field: 'quoteNumber', message: 'Required field is missing' }],
	handle: ({ world, customer, body }) => {
		const { quoteNumber = '', enduserOrderNumber, vmfadditionalAttributes, lines, ...rest } = body;
		const quote = world.quotes.quote(quoteNumber, customer);
		if (!quote) {
			return badRequest('traceid', [
				{ field: 'quoteNumber', value: quoteNumber, message: 'Quote not found' },
			]);
		}
		const confirmationNumber = Number(world.orders.nextSerial(9));
		const missing = missingFields(
			world,
			quote,
			sentFieldsOf({ header: vmfadditionalAttributes, lines }),
		);
		const request = {
			...rest,
			quoteNumber,
			...(enduserOrderNumber && { endCustomerOrderNumber: enduserOrderNumber }),
			shipping: {},
			additionalAttributes: attributesOf(body.additionalAttributes),
			lines: [],
		};
		takeForLater(world, customer, request, String(confirmationNumber), { quote, missing });
		return {
			status: 200,
			body: { quoteNumber, confirmationNumber, message: 'The order request was received.' },
		};
	},
});

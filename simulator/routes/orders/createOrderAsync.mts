import { badRequest } from '../../errors.mts';
import { defineOperation } from '../../operation.mts';
import { takeForLater } from '../../state/asyncOrders.mts';
import { missingFields } from '../../state/vendorDemands.mts';
import { sentFieldsOf } from '../quotes/sentFields.mts';
import { day } from './parts.mts';
import { bodyV7, requestOfV7 } from './bodyV7.mts';
import { problemsOfRequest } from './rules.mts';

/**
 * Create order, asynchronously: `POST /resellers/v7/orders`. The answer only says that the request
 * was received; what becomes of it is told later, as an event.
 *
 * Assumptions: a number of the customer's that was used before, an unknown part and the like are
 * found out later, so they are no 400 here, and neither is a quote that cannot be ordered (any more)
 * or lacks what its vendor demands; an unknown quote is one.
 */
export const createOrderAsync = defineOperation({
	method: 'POST',
	endpoint: '/resellers/v7/orders',
	errors: 'traceid',
	query: {},
	body: bodyV7,
	check: ({ body }) => {
		const request = requestOfV7(body);
		// With a quote, what is sent as lines is ignored.
		return request.quoteNumber ? [] : problemsOfRequest(request);
	},
	handle: ({ world, customer, body }) => {
		const sent = requestOfV7(body);
		const { quoteNumber = '' } = sent;
		const quote = quoteNumber ? world.quotes.quote(quoteNumber, customer) : undefined;
		if (quoteNumber && !quote) {
			return badRequest('traceid', [
				{ field: 'quoteNumber', value: quoteNumber, message: 'Quote not found' },
			]);
		}
		const date = day(world.clock.lifeNow()).replaceAll('-', '').slice(2);
		const confirmationNumber = `${customer.countryCode}-I-T-${date}${world.orders.nextSerial(14)}`;
		const fields = sentFieldsOf({
			header: body.vmfAdditionalAttributes,
			vendors: body.vmfVendorAdditionalAttributes,
			subscriptions: body.vriAdditionalAttributes,
			lines: body.lines,
		});
		takeForLater(
			world,
			customer,
			sent,
			confirmationNumber,
			quote && { quote, missing: missingFields(world, quote, fields) },
		);
		return {
			status: 200,
			body: {
				quoteNumber,
				confirmationNumber,
				message:
					'The order request was received and is being processed. The order webhook will tell its result.',
			},
		};
	},
});

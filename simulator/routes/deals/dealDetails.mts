import { noRecordsFound } from '../../errors.mts';
import { defineOperation } from '../../operation.mts';
import type { Customer } from '../../options.mts';
import type { Deal, DealLine } from '../../state/deals.mts';
import { cents } from '../../state/generator.mts';
import { endUserAddress } from '../../state/people.mts';
import type { World } from '../../state/world.mts';
import { dayTime, fits } from '../paging.mts';
import { moneyOf } from '../priceEntryPrice.mts';

const aDay = 86_400_000;

/**
 * Deal details: `GET /resellers/v6/deals/{dealId}`.
 *
 * The newer edition of the document requires `vendorName`; so it is required here. Assumption: a
 * deal that the customer does not have, or of another vendor, is the 404 of other details calls.
 */
export const dealDetails = defineOperation({
	method: 'GET',
	endpoint: '/resellers/v6/deals/{dealId}',
	errors: 'traceid',
	headers: ['IM-CustomerNumber', 'IM-CountryCode', 'IM-CorrelationID', 'IM-ApplicationID'],
	query: { vendorName: { kind: 'text', required: true } },
	handle: ({ world, customer, params, query: sent }) => {
		const deal = world.deals
			.of(customer)
			.find(
				({ dealId, vendorName }) =>
					fits(params.dealId, dealId) && fits(sent.vendorName, vendorName),
			);
		return deal ? { status: 200, body: details(world, customer, deal) } : noRecordsFound();
	},
});

function details(world: World, customer: Customer, deal: Deal): object {
	const { currency, local } = moneyOf({ customer });
	const msrp = deal.lines.reduce(
		(sum, { product, approvedQuantity }) => sum + product.retailPrice * approvedQuantity,
		0,
	);
	return {
		dealId: deal.dealId,
		version: deal.version,
		endUser: deal.endUser,
		extendedMsrp: local(cents(msrp)),
		vendor: deal.vendorName,
		dealReceivedOn: dayTime(deal.receivedAt),
		dealExpiryDate: dayTime(deal.expiresAt),
		priceProtectionEndDate: dayTime(deal.expiresAt),
		currencyCode: currency,
		endUserInfo: endUserAddress(deal.dealId, customer.countryCode),
		products: deal.lines.map((line) => productOf(world, customer, deal, line)),
	};
}

function productOf(world: World, customer: Customer, deal: Deal, line: DealLine): object {
	const { local } = moneyOf({ customer });
	const { product, price, approvedQuantity } = line;
	const left = approvedQuantity - orderedBy(world, customer, deal, line);
	return {
		ingramPartNumber: product.ingramPartNumber,
		vendorPartNumber: product.vendorPartNumber,
		upc: product.upc || null,
		productDescription: product.description,
		msrp: local(product.retailPrice),
		extendedMSRP: local(cents(product.retailPrice * approvedQuantity)),
		// Assumption: the price with the deal; the sample leaves it out.
		standardPrice: local(price),
		approvedQuantity,
		remainingQuantity: Math.max(0, left),
		comments: null,
		specialConditions: null,
		startDate: dayTime(deal.receivedAt),
		expirationDate: dayTime(deal.expiresAt),
		daysRemaining: Math.max(0, Math.ceil((deal.expiresAt - world.clock.lifeNow()) / aDay)),
	};
}

/** Units that the customer has ordered with the number of the deal. */
function orderedBy(world: World, customer: Customer, deal: Deal, { product }: DealLine): number {
	return world.orders
		.of(customer)
		.filter(({ state }) => state === 'open' || state === 'hold')
		.flatMap(({ lines }) => lines)
		.filter(
			({ specialBidNumber, goods }) =>
				fits(deal.dealId, specialBidNumber) && goods.ingramPartNumber === product.ingramPartNumber,
		)
		.reduce((sum, { quantity }) => sum + quantity, 0);
}

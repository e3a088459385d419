import type { Customer } from '../options.mts';
import { currencyOf, hasExtras } from '../state/countries.mts';
import { cents } from '../state/generator.mts';
import type { Product, SpecialPrice } from '../state/products.mts';
import { fractionOf } from '../state/random.mts';

/** What a price depends on besides the product. */
export interface Terms {
	customer: Customer;
	specialBidNumber: string | undefined;
	/** `governmentprogramcode`, for example `PA` or `ED`. */
	governmentProgram: string | undefined;
}

/**
 * The `pricing` of an entry. A bid that is open for the product, or a government programme where
 * the product has one (USA only), lowers the customer price. Assumption: a bid number that does
 * not fit the product changes nothing.
 */
export function pricingOf(product: Product, terms: Terms): Record<string, unknown> {
	const { currency, local } = moneyOf(terms);
	const bid = product.specialPrices.find(
		({ bidNumber }) => bidNumber !== undefined && bidNumber === terms.specialBidNumber,
	);
	const government = governmentPrice(product, terms)?.government;
	const price = government
		? government.customerPrice
		: bid
			? product.customerPrice - bid.discount
			: product.customerPrice;
	return {
		currencyCode: currency,
		retailPrice: local(product.retailPrice),
		mapPrice: local(product.mapPrice),
		customerPrice: local(price * levelOf(terms.customer)),
		specialBidPricingAvailable: product.specialPrices.some(({ kind }) => kind === 'Special Bid'),
		webDiscountsAvailable: false,
	};
}

/** The special price that a government programme opens; USA only, as the document says. */
export function governmentPrice(product: Product, terms: Terms): SpecialPrice | undefined {
	if (!terms.governmentProgram || terms.customer.countryCode.toUpperCase() !== 'US') {
		return undefined;
	}
	return product.specialPrices.find(({ government }) => government !== undefined);
}

/** `discounts`; asked for with `showAvailableDiscounts`. */
export function discountsOf(product: Product, terms: Terms): { discounts?: unknown[] } {
	if (product.specialPrices.length + product.quantityBreaks.length === 0) return {};
	const { currency, local } = moneyOf(terms);
	const inUsa = terms.customer.countryCode.toUpperCase() === 'US';
	return {
		discounts: [
			{
				specialPricing: product.specialPrices.map((price) => ({
					discountType: price.kind,
					...(price.bidNumber ? { specialBidNumber: price.bidNumber } : {}),
					specialPricingDiscount: local(price.discount),
					specialPricingEffectiveDate: price.effective,
					specialPricingExpirationDate: price.expires,
					specialPricingAvailableQuantity: price.availableQuantity,
					specialPricingMinQuantity: price.minQuantity,
					...(price.government && inUsa
						? {
								governmentDiscountType: price.government.type,
								governmentDiscountedCustomerPrice: price.government.customerPrice,
							}
						: {}),
				})),
				quantityDiscounts: product.quantityBreaks.map(({ quantity, amount }) => ({
					conditionType: 'Total fee',
					currencyCode: currency,
					currencyType: currency,
					quantity,
					amount: local(amount),
				})),
			},
		],
	};
}

/** `reserveInventoryDetails`; asked for with `showReserveInventoryDetails`. */
export function reservationOf({ reserved }: Product): { reserveInventoryDetails?: unknown[] } {
	if (!reserved) return {};
	return {
		reserveInventoryDetails: [
			{
				quantityReserved: reserved.reserved,
				quantityAvailable: reserved.available,
				effectivedate: reserved.effective,
				expirydate: reserved.expires,
			},
		],
	};
}

/** `serviceFees`, where the country has them. Assumption: they come with prices. */
export function serviceFeesOf({ serviceFee }: Product, terms: Terms): { serviceFees?: unknown[] } {
	if (!serviceFee || !hasExtras(terms.customer.countryCode)) return {};
	const { currency, local } = moneyOf(terms);
	return {
		serviceFees: [
			{
				conditionType: 'ZFEE',
				description: serviceFee.description,
				amount: local(serviceFee.amount),
				endDate: serviceFee.endDate,
				currencyCode: currency,
			},
		],
	};
}

/** The customer's currency, and how dollars become it. */
export function moneyOf({ customer }: Pick<Terms, 'customer'>): {
	currency: string;
	local: (dollars: number) => number;
} {
	const { code, perDollar } = currencyOf(customer.countryCode);
	return { currency: code, local: (dollars) => cents(dollars * perDollar) };
}

/**
 * Assumption: every customer has a price level of its own. The documented test account pays what
 * the samples show; others up to five per cent more or less.
 */
export function levelOf({ customerNumber }: Customer): number {
	return customerNumber === '20-222222' ? 1 : 0.95 + fractionOf(customerNumber) * 0.1;
}

import type { IDataObject } from 'n8n-workflow';

import { at, fieldBy } from '../shared/output';
import { priceIn } from '../shared/price';
import { yesOrNo } from '../shared/tidy';
import { clean } from '../shared/transport/errors';

/** XI puts prices beside the stock, and in one of its own samples inside it. */
const pricingAt = (record: unknown, key: string): unknown =>
	at(record, `pricing.${key}`) ?? at(record, `availability.pricing.${key}`);

/** What one piece costs the reseller, as XI sent it. */
export const priceOf = (record: IDataObject): unknown => pricingAt(record, 'customerPrice');
export const currencyOf = (record: IDataObject): unknown => pricingAt(record, 'currencyCode');

/** What XI says of prices, and a price of the product, null where there is none. */
export const pricing = fieldBy(pricingAt);
export const price = fieldBy((record, key) => priceIn(pricingAt(record, key)));

/** XI marks a product that it does not know, or of which it gives neither price nor stock, with the code E. */
export const isFound = (record: IDataObject): boolean =>
	clean(record.productStatusCode)?.toUpperCase() !== 'E';

/**
 * Why a product has no price of yours, in one sentence; null where it has one. What XI itself says is
 * told first of a product that it does not know; else what is known for certain.
 */
export function noPriceReason(record: IDataObject): string | null {
	const sent = priceOf(record);
	if (priceIn(sent) !== undefined) return null;
	if (!isFound(record)) {
		return clean(record.productStatusMessage) ?? 'Ingram Micro does not know this product';
	}
	if (yesOrNo(record.productAuthorized) === false)
		return 'You are not authorized to buy this product';
	const plans = record.subscriptionPrice;
	if (Array.isArray(plans) && plans.length > 0) {
		return 'It is a subscription: the prices of its plans are in Subscription Prices';
	}
	const shown = clean(sent);
	return shown === undefined
		? 'Ingram Micro sent no price'
		: `Ingram Micro sent "${shown}", which is no price`;
}

/** The names under which XI has prices inside the lists of plans and discounts. */
const PRICES = new Set(['governmentDiscountedCustomerPrice', 'msrp', 'unitPrice']);

/** A list of XI's as it is, but null for each price in it that is none. */
export function withoutZeroPrices(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutZeroPrices);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [
			key,
			PRICES.has(key) ? (priceIn(entry) ?? null) : withoutZeroPrices(entry),
		]),
	);
}

/** A list with prices in it, among the fields of an output. */
export const pricesField = (name: string, key: string) => ({
	name,
	value: (record: IDataObject) => withoutZeroPrices(record[key]),
});

import type { IDataObject } from 'n8n-workflow';

import type { Attribute } from '../fields/attributes';
import { numberOrText } from '../amounts';
import { at, fieldBy, numberAt, type Output, priceIn, project } from '../output';
import { yesOrNo } from '../tidy';
import { clean } from '../transport/refusal';
import type { XiCall, XiRequest } from '../transport/request';
import type { ProductAsk } from './productAsk';
import { isObject } from '../records';

/** XI puts prices beside the stock, and in one of its own samples inside it. */
const pricingAt = (record: unknown, key: string): unknown =>
	at(record, `pricing.${key}`) ?? at(record, `availability.pricing.${key}`);

/** What one piece costs the reseller, as XI sent it. */
export const priceOf = (record: IDataObject): unknown => pricingAt(record, 'customerPrice');
export const currencyOf = (record: IDataObject): unknown => pricingAt(record, 'currencyCode');

/** What XI says of prices, and a price of the product, null where there is none. */
export const pricing = fieldBy(pricingAt);
export const price = fieldBy((record, key) => priceIn(pricingAt(record, key)));

const NOT_KNOWN = 'Ingram Micro does not know this product';

/** XI marks a product that it does not know, or of which it gives neither price nor stock, with the code E. */
export const isFound = (record: IDataObject): boolean =>
	clean(record.productStatusCode)?.toUpperCase() !== 'E';

/** What XI says of a product that it does not know. */
export const notFoundReason = (record: IDataObject): string =>
	clean(record.productStatusMessage) ?? NOT_KNOWN;

/**
 * Why a product has no price of yours, in one sentence; null where it has one. What XI itself says is
 * told first of a product that it does not know; else what is known for certain.
 */
export function noPriceReason(record: IDataObject): string | null {
	const sent = priceOf(record);
	if (priceIn(sent) !== undefined) return null;
	if (!isFound(record)) return notFoundReason(record);
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
	if (!isObject(value)) return value;
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

/** The body of a price and availability call, by its names on the wire. */
interface PriceAndAvailabilityBody {
	showAvailableDiscounts?: boolean;
	showReserveInventoryDetails?: boolean;
	specialBidNumber?: string;
	availabilityByWarehouse?: Array<{
		availabilityByWarehouseId?: string;
		availabilityForAllLocation?: boolean;
	}>;
	products: Array<Record<string, string | readonly Attribute[]>>;
	additionalAttributes?: Attribute[];
}

const productOf = ({ by, value, quantityRequested, additionalAttributes, ...ask }: ProductAsk) => ({
	...(ask.vendorPartNumber !== undefined && { vendorPartNumber: ask.vendorPartNumber }),
	[by]: value,
	...(ask.resourceId !== undefined && { resourceId: ask.resourceId }),
	...(quantityRequested !== undefined && { quantityRequested }),
	...(additionalAttributes !== undefined && { additionalAttributes }),
});

/** What is wanted to know of all products of a call. */
interface Wanted {
	readonly [name: string]: boolean | undefined;
	readonly includeAvailability: boolean;
	readonly includePricing: boolean;
	readonly includeProductAttributes?: boolean;
}

/** A question, though it is a POST. XI documentation: "Price and Availability". */
const priceAndAvailability: XiCall = {
	method: 'POST',
	path: '/resellers/v6/catalog/priceandavailability',
};

/** Asks price and availability of at most MOST_PRODUCTS products. */
export function priceRequest(
	asks: readonly ProductAsk[],
	wanted: Wanted,
	fields: Omit<PriceAndAvailabilityBody, 'products'>,
): XiRequest {
	const { additionalAttributes = [], availabilityByWarehouse = [] } = fields;
	const body: PriceAndAvailabilityBody = {
		showAvailableDiscounts: fields.showAvailableDiscounts,
		showReserveInventoryDetails: fields.showReserveInventoryDetails,
		specialBidNumber: fields.specialBidNumber,
		...(availabilityByWarehouse.length > 0 && { availabilityByWarehouse }),
		products: asks.map(productOf),
		...(additionalAttributes.length > 0 && { additionalAttributes }),
	};
	return { ...priceAndAvailability, query: wanted, body };
}

/** Without this switch XI sends only a few fields of a product. */
const ATTRIBUTES = 'includeProductAttributes';

/**
 * What price and availability can return. The description is not simplified: nothing is decided by
 * it, the search and the details have it too, and why there is no price has to have a place.
 */
export const priceAndAvailabilityOutput = {
	found: {
		name: 'Found',
		simplified: true,
		value: (record: IDataObject) => isFound(record),
	},
	ingramPartNumber: { name: 'Ingram Part Number', simplified: true },
	vendorPartNumber: { name: 'Vendor Part Number', simplified: true },
	customerPrice: price('Your Price', 'customerPrice', true),
	noPriceReason: { name: 'Reason for No Price', simplified: true, value: noPriceReason },
	retailPrice: price('Retail Price', 'retailPrice', true),
	currencyCode: pricing('Currency', 'currencyCode', true),
	totalAvailability: numberAt('Total Stock', 'availability.totalAvailability', true),
	productAuthorized: { name: 'Authorized to Purchase', simplified: true },
	productStatusMessage: { name: 'Status Message', simplified: true },
	acceptBackOrder: { name: 'Accepts Backorder', needs: ATTRIBUTES },
	available: { name: 'Available', path: 'availability.available' },
	availabilityByWarehouse: {
		name: 'Stock by Warehouse',
		path: 'availability.availabilityByWarehouse',
	},
	bundlePartIndicator: { name: 'Bundle', needs: ATTRIBUTES },
	customerPartNumber: { name: 'Customer Part Number' },
	description: { name: 'Description' },
	discounts: { ...pricesField('Discounts', 'discounts'), needs: 'showAvailableDiscounts' },
	endUserRequired: { name: 'End User Required', path: 'endUserInfoRequired', needs: ATTRIBUTES },
	extendedVendorPartNumber: { name: 'Extended Vendor Part Number' },
	govtEndUserType: { name: 'Government End User Type', needs: ATTRIBUTES },
	govtProgramType: { name: 'Government Program Type', needs: ATTRIBUTES },
	govtSpecialPriceAvailable: { name: 'Government Price Available', needs: ATTRIBUTES },
	mapPrice: price('Minimum Advertised Price', 'mapPrice'),
	partNumberType: { name: 'Part Number Type', needs: ATTRIBUTES },
	productClass: { name: 'Product Class', needs: ATTRIBUTES },
	productStatus: { name: 'Status', needs: ATTRIBUTES },
	productStatusCode: { name: 'Status Code' },
	reserveInventoryDetails: { name: 'Reserved Stock', needs: 'showReserveInventoryDetails' },
	returnableProduct: { name: 'Returnable', needs: ATTRIBUTES },
	serviceFees: { name: 'Service Fees' },
	specialBidPricingAvailable: pricing('Special Bid Price Available', 'specialBidPricingAvailable'),
	subscriptionPrice: pricesField('Subscription Prices', 'subscriptionPrice'),
	uom: { name: 'Unit of Measure', needs: ATTRIBUTES },
	upc: { name: 'UPC' },
	vendorName: { name: 'Vendor Name' },
	vendorNumber: { name: 'Vendor Number', needs: ATTRIBUTES },
	webDiscountsAvailable: pricing('Web Discounts Available', 'webDiscountsAvailable'),
} satisfies Output;

/** Whether XI says that the reseller may buy a product. Only a plain yes is one. */
export const isAuthorized = (record: IDataObject): boolean =>
	yesOrNo(record.productAuthorized) === true;

/** The stock as XI tells it. */
export const toldStockOf = (record: IDataObject): unknown =>
	at(record, 'availability.totalAvailability');

/**
 * How many pieces of a product there are, from all warehouses that were asked for. Infinity for what
 * is not kept in stock, such as a license: it is available in no warehouse and yet available.
 * Undefined for a number that could be read in two ways: nothing is calculated with it.
 */
export function stockOf(record: IDataObject): number | undefined {
	const stock = numberOrText(toldStockOf(record)) ?? 0;
	if (typeof stock !== 'number') return undefined;
	const warehouses = at(record, 'availability.availabilityByWarehouse');
	const isUnlimited =
		stock === 0 &&
		yesOrNo(at(record, 'availability.available')) === true &&
		!(Array.isArray(warehouses) && warehouses.length > 0);
	return isUnlimited ? Infinity : stock;
}

/** Whether a product could be ordered now: XI knows it, says that it may be bought, and has some. */
export const canBeBought = (record: IDataObject): boolean =>
	isFound(record) && isAuthorized(record) && (stockOf(record) ?? 0) > 0;

/** What tells products apart that have a number in common, under the names of the output. */
export const candidateOf = (record: IDataObject): IDataObject =>
	project(priceAndAvailabilityOutput, record, {
		output: 'selectedFields',
		fields: [
			'ingramPartNumber',
			'vendorPartNumber',
			'description',
			'customerPrice',
			'noPriceReason',
			'currencyCode',
			'totalAvailability',
			'productAuthorized',
		],
	});

/** A product in a sentence: its Ingram part number, and what is known of stock, price and leave to buy. */
export function shownCandidate(record: IDataObject): string {
	const told = candidateOf(record);
	const price = clean(told.customerPrice);
	const stock = clean(told.totalAvailability);
	const facts = [
		...(stock === undefined ? [] : [`${stock} in stock`]),
		...(price === undefined ? [] : [`${price} ${clean(told.currencyCode) ?? ''}`.trim()]),
		...(record.productAuthorized === undefined || isAuthorized(record) ? [] : ['not authorized']),
	];
	const name = clean(record.ingramPartNumber) ?? 'unnamed';
	return facts.length > 0 ? `${name}: ${facts.join(', ')}` : name;
}

import type { IDataObject } from 'n8n-workflow';

import { at, type Output } from '../shared/output';
import { isFound, noPriceReason, price, pricesField, pricing } from './prices';

export { currencyOf, isFound, priceOf } from './prices';

/** XI's "true", "True", "false" and "" as a boolean, or undefined. */
function yesOrNo(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
	return word === 'true' ? true : word === 'false' ? false : undefined;
}

const flagAt = (name: string, path: string, simplified = false) => ({
	name,
	simplified,
	value: (record: IDataObject) => yesOrNo(at(record, path)),
});

/** What a product search can return. */
export const catalogOutput = {
	ingramPartNumber: { name: 'Ingram Part Number', simplified: true },
	vendorPartNumber: { name: 'Vendor Part Number', simplified: true },
	description: { name: 'Description', simplified: true },
	vendorName: { name: 'Vendor Name', simplified: true },
	upcCode: { name: 'UPC', simplified: true },
	category: { name: 'Category', simplified: true },
	subCategory: { name: 'Subcategory', simplified: true },
	type: { name: 'Type', simplified: true },
	discontinued: flagAt('Discontinued', 'discontinued', true),
	authorizedToPurchase: flagAt('Authorized to Purchase', 'authorizedToPurchase', true),
	directShip: flagAt('Direct Ship', 'directShip'),
	endUserRequired: flagAt('End User Required', 'endUserRequired'),
	extraDescription: { name: 'Extra Description' },
	groupDescription: { name: 'Group Description' },
	groupName: { name: 'Group Name' },
	hasDiscounts: flagAt('Has Discounts', 'hasDiscounts'),
	hasWarranty: flagAt('Has Warranty', 'hasWarranty'),
	link: { name: 'Link' },
	links: { name: 'Links' },
	newProduct: flagAt('New Product', 'newProduct'),
	numberOfPlans: { name: 'Number of Plans' },
	plans: { name: 'Plans' },
	productType: { name: 'Product Type' },
	replacementSku: { name: 'Replacement Ingram Part Number' },
} satisfies Output;

/** What the details of one product can return. */
export const detailsOutput = {
	ingramPartNumber: { name: 'Ingram Part Number', simplified: true },
	vendorPartNumber: { name: 'Vendor Part Number', simplified: true },
	upc: { name: 'UPC', simplified: true },
	description: { name: 'Description', simplified: true },
	vendorName: { name: 'Vendor Name', simplified: true },
	productCategory: { name: 'Category', simplified: true },
	productSubcategory: {
		name: 'Subcategory',
		simplified: true,
		value: (record: IDataObject) => record.productSubcategory ?? record.productSubCategory,
	},
	productClass: { name: 'Product Class', simplified: true },
	productAuthorized: flagAt('Authorized to Purchase', 'productAuthorized', true),
	isDiscontinuedProduct: flagAt('Discontinued', 'indicators.isDiscontinuedProduct', true),
	additionalInformation: { name: 'Additional Information' },
	ciscoFields: { name: 'Cisco Fields' },
	indicators: { name: 'Indicators' },
	productDetailDescription: { name: 'Detailed Description' },
	productStatusCode: { name: 'Status Code' },
	subscriptionDetails: { name: 'Subscription Details' },
	technicalSpecifications: { name: 'Technical Specifications' },
	vendorNumber: { name: 'Vendor Number' },
	warrantyInformation: { name: 'Warranty Information' },
} satisfies Output;

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
	totalAvailability: {
		name: 'Total Stock',
		simplified: true,
		path: 'availability.totalAvailability',
	},
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
	endUserInfoRequired: { name: 'End User Required', needs: ATTRIBUTES },
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

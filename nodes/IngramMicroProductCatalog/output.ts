import type { IDataObject } from 'n8n-workflow';

import { numberOrText } from '../shared/number';
import { at, numberAt, type Output } from '../shared/output';

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
	discontinued: { name: 'Discontinued', simplified: true },
	authorizedToPurchase: { name: 'Authorized to Purchase', simplified: true },
	directShip: { name: 'Direct Ship' },
	endUserRequired: { name: 'End User Required' },
	extraDescription: { name: 'Extra Description' },
	groupDescription: { name: 'Group Description' },
	groupName: { name: 'Group Name' },
	hasDiscounts: { name: 'Has Discounts' },
	hasWarranty: { name: 'Has Warranty' },
	link: { name: 'Link' },
	links: { name: 'Links' },
	newProduct: { name: 'New Product' },
	numberOfPlans: numberAt('Number of Plans', 'numberOfPlans'),
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
	productAuthorized: { name: 'Authorized to Purchase', simplified: true },
	isDiscontinuedProduct: {
		name: 'Discontinued',
		path: 'indicators.isDiscontinuedProduct',
		simplified: true,
	},
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

/** XI puts prices beside the stock, and in one of its own samples inside it. */
const priceAt = (key: string) => (record: IDataObject) =>
	at(record, `pricing.${key}`) ?? at(record, `availability.pricing.${key}`);

const amountAt = (key: string) => (record: IDataObject) => numberOrText(priceAt(key)(record));

/** Without this switch XI sends only a few fields of a product. */
const ATTRIBUTES = 'includeProductAttributes';

/** What price and availability can return. */
export const priceAndAvailabilityOutput = {
	found: {
		name: 'Found',
		simplified: true,
		value: (record: IDataObject) => isFound(record),
	},
	ingramPartNumber: { name: 'Ingram Part Number', simplified: true },
	vendorPartNumber: { name: 'Vendor Part Number', simplified: true },
	description: { name: 'Description', simplified: true },
	customerPrice: { name: 'Your Price', simplified: true, value: amountAt('customerPrice') },
	retailPrice: { name: 'Retail Price', simplified: true, value: amountAt('retailPrice') },
	currencyCode: { name: 'Currency', simplified: true, value: priceAt('currencyCode') },
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
	discounts: { name: 'Discounts', needs: 'showAvailableDiscounts' },
	endUserInfoRequired: { name: 'End User Required', needs: ATTRIBUTES },
	extendedVendorPartNumber: { name: 'Extended Vendor Part Number' },
	govtEndUserType: { name: 'Government End User Type', needs: ATTRIBUTES },
	govtProgramType: { name: 'Government Program Type', needs: ATTRIBUTES },
	govtSpecialPriceAvailable: { name: 'Government Price Available', needs: ATTRIBUTES },
	mapPrice: { name: 'Minimum Advertised Price', value: amountAt('mapPrice') },
	partNumberType: { name: 'Part Number Type', needs: ATTRIBUTES },
	productClass: { name: 'Product Class', needs: ATTRIBUTES },
	productStatus: { name: 'Status', needs: ATTRIBUTES },
	productStatusCode: { name: 'Status Code' },
	reserveInventoryDetails: { name: 'Reserved Stock', needs: 'showReserveInventoryDetails' },
	returnableProduct: { name: 'Returnable', needs: ATTRIBUTES },
	serviceFees: { name: 'Service Fees' },
	specialBidPricingAvailable: {
		name: 'Special Bid Price Available',
		value: priceAt('specialBidPricingAvailable'),
	},
	subscriptionPrice: { name: 'Subscription Prices' },
	uom: { name: 'Unit of Measure', needs: ATTRIBUTES },
	upc: { name: 'UPC' },
	vendorName: { name: 'Vendor Name' },
	vendorNumber: { name: 'Vendor Number', needs: ATTRIBUTES },
	webDiscountsAvailable: {
		name: 'Web Discounts Available',
		value: priceAt('webDiscountsAvailable'),
	},
} satisfies Output;

/** XI marks a product that it does not know, or of which it gives neither price nor stock, with the code E. */
export const isFound = ({ productStatusCode }: IDataObject): boolean =>
	typeof productStatusCode !== 'string' || productStatusCode.trim().toUpperCase() !== 'E';

/** What one piece costs the reseller. */
export const priceOf = priceAt('customerPrice');
export const currencyOf = priceAt('currencyCode');

import type { IDataObject } from 'n8n-workflow';

import { numberAt, type Output } from '../shared/output';
import { isFound, noPriceReason, price, pricesField, pricing } from './prices';

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

import type { IDataObject } from 'n8n-workflow';

import { numberAt, type Output } from '../shared/output';

/** What a product search can return. */
export const catalogOutput = {
	ingramPartNumber: { name: 'Ingram Part Number', simplified: true },
	vendorPartNumber: { name: 'Vendor Part Number', simplified: true },
	description: { name: 'Description', simplified: true },
	vendorName: { name: 'Vendor Name', simplified: true },
	upc: { name: 'UPC', path: 'upcCode', simplified: true },
	category: { name: 'Category', simplified: true },
	subcategory: { name: 'Subcategory', path: 'subCategory', simplified: true },
	type: { name: 'Type', simplified: true },
	discontinued: { name: 'Discontinued', simplified: true },
	productAuthorized: {
		name: 'Authorized to Purchase',
		path: 'authorizedToPurchase',
		simplified: true,
	},
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
	category: { name: 'Category', path: 'productCategory', simplified: true },
	subcategory: {
		name: 'Subcategory',
		simplified: true,
		value: (record: IDataObject) => record.productSubcategory ?? record.productSubCategory,
	},
	productClass: { name: 'Product Class', simplified: true },
	productAuthorized: { name: 'Authorized to Purchase', simplified: true },
	discontinued: {
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

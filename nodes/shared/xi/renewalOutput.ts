import type { IDataObject } from 'n8n-workflow';

import {
	allProducts,
	at,
	isProduct,
	isWhole,
	numberAt,
	type Output,
	productNumbers,
} from '../output';
/** What a search of renewals can return. */
export const renewalSearchOutput = {
	renewalId: { name: 'Renewal ID', simplified: true },
	customerOrderNumber: { name: 'Customer Order Number', simplified: true },
	referenceNumber: { name: 'Reference Number', simplified: true },
	endUserName: { name: 'End User', path: 'endUser', simplified: true },
	vendorName: { name: 'Vendor Name', path: 'vendor', simplified: true },
	expirationDate: { name: 'Expiration Date', simplified: true },
	renewalValue: numberAt('Renewal Value', 'renewalValue', true),
	renewalStatus: { name: 'Renewal Status', path: 'status', simplified: true },
	links: { name: 'Links' },
} satisfies Output;

/** XI sends blanks for a number that there is not. */
const numberOf = (name: string, path: string, simplified: typeof isWhole | boolean) => ({
	name,
	simplified,
	value: (record: IDataObject) => {
		const value = at(record, path);
		return typeof value === 'string' && value.trim() === '' ? undefined : value;
	},
});

/** What the details of a renewal can return: the renewal, or its products. */
export const renewalDetailsOutput = {
	renewalId: { name: 'Renewal ID', simplified: true },
	renewalStatus: { name: 'Renewal Status', path: 'status', simplified: true },
	expirationDate: { name: 'Expiration Date', simplified: true },
	renewalValue: numberAt('Renewal Value', 'renewalValue', isWhole),
	endUserName: { name: 'End User', path: 'endUser', simplified: true },
	vendorName: { name: 'Vendor Name', path: 'vendor', simplified: isWhole },
	customerOrderNumber: { name: 'Customer Order Number', simplified: isWhole },
	quoteNumber: numberOf('Quote Number', 'referenceNumber.quoteNumber', true),
	...allProducts('ingramPartNumber', 'vendorPartNumber', 'description', 'quantity', 'unitPrice'),
	additionalAttributes: { name: 'Additional Attributes' },
	...productNumbers,
	description: {
		name: 'Product Description',
		path: 'product.productDescription',
		simplified: isProduct,
	},
	quantity: numberAt('Product Quantity', 'product.quantity', isProduct),
	unitPrice: numberAt('Product Unit Price', 'product.unitPrice', isProduct),
	endCustomerOrderNumber: { name: 'End Customer Order Number' },
	endUserInfo: { name: 'End User Address' },
	ingramLineNumber: { name: 'Product Ingram Line Number', path: 'product.ingramLineNumber' },
	ingramOrderDate: { name: 'Order Date' },
	ingramOrderNumber: { name: 'Ingram Order Number' },
	ingramPurchaseOrderNumber: { name: 'Ingram Purchase Order Number' },
	isConsolidated: { name: 'Product Consolidated', path: 'product.isConsolidated' },
	manufacturerPartNumber: {
		name: 'Product Manufacturer Part Number',
		path: 'product.manufacturerPartNumber',
	},
	notificationId: numberOf('Notification ID', 'referenceNumber.notificationId', false),
} satisfies Output;

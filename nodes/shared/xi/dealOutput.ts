import {
	allProducts,
	isProduct,
	isWhole,
	numberAt,
	type Output,
	productNumbers,
	productPriceAt,
} from '../output';
/** What a search of deals can return. */
export const dealSearchOutput = {
	dealId: { name: 'Deal ID', simplified: true },
	version: { name: 'Version', simplified: true },
	vendorName: { name: 'Vendor Name', path: 'vendor', simplified: true },
	endUserName: { name: 'End User', path: 'endUser', simplified: true },
	dealExpiryDate: { name: 'Expiry Date', simplified: true },
	links: { name: 'Links' },
} satisfies Output;

/** What the details of a deal can return: the deal, or its products. */
export const dealDetailsOutput = {
	dealId: { name: 'Deal ID', simplified: true },
	vendorName: { name: 'Vendor Name', path: 'vendor', simplified: isWhole },
	endUserName: { name: 'End User', path: 'endUser', simplified: true },
	dealReceivedOn: { name: 'Received On', simplified: isWhole },
	dealExpiryDate: { name: 'Expiry Date', simplified: true },
	priceProtectionEndDate: { name: 'Price Protection End Date', simplified: isWhole },
	currencyCode: { name: 'Currency', simplified: true },
	extendedMsrpTotal: productPriceAt('Extended MSRP Total', 'extendedMsrp', isWhole),
	version: { name: 'Version', simplified: isWhole },
	...allProducts(
		'ingramPartNumber',
		'vendorPartNumber',
		'description',
		'msrp',
		'remainingQuantity',
		'daysRemaining',
	),
	...productNumbers,
	description: {
		name: 'Product Description',
		path: 'product.productDescription',
		simplified: isProduct,
	},
	msrp: productPriceAt('Product MSRP', 'product.msrp', isProduct),
	remainingQuantity: numberAt('Product Remaining Quantity', 'product.remainingQuantity', isProduct),
	daysRemaining: numberAt('Product Days Remaining', 'product.daysRemaining', isProduct),
	approvedQuantity: numberAt('Product Approved Quantity', 'product.approvedQuantity'),
	comments: { name: 'Product Comments', path: 'product.comments' },
	endUserInfo: { name: 'End User Address' },
	expirationDate: { name: 'Product Expiration Date', path: 'product.expirationDate' },
	extendedMsrp: productPriceAt('Product Extended MSRP', 'product.extendedMSRP'),
	specialConditions: { name: 'Product Special Conditions', path: 'product.specialConditions' },
	standardPrice: productPriceAt('Product Standard Price', 'product.standardPrice'),
	startDate: { name: 'Product Start Date', path: 'product.startDate' },
	upc: { name: 'Product UPC', path: 'product.upc' },
} satisfies Output;

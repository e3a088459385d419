import {
	allProducts,
	isProduct,
	isWhole,
	numberAt,
	type Output,
	type OutputField,
	productNumbers,
	productPriceAt,
} from '../shared/output';
import { warningsIn } from '../shared/transport/warnings';

/** What a search of quotes can return. */
export const quoteSearchOutput = {
	quoteNumber: { name: 'Quote Number', simplified: true },
	quoteName: { name: 'Quote Name', simplified: true },
	quoteStatus: { name: 'Quote Status', simplified: true },
	quoteTotal: numberAt('Quote Total', 'quoteTotal', true),
	currencyCode: { name: 'Currency', simplified: true },
	endUserName: {
		name: 'End User',
		simplified: true,
		// XI's sample has the name in the other one only.
		value: ({ endUserName, endUserContact }) => endUserName ?? endUserContact,
	},
	vendorName: { name: 'Vendor Name', path: 'vendor', simplified: true },
	ingramQuoteDate: { name: 'Created On', simplified: true },
	lastModifiedDate: { name: 'Last Modified On', simplified: true },
	ingramQuoteExpiryDate: { name: 'Expires On', simplified: true },
	createdBy: { name: 'Created By' },
	endUserContact: { name: 'End User Contact' },
	links: { name: 'Links' },
	quoteGuid: { name: 'Quote GUID' },
	quoteType: { name: 'Quote Type' },
	revision: { name: 'Revision' },
	specialBidNumber: { name: 'Special Bid Number' },
} satisfies Output;

/** What the details of a quote can return: the quote, or its products. */
export const quoteDetailsOutput = {
	quoteNumber: { name: 'Quote Number', simplified: true },
	quoteName: { name: 'Quote Name', simplified: true },
	quoteStatus: { name: 'Quote Status', path: 'status', simplified: true },
	currencyCode: { name: 'Currency', simplified: true },
	quoteTotal: numberAt('Quote Total', 'extendedQuotePriceTotal', isWhole),
	endUserName: {
		name: 'End User',
		path: 'endUserInfo.companyName',
		simplified: isWhole,
	},
	ingramQuoteDate: { name: 'Created On', simplified: isWhole },
	ingramQuoteExpiryDate: { name: 'Expires On', simplified: isWhole },
	specialBidNumber: { name: 'Special Bid Number', path: 'specialBidId', simplified: isWhole },
	...allProducts,
	...productNumbers,
	description: { name: 'Product Description', path: 'product.description', simplified: isProduct },
	quantity: numberAt('Product Quantity', 'product.quantity', isProduct),
	unitPrice: numberAt('Product Unit Price', 'product.price.quotePrice', isProduct),
	extendedPrice: numberAt('Product Extended Price', 'product.price.extendedQuotePrice', isProduct),
	additionalAttributes: { name: 'Additional Attributes' },
	billDetails: { name: 'Product Billing', path: 'product.billDetails' },
	closingReason: { name: 'Closing Reason' },
	customerNeed: { name: 'Customer Need' },
	dateClosed: { name: 'Closed On' },
	discountOffList: numberAt('Product List Discount', 'product.price.discountOffList'),
	discounts: { name: 'Product Discounts', path: 'product.price.discounts' },
	endDate: { name: 'Product End Date', path: 'product.endDate' },
	endUserInfo: { name: 'End User Address' },
	extendedMsrp: productPriceAt('Product Extended MSRP', 'product.price.extendedMsrp'),
	extendedMsrpTotal: productPriceAt('Extended MSRP Total', 'extendedMsrpTotal'),
	extraFeesTotal: numberAt('Extra Fees Total', 'extraFeesTotal'),
	freightCharges: numberAt('Freight Charges', 'freightAmount'),
	introPreamble: { name: 'Introduction (HTML)' },
	isPartialOrderAllowed: { name: 'Partial Order Allowed' },
	isSubscription: { name: 'Product Is Subscription', path: 'product.isSubscription' },
	isSuggestionProduct: { name: 'Product Is Suggestion', path: 'product.isSuggestionProduct' },
	lastModifiedDate: { name: 'Last Modified On' },
	leaseInfo: { name: 'Lease Information' },
	leasingInstructions: { name: 'Leasing Instructions' },
	legalTerms: { name: 'Legal Terms' },
	lineNumber: { name: 'Product Line Number', path: 'product.lineNumber' },
	minimumOrderAllowedQty: numberAt('Product Minimum Quantity', 'product.minimumOrderAllowedQty'),
	msrp: productPriceAt('Product MSRP', 'product.price.msrp'),
	notes: { name: 'Product Notes', path: 'product.notes' },
	paymentTermsName: { name: 'Payment Terms' },
	productsCount: numberAt('Number of Products', 'productsCount'),
	proposedSolution: { name: 'Proposed Solution' },
	purchaseInstructions: { name: 'Purchase Instructions' },
	quantityTotal: numberAt('Quantity Total', 'quantityTotal'),
	quoteGuid: { name: 'Quote GUID' },
	quoteType: { name: 'Quote Type' },
	remainingQuantity: numberAt('Product Remaining Quantity', 'product.remainingQuoteQty'),
	resellerInfo: { name: 'Reseller' },
	resellerMargin: numberAt('Product Reseller Margin', 'product.resellerMargin'),
	revision: { name: 'Revision' },
	shippingInfo: { name: 'Shipping' },
	specialBidEffectiveDate: { name: 'Special Bid Valid From' },
	specialBidExpirationDate: { name: 'Special Bid Expires On' },
	startDate: { name: 'Product Start Date', path: 'product.startDate' },
	statusReason: { name: 'Status Reason' },
	totalTax: numberAt('Total Tax', 'taxTotal'),
	terms: { name: 'Product Terms', path: 'product.terms' },
	totalQuoteAmount: numberAt('Total Amount', 'totalQuoteAmount'),
	vendorName: { name: 'Product Vendor Name', path: 'product.vendorName' },
	vendorQuoteNumber: { name: 'Vendor Quote Number' },
} satisfies Output;

const { quoteNumber, quoteName, quoteStatus, ...found } = quoteSearchOutput;

/** A quote that was found after an unclear answer has what a search says of it besides. */
const ifFound = (field: OutputField): OutputField => ({ ...field, simplified: false });

/** What a new quote can return: XI's confirmation, or the quote where it had to be looked for. */
export const createQuoteOutput: Output = {
	outcome: { name: 'Outcome', simplified: true },
	quoteNumber,
	quoteName,
	message: { name: 'Message', simplified: true },
	warnings: {
		name: 'Warnings',
		simplified: (record) => warningsIn(record).length > 0,
		value: warningsIn,
	},
	quoteStatus: ifFound(quoteStatus),
	...Object.fromEntries(
		Object.entries<OutputField>(found).map(([key, field]) => [key, ifFound(field)]),
	),
};

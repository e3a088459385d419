import type { IDataObject } from 'n8n-workflow';

import {
	allProducts,
	at,
	isProduct,
	isWhole,
	numberAt,
	OF_A_WRITE,
	type Output,
	productNumbers,
} from '../output';
import { warningsIn } from '../transport/warnings';

/** What a search of returns can return. */
export const returnSearchOutput = {
	caseRequestNumber: { name: 'Case Request Number', simplified: true },
	returnClaimId: { name: 'Return Claim ID', simplified: true },
	referenceNumber: { name: 'Reference Number', simplified: true },
	returnStatus: { name: 'Return Status', path: 'status', simplified: true },
	returnType: { name: 'Return Type', path: 'type', simplified: true },
	returnReason: { name: 'Return Reason', simplified: true },
	createdOn: { name: 'Created On', simplified: true },
	modifiedOn: { name: 'Modified On', simplified: true },
	estimatedTotal: numberAt('Estimated Total', 'estimatedTotalValue', true),
	credit: numberAt('Credit', 'credit', true),
	links: { name: 'Links' },
} satisfies Output;

/** What the details of a return can return: the return, or its products. */
export const returnOutput = {
	caseRequestNumber: { name: 'Case Request Number', simplified: true },
	returnClaimId: {
		name: 'Return Claim ID',
		simplified: isWhole,
		// The search calls it so; the details have a name of their own.
		value: ({ rmaClaimId, returnClaimId }: IDataObject) => rmaClaimId ?? returnClaimId,
	},
	referenceNumber: { name: 'Reference Number', simplified: true },
	returnStatus: { name: 'Return Status', path: 'status', simplified: isWhole },
	returnType: { name: 'Return Type', path: 'typeOfDetails', simplified: isWhole },
	returnReason: { name: 'Return Reason', simplified: true },
	createdOn: { name: 'Created On', simplified: isWhole },
	estimatedTotal: numberAt('Estimated Total', 'estimatedTotal', isWhole),
	returnWarehouseAddress: { name: 'Return Warehouse Address', simplified: isWhole },
	...allProducts(
		'ingramLineNumber',
		'lineStatus',
		'invoiceNumber',
		'ingramPartNumber',
		'vendorPartNumber',
		'description',
		'quantity',
		'unitPrice',
		'extendedPrice',
	),
	lineStatus: { name: 'Product Line Status', path: 'product.status', simplified: isProduct },
	invoiceNumber: {
		name: 'Product Invoice Number',
		path: 'product.invoiceNumber',
		simplified: isProduct,
	},
	ingramPartNumber: productNumbers.ingramPartNumber,
	description: {
		name: 'Product Description',
		path: 'product.description',
		simplified: isProduct,
	},
	quantity: numberAt('Product Quantity', 'product.quantity', isProduct),
	unitPrice: numberAt('Product Unit Price', 'product.unitPrice', isProduct),
	extendedPrice: numberAt('Product Extended Price', 'product.extendedPrice', isProduct),
	additionalDetails: { name: 'Product Additional Details', path: 'product.additionalDetails' },
	additionalFees: numberAt('Additional Fees', 'additionalFees'),
	customerOrderNumber: {
		name: 'Product Customer Order Number',
		path: 'product.customerOrderNumber',
	},
	ingramLineNumber: { name: 'Product Ingram Line Number', path: 'product.ingramLineNumber' },
	invoiceDate: { name: 'Product Invoice Date', path: 'product.invoiceDate' },
	invoiceNumberAsSent: { name: 'Product Invoice Number as Sent', path: 'product.invoiceNumber' },
	requestDetails: { name: 'Product Request Details', path: 'product.requestDetails' },
	returnBranch: { name: 'Product Return Branch', path: 'product.returnBranch' },
	shipFromBranch: { name: 'Product Ship From Branch', path: 'product.shipFromBranch' },
	subTotal: numberAt('Subtotal', 'subTotal'),
	totalTax: numberAt('Total Tax', 'tax'),
	upc: { name: 'Product UPC', path: 'product.upc' },
	vendorPartNumber: { name: 'Product Vendor Part Number', path: 'product.vendorPartNumber' },
} satisfies Output;

const isWarned = (record: IDataObject): boolean => warningsIn(record).length > 0;

/**
 * What the creation of a return can return: each return that came of it. Rows may also come from the
 * search and the details (lookForReturns), whose names they then have.
 */
export const createdReturnOutput = {
	...OF_A_WRITE,
	caseRequestNumber: { name: 'Case Request Number', simplified: true },
	returnClaimId: {
		name: 'Return Claim ID',
		simplified: true,
		value: (record: IDataObject) => at(record, 'rmaClaimId') ?? at(record, 'returnClaimId'),
	},
	referenceNumber: { name: 'Reference Number', simplified: true },
	returnStatus: { name: 'Return Status', path: 'status', simplified: true },
	ingramPartNumber: { name: 'Ingram Part Number', simplified: true },
	// Known to whoever asked for it; makes room where there is something to say.
	quantity: numberAt('Quantity', 'quantity', (record) => !isWarned(record)),
	warnings: { name: 'Warnings', simplified: isWarned, value: warningsIn },
	estimatedTotal: numberAt('Estimated Total', 'estimatedTotalValue', true),
	linesNotInAnswer: { name: 'Lines Not in the Answer', simplified: true },
	// Makes room among the ten of Simplified, as does the reason, which is known to whoever asked.
	createdOn: { name: 'Created On' },
	credit: numberAt('Credit', 'credit'),
	links: { name: 'Links' },
	notes: { name: 'Notes' },
	products: { name: 'Products' },
	returnReason: { name: 'Return Reason' },
	returnType: { name: 'Return Type', path: 'type' },
	vendorPartNumber: { name: 'Vendor Part Number' },
} satisfies Output;

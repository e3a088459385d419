import type { IDataObject } from 'n8n-workflow';

import { BadInput, UnexpectedAnswer } from '../shared/errors';
import { choice, collection, flag, optionalFlag, text } from '../shared/fields/field';
import { attributeRows } from '../shared/fields/attributes';
import { adviceIfForeign, otherNumberAdvice } from '../shared/xi/productNumbers';
import { anyProduct } from '../shared/xi/products';
import { batchRead } from '../shared/operation';
import { ONE_PRODUCT } from '../shared/forModels';
import { switchesFor } from '../shared/output';
import {
	canBeBought,
	candidateOf,
	isFound,
	notFoundReason,
	priceAndAvailabilityOutput,
	priceRequest,
} from '../shared/xi/prices';
import { matchAnswers, type PriceAndAvailabilityEntry } from '../shared/xi/matchAnswers';
import {
	asksOf,
	MOST_PRODUCTS,
	otherIdentifiers,
	type ProductAsk,
	productDetails,
	productListOf,
	subjectOf,
} from '../shared/xi/productAsk';
import { moversOf, onlyWhatChanged } from './onlyWhatChanged';
import { EACH, FAIL, IF_SEVERAL, ONLY_BUYABLE } from './severalProducts';
import { warehouses } from './warehouses';

/**
 * At most 50 products a call, of whatever number of input items. XI documentation: "Price and
 * Availability".
 *
 * A 200 is not a success of every product: one that XI does not know comes back as a short entry
 * with the status code E, mostly in a 207. It is a row of its own item, with `found` false, unless
 * the user wants it to fail the item.
 */
export const getPriceAndAvailability = batchRead({
	option: {
		name: 'Get Price and Availability',
		value: 'getPriceAndAvailability',
		action: 'Get price and availability',
		description:
			'Get your live price and the stock of products; input items share calls of 50 products. By Ingram part number (SKU), vendor part number (VPN), UPC, your own part number or plan.',
	},
	forModels: [ONE_PRODUCT, 'Product List takes up to 50 at once, as in ["4A0036","123512"].'],
	parameters: {
		product: anyProduct,
		otherIdentifiers: collection(
			'Other Identifiers',
			{
				...otherIdentifiers,
				productList: productListOf('Product List', {
					skeleton: [{ ingramPartNumber: '' }, { vendorPartNumber: '' }],
					description:
						'Up to 50 products in one item: Ingram part numbers, or objects with one of ingramPartNumber, vendorPartNumber, upc, customerPartNumber or planId, and optionally quantity and additionalAttributes. For a subscription, planId, vendorPartNumber and resourceId together.',
				}),
			},
			{
				addLabel: 'Add identifier',
				description:
					"Other ways to name the product, or a whole list of products. If several are filled in, the first of these is used: 'Product', Vendor Part Number, UPC, Customer Part Number, Plan ID. Plan ID, Vendor Part Number and Resource ID of a subscription are used together.",
			},
		),
		includeAvailability: flag('Include Availability', {
			default: true,
			description: 'Whether to return the stock, in total and by warehouse',
		}),
		includePricing: flag('Include Pricing', {
			default: true,
			description: 'Whether to return your price and the retail price',
		}),
		ifNotFound: choice(
			'If a Product Is Not Found',
			[
				{
					name: 'Return a Row Marked as Not Found',
					value: 'returnRow',
					description:
						'The item gets a row with Ingram Micro’s message, in which Found is false (in the raw output, the status code is E)',
				},
				{
					name: 'Fail the Item',
					value: 'failItem',
					description: 'The item fails, as the node’s On Error setting says',
				},
			],
			{
				default: 'returnRow',
				description: 'What to do with a product that Ingram Micro does not know',
			},
		),
		ifSeveralProducts: choice(IF_SEVERAL.name, [FAIL, EACH, ONLY_BUYABLE], IF_SEVERAL.texts),
		onlyWhatChanged,
		productDetails: collection('Product Details', productDetails, {
			addLabel: 'Add detail',
			description:
				'What you want of the single product of this item. Entries of a list have their own.',
		}),
		additionalFields: collection(
			'Additional Fields',
			{
				additionalAttributes: attributeRows(
					'Additional Attributes',
					'Other attributes of the request that Ingram Micro told you to send',
				),
				availabilityByWarehouse: warehouses,
				includeProductAttributes: optionalFlag('Include Product Attributes', {
					default: true,
					description: 'Whether to return the detailed attributes of the product as well',
				}),
				showAvailableDiscounts: optionalFlag('Show Available Discounts', {
					default: true,
					description: 'Whether to return the discounts that you could get',
				}),
				showReserveInventoryDetails: optionalFlag('Show Reserved Stock', {
					default: true,
					description: 'Whether to return the stock that is reserved for you',
				}),
				specialBidNumber: text('Special Bid Number', {
					placeholder: 'e.g. TESTRKP1',
					description: 'The vendor-approved bid at whose prices you want to buy',
				}),
			},
			{ addLabel: 'Add field' },
		),
	},
	output: priceAndAvailabilityOutput,
	capacity: MOST_PRODUCTS,
	asks: ({ product: single, otherIdentifiers: others, productDetails: details, ...wanted }) => {
		if (wanted.ifSeveralProducts === 'returnBuyable' && !wanted.includeAvailability) {
			throw new BadInput(
				"'If Several Products Match' looks at the stock, and 'Include Availability' is off",
				"Switch on 'Include Availability', or choose something else under 'If Several Products Match'",
			);
		}
		return asksOf(single, others, details);
	},
	identity: ({ by, value, ...wish }: ProductAsk) => JSON.stringify([subjectOf(by, value), wish]),
	subject: ({ by, value }) => subjectOf(by, value),
	request: (asks, { includeAvailability, includePricing, additionalFields, ...wanted }) => {
		const { includeProductAttributes, ...fields } = {
			...additionalFields,
			...switchesFor(priceAndAvailabilityOutput, wanted),
		};
		return priceRequest(
			asks,
			{ includeAvailability, includePricing, includeProductAttributes },
			fields,
		);
	},
	match: (answer: PriceAndAvailabilityEntry[], asks) => {
		if (!Array.isArray(answer)) throw new UnexpectedAnswer('list of products');
		return matchAnswers(answer, asks);
	},
	choose: (among: IDataObject[], { ifSeveralProducts }) => {
		if (ifSeveralProducts === 'returnRows') return among;
		const buyable = ifSeveralProducts === 'returnBuyable' ? among.filter(canBeBought) : [];
		return buyable.length === 1 ? buyable : undefined;
	},
	candidate: candidateOf,
	refuse(row: IDataObject, { ifNotFound }, { by, value }) {
		if (ifNotFound !== 'failItem' || isFound(row)) return undefined;
		const message = notFoundReason(row);
		return by === 'ingramPartNumber' ? { message, remedy: otherNumberAdvice(value) } : message;
	},
	wanted: moversOf,
	isUnknown: (row: IDataObject) => !isFound(row),
	advice: ({ by, value }) => (by === 'ingramPartNumber' ? adviceIfForeign(value) : undefined),
	explain: (row: IDataObject, phrase) =>
		isFound(row)
			? row
			: {
					...row,
					productStatusMessage: `${notFoundReason(row)} (${phrase})`,
				},
});

import type { IDataObject } from 'n8n-workflow';

import { choice, requiredText, when } from '../shared/fields/field';
import { ingramNumberOf } from '../shared/xi/ingramNumbers';
import { adviceIfForeign, otherNumberAdvice } from '../shared/xi/productNumbers';
import { requiredAnyProduct } from '../shared/xi/products';
import { read } from '../shared/operation';
import { ONE_PRODUCT } from '../shared/forModels';
import { project } from '../shared/output';
import { clean } from '../shared/transport/refusal';
import { UnexpectedAnswer } from '../shared/errors';
import { detailsOutput } from './output';
import { EACH, FAIL, IF_SEVERAL } from './severalProducts';
import { isRecord } from '../shared/records';

const BY_ITS_NUMBER = "Get it by its Ingram part number, or change 'If Several Products Match'";

/** The details of a product. For a subscription the product's own fields are null. */
export interface ProductDetailsAnswer extends IDataObject {
	ingramPartNumber?: string | null;
	vendorPartNumber?: string | null;
	subscriptionDetails?: IDataObject[] | null;
}

/** What to do where XI does not take a number, or does not know it. */
function remediesFor(number: string, upc: string | undefined): Record<number, string> {
	if (upc !== undefined) {
		return {
			404: `${number} was found under the UPC ${upc}. Outside of the USA, India and the Netherlands choose By VPN in Product, with the manufacturer’s part number`,
		};
	}
	const unknown = `Check the number, and that it belongs to the customer number and country used. ${otherNumberAdvice(number)}`;
	const foreign = adviceIfForeign(number);
	return foreign === undefined ? { 404: unknown } : { 400: foreign, 404: unknown };
}

/** The different products in an answer: XI documents one, as itself. */
function productsIn(answer: ProductDetailsAnswer | ProductDetailsAnswer[]): ProductDetailsAnswer[] {
	const holdsProduct = (entry: unknown): entry is ProductDetailsAnswer =>
		isRecord(entry) &&
		['ingramPartNumber', 'vendorPartNumber', 'subscriptionDetails'].some((key) => key in entry);
	const products = (Array.isArray(answer) ? answer : [answer]).filter(holdsProduct);
	const contents = products.map((product) => JSON.stringify(product));
	return products.filter((_, number) => contents.indexOf(contents[number]) === number);
}

/**
 * XI documentation: "Product Details". With a plan or a manufacturer's part number, the path has no
 * part number.
 *
 * The portal lists plan and vendor part number as query parameters of the first form; the links in
 * XI's own answers, and its OpenAPI document, have them on the second. Its limit of six characters
 * for the Ingram part number contradicts its own samples, so 18 holds, as on order lines.
 */
export const get = read({
	option: {
		name: 'Get Product',
		value: 'get',
		action: 'Get product',
		description:
			'Read the details of one product: texts, category, class, specifications. By Ingram part number (SKU), vendor part number (VPN), UPC or plan.',
	},
	forModels: [ONE_PRODUCT],
	parameters: {
		getBy: choice(
			'Get By',
			[
				{ name: 'Plan ID', value: 'planId' },
				{ name: 'Plan Name', value: 'planName' },
				{ name: 'Product', value: 'product' },
			],
			{
				default: 'product',
				description:
					'What you know of the product. Ingram Micro offers details by Ingram part number or UPC in the USA, India and the Netherlands.',
			},
		),
		product: when({ getBy: ['product'] }, requiredAnyProduct),
		planId: when(
			{ getBy: ['planId'] },
			requiredText('Plan ID', {
				placeholder: 'e.g. 438323',
				description: 'The ID of a subscription plan',
			}),
		),
		planName: when(
			{ getBy: ['planName'] },
			requiredText('Plan Name', {
				prose: true,
				placeholder: 'e.g. Office 365 E5',
				description: 'The name of a subscription plan',
			}),
		),
		ifSeveralProducts: choice(IF_SEVERAL.name, [FAIL, EACH], IF_SEVERAL.texts),
	},
	output: detailsOutput,
	lookUp: ingramNumberOf('product', ['upc'], {
		wantsEach: ({ ifSeveralProducts }) => ifSeveralProducts === EACH.value,
		remedy: BY_ITS_NUMBER,
	}),
	request: ({ product: { ingramPartNumber, vendorPartNumber, upc } = {}, planId, planName }) =>
		ingramPartNumber === undefined
			? {
					method: 'GET',
					path: '/resellers/v6/catalog/details',
					query: { vendorPartNumber, planId, planName },
				}
			: {
					method: 'GET',
					path: '/resellers/v6/catalog/details/{ingramPartNumber}',
					pathValues: { ingramPartNumber },
					remedies: remediesFor(ingramPartNumber, upc),
				},
	rows: (answer: ProductDetailsAnswer | ProductDetailsAnswer[], { product, ifSeveralProducts }) => {
		// Under an Ingram part number there is one, and no list.
		const isOne = product?.ingramPartNumber !== undefined;
		const products = isOne && Array.isArray(answer) ? [] : productsIn(answer);
		if (products.length === 0) throw new UnexpectedAnswer('product');
		if (products.length > 1 && ifSeveralProducts !== EACH.value) {
			const numbers = products.map(({ ingramPartNumber }) => clean(ingramPartNumber) ?? 'unnamed');
			throw new UnexpectedAnswer(`single product, but ${products.length}: ${numbers.join(', ')}`, {
				remedy: BY_ITS_NUMBER,
				candidates: products.map((product) =>
					project(detailsOutput, product, { output: 'simplified' }),
				),
			});
		}
		return products;
	},
});

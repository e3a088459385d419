import { getPriceAndAvailability } from '../../../nodes/IngramMicroProductCatalog/getPriceAndAvailability.operation.ts';
import type { ProductAsk } from '../../../nodes/shared/xi/productAsk.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, paramsOf, requestFor } from '../support.mts';

const locator = (value: string) => ({ __rl: true, mode: 'ingramPartNumber', value });

describe('Get Price and Availability', () => {
	const bodyFor = (given: Record<string, unknown>) =>
		requestFor(getPriceAndAvailability, given).body;
	const product = locator('4A0036');

	it('asks for stock and prices of one product', () => {
		expect(requestFor(getPriceAndAvailability, { product })).toEqual({
			method: 'POST',
			path: '/resellers/v6/catalog/priceandavailability',
			query: { includeAvailability: true, includePricing: true },
			body: { products: [{ ingramPartNumber: '4A0036' }] },
		});
	});

	it.each([
		[{ includeAvailability: false }, { includeAvailability: false, includePricing: true }],
		[{ includePricing: 'false' }, { includeAvailability: true, includePricing: false }],
		[
			{ additionalFields: { includeProductAttributes: true } },
			{ includeAvailability: true, includePricing: true, includeProductAttributes: true },
		],
		[
			{ additionalFields: { includeProductAttributes: false } },
			{ includeAvailability: true, includePricing: true, includeProductAttributes: false },
		],
	])('sends %j in the query', (given, query) => {
		expect(requestFor(getPriceAndAvailability, { product, ...given }).query).toEqual(query);
	});

	it.each<[string, object, object]>([
		['a vendor part number', { vendorPartNumber: 'E2016HV' }, { vendorPartNumber: 'E2016HV' }],
		['a bar code', { upc: '0884116186519' }, { upc: '0884116186519' }],
		['a customer part number', { customerPartNumber: 'A5' }, { customerPartNumber: 'A5' }],
		['a plan', { planID: '438323' }, { planID: '438323' }],
	])('asks by %s, in XI’s spelling', (_, otherIdentifiers, products) => {
		expect(bodyFor({ otherIdentifiers })).toEqual({ products: [products] });
	});

	it.each<[object, object]>([
		[{ showAvailableDiscounts: true }, { showAvailableDiscounts: true }],
		[{ showReserveInventoryDetails: false }, { showReserveInventoryDetails: false }],
		[{ specialBidNumber: ' TESTRKP1 ' }, { specialBidNumber: 'TESTRKP1' }],
		[{ specialBidNumber: '' }, {}],
		[
			{
				availabilityByWarehouse: {
					warehouse: [
						{ availabilityByWarehouseId: 40 },
						{ availabilityByWarehouseId: '80', availabilityForAllLocation: true },
					],
				},
			},
			{
				availabilityByWarehouse: [
					{ availabilityByWarehouseId: '40' },
					{ availabilityByWarehouseId: '80', availabilityForAllLocation: true },
				],
			},
		],
		[{ availabilityByWarehouse: {} }, {}],
		[
			{ additionalAttributes: { attribute: [{ attributeName: 'a', attributeValue: 'b' }] } },
			{ additionalAttributes: [{ attributeName: 'a', attributeValue: 'b' }] },
		],
		[{ additionalAttributes: {} }, {}],
	])('sends the additional fields %j as %j', (additionalFields, fields) => {
		expect(bodyFor({ product, additionalFields })).toEqual({
			products: [{ ingramPartNumber: '4A0036' }],
			...fields,
		});
	});

	it('sends what is wanted of the product with the product', () => {
		const productDetails = {
			quantityRequested: 5,
			shipFromBranchNumber: '40',
			additionalAttributes: { attribute: { attributeName: 'a', attributeValue: 'b' } },
		};
		expect(bodyFor({ product, productDetails })).toEqual({
			products: [
				{
					ingramPartNumber: '4A0036',
					quantityRequested: '5',
					additionalAttributes: [
						{ attributeName: 'shipfrombranchnumber', attributeValue: '40' },
						{ attributeName: 'a', attributeValue: 'b' },
					],
				},
			],
		});
	});

	it('sends a list of products, given as JSON or by an expression', () => {
		const list = ['4A0036', { vendorPartNumber: 'E2016HV', quantity: 2 }];
		for (const productList of [list, JSON.stringify(list)]) {
			expect(bodyFor({ product: locator(''), otherIdentifiers: { productList } })).toEqual({
				products: [
					{ ingramPartNumber: '4A0036' },
					{ vendorPartNumber: 'E2016HV', quantityRequested: '2' },
				],
			});
		}
	});

	it.each<[object, RegExp]>([
		[{}, /^No product is given$/],
		[{ product: locator('x'.repeat(19)) }, /^'Product' has 19 characters/],
		[{ product, otherIdentifiers: { productList: '["A"]' } }, /^Both 'Product List' and/],
		[{ otherIdentifiers: { productList: '[A]' } }, /^'Product List' in 'Other Identifiers' is not/],
		[{ otherIdentifiers: { productList: '[]' } }, /^'Product List' is empty$/],
		[{ otherIdentifiers: { upc: '12' } }, /^'UPC' in 'Other Identifiers' is "12"/],
		[{ product, productDetails: { quantityRequested: 0 } }, /^'Quantity' in 'Product Details'/],
		[{ product, ifNotFound: 'explode' }, /^'If a Product Is Not Found' is "explode"/],
	])('refuses %j', (given, message) => {
		expect(badInputOf(() => requestFor(getPriceAndAvailability, { ...given })).message).toMatch(
			message,
		);
	});

	it('without any products shows whether two items can share a call', () => {
		const callOf = (given: object) => {
			const params = paramsOf(getPriceAndAvailability, { ...given });
			return JSON.stringify(getPriceAndAvailability.request([], params as never));
		};
		const plain = callOf({ product });
		const details = { productDetails: { quantityRequested: 5 } };
		expect(callOf({ product: locator('other'), ifNotFound: 'failItem', ...details })).toBe(plain);
		expect(callOf({ product, includePricing: false })).not.toBe(plain);
		expect(callOf({ product, additionalFields: { specialBidNumber: 'X' } })).not.toBe(plain);
	});

	describe('two asks', () => {
		const { identity, subject } = getPriceAndAvailability;
		const ask: ProductAsk = { by: 'vendorPartNumber', value: 'E2016HV' };

		it.each<[string, ProductAsk, { same: boolean; together: boolean }]>([
			['that are equal', { ...ask }, { same: true, together: false }],
			['in another case', { ...ask, value: 'e2016hv' }, { same: true, together: false }],
			[
				'for another quantity',
				{ ...ask, quantityRequested: '2' },
				{ same: false, together: false },
			],
			[
				'with an attribute',
				{ ...ask, additionalAttributes: [{ attributeName: 'a', attributeValue: 'b' }] },
				{ same: false, together: false },
			],
			['for another product', { ...ask, value: 'X' }, { same: false, together: true }],
			[
				'by another kind of number',
				{ ...ask, by: 'customerPartNumber' },
				{ same: false, together: true },
			],
		])('%s are the same, or may share a call: %j', (_, other, { same, together }) => {
			expect(identity(other) === identity(ask)).toBe(same);
			expect(subject(other) !== subject(ask)).toBe(together);
		});
	});

	it('puts at most 50 products in a call', () => {
		expect(getPriceAndAvailability.capacity).toBe(50);
	});

	it('takes nothing but a list for an answer', () => {
		for (const answer of [{}, { errors: [] }, { 0: {} }]) {
			expect(() => getPriceAndAvailability.match(answer as never, [])).toThrow(UnexpectedAnswer);
		}
		const asks: ProductAsk[] = [{ by: 'upc', value: '12345678' }];
		const row = { upc: '12345678' };
		expect(getPriceAndAvailability.match([row], asks)).toEqual([{ row }]);
	});

	it.each<[string, object, string | undefined, string | undefined]>([
		['that was found', { productStatusMessage: 'A special price' }, undefined, undefined],
		[
			'that was not found',
			{ productStatusCode: 'E', productStatusMessage: 'Product <b>not</b> found ' },
			undefined,
			'Product not found',
		],
		[
			'that was not found, without a message',
			{ productStatusCode: 'E' },
			undefined,
			'Ingram Micro does not know this product',
		],
		[
			'that was not found',
			{ productStatusCode: 'E', productStatusMessage: 'Not found', ingramPartNumber: 'AB1' },
			undefined,
			'Not found',
		],
	])('a row %s fails its item only where the user wants it', (_, row, lenient, strict) => {
		const refuse = (ifNotFound?: string) =>
			getPriceAndAvailability.refuse?.(
				row as never,
				paramsOf(getPriceAndAvailability, { product, ifNotFound }) as never,
				{ by: 'vendorPartNumber', value: 'V' },
			);
		expect(refuse()).toBe(lenient);
		expect(refuse('returnRow')).toBe(lenient);
		expect(refuse('failItem')).toBe(strict);
	});
});

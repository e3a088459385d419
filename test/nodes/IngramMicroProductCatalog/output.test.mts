import { catalogOutput, detailsOutput } from '../../../nodes/IngramMicroProductCatalog/output.ts';
import { isFound, priceAndAvailabilityOutput } from '../../../nodes/shared/xi/prices.ts';
import { type Output, project } from '../../../nodes/shared/output.ts';

const simplified = (output: Output, record: object) =>
	project(output, record as never, { output: 'simplified' });
const picked = (output: Output, record: object, ...fields: string[]) =>
	project(output, record as never, { output: 'selectedFields', fields });

describe('each output', () => {
	it.each<[string, Output]>([
		['of the search', catalogOutput],
		['of the details', detailsOutput],
		['of price and availability', priceAndAvailabilityOutput],
	])('%s has at most ten simplified fields, no name twice, and no top-level error', (_, output) => {
		const fields = Object.values(output);
		const names = fields.map(({ name }) => name);
		expect(fields.filter((field) => field.simplified).length).toBeLessThanOrEqual(10);
		expect(new Set(names).size).toBe(names.length);
		expect(output).not.toHaveProperty('error');
	});
});

describe('a product of the search', () => {
	it('has its words of yes and no as booleans', () => {
		expect(
			simplified(catalogOutput, {
				ingramPartNumber: '4A0036',
				vendorPartNumber: 'E2016HV',
				upcCode: '0884116186519',
				discontinued: 'False',
				authorizedToPurchase: 'True',
			}),
		).toStrictEqual({
			ingramPartNumber: '4A0036',
			vendorPartNumber: 'E2016HV',
			description: null,
			vendorName: null,
			upc: '0884116186519',
			category: null,
			subcategory: null,
			type: null,
			discontinued: false,
			productAuthorized: true,
		});
	});

	it.each([
		['true', true],
		['True', true],
		[' TRUE ', true],
		[true, true],
		['false', false],
		[false, false],
		['', null],
		[null, null],
		[undefined, null],
		['maybe', 'maybe'],
		[1, true],
	])('has %j as %j', (word, expected) => {
		const record = { directShip: word };
		expect(picked(catalogOutput, record, 'directShip')).toEqual({ directShip: expected });
	});
});

describe('the details of a product', () => {
	it('have the subcategory in either spelling, and flags from where they stand', () => {
		const record = {
			productSubCategory: 'LCD',
			productAuthorized: 'True',
			indicators: { isDiscontinuedProduct: 'false' },
		};
		expect(simplified(detailsOutput, record)).toMatchObject({
			subcategory: 'LCD',
			productAuthorized: true,
			discontinued: false,
		});
		expect(picked(detailsOutput, { productSubcategory: 'A' }, 'subcategory')).toEqual({
			subcategory: 'A',
		});
	});
});

describe('price and availability', () => {
	const pricing = { customerPrice: 5.43, retailPrice: 10, mapPrice: 0, currencyCode: 'USD' };
	const prices = { customerPrice: 5.43, retailPrice: 10, currencyCode: 'USD' };

	it('has the prices beside the stock, or inside it', () => {
		const availability = { available: true, totalAvailability: 0 };
		for (const record of [
			{ pricing, availability },
			{ availability: { ...availability, pricing } },
		]) {
			expect(simplified(priceAndAvailabilityOutput, record)).toMatchObject({
				...prices,
				found: true,
				totalAvailability: 0,
			});
			expect(picked(priceAndAvailabilityOutput, record, 'mapPrice')).toEqual({ mapPrice: null });
		}
	});

	it('has words as booleans, amounts as numbers, and no blanks behind', () => {
		const record = {
			ingramPartNumber: 'S9736LL/A ',
			productAuthorized: 'False',
			acceptBackOrder: 'TRUE',
			bundlePartIndicator: 'N',
			pricing: { customerPrice: '1,234.50', retailPrice: '1,500', webDiscountsAvailable: 'Y' },
			availability: { available: 'True', totalAvailability: '12 ' },
		};
		const fields = [
			...['ingramPartNumber', 'productAuthorized', 'acceptBackOrder', 'bundlePartIndicator'],
			...['customerPrice', 'retailPrice', 'webDiscountsAvailable'],
			...['available', 'totalAvailability'],
		];
		const wanted = { output: 'selectedFields', fields };
		expect(project(priceAndAvailabilityOutput, record, wanted)).toEqual({
			ingramPartNumber: 'S9736LL/A',
			productAuthorized: false,
			acceptBackOrder: true,
			bundlePartIndicator: false,
			customerPrice: 1234.5,
			retailPrice: '1,500',
			webDiscountsAvailable: true,
			available: true,
			totalAvailability: 12,
		});
		expect(project(priceAndAvailabilityOutput, record, { output: 'raw' })).toBe(record);
	});

	it('of an unknown product has XI’s message and no price', () => {
		const record = {
			index: 1,
			productStatusCode: 'E',
			productStatusMessage: 'Product not found',
			ingramPartNumber: '12351211',
		};
		expect(simplified(priceAndAvailabilityOutput, record)).toStrictEqual({
			found: false,
			ingramPartNumber: '12351211',
			vendorPartNumber: null,
			customerPrice: null,
			noPriceReason: 'Product not found',
			retailPrice: null,
			currencyCode: null,
			totalAvailability: null,
			productAuthorized: null,
			productStatusMessage: 'Product not found',
		});
	});

	it.each([
		['0', 0],
		['0.00', '0.00'],
		['a text of zeros with a currency', 'USD 0,00'],
		['below zero', -5],
		['below zero as a text', '-5.10'],
		['a word', 'Call'],
		['blanks', '  '],
		['null', null],
		['missing', undefined],
		['no number', NaN],
		['a flag', false],
	])('has no price where XI sends %s, and says why', (_, customerPrice) => {
		for (const beside of [true, false]) {
			const told = { customerPrice, retailPrice: customerPrice, mapPrice: customerPrice };
			const record = beside ? { pricing: told } : { availability: { pricing: told } };
			expect(simplified(priceAndAvailabilityOutput, record)).toMatchObject({
				customerPrice: null,
				retailPrice: null,
				noPriceReason: expect.stringMatching(
					/^Ingram Micro sent (no price|".+", which is no price)$/,
				),
			});
			expect(
				picked(priceAndAvailabilityOutput, record, 'customerPrice', 'retailPrice', 'mapPrice'),
			).toEqual({ customerPrice: null, retailPrice: null, mapPrice: null });
			expect(project(priceAndAvailabilityOutput, record as never, { output: 'raw' })).toBe(record);
		}
	});

	it.each([
		[5.43, 5.43],
		['5.43', 5.43],
		[0.01, 0.01],
	])('has a price of %j as %j, and no reason', (customerPrice, expected) => {
		const record = { pricing: { customerPrice }, productAuthorized: false };
		expect(simplified(priceAndAvailabilityOutput, record)).toMatchObject({
			customerPrice: expected,
			noPriceReason: null,
		});
	});

	it.each<[string, object, string]>([
		[
			'may not be bought',
			{ productAuthorized: false },
			'You are not authorized to buy this product',
		],
		[
			'may not, as a text',
			{ productAuthorized: 'False' },
			'You are not authorized to buy this product',
		],
		[
			'may not, as a letter',
			{ productAuthorized: 'N' },
			'You are not authorized to buy this product',
		],
		['is unknown', { productStatusCode: 'E' }, 'Ingram Micro does not know this product'],
		[
			'is a subscription',
			{ subscriptionPrice: [{ planId: '438323' }] },
			'It is a subscription: the prices of its plans are in Subscription Prices',
		],
	])('of what %s says so in place of a price of 0', (_, more, noPriceReason) => {
		const record = { pricing: { customerPrice: 0 }, ...more };
		expect(simplified(priceAndAvailabilityOutput, record)).toMatchObject({
			customerPrice: null,
			noPriceReason,
		});
	});

	it('has null for prices of 0 in the lists of plans and discounts, and the rest as it is', () => {
		const pricing = { name: 'Recurring fee', quantity: '0', msrp: 0, unitPrice: '0.00' };
		const record = {
			subscriptionPrice: [{ planId: '1', options: [{ minUnits: 0, resourcePricing: [pricing] }] }],
			discounts: [
				{ specialPricing: [{ specialPricingDiscount: 0, governmentDiscountedCustomerPrice: 0 }] },
			],
		};
		expect(picked(priceAndAvailabilityOutput, record, 'subscriptionPrice', 'discounts')).toEqual({
			subscriptionPrice: [
				{
					planId: '1',
					options: [
						{ minUnits: 0, resourcePricing: [{ ...pricing, msrp: null, unitPrice: null }] },
					],
				},
			],
			discounts: [
				{
					specialPricing: [{ specialPricingDiscount: 0, governmentDiscountedCustomerPrice: null }],
				},
			],
		});
	});

	it.each([
		['E', false],
		['e', false],
		['E ', false],
		['W', true],
		['', true],
		[undefined, true],
		[null, true],
	])('with the status code %j is found: %j', (productStatusCode, expected) => {
		const record = { productStatusCode, productStatusMessage: 'A special price' };
		expect(isFound(record as never)).toBe(expected);
	});
});

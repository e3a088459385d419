import {
	asksOf,
	IDENTIFIERS,
	MOST_PRODUCTS,
	otherIdentifiers,
	productDetails,
} from '../../../../nodes/shared/xi/productAsk.ts';
import { badInputOf } from '../../support.mts';

const none = {
	customerPartNumber: undefined,
	planID: undefined,
	upc: undefined,
	vendorPartNumber: undefined,
};
const single = (product?: string, others: object = {}, details = {}) =>
	asksOf(
		product === undefined ? undefined : { ingramPartNumber: product },
		{ ...none, ...others },
		details,
	);
const listed = (productList: unknown, others: object = {}) =>
	asksOf(undefined, { ...none, ...others, productList }, {});
const skus = (count: number) => Array.from({ length: count }, (_, index) => `SKU${index}`);

describe('an item with one product', () => {
	it.each([
		['ingramPartNumber', '4A0036', {}],
		['vendorPartNumber', undefined, { vendorPartNumber: 'E2016HV' }],
		['upc', undefined, { upc: '0884116186519' }],
		['customerPartNumber', undefined, { customerPartNumber: 'A5' }],
		['planID', undefined, { planID: '438323' }],
	])('asks by %s', (by, product, others) => {
		const value = product ?? Object.values(others)[0];
		expect(single(product, others)).toEqual([{ by, value }]);
	});

	it('asks by the best of several identifiers', () => {
		const given: Record<string, string> = {
			vendorPartNumber: 'V',
			upc: '12345678',
			customerPartNumber: 'C',
			planID: 'P',
		};
		expect(single('I', given)).toEqual([{ by: 'ingramPartNumber', value: 'I' }]);
		for (const by of IDENTIFIERS.slice(1)) {
			expect(single(undefined, given)).toEqual([{ by, value: given[by] }]);
			delete given[by];
		}
	});

	const [vendorPartNumber, planID, resourceId] = ['CFQ7TTC0LF8S:0002', '438323', '15612650'];
	it.each<[object, object]>([
		[
			{ vendorPartNumber, planID, resourceId },
			{ by: 'planID', value: planID, vendorPartNumber, resourceId },
		],
		[
			{ planID, resourceId },
			{ by: 'planID', value: planID, resourceId },
		],
		[
			{ vendorPartNumber, planID },
			{ by: 'planID', value: planID, vendorPartNumber },
		],
		[
			{ vendorPartNumber, resourceId },
			{ by: 'vendorPartNumber', value: vendorPartNumber, resourceId },
		],
	])('asks for a subscription by all of %j', (given, ask) => {
		expect(single(undefined, given)).toStrictEqual([ask]);
		const { planID: plan, ...rest } = given as Record<string, string | undefined>;
		expect(listed([{ ...rest, ...(plan && { planId: plan }) }])).toStrictEqual([ask]);
		expect(listed([{ ...rest, ...(plan && { PLANID: Number(plan) }) }])).toStrictEqual([ask]);
	});

	it.each<[string | undefined, object]>([
		[undefined, { resourceId }],
		['4A0036', { resourceId }],
		[undefined, { resourceId, planID, upc: '12345678' }],
		[undefined, { resourceId, vendorPartNumber, customerPartNumber: 'C' }],
	])('is refused with a resource and what does not go with it: %j, %j', (product, given) => {
		expect(badInputOf(() => single(product, given)).message).toBe(
			"'Resource ID' goes with a plan ID or a vendor part number alone",
		);
	});

	it('asks with its quantity as a text, and with its switches under their wire names', () => {
		const details = {
			quantityRequested: 5,
			governmentProgramCode: 'PA',
			shipFromBranchNumber: '40',
			shipToStateBrazil: 'SP',
			additionalAttributes: [{ attributeName: 'other', attributeValue: 'x' }],
		};
		expect(single('4A0036', {}, details)).toEqual([
			{
				by: 'ingramPartNumber',
				value: '4A0036',
				quantityRequested: '5',
				additionalAttributes: [
					{ attributeName: 'governmentprogramcode', attributeValue: 'PA' },
					{ attributeName: 'shipfrombranchnumber', attributeValue: '40' },
					{ attributeName: 'shiptostatebrazil', attributeValue: 'SP' },
					{ attributeName: 'other', attributeValue: 'x' },
				],
			},
		]);
	});

	it('asks for nothing more where no details are given', () => {
		expect(single('4A0036', {}, { additionalAttributes: [] })).toStrictEqual([
			{ by: 'ingramPartNumber', value: '4A0036' },
		]);
	});

	it('is refused without any', () => {
		const { message, remedy } = badInputOf(() => single());
		expect(message).toBe('No product is given');
		expect(remedy).toMatch(/^Fill in 'Product'/);
		expect(badInputOf(() => single(undefined, {}, { quantityRequested: 5 })).message).toBe(
			'No product is given',
		);
	});

	it.each([
		['upc', '1234567'],
		['upc', '123456789012345'],
		['upc', '12345678X'],
		['vendorPartNumber', 'x'.repeat(41)],
	] as const)('is refused with the %s %j', (name, value) => {
		expect(badInputOf(() => otherIdentifiers[name].read(value, "'It'")).message).toMatch(
			/^'It' (is|has) /,
		);
	});

	it.each([0, -1, 1.5, 10_000_000, 'many'])('is refused with the quantity %j', (value) => {
		const read = () => productDetails.quantityRequested.read(value, "'Quantity'");
		expect(badInputOf(read).message).toMatch(/whole number from 1 to 9999999/);
	});
});

describe('an item with a list of products', () => {
	it('asks for each, in order', () => {
		expect(
			listed([
				'4A0036',
				' 123512 ',
				7,
				{ vendorPartNumber: 'E2016HV' },
				{ upc: 884116186519 },
				{ customerPartNumber: 'A5' },
				{ planId: '438323' },
			]),
		).toStrictEqual([
			{ by: 'ingramPartNumber', value: '4A0036' },
			{ by: 'ingramPartNumber', value: '123512' },
			{ by: 'ingramPartNumber', value: '7' },
			{ by: 'vendorPartNumber', value: 'E2016HV' },
			{ by: 'upc', value: '884116186519' },
			{ by: 'customerPartNumber', value: 'A5' },
			{ by: 'planID', value: '438323' },
		]);
	});

	it.each(['planId', 'planID', 'planid', 'PLANID'])('takes the spelling %s', (key) => {
		expect(listed([{ [key]: '438323' }])).toEqual([{ by: 'planID', value: '438323' }]);
	});

	it.each(['ingramPartNumber', 'IngramPartNumber', 'ingrampartnumber'])(
		'takes the spelling %s',
		(key) => {
			expect(listed([{ [key]: 'A' }])).toEqual([{ by: 'ingramPartNumber', value: 'A' }]);
		},
	);

	it.each(['quantity', 'quantityRequested', 'Quantity'])('takes a quantity as %s', (key) => {
		expect(listed([{ ingramPartNumber: 'A', [key]: '5' }])).toEqual([
			{ by: 'ingramPartNumber', value: 'A', quantityRequested: '5' },
		]);
	});

	it('takes attributes', () => {
		const additionalAttributes = [{ attributeName: 'shipfrombranchnumber', attributeValue: 40 }];
		const entry = { ingramPartNumber: 'A', additionalAttributes };
		expect(listed([entry])).toStrictEqual([
			{
				by: 'ingramPartNumber',
				value: 'A',
				additionalAttributes: [{ attributeName: 'shipfrombranchnumber', attributeValue: '40' }],
			},
		]);
		expect(listed([{ ingramPartNumber: 'A', additionalAttributes: null }])).toStrictEqual([
			{ by: 'ingramPartNumber', value: 'A' },
		]);
	});

	it('asks by the best of several identifiers, empty ones left aside', () => {
		const entry = {
			ingramPartNumber: '',
			upc: null,
			customerPartNumber: 'C',
			vendorPartNumber: 'V',
		};
		expect(listed([entry])).toEqual([{ by: 'vendorPartNumber', value: 'V' }]);
	});

	it('may hold as many as fit in one call', () => {
		expect(listed(skus(MOST_PRODUCTS))).toHaveLength(50);
	});

	it.each<[string, unknown, string]>([
		['51 products', skus(51), "'Product List' holds 51 products; at most 50 are allowed"],
		['no products', [], "'Product List' is empty"],
		['null', null, "'Product List' is not a list"],
		['an object', { ingramPartNumber: 'A' }, "'Product List' is not a list"],
		['a number', 5, "'Product List' is not a list"],
		['an empty entry', ['A', ''], "'Product List', entry 2 is empty"],
		['a blank entry', ['  '], "'Product List', entry 1 is empty"],
		['null in it', ['A', 'B', null], "'Product List', entry 3 does not name a product"],
		['a switch in it', [true], "'Product List', entry 1 does not name a product"],
		['a list in it', [['A']], "'Product List', entry 1 does not name a product"],
		['an empty object', [{}], "'Product List', entry 1 does not name a product"],
		[
			'unknown names',
			[{ sku: 'A' }],
			'\'Product List\', entry 1 holds an unknown "sku": use "ingramPartNumber"',
		],
		['other names', [{ colour: 'A' }], '\'Product List\', entry 1 holds an unknown "colour"'],
		[
			'nothing but a quantity',
			[{ quantity: 5 }],
			"'Product List', entry 1 does not name a product",
		],
		[
			'an over-long part number',
			['A', 'x'.repeat(19)],
			"'Product List', entry 2 has 19 characters; at most 18 are allowed",
		],
		[
			'an over-long part number in an object',
			[{ ingramPartNumber: 'x'.repeat(19) }],
			"'Ingram Part Number' in 'Product List', entry 1 has 19 characters; at most 18 are allowed",
		],
		[
			'an over-long vendor part number',
			[{ vendorPartNumber: 'x'.repeat(41) }],
			"'Vendor Part Number' in 'Product List', entry 1 has 41 characters; at most 40 are allowed",
		],
		[
			'a bad UPC',
			[{ upc: 'x' }],
			"'UPC' in 'Product List', entry 1 is \"x\"; it must be 8 to 14 digits",
		],
		[
			'an object where a number belongs',
			[{ ingramPartNumber: { value: 'A' } }],
			"'Ingram Part Number' in 'Product List', entry 1 is of the type object, and a text is expected",
		],
		[
			'a bad quantity',
			['A', { ingramPartNumber: 'B', quantity: 0 }],
			"'Quantity' in 'Product List', entry 2 is \"0\"; it must be a whole number from 1 to 9999999",
		],
		[
			'bad attributes',
			[{ ingramPartNumber: 'A', additionalAttributes: 'x' }],
			'\'Product List\', entry 1 is "x"; an object with named values is expected',
		],
		[
			'an attribute without a value',
			[{ ingramPartNumber: 'A', additionalAttributes: [{ attributeName: 'x' }] }],
			"'Value' in 'Product List', entry 1, entry 1 is empty",
		],
	])('is refused with %s', (_, list, message) => {
		expect(badInputOf(() => listed(list)).message).toBe(message);
	});

	it('is refused beside a single product, whichever names it', () => {
		const both = "Both 'Product List' and a single product are given";
		expect(badInputOf(() => single('A', { productList: ['B'] })).message).toBe(both);
		expect(badInputOf(() => listed(['B'], { upc: '12345678' })).message).toBe(both);
		expect(badInputOf(() => listed([], { planID: 'P' })).message).toBe(both);
	});
});

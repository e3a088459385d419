import { readFields } from '../../../../nodes/shared/fields/field.ts';
import {
	adviceIfForeign,
	otherLineNumbers,
	otherNumberAdvice,
} from '../../../../nodes/shared/xi/productNumbers.ts';
import {
	anyProduct,
	product,
	productByIngramNumber,
} from '../../../../nodes/shared/xi/products.ts';

const by = (mode: string, value: unknown) => ({ __rl: true, mode, value });
const UPC = '0884116186519';

describe('a product by one of its numbers', () => {
	const read = (value: unknown) => anyProduct.read(value, "'Product'");

	it.each<[string, unknown, object | undefined]>([
		[
			'from the list',
			{ ...by('list', '4A0036'), cachedResultName: '4A0036' },
			{ ingramPartNumber: '4A0036' },
		],
		['by SKU', by('ingramPartNumber', ' 4A0036 '), { ingramPartNumber: '4A0036' }],
		['by SKU as a number', by('ingramPartNumber', 123512), { ingramPartNumber: '123512' }],
		['by VPN', by('vendorPartNumber', ' E2016HV '), { vendorPartNumber: 'E2016HV' }],
		[
			'by a VPN with signs',
			by('vendorPartNumber', 'GLC-LH-SMD='),
			{ vendorPartNumber: 'GLC-LH-SMD=' },
		],
		['by UPC', by('upc', UPC), { upc: UPC }],
		['by UPC as a number', by('upc', 884116186519), { upc: '884116186519' }],
		['by a UPC that lost its zeros', by('upc', 12345678905), { upc: '012345678905' }],
		['as plain text', '4A0036', { ingramPartNumber: '4A0036' }],
		['by nothing', by('upc', ''), undefined],
		['by blanks', by('vendorPartNumber', '  '), undefined],
		['not at all', undefined, undefined],
	])('%s', (_, value, named) => {
		expect(read(value)).toEqual(named);
	});

	it.each([
		['upc', 'E2016HV', '\'Product\' is "E2016HV"; it must be 8 to 14 digits'],
		['upc', '8.84116E+11', 'its digits are lost'],
		['vendorPartNumber', 'X'.repeat(50), undefined],
		['ingramPartNumber', 'X'.repeat(25), 'at most 18'],
	])('by %s, %s', (mode, value, message) => {
		if (message === undefined) expect(() => read(by(mode, value))).not.toThrow();
		else expect(() => read(by(mode, value))).toThrow(message);
	});

	it('tells that a bar code came as a number', () => {
		const told: string[] = [];
		anyProduct.read(by('upc', 884116186519), "'Product'", {
			cameAsNumber: (label) => void told.push(label),
		});
		expect(told).toEqual(["'Product'"]);
	});
});

describe('the product of a line', () => {
	const numbers = (picker: typeof product, given: Record<string, unknown>) =>
		JSON.parse(
			JSON.stringify(readFields({ ingramPartNumber: picker, ...otherLineNumbers }, given)),
		) as object;

	it.each<[Record<string, unknown>, object, object?]>([
		[{ ingramPartNumber: by('list', 'A1') }, { ingramPartNumber: 'A1' }],
		[{ ingramPartNumber: by('vendorPartNumber', 'V1') }, { vendorPartNumber: 'V1' }],
		[{ ingramPartNumber: by('upc', UPC) }, { upc: UPC }],
		// As JSON has it.
		[{ vendorPartNumber: 'V1' }, { vendorPartNumber: 'V1' }],
		[{ upc: UPC }, { upc: UPC }],
		[{ ingramPartNumber: 'A1', upc: 'n/a' }, { ingramPartNumber: 'A1' }],
		[{ vendorPartNumber: 'V1', upc: 'n/a' }, { vendorPartNumber: 'V1' }],
		[{ ingramPartNumber: '', vendorPartNumber: '', upc: UPC }, { upc: UPC }],
		[
			{ ingramPartNumber: 'A1', vendorPartNumber: 'V1' },
			{ ingramPartNumber: 'A1', vendorPartNumber: 'V1' },
			{ ingramPartNumber: 'A1' },
		],
		// What was chosen in the picker counts, and nothing is taken in its place.
		[{ ingramPartNumber: by('upc', ''), vendorPartNumber: 'V1' }, {}],
		[{ ingramPartNumber: by('upc', UPC), vendorPartNumber: 'V1' }, { upc: UPC }],
		[{}, {}],
	])('%j', (given, named, alone = named) => {
		expect(numbers(product, given)).toEqual(named);
		expect(numbers(productByIngramNumber, given)).toEqual(alone);
	});
});

describe('what else a number may be', () => {
	it.each([
		['4A0036', undefined],
		['123512', undefined],
		['7059827143', undefined],
		['A300-123456', undefined],
		['A', undefined],
		['000000000100123456', undefined],
		['', undefined],
		['GLC-LH-SMD=', 'By VPN'],
		['E2016HV#ABA', 'By VPN'],
		['0884116186519', 'By UPC'],
		['884116186519', 'By UPC'],
		['10884116186516', 'By UPC'],
	])('%s', (number, mode) => {
		const advice = adviceIfForeign(number);
		if (mode === undefined) expect(advice).toBeUndefined();
		else expect(advice).toContain(`choose ${mode} in Product`);
	});

	it('is told in any case where Ingram Micro does not know it', () => {
		expect(otherNumberAdvice('E2016HV')).toContain('choose By VPN in Product');
	});
});

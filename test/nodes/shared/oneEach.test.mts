import { contentOf, listedIn, oneEach, withoutRepeats } from '../../../nodes/shared/output.ts';
import { recordsOf } from '../../../nodes/shared/records.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';

it.each<[unknown, unknown[]]>([
	[
		[{ a: 1 }, null, 'x', [], { a: 2 }],
		[{ a: 1 }, { a: 2 }],
	],
	[{ a: 1 }, [{ a: 1 }]],
	[null, []],
	[undefined, []],
])('finds the records in %j', (value, expected) => {
	expect(recordsOf(value, 'list')).toEqual(expected);
	expect(listedIn(value)).toEqual(expected);
});

it.each(['none', 5, true])('takes %j for no list', (value) => {
	expect(() => recordsOf(value, 'list of lines')).toThrow(UnexpectedAnswer);
	expect(listedIn(value)).toBeUndefined();
	expect(recordsOf(value)).toEqual([]);
});

describe('repeated records', () => {
	const product = { lineNumber: '1', ingramPartNumber: 'A', price: { net: 1, gross: 2 } };

	it('are one, whatever the order of their members', () => {
		const again = { price: { gross: 2, net: 1 }, ingramPartNumber: 'A ', lineNumber: '1' };
		expect(contentOf(again)).toBe(contentOf(product));
		expect(withoutRepeats([product, again])).toEqual([product]);
		expect(oneEach({ id: 1, products: [product, again] }, 'products', 'product')).toEqual([
			{ id: 1, product },
		]);
	});

	it.each([
		['of another content', { ...product, price: { net: 1, gross: 3 } }],
		['of another number', { ...product, lineNumber: '2' }],
	])('are two if they are %s', (_, again) => {
		expect(withoutRepeats([product, again])).toHaveLength(2);
	});

	it('are two without a number of their own', () => {
		const { lineNumber: _, ...bare } = product;
		expect(withoutRepeats([bare, { ...bare }, { ...bare, lineNumber: ' ' }])).toHaveLength(3);
	});
});

it('leaves a record without entries by itself, with their count', () => {
	for (const products of [[], null, undefined]) {
		expect(oneEach({ id: 1, products }, 'products', 'product')).toEqual([
			{ id: 1, productCount: 0 },
		]);
	}
});

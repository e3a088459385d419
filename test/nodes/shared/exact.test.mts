import fc from 'fast-check';

import { exactIn, productOf, shareOf, shownOf, sumOf } from '../../../nodes/shared/exact.ts';

describe('an exact amount', () => {
	it.each([
		[0.1, 0.1],
		['1,234.50', 1234.5],
		['12,5', 12.5],
		[-0.5, -0.5],
		[1e-7, 1e-7],
		[0.30000000000000004, 0.3],
		[0.7999999999999999, 0.8],
		[123456789012.34, 123456789012.34],
		['USD 5', 5],
	])('of %j is %j', (value, shown) => {
		expect(shownOf(exactIn(value)!)).toBe(shown);
	});

	it.each(['1,234', '', null, undefined, 'Call', NaN, 1e21])('of %j is none', (value) => {
		expect(exactIn(value)).toBeUndefined();
	});

	it('adds cents up without an error', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (cents) => {
				const sum = sumOf(cents.map((one) => exactIn(one / 100)!));
				const all = cents.reduce((one, other) => one + other, 0);
				expect(shownOf(sum)).toBe(all === 0 ? 0 : all / 100);
			}),
		);
	});

	it('multiplies and shares', () => {
		expect(shownOf(productOf(exactIn(0.1)!, exactIn(3)!))).toBe(0.3);
		expect(shownOf(shareOf(exactIn(30)!, exactIn(1)!, exactIn(4)!))).toBe(7.5);
		expect(shareOf(exactIn(30)!, exactIn(1)!, 0n)).toBe(0n);
	});
});

import { isLastPage } from '../../../nodes/shared/answer.ts';
import { numberIn } from '../../../nodes/shared/amounts.ts';

describe('the last page', () => {
	it.each<[number, unknown, number, boolean]>([
		[0, '500', 1, true],
		[0, undefined, 1, true],
		[100, '100', 1, true],
		[100, '101', 1, false],
		[1, 101, 2, true],
		[50, 101, 1, false],
		[1, undefined, 1, false],
		[1, null, 1, false],
		[1, '', 1, false],
		[1, 'many', 1, false],
		[1, -1, 1, false],
		[1, 0.5, 1, false],
		[1, '0', 1, true],
	])('%j records of %j on page %j: %j', (rows, recordsFound, page, expected) => {
		expect(isLastPage(rows, recordsFound, page, 100)).toBe(expected);
	});
});

describe('a number of XI’s', () => {
	it.each([
		['120.00', 120],
		[120, 120],
		[' 7 ', 7],
		['0', 0],
		['', undefined],
		[' ', undefined],
		['1,200.00', 1200],
		['1,200', undefined],
		[null, undefined],
		[true, undefined],
		[NaN, undefined],
	])('%j is %j', (value, expected) => {
		expect(numberIn(value)).toBe(expected);
	});
});

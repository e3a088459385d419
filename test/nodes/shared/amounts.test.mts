import { numberIn, numberOrText } from '../../../nodes/shared/amounts.ts';
import { numberAt, type Output, project } from '../../../nodes/shared/output.ts';

describe('a number that comes as text', () => {
	it.each<[string, number]>([
		['1,234.50', 1234.5],
		['1.234,50', 1234.5],
		['1 234,50', 1234.5],
		['1 234.50', 1234.5],
		['1\u00A0234,50', 1234.5],
		['1\u202F234,50', 1234.5],
		["1'234.50", 1234.5],
		['1’234.50', 1234.5],
		['1,234,567', 1_234_567],
		['1.234.567', 1_234_567],
		['1 234 567', 1_234_567],
		['1 234', 1234],
		['12,34,567.89', 1_234_567.89],
		['1,234,567.89', 1_234_567.89],
		['12,50', 12.5],
		['12,5', 12.5],
		['1234,567', 1234.567],
		['0,123', 0.123],
		['0,5000', 0.5],
		['$1,234.50', 1234.5],
		['1.234,50 €', 1234.5],
		['USD 1,234.50', 1234.5],
		['1,234.50 USD', 1234.5],
		['R$ 1.234,50', 1234.5],
		['(12.00)', -12],
		['($12.00)', -12],
		['$(12.00)', -12],
		['12-', -12],
		['12.00-', -12],
		['1,234.50-', -1234.5],
		['-1,234.50', -1234.5],
		['−12.50', -12.5],
		['-$12.50', -12.5],
		['$-12.50', -12.5],
		['+12.50', 12.5],
		[' 12.50 ', 12.5],
		['533.33', 533.33],
		['1.234', 1.234],
		['.5', 0.5],
		['12.', 12],
		['007', 7],
		['1e3', 1000],
		['-0.00', 0],
		['0', 0],
	])('%j is %d', (text, number) => {
		expect(numberIn(text)).toBe(number);
		expect(numberOrText(text)).toBe(number);
	});

	it.each([
		'1,234',
		'-1,234',
		'$1,234',
		'1,000',
		'12,345',
		'1,23,45',
		'1,234.5.6',
		'1.234.56',
		'1 23',
		'12,34.50',
		'5 LBS',
		'19 %',
		'N/A',
		'see quote',
		'12.00 CR',
		'1-2',
		'--1',
		'()',
		'-',
		'0x10',
		'Infinity',
		'NaN',
		'12345678901234567890',
		'1e400',
	])('%j is no number for certain, and stays', (text) => {
		expect(numberIn(text)).toBeUndefined();
		expect(numberOrText(text)).toBe(text);
	});

	it('that is no text is itself', () => {
		expect(numberIn(120)).toBe(120);
	});

	it.each([null, undefined, '', '  ', true, NaN, Infinity])('%j is none', (value) => {
		expect(numberIn(value)).toBeUndefined();
	});
});

it('is a number in the output, or what came; never nothing where there was something', () => {
	const output: Output = { price: numberAt('Price', 'pricing.price', true) };
	const shown = (price: unknown) =>
		project(output, { pricing: { price } }, { output: 'simplified' }).price;
	expect(shown('1,234.50 ')).toBe(1234.5);
	expect(shown('1,234 ')).toBe('1,234');
	expect(shown('call us')).toBe('call us');
	expect(shown(5)).toBe(5);
	for (const nothing of ['', ' ', null, undefined]) expect(shown(nothing)).toBeNull();
});

import { upc } from '../../../../nodes/shared/fields/upc.ts';

describe('a bar code', () => {
	const read = (value: unknown) => upc('UPC', {}).read(value, "'UPC'");

	it.each([
		['12345678905', '012345678905'],
		[12345678905, '012345678905'],
		[' 12345678905\u200b', '012345678905'],
		['4011200299', '004011200299'],
		[401120024, '000401120024'],
	])('%j gets back the zeros that a sheet took away', (given, expected) => {
		expect(read(given)).toBe(expected);
	});

	it.each([
		// Another check digit would be right.
		'12345678906',
		'401120025',
		// A short EAN.
		'40112004',
		'96385074',
		// Nothing is missing.
		'718908728116',
		'0884116186519',
		'10884116186516',
		'012345678905',
		// A text of another kind.
		'1234567890X',
	])('%j stays as it is', (given) => {
		expect(read(given)).toBe(given);
	});

	it('may be missing', () => {
		expect(read('')).toBeUndefined();
	});
});

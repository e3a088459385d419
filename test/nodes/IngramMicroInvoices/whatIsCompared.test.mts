import { match } from '../../../nodes/IngramMicroInvoices/match.operation.ts';

const ALL = ['currency', 'fees', 'freight', 'price', 'quantity', 'tax'];

describe('what of an invoice is compared', () => {
	const { compare } = match.parameters;

	it.each([[undefined], [null], [''], [' '], [[null]], [['', undefined]]])(
		'is all where an expression gives %j',
		(value) => {
			expect(compare.read(value, "'Compare'")).toEqual(ALL);
		},
	);

	it('is what a person left in, also where that is nothing', () => {
		expect(compare.read([], "'Compare'")).toEqual([]);
		expect(compare.read(['price', ''], "'Compare'")).toEqual(['price']);
		expect(compare.read('Price, tax', "'Compare'")).toEqual(['price', 'tax']);
	});
});

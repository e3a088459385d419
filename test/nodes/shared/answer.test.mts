import { isLastPage, recordsIn } from '../../../nodes/shared/answer.ts';

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

type Answer = Parameters<typeof recordsIn<'quotes', { quoteNumber?: string }>>[0];

const read = (answer: unknown) => recordsIn(answer as Answer, 'quotes', 'list of quotes');
const quotes = [{ quoteNumber: 'QUO-1-A' }];

it.each([
	['as itself', { quotes, recordsFound: 1 }, { rows: quotes, recordsFound: 1 }],
	['as the only entry of a list', [{ quotes, recordsFound: 1 }], { rows: quotes, recordsFound: 1 }],
	['without a count', { quotes }, { rows: quotes }],
	['with a null between', { quotes: [null, ...quotes] }, { rows: quotes }],
	['with a single record in place of the list', { quotes: quotes[0] }, { rows: quotes }],
	['with an empty record', { quotes: {}, recordsFound: 0 }, { rows: [], recordsFound: 0 }],
	['with a count and no list', { recordsFound: 0 }, { rows: [], recordsFound: 0 }],
	['with an empty list', { quotes: null }, { rows: [] }],
	['as an empty list', [], { rows: [] }],
])('reads the answer of a search %s', (_, answer, expected) => {
	expect(read(answer)).toEqual(expected);
});

it.each([[{}], [{ message: 'Try later' }], [[{}]], [[null]], [{ quotes: 'none' }]])(
	'does not take %j for an answer that holds nothing',
	(answer) => {
		expect(() => read(answer)).toThrow('Ingram Micro’s answer holds no list of quotes');
	},
);

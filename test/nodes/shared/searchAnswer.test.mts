import { recordsIn } from '../../../nodes/shared/answer.ts';

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

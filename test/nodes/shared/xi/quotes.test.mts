import { pickerLines } from '../../../../nodes/shared/picker.ts';
import { quoteQueriesFor, quoteSearch, shownQuote } from '../../../../nodes/shared/xi/quotes.ts';

describe('what is typed into the list of quotes', () => {
	it.each<[string, string[]]>([
		['', []],
		['QUO-10926-Y8G1B3', ['quoteNumber', 'quoteName', 'endUserContact']],
		['10926', ['quoteNumber', 'quoteName', 'endUserContact']],
		['Office move', ['quoteName', 'endUserContact', 'quoteNumber']],
		['Office 2', ['quoteName', 'endUserContact', 'quoteNumber']],
	])('%j is searched by %j', (filter, names) => {
		const queries = quoteQueriesFor(filter);
		expect(queries.flatMap((query) => Object.keys(query))).toEqual(names);
		expect(queries).toHaveLength(Math.max(1, names.length));
	});
});

it('shows number, name, end user, status and total, as far as they are there', () => {
	const { rows } = quoteSearch.page({
		recordsFound: 3,
		quotes: [
			{
				quoteNumber: 'QUO-1-A',
				quoteName: 'Q3',
				endUserName: 'Example Ltd',
				quoteStatus: 'Active',
				quoteTotal: '1234.5',
				currencyCode: 'USD',
				ingramQuoteDate: '2026-11-27',
			},
			{ quoteNumber: 'QUO-2-A', quoteTotal: 0 },
			{ quoteName: 'no number' },
		],
	});
	expect(rows).toHaveLength(3);
	expect(pickerLines(rows, shownQuote)).toEqual([
		{ name: 'QUO-1-A – Q3 – Example Ltd – Active – 1234.50 USD – 2026-11-27', value: 'QUO-1-A' },
		{ name: 'QUO-2-A – 0.00', value: 'QUO-2-A' },
	]);
});

it.each<[string, unknown]>([
	['a single one in place of a list', { quoteNumber: 'QUO-1-A' }],
	['nulls between', [null, { quoteNumber: 'QUO-1-A' }]],
])('lists quotes that come with %s', (_, quotes) => {
	const { rows } = quoteSearch.page({ quotes, recordsFound: 1 } as Parameters<
		typeof quoteSearch.page
	>[0]);
	expect(rows).toHaveLength(1);
	expect(pickerLines(rows, shownQuote)).toMatchObject([{ value: 'QUO-1-A' }]);
});

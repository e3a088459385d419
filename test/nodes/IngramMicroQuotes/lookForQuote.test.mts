import { isSameQuote, lookForQuote } from '../../../nodes/IngramMicroQuotes/lookForQuote.ts';
import type { FoundQuote, QuoteDetailsAnswer } from '../../../nodes/shared/xi/quotes.ts';
import { asked } from '../support.mts';

const body = {
	quoteName: 'Mine',
	products: [
		{ ingramPartNumber: 'DF4128', quantity: '2' },
		{ vendorPartNumber: 'E2016HV', quantity: '1' },
	],
};
const products = [
	{ ingramPartNumber: 'df4128', vendorPartNumber: '920', quantity: 2 },
	{ ingramPartNumber: '4A0036', vendorPartNumber: 'E2016HV', quantity: '1' },
];
const sentAt = new Date('2026-11-21T10:00:00Z');
const found = (quoteNumber: string, more: object = {}) => ({
	quoteNumber,
	quoteName: 'Mine',
	ingramQuoteDate: '2026-11-21',
	...more,
});
const lookFor = (
	since: Date | undefined,
	answers: readonly unknown[],
	isKnown?: (quote: FoundQuote) => boolean,
) => asked((ask) => lookForQuote(ask, body, since, isKnown), answers);
const answer = (...quotes: object[]) => ({ recordsFound: quotes.length, quotes });

describe('whether a quote is the one that was asked for', () => {
	it.each<[string, QuoteDetailsAnswer, boolean]>([
		['the same products', { products }, true],
		[
			'a suggestion besides',
			{
				products: [...products, { ingramPartNumber: 'X', quantity: 1, isSuggestionProduct: true }],
			},
			true,
		],
		[
			'a product too many',
			{ products: [...products, { ingramPartNumber: 'X', quantity: 1 }] },
			false,
		],
		['a product too few', { products: products.slice(1) }, false],
		['another quantity', { products: [{ ...products[0], quantity: 3 }, products[1]] }, false],
		['no products', { products: null }, false],
		['another deal, where none was asked for', { products, specialBidId: 'OTHER' }, true],
	])('%s', (_what, details, same) => {
		expect(isSameQuote(details, body)).toBe(same);
	});

	it.each<[string, QuoteDetailsAnswer, boolean]>([
		['the deal as its bid', { specialBidId: '7499800' }, true],
		[
			'the deal as an attribute',
			{ additionalAttributes: [{ attributeName: 'dealId', attributeValue: '7499800' }] },
			true,
		],
		['another deal', { specialBidId: '1' }, false],
		['no deal that is named', {}, true],
	])('by the deal: %s', (_what, details, same) => {
		expect(isSameQuote(details, { quoteName: 'Mine', dealId: '7499800' })).toBe(same);
	});
});

describe('the look for a quote', () => {
	it('searches by name, and takes for ours only the name as a whole', async () => {
		const { result, requests } = await lookFor(undefined, [
			answer(
				found('QUO-1-A'),
				found('QUO-2-A', { quoteName: 'Mine too' }),
				found('QUO-3-A', { quoteName: 'MINE' }),
			),
		]);
		expect(requests).toEqual([
			expect.objectContaining({
				path: '/resellers/v6/quotes/search',
				query: { quoteName: 'Mine', pageNumber: 1, pageSize: 100 },
			}),
		]);
		expect(result).toMatchObject({
			there: [{ quoteNumber: 'QUO-1-A' }, { quoteNumber: 'QUO-3-A' }],
		});
	});

	it('compares the products of what is new', async () => {
		const old = found('QUO-1-A', { ingramQuoteDate: '2026-11-01' });
		const { result, requests } = await lookFor(sentAt, [
			answer(old, found('QUO-2-A'), found('QUO-3-A')),
			{ products: [] },
			{ products },
		]);
		expect(requests.slice(1).map(({ pathValues }) => pathValues)).toEqual([
			{ quoteNumber: 'QUO-2-A' },
			{ quoteNumber: 'QUO-3-A' },
		]);
		expect(result).toEqual({ there: [found('QUO-3-A')], ours: 'yes' });
	});

	it('says that there is none, or that one could not be compared', async () => {
		const none = 'Ingram Micro has no new quote with this name and these products';
		const one = answer(found('QUO-1-A'));
		expect((await lookFor(sentAt, [undefined])).result).toEqual({ absent: none });
		expect((await lookFor(sentAt, [one, { products: [] }])).result).toEqual({
			absent: `${none}, but others with this name, which may be it: QUO-1-A`,
		});
		const isKnown = ({ quoteNumber }: FoundQuote) => quoteNumber === 'QUO-1-A';
		expect((await lookFor(sentAt, [one], isKnown)).result).toEqual({ absent: none });
		for (const failed of [new Error('down'), undefined]) {
			expect((await lookFor(sentAt, [one, failed])).result).toEqual({
				absent: 'Ingram Micro has quotes with this name that could not be compared: QUO-1-A',
			});
		}
	});
});

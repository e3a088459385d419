import { get } from '../../../nodes/IngramMicroQuotes/get.operation.ts';
import { project } from '../../../nodes/shared/output.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, paramsOf, requestFor } from '../support.mts';

const simplified = { output: 'simplified' };
const selected = (...fields: string[]) => ({ output: 'selectedFields', fields });

describe('Get Quote', () => {
	const answer = {
		quoteNumber: 'QUO-1-A',
		quoteName: 'Q3',
		status: 'Active',
		legalTerms: 'terms',
		extendedQuotePriceTotal: 245,
		endUserInfo: { companyName: 'End User3' },
		ingramQuoteDate: '2019-10-04T18:17:28Z',
		specialBidExpirationDate: '0001-01-01T00:00:00',
		products: [
			{
				lineNumber: '1',
				quantity: '2',
				ingramPartNumber: '9DD701',
				price: { quotePrice: 122.5, extendedQuotePrice: 245, discountOffList: '0.00' },
			},
		],
	};
	const params = (given: object = {}) => paramsOf(get, { quote: 'QUO-1-A', ...given }) as never;

	it('asks for the quote, in the path', () => {
		expect(requestFor(get, { quote: 'QUO-1-A' })).toMatchObject({
			method: 'GET',
			path: '/resellers/v6/quotes/{quoteNumber}',
			pathValues: { quoteNumber: 'QUO-1-A' },
		});
	});

	it('gives the quote without its long texts, unless they are picked', () => {
		const [row] = get.rows(answer, params());
		const shown = project(get.output, row, simplified);
		expect(shown).toMatchObject({
			quoteNumber: 'QUO-1-A',
			quoteTotal: 245,
			endUserName: 'End User3',
			products: [expect.objectContaining({ quantity: 2, unitPrice: 122.5, extendedPrice: 245 })],
		});
		expect(Object.keys(shown)).toHaveLength(10);
		expect(JSON.stringify(shown)).not.toContain('terms');
		const picked = project(get.output, row, selected('legalTerms', 'specialBidExpirationDate'));
		expect(picked).toEqual({ legalTerms: 'terms', specialBidExpirationDate: null });
	});

	it('gives a product with its prices as numbers', () => {
		const [row] = get.rows(answer, params({ return: 'products' }));
		expect(project(get.output, row, simplified)).toEqual({
			quoteNumber: 'QUO-1-A',
			quoteName: 'Q3',
			quoteStatus: 'active',
			currencyCode: null,
			ingramPartNumber: '9DD701',
			vendorPartNumber: null,
			description: null,
			quantity: 2,
			unitPrice: 122.5,
			extendedPrice: 245,
		});
		expect(project(get.output, row, selected('lineNumber', 'discountOffList'))).toEqual({
			lineNumber: '1',
			discountOffList: 0,
		});
	});

	it('refuses a list, and what is no quote number', () => {
		expect(() => get.rows([] as never, params())).toThrow(UnexpectedAnswer);
		expect(badInputOf(() => paramsOf(get, { quote: '' })).message).toBe("'Quote' is empty");
		for (const quote of ['QUO10926', '../../orders', 'My quote']) {
			expect(badInputOf(() => paramsOf(get, { quote })).message).toContain(
				'it must be an Ingram Micro quote number with its dashes',
			);
		}
	});
});

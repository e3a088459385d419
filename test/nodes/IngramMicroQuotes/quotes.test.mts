import { create } from '../../../nodes/IngramMicroQuotes/create.operation.ts';
import { get } from '../../../nodes/IngramMicroQuotes/get.operation.ts';
import { getMany } from '../../../nodes/IngramMicroQuotes/getMany.operation.ts';
import { project } from '../../../nodes/shared/output.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, paramsOf, requestFor, planFor } from '../support.mts';
import { BAD_QUOTES, BAD_SEARCHES, LEAST } from './badQuotes.mts';

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

const simplified = { output: 'simplified' };
const selected = (...fields: string[]) => ({ output: 'selectedFields', fields });

describe('Get Many Quotes', () => {
	it('sends every filter and sorting under its name on the wire', () => {
		const [from, to] = [daysAgo(364), daysAgo(1)];
		const request = requestFor(getMany, {
			filters: {
				endUserContact: 'JD Enterprises',
				quoteCreateDate: { range: { from: `${from}T00:00:00`, to } },
				quoteName: 'Test',
				quoteNumber: '10985',
				specialBidNumber: '9638445-1880',
				status: 'ready to order',
				vendorName: 'Cisco',
			},
			sort: { sortBy: 'Expiry Date', sortingOrder: 'asc' },
		});
		expect(request).toEqual({
			method: 'GET',
			path: '/resellers/v6/quotes/search',
			query: {
				endUserContact: 'JD Enterprises',
				'quoteCreateDate-bt': `${from},${to}`,
				quoteName: 'Test',
				quoteNumber: '10985',
				specialBidNumber: '9638445-1880',
				status: 'Ready to Order',
				vendorName: 'Cisco',
				sortBy: 'expiryDate',
				sortingOrder: 'asc',
			},
			nothingFound: [404],
			needsCustomerContact: true,
		});
	});

	it('sends nothing that is not asked for, and a status that is not in the list as it is', () => {
		expect(requestFor(getMany, {}).query).toEqual({});
		expect(requestFor(getMany, { filters: { status: 'Won' } }).query).toEqual({ status: 'Won' });
	});

	it('reaches back 365 days, and one more for time zones', () => {
		const queryFrom = (days: number) =>
			requestFor(getMany, {
				filters: { quoteCreateDate: { range: { from: daysAgo(days), to: daysAgo(0) } } },
			}).query;
		expect(queryFrom(366)).toHaveProperty('quoteCreateDate-bt');
		expect(badInputOf(() => queryFrom(367)).remedy).toContain(`Start it on ${daysAgo(365)}`);
	});

	it.each(BAD_SEARCHES)('refuses %j', (given, message) => {
		expect(badInputOf(() => requestFor(getMany, given)).message).toMatch(message);
	});

	it('gives no date for XI’s first day, and the end user from where there is one', () => {
		const sample = {
			quoteGuid: '30786810-d7e8-e911-a97b-000d3a30e34c',
			quoteName: 'Test Quote - 999',
			quoteNumber: 'QUO-10985-C4C3F7',
			endUserContact: 'test',
			vendor: 'ABC SERIES',
			quoteTotal: '400.03',
			quoteStatus: 'Active',
			ingramQuoteDate: '2019-10-07',
			lastModifiedDate: '2020-01-10',
			ingramQuoteExpiryDate: '0001-01-01',
		};
		expect(project(getMany.output, sample, simplified)).toEqual({
			quoteNumber: 'QUO-10985-C4C3F7',
			quoteName: 'Test Quote - 999',
			quoteStatus: 'active',
			quoteTotal: 400.03,
			currencyCode: null,
			endUserName: 'test',
			vendorName: 'ABC SERIES',
			ingramQuoteDate: '2019-10-07',
			lastModifiedDate: '2020-01-10',
			ingramQuoteExpiryDate: null,
		});
		expect(project(getMany.output, sample, { output: 'raw' })).toBe(sample);
	});

	it('takes an answer without a list for an empty page, and refuses another shape', () => {
		const params = paramsOf(getMany, {}) as never;
		expect(getMany.page({ quotes: null, recordsFound: 0 }, params).rows).toEqual([]);
		expect(() => getMany.page({ quotes: {} as never }, params)).toThrow(UnexpectedAnswer);
	});
});

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

describe('Create Quote', () => {
	const bodyOf = (given: object) => requestFor(create, { ...LEAST, ...given }).body;

	it('sends everything under the schema’s names, quantities as texts, the day with slashes', () => {
		const body = bodyOf({
			dealId: '7499800',
			endUserInfo: { companyName: 'Example Ltd', countryCode: 'US', phoneNumber: 6105400202 },
			products: {
				product: [
					{ ingramPartNumber: 'DF4128', quantity: 2 },
					{
						quantity: '1',
						additionalFields: {
							customerLineNumber: 7,
							lineLevelNotes: 'note',
							pricingType: 'p',
							specialBid: 'BID',
							vendorPartNumber: 'E2016HV',
						},
					},
				],
			},
			additionalFields: {
				customerNeed: 'need',
				CustomerContact: 'a@example.com',
				firstname: 'Nathan',
				lastname: 'Smith',
				pricingType: 'y',
				quoteExpiryDate: '2099-12-31T00:00:00',
				sendQuoteCopy: ['a@example.com', 'b@example.com; c@example.com'],
			},
		});
		expect(body).toEqual({
			quoteName: 'Q',
			dealId: '7499800',
			customerNeed: 'need',
			CustomerContact: 'a@example.com',
			firstname: 'Nathan',
			lastname: 'Smith',
			pricingType: 'y',
			quoteExpiryDate: '12/31/2099',
			sendQuoteCopy: 'a@example.com,b@example.com,c@example.com',
			endUserInfo: { companyName: 'Example Ltd', countryCode: 'US', phoneNumber: '6105400202' },
			products: [
				{ ingramPartNumber: 'DF4128', quantity: '2' },
				{
					vendorPartNumber: 'E2016HV',
					quantity: '1',
					customerLineNumber: '7',
					lineLevelNotes: 'note',
					pricingType: 'p',
					specialBid: 'BID',
				},
			],
		});
	});

	it('takes a list of products, and leaves out names that are not for XI', () => {
		const productsList = [{ ingramPartNumber: 'DF4128', quantity: 3, price: 9, row: 1 }];
		expect(bodyOf({ productsFrom: 'list', productsList })).toEqual({
			quoteName: 'Q',
			products: [{ ingramPartNumber: 'DF4128', quantity: '3' }],
		});
	});

	it('needs no products where there is a deal', () => {
		expect(bodyOf({ products: {}, dealId: '7499800' })).toEqual({
			quoteName: 'Q',
			dealId: '7499800',
		});
	});

	it.each(BAD_QUOTES)('refuses %j', (given, message) => {
		expect(badInputOf(() => bodyOf(given)).message).toMatch(message);
	});

	it('gives number and message, and takes an answer without a number for none', () => {
		const { rows } = planFor(create, LEAST);
		const [row] = rows({ quoteNumber: 'QUO-1-A', message: 'Thank you' });
		expect(project(create.output, { outcome: 'created', ...row }, simplified)).toEqual({
			outcome: 'created',
			quoteNumber: 'QUO-1-A',
			quoteName: 'Q',
			message: 'Thank you',
		});
		for (const wrong of [undefined, {}, { quoteNumber: null }, { quoteNumber: ' ' }]) {
			expect(() => rows(wrong)).toThrow(UnexpectedAnswer);
		}
	});
});

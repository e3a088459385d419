import { getMany } from '../../../nodes/IngramMicroQuotes/getMany.operation.ts';
import { project } from '../../../nodes/shared/output.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, paramsOf, requestFor } from '../support.mts';
import { BAD_SEARCHES } from './badQuotes.mts';

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

const simplified = { output: 'simplified' };

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

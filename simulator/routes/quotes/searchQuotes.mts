import { noRecordsFound, type Problem } from '../../errors.mts';
import { usualHeaders } from '../../headers.mts';
import { defineOperation } from '../../operation.mts';
import { dateMessage, isDate, type QueryValues } from '../../query.mts';
import { statusOf, totalOf, type Quote } from '../../state/quotes.mts';
import { day } from '../orders/parts.mts';
import { pageOf } from '../paging.mts';

const text = { kind: 'text' } as const;

const query = {
	quoteNumber: text,
	specialBidNumber: text,
	endUserContact: text,
	vendorName: text,
	quoteName: text,
	status: text,
	'quoteCreateDate-bt': text,
	sortBy: {
		kind: 'choice',
		values: ['quoteNumber', 'createdDate', 'lastModifiedDate', 'expiryDate'],
	},
	sortingOrder: { kind: 'choice', values: ['asc', 'desc'] },
	pageSize: { kind: 'integer', min: 1, max: 100 },
	pageNumber: { kind: 'integer', min: 1, max: 100_000_000 },
} as const;

type Query = QueryValues<typeof query>;

const dayMs = 86_400_000;
const usualDays = 30;
const mostDays = 365;
const noDate = '0001-01-01';

/**
 * Search quotes: `GET /resellers/v6/quotes/search`. Without a range of days: those that were created
 * or changed in the last 30 days. With one: those created in it, if that is no more than 365 days ago.
 *
 * Nothing found is a 404. Assumptions: both days of a range come in one value with a comma between; a
 * part of a text is enough for every text but the status, whatever its case; drafts and closed quotes
 * are left out, ordered ones are not; a page behind the last one is nothing found.
 */
export const searchQuotes = defineOperation({
	method: 'GET',
	endpoint: '/resellers/v6/quotes/search',
	headers: [...usualHeaders, 'IM-CustomerContact'],
	query,
	check: ({ query: sent }) => problemsOfRange(sent['quoteCreateDate-bt']),
	handle: ({ world, customer, query: sent }) => {
		const now = world.clock.lifeNow();
		const found = world.quotes
			.of(customer)
			.filter((quote) => isInTime(quote, sent['quoteCreateDate-bt'], now))
			.filter((quote) => fits(quote, sent, now))
			.sort(orderOf(sent));
		const { records, counters, hasNext } = pageOf(world, found, {
			page: sent.pageNumber,
			size: sent.pageSize,
		});
		if (records.length === 0) return noRecordsFound();
		const { pageNumber } = counters;
		return {
			status: 200,
			body: {
				...counters,
				quotes: records.map((quote) => record(quote, now)),
				nextPage: hasNext ? link(pageNumber + 1) : '',
				// So it is called here, and nowhere else.
				prevPage: pageNumber > 1 ? link(pageNumber - 1) : '',
			},
		};
	},
});

function problemsOfRange(range: string | undefined): Problem[] {
	if (range === undefined) return [];
	const refuse = (message: string): Problem[] => [
		{ field: 'quoteCreateDate-bt', value: range, message },
	];
	const [first = '', last = '', ...more] = range.split(',');
	if (last === '' || more.length > 0) return refuse('Exactly two dates are needed');
	if (!isDate(first) || !isDate(last)) return refuse(dateMessage);
	return first > last ? refuse('The start date is after the end date') : [];
}

function isInTime(quote: Quote, range: string | undefined, now: number): boolean {
	if (range === undefined) return quote.modifiedAt >= now - usualDays * dayMs;
	const [first = '', last = ''] = range.split(',');
	const created = day(quote.createdAt);
	return first <= created && created <= last && quote.createdAt >= now - mostDays * dayMs;
}

function fits(quote: Quote, sent: Query, now: number): boolean {
	const status = statusOf(quote, now);
	if (status === 'Draft' || status === 'Closed') return false;
	if (sent.status !== undefined && sent.status.toUpperCase() !== status.toUpperCase()) return false;
	const { companyName, contact } = quote.endUserInfo;
	const holds = (wanted: string | undefined, ...texts: (string | number | undefined)[]): boolean =>
		wanted === undefined ||
		texts.some((one) =>
			String(one ?? '')
				.toUpperCase()
				.includes(wanted.toUpperCase()),
		);
	return (
		holds(sent.quoteNumber, quote.quoteNumber) &&
		holds(sent.quoteName, quote.quoteName) &&
		holds(
			sent.specialBidNumber,
			quote.specialBidId,
			...quote.lines.map(({ specialBid }) => specialBid),
		) &&
		holds(sent.endUserContact, companyName, contact) &&
		holds(sent.vendorName, quote.vendorName, ...quote.lines.map(({ vendorName }) => vendorName))
	);
}

function orderOf({ sortBy = 'createdDate', sortingOrder = 'desc' }: Query) {
	const keyOf = (quote: Quote): number | string => {
		switch (sortBy) {
			case 'quoteNumber':
				return quote.quoteNumber;
			case 'createdDate':
				return quote.createdAt;
			case 'lastModifiedDate':
				return quote.modifiedAt;
			case 'expiryDate':
				return quote.expiresAt ?? 0;
		}
	};
	const sign = sortingOrder === 'asc' ? 1 : -1;
	return (one: Quote, other: Quote): number => {
		const [a, b] = [keyOf(one), keyOf(other)];
		return a === b ? one.quoteNumber.localeCompare(other.quoteNumber) : a < b ? -sign : sign;
	};
}

function record(quote: Quote, now: number): Record<string, unknown> {
	const { companyName, contact } = quote.endUserInfo;
	return {
		quoteGuid: quote.quoteGuid,
		quoteName: quote.quoteName,
		quoteNumber: quote.quoteNumber,
		revision: String(quote.revision),
		currencyCode: quote.currencyCode,
		endUserContact: contact ?? null,
		endUserName: companyName ?? null,
		createdBy: quote.createdBy,
		specialBidNumber: quote.specialBidId ?? null,
		vendor: quote.vendorName,
		quoteTotal: totalOf(quote),
		quoteStatus: statusOf(quote, now),
		ingramQuoteDate: day(quote.createdAt),
		lastModifiedDate: day(quote.modifiedAt),
		ingramQuoteExpiryDate: quote.expiresAt === undefined ? noDate : day(quote.expiresAt),
		quoteType: quote.quoteType,
		links: { topic: 'quotes', href: `/resellers/v6/quotes/${quote.quoteNumber}`, type: 'GET' },
	};
}

const link = (pageNumber: number): string => `/resellers/v6/quotes/search?pageNumber=${pageNumber}`;

import type { IDataObject } from 'n8n-workflow';

import { MOST_PAGES, MOST_SHOWN, readPages } from '../../../../nodes/shared/loop/pager.ts';
import { XiFailure } from '../../../../nodes/shared/transport/failure.ts';
import type { Page, XiRequest } from '../../../../nodes/shared/transport/request.ts';

const request: XiRequest = {
	method: 'GET',
	path: '/things',
	query: { keyword: ['a', 'b'], empty: undefined },
	nothingFound: [404],
};
const paging = { number: 'Page', size: 'Size', maxSize: 10 };

let made = 0;
const rowsOf = (count: number): IDataObject[] =>
	Array.from({ length: count }, () => ({ id: (made += 1) }));
const idsTo = (last: number): IDataObject[] =>
	Array.from({ length: last }, (_, index) => ({ id: index + 1 }));
beforeEach(() => (made = 0));

/** Searches what answers with these pages, and after them with `rest`. */
async function search(
	pages: Array<Page | undefined>,
	limit = Infinity,
	rest: () => Page | undefined = () => undefined,
) {
	const requests: XiRequest[] = [];
	const result = await readPages(request, paging, limit, async (asked) => {
		requests.push(asked);
		return requests.length <= pages.length ? pages[requests.length - 1] : rest();
	});
	return { ...result, requests };
}

describe('a search', () => {
	it('asks for page after page in XI’s own words, and for nothing else', async () => {
		const { requests } = await search([
			{ rows: rowsOf(10), recordsFound: 15 },
			{ rows: rowsOf(5), recordsFound: 15 },
		]);
		expect(requests).toEqual([
			{ ...request, query: { keyword: ['a', 'b'], empty: undefined, Page: 1, Size: 10 } },
			{ ...request, query: { keyword: ['a', 'b'], empty: undefined, Page: 2, Size: 10 } },
		]);
	});

	it.each([
		[1, 1],
		[10, 1],
		[11, 2],
		[20, 2],
		[21, 3],
	])('of %d records takes %d calls', async (records, calls) => {
		const pages = Array.from({ length: calls }, (_, index) => ({
			rows: rowsOf(Math.min(10, records - 10 * index)),
			recordsFound: records,
		}));
		const { rows, cut, requests } = await search(pages, Infinity, () => {
			throw new Error('One page too many');
		});
		expect(rows).toEqual(idsTo(records));
		expect(cut).toBe(false);
		expect(requests).toHaveLength(calls);
	});

	it('goes on after a short page', async () => {
		const { rows, requests } = await search([
			{ rows: rowsOf(4), recordsFound: 30 },
			{ rows: rowsOf(1), recordsFound: 30 },
			{ rows: rowsOf(6), recordsFound: 30 },
		]);
		expect(rows).toEqual(idsTo(11));
		expect(requests).toHaveLength(3);
	});

	it('goes by the latest count, since it varies', async () => {
		const grown = await search([
			{ rows: rowsOf(10), recordsFound: 20 },
			{ rows: rowsOf(10), recordsFound: 30 },
			{ rows: rowsOf(10), recordsFound: 30 },
		]);
		expect(grown.rows).toEqual(idsTo(30));
		made = 0;
		const shrunk = await search([
			{ rows: rowsOf(10), recordsFound: 30 },
			{ rows: rowsOf(10), recordsFound: 20 },
		]);
		expect(shrunk.rows).toEqual(idsTo(20));
		expect(shrunk.requests).toHaveLength(2);
	});

	it('takes a count that comes as a text', async () => {
		const { requests } = await search([{ rows: rowsOf(10), recordsFound: '10' }]);
		expect(requests).toHaveLength(1);
	});

	it.each([undefined, null, '', ' ', 'many', '1,000', -1, 1.5, NaN, true, false, [], {}])(
		'with a count of %j goes on to an empty page',
		async (recordsFound) => {
			const { rows, cut, requests } = await search([
				{ rows: rowsOf(10), recordsFound },
				{ rows: rowsOf(3), recordsFound },
				{ rows: [], recordsFound },
				{ rows: rowsOf(10), recordsFound },
			]);
			expect(rows).toEqual(idsTo(13));
			expect(cut).toBe(false);
			expect(requests).toHaveLength(3);
		},
	);

	it('ends at an empty page near its count, which XI gives differently from call to call', async () => {
		const { rows, requests } = await search([
			{ rows: rowsOf(10), recordsFound: 12 },
			{ rows: [], recordsFound: 12 },
			{ rows: rowsOf(10), recordsFound: 12 },
		]);
		expect(rows).toEqual(idsTo(10));
		expect(requests).toHaveLength(2);
	});

	it('ends where XI says after all that it counted that there is nothing', async () => {
		const { rows, cut } = await search([
			{ rows: rowsOf(10), recordsFound: '21' },
			{ rows: rowsOf(10), recordsFound: '21' },
		]);
		expect(rows).toEqual(idsTo(20));
		expect(cut).toBe(false);
	});

	it('is empty where XI says at once that there is nothing', async () => {
		const { rows, requests } = await search([]);
		expect(rows).toEqual([]);
		expect(requests).toHaveLength(1);
	});

	it.each([
		['an empty page', { rows: [], recordsFound: 99 }],
		['nothing', undefined],
	])('that is broken off by %s far from its count is no result', async (_, end) => {
		await expect(search([{ rows: rowsOf(10), recordsFound: 99 }, end])).rejects.toThrow(
			'Ingram Micro broke the list off after 10 of 99 results',
		);
	});
});

describe('a limit', () => {
	it.each([
		[1, 1, 1],
		[9, 1, 9],
		[10, 1, 10],
		[11, 2, 10],
		[25, 3, 10],
	])('of %d takes %d calls with pages of %d', async (limit, calls, size) => {
		const { rows, cut, requests } = await search([], limit, () => ({
			rows: rowsOf(size),
			recordsFound: 1000,
		}));
		expect(rows).toEqual(idsTo(limit));
		expect(cut).toBe(false);
		expect(requests).toHaveLength(calls);
		expect(requests.map(({ query }) => query?.Size)).toEqual(Array(calls).fill(size));
	});

	it('is filled from short pages', async () => {
		const { rows, requests } = await search([], 10, () => ({ rows: rowsOf(4) }));
		expect(rows).toEqual(idsTo(10));
		expect(requests).toHaveLength(3);
	});

	it('is kept where a page holds more than was asked for', async () => {
		const { rows } = await search([{ rows: rowsOf(10) }], 3);
		expect(rows).toEqual(idsTo(3));
	});
});

describe('a record that comes twice', () => {
	const invoice = (invoiceNumber: string, more: IDataObject = {}): IDataObject => ({
		invoiceNumber,
		invoicedAmountDue: 10,
		items: [{ sku: 'A', quantity: 1 }],
		...more,
	});
	const numbersOf = (rows: IDataObject[]) => rows.map(({ invoiceNumber }) => invoiceNumber);

	it('on two pages is one', async () => {
		const { rows, requests } = await search([
			{ rows: [invoice('40ABC1210'), invoice('40ABC1211')], recordsFound: 14 },
			{ rows: [invoice('40ABC1211'), invoice('40ABC1212')], recordsFound: 14 },
		]);
		expect(numbersOf(rows)).toEqual(['40ABC1210', '40ABC1211', '40ABC1212']);
		expect(requests).toHaveLength(2);
	});

	it('on one page, or pages later, is one', async () => {
		const pages = [['A', 'A', 'B'], ['C'], ['D', 'B', 'A']].map((numbers) => ({
			rows: numbers.map((number) => invoice(number)),
			recordsFound: 30,
		}));
		const { rows } = await search(pages);
		expect(numbersOf(rows)).toEqual(['A', 'B', 'C', 'D']);
	});

	it('with its keys in another order is one', async () => {
		const { rows } = await search([
			{
				rows: [
					{ a: 1, b: { c: 2, d: 3 } },
					{ b: { d: 3, c: 2 }, a: 1 },
				],
			},
		]);
		expect(rows).toHaveLength(1);
	});

	it.each<[string, IDataObject]>([
		['amount', { invoicedAmountDue: -10 }],
		['amount, as a text', { invoicedAmountDue: '10' }],
		['type', { invoiceType: 'Credit memo' }],
		['type of null', { invoiceType: null }],
		['list', { items: [{ sku: 'A', quantity: 2 }] }],
		['order of a list', { items: [{ sku: 'B' }, { sku: 'A', quantity: 1 }] }],
	])('with another %s is two', async (_, more) => {
		const { rows } = await search([{ rows: [invoice('A'), invoice('A', more)], recordsFound: 2 }]);
		expect(rows).toHaveLength(2);
	});

	it('is told by all of it, also where less of it is kept', async () => {
		const rows = [invoice('A'), invoice('A', { invoicedAmountDue: 11 }), invoice('A')];
		const kept = await readPages(
			request,
			paging,
			Infinity,
			async () => ({ rows, recordsFound: 3 }),
			({ invoiceNumber }) => ({ invoiceNumber }),
		);
		expect(kept.rows).toEqual([{ invoiceNumber: 'A' }, { invoiceNumber: 'A' }]);
	});

	it('is not counted towards the limit, and does not end the search', async () => {
		const pages = Array.from({ length: 4 }, (_, page) => ({
			rows: [invoice('SAME'), invoice(`${page}`)],
			recordsFound: 1000,
		}));
		const { rows, requests } = await search(pages, 4);
		expect(numbersOf(rows)).toEqual(['SAME', '0', '1', '2']);
		expect(requests).toHaveLength(3);
	});

	it('does not make a whole list look broken off', async () => {
		const pages = Array.from({ length: 5 }, () => ({
			rows: Array.from({ length: 10 }, () => invoice('SAME')),
			recordsFound: 50,
		}));
		const { rows, requests } = await search(pages);
		expect(rows).toHaveLength(1);
		expect(requests).toHaveLength(5);
	});
});

describe('a search of which XI shows no more than 10,000', () => {
	const TOO_MANY = /^Ingram Micro shows no more than 10000 results of a search/;
	/** XI's answers to a search that has more: full pages up to there, and then this. */
	const capped = async (recordsFound: unknown, after: () => Page | undefined, limit = Infinity) => {
		let pages = 0;
		return await search([], limit, () => {
			pages += 1;
			return pages * 10 > MOST_SHOWN ? after() : { rows: rowsOf(10), recordsFound };
		});
	};
	const nothing = () => undefined;
	const refused = (status: number) => () => {
		throw new XiFailure({
			reason: status < 500 ? 'refused' : 'serverFault',
			status,
			message: 'Result window is too large',
			endpoint: 'GET /things',
			correlationId: 'abc',
		});
	};

	it.each<[string, unknown, () => Page | undefined]>([
		['its count', 10_000, nothing],
		['its count, as a text', '10000', nothing],
		['an empty page, though it counts more', 12_000, () => ({ rows: [], recordsFound: 12_000 })],
		['nothing, without a count', undefined, nothing],
		['a refusal', 10_000, refused(400)],
		['a fault', 15_000, refused(500)],
		['the last page again', 10_000, () => ({ rows: [{ id: 10_000 }], recordsFound: 10_000 })],
	])('fails with what was read where it ends there by %s', async (_, recordsFound, after) => {
		const failure = await capped(recordsFound, after).then(
			() => undefined,
			(error: unknown) => error,
		);
		expect(failure).toBeInstanceOf(XiFailure);
		const { details } = failure as XiFailure;
		expect(details.message).toMatch(TOO_MANY);
		expect(details).toMatchObject({
			reason: 'incomplete',
			endpoint: 'GET /things',
			remedy: expect.stringContaining('Split the search'),
			rows: idsTo(MOST_SHOWN),
		});
	});

	it.each([1, 9_999, 10_000])('is fine up to a limit of %d', async (limit) => {
		const { rows } = await capped(10_000, nothing, limit);
		expect(rows).toHaveLength(limit);
	});

	it('fails with a higher limit', async () => {
		await expect(capped(10_000, nothing, 10_001)).rejects.toThrow(TOO_MANY);
	});

	it('goes on where it is only the count that ends there', async () => {
		let pages = 0;
		const { rows } = await search([], Infinity, () => {
			pages += 1;
			return { rows: pages <= 1_234 ? rowsOf(10) : [], recordsFound: 10_000 };
		});
		expect(rows).toHaveLength(12_340);
	});

	it.each<[string, number, (page: number) => unknown]>([
		['a count of 9,999', 9_999, () => 9_999],
		['a count of 10,001', 10_001, () => 10_001],
		['no count, and a last page that is not full', 9_995, () => undefined],
		['a count that varies, and was less at first', 9_995, (page) => 9_995 + page],
	])('is whole with %s', async (_, records, count) => {
		let pages = 0;
		const { rows } = await search([], Infinity, () => {
			pages += 1;
			const left = records - (pages - 1) * 10;
			return { rows: rowsOf(Math.max(0, Math.min(10, left))), recordsFound: count(pages) };
		});
		expect(rows).toHaveLength(records);
	});

	it('lets other failures at that page be what they are', async () => {
		await expect(
			capped(10_000, () => {
				throw new XiFailure({ reason: 'rateLimited', message: 'Busy', endpoint: 'GET /things' });
			}),
		).rejects.toThrow('Busy');
	});
});

describe('a search without end', () => {
	it('is cut, and says so', async () => {
		const { rows, cut, requests } = await search([], Infinity, () => ({ rows: rowsOf(1) }));
		expect(cut).toBe(true);
		expect(requests).toHaveLength(MOST_PAGES);
		expect(rows).toHaveLength(MOST_PAGES);
	});

	it('is not called cut where the last page allowed is the last there is', async () => {
		const recordsFound = MOST_PAGES * 10;
		const { cut, requests } = await search([], Infinity, () => ({
			rows: rowsOf(10),
			recordsFound,
		}));
		expect(cut).toBe(false);
		expect(requests).toHaveLength(MOST_PAGES);
	});
});

it('a page that fails ends the search with its failure', async () => {
	await expect(
		search([{ rows: rowsOf(10) }], Infinity, () => {
			throw new Error('broken');
		}),
	).rejects.toThrow('broken');
});

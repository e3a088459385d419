import type { IDataObject } from 'n8n-workflow';

import { vendorOf } from '../../../nodes/shared/xi/deals.ts';
import { get } from '../../../nodes/IngramMicroDeals/get.operation.ts';
import { getMany } from '../../../nodes/IngramMicroDeals/getMany.operation.ts';
import { dealDetailsOutput, dealSearchOutput } from '../../../nodes/IngramMicroDeals/output.ts';
import { project } from '../../../nodes/shared/output.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { asked, badInputFrom, badInputOf, expectTidy, paramsOf, requestFor } from '../support.mts';

const deal = { __rl: true, mode: 'dealId', value: ' TEST-RESEU DISC ' };

describe('Get Many Deals', () => {
	it('is a search without filters by default', () => {
		expect(requestFor(getMany, {})).toEqual({
			method: 'GET',
			path: '/resellers/v6/deals/search',
			query: {},
			nothingFound: [204, 404],
		});
	});

	it('sends numbers and texts as text, and no blanks', () => {
		const filters = { dealId: 12345678, endUser: ' AB & C ', vendor: '' };
		expect(requestFor(getMany, { filters }).query).toEqual({
			dealId: '12345678',
			endUser: 'AB & C',
		});
	});

	it('asks for pages with capitals', () => {
		expect(getMany.paging).toEqual({ number: 'Page', size: 'Size', maxSize: 100 });
	});

	const page = (answer: object) => getMany.page(answer, paramsOf(getMany, {}) as never);

	it.each([
		[
			{ recordsFound: 1, deals: [{ dealId: 'A' }] },
			{ recordsFound: 1, rows: [{ dealId: 'A' }] },
		],
		[
			{ recordsFound: 0, deals: null },
			{ recordsFound: 0, rows: [] },
		],
		[{ deals: [] }, { recordsFound: undefined, rows: [] }],
	])('reads %j', (answer, expected) => {
		expect(page(answer)).toEqual(expected);
	});

	it.each([{}, { deals: 'none' }, { deals: {} }])('refuses %j as an answer', (answer) => {
		expect(() => page(answer)).toThrow(UnexpectedAnswer);
	});

	it.each([
		[{ dealId: ['A', 'B'] }, /^'Deal ID' in 'Filters' is a list/],
		[{ vendor: { name: 'Cisco' } }, /^'Vendor' in 'Filters' is of the type object/],
		['Cisco', /^'Filters' is "Cisco"; an object/],
	])('refuses the filters %j', (filters, message) => {
		expect(badInputOf(() => requestFor(getMany, { filters })).message).toMatch(message);
	});
});

describe('Get Deal', () => {
	it('asks with the vendor that is given', () => {
		expect(requestFor(get, { deal, vendorName: 'Cisco' })).toEqual({
			method: 'GET',
			path: '/resellers/v6/deals/{dealId}',
			pathValues: { dealId: 'TEST-RESEU DISC' },
			query: { vendorName: 'Cisco' },
			nothingFound: [404],
		});
	});

	it.each([
		[{ deal: { ...deal, value: '' } }, "'Deal' is empty"],
		[{}, "'Deal' is empty"],
		[{ deal, vendorName: ['Cisco'] }, "'Vendor Name' is a list, and a text is expected"],
	])('refuses %j', (given, message) => {
		expect(badInputOf(() => requestFor(get, given)).message).toBe(message);
	});

	const answer = {
		dealId: '23456789',
		vendor: null,
		extendedMsrp: '15944.61',
		products: [{ ingramPartNumber: 'US1860', msrp: 4906.11, daysRemaining: '181' }],
	};
	const rowsOf = (given: object, answered: IDataObject = answer) =>
		get.rows(answered, paramsOf(get, { deal, ...given }) as never);

	it('gives the deal, or one row a product', () => {
		expect(rowsOf({})).toEqual([answer]);
		const [row] = rowsOf({ return: 'products' });
		expect(project(dealDetailsOutput, row, { output: 'simplified' })).toMatchObject({
			dealId: '23456789',
			ingramPartNumber: 'US1860',
			msrp: 4906.11,
			daysRemaining: 181,
			remainingQuantity: null,
		});
		const [none] = rowsOf({ return: 'products' }, { ...answer, products: null });
		expect(none).toMatchObject({ dealId: '23456789', productCount: 0 });
		expect(none).not.toHaveProperty('product');
	});

	it('has numbers where XI sends text', () => {
		const [row] = rowsOf({});
		expect(project(dealDetailsOutput, row, { output: 'simplified' })).toMatchObject({
			extendedMsrpTotal: 15944.61,
			vendorName: null,
		});
	});

	it('refuses an answer that is no deal', () => {
		expect(() => rowsOf({}, { deals: [] })).toThrow(UnexpectedAnswer);
		expect(() => rowsOf({ return: 'products' }, { dealId: 'A', products: 'none' })).toThrow(
			UnexpectedAnswer,
		);
	});

	it('names what is not there', () => {
		const sentence = (vendorName?: string) =>
			get.ifNothing?.({ ...paramsOf(get, { deal }), vendorName } as never);
		expect(sentence()).toBe('Ingram Micro has no deal TEST-RESEU DISC');
		expect(sentence('Cisco')).toBe('Ingram Micro has no deal TEST-RESEU DISC of Cisco');
	});
});

describe('the vendor of a deal', () => {
	const search = (...answers: unknown[]) => asked((ask) => vendorOf(ask, 'Bid 1'), answers);
	const look = async (...deals: object[]) =>
		(await search({ recordsFound: deals.length, deals }, undefined)).result;

	it('is looked for by the number', async () => {
		const { requests } = await search({
			recordsFound: 1,
			deals: [{ dealId: 'BID 1', vendor: 'Cisco' }],
		});
		expect(requests).toEqual([
			expect.objectContaining({ query: { dealId: 'Bid 1', Page: 1, Size: 100 } }),
		]);
	});

	it.each<[object[], string | undefined]>([
		[[{ dealId: 'BID 1', vendor: ' Cisco ' }], 'Cisco'],
		[[{ dealId: 'Bid 1', vendor: null }], undefined],
		[
			[
				{ dealId: 'Bid 1', version: '1', vendor: 'CISCO' },
				{ dealId: 'Bid 1', version: '2', vendor: 'Cisco' },
			],
			'Cisco',
		],
		[
			[
				{ dealId: 'Bid 10', vendor: 'HP' },
				{ dealId: 'Bid 1', vendor: 'Cisco' },
			],
			'Cisco',
		],
	])('in %j is %j', async (deals, vendor) => {
		expect(await look(...deals)).toBe(vendor);
	});

	it('is not guessed', async () => {
		const two = [
			{ dealId: 'Bid 1', vendor: 'HP' },
			{ dealId: 'Bid 1', vendor: 'Cisco' },
		];
		expect((await badInputFrom(look(...two))).message).toMatch(/have a deal Bid 1: HP, Cisco$/);
		expect((await badInputFrom(look({ dealId: 'Bid 10', vendor: 'HP' }))).message).toBe(
			'Ingram Micro’s search finds no deal Bid 1',
		);
		expect((await badInputFrom(look())).message).toBe('Ingram Micro’s search finds no deal Bid 1');
	});
});

it.each([
	['of the search', dealSearchOutput, [{}]],
	['of the details', dealDetailsOutput, [{}, { product: {} }, { productCount: 0 }]],
])('the output %s has at most ten simplified fields and no name twice', (_, output, kinds) => {
	expectTidy(output, kinds);
});

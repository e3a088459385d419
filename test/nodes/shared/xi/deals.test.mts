import { vendorOf } from '../../../../nodes/shared/xi/deals.ts';
import { asked, badInputFrom } from '../../support.mts';

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

	it('is found where Ingram Micro sends the number of the deal as one', async () => {
		const answer = { recordsFound: 1, deals: [{ dealId: 23456789, vendor: 'Cisco' }] };
		const { result } = await asked((ask) => vendorOf(ask, '23456789'), [answer]);
		expect(result).toBe('Cisco');
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

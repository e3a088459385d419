import type { AxiosInstance } from 'axios';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { sharedDealId } from '../../simulator/state/deals.mts';
import { complaints, connect } from './support.mts';

let simulator: Simulator;
let client: AxiosInstance;
const application = { 'IM-ApplicationID': 'tests' };
beforeAll(async () => {
	simulator = await startSimulator({ products: 300, callsPerWindow: 0 });
	client = await connect(simulator, application);
});
afterAll(async () => await simulator.close());

const search = '/resellers/v6/deals/search';
const details = (dealId: string, vendor: string) =>
	client.get(`/resellers/v6/deals/${encodeURIComponent(dealId)}`, {
		params: { vendorName: vendor },
	});

describe('search deals', () => {
	it('has a deal for every bid of the catalog', async () => {
		const bids = new Set(
			simulator.products.flatMap(({ specialPrices, vendorName }) =>
				specialPrices.flatMap(({ bidNumber }) =>
					bidNumber === undefined ? [] : `${bidNumber} ${vendorName}`,
				),
			),
		);
		const { data } = await client.get(`${search}?Size=100`);
		// The number that two vendors have is beside them.
		expect(data.recordsFound).toBe(bids.size + 2);
		const listed = data.deals.map(
			({ dealId, vendor }: { dealId: string; vendor: string }) => `${dealId} ${vendor}`,
		);
		expect(new Set(listed).size).toBe(data.deals.length);
		expect(listed.filter((one: string) => !one.startsWith(sharedDealId))).toEqual([...bids]);
	});

	it('narrows by number, vendor and end user', async () => {
		const both = (await client.get(`${search}?dealId=${sharedDealId.toLowerCase()}`)).data;
		expect(both.recordsFound).toBe(2);
		const [{ vendor, endUser, links }] = both.deals;
		expect(links).toEqual({
			topic: 'Deals',
			href: `/resellers/v6/deals/${sharedDealId}?vendorName=${vendor}`,
			type: 'GET',
		});
		const one = await client.get(search, { params: { dealId: sharedDealId, vendor, endUser } });
		expect(one.data.recordsFound).toBe(1);
		const none = await client.get(`${search}?endUser=NOBODY`);
		expect(none.status).toBe(200);
		expect(none.data).toMatchObject({ recordsFound: 0, deals: [], nextPage: null });
	});

	it.each([
		['size=5', 'size'],
		['Size=101', 'Size'],
		['Page=0', 'Page'],
		['pageNumber=1', 'pageNumber'],
		['vendorName=Cisco', 'vendorName'],
		['vendor=', 'vendor'],
	])('refuses %s', async (query, field) => {
		const answer = await client.get(`${search}?${query}`);
		expect(answer.status).toBe(400);
		expect(complaints(answer)).toEqual([field]);
	});

	it('pages through 2,350 deals of one account, each of them once', async () => {
		const added = simulator.addDeals(2350, { customerNumber: '30-333333', prefix: 'DE' });
		const german = await connect(simulator, {
			'IM-CustomerNumber': '30-333333',
			'IM-CountryCode': 'DE',
		});
		const seen: string[] = [];
		for (let page = 1; ; page++) {
			const { data } = await german.get(`${search}?Size=100&Page=${page}`);
			if (data.deals.length === 0) break;
			expect(data.previousPage).toBe(
				page === 1 ? null : `/bids/v1/special-bidsB2B?Size=100&Page=${page - 1}`,
			);
			seen.push(...data.deals.map(({ dealId }: { dealId: string }) => dealId));
		}
		expect(seen.slice(-2350)).toEqual(added);
		expect((await client.get(`${search}?dealId=${added[0]}`)).data.recordsFound).toBe(0);
	});
});

describe('deal details', () => {
	it('has the price that the bid gives', async () => {
		const product = simulator.products.find(({ specialPrices }) =>
			specialPrices.some(({ bidNumber }) => bidNumber !== undefined),
		)!;
		const bid = product.specialPrices.find(({ bidNumber }) => bidNumber !== undefined)!;
		const { data } = await details(bid.bidNumber!, product.vendorName);
		expect(data).toMatchObject({ dealId: bid.bidNumber, currencyCode: 'USD' });
		expect(data.products).toContainEqual(
			expect.objectContaining({
				ingramPartNumber: product.ingramPartNumber,
				standardPrice: Math.round((product.customerPrice - bid.discount) * 100) / 100,
				approvedQuantity: bid.availableQuantity,
				remainingQuantity: bid.availableQuantity,
			}),
		);
	});

	it('counts the days that are left by the clock', async () => {
		const dealIds = simulator.addDeals(30, { prefix: 'DAYS' });
		const daysLeft = async () => {
			const all: number[] = [];
			for (const dealId of dealIds) {
				const { data } = await client.get(search, { params: { dealId } });
				const answer = await details(dealId, data.deals[0].vendor);
				all.push(answer.data.products[0].daysRemaining);
			}
			return all;
		};
		const before = await daysLeft();
		expect(new Set(before).size).toBeGreaterThan(10);
		simulator.advanceTime(10 * 86_400);
		// The token has ended by then.
		client = await connect(simulator, application);
		expect(await daysLeft()).toEqual(before.map((days) => Math.max(0, days - 10)));
	});

	it('refuses a call without the vendor or the application, and knows no other vendor', async () => {
		const bare = await client.get(`/resellers/v6/deals/${encodeURIComponent(sharedDealId)}`);
		expect(bare.status).toBe(400);
		expect(complaints(bare)).toEqual(['vendorName']);
		expect(bare.data.errors[0]).toHaveProperty('traceid');
		const anonymous = await connect(simulator, {});
		const answer = await anonymous.get('/resellers/v6/deals/X?vendorName=Y');
		expect(complaints(answer)).toEqual(['IM-ApplicationID']);
		expect((await details(sharedDealId, 'Nobody')).status).toBe(404);
	});
});

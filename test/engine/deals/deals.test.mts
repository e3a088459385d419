import { sharedDealId } from '../../../simulator/state/deals.mts';
import { GOES_ON } from '../orders/support.mts';
import { pairedWith, runnerOf, useBench } from '../support.mts';
import { allValuesOf, DEAL_DETAILS, DEAL_SEARCH, listOf } from '../termsSupport.mts';

const NODE = 'ingramMicroDeals';

const bench = useBench({ products: 200 });
const run = runnerOf(bench, NODE);
const byId = (value: string) => ({ __rl: true, mode: 'dealId', value });
const search = { operation: 'getMany', returnAll: false, limit: 50, filters: {} };
const get = { operation: 'get', deal: byId('={{ $json.deal }}') };

describe('Get Many Deals', () => {
	it('sends every filter under its name on the wire, the page with capitals', async () => {
		const filters = { dealId: 'TEST RESEU', endUser: 'AB & C DEALS', vendor: 'Cisco' };
		const { error, items } = await run({ ...search, limit: 7, filters });
		expect(error).toBeUndefined();
		expect(items).toEqual([]);
		const [{ query, rawBody, status }] = bench.xi.requestsTo(DEAL_SEARCH);
		expect([status, rawBody]).toEqual([200, '']);
		expect([...query].sort()).toEqual([
			['Page', '1'],
			['Size', '7'],
			['dealId', 'TEST RESEU'],
			['endUser', 'AB & C DEALS'],
			['vendor', 'Cisco'],
		]);
	});

	it.each(['number', 'missing', 'varying'] as const)(
		'returns all of 2,350 deals, each once, with a count that is: %s',
		async (recordsFound) => {
			bench.xi.quirks.recordsFound = recordsFound;
			const added = bench.xi.addDeals(2_350, { prefix: 'MANY' });
			const { items, error } = await run({ ...search, returnAll: true });
			expect(error).toBeUndefined();
			const ids = items
				.map(({ json }) => json.dealId as string)
				.filter((id) => id.startsWith('MANY '));
			expect(ids).toEqual(added);
		},
	);

	it('stops at the limit, in as few calls as that takes', async () => {
		bench.xi.addDeals(300);
		const { items } = await run({ ...search, limit: 150 });
		expect(items).toHaveLength(150);
		expect(bench.xi.requestsTo(DEAL_SEARCH)).toHaveLength(2);
	});

	it.each([204, 404])('takes the status %i for an empty list', async (status) => {
		bench.xi.faults.add({ match: { endpoint: DEAL_SEARCH }, kind: 'status', status, body: null });
		const { items, error } = await run(search);
		expect(error).toBeUndefined();
		expect(items).toEqual([]);
	});
});

describe('Get Deal', () => {
	it('reads a deal whose number has a blank, with the vendor that is given', async () => {
		const [deal] = bench.xi.addDeals(1, { prefix: 'A/B' });
		const { items: found } = await run({ ...search, filters: { dealId: deal } });
		const { items, error } = await run({ ...get, vendorName: '={{ $json.vendorName }}' }, [
			{ deal, vendorName: found[0].json.vendorName },
		]);
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ dealId: 'A/B 1', vendorName: found[0].json.vendorName });
		const [{ path, query }] = bench.xi.requestsTo(DEAL_DETAILS);
		expect(path).toBe('/resellers/v6/deals/A%2FB%201');
		expect(query).toEqual([['vendorName', found[0].json.vendorName]]);
		expect(bench.xi.requestsTo(DEAL_SEARCH)).toHaveLength(1);
	});

	it('looks the vendor up where it is left empty, one call for each item', async () => {
		const deals = bench.xi.addDeals(40, { prefix: 'LOOK' });
		const { items, error } = await run(
			get,
			deals.map((deal) => ({ deal })),
		);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.dealId)).toEqual(deals);
		expect(items.map(pairedWith)).toEqual(deals.map((_, item) => item));
		expect(bench.xi.requestsTo(DEAL_SEARCH)).toHaveLength(40);
		for (const { query } of bench.xi.requestsTo(DEAL_DETAILS)) {
			expect(query).toEqual([['vendorName', expect.stringMatching(/./)]]);
		}
	});

	it('asks for the vendor where several have a deal of the number, and reads either', async () => {
		const { items: found } = await run({ ...search, filters: { dealId: sharedDealId } });
		const vendors = found.map(({ json }) => json.vendorName as string);
		expect(vendors).toHaveLength(2);
		const unclear = await run(get, [{ deal: sharedDealId }]);
		expect(unclear.error?.message).toBe(
			`'Vendor Name' is empty, and several manufacturers have a deal ${sharedDealId}: ${vendors.join(', ')} [item 0]`,
		);
		expect(bench.xi.requestsTo(DEAL_DETAILS)).toEqual([]);
		const { items } = await run(
			{ ...get, vendorName: '={{ $json.vendorName }}' },
			vendors.map((vendorName) => ({ deal: sharedDealId, vendorName })),
		);
		expect(items.map(({ json }) => json.vendorName)).toEqual(vendors);
	});

	it('gives one item a product, with what is left after an order', async () => {
		const product = bench.xi.products.find(
			({ specialPrices, authorized, directShip }) =>
				authorized && directShip && specialPrices.some(({ bidNumber }) => bidNumber !== undefined),
		)!;
		const { bidNumber } = product.specialPrices.find((price) => price.bidNumber !== undefined)!;
		const left = async () => {
			const { items, error } = await run({ ...get, return: 'products' }, [{ deal: bidNumber }]);
			expect(error).toBeUndefined();
			const row = items.find(({ json }) => json.ingramPartNumber === product.ingramPartNumber)!;
			return Number(row.json.remainingQuantity);
		};
		const before = await left();
		await bench.runOrders(
			{
				operation: 'create',
				customerOrderNumber: 'PO-BID',
				lines: { line: [{ ingramPartNumber: product.ingramPartNumber, quantity: 3 }] },
				additionalFields: { specialBidNumber: bidNumber },
				options: { lookSeconds: 0 },
			},
			[{}],
		);
		expect(await left()).toBe(before - 3);
	});

	it('fails the item alone when there is no such deal, and goes on', async () => {
		const [deal] = bench.xi.addDeals(1);
		const { items, error } = await run(
			{ ...get, vendorName: '={{ $json.vendorName }}' },
			[{ deal: 'NONE', vendorName: 'Cisco' }, { deal }, { deal: 'NONE 2' }],
			GOES_ON,
		);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(3);
		expect(items[0].json.error).toBe('Ingram Micro has no deal NONE of Cisco [item 0]');
		expect(items[1].json.dealId).toBe(deal);
		expect(items[2].json.error).toBe('Ingram Micro’s search finds no deal NONE 2 [item 2]');
		expect(bench.xi.requestsTo(DEAL_DETAILS)).toHaveLength(2);
	});

	it('sends nothing for an empty deal', async () => {
		const { error } = await run(get, [{ deal: '' }]);
		expect(error?.message).toBe("'Deal' is empty [item 0]");
		expect(bench.xi.requestsTo(DEAL_DETAILS)).toEqual([]);
	});
});

describe('the list of deals', () => {
	const list = listOf(bench, NODE, 'searchDeals');

	it('shows all, page after page', async () => {
		const added = bench.xi.addDeals(120);
		const seen = await allValuesOf(list);
		expect(seen.slice(-120)).toEqual(added);
	});

	it('finds by number, by manufacturer and by end user', async () => {
		const [deal] = bench.xi.addDeals(1);
		const { results: byNumber } = await list(` ${deal} `);
		expect(byNumber).toEqual([{ name: expect.stringContaining(`${deal} – `), value: deal }]);
		const [, vendor, endUser] = byNumber[0].name.split(' – ');
		const { results: byVendor } = await list(vendor);
		const { results: byEndUser } = await list(endUser);
		expect(byVendor.map(({ value }) => value)).toContain(deal);
		expect(byEndUser.map(({ value }) => value)).toContain(deal);
		expect((await list('NOTHING LIKE THIS')).results).toEqual([]);
	});
});

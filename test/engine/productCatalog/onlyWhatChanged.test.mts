import type { IDataObject } from 'n8n-workflow';

import { pairedWith, PRICE_OF_SKU, PRICES, useBench } from '../support.mts';

const bench = useBench({ products: 3_500 });

const onlyWhatChanged = { priceField: 'lastPrice', stockField: 'lastStock' };
const MOVED_ONES = { ...PRICE_OF_SKU, onlyWhatChanged };

/** What a shop has of products after it has written down all that came. */
async function shopOf(count: number): Promise<IDataObject[]> {
	const input = bench.xi.products.slice(0, count).map(({ ingramPartNumber: sku }) => ({ sku }));
	const { items } = await bench.run(PRICE_OF_SKU, input);
	return items.map(({ json }, position) => ({
		...input[position],
		lastPrice: json.customerPrice,
		lastStock: json.totalAvailability,
	}));
}

const hintsOf = ({ run }: Awaited<ReturnType<typeof bench.run>>) =>
	run.data.resultData.runData.Node[0].hints;

describe('Only What Changed', () => {
	it('gives the 37 of 3,000 products that moved, each paired with its item, in 60 calls', async () => {
		const shop = await shopOf(3_000);
		const before = bench.xi.requestsTo(PRICES).length;
		const moved = Array.from({ length: 37 }, (_, n) => n * 80 + 3);
		moved.forEach((position, n) => {
			const row = shop[position];
			if (n % 2 === 0) row.lastStock = Number(row.lastStock ?? 0) + 1;
			else row.lastPrice = Number(row.lastPrice ?? 0) + 0.01;
		});
		const done = await bench.run(MOVED_ONES, shop);
		expect(done.error).toBeUndefined();
		expect(bench.xi.requestsTo(PRICES).length - before).toBe(60);
		expect(done.items.map(pairedWith)).toEqual(moved);
		expect(hintsOf(done)).toEqual([
			expect.objectContaining({
				message: "2963 of 3000 items did not change and were left out, as 'Only What Changed' says",
				type: 'info',
			}),
		]);
	});

	it('gives nothing where nothing moved, whatever the output', async () => {
		const shop = await shopOf(60);
		for (const output of [{ output: 'raw' }, { output: 'selectedFields', fields: ['upc'] }]) {
			const done = await bench.run({ ...MOVED_ONES, ...output }, shop);
			expect(done.error).toBeUndefined();
			expect(done.items).toEqual([]);
		}
	});

	it('gives all, and no hint, where all moved', async () => {
		const shop = (await shopOf(3)).map((row) => ({ ...row, lastStock: -1 }));
		const done = await bench.run(MOVED_ONES, shop);
		expect(done.items.map(pairedWith)).toEqual([0, 1, 2]);
		expect(hintsOf(done)).toEqual([]);
	});

	it('compares each of two items of one product with its own field', async () => {
		const [row] = await shopOf(1);
		const done = await bench.run(MOVED_ONES, [row, { ...row, lastPrice: 1 }, row]);
		expect(done.items.map(pairedWith)).toEqual([1]);
	});

	it('leaves out no error, and nothing that is not found', async () => {
		const [row, other] = await shopOf(2);
		const { lastPrice: _, ...withoutPrice } = other;
		const input = [row, { ...row, sku: 'NOSUCHPART' }, withoutPrice, { ...row, sku: '' }];
		const done = await bench.run(MOVED_ONES, input, { onError: 'continueRegularOutput' });
		expect(done.items.map(pairedWith)).toEqual([1, 2, 3]);
		const [unknown, bad, empty] = done.items.map(({ json }) => json);
		expect(unknown).toMatchObject({ found: false });
		expect(bad.error).toMatch(/'Price Field' in 'Only What Changed' is "lastPrice".*no such field/);
		expect(empty).toHaveProperty('error');
	});

	it('fails an item that is not found where that is wanted', async () => {
		const input = [{ sku: 'NOSUCHPART', lastPrice: null, lastStock: null }];
		const { error } = await bench.run({ ...MOVED_ONES, ifNotFound: 'failItem' }, input);
		expect(error).toBeDefined();
	});

	it('sends nothing where an item cannot be compared', async () => {
		const { error } = await bench.run(MOVED_ONES, [{ sku: '4A0036', lastPrice: 'n/a' }]);
		expect(error?.message).toMatch(/"lastPrice" of the input item is "n\/a"/);
		expect(bench.xi.requestsTo(PRICES)).toEqual([]);
	});
});

import { numbers, Shop } from './pricedShop.mts';

/* Products that spoil a call, and products that are there at first. */

describe('a product for whose sake Ingram Micro refuses a call', () => {
	const refusing = (shop: Shop, ...bad: string[]) => {
		shop.refused = bad;
		return shop;
	};

	it('is told apart from the others, which have their prices', async () => {
		const shop = refusing(new Shop({}, numbers(60)), 'SKU7');
		expect(await shop.poll()).toEqual([]);
		expect(shop.notes.join()).toContain('Ingram Micro refuses the product SKU7, and the others');
		expect(shop.calls.length).toBeLessThan(16);
		for (const number of ['SKU3', 'SKU7', 'SKU49', 'SKU55']) {
			shop.products.set(number, { price: 11, stock: 5 });
		}
		shop.calls = [];
		expect((await shop.later()).map(({ ingramPartNumber }) => ingramPartNumber)).toEqual([
			'SKU3',
			'SKU49',
			'SKU55',
		]);
		expect(shop.calls.map((call) => call.length)).toEqual([49, 1, 10]);
		refusing(shop);
		expect(await shop.later()).toEqual([]);
		shop.products.set('SKU7', { price: 12, stock: 5 });
		expect(await shop.later()).toMatchObject([{ ingramPartNumber: 'SKU7', before: 11, after: 12 }]);
		shop.calls = [];
		expect(await shop.later()).toEqual([]);
		expect(shop.calls.map((call) => call.length)).toEqual([50, 10]);
	});

	it('is found round by round where there are several, in few calls a poll', async () => {
		const bad = ['SKU0', 'SKU11', 'SKU12', 'SKU33', 'SKU49'];
		const shop = refusing(new Shop({}, numbers(50)), ...bad);
		for (let poll = 0; poll < 6; poll++) {
			shop.calls = [];
			expect(await shop.later()).toEqual([]);
			expect(shop.calls.length).toBeLessThanOrEqual(18);
		}
		for (const number of shop.products.keys()) shop.products.set(number, { price: 9, stock: 5 });
		expect(await shop.later()).toHaveLength(45);
	});

	it('makes the poll fail where it is all of them, after few calls', async () => {
		const shop = refusing(new Shop({}, numbers(200)), ...numbers(200));
		await expect(shop.poll()).rejects.toThrow('bad part');
		expect(shop.calls.length).toBeLessThanOrEqual(18);
		expect(shop.text).toBe('');
		shop.calls = [];
		for (let minute = 0; minute < 58; minute++) {
			await expect(shop.later(60_000)).rejects.toThrow('bad part');
		}
		expect(shop.calls).toEqual([]);
		refusing(shop);
		for (let minute = 0; minute < 2; minute++) await shop.later(60_000).catch(() => {});
		expect(shop.calls.map((call) => call.length)).toEqual([50, 50, 50, 50]);
	});
});

it('starts with the price and stock of each product where that is wanted', async () => {
	const shop = new Shop({ options: { startWithExisting: true } }, numbers(3));
	shop.products.set('SKU1', { price: null, stock: 0 });
	shop.products.set('SKU2', { isGone: true });
	const told = await shop.poll();
	expect(
		told.map(({ ingramPartNumber, change, before, after }) => [
			ingramPartNumber,
			change,
			before,
			after,
		]),
	).toEqual([
		['SKU0', 'priceChanged', null, 10],
		['SKU0', 'stockChanged', null, 5],
		['SKU1', 'outOfStock', null, 0],
		['SKU2', 'notFound', null, null],
	]);
	expect(new Set(told.map(({ key }) => key)).size).toBe(4);
	expect(await shop.later()).toEqual([]);
	shop.products.set('SKU0', { price: 11, stock: 5 });
	const next = await shop.later();
	expect(next).toMatchObject([{ change: 'priceChanged', before: 10, after: 11 }]);
	shop.parameters = { ...shop.parameters, products: [...numbers(3), 'SKU9'] };
	shop.products.set('SKU9', { price: 1, stock: 1 });
	expect(await shop.later()).toEqual([]);
});

it.each<[string, unknown, unknown]>([
	['null', null, undefined],
	['an empty text', '', undefined],
	['missing, though there is some', undefined, true],
])('does not take stock that is %s for none', async (_, stock, available) => {
	const shop = new Shop({}, numbers(1));
	await shop.poll();
	shop.products.set('SKU0', { price: 10, stock, available });
	expect(await shop.later()).toEqual([]);
	shop.products.set('SKU0', { price: 10, stock: 0 });
	expect(await shop.later()).toMatchObject([{ change: 'outOfStock', before: 5, after: 0 }]);
});

it('takes stock that is left out for none where Ingram Micro says that there is none', async () => {
	const shop = new Shop({}, numbers(1));
	await shop.poll();
	shop.products.set('SKU0', { price: 10, stock: null, available: 'false' });
	expect(await shop.later()).toMatchObject([{ change: 'outOfStock', before: 5, after: 0 }]);
});

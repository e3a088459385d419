import type { IDataObject } from 'n8n-workflow';

import type { Ask } from '../../../nodes/shared/operation.ts';
import { readSettings } from '../../../nodes/IngramMicroWatchTrigger/watchKinds.ts';
import { watchOnce } from '../../../nodes/IngramMicroWatchTrigger/watching.ts';

import { HOUR, numbers, type Product, Shop } from './pricedShop.mts';

/** What was measured, for who reads the log of the tests. */
const measured: string[] = [];
afterAll(() => {
	console.info(measured.join('\n'));
});

it('tells each of 37 among 5,000 once, in 100 calls a round, with a state below 200 kB', async () => {
	const shop = new Shop({}, numbers(5_000));
	expect(await shop.poll()).toEqual([]);
	expect(shop.calls).toHaveLength(100);
	for (let i = 0; i < 37; i++) shop.products.set(`SKU${i * 100}`, { price: 11.5, stock: 5 });
	const told = await shop.later();
	expect(told).toHaveLength(37);
	expect(told[0]).toMatchObject({
		change: 'priceChanged',
		before: 10,
		after: 11.5,
		customerPrice: 11.5,
		changedAt: null,
	});
	expect(new Set(told.map(({ key }) => key)).size).toBe(37);
	expect(await shop.later()).toEqual([]);
	expect(shop.text.length).toBeLessThan(80_000);
	const most = new Shop({}, numbers(5_000));
	for (const number of most.products.keys()) {
		most.products.set(number, { price: 1_234_567.89, stock: 9_999_999 });
	}
	await most.poll();
	for (const number of most.products.keys()) {
		most.products.set(number, { price: 1_234_567.98, stock: 8_888_888 });
	}
	expect(await most.later()).toHaveLength(10_000);
	expect(most.text.length).toBeLessThan(200_000);
	measured.push(
		`5,000 products: state ${shop.text.length} bytes, ${most.text.length} with prices of millions that all moved`,
	);
});

it('takes two minutes of 60 calls for a round of 5,000, and asks for each once in it', async () => {
	const shop = new Shop({}, numbers(5_000));
	const polls: number[] = [];
	for (let minute = 0; minute < 60; minute++) {
		const before = shop.calls.length;
		await shop.poll(60);
		polls.push(shop.calls.length - before);
		if (minute === 0) expect(shop.notes.join()).toMatch(/3000 of 5000 products were asked for/);
		shop.now += 60_000;
	}
	expect(polls.filter((calls) => calls > 0)).toEqual([60, 40]);
	expect(new Set(shop.calls.flat()).size).toBe(5_000);
	const begun = performance.now();
	await shop.later();
	measured.push(
		`5,000 products: ${polls.filter((calls) => calls > 0).join(' and ')} calls in the first two polls at 60 calls a minute, none in the next 58; ${(performance.now() - begun).toFixed(0)} ms of own work a round`,
	);
});

it('asks each hour where n8n polls each hour, a little early or late', async () => {
	const shop = new Shop({}, ['SKU0']);
	await shop.poll();
	for (const early of [-300, 250, -20, 0]) await shop.later(HOUR + early);
	expect(shop.calls).toHaveLength(5);
	await shop.later(HOUR - 60_000);
	expect(shop.calls).toHaveLength(5);
});

it('tells of the others where XI cannot answer for some, and asks for none of them again', async () => {
	const shop = new Shop({}, numbers(250));
	await shop.poll();
	shop.bad = 'SKU60';
	for (const number of shop.products.keys()) shop.products.set(number, { price: 9, stock: 5 });
	expect(await shop.later()).toHaveLength(200);
	expect(shop.notes.join()).toMatch(
		/The products 51 to 100 of the list could not be asked for.*no luck/,
	);
	const { length } = shop.calls;
	expect(await shop.later(5 * 60_000)).toEqual([]);
	expect(shop.calls).toHaveLength(length);
	shop.bad = undefined;
	expect(await shop.later()).toHaveLength(50);
});

it('fails where XI answers for none, and leaves its state alone', async () => {
	const shop = new Shop({}, numbers(250));
	await shop.poll();
	const before = shop.text;
	shop.now += HOUR;
	shop.failAt = shop.calls.length + 1;
	await expect(shop.poll()).rejects.toThrow('wait');
	const one = new Shop({}, ['SKU0']);
	one.bad = 'SKU0';
	await expect(one.poll()).rejects.toThrow('no luck');
	expect(shop.text).toBe(before);
});

it('has a key of its own for each change, though a price goes up and down by the same', async () => {
	const shop = new Shop({ everyMinutes: 15 }, ['SKU0']);
	await shop.poll();
	const states = [shop.text];
	const keys: unknown[] = [];
	for (const price of [11, 10, 11, 10, 11]) {
		shop.products.set('SKU0', { price, stock: 5 });
		keys.push(...(await shop.later()).map(({ key }) => key));
		states.push(shop.text);
	}
	expect(new Set(keys).size).toBe(5);
	// With an older state the last one comes again, as what it was, also on another day.
	shop.text = states[4];
	expect((await shop.later(24 * HOUR)).map(({ key }) => key)).toEqual([keys[4]]);
});

it('knows a product in whatever capitals it is listed', async () => {
	const shop = new Shop({ products: 'sku0' }, ['SKU0', 'sku0']);
	await shop.poll();
	shop.parameters = { ...shop.parameters, products: 'SKU0' };
	shop.products.set('SKU0', { price: 12, stock: 5 });
	expect(await shop.later()).toMatchObject([{ before: 10, after: 12 }]);
});

it('asks for no product more often than it is told to, however often n8n polls', async () => {
	const shop = new Shop({ everyMinutes: 60 }, numbers(120));
	await shop.poll();
	for (let minute = 0; minute < 59; minute++) await shop.later(60_000);
	expect(shop.calls).toHaveLength(3);
	await shop.later(60_000);
	expect(shop.calls).toHaveLength(6);
});

it('goes on where it stopped for want of time, or of leave to call', async () => {
	const shop = new Shop({}, numbers(250));
	await shop.poll(2);
	await shop.poll(2);
	await shop.poll(2);
	expect(shop.calls.map(([first]) => first)).toEqual([
		'SKU0',
		'SKU50',
		'SKU100',
		'SKU150',
		'SKU200',
	]);
	for (const number of shop.products.keys()) shop.products.set(number, { price: 9, stock: 5 });
	shop.now += 2 * HOUR;
	shop.failAt = 8;
	expect(await shop.poll()).toHaveLength(100);
	expect(await shop.poll()).toHaveLength(150);
	expect(await shop.later()).toEqual([]);
});

it.each<[string, Product, Product, IDataObject, unknown[]]>([
	['a price that falls', {}, { price: '9.50' }, {}, [['priceChanged', 10, 9.5]]],
	['the form of a price', {}, { price: '10.00' }, {}, []],
	['a price that is none', {}, { price: 0 }, {}, []],
	['a price below the percentage', {}, { price: 10.4 }, { percent: 5 }, []],
	['a price at the percentage', {}, { price: 10.5 }, { percent: 5 }, [['priceChanged', 10, 10.5]]],
	[
		'a price at the amount',
		{},
		{ price: 10.3 },
		{ percent: 5, amount: 0.3 },
		[['priceChanged', 10, 10.3]],
	],
	['stock that ends', {}, { stock: 0 }, {}, [['outOfStock', 5, 0]]],
	['stock that comes', { stock: 0 }, { stock: '7' }, {}, [['backInStock', 0, 7]]],
	['stock in parts of a piece', { stock: 2.5 }, { stock: 2.5 }, {}, []],
	['stock below nothing', { stock: -2 }, { stock: 0 }, { pieces: 3 }, []],
	[
		'a threshold of 0',
		{},
		{ price: 10.01 },
		{ percent: 0, amount: 0 },
		[['priceChanged', 10, 10.01]],
	],
	['a threshold of 0 beside another', {}, { price: 10.01 }, { percent: 0, amount: 1 }, []],
	['stock that moves', {}, { stock: 8 }, { pieces: 3 }, [['stockChanged', 5, 8]]],
	['stock that moves little', {}, { stock: 7 }, { pieces: 3 }, []],
	[
		'both',
		{},
		{ price: 12, stock: 0 },
		{},
		[
			['priceChanged', 10, 12],
			['outOfStock', 5, 0],
		],
	],
	['a product that vanishes', {}, { isGone: true }, {}, [['notFound', null, null]]],
	['a product that is back', { isGone: true }, {}, {}, [['foundAgain', null, null]]],
])('%s', async (_, before, after, thresholds, expected) => {
	const whole = { price: 10, stock: 5 };
	const shop = new Shop({ thresholds }, ['SKU0']);
	shop.products.set('SKU0', { ...whole, ...before });
	await shop.poll();
	shop.products.set('SKU0', { ...whole, ...after });
	const told = await shop.later();
	expect(told.map(({ change, before: one, after: other }) => [change, one, other])).toEqual(
		expected,
	);
	expect(await shop.later()).toEqual([]);
});

it('tells a slow drift, and a product that never was once', async () => {
	const shop = new Shop({ thresholds: { percent: 5 } }, ['SKU0', 'NONE']);
	shop.products.delete('NONE');
	expect(await shop.poll()).toMatchObject([{ change: 'notFound', ingramPartNumber: 'NONE' }]);
	const told: IDataObject[] = [];
	for (const price of [10.2, 10.4, 10.6, 10.8]) {
		shop.products.set('SKU0', { price, stock: 5 });
		told.push(...(await shop.later()));
	}
	expect(told).toMatchObject([{ before: 10, after: 10.6 }]);
});

it('tells nothing of a product that is added to the list, and only what is picked', async () => {
	const shop = new Shop({ products: 'SKU0', changes: ['outOfStock'] }, ['SKU0', 'SKU1']);
	await shop.poll();
	shop.parameters = { ...shop.parameters, products: 'SKU0\nsku0, SKU1' };
	shop.products.set('SKU0', { price: 20, stock: 0 });
	expect(await shop.later()).toMatchObject([{ change: 'outOfStock', ingramPartNumber: 'SKU0' }]);
	expect(shop.calls.at(-1)).toEqual(['SKU0', 'SKU1']);
});

it('is tried with the first products of the list, and leaves no trace', async () => {
	const shop = new Shop({}, numbers(30));
	const settings = readSettings((name, initial) =>
		name === 'watchFor' ? 'priceOrStockChanged' : (shop.parameters[name] ?? initial),
	);
	const { ask } = shop as unknown as { ask: Ask };
	const polling = {
		ask,
		now: shop.now,
		today: 0,
		country: 'US',
		hasTime: () => true,
		troubled: new Set<string>(),
		refused: {},
	};
	expect(await watchOnce(settings, polling, 10)).toHaveLength(10);
});

it.each<[unknown, RegExp]>([
	['', /'Products' is empty/],
	[' , ', /'Products' is empty/],
	['[1,', /begins with \[ and is no JSON/],
	[[{}], /'Products', entry 1 does not name a product/],
	[numbers(5_001), /'Products' holds 5001 products; at most 5000/],
])('refuses %.20j as a list', (products, words) => {
	const given: Record<string, unknown> = { watchFor: 'priceOrStockChanged', products };
	expect(() => readSettings((name, initial) => given[name] ?? initial)).toThrow(words);
});

import type { IDataObject } from 'n8n-workflow';

import { CREATE, posOf } from './orders/support.mts';
import { posted, statusesOf, useRecipeBench } from './recipeBench.mts';
import { SHOPS } from './shopNodes.mts';

const { bench, runExample } = useRecipeBench();

describe('prices and stock to WooCommerce', () => {
	const run = async (answers?: IDataObject[]) =>
		await runExample('woocommerce-prices', answers ? { 'Get Prices and Stock': answers } : {});

	it('writes what changed, with margin and rounding, and nothing at the second run', async () => {
		const { wooCommerce } = SHOPS.now;
		const [sold, other] = ['123512', 'QQ0202'].map((sku) => wooCommerce.add({ sku }));
		wooCommerce.add({ sku: '' });
		wooCommerce.add({ sku: 'SHIRT', type: 'variable' });
		await run();
		expect(wooCommerce.updates).toEqual([
			{
				id: sold.id,
				body: { regular_price: '6.95', manage_stock: true, stock_quantity: 240_479 },
			},
			{
				id: other.id,
				body: { regular_price: '233.95', manage_stock: true, stock_quantity: 1521 },
			},
		]);
		await run();
		expect(wooCommerce.updates).toHaveLength(2);
	});

	it('keeps the price and takes the stock of a product that has no price any more', async () => {
		const { wooCommerce } = SHOPS.now;
		const gone = wooCommerce.add({
			sku: 'NOSUCHPART',
			regular_price: '19.95',
			manage_stock: true,
			stock_quantity: 7,
		});
		await run();
		await run();
		expect(wooCommerce.updates).toEqual([
			{ id: gone.id, body: { regular_price: '19.95', manage_stock: true, stock_quantity: 0 } },
		]);
		expect(gone.stock_status).toBe('outofstock');
	});

	it.each([
		[5.43, '6.95'],
		[6.116, '6.95'],
		[6.12, '7.95'],
		[0.01, '0.95'],
		[1299, '1476.95'],
	])('makes of a cost of %d a price of %s, never below the margin', async (cost, price) => {
		const { wooCommerce } = SHOPS.now;
		const { id } = wooCommerce.add({ sku: '123512' });
		const input = { id, sku: '123512', regular_price: '', manage_stock: false };
		await run([{ customerPrice: cost, totalAvailability: 3, input }]);
		expect(wooCommerce.products[0].regular_price).toBe(price);
		expect((Number(price) - cost) / Number(price)).toBeGreaterThan(0.1199);
	});

	it('reads more products than a page holds, and tells of one that cannot be written', async () => {
		const { wooCommerce } = SHOPS.now;
		for (const { ingramPartNumber: sku } of bench.xi.products.slice(0, 230)) {
			wooCommerce.add({ sku });
		}
		wooCommerce.locked.add(wooCommerce.products[229].id);
		await run();
		expect(wooCommerce.updates).toHaveLength(229);
		expect(posted()).toEqual([expect.stringMatching(/^1 products .+woocommerce_rest_product/)]);
	});
});

describe('orders from Shopify', () => {
	const run = async () => await runExample('shopify-orders');

	it('orders what is paid, once, and tags it with the order number', async () => {
		const { shopify } = SHOPS.now;
		const order = shopify.addOrder(
			[
				{ sku: '123512', quantity: 2 },
				{ sku: 'QQ0202', quantity: 1 },
			],
			{ tags: 'VIP, gift' },
		);
		shopify.addOrder([{ sku: '123512', quantity: 1 }], { financial_status: 'pending' });
		await run();
		expect(posOf(bench)).toEqual([`SHOP-${order.id}`]);
		const [{ ingramOrderNumber }] = bench.xi.orders;
		expect(order.tags).toBe(`VIP, gift, ingram-micro, ${ingramOrderNumber}`);
		expect(statusesOf(bench)).toEqual(['On Hold']);
		const [sent] = bench.xi.requestsTo(CREATE);
		expect(sent.body).toMatchObject({
			endCustomerOrderNumber: order.name,
			shipToInfo: { companyName: 'Blue Bakery', contact: 'Ada Example', state: 'CA' },
			lines: [{ quantity: 2 }, { quantity: 1 }],
		});
		await run();
		expect(bench.xi.requestsTo(CREATE)).toHaveLength(1);
	});

	it('orders nothing again when the tag could not be written', async () => {
		const { shopify } = SHOPS.now;
		const order = shopify.addOrder([{ sku: '123512', quantity: 2 }]);
		await run();
		order.tags = '';
		await run();
		expect(posOf(bench)).toEqual([`SHOP-${order.id}`]);
		expect(order.tags).toContain('ingram-micro');
	});

	it('tells of an order that cannot be placed, and places the others', async () => {
		const { shopify } = SHOPS.now;
		const bad = shopify.addOrder([{ sku: 'XXXXXX', quantity: 1 }]);
		const good = shopify.addOrder([{ sku: '123512', quantity: 1 }]);
		await run();
		expect(posOf(bench)).toEqual([`SHOP-${good.id}`]);
		expect(bad.tags).toBe('');
		expect(posted()).toEqual([expect.stringMatching(/^1 lines .+: #1001: \S.+/)]);
	});

	it('tells of an order of which only a part was taken', async () => {
		const order = SHOPS.now.shopify.addOrder([
			{ sku: '123512', quantity: 1 },
			{ sku: 'QQ0202', quantity: 1 },
		]);
		const orders = [
			{ ingramOrderNumber: '20-RF778', lines: [{ lineStatus: 'im::rejected' }] },
			{ ingramOrderNumber: '20-RF779', lines: [{ ingramPartNumber: '123512' }] },
		];
		bench.xi.faults.add({
			kind: 'commitThenStatus',
			status: 201,
			body: { orders },
			match: { endpoint: CREATE },
		});
		await run();
		expect(posted()).toEqual([expect.stringContaining('took a part of it only, in 20-RF779')]);
		expect(order.tags).toBe('');
	});
});

describe('tracking numbers to Shopify', () => {
	const START = 'Lines Shipped';
	const run = async (items?: IDataObject[]) =>
		await runExample('shopify-tracking', items ? { [START]: items } : {});
	const lineOf = (id: number, sku: string, more: IDataObject = {}): IDataObject => ({
		customerOrderNumber: `SHOP-${id}`,
		ingramPartNumber: sku,
		before: 0,
		after: 1,
		carrierName: 'UPS',
		trackingNumbers: ['1Z1'],
		...more,
	});

	it('tells what left of an order that came from there, and nothing twice', async () => {
		const { shopify } = SHOPS.now;
		const order = shopify.addOrder([{ sku: '123512', quantity: 2 }]);
		await runExample('shopify-orders');
		bench.xi.orderSteps.ship(bench.xi.orders[0].ingramOrderNumber);
		await run();
		await run();
		expect(shopify.fulfillments).toEqual([
			{
				order: order.id,
				company: expect.any(String),
				numbers: [expect.any(String)],
				lines: [{ sku: '123512', quantity: 2 }],
				notifyCustomer: true,
			},
		]);
		expect(order.fulfillment_status).toBe('fulfilled');
		expect(posted()).toEqual([]);
	});

	it('tells a part of an order, and the rest later', async () => {
		const { shopify } = SHOPS.now;
		const { id } = shopify.addOrder([
			{ sku: 'A', quantity: 3 },
			{ sku: 'B', quantity: 1 },
		]);
		await run([
			lineOf(id, 'A', { after: 2 }),
			lineOf(id, 'B', { trackingNumbers: ['1Z1', '1Z2'] }),
		]);
		await run([lineOf(id, 'A', { before: 2, after: 3, trackingNumbers: ['1Z3'] })]);
		expect(shopify.fulfillments).toMatchObject([
			{ numbers: ['1Z1', '1Z2'], lines: [{ quantity: 2 }, { quantity: 1 }] },
			{ numbers: ['1Z3'], lines: [{ sku: 'A', quantity: 1 }] },
		]);
	});

	it('tells somebody of an order that Shopify does not know', async () => {
		const { shopify } = SHOPS.now;
		const { id } = shopify.addOrder([{ sku: 'A', quantity: 1 }]);
		await run([lineOf(77, 'A', { trackingNumbers: null }), lineOf(id, 'A')]);
		expect(shopify.fulfillments).toMatchObject([{ order: id }]);
		expect(posted()).toEqual([expect.stringContaining('77')]);
	});
});

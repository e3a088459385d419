import type { IDataObject } from 'n8n-workflow';

import { INVOICE_DETAILS, INVOICE_SEARCH } from './invoices/support.mts';
import { CREATE, ORDER_DETAILS, posOf } from './orders/support.mts';
import { posted, useRecipeBench } from './recipeBench.mts';
import { PRICES } from './support.mts';

const { bench, runExample } = useRecipeBench({ products: 3_500 });

describe('a message about a record of which Ingram Micro tells little', () => {
	it.each<[string, string, string, string | undefined]>([
		['renewal-alert', 'Renewals of 90 Days', 'Send to Sales', undefined],
		['renewals-and-bids-to-chat', 'Renewals That End', 'One Message', 'Renewals That End'],
		['renewals-and-bids-to-chat', 'Bids That End', 'One Message', 'Bids That End'],
		['order-changes-to-customer', 'Order Changed', 'Send to the Customer', 'Order Changed'],
		['order-status', 'Get the Order', 'Message', undefined],
	])('says so in words: %s, %s', async (name, from, to, start) => {
		const nothing: IDataObject[] = [
			{},
			{ lines: [{}], renewalId: null, trackingNumbers: [], description: null },
		];
		const rows: Record<string, IDataObject[]> = { [from]: nothing };
		// It is not made of what is read before.
		if (name === 'order-status') rows['Orders of Two Weeks'] = nothing;
		const outputOf = await runExample(name, rows, {}, start);
		const messages = outputOf(to);
		expect(messages.length).toBeGreaterThan(0);
		const texts = messages
			.flatMap(({ subject, text }) => [subject, text])
			.filter((text) => typeof text === 'string');
		expect(texts.join()).toMatch(/\w/);
		for (const text of texts) expect(text).not.toMatch(/null|undefined|NaN|\[object/);
	});
});

const aDay = 86_400_000;
const dayIn = (days: number) => new Date(Date.now() + days * aDay).toISOString().slice(0, 10);

describe('price refresh', () => {
	const LIST = 'Your Price List';
	const CHANGED = 'Write to Your Price List';

	it('tells the two of its own products that changed', async () => {
		const outputOf = await runExample('price-refresh');
		expect(outputOf('Get Prices and Stock')).toHaveLength(2);
		expect(outputOf(CHANGED)).toMatchObject([
			{ ingramPartNumber: '123512', found: true, customerPrice: 5.43 },
			{ ingramPartNumber: 'QQ0202', found: true, customerPrice: 205.75 },
		]);
	});

	it('asks for 3,000 products in 60 calls', async () => {
		const skus = bench.xi.products.slice(0, 3_000).map(({ ingramPartNumber }) => ingramPartNumber);
		const outputOf = await runExample('price-refresh', {
			[LIST]: skus.map((sku) => ({ sku, lastPrice: -1, lastStock: -1 })),
		});
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(60);
		const changed = outputOf(CHANGED);
		const unpriced = outputOf('Take Out of Sale');
		expect(changed.length + unpriced.length).toBe(3_000);
		expect(unpriced.length).toBeGreaterThan(0);
	});

	it('writes no price where there is none, nor one of 0', async () => {
		bench.xi.quirks.zeroPrices = true;
		const skus = bench.xi.products
			.filter(({ authorized }, index) => !authorized || index < 50)
			.slice(0, 100)
			.map(({ ingramPartNumber }) => ingramPartNumber);
		const outputOf = await runExample('price-refresh', {
			[LIST]: [...skus, 'NOSUCHPART'].map((sku) => ({ sku, lastPrice: 5, lastStock: -1 })),
		});
		const prices = outputOf(CHANGED).map(({ customerPrice }) => Number(customerPrice));
		expect(prices.length).toBeGreaterThan(0);
		expect(prices.every((price) => price > 0)).toBe(true);
		const unpriced = outputOf('Take Out of Sale');
		expect(prices.length + unpriced.length).toBe(101);
		for (const row of unpriced) {
			expect(row).toMatchObject({ customerPrice: null, noPriceReason: expect.any(String) });
		}
	});

	it('tells of a list only what changed since it was written', async () => {
		const skus = bench.xi.products
			.filter(({ authorized }) => authorized)
			.slice(0, 120)
			.map(({ ingramPartNumber }) => ingramPartNumber);
		const first = await runExample('price-refresh', {
			[LIST]: skus.map((sku) => ({ sku, lastPrice: -1, lastStock: -1 })),
		});
		const list = first(CHANGED).map(({ customerPrice, totalAvailability }, index) => ({
			sku: skus[index],
			lastPrice: customerPrice,
			lastStock: totalAvailability,
		}));
		list[3].lastPrice = -1;
		list[77].lastStock = -1;
		const second = await runExample('price-refresh', { [LIST]: list });
		expect(second(CHANGED).map(({ ingramPartNumber }) => ingramPartNumber)).toEqual([
			skus[3],
			skus[77],
		]);
	});
});

describe('orders from a sheet', () => {
	it('makes one order of the rows of a number, and tells of the one that failed', async () => {
		const outputOf = await runExample('orders-from-a-sheet');
		expect(outputOf('Write the Order Numbers Back')).toMatchObject([
			{ outcome: 'created', customerOrderNumber: 'SHEET-1001', lines: [{}, {}] },
			{ outcome: 'created', customerOrderNumber: 'SHEET-1002', lines: [{}] },
		]);
		expect(outputOf('Tell Somebody')).toMatchObject([
			{ po: 'SHEET-1003', error: expect.any(String), message: { reason: 'refused' } },
		]);
		expect(posOf(bench)).toEqual(['SHEET-1001', 'SHEET-1002']);
		expect(bench.xi.orders.map(({ status }) => status)).toEqual(['On Hold', 'On Hold']);
		const addresses = bench.xi.requestsTo(CREATE).map(({ body }) => body);
		expect(addresses).toMatchObject([
			{ shipToInfo: { companyName: 'Blue Bakery', city: 'Irvine', postalCode: '92612' } },
			{ shipToInfo: { companyName: 'Oak School', city: 'Buffalo', postalCode: '14221' } },
			{ shipToInfo: { companyName: 'Oak School' } },
		]);
	});

	it('orders nothing again when it is run again', async () => {
		await runExample('orders-from-a-sheet');
		const again = await runExample('orders-from-a-sheet');
		expect(again('Write the Order Numbers Back')).toMatchObject([
			{ outcome: 'already there', customerOrderNumber: 'SHEET-1001' },
			{ outcome: 'already there', customerOrderNumber: 'SHEET-1002' },
		]);
		expect(posOf(bench)).toEqual(['SHEET-1001', 'SHEET-1002']);
		expect(bench.xi.requestsTo(CREATE)).toHaveLength(6);
	});
});

describe('order status for customers', () => {
	it('makes a message of each order, with the status of its lines', async () => {
		await runExample('orders-from-a-sheet');
		bench.xi.orderSteps.ship(bench.xi.orders[1].ingramOrderNumber);
		const outputOf = await runExample('order-status');
		const messages = outputOf('Send to the Customer');
		expect(messages).toHaveLength(2);
		const [held, shipped] = ['SHEET-1001', 'SHEET-1002'].map((po) =>
			messages.find(({ customerOrderNumber }) => customerOrderNumber === po),
		);
		expect(held?.subject).toBe('Your order SHEET-1001: on hold');
		expect(held?.text).toMatch(/^2 × 6FT PARALLEL .+: on hold\n5 × HP INC\. .+: on hold$/);
		expect(shipped?.subject).toBe('Your order SHEET-1002: shipped');
		expect(shipped?.text).toMatch(/^1 × 6FT PARALLEL .+: shipped$/);
	});

	const SENT = 'Send to the Customer';
	const line = { quantityOrdered: 1, ingramPartNumber: '123512', lineStatus: 'on hold' };
	const orderOf = (number: number, more: IDataObject = {}): IDataObject => ({
		ingramOrderNumber: `20-${number}`,
		customerOrderNumber: `PO-${number}`,
		orderStatus: 'on hold',
		lines: [line],
		...more,
	});
	/** As it would run morning after morning, with these orders to be found. */
	const mornings = () => {
		const staticData: IDataObject = {};
		return async (orders: IDataObject[]): Promise<unknown[]> => {
			const rows = { 'Orders of Two Weeks': orders, 'Get the Order': orders };
			const outputOf = await runExample('order-status', rows, staticData);
			return outputOf(SENT).map(({ ingramOrderNumber }) => ingramOrderNumber);
		};
	};

	it('tells of an order again only once it has changed', async () => {
		await runExample('orders-from-a-sheet');
		const [{ ingramOrderNumber: number }] = bench.xi.orders;
		const staticData = {};
		const morning = async () => (await runExample('order-status', {}, staticData))(SENT);
		expect(await morning()).toHaveLength(2);
		expect(await morning()).toEqual([]);
		bench.xi.orderSteps.ship(number);
		expect(await morning()).toMatchObject([
			{ ingramOrderNumber: number, subject: expect.stringMatching(/: shipped$/) },
		]);
		expect(await morning()).toEqual([]);
	});

	it('goes on with more than 10,000 orders, and forgets those that are over', async () => {
		const staticData: IDataObject = {};
		// The messages are given as well: so many expressions take a minute.
		const morning = async (orders: IDataObject[]) => {
			const rows = { 'Orders of Two Weeks': orders, 'Get the Order': orders, Message: orders };
			return (await runExample('order-status', rows, staticData))(SENT).length;
		};
		const orders = (from: number) =>
			Array.from({ length: 6_000 }, (_, n) => ({ ...orderOf(from + n), subject: 'S', text: 'T' }));
		expect(await morning([...orders(0), ...orders(6_000)])).toBe(12_000);
		expect(await morning([...orders(0), ...orders(6_000)])).toBe(0);
		expect(await morning([...orders(6_000), ...orders(12_000)])).toBe(6_000);
		expect(await morning([...orders(6_000), ...orders(12_000)])).toBe(0);
		const { sent } = staticData.global as { sent: IDataObject };
		expect(Object.keys(sent)).toHaveLength(12_000);
	});

	it('keeps no doubles, with a null or without', async () => {
		const morning = mornings();
		const nothing = orderOf(2, { customerOrderNumber: null, orderStatus: null, lines: null });
		const orders = [orderOf(1), nothing, orderOf(1), orderOf(3, { lines: [{}] }), nothing];
		expect(await morning(orders)).toEqual(['20-1', '20-2', '20-3']);
		expect(await morning(orders)).toEqual([]);
		expect(await morning([...orders, orderOf(4)])).toEqual(['20-4']);
	});

	it('is not held up by an order that cannot be read', async () => {
		await runExample('orders-from-a-sheet');
		const fault = { kind: 'status', status: 400, body: { message: 'No' } } as const;
		bench.xi.faults.add({ ...fault, match: { endpoint: ORDER_DETAILS, after: 1 } });
		const outputOf = await runExample('order-status');
		expect(outputOf(SENT)).toHaveLength(1);
		expect(outputOf('Tell Somebody')).toMatchObject([{ error: expect.stringContaining('No') }]);
	});
});

describe('invoices to an ERP system', () => {
	it('makes an item of each line, with a key that stays the same', async () => {
		bench.xi.addOrders(30);
		const keysOf = (items: IDataObject[]) => items.map(({ uniqueKey }) => uniqueKey);
		const first = (await runExample('invoices-to-erp'))('Upsert in the ERP System');
		expect(first).toHaveLength(30);
		expect(new Set(keysOf(first)).size).toBe(30);
		expect(first[0]).toMatchObject({
			uniqueKey: expect.stringMatching(/^\w+\/\d+$/),
			invoiceNumber: expect.any(String),
			quantity: 1,
			unitPrice: expect.any(Number),
		});
		expect(bench.xi.requestsTo(INVOICE_SEARCH).length).toBeGreaterThan(0);
		expect(bench.xi.requestsTo(INVOICE_DETAILS)).toHaveLength(30);
		const second = (await runExample('invoices-to-erp'))('Upsert in the ERP System');
		expect(keysOf(second)).toEqual(keysOf(first));
	});

	it('is not held up by an invoice that cannot be read', async () => {
		bench.xi.addOrders(3);
		const fault = { kind: 'status', status: 400, body: { message: 'No' } } as const;
		bench.xi.faults.add({ ...fault, match: { endpoint: INVOICE_DETAILS } });
		const outputOf = await runExample('invoices-to-erp');
		expect(outputOf('Upsert in the ERP System')).toHaveLength(2);
		expect(outputOf('Tell Somebody')).toMatchObject([{ error: expect.stringContaining('No') }]);
	});
});

describe('a call that has no operation', () => {
	const ANSWERS = 'Go On With the Answers';

	it('reads a list page by page, and each of it with the header that the call wants', async () => {
		bench.xi.addOrders(130);
		const outputOf = await runExample('any-call');
		const found = outputOf('Invoices of Two Weeks');
		expect(found).toHaveLength(130);
		expect(bench.xi.requestsTo(INVOICE_SEARCH)).toHaveLength(2);
		const bare = (numbers: unknown[]) => numbers.map((one) => (one as string).replaceAll('-', ''));
		expect(bare(outputOf(ANSWERS).map(({ InvoiceNumber }) => InvoiceNumber))).toEqual(
			bare(found.map(({ invoiceNumber }) => invoiceNumber)),
		);
	});

	it('is not held up by one that cannot be read', async () => {
		bench.xi.addOrders(3);
		const endpoint = '/resellers/v6/invoices/{invoicenumber}';
		bench.xi.faults.add({ match: { endpoint }, kind: 'status', status: 400 });
		const outputOf = await runExample('any-call');
		expect(outputOf(ANSWERS)).toHaveLength(2);
	});
});

describe('renewal alert', () => {
	it('makes one message of the renewals of 90 days, the most urgent first', async () => {
		const outputOf = await runExample('renewal-alert');
		const found = outputOf('Renewals of 90 Days');
		expect(found.length).toBeGreaterThan(1);
		const [message, ...more] = outputOf('Send to Sales');
		expect(more).toEqual([]);
		expect(message.subject).toBe(`${found.length} renewals expire in the next 90 days`);
		const lines = (message.text as string).split('\n');
		expect(lines).toHaveLength(found.length);
		const days = lines.map((line) => line.slice(0, 10));
		expect(days).toEqual([...days].sort());
		for (const day of days) {
			expect(day >= dayIn(-1) && day <= dayIn(91)).toBe(true);
		}
		for (const { renewalId } of found) expect(message.text).toContain(`(${renewalId as string})`);
	});

	it('names one without a date as well', async () => {
		const outputOf = await runExample('renewal-alert', {
			'Renewals of 90 Days': [{ renewalId: '7', expirationDate: null, endUserName: 'STARK' }],
		});
		expect(outputOf('Send to Sales')[0].text).toMatch(/^no date {2}STARK .*\(7\)$/);
	});
});

describe('what became of asynchronous orders', () => {
	it('goes round until each is there, and comes out with its order', async () => {
		const outputOf = await runExample('async-order-results');
		expect(outputOf('Tell Somebody')).toEqual([]);
		const runs = ['NIGHT-1001', 'NIGHT-1002'].map((po) => [
			po,
			posOf(bench).filter((one) => one === po),
		]);
		expect(runs).toEqual([
			['NIGHT-1001', ['NIGHT-1001']],
			['NIGHT-1002', ['NIGHT-1002']],
		]);
		expect(outputOf('Write the Results Back')).toMatchObject([
			{ outcome: 'created', customerOrderNumber: 'NIGHT-1001' },
			{ outcome: 'created', customerOrderNumber: 'NIGHT-1002' },
		]);
	}, 30_000);
});

describe('renewals and bids to a chat', () => {
	const run = async (start: string, items?: IDataObject[]) =>
		await runExample('renewals-and-bids-to-chat', items ? { [start]: items } : {}, {}, start);

	it('makes one message of the renewals of a poll, the most urgent first', async () => {
		const outputOf = await run('Renewals That End');
		const found = outputOf('Renewals That End');
		expect(found.length).toBeGreaterThan(1);
		const [text, ...more] = posted();
		expect(more).toEqual([]);
		const lines = text.split('\n');
		expect(lines).toHaveLength(found.length);
		expect(lines.some((line) => !line.includes('no end user, no vendor'))).toBe(true);
		const days = lines.map((line) => Number.parseInt(line, 10));
		expect(days).toEqual([...days].sort((one, other) => one - other));
		for (const { renewalId, endUserName, vendorName } of found) {
			const line = `renewal ${renewalId as string}, ${endUserName as string}, ${vendorName as string}`;
			expect(text).toContain(line);
		}
	});

	it('makes one message of the bids of a poll', async () => {
		await run('Bids That End', [
			{ dealId: 'B 2', endUserName: null, vendorName: 'HP', daysLeft: 7 },
			{ dealId: 'B 1', endUserName: 'STARK', vendorName: null, daysLeft: 3 },
		]);
		expect(posted()).toEqual([
			'3 days: bid B 1, STARK, no vendor\n7 days: bid B 2, no end user, HP',
		]);
	});
});

describe('price or stock to a shop', () => {
	const START = 'Price or Stock Moved';
	const run = async (items?: IDataObject[]) =>
		await runExample('price-or-stock-to-shop', items ? { [START]: items } : {});

	it('writes the price and stock of what can be sold, and takes the rest out of sale', async () => {
		const outputOf = await run();
		const counts = [START, 'Write to the Shop', 'Take Out of Sale'].map(
			(name) => outputOf(name).length,
		);
		expect(counts[0]).toBe(3);
		expect(counts[1] + counts[2]).toBe(3);
		expect(outputOf('Write to the Shop')[0]).toMatchObject({
			ingramPartNumber: expect.any(String),
			customerPrice: expect.any(Number),
			totalAvailability: expect.any(Number),
		});
	});

	it.each<[string, IDataObject, boolean]>([
		['a price that moved', { customerPrice: 5.5, totalAvailability: 3 }, true],
		['what is back', { change: 'backInStock', customerPrice: 5.5, totalAvailability: 1 }, true],
		['what is sold out', { change: 'outOfStock', customerPrice: 5.5, totalAvailability: 0 }, false],
		['what has no price', { customerPrice: null, totalAvailability: 3 }, false],
		[
			'what is not known',
			{ change: 'notFound', customerPrice: null, totalAvailability: null },
			false,
		],
	])('sorts %s', async (_, item, isSold) => {
		const outputOf = await run([item]);
		expect(outputOf('Write to the Shop')).toHaveLength(isSold ? 1 : 0);
		expect(outputOf('Take Out of Sale')).toHaveLength(isSold ? 0 : 1);
	});
});

describe('each parcel once, by webhook and watch', () => {
	const WEBHOOK = 'Told by the Webhook';
	const WATCH = 'Found by the Watch';
	const run = async (start: string, items?: IDataObject[]) => {
		const given = items ? { [start]: items } : {};
		const outputOf = await runExample('shipped-once-by-two-ways', given, {}, start);
		return outputOf('Tell the Customer');
	};

	/** Orders that have shipped, of one line each. */
	async function shipped(): Promise<string[]> {
		await runExample('orders-from-a-sheet');
		const numbers = bench.xi.orders.map(({ ingramOrderNumber }) => ingramOrderNumber);
		for (const number of numbers) bench.xi.orderSteps.ship(number);
		return numbers;
	}

	it('tells of a parcel once, whichever way comes first', async () => {
		const [one, other] = await shipped();
		const byWebhook = await run(WEBHOOK, [{ event: 'orderShipped', ingramOrderNumber: one }]);
		expect(byWebhook.length).toBeGreaterThan(0);
		const byWatch = await run(WATCH);
		expect(byWatch.length).toBeGreaterThan(0);
		for (const { key, trackingNumber, ingramOrderNumber } of byWatch) {
			expect(ingramOrderNumber).toBe(other);
			expect(key).toBe(`${other}/${trackingNumber as string}`);
		}
		for (const ingramOrderNumber of [one, other]) {
			expect(await run(WEBHOOK, [{ event: 'orderShipped', ingramOrderNumber }])).toEqual([]);
		}
		expect(await run(WATCH)).toEqual([]);
	});
});

describe('what happens to orders', () => {
	const START = 'Order Changed';
	const LINE = {
		key: 'orderChanged|20-RC1RD|001|shipped|1',
		customerOrderNumber: 'SHEET-1001',
		ingramOrderNumber: '20-RC1RD',
		ingramPartNumber: '123512',
		description: '6FT PARALLEL PRINTER',
		trackingNumbers: [],
		carrierName: null,
		backOrderEta: null,
	};

	it.each<[IDataObject, string, string]>([
		[
			{ change: 'shipped', trackingNumbers: ['1Z1', '1Z2'], carrierName: 'UPS' },
			'6FT PARALLEL PRINTER is on its way',
			'6FT PARALLEL PRINTER is on its way.\nTracking numbers: 1Z1, 1Z2 (UPS)',
		],
		[
			{ change: 'shipped', trackingNumbers: null, description: null },
			'123512 is on its way',
			'123512 is on its way.',
		],
		[
			{ change: 'backordered', backOrderEta: '2026-12-24' },
			'6FT PARALLEL PRINTER is on backorder',
			'6FT PARALLEL PRINTER is on backorder.\nExpected on 2026-12-24.',
		],
		[
			{ change: 'delivered' },
			'6FT PARALLEL PRINTER has arrived',
			'6FT PARALLEL PRINTER has arrived.',
		],
		[
			{ change: 'voided', backOrderEta: '2026-12-24' },
			'6FT PARALLEL PRINTER was cancelled',
			'6FT PARALLEL PRINTER was cancelled.',
		],
	])('makes a message of %j', async (change, subject, text) => {
		const rows = { [START]: [{ ...LINE, ...change }] };
		const outputOf = await runExample('order-changes-to-customer', rows, {}, START);
		expect(outputOf('Send to the Customer')).toEqual([
			{
				key: LINE.key,
				customerOrderNumber: 'SHEET-1001',
				subject: `Your order SHEET-1001: ${subject}`,
				text,
			},
		]);
	});

	it('tells of orders that Ingram Micro has', async () => {
		await runExample('orders-from-a-sheet');
		for (const { ingramOrderNumber } of bench.xi.orders) {
			bench.xi.orderSteps.ship(ingramOrderNumber);
		}
		const outputOf = await runExample('order-changes-to-customer');
		const subjects = outputOf('Send to the Customer').map(({ subject }) => subject);
		expect(subjects.length).toBeGreaterThan(1);
		for (const subject of subjects) {
			expect(subject).toMatch(/^Your order SHEET-100[12]: .+ is on its way$/);
		}
	});
});

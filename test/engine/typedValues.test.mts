import { LINE, PLACE } from '../nodes/IngramMicroReturns/sampleReturns.mts';
import { range } from '../nodes/support.mts';
import { CREATE, CREATE_PO, GOES_ON, linesOf, ORDER_SEARCH, STOCKED } from './orders/support.mts';
import { RETURN_CREATE, runReturns } from './returns/support.mts';
import { byIngramPartNumber, PRICE_OF_SKU, PRICES, runnerOf, useBench } from './support.mts';

/*
 * Values as sheets, databases and people give them.
 */

const bench = useBench({ products: 0 });

const sentTo = (endpoint: string, call = 0): unknown => bench.xi.requestsTo(endpoint)[call].body;

describe('days', () => {
	const timezone = 'Europe/Berlin';
	/** Midnight of the 22nd in Berlin. */
	const MIDNIGHT = '2026-11-21T23:00:00.000Z';

	it.each([
		['a text', MIDNIGHT],
		['a date of JavaScript', '={{ new Date($json.day) }}'],
		['a date of Luxon in the zone of the workflow', '={{ DateTime.fromISO($json.day) }}'],
		['the day that is written', '2026-11-22T00:00:00'],
	])('that start in the zone of the workflow, as %s, in a filter', async (_, day) => {
		const filters = { ingramOrderDate: day, shipDate: range(day, day) };
		const parameters = { operation: 'getMany', filters };
		await bench.runOrders(parameters, [{ day: MIDNIGHT }], { timezone });
		const query = new Map(bench.xi.requestsTo(ORDER_SEARCH)[0].query);
		expect(query.get('ingramOrderDate')).toBe('2026-11-22');
		expect(query.get('shipDate_bt')).toBe('2026-11-22');
	});

	it('in fields and in both kinds of JSON of an order', async () => {
		const shipmentDetails = { requestedDeliveryDate: MIDNIGHT };
		const lines = [
			{
				ingramPartNumber: STOCKED,
				quantity: 1,
				warrantyInfo: [{ serialInfo: [{ primarySerialNumber: 'SN1', dateofPurchase: MIDNIGHT }] }],
			},
		];
		const orders = [
			{ customerOrderNumber: 'PO-1', linesFrom: 'list', linesList: '={{ $json.lines }}' },
			{ defineOrderBy: 'json', orderJson: '={{ $json.order }}' },
			{ defineOrderBy: 'json', orderJson: '={{ JSON.stringify($json.order) }}' },
		].map((given, call) => ({
			operation: 'create',
			additionalFields: { shipmentDetails },
			...given,
			call,
		}));
		for (const { call, ...parameters } of orders) {
			const order = { customerOrderNumber: `PO-J${call}`, shipmentDetails, lines };
			await bench.runOrders(parameters, [{ lines, order }], { timezone });
			expect(sentTo(CREATE, call)).toMatchObject({
				shipmentDetails: { requestedDeliveryDate: '2026-11-22' },
				lines: [{ warrantyInfo: [{ serialInfo: [{ dateofPurchase: '2026-11-22' }] }] }],
			});
		}
	});

	it('of the invoice of a return', async () => {
		const parameters = {
			operation: 'create',
			referenceNumber: 'RMA-1',
			shipFromInfo: PLACE,
			linesFrom: 'list',
			linesList: '={{ $json.lines }}',
		};
		const lines = [{ ...LINE, invoiceDate: MIDNIGHT }];
		await runReturns(bench, parameters, [{ lines }], { timezone });
		expect(JSON.stringify(sentTo(RETURN_CREATE))).toContain('"invoiceDate":"2026-11-22"');
	});

	it('that are written in the zone of the workflow stay in it', async () => {
		const parameters = { operation: 'getMany', filters: { ingramOrderDate: MIDNIGHT } };
		await bench.runOrders(parameters, [{}], { timezone: 'UTC' });
		expect(new Map(bench.xi.requestsTo(ORDER_SEARCH)[0].query).get('ingramOrderDate')).toBe(
			'2026-11-21',
		);
	});
});

describe('numbers of which digits are lost', () => {
	const SERIAL = '353918050000123456';
	const LINES = `[{ "ingramPartNumber": "${STOCKED}", "quantity": 1, "warrantyInfo": [{ "serialInfo": [{ "primarySerialNumber": ${SERIAL} }] }] }]`;
	const AS_LIST = { operation: 'create', customerOrderNumber: 'PO-1', linesFrom: 'list' };
	const AS_JSON = { operation: 'create', defineOrderBy: 'json' };

	it.each([
		['a field', { operation: 'getMany', filters: { serialNumber: '={{ $json.number }}' } }],
		['JSON that was typed', { ...AS_LIST, linesList: LINES }],
		['JSON of an expression', { ...AS_LIST, linesList: `={{ ${LINES} }}` }],
		[
			'a part of JSON that we do not know',
			{
				...AS_JSON,
				orderJson: `{ "customerOrderNumber": "PO-1", "lines": [{ "ingramPartNumber": "${STOCKED}", "quantity": 1, "imei": ${SERIAL} }] }`,
			},
		],
		[
			'an attribute',
			{
				...CREATE_PO,
				customerOrderNumber: 'PO-1',
				additionalFields: {
					additionalAttributes: {
						other: { attribute: [{ attributeName: 'a', attributeValue: '={{ $json.number }}' }] },
					},
				},
			},
		],
		['an option', { operation: 'getMany', options: { customerNumber: '={{ $json.number }}' } }],
	])('are refused in %s, and nothing is sent', async (_, parameters) => {
		const { error } = await bench.runOrders(parameters, [{ number: Number(SERIAL) }]);
		expect(error?.message).toMatch(/ is the number 35391805000012\d+, in which digits are lost/);
		expect(error?.description).toContain('Format the column as text');
		expect(bench.xi.requests).toEqual([]);
	});

	it('are refused in a test event', async () => {
		const { error } = await runnerOf(
			bench,
			'ingramMicroWebhookTest',
		)({
			operation: 'sendOrderStatusEvent',
			targetUrl: 'http://127.0.0.1:1/hook',
			defineEventBy: 'json',
			eventJson: `{ "resource": [{ "serialNumber": ${SERIAL} }] }`,
			signWith: 'text',
			signature: 'x',
		});
		expect(error?.message).toContain(
			"serialNumber in resource in 'Event (JSON)', entry 1 is the number",
		);
		expect(bench.xi.requests).toEqual([]);
	});

	it('are left out with the names that are none of XI', async () => {
		const lines = [{ ingramPartNumber: STOCKED, quantity: 1, row: Number(SERIAL) }];
		const { error } = await bench.runOrders({ ...AS_LIST, linesList: '={{ $json.lines }}' }, [
			{ lines },
		]);
		expect(error).toBeUndefined();
		expect(JSON.stringify(sentTo(CREATE))).not.toContain('row');
	});
});

describe('what nobody sees', () => {
	const REMOVED = "a zero-width space (U+200B) was removed from 'Product'";

	it('is cleaned out of a part number, and the product is found', async () => {
		const { items } = await bench.run(PRICE_OF_SKU, [{ sku: `\ufeff${STOCKED}\u200b` }]);
		expect(items[0].json).toMatchObject({ ingramPartNumber: STOCKED, found: true });
		expect(items[0].json.productStatusMessage).not.toContain('removed');
	});

	it.each([
		[{}, 'items', 'productStatusMessage'],
		[{ ifNotFound: 'failItem' }, 'items', 'error'],
	])('is named where the product is not found: %j', async (more, _, key) => {
		const { items } = await bench.run(
			{ ...PRICE_OF_SKU, ...more },
			[{ sku: 'XXXXXX\u200b' }, { sku: 'XXXXXY' }],
			GOES_ON,
		);
		expect(items[0].json[key]).toContain(`(${REMOVED})`);
		expect(items[1].json[key]).not.toContain('removed');
	});

	it('is named in a list of products, by its place', async () => {
		const { error } = await bench.run({
			operation: 'getPriceAndAvailability',
			ifNotFound: 'failItem',
			otherIdentifiers: { productList: JSON.stringify([STOCKED, 'XXXX\u2013X']) },
		});
		expect(error?.message).toContain(
			"(an en dash (U+2013) was replaced by an ordinary hyphen in 'Product List' in 'Other Identifiers', entry 2)",
		);
	});

	it('is named where product details are not found', async () => {
		const { error } = await bench.run({
			operation: 'get',
			product: byIngramPartNumber('XXXXXX\u200b'),
		});
		expect(error?.message).toContain(`(${REMOVED})`);
	});

	it('makes no second order of one PO', async () => {
		const pos = ['PO-1', 'PO\u20111', '\u200bPO-1'].map((po) => ({ po }));
		const { items } = await bench.runOrders(CREATE_PO, pos, GOES_ON);
		expect(bench.xi.orders.map(({ customerOrderNumber }) => customerOrderNumber)).toEqual(['PO-1']);
		expect(items.map(({ json }) => json.error ?? json.outcome)).toEqual([
			'created',
			'Item 0 has the same number: PO PO-1 [item 1]',
			'Item 0 has the same number: PO PO-1 [item 2]',
		]);
	});

	it('is named where Ingram Micro refuses an order', async () => {
		const { error } = await bench.runOrders({ ...CREATE_PO, lines: linesOf('XXXXXX\u200b') }, [
			{ po: 'PO-1' },
		]);
		expect(error?.message).toContain("(a zero-width space (U+200B) was removed from 'Product' in");
	});

	it('is cleaned out of JSON', async () => {
		const order = {
			customerOrderNumber: 'PO\u00a01',
			lines: [{ ingramPartNumber: `${STOCKED}\u2060`, quantity: '1\u200b', notes: 'a – b\u200b' }],
		};
		await bench.runOrders(
			{ operation: 'create', defineOrderBy: 'json', orderJson: '={{ $json.order }}' },
			[{ order }],
		);
		expect(sentTo(CREATE)).toMatchObject({
			customerOrderNumber: 'PO 1',
			lines: [{ ingramPartNumber: STOCKED, quantity: 1, notes: 'a – b' }],
		});
	});

	it('asks for a product once, however it is written', async () => {
		await bench.run(PRICE_OF_SKU, [{ sku: STOCKED }, { sku: `${STOCKED}\u200b` }]);
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(1);
		expect(bench.xi.requestsTo(PRICES)[0].body).toMatchObject({
			products: [{ ingramPartNumber: STOCKED }],
		});
	});
});

describe('a bar code', () => {
	const stocked = useBench();

	it('that lost its zero is asked for with it, and its answer found', async () => {
		const [product] = stocked.xi.products.filter(({ upc }) => /^0[1-9]\d{10}$/.test(upc));
		const lost = product.upc.replace(/^0+/, '');
		const { items } = await stocked.run(
			{
				operation: 'getPriceAndAvailability',
				otherIdentifiers: { upc: '={{ $json.upc }}' },
			},
			[{ upc: lost }, { upc: Number(lost) }, { upc: product.upc }],
		);
		expect(stocked.xi.requestsTo(PRICES).map(({ body }) => body)).toEqual([
			expect.objectContaining({ products: [{ upc: lost.padStart(12, '0') }] }),
		]);
		expect(items.map(({ json }) => json.ingramPartNumber)).toEqual(
			Array(3).fill(product.ingramPartNumber),
		);
	});
});

import type { INodeParameters } from 'n8n-workflow';

import { CREATE, CREATE_ASYNC, GOES_ON, STOCKED } from './orders/support.mts';
import { DETAILS, pairedWith, PRICES, useBench } from './support.mts';

const bench = useBench({ products: 100 });

/** What people know a product by. */
type Kind = 'vendorPartNumber' | 'upc';
const KINDS: Kind[] = ['vendorPartNumber', 'upc'];

const productOf = (sku: string) =>
	bench.xi.products.find(({ ingramPartNumber }) => ingramPartNumber === sku)!;
const by = (mode: string, value: string | number) => ({ __rl: true, mode, value });
/** The picker of a product by a number of the input item. */
const byField = (mode: Kind, field = 'number') => by(mode, `={{ $json.${field} }}`);
const bodiesTo = (path: string) => bench.xi.requestsTo(path).map(({ body }) => body);
const linesTo = (path: string) =>
	bodiesTo(path).map((body) => (body as { lines: Array<Record<string, unknown>> }).lines);
const details = (json: object) => (json as { details: Record<string, unknown> }).details;

const PRICE: INodeParameters = { operation: 'getPriceAndAvailability' };

describe('Get Price and Availability', () => {
	it('asks by all kinds of numbers in one call, and looks nothing up', async () => {
		const { vendorPartNumber, upc } = productOf(STOCKED);
		const input = [
			{ mode: 'ingramPartNumber', number: '4A0036' },
			{ mode: 'vendorPartNumber', number: vendorPartNumber },
			{ mode: 'upc', number: productOf('5348387').upc },
		];
		for (const { mode, number } of input) {
			const { items, error } = await bench.run({ ...PRICE, product: by(mode, number) }, [{}]);
			expect(error).toBeUndefined();
			expect(items[0].json.found).toBe(true);
		}
		expect(bodiesTo(PRICES).map((body) => (body as { products: unknown }).products)).toEqual(
			input.map(({ mode, number }) => [{ [mode]: number }]),
		);
		expect(upc).toMatch(/^\d+$/);
	});

	it.each(KINDS)('shares a call among items by %s, and each gets its own', async (kind) => {
		const products = bench.xi.products.slice(0, 30);
		const input = products.map((product) => ({ number: product[kind] }));
		const { items, error } = await bench.run({ ...PRICE, product: byField(kind) }, input);
		expect(error).toBeUndefined();
		expect(items.map((item) => [item.json.ingramPartNumber, pairedWith(item)])).toEqual(
			products.map(({ ingramPartNumber }, item) => [ingramPartNumber, item]),
		);
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(1);
	});

	it('goes by the manufacturer’s number with the plan of a subscription', async () => {
		await bench.run(
			{ ...PRICE, product: by('vendorPartNumber', 'V1'), otherIdentifiers: { planID: '438323' } },
			[{}],
			GOES_ON,
		);
		expect(bodiesTo(PRICES)).toMatchObject([
			{ products: [{ vendorPartNumber: 'V1', planID: '438323' }] },
		]);
	});

	it.each([
		[
			'E2016HV-NOT-A-SKU',
			/\(If E2016HV-NOT-A-SKU is the manufacturer’s part number, choose By VPN/,
		],
		['0884116186519', /\(0884116186519 looks like a bar code: choose By UPC/],
	])('says what else %s may be, in the row and in the error', async (number, words) => {
		const product = by('ingramPartNumber', number);
		const { items } = await bench.run({ ...PRICE, product }, [{}]);
		expect(items[0].json).toMatchObject({ found: false });
		expect(items[0].json.productStatusMessage).toMatch(words);
		const failed = await bench.run({ ...PRICE, product, ifNotFound: 'failItem' }, [{}], GOES_ON);
		expect(details(failed.items[0].json).remedy).toMatch(/choose By (VPN|UPC) in Product/);
	});

	it('leaves Ingram Micro’s own words alone where the number may be its own', async () => {
		const { items } = await bench.run({ ...PRICE, product: by('ingramPartNumber', 'XXXXXX') });
		expect(items[0].json.productStatusMessage).not.toContain('VPN');
	});
});

describe('Get Product', () => {
	const get = { operation: 'get', getBy: 'product' };

	it('takes the manufacturer’s number as it is', async () => {
		const { items } = await bench.run({ ...get, product: by('vendorPartNumber', 'E2016HV') });
		expect(items[0].json.ingramPartNumber).toBe('4A0036');
		expect(bench.xi.requestsTo(PRICES)).toEqual([]);
	});

	it('looks each bar code up once, fifty a call', async () => {
		const products = bench.xi.products.slice(0, 60);
		const input = [...products, ...products].map(({ upc }) => ({ number: upc }));
		const { items, error } = await bench.run({ ...get, product: byField('upc') }, input);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.ingramPartNumber)).toEqual(
			[...products, ...products].map(({ ingramPartNumber }) => ingramPartNumber),
		);
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(2);
		expect(bench.xi.requestsTo(DETAILS)).toHaveLength(120);
	});

	it('says of a bar code where details by it are not to be had', async () => {
		bench.xi.faults.add({ kind: 'status', status: 404, match: { endpoint: DETAILS }, times: 1 });
		const { upc, ingramPartNumber } = bench.xi.products[0];
		const { error } = await bench.run({ ...get, product: by('upc', upc) });
		expect(error?.description).toContain(
			`${ingramPartNumber} was found under the UPC ${upc}. Outside of the USA`,
		);
	});

	it('says what else a number may be that Ingram Micro does not know', async () => {
		const { error } = await bench.run({ ...get, product: by('ingramPartNumber', 'E2016-HV') });
		expect(error?.description).toMatch(
			/If E2016-HV is the manufacturer’s part number, choose By VPN/,
		);
	});
});

/** A line by a number, in the form and in the two kinds of JSON. */
const FORMS: Array<[string, (kind: Kind, number: string) => INodeParameters]> = [
	[
		'the form',
		(kind, number) => ({ lines: { line: [{ ingramPartNumber: by(kind, number), quantity: 2 }] } }),
	],
	[
		'a list',
		(kind, number) => ({
			linesFrom: 'list',
			linesList: JSON.stringify([{ [kind]: number, quantity: 2 }]),
		}),
	],
	[
		'JSON',
		(kind, number) => ({
			defineOrderBy: 'json',
			orderJson: JSON.stringify({
				customerOrderNumber: 'PO-1',
				lines: [{ [kind]: number, quantity: 2 }],
			}),
		}),
	],
];

describe.each([
	['create', CREATE],
	['createAsync', CREATE_ASYNC],
])('an order (%s) by lines of', (operation, path) => {
	const order = { operation, customerOrderNumber: 'PO-1', options: { lookSeconds: 0 } };

	it.each(FORMS)('%s takes the manufacturer’s number as it is', async (_, form) => {
		const { vendorPartNumber } = productOf(STOCKED);
		const { error } = await bench.runOrders({
			...order,
			...form('vendorPartNumber', vendorPartNumber),
		});
		expect(error).toBeUndefined();
		expect(bench.xi.requestsTo(PRICES)).toEqual([]);
		expect(linesTo(path)).toEqual([[{ customerLineNumber: '1', vendorPartNumber, quantity: 2 }]]);
	});

	it.each(FORMS)('%s has a bar code looked up', async (_, form) => {
		const { error } = await bench.runOrders({ ...order, ...form('upc', productOf(STOCKED).upc) });
		expect(error).toBeUndefined();
		expect(linesTo(path)).toEqual([
			[{ customerLineNumber: '1', ingramPartNumber: STOCKED, quantity: 2 }],
		]);
	});

	it('is not sent where two products have the bar code, and both are named', async () => {
		bench.xi.quirks.twins = 'buyable';
		const { upc, vendorName, description } = productOf(STOCKED);
		const [, form] = FORMS[0];
		const { items } = await bench.runOrders({ ...order, ...form('upc', upc) }, [{}], GOES_ON);
		expect(items[0].json.error).toContain(
			`2 products have the UPC ${upc}: ${STOCKED} (${vendorName}, ${description.replace(/\s+/g, ' ')}`,
		);
		expect(items[0].json.error).toMatch(new RegExp(`; ${STOCKED}R \\(.*REFURBISHED`));
		expect(details(items[0].json)).toMatchObject({
			remedy: 'Give the Ingram part number of the one that you mean',
			candidates: [{ ingramPartNumber: STOCKED }, { ingramPartNumber: `${STOCKED}R` }],
		});
		expect(bench.xi.requestsTo(path)).toEqual([]);
	});

	it('is not sent where no product has the bar code', async () => {
		const [, form] = FORMS[0];
		const { items } = await bench.runOrders(
			{ ...order, ...form('upc', '4006381333931') },
			[{}],
			GOES_ON,
		);
		expect(items[0].json.error).toMatch(
			/^Ingram Micro knows no product with the UPC 4006381333931 \[item 0\]$/,
		);
		expect(details(items[0].json).reason).toBe('refused');
		expect(bench.xi.requestsTo(path)).toEqual([]);
	});
});

describe('a bar code', () => {
	const order = (value: string | number): INodeParameters => ({
		operation: 'create',
		customerOrderNumber: 'PO-1',
		lines: { line: [{ ingramPartNumber: by('upc', value), quantity: 1 }] },
		previewOnly: true,
	});

	it.each([['E2016HV'], ['123'], ['123456789012345']])(
		'%s is refused before anything is sent',
		async (value) => {
			const { error } = await bench.runOrders(order(value));
			expect(error?.message).toMatch(
				/'UPC' in 'Lines', entry 1 is ".*"; it must be 8 to 14 digits/,
			);
			expect(bench.xi.requests).toEqual([]);
		},
	);

	it('keeps its zeros in front', async () => {
		await bench.runOrders(order('0884116186519'), [{}], GOES_ON);
		expect(bodiesTo(PRICES)).toMatchObject([{ products: [{ upc: '0884116186519' }] }]);
	});

	it('that came as a number is told, since zeros may be lost', async () => {
		const { run } = await bench.runOrders(order('={{ $json.upc }}'), [
			{ upc: Number(productOf(STOCKED).upc) },
		]);
		const [hint] = run.data.resultData.runData.Node[0].hints ?? [];
		expect(hint?.message).toContain('Leading zeros may be lost');
	});
});

describe("n8n's Retry On Fail", () => {
	it('looks nothing up again, so that no look-up hides what is ordered', async () => {
		const line = { upc: productOf(STOCKED).upc, quantity: 1 };
		bench.xi.faults.add({
			kind: 'status',
			status: 400,
			times: 9,
			match: { endpoint: CREATE, after: 1 },
		});
		bench.xi.faults.add({
			kind: 'status',
			status: 400,
			times: 9,
			match: { endpoint: PRICES, after: 1 },
		});
		const { error } = await bench.runOrders(
			{
				operation: 'create',
				customerOrderNumber: '={{ $json.po }}',
				linesFrom: 'list',
				linesList: JSON.stringify([line]),
				options: { lookSeconds: 0 },
			},
			[{ po: 'S-1' }, { po: 'S-2' }],
			{ retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		);
		expect(error?.message).toContain('[item 1]');
		expect(error?.description).toMatch(/Done before that: .*S-1/);
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(1);
		expect(bench.xi.requestsTo(CREATE)).toHaveLength(3);
	});
});

import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { CREATE } from '../orders/support.mts';
import { byIngramPartNumber, DETAILS, pairedWith, PRICES, useBench } from '../support.mts';

const bench = useBench();
const goesOn = { onError: 'continueRegularOutput' } as const;

/** In stock, and known by these numbers. */
const CABLE = { sku: '123512', vendor: '', upc: '' };
beforeEach(() => {
	const cable = bench.xi.products.find(({ ingramPartNumber }) => ingramPartNumber === CABLE.sku);
	Object.assign(CABLE, { vendor: cable?.vendorPartNumber, upc: cable?.upc });
});

const priceBy = (identifier: string, more: INodeParameters = {}): INodeParameters => ({
	operation: 'getPriceAndAvailability',
	product: byIngramPartNumber(''),
	otherIdentifiers: { [identifier]: '={{ $json.number }}' },
	...more,
});
const details = (json: { details?: unknown }) => json.details as Record<string, unknown>;

describe.each([
	['vendorPartNumber', 'vendor part number', 'vendor'],
	['upc', 'UPC', 'upc'],
] as const)('a %s of several products', (identifier, shown, key) => {
	it('fails its item, and the error tells what is known of each', async () => {
		bench.xi.quirks.twins = 'outOfStock';
		const { items } = await bench.run(priceBy(identifier), [{ number: CABLE[key] }], goesOn);
		expect(items[0].json.error).toMatch(
			new RegExp(
				`is for ${shown} ${CABLE[key]}: there are 2 \\(123512: \\d+ in stock, 5\\.43 USD; 123512R: 0 in stock, 5\\.43 USD\\) \\[item 0\\]$`,
			),
		);
		expect(details(items[0].json)).toMatchObject({
			remedy: expect.stringContaining('If Several Products Match'),
			correlationId: expect.any(String),
			candidates: [
				{
					ingramPartNumber: '123512',
					description: expect.any(String),
					customerPrice: 5.43,
					noPriceReason: null,
					currencyCode: 'USD',
					totalAvailability: expect.any(Number),
					productAuthorized: true,
				},
				{
					ingramPartNumber: '123512R',
					description: expect.stringContaining('REFURBISHED'),
					customerPrice: 5.43,
					totalAvailability: 0,
					productAuthorized: true,
				},
			],
		});
	});

	it('is a row for each where that is wanted, and of its own item', async () => {
		bench.xi.quirks.twins = 'outOfStock';
		const { items, error } = await bench.run(
			priceBy(identifier, { ifSeveralProducts: 'returnRows' }),
			[{ number: CABLE[key] }, { number: CABLE[key] }],
		);
		expect(error).toBeUndefined();
		expect(items.map((item) => [item.json.ingramPartNumber, pairedWith(item)])).toEqual([
			['123512', 0],
			['123512R', 0],
			['123512', 1],
			['123512R', 1],
		]);
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(1);
	});
});

describe('the only one that can be bought', () => {
	const only = priceBy('vendorPartNumber', { ifSeveralProducts: 'returnBuyable' });

	it.each(['outOfStock', 'notAuthorized'] as const)(
		'is the row where the other is %s',
		async (twins) => {
			bench.xi.quirks.twins = twins;
			const { items, error } = await bench.run(only, [{ number: CABLE.vendor }]);
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.ingramPartNumber)).toEqual(['123512']);
		},
	);

	it('is none where both can be', async () => {
		bench.xi.quirks.twins = 'buyable';
		const { items } = await bench.run(only, [{ number: CABLE.vendor }], goesOn);
		expect(items[0].json.error).toMatch(/there are 2/);
	});

	it('is none where none can be', async () => {
		bench.xi.quirks.twins = 'outOfStock';
		const { items } = await bench.run(only, [{ number: 'E2016HV' }], goesOn);
		expect(details(items[0].json).candidates).toMatchObject([
			{ ingramPartNumber: '4A0036', totalAvailability: 0 },
			{ ingramPartNumber: '4A0036R', totalAvailability: 0 },
		]);
	});

	it('cannot be told without the stock, which is said before anything is sent', async () => {
		const { error } = await bench.run({ ...only, includeAvailability: false }, [
			{ number: CABLE.vendor },
		]);
		expect(error?.message).toBe(
			"'If Several Products Match' looks at the stock, and 'Include Availability' is off [item 0]",
		);
		expect(bench.xi.requests).toEqual([]);
	});
});

it('items of one call may each want something else', async () => {
	bench.xi.quirks.twins = 'outOfStock';
	const { items } = await bench.run(
		priceBy('vendorPartNumber', { ifSeveralProducts: '={{ $json.want }}' }),
		['failItem', 'returnRows', 'returnBuyable'].map((want) => ({ number: CABLE.vendor, want })),
		goesOn,
	);
	expect(items.map((item) => [item.json.ingramPartNumber, pairedWith(item)])).toEqual([
		[undefined, 0],
		['123512', 1],
		['123512R', 1],
		['123512', 2],
	]);
	expect(bench.xi.requestsTo(PRICES)).toHaveLength(1);
});

it('a list of products has the rows of each in its place, or names all candidates', async () => {
	bench.xi.quirks.twins = 'outOfStock';
	const list = {
		operation: 'getPriceAndAvailability',
		product: byIngramPartNumber(''),
		otherIdentifiers: { productList: '={{ $json.list }}' },
	};
	const input = [
		{ list: ['RQ6000', { vendorPartNumber: CABLE.vendor }, { upc: '0884116186519' }] },
	];
	const each = await bench.run({ ...list, ifSeveralProducts: 'returnRows' }, input);
	expect(each.items.map(({ json }) => json.ingramPartNumber)).toEqual([
		'RQ6000',
		'123512',
		'123512R',
		'4A0036',
		'4A0036R',
	]);
	const none = await bench.run(list, input, goesOn);
	expect(none.items).toHaveLength(1);
	expect(details(none.items[0].json).candidates).toMatchObject(
		['123512', '123512R', '4A0036', '4A0036R'].map((ingramPartNumber) => ({ ingramPartNumber })),
	);
});

it('does not stop a list of hundreds where each product is to be a row', async () => {
	bench.xi.quirks.twins = 'outOfStock';
	const input = bench.xi.products
		.slice(100, 300)
		.map(({ vendorPartNumber }) => ({ number: vendorPartNumber }));
	const { items, error } = await bench.run(
		priceBy('vendorPartNumber', { ifSeveralProducts: 'returnRows' }),
		input,
	);
	expect(error).toBeUndefined();
	expect(items).toHaveLength(400);
});

describe('Get Product', () => {
	const get = {
		operation: 'get',
		product: { __rl: true, mode: 'vendorPartNumber', value: 'E2016HV' },
	};

	it('fails where several products have the number, and tells of each', async () => {
		bench.xi.quirks.twins = 'outOfStock';
		const { items } = await bench.run(get, [{}], goesOn);
		expect(items[0].json).toMatchObject({
			error: 'Ingram Micro’s answer holds no single product, but 2: 4A0036, 4A0036R [item 0]',
			details: {
				remedy: expect.stringContaining('Ingram part number'),
				candidates: [
					{ ingramPartNumber: '4A0036', productAuthorized: true },
					{ ingramPartNumber: '4A0036R', productAuthorized: true },
				],
			},
		});
	});

	it('gives a row for each where that is wanted', async () => {
		bench.xi.quirks.twins = 'outOfStock';
		const { items } = await bench.run({ ...get, ifSeveralProducts: 'returnRows' }, [{}]);
		expect(items.map(({ json }) => json.ingramPartNumber)).toEqual(['4A0036', '4A0036R']);
	});
});

describe('Get Product by a UPC of several products', () => {
	const get = (more: INodeParameters = {}): INodeParameters => ({
		operation: 'get',
		product: { __rl: true, mode: 'upc', value: '={{ $json.upc }}' },
		...more,
	});
	const each = get({ ifSeveralProducts: 'returnRows' });
	const numbers = (items: INodeExecutionData[]) =>
		items.map((item) => [item.json.ingramPartNumber, pairedWith(item)]);

	it('fails, and says what can be done', async () => {
		bench.xi.quirks.twins = 'outOfStock';
		const { items } = await bench.run(get(), [{ upc: CABLE.upc }], goesOn);
		expect(items[0].json.error).toMatch(/^2 products have the UPC .*: 123512 \(.*; 123512R \(/);
		expect(details(items[0].json)).toMatchObject({
			remedy: "Get it by its Ingram part number, or change 'If Several Products Match'",
			correlationId: expect.any(String),
			candidates: [{ ingramPartNumber: '123512' }, { ingramPartNumber: '123512R' }],
		});
		expect(bench.xi.requestsTo(DETAILS)).toEqual([]);
	});

	it.each(['simplified', 'raw', 'selectedFields'])(
		'gives a row for each where that is wanted, in its place: %s',
		async (output) => {
			const upc = '0884116186519';
			const first = await bench.run({ ...each, output }, [{ upc }]);
			expect(numbers(first.items)).toEqual([['4A0036', 0]]);
			bench.xi.quirks.twins = 'outOfStock';
			const { items, error } = await bench.run(
				{ ...each, output, fields: ['ingramPartNumber'], options: { inputFields: 'nested' } },
				[{ upc }, { upc: '4006381333931' }, { upc: CABLE.upc }, { upc }],
				goesOn,
			);
			expect(error).toBeUndefined();
			expect(numbers(items)).toEqual([
				['4A0036', 0],
				['4A0036R', 0],
				[undefined, 1],
				['123512', 2],
				['123512R', 2],
				['4A0036', 3],
				['4A0036R', 3],
			]);
			expect(items[1].json.input).toEqual({ upc });
			expect(items[2].json.error).toContain('Ingram Micro knows no product with the UPC');
			expect(bench.xi.requestsTo(PRICES)).toHaveLength(2);
		},
	);

	it('is one error where one of them has no details', async () => {
		bench.xi.quirks.twins = 'outOfStock';
		bench.xi.faults.add({ kind: 'status', status: 404, match: { endpoint: DETAILS, after: 1 } });
		const input = [{ upc: CABLE.upc }, { upc: '0884116186519' }];
		const { items } = await bench.run(each, [input[0]], goesOn);
		expect(items).toHaveLength(1);
		expect(details(items[0].json)).toMatchObject({
			item: 0,
			status: 404,
			remedy: expect.stringMatching(/^123512R? was found under the UPC/),
		});
		const { error } = await bench.run(each, input);
		expect(error).toBeUndefined();
	});
});

it('Check Before Ordering refuses such a line, and nothing is ordered', async () => {
	bench.xi.quirks.twins = 'outOfStock';
	const { items } = await bench.runOrders(
		{
			operation: 'createAsync',
			customerOrderNumber: 'PO-SEVERAL',
			linesFrom: 'list',
			linesList: `=[{"vendorPartNumber": "${CABLE.vendor}", "quantity": 1}]`,
			checkBeforeOrdering: { refuseIfShort: true },
		},
		[{}],
		goesOn,
	);
	expect(items[0].json.error).toMatch(/there are 2 \(123512: .*; 123512R: .*\)/);
	expect(bench.xi.requestsTo(CREATE)).toEqual([]);
	expect(bench.xi.orders).toEqual([]);
});

import { byIngramPartNumber, pairedWith, PRICE_OF_SKU, PRICES, useBench } from '../support.mts';

const bench = useBench();

const goesOn = { onError: 'continueRegularOutput' } as const;
const hasError = ({ json }: { json: { error?: unknown } }) => json.error !== undefined;

/** Products that have a price and are known by one vendor part number alone. */
function plainProducts(count: number, from = 0) {
	const seen = new Map<string, number>();
	for (const { vendorPartNumber } of bench.xi.products) {
		seen.set(vendorPartNumber, (seen.get(vendorPartNumber) ?? 0) + 1);
	}
	return bench.xi.products
		.filter(({ vendorPartNumber, authorized }) => authorized && seen.get(vendorPartNumber) === 1)
		.slice(from, from + count);
}

describe('a list of 1,003 products, by Ingram and vendor part number, with duplicates and unknowns', () => {
	it('ends as 1,003 results, each paired with its own item, in at most 21 calls', async () => {
		const products = plainProducts(938);
		const known: Array<{ ingram?: string; vendor?: string }> = products.map(
			({ ingramPartNumber, vendorPartNumber }, position) =>
				position % 2 === 0 ? { ingram: ingramPartNumber } : { vendor: vendorPartNumber },
		);
		const unknown: typeof known = Array.from({ length: 25 }, (_, n) => ({ ingram: `ZZ${n}NONE` }));
		const duplicates = known.slice(100, 140);
		// Spread over the list, not one after the other.
		const input = [...known, ...unknown, ...duplicates]
			.map((row, position) => ({ row, order: (position * 7919) % 1003 }))
			.sort((a, b) => a.order - b.order)
			.map(({ row }) => row);
		expect(input).toHaveLength(1003);

		const { items, error } = await bench.run(
			{
				operation: 'getPriceAndAvailability',
				product: byIngramPartNumber('={{ $json.ingram ?? "" }}'),
				otherIdentifiers: { vendorPartNumber: '={{ $json.vendor ?? "" }}' },
			},
			input,
		);

		expect(error).toBeUndefined();
		expect(bench.xi.requestsTo(PRICES).length).toBeLessThanOrEqual(21);
		expect(items).toHaveLength(1003);
		expect(items.map(pairedWith)).toEqual(input.map((_, position) => position));
		const truth = new Map(
			products.flatMap((product) => [
				[product.ingramPartNumber, product],
				[product.vendorPartNumber, product],
			]),
		);
		items.forEach(({ json }, position) => {
			const asked = input[position];
			const product = truth.get(asked.ingram ?? asked.vendor ?? '');
			expect(json.found).toBe(product !== undefined);
			if (product) expect(json.ingramPartNumber).toBe(product.ingramPartNumber);
			else expect(json.productStatusMessage).toMatch(/not found/i);
		});
		expect(items.filter(({ json }) => json.found === false)).toHaveLength(25);
		expect(items.filter(({ json }) => typeof json.customerPrice === 'number')).toHaveLength(978);
	});
});

describe('sharing calls', () => {
	it('asks equal products once, and two variants of one product in two calls', async () => {
		const { items } = await bench.run(
			{ ...PRICE_OF_SKU, productDetails: { quantityRequested: '={{ $json.quantity }}' } },
			[
				{ sku: '4A0036', quantity: 1 },
				{ sku: '123512', quantity: 1 },
				{ sku: '4A0036', quantity: 10 },
				{ sku: '4a0036', quantity: 1 },
			],
		);
		expect(items.map(({ json }) => json.ingramPartNumber)).toEqual([
			'4A0036',
			'123512',
			'4A0036',
			'4A0036',
		]);
		const bodies = bench.xi.requestsTo(PRICES).map(({ body }) => body);
		expect(bodies).toEqual([
			{
				products: [
					{ ingramPartNumber: '4A0036', quantityRequested: '1' },
					{ ingramPartNumber: '123512', quantityRequested: '1' },
				],
			},
			{ products: [{ ingramPartNumber: '4A0036', quantityRequested: '10' }] },
		]);
	});

	it('shares calls only among items of the same account and the same request options', async () => {
		await bench.run(
			{
				...PRICE_OF_SKU,
				includePricing: '={{ $json.pricing }}',
				options: { customerNumber: '={{ $json.account }}', countryCode: '={{ $json.country }}' },
			},
			[
				{ sku: '4A0036', pricing: true, account: '20-222222', country: 'US' },
				{ sku: '123512', pricing: false, account: '20-222222', country: 'US' },
				{ sku: '5348387', pricing: true, account: '30-333333', country: 'DE' },
				{ sku: '1A8249', pricing: true, account: '', country: '' },
			],
		);
		const calls = bench.xi.requestsTo(PRICES).map(({ body, headers, query }) => ({
			account: headers['im-customernumber'],
			country: headers['im-countrycode'],
			pricing: Object.fromEntries(query).includePricing,
			products: (body as { products: Array<{ ingramPartNumber: string }> }).products.map(
				({ ingramPartNumber }) => ingramPartNumber,
			),
		}));
		expect(calls).toHaveLength(3);
		expect(calls).toEqual(
			expect.arrayContaining([
				{ account: '20-222222', country: 'US', pricing: 'true', products: ['4A0036', '1A8249'] },
				{ account: '20-222222', country: 'US', pricing: 'false', products: ['123512'] },
				{ account: '30-333333', country: 'DE', pricing: 'true', products: ['5348387'] },
			]),
		);
	});

	it('takes a list of products in one item, and gives a row for each in the order of the list', async () => {
		const { items } = await bench.run(
			{
				operation: 'getPriceAndAvailability',
				product: byIngramPartNumber(''),
				otherIdentifiers: { productList: '={{ $json.list }}' },
			},
			[
				{ list: ['123512', { vendorPartNumber: 'E2016HV', quantity: 3 }, 'NOSUCHPART'] },
				{ list: [{ upc: '0884116186519' }] },
			],
		);
		expect(
			items.map(({ json, pairedItem }) => [json.ingramPartNumber, json.found, pairedItem]),
		).toEqual([
			['123512', true, { item: 0 }],
			['4A0036', true, { item: 0 }],
			['NOSUCHPART', false, { item: 0 }],
			['4A0036', true, { item: 1 }],
		]);
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(1);
	});

	it('asks for a subscription by plan, vendor part number and resource together', async () => {
		const parts = { vendorPartNumber: 'CFQ7TTC0LF8S:0002', resourceId: '15612650' };
		const prices = {
			operation: 'getPriceAndAvailability',
			product: byIngramPartNumber(''),
			output: 'selectedFields',
			fields: ['found', 'subscriptionPrice'],
		};
		const fields = await bench.run(
			{ ...prices, otherIdentifiers: { ...parts, planID: '438323' } },
			[{}],
		);
		const list = await bench.run(
			{ ...prices, otherIdentifiers: { productList: '={{ $json.list }}' } },
			[
				{
					list: [
						{ ...parts, planId: '438323', quantity: 2 },
						{ planId: '438323', resourceId: 'NONE' },
					],
				},
			],
		);
		for (const { json } of [fields.items[0], list.items[0]]) {
			expect(json).toMatchObject({
				found: true,
				subscriptionPrice: [{ planId: '438323', options: [parts] }],
			});
		}
		expect(list.items[1].json).toEqual({ found: false, subscriptionPrice: null });
		// Two asks for one plan: XI's answers could not be told apart in one call.
		expect(bench.xi.requestsTo(PRICES).map(({ body }) => body)).toEqual([
			{ products: [{ ...parts, planID: '438323' }] },
			{ products: [{ ...parts, planID: '438323', quantityRequested: '2' }] },
			{ products: [{ planID: '438323', resourceId: 'NONE' }] },
		]);
	});

	it('sends every field of the body under its name on the wire', async () => {
		await bench.run(
			{
				operation: 'getPriceAndAvailability',
				product: byIngramPartNumber('4A0036'),
				productDetails: {
					quantityRequested: 5,
					governmentProgramCode: 'PA',
					shipFromBranchNumber: '40',
					shipToStateBrazil: 'SP',
					additionalAttributes: { attribute: [{ attributeName: 'x', attributeValue: 'y' }] },
				},
				includeAvailability: false,
				additionalFields: {
					additionalAttributes: { attribute: [{ attributeName: 'a', attributeValue: 'b' }] },
					availabilityByWarehouse: {
						warehouse: [{ availabilityByWarehouseId: '40', availabilityForAllLocation: true }],
					},
					includeProductAttributes: true,
					showAvailableDiscounts: true,
					showReserveInventoryDetails: true,
					specialBidNumber: 'TESTRKP1',
				},
			},
			[{}],
		);
		const [{ body, query }] = bench.xi.requestsTo(PRICES);
		expect(Object.fromEntries(query)).toEqual({
			includeAvailability: 'false',
			includePricing: 'true',
			includeProductAttributes: 'true',
		});
		expect(body).toEqual({
			showAvailableDiscounts: true,
			showReserveInventoryDetails: true,
			specialBidNumber: 'TESTRKP1',
			availabilityByWarehouse: [
				{ availabilityByWarehouseId: '40', availabilityForAllLocation: true },
			],
			products: [
				{
					ingramPartNumber: '4A0036',
					quantityRequested: '5',
					additionalAttributes: [
						{ attributeName: 'governmentprogramcode', attributeValue: 'PA' },
						{ attributeName: 'shipfrombranchnumber', attributeValue: '40' },
						{ attributeName: 'shiptostatebrazil', attributeValue: 'SP' },
						{ attributeName: 'x', attributeValue: 'y' },
					],
				},
			],
			additionalAttributes: [{ attributeName: 'a', attributeValue: 'b' }],
		});
	});
});

/** XI refuses each call as a whole whose body holds this text. */
function refuseBodiesWith(bodyContains: string): void {
	const body = {
		errors: [{ type: '/errors/validation-failed', message: 'Validation failed', fields: [] }],
	};
	const match = { endpoint: PRICES, bodyContains };
	bench.xi.faults.add({ kind: 'status', status: 400, body, times: Infinity, match });
}

describe('answers that are not as asked', () => {
	const five = () => plainProducts(5).map(({ ingramPartNumber: sku }) => ({ sku }));

	it.each([
		['in another order', { shuffleEntries: true }],
		['with identifiers in small letters', { lowerCasePartNumbers: true, shuffleEntries: true }],
		['without an index', { entryIndex: 'missing', shuffleEntries: true }],
		['with an entry twice', { duplicateEntries: [1] }],
		['with nothing but an index from 0', { omitIdentifiers: true, shuffleEntries: true }],
		['with prices inside the stock', { pricingInsideAvailability: true }],
	])('gives each item its own row when the rows come %s', async (_, quirks) => {
		Object.assign(bench.xi.quirks, quirks);
		const products = plainProducts(5);
		const { items, error } = await bench.run(PRICE_OF_SKU, five());
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.customerPrice)).toEqual(
			products.map(({ customerPrice }) => customerPrice),
		);
		expect(items.map(pairedWith)).toEqual([0, 1, 2, 3, 4]);
	});

	it('makes a row that is missing an error of its own item, which says so, and lets the others come through', async () => {
		bench.xi.quirks.dropEntries = [2];
		const input = five();
		const { items } = await bench.run(PRICE_OF_SKU, input, goesOn);
		expect(items.map(pairedWith)).toEqual([0, 1, 2, 3, 4]);
		expect(items.map(hasError)).toEqual([false, false, true, false, false]);
		const [{ headers }] = bench.xi.requestsTo(PRICES);
		expect(items[2].json).toEqual({
			error: `Ingram Micro’s answer has no entry for Ingram part number ${input[2].sku} [item 2]`,
			details: expect.objectContaining({
				item: 2,
				reason: 'unreadable',
				correlationId: headers['im-correlationid'],
			}),
		});
	});

	it('guesses nothing when rows name no product and have no index', async () => {
		Object.assign(bench.xi.quirks, { omitIdentifiers: true, entryIndex: 'missing' });
		const { items } = await bench.run(PRICE_OF_SKU, five(), goesOn);
		expect(items.every(hasError)).toBe(true);
	});

	it('knows a product that was asked alone by a UPC which the answer does not name', async () => {
		Object.assign(bench.xi.quirks, { omitUpc: true, entryIndex: 'missing' });
		const byUpc = {
			operation: 'getPriceAndAvailability',
			product: byIngramPartNumber(''),
			otherIdentifiers: { upc: '={{ $json.upc }}' },
		};
		const known = { upc: '0884116186519' };
		// One ask for two items: what they ask for is the same product.
		const alone = await bench.run(byUpc, [known, known]);
		expect(alone.error).toBeUndefined();
		expect(alone.items.map(({ json }) => json.ingramPartNumber)).toEqual(['4A0036', '4A0036']);
		const { upc } = plainProducts(1, 50)[0];
		const two = await bench.run(byUpc, [known, { upc }], goesOn);
		expect(two.items.map(hasError)).toEqual([true, true]);
		bench.xi.quirks.entryIndex = 'fromZero';
		const indexed = await bench.run(byUpc, [known, { upc }]);
		expect(indexed.items.map(({ json }) => json.found)).toEqual([true, true]);
	});

	it('knows products by the whole vendor part number where the other is cut short', async () => {
		Object.assign(bench.xi.quirks, { vendorPartNumberLength: 2, entryIndex: 'missing' });
		const products = plainProducts(5, 50);
		const { items, error } = await bench.run(
			{
				operation: 'getPriceAndAvailability',
				product: byIngramPartNumber(''),
				otherIdentifiers: { vendorPartNumber: '={{ $json.number }}' },
			},
			products.map(({ vendorPartNumber }) => ({ number: vendorPartNumber })),
		);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.ingramPartNumber)).toEqual(
			products.map(({ ingramPartNumber }) => ingramPartNumber),
		);
	});

	it.each([
		['breaks off', 'malformed', /broke off before it was whole/],
		['is a web page', 'html', /web page/],
		['is empty', 'empty', /without any content/],
	] as const)(
		'names every item of a call whose answer %s, and lets the other calls come through',
		async (_, kind, words) => {
			bench.xi.faults.add({ kind, times: Infinity, match: { endpoint: PRICES, after: 1 } });
			const input = plainProducts(60).map(({ ingramPartNumber: sku }) => ({ sku }));
			const { items } = await bench.run(PRICE_OF_SKU, input, goesOn);
			expect(items.map(pairedWith)).toEqual(input.map((__, position) => position));
			expect(items.slice(0, 50).some(hasError)).toBe(false);
			for (const { json } of items.slice(50)) expect(json.error).toMatch(words);
		},
	);

	it('finds the one product that makes XI refuse a call, and prices the others', async () => {
		const input = plainProducts(50).map(({ ingramPartNumber: sku }) => ({ sku }));
		input[17] = { sku: 'BAD PART<>' };
		refuseBodiesWith('BAD PART');
		const { items } = await bench.run(PRICE_OF_SKU, input, goesOn);
		expect(items.map(hasError)).toEqual(input.map((__, position) => position === 17));
		expect(bench.xi.requestsTo(PRICES).length).toBeLessThanOrEqual(1 + 5 + 2 * 6);
	});

	it('finds every one of several such products', async () => {
		const input = plainProducts(50).map(({ ingramPartNumber: sku }) => ({ sku }));
		const bad = [0, 7, 8, 24, 40, 49];
		for (const position of bad) input[position] = { sku: `BAD PART ${position}` };
		refuseBodiesWith('BAD PART');
		const { items } = await bench.run(PRICE_OF_SKU, input, goesOn);
		expect(items.map(hasError)).toEqual(input.map((__, position) => bad.includes(position)));
	});

	it('prices all of a long list when the first call was refused for a moment, and the node stops on failure', async () => {
		bench.xi.faults.add({ kind: 'status', status: 400, match: { endpoint: PRICES } });
		const input = plainProducts(200).map(({ ingramPartNumber: sku }) => ({ sku }));
		const { items, error } = await bench.run(PRICE_OF_SKU, input);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(200);
	});

	it('does not go on asking when XI refuses the request and not a product', async () => {
		refuseBodiesWith('NO SUCH BID');
		const input = plainProducts(500).map(({ ingramPartNumber: sku }) => ({ sku }));
		const { items } = await bench.run(
			{ ...PRICE_OF_SKU, additionalFields: { specialBidNumber: 'NO SUCH BID' } },
			input,
			goesOn,
		);
		expect(items.every(hasError)).toBe(true);
		expect(items.map(pairedWith)).toEqual(input.map((__, position) => position));
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(1 + 5);
	});

	it('takes an answer of 200 that is nothing but a refusal for what it is', async () => {
		const body = { errors: [{ message: 'Something broke' }] };
		bench.xi.faults.add({ kind: 'status', status: 200, body, match: { endpoint: PRICES } });
		const { error } = await bench.run(PRICE_OF_SKU, [{ sku: '4A0036' }]);
		expect(error?.message).toBe('Something broke [item 0]');
	});
});

describe('a product that XI does not know', () => {
	it('is a row of its own item that says so', async () => {
		const { items, error } = await bench.run(PRICE_OF_SKU, [{ sku: '4A0036' }, { sku: 'NONE1' }]);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.found)).toEqual([true, false]);
	});

	it('fails its item, and only that, when the user wants so', async () => {
		const { items } = await bench.run(
			{ ...PRICE_OF_SKU, ifNotFound: 'failItem' },
			[{ sku: 'NONE1' }, { sku: '4A0036' }, { sku: 'NONE1' }],
			goesOn,
		);
		expect(items.map(hasError)).toEqual([true, false, true]);
		expect(items[2].json.error).toMatch(/not found.*NONE1.*\[item 2\]/i);
	});
});

describe('the output', () => {
	it('is ten flat fields when simplified', async () => {
		const { items } = await bench.run(PRICE_OF_SKU, [{ sku: '4A0036' }]);
		expect(items[0].json).toEqual({
			found: true,
			ingramPartNumber: '4A0036',
			vendorPartNumber: 'E2016HV',
			customerPrice: 74.34,
			noPriceReason: null,
			retailPrice: 189.99,
			currencyCode: 'USD',
			totalAvailability: 0,
			productAuthorized: true,
			productStatusMessage: 'ACOPS ARE AVAILABLE FOR THIS CUSTOMER AND SKU',
		});
	});

	it('has no price where XI sends 0, but when raw', async () => {
		bench.xi.quirks.zeroPrices = true;
		const { ingramPartNumber: sku } = bench.xi.products.find(({ authorized }) => !authorized)!;
		const { items } = await bench.run(PRICE_OF_SKU, [{ sku }]);
		expect(items[0].json).toMatchObject({
			ingramPartNumber: sku,
			customerPrice: null,
			retailPrice: null,
			noPriceReason: 'You are not authorized to buy this product',
		});
		const raw = await bench.run({ ...PRICE_OF_SKU, output: 'raw' }, [{ sku }]);
		expect(raw.items[0].json).toMatchObject({ pricing: { customerPrice: 0 } });
	});

	it('is XI’s own entry when raw', async () => {
		const { items } = await bench.run({ ...PRICE_OF_SKU, output: 'raw' }, [{ sku: '4A0036' }]);
		expect(items[0].json).toMatchObject({
			index: 0,
			pricing: { customerPrice: 74.34 },
			availability: { availabilityByWarehouse: expect.any(Array) },
		});
	});

	it('is what was picked, null where XI gave nothing', async () => {
		const { items } = await bench.run(
			{
				...PRICE_OF_SKU,
				output: 'selectedFields',
				fields: ['vendorName', 'availabilityByWarehouse', 'subscriptionPrice'],
			},
			[{ sku: '4A0036' }],
		);
		expect(items[0].json).toEqual({
			vendorName: 'DELL',
			availabilityByWarehouse: expect.any(Array),
			subscriptionPrice: null,
		});
	});

	it('asks XI for what it leaves out unless asked, when that is picked', async () => {
		const { items } = await bench.run(
			{
				...PRICE_OF_SKU,
				output: 'selectedFields',
				fields: ['productClass', 'returnableProduct', 'discounts'],
			},
			[{ sku: '4A0036' }],
		);
		expect(items[0].json).toEqual({
			productClass: 'B',
			returnableProduct: true,
			discounts: expect.any(Array),
		});
	});
});

describe('bad input', () => {
	const list = (productList: unknown) => ({
		operation: 'getPriceAndAvailability',
		product: byIngramPartNumber(''),
		otherIdentifiers: { productList: productList as string },
	});
	const fiftyOne = Array.from({ length: 51 }, (_, n) => `PART${n}`);

	it.each([
		['51 products', list('={{ $json.fiftyOne }}'), /'Product List' holds 51 products; at most 50/],
		['an empty list', list('={{ [] }}'), /'Product List' is empty/],
		['no list', list('={{ 5 }}'), /'Product List' is not a list/],
		['a list of nothing', list('={{ [{}] }}'), /'Product List', entry 1 does not name a product/],
		[
			'a part number that is too long',
			{ operation: 'getPriceAndAvailability', product: byIngramPartNumber('X'.repeat(19)) },
			/'Product' has 19 characters; at most 18/,
		],
		[
			'a quantity of zero',
			{ ...PRICE_OF_SKU, productDetails: { quantityRequested: 0 } },
			/'Quantity' in 'Product Details' is "0"; it must be a whole number/,
		],
		[
			'a country that nobody knows',
			{ ...PRICE_OF_SKU, options: { countryCode: 'Atlantis' } },
			/'Country Code' in 'Options' is "Atlantis"; it must be a country/,
		],
		[
			'a country code of two digits',
			{ ...PRICE_OF_SKU, options: { countryCode: '11' } },
			/'Country Code' in 'Options' is "11"; it must be a country/,
		],
		[
			'a customer number over 32 characters',
			{ ...PRICE_OF_SKU, options: { customerNumber: '2'.repeat(33) } },
			/'Customer Number' in 'Options' has 33 characters; at most 32/,
		],
		[
			'both a list and a single product',
			{ ...list('={{ ["4A0036"] }}'), product: byIngramPartNumber('4A0036') },
			/Both 'Product List' and a single product/,
		],
		[
			'no product at all',
			{ operation: 'getPriceAndAvailability', product: byIngramPartNumber('') },
			/No product is given/,
		],
		[
			'JSON that is none',
			list('[broken'),
			/'Product List' in 'Other Identifiers' is not valid JSON/,
		],
	])(
		'%s is refused in a sentence that names parameter and item, and nothing is sent',
		async (_, parameters, words) => {
			const { error } = await bench.run(parameters, [{ sku: '4A0036', fiftyOne }]);
			expect(error?.message).toMatch(words);
			expect(error?.message).toMatch(/\[item 0\]/);
			expect(bench.xi.requests).toEqual([]);
		},
	);

	it('in one of several items stops the node before anything is sent', async () => {
		const { error } = await bench.run(PRICE_OF_SKU, [{ sku: '4A0036' }, { sku: '' }]);
		expect(error?.message).toBe('No product is given [item 1]');
		expect(bench.xi.requests).toEqual([]);
	});

	it('fails its own item alone under Continue', async () => {
		const { items } = await bench.run(
			PRICE_OF_SKU,
			[{ sku: '4A0036' }, { sku: '' }, { sku: '123512' }],
			goesOn,
		);
		expect(items.map(hasError)).toEqual([false, true, false]);
		expect(items.map(pairedWith)).toEqual([0, 1, 2]);
	});
});

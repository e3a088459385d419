import { byIngramPartNumber, DETAILS, pairedWith, SEARCH, useBench } from '../support.mts';

describe('Get Many Products', () => {
	const bench = useBench();
	const search = { operation: 'getMany', returnAll: false, limit: 50, filters: {} };

	it('sends every filter under its name on the wire, lists as repeated keys', async () => {
		await bench.run(
			{
				...search,
				limit: 7,
				filters: {
					category: 'Displays',
					groupName: 'Group',
					hasDiscounts: true,
					keyword: ['laptop bag', 'black'],
					planId: '438323',
					planName: 'Office',
					showGroupInfo: false,
					skipAuthorisation: true,
					type: 'IM::any',
					vendor: ['Dell', 'HP'],
					vendorNumber: '802U',
					vendorPartNumber: ['A', 'B'],
				},
				options: { acceptLanguage: 'de' },
			},
			[{}],
		);
		const [{ query, headers }] = bench.xi.requestsTo(SEARCH);
		expect([...query].sort()).toEqual(
			[
				['category', 'Displays'],
				['groupName', 'Group'],
				['hasDiscounts', 'true'],
				['keyword', 'laptop bag'],
				['keyword', 'black'],
				['pageNumber', '1'],
				['pageSize', '7'],
				['planId', '438323'],
				['planName', 'Office'],
				['showGroupInfo', 'false'],
				['skipAuthorisation', 'true'],
				['type', 'IM::any'],
				['vendor', 'Dell'],
				['vendor', 'HP'],
				['vendorNumber', '802U'],
				['vendorPartNumber', 'A'],
				['vendorPartNumber', 'B'],
			].sort(),
		);
		expect(headers['accept-language']).toBe('de');
	});

	it('returns as many as Limit says, from pages of the largest size', async () => {
		const { items } = await bench.run({ ...search, limit: 230 }, [{}]);
		expect(items).toHaveLength(230);
		const pages = bench.xi.requestsTo(SEARCH).map(({ query }) => Object.fromEntries(query));
		expect(pages).toEqual([
			{ pageNumber: '1', pageSize: '100' },
			{ pageNumber: '2', pageSize: '100' },
			{ pageNumber: '3', pageSize: '100' },
		]);
	});

	it('searches once for each input item and keeps their order', async () => {
		const { items } = await bench.run({ ...search, filters: { keyword: ['={{ $json.word }}'] } }, [
			{ word: '4A0036' },
			{ word: 'NOTHING-LIKE-THIS' },
			{ word: '5348387' },
		]);
		expect(items.map((item) => [item.json.ingramPartNumber, pairedWith(item)])).toEqual([
			['4A0036', 0],
			['5348387', 2],
		]);
	});

	it('returns nothing, and no failure, when XI answers that nothing was found', async () => {
		const { items, error } = await bench.run(
			{ ...search, filters: { keyword: ['NOTHING-LIKE-THIS'] } },
			[{}],
		);
		expect(error).toBeUndefined();
		expect(items).toEqual([]);
	});

	it('simplifies to ten fields, with yes-or-no values as booleans', async () => {
		const { items } = await bench.run({ ...search, filters: { keyword: ['1A8249'] } }, [{}]);
		expect(items[0].json).toEqual({
			ingramPartNumber: '1A8249',
			vendorPartNumber: 'SDSQUNC-016G-AN6IA',
			description: 'CLASS 10 100MB/S UHS-I CARD',
			vendorName: 'Sandisk Mobile',
			upc: '0619659134587',
			category: 'device storage',
			subcategory: 'Flash Memory Devices',
			type: 'physical',
			discontinued: false,
			productAuthorized: true,
		});
	});

	it('finds subscriptions, which XI lists apart from products', async () => {
		const { items } = await bench.run(
			{
				...search,
				filters: { type: 'IM::subscription', planId: '438323' },
				output: 'raw',
			},
			[{}],
		);
		expect(items[0].json).toMatchObject({ plans: [{ planId: '438323' }] });
	});

	it.each([
		['a text', 'string'],
		['null', 'null'],
		['missing', 'missing'],
		['different each time', 'varying'],
	] as const)('reads all pages when XI’s count of records is %s', async (_, recordsFound) => {
		bench.xi.quirks.recordsFound = recordsFound;
		const { items } = await bench.run({ ...search, returnAll: true }, [{}]);
		expect(new Set(items.map(({ json }) => json.ingramPartNumber)).size).toBe(
			bench.xi.products.length,
		);
		expect(items).toHaveLength(bench.xi.products.length);
	});

	it('returns a product once that stands on two pages', async () => {
		bench.xi.quirks.overlappingPages = true;
		const { items } = await bench.run({ ...search, returnAll: true }, [{}]);
		expect(items.map(({ json }) => json.ingramPartNumber)).toEqual(
			bench.xi.products.map(({ ingramPartNumber }) => ingramPartNumber),
		);
	});

	it('does not end at a page that holds fewer records than asked for', async () => {
		bench.xi.quirks.shortPages = true;
		const { items } = await bench.run({ ...search, returnAll: true }, [{}]);
		expect(items).toHaveLength(bench.xi.products.length);
	});

	it.each([
		['a refusal', { errors: [{ message: 'Something broke' }] }, /^Something broke/],
		[
			'a refusal beside an empty list',
			{ recordsFound: 0, pageSize: 25, catalog: [], errors: [{ message: 'Something broke' }] },
			/^Something broke/,
		],
		[
			'a refusal beside a part of the list',
			{
				recordsFound: 1,
				catalog: [{ ingramPartNumber: '4A0036' }],
				errors: [{ message: 'Something broke' }],
			},
			/^Something broke/,
		],
		['something else', { message: 'gateway ok' }, /holds no list of products/],
	])('takes an answer of 200 that is %s for no result', async (_, body, words) => {
		bench.xi.faults.add({ kind: 'status', status: 200, body, match: { endpoint: SEARCH } });
		const { error } = await bench.run(search, [{}]);
		expect(error?.message).toMatch(words);
	});

	it('takes only XI’s own 404 for "nothing found", and a list that breaks off for no result', async () => {
		const page = '<html><body>404 Not Found</body></html>';
		bench.xi.faults.add({ kind: 'status', status: 404, body: page, match: { endpoint: SEARCH } });
		const first = await bench.run(search, [{}]);
		expect(first.error?.message).toMatch(/404 Not Found/);

		bench.xi.faults.add({
			kind: 'status',
			status: 404,
			body: {},
			match: { endpoint: SEARCH, after: 3 },
		});
		const { error } = await bench.run({ ...search, returnAll: true }, [{}]);
		expect(error?.message).toMatch(/broke the list off after 300 of 1500 results/);
		const { headers } = bench.xi.requests.at(-1)!;
		expect(error?.description).toContain(`correlation ID ${headers['im-correlationid']}`);
	});

	it.each([
		['a limit of zero', { limit: 0 }, /'Limit' is "0"; it must be a whole number of at least 1/],
		['half a limit', { limit: 1.5 }, /'Limit' is "1.5"; it must be a whole number/],
		[
			'an unknown type',
			{ filters: { type: '={{ "paper" }}' } },
			/'Type' in 'Filters' is "paper", which is not one of its choices/,
		],
	])('refuses %s before anything is sent', async (_, wrong, words) => {
		const { error } = await bench.run({ ...search, ...wrong }, [{}]);
		expect(error?.message).toMatch(words);
		expect(bench.xi.requests).toEqual([]);
	});
});

describe('a search of which XI shows the first 10,000', () => {
	const bench = useBench({ products: 10_100 });
	const all = { operation: 'getMany', returnAll: true, filters: {} };

	it.each(['emptyPage', 'notFound'] as const)(
		'fails, holds what was read, and says what to do: %s',
		async (pastTheEnd) => {
			Object.assign(bench.xi.quirks, { mostFound: 10_000, pastTheEnd });
			const { items } = await bench.run(all, [{}], { onError: 'continueRegularOutput' });
			expect(items).toHaveLength(1);
			expect(items[0].json.error).toMatch(/^Ingram Micro shows no more than 10000 results/);
			const details = items[0].json.details as { reason: string; remedy: string; rows: object[] };
			const { headers } = bench.xi.requests.at(-1)!;
			expect(details).toHaveProperty('correlationId', headers['im-correlationid']);
			expect(details.reason).toBe('incomplete');
			expect(details.remedy).toMatch(/^Split the search by filters/);
			expect(details.rows).toHaveLength(10_000);
			expect(details.rows[9_999]).toMatchObject({
				ingramPartNumber: bench.xi.products[9_999].ingramPartNumber,
				discontinued: expect.any(Boolean),
			});
		},
	);

	it('is no failure where a limit is set, or XI shows more', async () => {
		const whole = await bench.run(all, [{}]);
		expect(whole.items).toHaveLength(10_100);
		bench.xi.quirks.mostFound = 10_000;
		const { items, run } = await bench.run({ ...all, returnAll: false, limit: 10_000 }, [{}]);
		expect(items).toHaveLength(10_000);
		expect(run.data.resultData.runData.Node[0].hints).toEqual([
			expect.objectContaining({
				message: expect.stringMatching(/^A search ends at 10000 results, and there may be more/),
			}),
		]);
	});
});

describe('a search of 12,000 records at 60 calls a window', () => {
	const bench = useBench({ products: 12_000, callsPerWindow: 60, windowSeconds: 10 });

	it('brings all of them, once each, with no refusal seen by the user', async () => {
		const { items, error } = await bench.run(
			{ operation: 'getMany', returnAll: true, filters: {} },
			[{}],
		);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(12_000);
		expect(new Set(items.map(({ json }) => json.ingramPartNumber)).size).toBe(12_000);
		const statuses = bench.xi.requestsTo(SEARCH).map(({ status }) => status);
		expect(statuses.filter((status) => status === 200)).toHaveLength(120);
		// The limit is learnt from the first answer, so no call is spent on finding it.
		expect(statuses.filter((status) => status === 429)).toEqual([]);
	});
});

describe('Get Product', () => {
	const bench = useBench();
	const get = { operation: 'get', getBy: 'product' };

	it('reads one product by its Ingram part number', async () => {
		const { items } = await bench.run({ ...get, product: byIngramPartNumber('={{ $json.sku }}') }, [
			{ sku: '5348387' },
			{ sku: '4A0036' },
		]);
		expect(items.map((item) => [item.json.vendorPartNumber, pairedWith(item)])).toEqual([
			['20VE0117MH', 0],
			['E2016HV', 1],
		]);
		expect(items[0].json).toEqual({
			ingramPartNumber: '5348387',
			vendorPartNumber: '20VE0117MH',
			upc: '196119831243',
			description: 'TB 15 G2 CI5-1135G7 8/256GB 15.6 W11P',
			vendorName: 'Lenovo',
			category: expect.any(String),
			subcategory: 'Notebooks & Tablets',
			productClass: null,
			productAuthorized: true,
			discontinued: true,
		});
	});

	it.each([
		[
			'vendorPartNumber',
			{ getBy: 'product', product: { __rl: true, mode: 'vendorPartNumber', value: 'E2016HV' } },
			'E2016HV',
		],
		['planId', { getBy: 'planId', planId: '438323' }, '438323'],
		[
			'planName',
			{ getBy: 'planName', planName: 'Office 365 E5 OVG (NCE COM MTH)' },
			'Office 365 E5 OVG (NCE COM MTH)',
		],
	])('reads one product by %s', async (name, given, value) => {
		const { items, error } = await bench.run({ operation: 'get', ...given, output: 'raw' }, [{}]);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		const [{ query }] = bench.xi.requestsTo('/resellers/v6/catalog/details');
		expect(Object.fromEntries(query)).toEqual({ [name]: value });
	});

	it('fails in XI’s own words when there is no such product', async () => {
		const { error } = await bench.run({ ...get, product: byIngramPartNumber('NOSUCH') }, [{}]);
		const [{ headers }] = bench.xi.requestsTo(DETAILS);
		expect(error?.message).toBe('No Records Found [item 0]');
		expect(error?.description).toMatch(/^Check the number.* choose By VPN in Product/);
		expect(error?.description).toContain(headers['im-correlationid']);
		expect(error).toMatchObject({ httpCode: '404', context: { itemIndex: 0 } });
	});

	it.each([
		['..', /cannot be used as ingramPartNumber/],
		['={{ "" }}', /'Product' is empty/],
	])('refuses the part number "%s" before anything is sent', async (sku, words) => {
		const { error } = await bench.run({ ...get, product: byIngramPartNumber(sku) }, [{}]);
		expect(error?.message).toMatch(words);
		expect(bench.xi.requests).toEqual([]);
	});

	it('sends a part number with a slash as one part of the path', async () => {
		await bench.run({ ...get, product: byIngramPartNumber('A/B') }, [{}]);
		expect(bench.xi.requests.at(-1)?.path).toBe('/resellers/v6/catalog/details/A%2FB');
	});
});

import { pairedWith, PRICE_OF_SKU, PRICES, useBench } from './support.mts';

const goesOn = { onError: 'continueRegularOutput' } as const;

describe('headers', () => {
	const bench = useBench();

	it('name the account, the sender under both names, and a fresh correlation ID of 32 digits', async () => {
		await bench.run({ ...PRICE_OF_SKU, productDetails: { quantityRequested: '={{ $json.n }}' } }, [
			{ sku: '4A0036', n: 1 },
			{ sku: '4A0036', n: 2 },
		]);
		const [first, second] = bench.xi.requestsTo(PRICES);
		expect(first.headers).toMatchObject({
			'im-customernumber': '20-222222',
			'im-countrycode': 'US',
			'im-senderid': 'engine-tests',
			'im-applicationid': 'engine-tests',
			accept: expect.stringContaining('application/json'),
			'content-type': expect.stringContaining('application/json'),
		});
		expect(first.headers['im-customercontact']).toBeUndefined();
		expect(first.headers['im-correlationid']).toMatch(/^[0-9a-f]{32}$/);
		expect(second.headers['im-correlationid']).toMatch(/^[0-9a-f]{32}$/);
		expect(second.headers['im-correlationid']).not.toBe(first.headers['im-correlationid']);
	});

	it('are the node’s own where its Options set them', async () => {
		await bench.run(
			{
				...PRICE_OF_SKU,
				options: {
					customerNumber: '30-333333',
					countryCode: 'de',
					senderId: 'shop',
					customerContact: 'anna@example.com',
				},
			},
			[{ sku: '4A0036' }],
		);
		expect(bench.xi.requestsTo(PRICES)[0].headers).toMatchObject({
			'im-customernumber': '30-333333',
			'im-countrycode': 'DE',
			'im-senderid': 'shop',
			'im-applicationid': 'shop',
			'im-customercontact': 'anna@example.com',
		});
	});

	it.each([
		['customerNumber', '', /'Customer Number' is empty/],
		['customerNumber', '2'.repeat(33), /'Customer Number' has 33 characters; at most 32/],
		['senderId', 'x'.repeat(33), /'Sender ID' has 33 characters; at most 32/],
		['senderId', 'Müller', /'Sender ID' is "Müller"; it must be plain letters/],
		['countryCode', 'U', /'Country Code' is "U"; it must be two letters/],
	])('are checked in the credential too: %s "%s"', async (field, value, words) => {
		const credential = await bench.engine.addCredential(bench.xi.url, { [field]: value });
		const { error } = await bench.run(PRICE_OF_SKU, [{ sku: '4A0036' }], { credential });
		expect(error?.message).toMatch(words);
		expect(bench.xi.requests).toEqual([]);
	});
});

describe('reads that fail for a moment', () => {
	const bench = useBench();

	it.each([
		['the connection is reset', { kind: 'reset' }],
		['XI answers 500', { kind: 'maintenance' }],
		['XI answers 503 with a text', { kind: 'status', status: 503, body: 'Service Unavailable' }],
		['the answer is not JSON', { kind: 'malformed' }],
		['the answer is a web page', { kind: 'html' }],
		['XI says too many', { kind: 'tooMany' }],
	] as const)('are made again when %s, with the same correlation ID', async (_, fault) => {
		bench.xi.faults.add({ ...fault, match: { endpoint: PRICES } });
		const { items, error } = await bench.run(PRICE_OF_SKU, [{ sku: '4A0036' }]);
		expect(error).toBeUndefined();
		expect(items[0].json.found).toBe(true);
		const calls = bench.xi.requestsTo(PRICES);
		expect(calls).toHaveLength(2);
		expect(calls[1].headers['im-correlationid']).toBe(calls[0].headers['im-correlationid']);
	});

	it('are made again after a time-out', async () => {
		bench.xi.faults.add({ kind: 'hang', match: { endpoint: PRICES } });
		const { items } = await bench.run({ ...PRICE_OF_SKU, options: { timeoutSeconds: 1 } }, [
			{ sku: '4A0036' },
		]);
		expect(items[0].json.found).toBe(true);
	});

	it('are given up after four tries, in XI’s words, with the correlation ID', async () => {
		bench.xi.faults.add({ kind: 'maintenance', times: Infinity, match: { endpoint: PRICES } });
		const { error } = await bench.run(PRICE_OF_SKU, [{ sku: '4A0036' }]);
		const calls = bench.xi.requestsTo(PRICES);
		expect(calls).toHaveLength(4);
		expect(error?.message).toMatch(/\[item 0\]$/);
		expect(error?.description).toMatch(/maintenance/);
		expect(error?.description).toContain(calls[0].headers['im-correlationid']);
	});

	it('are not repeated when XI refuses them', async () => {
		bench.xi.faults.add({
			kind: 'status',
			status: 400,
			times: Infinity,
			body: {
				errors: [
					{
						id: 'abc-1',
						type: '/errors/validation-failed',
						message: 'Validation failed',
						fields: [{ field: 'quantityRequested', value: '0', message: 'must be positive' }],
					},
				],
			},
			match: { endpoint: PRICES },
		});
		const { items } = await bench.run(PRICE_OF_SKU, [{ sku: '4A0036' }], goesOn);
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(1);
		expect(items[0].json).toEqual({
			error: 'Validation failed – quantityRequested: must be positive (0) [item 0]',
			details: {
				item: 0,
				reason: 'refused',
				status: 400,
				endpoint: `POST ${PRICES}`,
				correlationId: bench.xi.requestsTo(PRICES)[0].headers['im-correlationid'],
				remedy: 'Correct the value named here and run again',
				type: '/errors/validation-failed',
				id: 'abc-1',
				fields: [{ field: 'quantityRequested', value: '0', message: 'must be positive' }],
			},
		});
	});

	it('do not follow an answer to another address', async () => {
		bench.xi.faults.add({
			kind: 'status',
			status: 302,
			headers: { location: `${bench.xi.url}/elsewhere` },
			match: { endpoint: PRICES },
		});
		const { error } = await bench.run(PRICE_OF_SKU, [{ sku: '4A0036' }]);
		expect(error).toBeDefined();
		expect(bench.xi.requests.map(({ path }) => path)).not.toContain('/elsewhere');
	});

	it('say that nothing can be reached when nothing can', async () => {
		const credential = await bench.engine.addCredential('http://127.0.0.1:1');
		const { error } = await bench.run(PRICE_OF_SKU, [{ sku: '4A0036' }], { credential });
		expect(error?.message).toBe('Ingram Micro cannot be reached [item 0]');
		expect(error?.description).toContain('ECONNREFUSED');
	});
});

describe('the rate limit', () => {
	const bench = useBench({ callsPerWindow: 3, windowSeconds: 60 });
	const eight = () =>
		Array.from({ length: 8 }, (_, n) => ({
			sku: bench.xi.products[n].ingramPartNumber,
			account: '20-222222',
		}));
	const oneCallEach = {
		...PRICE_OF_SKU,
		productDetails: { quantityRequested: '={{ $itemIndex + 1 }}' },
		product: { __rl: true, mode: 'ingramPartNumber', value: '4A0036' },
	};

	it('ends an item with the time to come back when the wait would be longer than allowed', async () => {
		const { items } = await bench.run(
			{ ...oneCallEach, options: { maxWaitSeconds: 2 } },
			eight(),
			goesOn,
		);
		expect(items).toHaveLength(8);
		const refused = items.filter(({ json }) => json.error !== undefined);
		expect(refused).toHaveLength(5);
		for (const { json } of refused) {
			expect(json.error).toMatch(/the next one should not go out before \d{4}-\d\d-\d\dT/);
			expect(json.details).toMatchObject({ reason: 'rateLimited', retryAt: expect.any(String) });
		}
		// Known in advance from the headers, so no call is wasted on being refused.
		expect(bench.xi.requestsTo(PRICES).map(({ status }) => status)).toEqual([200, 200, 200]);
	});

	it('does not hold up an execution that was stopped', async () => {
		const started = Date.now();
		const { run } = await bench.run(oneCallEach, eight(), { stopAfterMs: 1_500 });
		expect(run.status).toBe('canceled');
		expect(Date.now() - started).toBeLessThan(10_000);
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(3);
		// Whatever was waiting has stopped as well.
		await new Promise((resolve) => setTimeout(resolve, 1_000));
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(3);
	});
});

describe('items under On Error', () => {
	const bench = useBench();
	const input = [
		{ sku: '4A0036', row: 1 },
		{ sku: '', row: 2 },
		{ sku: '123512', row: 3 },
	];

	it('Stop: the error is n8n’s own type and names the item', async () => {
		const { error, items } = await bench.run(PRICE_OF_SKU, input);
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: 'No product is given [item 1]',
			context: { itemIndex: 1 },
		});
	});

	it('Continue: good and failed items leave by the one output, in order', async () => {
		const { items, failed } = await bench.run(PRICE_OF_SKU, input, goesOn);
		expect(items.map((item) => [pairedWith(item), item.json.error !== undefined])).toEqual([
			[0, false],
			[1, true],
			[2, false],
		]);
		expect(failed).toEqual([]);
	});

	it('Continue (using error output): failed items leave by the error output with their input’s fields', async () => {
		const { items, failed } = await bench.run(PRICE_OF_SKU, input, {
			onError: 'continueErrorOutput',
		});
		expect(items.map(pairedWith)).toEqual([0, 2]);
		expect(failed).toHaveLength(1);
		expect(failed[0].json).toMatchObject({
			row: 2,
			error: 'No product is given [item 1]',
			message: { item: 1, reason: 'badInput' },
		});
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'%s: a broken credential fails every item and passes no input on as a result',
		async (onError) => {
			const credential = { id: 'none', name: 'None', type: '' };
			const { items, failed } = await bench.run(PRICE_OF_SKU, input, { onError, credential });
			const errors = onError === 'continueErrorOutput' ? failed : items;
			expect(errors).toHaveLength(3);
			for (const { json } of errors) expect(json.error).toMatch(/No credential with the ID none/);
		},
	);

	it('Retry On Fail does not run the node again for good items', async () => {
		await bench.run(PRICE_OF_SKU, [{ sku: '4A0036' }], { retryOnFail: true, maxTries: 3 });
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(1);
	});
});

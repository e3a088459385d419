import { BAD_SEARCHES } from '../../nodes/IngramMicroQuotes/badQuotes.mts';
import { GOES_ON, jsonOf } from '../orders/support.mts';
import { byQuoteNumber, QUOTE_DETAILS, QUOTE_SEARCH, QUOTES, quotesOf } from './support.mts';
import { pairedWith, useBench } from '../support.mts';

const bench = useBench({ products: 0 });
const run = quotesOf(bench);

const DAY_MS = 86_400_000;
const dayAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
const namesIn = (items: Array<{ json: { quoteName?: unknown } }>) =>
	items.map(({ json }) => json.quoteName);

describe('Get Many Quotes', () => {
	const search = { operation: 'getMany', returnAll: false, limit: 50, filters: {} };

	it('sends every filter and sorting, the range as one text, and the person', async () => {
		const [from, to] = [dayAgo(300), dayAgo(1)];
		const { error } = await run(
			{
				...search,
				limit: 7,
				filters: {
					endUserContact: 'JD Enterprises & Co',
					quoteCreateDate: { range: { from: `${from}T00:00:00`, to: `${to}T00:00:00` } },
					quoteName: 'Test',
					quoteNumber: '10985',
					specialBidNumber: '9638445-1880',
					status: 'Ready to Order',
					vendorName: 'Cisco',
				},
				sort: { sortBy: 'quoteNumber', sortingOrder: 'asc' },
			},
			[{}],
		);
		expect(error).toBeUndefined();
		const [{ query, headers, status }] = bench.xi.requestsTo(QUOTE_SEARCH);
		expect(status).toBe(404);
		expect(headers['im-customercontact']).toBe('buyer@example.com');
		expect([...query].sort()).toEqual([
			['endUserContact', 'JD Enterprises & Co'],
			['pageNumber', '1'],
			['pageSize', '7'],
			['quoteCreateDate-bt', `${from},${to}`],
			['quoteName', 'Test'],
			['quoteNumber', '10985'],
			['sortBy', 'quoteNumber'],
			['sortingOrder', 'asc'],
			['specialBidNumber', '9638445-1880'],
			['status', 'Ready to Order'],
			['vendorName', 'Cisco'],
		]);
	});

	it('finds those of the last 30 days; older ones by a range', async () => {
		const { items } = await run(search, [{}]);
		expect(namesIn(items)).toEqual(['Cisco with vendor fields', 'Q3', 'Test Quote - 999', 'Test1']);
		expect(items[2].json).toEqual({
			quoteNumber: 'QUO-10985-C4C3F7',
			quoteName: 'Test Quote - 999',
			quoteStatus: 'active',
			quoteTotal: expect.any(Number),
			currencyCode: 'USD',
			endUserName: 'JD Enterprises',
			vendorName: expect.any(String),
			ingramQuoteDate: dayAgo(10),
			lastModifiedDate: dayAgo(2),
			ingramQuoteExpiryDate: null,
		});
		const filters = { quoteCreateDate: { range: { from: dayAgo(60), to: dayAgo(30) } } };
		const older = await run({ ...search, filters }, [{}]);
		expect(namesIn(older.items)).toEqual(['Test1', 'MSJ Singapore Test 02']);
	});

	it.each(['number', 'string', 'null', 'missing', 'varying'] as const)(
		'returns all of 2,350 quotes, each once, with a count that is: %s',
		async (recordsFound) => {
			bench.xi.quirks.recordsFound = recordsFound;
			const numbers = bench.xi.addQuotes(2_350);
			const filters = { quoteName: 'SEED-' };
			const { items, error } = await run({ ...search, filters, returnAll: true }, [{}]);
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.quoteNumber)).toEqual(numbers.toReversed());
			expect(items.every((item) => pairedWith(item) === 0)).toBe(true);
			const [{ query }] = bench.xi.requestsTo(QUOTE_SEARCH);
			expect(Object.fromEntries(query)).toMatchObject({ pageNumber: '1', pageSize: '100' });
		},
	);

	it('returns as many as Limit says, sorted as asked', async () => {
		const numbers = bench.xi.addQuotes(230);
		const { items } = await run(
			{ ...search, limit: 130, filters: { quoteName: 'SEED-' }, sort: { sortingOrder: 'asc' } },
			[{}],
		);
		expect(items.map(({ json }) => json.quoteNumber)).toEqual(numbers.slice(0, 130));
		expect(bench.xi.requestsTo(QUOTE_SEARCH)).toHaveLength(2);
	});

	it('gives nothing for nothing found, and goes on with the next item', async () => {
		const { items, error } = await run(
			{ ...search, filters: { quoteNumber: '={{ $json.number }}' } },
			[{ number: 'NONE' }, { number: '10985' }],
		);
		expect(error).toBeUndefined();
		expect(items.map((item) => [item.json.quoteNumber, pairedWith(item)])).toEqual([
			['QUO-10985-C4C3F7', 1],
		]);
	});

	it.each(BAD_SEARCHES)('refuses %j, and sends nothing', async (given, message) => {
		const stopped = await run({ ...search, ...given }, [{}]);
		const { items } = await run({ ...search, ...given }, [{}], GOES_ON);
		expect(stopped.error?.message.replace(/ \[item 0\]$/, '')).toMatch(message);
		expect(jsonOf(items)).toEqual([
			{
				error: stopped.error?.message,
				details: expect.objectContaining({ item: 0, reason: 'badInput' }),
			},
		]);
		expect(bench.xi.requests).toEqual([]);
	});

	it.each([
		[{}, 'holds no list of quotes'],
		[{ recordsFound: 7, quotes: [] }, 'broke the list off after 0 of 7 results'],
	])('does not take %j for nothing found', async (body, problem) => {
		bench.xi.faults.add({ kind: 'status', status: 200, body, match: { endpoint: QUOTE_SEARCH } });
		const { error } = await run({ operation: 'getMany' }, [{}]);
		expect(error?.message).toContain(problem);
	});

	it('wants to know for whom it is made, before anything is sent', async () => {
		const credential = await bench.engine.addCredential(bench.xi.url, { customerContact: '' });
		const { error } = await run(search, [{}], { credential });
		expect(error?.message).toBe(
			"'Customer Contact' is empty, and this operation is made in the name of a person [item 0]",
		);
		expect(bench.xi.requests).toEqual([]);
		const options = { customerContact: 'anna@example.com' };
		const own = await run({ ...search, options }, [{}], { credential });
		expect(own.items).toHaveLength(4);
		const [{ headers }] = bench.xi.requestsTo(QUOTE_SEARCH);
		expect(headers['im-customercontact']).toBe('anna@example.com');
	});
});

describe('Get Quote', () => {
	const get = { operation: 'get', quote: byQuoteNumber('={{ $json.number }}') };
	const number = 'QUO-10926-Y8G1B3';

	it('reads a quote', async () => {
		const { items } = await run(get, [{ number }]);
		expect(bench.xi.requestsTo(QUOTE_DETAILS)[0].path).toBe(`/resellers/v6/quotes/${number}`);
		expect(items).toHaveLength(1);
		expect(items[0].json).toMatchObject({
			quoteNumber: number,
			quoteName: 'Q3',
			quoteStatus: 'active',
			endUserName: 'End User3',
			quoteTotal: expect.any(Number),
			ingramQuoteExpiryDate: null,
		});
		expect(items[0].json.products).toHaveLength(2);
		expect(items[0].json).not.toHaveProperty('legalTerms');
		const raw = await run({ ...get, output: 'raw' }, [{ number }]);
		expect(raw.items[0].json.legalTerms).toEqual(expect.any(String));
	});

	it('returns one item a product', async () => {
		const { items } = await run({ ...get, return: 'products' }, [{ number }]);
		expect(jsonOf(items)).toMatchObject([
			{ quoteNumber: number, ingramPartNumber: '123512', quantity: 2 },
			{ quoteNumber: number, ingramPartNumber: 'RX1000', quantity: 1 },
		]);
		const sum = items.reduce((total, { json }) => total + Number(json.extendedPrice), 0);
		const whole = await run(get, [{ number }]);
		expect(whole.items[0].json.quoteTotal).toBeCloseTo(sum, 2);
	});

	it('fails an item of which there is none, in XI’s words, and reads the others', async () => {
		const { items } = await run(get, [{ number: 'QUO-1-NONE' }, { number }], GOES_ON);
		expect(items.map(pairedWith)).toEqual([0, 1]);
		expect(items[0].json).toMatchObject({
			error: expect.stringContaining('quoteNumber: Quote not found'),
			details: { item: 0, status: 400 },
		});
		expect(items[1].json.quoteNumber).toBe(number);
	});

	it.each([204, 404])(
		'says that there is no such quote where XI says so with %i',
		async (status) => {
			bench.xi.faults.add({ kind: 'status', status, match: { endpoint: QUOTE_DETAILS } });
			const { error } = await run(get, [{ number }]);
			expect(error?.message).toBe(`Ingram Micro has no quote ${number} [item 0]`);
		},
	);

	it('reads 150 quotes for 150 items, each its own, in their order', async () => {
		const numbers = bench.xi.addQuotes(150);
		const { items, error } = await run(
			get,
			numbers.map((one) => ({ number: one })),
		);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.quoteNumber)).toEqual(numbers);
		expect(items.map(pairedWith)).toEqual(numbers.map((_, position) => position));
	});
});

describe('the list behind Quote', () => {
	const search = async (filter?: string, token?: string, credential = bench.credential) =>
		await bench.engine.search(credential, 'searchQuotes', filter, token, {}, QUOTES);

	it('shows the latest first, page after page, to its end', async () => {
		const numbers = bench.xi.addQuotes(80).toReversed();
		const first = await search();
		const second = await search(undefined, first.paginationToken);
		expect([first, second].flatMap(({ results }) => results.map(({ value }) => value))).toEqual([
			...numbers,
			'QUO-14551943-D2Y9L9',
			'QUO-10926-Y8G1B3',
			'QUO-10985-C4C3F7',
			'QUO-10637-W4M3G1',
		]);
		expect(second.paginationToken).toBeUndefined();
		expect(bench.xi.requestsTo(QUOTE_SEARCH)[0].query).toContainEqual(['sortBy', 'createdDate']);
	});

	it.each([
		['10985-c4', 1],
		['test quote', 1],
		['JD Enterprises', 1],
		['nobody', 0],
	])('searches by number, name or end user: %s', async (filter, count) => {
		const { results } = await search(filter);
		expect(results).toHaveLength(count);
		if (count > 0) {
			expect(results[0].name).toMatch(
				/^QUO-10985-C4C3F7 – Test Quote - 999 – JD Enterprises – Active – \d+\.\d\d USD$/,
			);
		}
	});

	it('says what is missing where the credential names no person', async () => {
		const nobody = await bench.engine.addCredential(bench.xi.url, { customerContact: '' });
		await expect(search(undefined, undefined, nobody)).rejects.toThrow(
			"'Customer Contact' is empty, and this operation is made in the name of a person",
		);
		expect(bench.xi.requests).toEqual([]);
	});
});

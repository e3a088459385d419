import type { Fault, QuoteEvent } from '../../../simulator/index.mts';
import { BAD_QUOTES, LEAST } from '../../nodes/IngramMicroQuotes/badQuotes.mts';
import { AMBIGUOUS, LOST } from '../lostAnswers.mts';
import { GOES_ON, jsonOf } from '../orders/support.mts';
import {
	CREATE_NAMED,
	CREATE_QUOTE,
	productsOf,
	QUOTE_DETAILS,
	QUOTE_SEARCH,
	quotesOf,
	WHOLE_END_USER,
} from './support.mts';
import { ACCOUNT, pairedWith, useBench } from '../support.mts';

const bench = useBench({ products: 0, quoteDelaySeconds: 0 });
const run = quotesOf(bench);

const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } as const;

const strike = (endpoint: string, fault: Fault) =>
	bench.xi.faults.add({ ...fault, match: { endpoint } });
const callsTo = (endpoint: string) => bench.xi.requestsTo(endpoint).length;
/** The quotes that this test made, as far as XI has them. */
const quotesNamed = (name: string) => bench.xi.quotes.filter(({ quoteName }) => quoteName === name);

describe('Create Quote', () => {
	it('sends everything, and gives the number and what XI says', async () => {
		const events: QuoteEvent[] = [];
		bench.xi.onQuoteEvent((event) => events.push(event));
		const { items, error } = await run(
			{
				operation: 'create',
				quoteName: 'Whole',
				products: {
					product: [
						{
							ingramPartNumber: { __rl: true, mode: 'ingramPartNumber', value: 'DF4128' },
							quantity: 2,
							additionalFields: {
								customerLineNumber: '3',
								lineLevelNotes: 'note',
								pricingType: 'y',
								specialBid: 'BID',
							},
						},
						{
							quantity: 1,
							ingramPartNumber: { __rl: true, mode: 'vendorPartNumber', value: 'E2016HV' },
						},
					],
				},
				dealId: '7499800',
				endUserInfo: WHOLE_END_USER,
				additionalFields: {
					CustomerContact: 'jane@example.com',
					customerNeed: 'need',
					firstname: 'Jane',
					lastname: 'Doe',
					pricingType: 'y',
					quoteExpiryDate: '2099-04-30T00:00:00',
					sendQuoteCopy: ['a@example.com', 'b@example.com'],
				},
			},
			[{}],
		);
		expect(error).toBeUndefined();
		const [{ body }] = bench.xi.requestsTo(CREATE_QUOTE);
		expect(body).toEqual({
			quoteName: 'Whole',
			dealId: '7499800',
			CustomerContact: 'jane@example.com',
			customerNeed: 'need',
			firstname: 'Jane',
			lastname: 'Doe',
			pricingType: 'y',
			quoteExpiryDate: '04/30/2099',
			sendQuoteCopy: 'a@example.com,b@example.com',
			endUserInfo: WHOLE_END_USER,
			products: [
				{
					ingramPartNumber: 'DF4128',
					quantity: '2',
					customerLineNumber: '3',
					lineLevelNotes: 'note',
					pricingType: 'y',
					specialBid: 'BID',
				},
				{ vendorPartNumber: 'E2016HV', quantity: '1' },
			],
		});
		const [made] = quotesNamed('Whole');
		expect(jsonOf(items)).toEqual([
			{
				outcome: 'created',
				account: ACCOUNT,
				quoteNumber: made.quoteNumber,
				quoteName: 'Whole',
				message: expect.stringContaining('under process'),
			},
		]);
		expect(made).toMatchObject({
			status: 'Ready To Order',
			lines: [{ quantity: 2 }, { quantity: 1 }],
		});
		expect(events.map(({ kind, quote }) => [kind, quote.quoteNumber])).toEqual([
			['quote_created', made.quoteNumber],
		]);
	});

	it('makes a quote for each item, with its own list of products, in their order', async () => {
		const { items } = await run(
			{ ...CREATE_NAMED, productsFrom: 'list', productsList: '={{ $json.products }}' },
			['A', 'B', 'C'].map((name, position) => ({
				name,
				products: [{ ingramPartNumber: 'DF4128', quantity: position + 1, colour: 'red' }],
			})),
		);
		expect(items.map(({ json }) => json.quoteName)).toEqual(['A', 'B', 'C']);
		expect(items.map(pairedWith)).toEqual([0, 1, 2]);
		expect(['A', 'B', 'C'].map((name) => quotesNamed(name)[0].lines[0].quantity)).toEqual([
			1, 2, 3,
		]);
	});

	it('makes two quotes of one name where two are asked for', async () => {
		const { items, error } = await run(CREATE_NAMED, [{ name: 'Twin' }, { name: 'Twin' }]);
		expect(error).toBeUndefined();
		const numbers = quotesNamed('Twin').map(({ quoteNumber }) => quoteNumber);
		expect(numbers).toHaveLength(2);
		expect(items.map(({ json }) => json.quoteNumber)).toEqual(numbers);
		const again = await run(CREATE_NAMED, [{ name: 'Twin' }]);
		expect(again.items[0].json.outcome).toBe('created');
		expect(quotesNamed('Twin')).toHaveLength(3);
	});

	it('asks for what a deal is configured to', async () => {
		const { items } = await run({ ...CREATE_NAMED, products: {}, dealId: '7499800' }, [
			{ name: 'CTO' },
		]);
		expect(bench.xi.requestsTo(CREATE_QUOTE)[0].body).toEqual({
			quoteName: 'CTO',
			dealId: '7499800',
		});
		expect(items[0].json.quoteNumber).toBe(quotesNamed('CTO')[0].quoteNumber);
	});

	it('only shows the request where that is asked for', async () => {
		const { items } = await run({ ...CREATE_NAMED, previewOnly: true }, [{ name: 'P' }]);
		expect(items[0].json).toMatchObject({
			preview: true,
			method: 'POST',
			url: `${bench.xi.url}${CREATE_QUOTE}`,
			headers: { 'IM-CustomerContact': 'buyer@example.com' },
			body: { quoteName: 'P', products: [{ ingramPartNumber: 'DF4128', quantity: '1' }] },
		});
		expect(bench.xi.requests).toEqual([]);
	});

	it.each(BAD_QUOTES)('refuses %j, and sends nothing', async (given, message) => {
		// n8n itself asks for what is left blank; an expression may still give nothing.
		const blank = Object.entries(given).map(([name, value]) => [
			name,
			value === '' ? "={{ '' }}" : value,
		]);
		const parameters = { operation: 'create', ...LEAST, ...Object.fromEntries(blank) } as never;
		const stopped = await run(parameters, [{}]);
		const { items } = await run(parameters, [{}], GOES_ON);
		expect(stopped.error?.message.replace(/ \[item 0\]$/, '')).toMatch(message);
		expect(jsonOf(items)).toEqual([
			{
				error: stopped.error?.message,
				details: expect.objectContaining({ item: 0, reason: 'badInput' }),
			},
		]);
		expect(bench.xi.requests).toEqual([]);
	});

	it('sends nothing at all where one of the items is wrong and the node stops', async () => {
		const { error } = await run(CREATE_NAMED, [{ name: 'Good' }, { name: '' }]);
		expect(error?.message).toBe("'Quote Name' is empty [item 1]");
		expect(bench.xi.requests).toEqual([]);
		const { items } = await run(CREATE_NAMED, [{ name: 'Good' }, { name: '' }], GOES_ON);
		expect(items.map(({ json }) => json.quoteName ?? json.error)).toEqual([
			'Good',
			"'Quote Name' is empty [item 1]",
		]);
	});
});

describe('an ambiguous failure of a new quote', () => {
	it.each(AMBIGUOUS)('that XI took is found, not sent again: %j', async (fault) => {
		strike(CREATE_QUOTE, fault);
		const { items, error } = await run(CREATE_NAMED, [{ name: 'One' }, { name: 'Two' }]);
		expect(error).toBeUndefined();
		const [one] = quotesNamed('One');
		expect(jsonOf(items)).toEqual([
			{
				outcome: 'already there',
				account: ACCOUNT,
				quoteNumber: one.quoteNumber,
				quoteName: 'One',
				message: null,
			},
			expect.objectContaining({ outcome: 'created', quoteName: 'Two' }),
		]);
		expect(callsTo(CREATE_QUOTE)).toBe(2);
		expect(bench.xi.quotes.filter(({ quoteName }) => /^(One|Two)$/.test(quoteName))).toHaveLength(
			2,
		);
	});

	it.each(LOST)('that XI did not take is unknown, with what to do: %j', async (fault) => {
		strike(CREATE_QUOTE, fault);
		const { items } = await run(CREATE_NAMED, [{ name: 'Lost' }], GOES_ON);
		const [{ headers }] = bench.xi.requestsTo(CREATE_QUOTE);
		expect(jsonOf(items)).toEqual([
			{
				error: expect.stringMatching(
					/^It is not known what became of quote Lost: .* Ingram Micro has no new quote with this name and these products\. \[item 0\]$/,
				),
				details: expect.objectContaining({
					item: 0,
					reason: 'unknown',
					endpoint: `POST ${CREATE_QUOTE}`,
					correlationId: headers['im-correlationid'],
					remedy: expect.stringContaining('Wait for the event of this quote'),
				}),
			},
		]);
		expect(callsTo(CREATE_QUOTE)).toBe(1);
		expect(quotesNamed('Lost')).toEqual([]);
	});

	it('never takes a quote that was there before for ours', async () => {
		await run(CREATE_NAMED, [{ name: 'Daily' }]);
		strike(CREATE_QUOTE, { kind: 'reset' });
		const { items } = await run(CREATE_NAMED, [{ name: 'Daily' }], GOES_ON);
		expect(items[0].json.error).toMatch(/^It is not known what became of quote Daily/);
		strike(CREATE_QUOTE, { kind: 'commitThenReset' });
		const next = await run(CREATE_NAMED, [{ name: 'Daily' }]);
		expect(quotesNamed('Daily')).toHaveLength(2);
		expect(next.items[0].json).toMatchObject({
			outcome: 'already there',
			quoteNumber: quotesNamed('Daily')[1].quoteNumber,
		});
	});

	it('never takes the quote of another item of the run for ours', async () => {
		const input = [{ name: 'Twin' }, { name: 'Twin' }];
		bench.xi.faults.add({ kind: 'reset', match: { endpoint: CREATE_QUOTE, after: 1 } });
		const { items } = await run(CREATE_NAMED, input, GOES_ON);
		expect(items[0].json.outcome).toBe('created');
		expect(items[1].json.error).toMatch(/^It is not known what became of quote Twin/);
		expect(quotesNamed('Twin')).toHaveLength(1);
	});

	it('never takes a new quote with other products, or a longer name, for ours', async () => {
		strike(CREATE_QUOTE, { kind: 'hang' });
		const running = run(CREATE_NAMED, [{ name: 'Mine' }], GOES_ON);
		while (callsTo(CREATE_QUOTE) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
		bench.xi.addQuotes(1, {
			prefix: 'Mine ',
			lines: [{ ingramPartNumber: 'DF4128', quantity: 1 }],
		});
		const other = await run({ ...CREATE_NAMED, products: productsOf('123512') }, [
			{ name: 'Mine' },
		]);
		expect(other.items[0].json.outcome).toBe('created');
		const { items } = await running;
		expect(items[0].json.error).toMatch(/no new quote with this name and these products/);
	});

	it('says so where the quote that is there cannot be compared', async () => {
		strike(CREATE_QUOTE, { kind: 'commitThenReset' });
		strike(QUOTE_DETAILS, { kind: 'status', status: 400 });
		const { items } = await run(CREATE_NAMED, [{ name: 'Unread' }], GOES_ON);
		const [{ quoteNumber }] = quotesNamed('Unread');
		expect(items[0].json.error).toContain(
			`Ingram Micro has quotes with this name that could not be compared: ${quoteNumber}`,
		);
		expect(callsTo(CREATE_QUOTE)).toBe(1);
	});

	it('sends nothing where it cannot be seen beforehand what is there', async () => {
		strike(QUOTE_SEARCH, { kind: 'status', status: 400 });
		const { items } = await run(CREATE_NAMED, [{ name: 'Blind' }], GOES_ON);
		expect(items[0].json.error).toEqual(expect.any(String));
		expect(callsTo(CREATE_QUOTE)).toBe(0);
	});

	it.each(AMBIGUOUS)('is not sent again by Retry On Fail: %j', async (fault) => {
		strike(CREATE_QUOTE, fault);
		// The look after it fails as well, so that n8n runs the node again.
		bench.xi.faults.add({
			kind: 'status',
			status: 400,
			times: 1,
			match: { endpoint: QUOTE_DETAILS },
		});
		const { items, error } = await run(CREATE_NAMED, [{ name: 'Again' }], RETRY);
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({
			outcome: 'already there',
			quoteNumber: quotesNamed('Again')[0].quoteNumber,
		});
		expect(callsTo(CREATE_QUOTE)).toBe(1);
		expect(quotesNamed('Again')).toHaveLength(1);
	});

	it.each(LOST)('is not sent again by Retry On Fail where it was lost: %j', async (fault) => {
		strike(CREATE_QUOTE, fault);
		const { error } = await run(CREATE_NAMED, [{ name: 'Gone' }], RETRY);
		expect(error?.message).toMatch(/^It is not known what became of quote Gone/);
		expect(callsTo(CREATE_QUOTE)).toBe(1);
	});

	it.each<[string, Fault]>([
		['XI is busy', { kind: 'tooMany' }],
		['the token was taken back', { kind: 'revokeToken' }],
	])('is sent again where it is certain that nothing happened: %s', async (_what, fault) => {
		strike(CREATE_QUOTE, fault);
		const { items } = await run(CREATE_NAMED, [{ name: 'Sure' }]);
		expect(items[0].json.outcome).toBe('created');
		expect(quotesNamed('Sure')).toHaveLength(1);
	});
});

describe('a quote that XI refuses', () => {
	const refused: Fault = {
		kind: 'status',
		status: 400,
		body: { errors: [{ message: 'Not today' }] },
	};

	it('is told in XI’s words, also where the name was used before', async () => {
		for (const name of ['New', 'Old', 'Old']) {
			if (name === 'Old') await run(CREATE_NAMED, [{ name }]);
			strike(CREATE_QUOTE, refused);
			const { items } = await run(CREATE_NAMED, [{ name }], GOES_ON);
			expect(items[0].json).toMatchObject({
				error: expect.stringMatching(/Not today.*\[item 0\]$/),
				details: { reason: 'refused', status: 400 },
			});
			expect(items[0].json.error).not.toMatch(/exists already/);
		}
	});
});

describe('a quote that XI makes a little later', () => {
	it('is found by a later look', async () => {
		strike(CREATE_QUOTE, { kind: 'commitThenReset' });
		bench.xi.faults.add({
			kind: 'status',
			status: 404,
			times: 1,
			match: { endpoint: QUOTE_SEARCH, after: 1 },
		});
		const options = { lookSeconds: 1 };
		const { items } = await run({ ...CREATE_NAMED, options }, [{ name: 'Late' }]);
		expect(items[0].json.outcome).toBe('already there');
		expect(callsTo(QUOTE_SEARCH)).toBeGreaterThan(2);
		expect(callsTo(CREATE_QUOTE)).toBe(1);
	});
});

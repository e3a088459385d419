import type { AxiosInstance } from 'axios';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import {
	complaints,
	connect,
	detailsEndpoint,
	http,
	prices,
	pricesEndpoint,
	searchEndpoint,
} from './support.mts';

let simulator: Simulator;
let client: AxiosInstance;
beforeAll(async () => {
	simulator = await startSimulator({ products: 100, callsPerWindow: 0 });
	client = await connect(simulator);
});
afterAll(async () => await simulator.close());

describe('headers', () => {
	const search = async (headers: Record<string, string | null>) =>
		await client.get(searchEndpoint, { headers });

	it('are echoed', async () => {
		const { headers } = await search({ 'IM-SenderID': 'n8n' });
		expect(headers).toMatchObject({
			'im-correlationid': '0123456789abcdef0123456789abcdef',
			'im-countrycode': 'US',
			'im-senderid': 'n8n',
		});
	});

	it('that are missing are named all at once, in the words of the samples', async () => {
		const answer = await search({
			'IM-CustomerNumber': null,
			'IM-CountryCode': null,
			'IM-CorrelationID': null,
		});
		expect(answer.status).toBe(400);
		expect(answer.data.errors[0]).toMatchObject({
			id: expect.any(String),
			type: '/errors/validation-failed',
			message: 'Validation failed',
		});
		expect(answer.data.errors[0].fields[0]).toEqual({
			field: 'IM-CustomerNumber',
			message: 'Required field is missing',
		});
		expect(complaints(answer)).toEqual(['IM-CustomerNumber', 'IM-CountryCode', 'IM-CorrelationID']);
	});

	it.each([
		['IM-CorrelationID', '01234567-89ab-cdef-0123-456789abcdef'],
		['IM-CustomerNumber', '20-2222222222'],
		['IM-CustomerNumber', '20222222'],
		['IM-CountryCode', 'USA'],
		['IM-CountryCode', '1A'],
		['IM-SenderID', 'x'.repeat(33)],
		['IM-CustomerContact', 'x'.repeat(65)],
		['IM-ApplicationID', 'x'.repeat(33)],
	])('%s: %s is refused', async (name, value) => {
		const answer = await search({ [name]: value });
		expect(answer.status).toBe(400);
		expect(complaints(answer)).toEqual([name]);
	});

	it('may be as long as allowed', async () => {
		const answer = await search({
			'IM-SenderID': 'x'.repeat(32),
			'IM-CustomerContact': 'x'.repeat(64),
			'IM-ApplicationID': 'x'.repeat(32),
		});
		expect(answer.status).toBe(200);
	});

	it('that XI does not know are refused', async () => {
		const answer = await search({ 'IM-Customer-Number': '20-222222' });
		expect(complaints(answer)).toEqual(['im-customer-number']);
	});

	it('must name an account of the app, in its country', async () => {
		const stranger = await search({ 'IM-CustomerNumber': '20-999999' });
		expect(stranger.status).toBe(500);
		expect(stranger.data.faultcode).toBe('Server');
		expect(stranger.data.faultstring).toMatch(/^Invalid customer number\. /);
		expect((await search({ 'IM-CountryCode': 'DE' })).status).toBe(400);
		const german = { 'IM-CustomerNumber': '30-333333', 'IM-CountryCode': 'DE' };
		expect((await search(german)).status).toBe(200);
	});
});

describe('queries', () => {
	it.each([
		['pageSize=101', 'pageSize'],
		['pageSize=0', 'pageSize'],
		['pageSize=ten', 'pageSize'],
		['pageNumber=0', 'pageNumber'],
		['pagenumber=1', 'pagenumber'],
		['pageSize=10&pageSize=10', 'pageSize'],
		['type=physical', 'type'],
		['hasDiscounts=True', 'hasDiscounts'],
		['showGroupInfo=1', 'showGroupInfo'],
		['keyword=', 'keyword'],
		['vendor=HP,DELL', 'vendor'],
		['vendor[]=HP', 'vendor[]'],
		['size=10', 'size'],
	])('of search: %s is refused', async (query, field) => {
		const answer = await client.get(`${searchEndpoint}?${query}`);
		expect(answer.status).toBe(400);
		expect(complaints(answer)).toEqual([field]);
	});

	it('of price and availability need both switches, as true or false', async () => {
		const products = [{ ingramPartNumber: '4A0036' }];
		expect(complaints(await prices(client, { products }, ''))).toEqual([
			'includeAvailability',
			'includePricing',
		]);
		expect(
			complaints(await prices(client, { products }, 'includeAvailability=yes&includePricing=1')),
		).toEqual(['includeAvailability', 'includePricing']);
	});

	it('of details need one of three, and are refused in the other form', async () => {
		const answer = await client.get(detailsEndpoint);
		expect(answer.status).toBe(400);
		expect(answer.data.errors[0].traceid).toEqual(expect.any(String));
		expect(answer.data.errors[0].id).toBeUndefined();
		expect((await client.get(`${detailsEndpoint}/4A0036?planId=1`)).status).toBe(400);
	});
});

describe('bodies', () => {
	const product = { ingramPartNumber: '4A0036' };

	it.each([
		['no products', {}, 'products'],
		['an empty list', { products: [] }, 'products'],
		['51 products', { products: Array(51).fill(product) }, 'products'],
		['an unknown field', { products: [product], product }, 'product'],
		['an unknown inner field', { products: [{ ...product, planId: '1' }] }, 'products[0].planId'],
		[
			'a number for text',
			{ products: [product, { ...product, quantityRequested: 1 }] },
			'products[1].quantityRequested',
		],
		[
			'a quantity that is none',
			{ products: [{ ...product, quantityRequested: 'two' }] },
			'products[0].quantityRequested',
		],
		[
			'text for a boolean',
			{ products: [product], showAvailableDiscounts: 'true' },
			'showAvailableDiscounts',
		],
		['a product without a number', { products: [{ quantityRequested: '1' }] }, 'products[0]'],
		[
			'an object for a list',
			{ products: [product], availabilityByWarehouse: { availabilityByWarehouseId: '40' } },
			'availabilityByWarehouse',
		],
		['a list for the body', [product], 'body'],
	])('with %s are refused', async (_what, body, field) => {
		const answer = await prices(client, body);
		expect(answer.status).toBe(400);
		expect(complaints(answer)).toEqual([field]);
	});

	it('may have 50 products', async () => {
		expect((await prices(client, { products: Array(50).fill(product) })).status).toBe(200);
	});

	it('must be JSON and say so', async () => {
		const headers = { 'Content-Type': 'text/plain' };
		const url = `${pricesEndpoint}?includeAvailability=true&includePricing=true`;
		expect(complaints(await client.post(url, '{}', { headers }))).toEqual(['Content-Type']);
		const json = { 'Content-Type': 'application/json' };
		expect(complaints(await client.post(url, '{"products":', { headers: json }))).toEqual(['body']);
	});

	it('are refused together with headers and query, one entry each', async () => {
		const answer = await client.post(
			`${pricesEndpoint}?includeAvailability=true&extra=1`,
			{ products: [{ ingramPartNumber: 1, wrong: true }] },
			{ headers: { 'IM-CorrelationID': 'x'.repeat(36) } },
		);
		expect(complaints(answer).sort()).toEqual([
			'IM-CorrelationID',
			'extra',
			'includePricing',
			'products[0].ingramPartNumber',
			'products[0].wrong',
		]);
	});
});

describe('the log', () => {
	it('keeps what was received and what was answered', async () => {
		simulator.clearRequests();
		await client.get(`/sandbox${detailsEndpoint}/${encodeURIComponent('4A/0036')}`);
		await client.get(`${searchEndpoint}?keyword=a&keyword=b%20c`);
		await prices(client, { products: [{ ingramPartNumber: '4A0036' }] });
		await client.get('/resellers/v6/nothing');

		expect(simulator.requests.map(({ endpoint, status }) => [endpoint, status])).toEqual([
			['/resellers/v6/catalog/details/{ingramPartNumber}', 404],
			[searchEndpoint, expect.any(Number)],
			[pricesEndpoint, 200],
			['/resellers/v6/nothing', 404],
		]);
		const [details, search, price] = simulator.requests;
		expect(details).toMatchObject({ sandbox: true, method: 'GET' });
		expect(search).toMatchObject({
			sandbox: false,
			query: [
				['keyword', 'a'],
				['keyword', 'b c'],
			],
		});
		expect(search?.headers['im-customernumber']).toBe('20-222222');
		expect(price?.body).toEqual({ products: [{ ingramPartNumber: '4A0036' }] });
		expect(price?.rawBody).toBe(JSON.stringify(price?.body));
		expect(simulator.requestsTo(pricesEndpoint)).toHaveLength(1);
		simulator.clearRequests();
		expect(simulator.requests).toHaveLength(0);
	});
});

describe('the rate limit', () => {
	it('counts for each endpoint, tells its state, and ends with the window', async () => {
		const limited = await startSimulator({ products: 0, callsPerWindow: 2, windowSeconds: 10 });
		try {
			const caller = await connect(limited);
			const first = await caller.get(searchEndpoint);
			expect(first.headers).toMatchObject({
				'x-ratelimit-limit': '2',
				'x-ratelimit-remaining': '1',
			});
			const reset = Number(first.headers['x-ratelimit-reset']);
			expect(reset * 1000).toBeGreaterThanOrEqual(Date.now() + 8000);
			expect(reset * 1000).toBeLessThanOrEqual(Date.now() + 11_000);

			const second = await caller.get(`${searchEndpoint}?wrong=1`);
			expect(second.status).toBe(400);
			expect(second.headers['x-ratelimit-remaining']).toBe('0');
			const third = await caller.get(`/sandbox${searchEndpoint}`);
			expect(third.status).toBe(429);
			expect(third.data).toEqual({ errors: [{ field: null, message: 'too many requests' }] });
			expect(third.headers['x-ratelimit-remaining']).toBe('0');
			expect(third.headers['x-ratelimit-reset']).toBe(String(reset));
			expect((await caller.get(`${detailsEndpoint}/4A0036`)).status).toBe(200);

			limited.advanceTime(10);
			expect((await caller.get(searchEndpoint)).status).toBe(200);
		} finally {
			await limited.close();
		}
	});

	it('sends no headers when there is none', async () => {
		const { headers } = await client.get(searchEndpoint);
		expect(headers['x-ratelimit-limit']).toBeUndefined();
	});
});

it('takes latency into account', async () => {
	const slow = await startSimulator({ products: 0, latencyMs: 80 });
	try {
		const begun = Date.now();
		await http.get(`${slow.url}${searchEndpoint}`);
		expect(Date.now() - begun).toBeGreaterThanOrEqual(75);
	} finally {
		await slow.close();
	}
});

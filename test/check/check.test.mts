import { countryNames } from '../../simulator/index.mts';
import { Engine } from '../engine/engine.mts';
import { accountAt, check, rowOf, withAccount } from './support.mts';

let engine: Engine;
beforeAll(async () => {
	engine = await Engine.start();
});

describe('the check of an account', () => {
	it.each(countryNames)(
		'finds all as expected in %s, and makes and ends an order',
		async (country) => {
			await withAccount({ country }, async (xi) => {
				const checked = await check(engine, accountAt(xi.url, country), { order: 'cancel' });
				expect(checked).toMatchObject({
					exitCode: 0,
					line: expect.stringMatching(/^As expected: 24 /),
				});
				expect(checked.told).not.toMatch(/differ|failed|To report/);
				expect(checked.told).toContain(`What is known of ${country}`);
				expect(rowOf(checked, 'Orders: Cancel')).toMatch(/ 1 +│ 200 /);
				expect(checked.steps).toBeGreaterThan(20);
				const made = xi.orders.filter(({ customerOrderNumber }) =>
					/^CHECK-/.test(customerOrderNumber),
				);
				expect(made.map(({ state }) => state)).toEqual(['cancelled']);
			});
		},
	);

	it('releases the order where that is wished, and makes none where nothing is', async () => {
		await withAccount({}, async (xi) => {
			const before = xi.orders.length;
			await check(engine, accountAt(xi.url));
			expect(xi.orders).toHaveLength(before);
			const writes = xi.requests.filter(
				({ method, endpoint }) => method !== 'GET' && /orders/.test(endpoint),
			);
			expect(writes).toEqual([]);
			await check(engine, accountAt(xi.url), { order: 'release' });
			expect(xi.orders.at(-1)).toMatchObject({ state: 'open' });
		});
	});

	it('tells of a call that fails, and goes on', async () => {
		await withAccount({}, async (xi) => {
			const answer = { errors: [{ id: '1', type: 'x', message: 'Internal Server Error' }] };
			const match = { endpoint: '/resellers/v6/deals/search' };
			xi.faults.add({ kind: 'status', status: 500, body: answer, times: Infinity, match });
			const checked = await check(engine, accountAt(xi.url));
			expect(checked).toMatchObject({ exitCode: 1 });
			expect(checked.line).toMatch(/1 operation failed, 0 differences; 1 operation could not/);
			expect(rowOf(checked, 'Deals: Get Many')).toMatch(/500 .*1 failed/);
			expect(rowOf(checked, 'Deals: Get')).toContain('not run: the account has no deal');
			expect(checked.told).toMatch(/Deals: Get Many failed \(500, \w+\): /);
			expect(rowOf(checked, 'Returns: Get')).toContain('as expected');
		});
	});

	it('tells of fields that are new, missing, of another type or spelt in another way', async () => {
		const quirks = { pricingInsideAvailability: true, recordsFound: 'string' } as const;
		await withAccount({ quirks }, async (xi) => {
			const match = { endpoint: '/resellers/v6/renewals/{renewalId}' };
			const body = { loyaltyPoints: 12, VENDOR: 'Example', vendor: undefined };
			xi.faults.add({ kind: 'commitThenAdd', body, times: Infinity, match });
			const checked = await check(engine, accountAt(xi.url));
			expect(checked).toMatchObject({ exitCode: 1 });
			expect(checked.told).toMatch(
				/Renewals: Get, .*: unknown field loyaltyPoints: number \(9\{2\}\)/,
			);
			expect(checked.told).toMatch(/other spelling VENDOR: text \(Aa\{6\}\), expected vendor/);
			expect(checked.told).toMatch(/Price and Availability, .*: missing field \[\]\.pricing: /);
			expect(checked.told).toMatch(/: unknown field \[\]\.availability\.pricing: object/);
			expect(checked.told).toMatch(/other type recordsFound: text .*, expected number/);
		});
	});

	it('tells of pages that are not full, and of records that come twice', async () => {
		const quirks = { shortPages: true, overlappingPages: true };
		await withAccount({ quirks, products: 1500 }, async (xi) => {
			const checked = await check(engine, accountAt(xi.url));
			expect(checked.told).toMatch(
				/Catalog: Get Many: page 1 has \d+ of \d+ records, and more follow/,
			);
		});
	});

	it('takes a token that ends in the middle, and an answer that is cut', async () => {
		await withAccount({}, async (xi) => {
			xi.faults.add({ kind: 'revokeToken', match: { endpoint: '/resellers/v6/invoices' } });
			const match = { endpoint: '/resellers/v6/returns/search' };
			xi.faults.add({ kind: 'html', times: Infinity, match });
			const checked = await check(engine, accountAt(xi.url));
			expect(rowOf(checked, 'Invoices: Get Many')).toMatch(/401, 200 .*as expected/);
			expect(rowOf(checked, 'Returns: Get Many')).toContain('1 failed');
			expect(checked.exitCode).toBe(1);
		});
	});

	it.each([
		['a wrong secret', { clientSecret: 'of-another-app' }],
		['an address where nothing is', { customBaseUrl: 'http://127.0.0.1:9' }],
	])('stops with 2 for %s, which it does not repeat', async (_, more) => {
		await withAccount({}, async (xi) => {
			const checked = await check(engine, accountAt(xi.url, 'US', more));
			expect(checked).toMatchObject({ exitCode: 2, line: expect.stringMatching(/gave no token/) });
			expect(checked.told + checked.line).not.toMatch(/of-another-app|simulator-secret/);
			expect(xi.requests.filter(({ endpoint }) => endpoint.startsWith('/resellers'))).toEqual([]);
		});
	});
});

import { range } from '../../nodes/support.mts';
import { GOES_ON } from '../orders/support.mts';
import { pairedWith, runnerOf, useBench } from '../support.mts';
import {
	allValuesOf,
	listOf,
	RENEWAL_DETAILS,
	RENEWAL_SEARCH,
	WHOLE_RENEWAL_FILTERS,
} from '../termsSupport.mts';

const NODE = 'ingramMicroRenewals';

const bench = useBench({ products: 200 });
const run = runnerOf(bench, NODE);
const byId = (value: string) => ({ __rl: true, mode: 'renewalId', value });
const search = { operation: 'getMany', returnAll: false, limit: 50, filters: {} };
const get = { operation: 'get', renewal: byId('={{ $json.renewal }}') };

/** A day, so many from today. */
const inDays = (days: number) =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('Get Many Renewals', () => {
	it('sends every filter in its place', async () => {
		const { error, items } = await run({
			...search,
			limit: 7,
			filters: WHOLE_RENEWAL_FILTERS,
		});
		expect(error).toBeUndefined();
		expect(items).toEqual([]);
		const [{ query, body, status }] = bench.xi.requestsTo(RENEWAL_SEARCH);
		expect(status).toBe(200);
		expect([...query].sort()).toEqual([
			['customerOrderNumber', 'PO-1'],
			['ingramPurchaseOrderNumber', '20-RD128'],
			['page', '1'],
			['serialNumber', '9517647541'],
			['size', '7'],
			['sort', 'expirationDate'],
		]);
		expect(body).toEqual({
			status: { OpporutinyStatus: { value: 'Closed', subStatus: 'Lost to competitior' } },
			dateType: {
				startDate: { customStartDate: '11/01/2026', customEndDate: '11/02/2026' },
				endDate: { customStartDate: '11/03/2026', customEndDate: '11/04/2026' },
				invoiceDate: { customStartDate: '11/05/2026', customEndDate: '11/06/2026' },
				expirationDate: { customStartDate: '11/07/2026', customEndDate: '11/08/2026' },
			},
			vendor: 'HP',
			endUser: 'AB & C',
		});
	});

	it.each([
		['number', false],
		['missing', false],
		['varying', true],
	] as const)(
		'returns all of 2,350 renewals, each once, with a count that is: %s; bare: %s',
		async (recordsFound, bareRenewals) => {
			Object.assign(bench.xi.quirks, { recordsFound, bareRenewals });
			const added = bench.xi.addRenewals(2_350);
			const { items, error } = await run({ ...search, returnAll: true });
			expect(error).toBeUndefined();
			const ids = items.map(({ json }) => json.renewalId);
			expect(ids.slice(-2_350)).toEqual(added.map(String));
			expect(new Set(ids).size).toBe(ids.length);
			for (const { body } of bench.xi.requestsTo(RENEWAL_SEARCH)) expect(body).toEqual({});
		},
	);

	it('finds what expires in the next 90 days and is open', async () => {
		bench.xi.addRenewals(400);
		const { items, error } = await run({
			...search,
			returnAll: true,
			filters: {
				status: 'Open',
				expirationDate: range(
					'={{ $today.toISODate() }}',
					'={{ $today.plus({ days: 90 }).toISODate() }}',
				),
			},
		});
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(10);
		for (const { json } of items) {
			expect((json.expirationDate as string) >= inDays(-1)).toBe(true);
			expect((json.expirationDate as string) <= inDays(91)).toBe(true);
		}
		const { items: lost } = await run({
			...search,
			returnAll: true,
			filters: { subStatus: 'Lost to competitior' },
		});
		expect(new Set(lost.map(({ json }) => json.renewalStatus))).toEqual(
			new Set(['lost to competitior']),
		);
	});

	it('is asked again when XI is out of order, since it changes nothing', async () => {
		bench.xi.faults.add({ match: { endpoint: RENEWAL_SEARCH }, kind: 'maintenance' });
		const { items, error } = await run(search);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(50);
		expect(bench.xi.requestsTo(RENEWAL_SEARCH)).toHaveLength(2);
	});

	it('says XI’s refusal, which comes in a list, in XI’s words', async () => {
		const { items } = await run({ ...search, filters: { sort: 'colour' } }, [{}], GOES_ON);
		expect(items[0].json.error).toBe(
			'Input passed is not in right or expected format – sort: There is no such column (colour) [item 0]',
		);
	});

	it('stops with the reason where a filter contradicts another', async () => {
		const { error } = await run({ ...search, filters: { status: 'Open', subStatus: 'Expired' } });
		expect(error?.message).toMatch(
			/^'Sub-Status' in 'Filters' is "Expired", which is one of closed/,
		);
		expect(bench.xi.requestsTo(RENEWAL_SEARCH)).toEqual([]);
	});

	it('sends nothing where one item is wrong, and goes on with the others', async () => {
		const filters = { status: '={{ $json.status }}', subStatus: 'Expired' };
		const { items } = await run(
			{ ...search, limit: 2, filters },
			[{ status: 'Open' }, { status: 'Closed' }],
			GOES_ON,
		);
		expect(items[0].json.error).toMatch(/which is one of closed renewals/);
		expect(items.slice(1).map(pairedWith)).toEqual(items.slice(1).map(() => 1));
		expect(bench.xi.requestsTo(RENEWAL_SEARCH)).toHaveLength(1);
	});
});

describe('Get Renewal', () => {
	it('reads one renewal after the other, one item each, and names what is not there', async () => {
		const [first, second] = bench.xi.addRenewals(2);
		const { items, error } = await run(
			get,
			[{ renewal: first }, { renewal: 1 }, { renewal: second }],
			GOES_ON,
		);
		expect(error).toBeUndefined();
		expect(items.map(pairedWith)).toEqual([0, 1, 2]);
		expect(items[0].json).toMatchObject({
			renewalId: String(first),
			renewalValue: expect.any(Number),
		});
		expect(items[1].json.error).toBe('Ingram Micro has no renewal 1 [item 1]');
		expect(items[2].json.renewalId).toBe(String(second));
	});

	it('finds the renewal of what was ordered and sent, by PO and by serial number', async () => {
		const product = bench.xi.products.find(
			({ hasWarranty, authorized, directShip }) => hasWarranty && authorized && directShip,
		)!;
		await bench.runOrders(
			{
				operation: 'create',
				customerOrderNumber: 'PO-NEW',
				lines: { line: [{ ingramPartNumber: product.ingramPartNumber, quantity: 1 }] },
				additionalFields: { endUserInfo: { address: { companyName: 'Buyer Ltd' } } },
				options: { lookSeconds: 0 },
			},
			[{}],
		);
		const [order] = bench.xi.orders;
		bench.xi.orderSteps.invoice(order.ingramOrderNumber);
		const { items } = await run({ ...search, filters: { customerOrderNumber: 'PO-NEW' } });
		expect(items).toHaveLength(1);
		const [{ json: found }] = items;
		expect(found).toMatchObject({ endUserName: 'Buyer Ltd', renewalStatus: 'future' });
		const { items: products } = await run({ ...get, return: 'products', output: 'raw' }, [
			{ renewal: found.renewalId },
		]);
		expect(products).toHaveLength(1);
		expect(products[0].json).toMatchObject({
			ingramOrderNumber: order.ingramOrderNumber,
			product: { ingramPartNumber: product.ingramPartNumber, quantity: 1 },
		});
		const [{ attributeValue: serialNumber }] = products[0].json.additionalAttributes as Array<{
			attributeValue: string;
		}>;
		const { items: bySerial } = await run({ ...search, filters: { serialNumber } });
		expect(bySerial.map(({ json }) => json.renewalId)).toEqual([found.renewalId]);
	});

	it.each(['', 'QUO-1'])('sends nothing for %j', async (renewal) => {
		const { error } = await run(get, [{ renewal }]);
		expect(error?.message).toMatch(/^'Renewal' is /);
		expect(bench.xi.requestsTo(RENEWAL_DETAILS)).toEqual([]);
	});
});

describe('the list of renewals', () => {
	const list = listOf(bench, NODE, 'searchRenewals');

	it('shows all, page after page', async () => {
		const added = bench.xi.addRenewals(120);
		const seen = await allValuesOf(list);
		expect(seen.slice(-120)).toEqual(added.map(String));
	});

	it('finds by end user, manufacturer and order number', async () => {
		const { items } = await run({ ...search, limit: 1, output: 'raw' });
		const [{ json }] = items;
		for (const name of ['endUser', 'vendor', 'customerOrderNumber']) {
			const { results } = await list(json[name] as string);
			expect(results.map(({ value }) => value)).toContain(`${json.renewalId as number}`);
		}
		expect((await list('NOTHING LIKE THIS')).results).toEqual([]);
	});
});

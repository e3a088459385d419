import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { CALLS, writesOf } from './everyWrite.mts';
import { byNumber, CREATE_PO, GOES_ON, STOCKED, UNKNOWN } from './orders/support.mts';
import { runnerOf, useBench } from './support.mts';

/*
 * What is written tells where that is, and what could not be written tells where it failed.
 */

const bench = useBench({ products: 0 });
const WRITES = writesOf(bench);
const PO = [{ po: 'PO-1' }];
const account = { environment: 'sandbox', customerNumber: '20-222222' };
beforeEach(async () => (bench.credential = await sandbox()));

const sandbox = async (more: Record<string, string> = {}) =>
	await bench.engine.addCredential(bench.xi.url, {
		environment: 'sandbox',
		baseUrl: `${bench.xi.url}/sandbox`,
		accessTokenUrl: `${bench.xi.url}/oauth/oauth20/token`,
		...more,
	});

describe('an error', () => {
	const detailsOf = ({ json }: INodeExecutionData): IDataObject =>
		(json.details ?? json.message) as IDataObject;

	it.each(
		Object.entries(CALLS).flatMap(([name, endpoint]) =>
			[GOES_ON, { onError: 'continueErrorOutput' } as const].map((settings) => ({
				name,
				endpoint,
				settings,
			})),
		),
	)('tells where it failed: %j', async ({ name, endpoint, settings }) => {
		bench.xi.faults.add({ kind: 'status', status: 400, times: 9, match: { endpoint } });
		const { items, failed } = await WRITES[name]({}, settings);
		const errors = [...items, ...failed];
		expect(errors).toHaveLength(1);
		expect(errors[0].json.error).toBeDefined();
		expect(detailsOf(errors[0])).toMatchObject({ item: 0, account, status: 400 });
	});

	it('tells the account that its item is for, whatever it fails of', async () => {
		const one = { quantity: 1 };
		const given = {
			...CREATE_PO,
			linesFrom: 'list',
			linesList: '={{ $json.lines }}',
			options: { lookSeconds: 0, customerNumber: '={{ $json.number }}', countryCode: 'US' },
		};
		const good = [{ ingramPartNumber: STOCKED, ...one }];
		const upc = [{ upc: '4006381333931', ...one }];
		const { items } = await bench.runOrders(
			given,
			[
				{ po: 'PO-1', number: '30-333333', lines: good },
				// Refused by Ingram Micro, before it is sent, in a look-up, and for its own number.
				{ po: 'PO-2', number: '30-333333', lines: [{ ingramPartNumber: UNKNOWN, ...one }] },
				{ po: '', number: ' 30-333333', lines: good },
				{ po: 'PO-4', number: '', lines: upc },
				{ po: 'PO-1', number: 40444444, lines: good },
				{ po: 'PO-6', number: 'x'.repeat(40), lines: good },
			],
			GOES_ON,
		);
		const numbers = items.map((item) => {
			const told = item.json.account ?? detailsOf(item).account;
			return (told as typeof account | undefined)?.customerNumber;
		});
		expect(numbers).toEqual([
			'30-333333',
			'30-333333',
			'30-333333',
			'20-222222',
			'40444444',
			undefined,
		]);
		expect(items.slice(1).every(({ json }) => json.error !== undefined)).toBe(true);
	});

	it('tells it where another option is wrong, and none where it cannot be known', async () => {
		const wrong = { ...CREATE_PO, options: { lookSeconds: 0, senderId: 'Grüße' } };
		const { items } = await bench.runOrders(wrong, PO, GOES_ON);
		expect(detailsOf(items[0])).toMatchObject({ reason: 'badInput', account });
		bench.credential = await sandbox({ customerNumber: '' });
		const { items: without } = await bench.runOrders(CREATE_PO, PO, GOES_ON);
		expect(detailsOf(without[0])).toMatchObject({ reason: 'badInput' });
		expect(detailsOf(without[0])).not.toHaveProperty('account');
	});

	it('of what only reads tells none, but for what became of an order', async () => {
		bench.xi.faults.add({ kind: 'status', status: 400, times: 99 });
		const order = byNumber('20-RD128');
		const { items } = await bench.runOrders({ operation: 'get', order }, [{}], GOES_ON);
		expect(items[0].json.error).toBeDefined();
		expect(detailsOf(items[0])).not.toHaveProperty('account');
		const result = { operation: 'getResult', customerOrderNumber: 'PO-9' };
		const { items: results } = await bench.runOrders(result, [{}], GOES_ON);
		expect(detailsOf(results[0])).toMatchObject({ account });
	});

	it.each([
		['GET', false],
		['POST', true],
	])('of an API call by %s tells it: %j', async (method, isTold) => {
		bench.xi.faults.add({ kind: 'status', status: 400, times: 9 });
		const call = { operation: 'call', method, path: '/resellers/v6/renewals/search' };
		const run = runnerOf(bench, 'ingramMicroApiCall');
		for (const given of [call, { ...call, queryParameters: 'none' }]) {
			const { items } = await run(given, [{}], GOES_ON);
			expect(items[0].json.error).toBeDefined();
			expect('account' in detailsOf(items[0])).toBe(isTold);
		}
	});
});

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { listen, type Listener } from '../simulator/listener.mts';
import { writesOf } from './everyWrite.mts';
import {
	byNumber,
	CANCEL,
	CREATE,
	CREATE_ASYNC,
	CREATE_PO,
	CREATE_PO_ASYNC,
	GOES_ON,
	jsonOf,
	MODIFY,
	ORDER_DETAILS,
	STOCKED,
} from './orders/support.mts';
import { ACCOUNT, byIngramPartNumber, DETAILS, runnerOf, useBench } from './support.mts';
import { WEBHOOK_TEST } from './webhookTest/support.mts';

const bench = useBench({ products: 0 });
const PO = [{ po: 'PO-1' }];
type Environment = 'production' | 'sandbox' | 'custom';
/** An account that is not the one of the sandbox. */
const GERMAN = { customerNumber: '30-333333', countryCode: 'DE' };

/** A credential of an environment whose calls go to the simulator all the same. */
const credentialOf = async (environment: Environment, more: Record<string, string> = {}) =>
	await bench.engine.addCredential(bench.xi.url, {
		environment,
		baseUrl: `${bench.xi.url}${environment === 'sandbox' ? '/sandbox' : ''}`,
		accessTokenUrl: `${bench.xi.url}/oauth/oauth20/token`,
		...more,
	});

let listener: Listener;
beforeEach(async () => (listener = await listen()));
afterEach(async () => await listener.close());

const WRITES = writesOf(bench);

const SHAPES: INodeParameters[] = [
	{ output: 'simplified' },
	{ output: 'raw' },
	{ output: 'selectedFields', fields: ['outcome', 'account'] },
	{ previewOnly: true },
];

describe.each<Environment>(['production', 'sandbox'])('in the environment %s', (environment) => {
	const account = { environment, customerNumber: '20-222222' };
	beforeEach(async () => (bench.credential = await credentialOf(environment)));

	it.each(
		Object.keys(WRITES).flatMap((name) =>
			SHAPES.map((shape): [string, INodeParameters] => [name, shape]),
		),
	)('an item of %s tells where it is: %j', async (name, shape) => {
		const { items, error } = await WRITES[name](shape);
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(0);
		for (const { json } of items) {
			expect(json.account).toEqual(account);
			if (shape.output === 'simplified') expect(Object.keys(json).length).toBeLessThanOrEqual(10);
		}
	});

	it.each([CREATE_PO, { ...CREATE_PO_ASYNC, waitForIt: 1 }])(
		'so does what was there before: %j',
		async (given) => {
			await bench.runOrders(given, PO);
			const again = await bench.runOrders({ ...given, ifOrderExists: 'return' }, PO);
			expect(again.items[0].json).toMatchObject({ outcome: 'already there', account });
		},
	);

	it.each([
		[CREATE_PO, CREATE],
		[CREATE_PO_ASYNC, CREATE_ASYNC],
	])('so does what was found behind a lost answer: %j', async (given, endpoint) => {
		bench.xi.faults.add({ kind: 'commitThenReset', match: { endpoint } });
		const { items, error } = await bench.runOrders({ ...given, options: { lookSeconds: 20 } }, PO);
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ outcome: 'already there', account });
	});

	it('so does what was waited for, an item after the other', async () => {
		const given = { ...CREATE_PO_ASYNC, waitForIt: 1 };
		const { items } = await bench.runOrders(given, [{ po: 'PO-1' }, { po: 'PO-2' }]);
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({ outcome: 'created', customerOrderNumber: 'PO-1', account }),
			expect.objectContaining({ outcome: 'created', customerOrderNumber: 'PO-2', account }),
		]);
		const result = await bench.runOrders({ operation: 'getResult', customerOrderNumber: 'PO-9' }, [
			{},
		]);
		expect(result.items[0].json).toMatchObject({ outcome: 'pending', account });
		expect(Object.keys(result.items[0].json).length).toBeLessThanOrEqual(10);
	});

	it('it is the account under Options, where one is set', async () => {
		const options = {
			lookSeconds: 0,
			customerNumber: '={{ $json.number }}',
			countryCode: '={{ $json.country }}',
		};
		const { items, error } = await bench.runOrders({ ...CREATE_PO, options }, [
			{ po: 'PO-1', number: ' 30-333333', country: 'DE' },
			{ po: 'PO-2', number: '20-222222', country: 'US' },
		]);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.account)).toEqual([
			{ environment, customerNumber: '30-333333' },
			{ environment, customerNumber: '20-222222' },
		]);
	});
});

describe('a call of which nothing is known', () => {
	const run = async (given: INodeParameters): Promise<IDataObject> => {
		const { items, error } = await runnerOf(
			bench,
			'ingramMicroApiCall',
		)({ operation: 'call', ...given });
		expect(error).toBeUndefined();
		return items[0].json;
	};
	it('tells where it was made, unless it is a GET', async () => {
		const body = JSON.stringify({ products: [{ ingramPartNumber: STOCKED }] });
		const path = '/resellers/v6/catalog/priceandavailability';
		const queryParameters = {
			parameter: ['includeAvailability', 'includePricing'].map((name) => ({ name, value: 'true' })),
		};
		const asked = await run({ method: 'POST', path, queryParameters, body });
		expect(asked).toMatchObject({ account: ACCOUNT });
		expect(await run({ method: 'GET', path: '/resellers/v6/orders/search' })).not.toHaveProperty(
			'account',
		);
	});

	it('so does an event of the webhook test', async () => {
		bench.credential = await credentialOf('custom', { webhookSecretKeys: 's3cr3t' });
		const { items } = await runnerOf(
			bench,
			WEBHOOK_TEST,
		)({
			operation: 'sendStockUpdateEvent',
			targetUrl: listener.url,
			products: {
				product: [{ ingramPartNumber: byIngramPartNumber('5CX579'), totalAvailability: 120 }],
			},
		});
		expect(items[0].json).toMatchObject({ outcome: 'sent', account: ACCOUNT });
	});
});

describe('a mix-up of the two environments', () => {
	const order = byNumber('20-ZZZZZ');
	const adviceOf = async (given: INodeParameters): Promise<string> => {
		const { items } = await bench.runOrders({ order, ...given }, [{}], GOES_ON);
		return (items[0].json.details as IDataObject).remedy as string;
	};
	const unknownTo = {
		production: 'What was made in the sandbox is not known in production, the environment of',
		sandbox: 'What was made in production is not known in the sandbox, the environment of',
	};

	it.each(
		(['production', 'sandbox'] as const).flatMap((environment) =>
			[
				['get', ORDER_DETAILS],
				['modify', MODIFY],
				['release', MODIFY],
				['cancel', CANCEL],
			].map(([operation, endpoint]) => ({ environment, operation, endpoint })),
		),
	)('is named where a number is not known: %j', async ({ environment, operation, endpoint }) => {
		bench.credential = await credentialOf(environment, GERMAN);
		bench.xi.faults.add({ kind: 'status', status: 404, match: { endpoint } });
		expect(await adviceOf({ operation, ...(operation === 'modify' && { notes: 'N' }) })).toContain(
			unknownTo[environment],
		);
	});

	it('is not named with an address of one’s own, nor where a product is not known', async () => {
		bench.xi.faults.add({ kind: 'status', status: 404, match: { endpoint: MODIFY } });
		expect(await adviceOf({ operation: 'release' })).not.toContain('sandbox');
		bench.credential = await credentialOf('production', GERMAN);
		bench.xi.faults.add({ kind: 'status', status: 404, match: { endpoint: DETAILS } });
		const product = byIngramPartNumber('123512');
		const { items } = await bench.run({ operation: 'get', product }, [{}], GOES_ON);
		expect(items[0].json.error).toBeDefined();
		expect(JSON.stringify(items)).not.toContain('sandbox');
	});

	it('is certain for the account of the sandbox in production', async () => {
		bench.credential = await credentialOf('production');
		for (const status of [400, 404]) {
			bench.xi.faults.add({ kind: 'status', status, match: { endpoint: MODIFY } });
			expect(await adviceOf({ operation: 'release' })).toContain(
				'20-222222 is the account of Ingram Micro’s sandbox, and the environment of the credential is Production',
			);
		}
		bench.credential = await credentialOf('sandbox');
		bench.xi.faults.add({ kind: 'status', status: 400, match: { endpoint: MODIFY } });
		expect(await adviceOf({ operation: 'release' })).not.toContain('the account of');
	});
});

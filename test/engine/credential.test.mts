import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { ACCOUNT_COUNTRIES } from '../../nodes/shared/countries.ts';
import { CREDENTIAL_TYPE, Engine } from './engine.mts';
import { PRICE_OF_SKU, PRICES, SEARCH, useBench } from './support.mts';

let engine: Engine;
beforeAll(async () => {
	engine = await Engine.start();
});

const resolved = (stored: ICredentialDataDecryptedObject) =>
	engine.credentials.resolve(CREDENTIAL_TYPE, stored);

describe('addresses', () => {
	it.each([
		[
			{ environment: 'production' },
			'https://api.ingrammicro.com',
			'https://api.ingrammicro.com/oauth/oauth20/token',
		],
		[
			{ environment: 'sandbox', tokenUrl: 'oauth30' },
			'https://api.ingrammicro.com/sandbox',
			'https://api.ingrammicro.com/oauth/oauth30/token',
		],
		[
			{ environment: 'custom', customBaseUrl: 'http://127.0.0.1:4010/' },
			'http://127.0.0.1:4010',
			'http://127.0.0.1:4010/oauth/oauth20/token',
		],
		[
			{ environment: 'custom', customBaseUrl: 'https://gateway.example/xi/sandbox//' },
			'https://gateway.example/xi/sandbox',
			'https://gateway.example/xi/oauth/oauth20/token',
		],
	])('of %j', (stored, baseUrl, accessTokenUrl) => {
		expect(resolved(stored)).toMatchObject({ baseUrl, accessTokenUrl });
	});
});

it('asks a person for these fields, in this order', () => {
	const shown = engine.credentials
		.getCredentialsProperties(CREDENTIAL_TYPE)
		.filter(({ type }) => type !== 'hidden')
		.map(({ displayName }) => displayName);
	expect(shown).toEqual([
		'Client ID',
		'Client Secret',
		'Environment',
		'Custom Base URL',
		'Customer Number',
		'Country Code',
		'Sender ID',
		'Customer Contact',
		'Webhook Secret Keys',
		'Token URL',
	]);
});

it('fixes what XI’s OAuth2 has only one value for', () => {
	expect(resolved({})).toMatchObject({
		grantType: 'clientCredentials',
		authentication: 'body',
		scope: '',
		tokenExpiredStatusCode: 401,
		sendAdditionalBodyProperties: false,
	});
});

it('keeps secrets encrypted where n8n stores them', async () => {
	const credential = await engine.addCredential('http://127.0.0.1:1');
	const stored = await engine.credentials.getCredentials(credential);
	expect(JSON.stringify(stored.getDataToSave())).not.toContain('simulator-secret');
});

describe('the test in the credential window', () => {
	const bench = useBench();
	const tested = async (data: ICredentialDataDecryptedObject = {}) =>
		await bench.engine.testCredential(await bench.engine.addCredential(bench.xi.url, data));
	const answers = (status: number, body: unknown = {}) =>
		bench.xi.faults.add({ kind: 'status', status, body, match: { endpoint: SEARCH } });

	it('is one cheap call with the headers that the nodes send', async () => {
		expect(await tested()).toEqual({ status: 'OK', message: '' });
		const [test, ...others] = bench.xi.requestsTo(SEARCH);
		expect(others).toEqual([]);
		expect(Object.fromEntries(test.query)).toEqual({ pageNumber: '1', pageSize: '1' });
		await bench.run(PRICE_OF_SKU, [{ sku: '4A0036' }]);
		const accountIn = (headers: Record<string, string>) =>
			Object.fromEntries(
				Object.entries(headers).filter(
					([name]) => name.startsWith('im-') && name !== 'im-correlationid',
				),
			);
		expect(accountIn(test.headers)).toEqual(accountIn(bench.xi.requestsTo(PRICES)[0].headers));
		expect(test.headers['im-correlationid']).toMatch(/^[0-9a-f]{32}$/);
	});

	it.each([
		['a wrong customer number', { customerNumber: '20-111111' }, /Customer Number is the one/],
		['another country', { countryCode: 'FR' }, /does not accept Customer Number, Country Code/],
		[
			'an app that is not approved',
			{ clientId: 'unapproved-client', clientSecret: 'unapproved-secret' },
			/app is not approved for the catalog API, or Environment/,
		],
		['a wrong secret', { clientSecret: 'wrong' }, /Failed to acquire OAuth2 access token/],
	])('says in a sentence what is wrong with %s', async (_, data, words) => {
		const { status, message } = await tested(data);
		expect(status).toBe('Error');
		expect(message).toMatch(words);
	});

	it.each([
		[403, /ask for the app to be approved/],
		[404, /Nothing answers at this address/],
		[429, /Too many calls/],
		[502, /out of reach/],
		[503, /out of reach/],
		[504, /out of reach/],
	])('has a sentence for the status %d', async (status, words) => {
		answers(status);
		expect((await tested()).message).toMatch(words);
	});

	it('does not take the good answer of something else for Ingram Micro’s', async () => {
		answers(200, { message: 'gateway ok' });
		expect((await tested()).message).toMatch(/but not with a product catalog/);
	});
});

describe('accounts of other forms', () => {
	const ACCOUNTS = [
		{ customerNumber: '20-222222-001', countryCode: 'US' },
		{ customerNumber: '222222', countryCode: 'AU' },
		{ customerNumber: '40-22222A', countryCode: 'IA' },
	];
	const bench = useBench({
		products: 0,
		clients: [
			{ clientId: 'simulator-client', clientSecret: 'simulator-secret', customers: ACCOUNTS },
		],
	});

	it.each(ACCOUNTS)('are used as they were given: %j', async (account) => {
		const credential = await bench.engine.addCredential(bench.xi.url, account);
		const orders = { operation: 'getMany' };
		const own = await bench.runOrders(orders, [{}], { credential });
		const overridden = await bench.runOrders({ ...orders, options: account }, [{}]);
		expect([own.error, overridden.error]).toEqual([undefined, undefined]);
		for (const { headers } of bench.xi.requests.filter(({ path }) => !path.includes('/oauth/'))) {
			expect(headers).toMatchObject({
				'im-customernumber': account.customerNumber,
				'im-countrycode': account.countryCode,
			});
		}
	});

	it('can be picked', () => {
		const values = ACCOUNT_COUNTRIES.map(({ value }) => value);
		expect(values).toEqual(expect.arrayContaining(['IA', 'IN', 'US']));
	});
});

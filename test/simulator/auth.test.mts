import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { connect, fetchToken, goodHeaders, http, searchEndpoint } from './support.mts';

const form = {
	grant_type: 'client_credentials',
	client_id: 'simulator-client',
	client_secret: 'simulator-secret',
};

describe('token', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator({ products: 0, callsPerWindow: 0 });
	});
	afterAll(async () => await simulator.close());

	const ask = async (fields: Record<string, string>, path = '/oauth/oauth20/token', headers = {}) =>
		await http.post(simulator.url + path, new URLSearchParams(fields), { headers });

	const call = async (token: string) =>
		await http.get(`${simulator.url}${searchEndpoint}`, {
			headers: { ...goodHeaders, Authorization: `Bearer ${token}` },
		});

	it.each(['/oauth/oauth20/token', '/oauth/oauth30/token'])('is issued at %s', async (path) => {
		const before = simulator.tokensIssued;
		const answer = await ask(form, path);
		expect(answer.status).toBe(200);
		expect(answer.data).toEqual({
			access_token: expect.any(String),
			token_type: 'Bearer',
			expires_in: '2592000',
		});
		expect(simulator.tokensIssued).toBe(before + 1);
	});

	it('is not issued under /sandbox', async () => {
		expect((await ask(form, '/sandbox/oauth/oauth20/token')).status).toBe(404);
	});

	it('is refused to a wrong secret and to an unknown client', async () => {
		for (const wrong of [{ client_secret: 'x' }, { client_id: 'x' }]) {
			const answer = await ask({ ...form, ...wrong });
			expect(answer.status).toBe(401);
			expect(answer.data.fault.faultstring).toBe('ClientId is Invalid');
		}
	});

	it('needs grant_type client_credentials', async () => {
		const { grant_type: _, ...rest } = form;
		expect((await ask(rest)).data).toEqual({ message: 'grant_type is missing.' });
		expect((await ask({ ...form, grant_type: 'password' })).status).toBe(400);
	});

	it('is refused to GET, to a query string, to HTTP Basic and to a JSON body', async () => {
		const url = `${simulator.url}/oauth/oauth20/token`;
		const query = new URLSearchParams(form).toString();
		expect((await http.get(`${url}?${query}`)).status).toBe(405);
		expect((await http.post(`${url}?${query}`, new URLSearchParams(form))).status).toBe(400);
		const basic = { Authorization: 'Basic c2ltdWxhdG9yOg==' };
		expect((await ask(form, '/oauth/oauth20/token', basic)).data.message).toContain('Basic');
		expect((await http.post(url, form)).data.message).toContain('form-urlencoded');
	});

	it('is refused on a call when missing, unknown, revoked or too old', async () => {
		const missing = await http.get(`${simulator.url}${searchEndpoint}`, { headers: goodHeaders });
		expect(missing.status).toBe(401);
		expect(missing.data).toEqual({
			fault: {
				faultstring: 'Invalid Access Token',
				detail: { errorcode: 'keymanagement.service.invalid_access_token' },
			},
		});
		expect((await call('unknown')).data.fault.faultstring).toBe('Invalid Access Token');

		const token = await fetchToken(simulator);
		expect((await call(token)).status).toBe(200);
		simulator.advanceTime(86_399);
		expect((await call(token)).status).toBe(200);
		simulator.advanceTime(1);
		expect((await call(token)).data.fault.faultstring).toBe('Access Token expired');

		const other = await fetchToken(simulator);
		simulator.revokeTokens();
		expect((await call(other)).status).toBe(401);
	});

	it('of an app that is not approved gets 401 on calls', async () => {
		const answer = await call(
			await fetchToken(simulator, 'unapproved-client', 'unapproved-secret'),
		);
		expect(answer.status).toBe(401);
		expect(answer.data.fault.faultstring).toBe('Invalid API call as no apiproduct match found');
	});

	it('stays good when another one is issued, unless singleToken is on', async () => {
		const first = await fetchToken(simulator);
		await fetchToken(simulator);
		expect((await call(first)).status).toBe(200);

		const strict = await startSimulator({ products: 0, singleToken: true });
		try {
			const old = await connect(strict);
			const fresh = await connect(strict);
			expect((await old.get(searchEndpoint)).status).toBe(401);
			expect((await fresh.get(searchEndpoint)).status).toBe(200);
		} finally {
			await strict.close();
		}
	});
});

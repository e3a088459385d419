import { PRICE_OF_SKU, PRICES, TOKEN, useBench } from './support.mts';

const bench = useBench();
const goesOn = { onError: 'continueRegularOutput' } as const;
const skus = (count: number) =>
	bench.xi.products.slice(0, count).map(({ ingramPartNumber: sku }) => ({ sku }));

it('fetches one token for a whole run of parallel calls', async () => {
	await bench.run(PRICE_OF_SKU, skus(600));
	expect(bench.xi.requestsTo(PRICES)).toHaveLength(12);
	expect(bench.xi.tokensIssued).toBe(1);
});

it('keeps the token from one run to the next', async () => {
	await bench.run(PRICE_OF_SKU, skus(1));
	await bench.run(PRICE_OF_SKU, skus(1));
	expect(bench.xi.tokensIssued).toBe(1);
});

it('goes on when the token is revoked in the middle of a run, with one more token request', async () => {
	bench.xi.faults.add({ kind: 'revokeToken', match: { endpoint: PRICES, after: 4 } });
	const { items, error } = await bench.run(PRICE_OF_SKU, skus(600));
	expect(error).toBeUndefined();
	expect(items).toHaveLength(600);
	expect(bench.xi.tokensIssued).toBe(2);
	expect(bench.xi.requestsTo(TOKEN)).toHaveLength(2);
});

it('repeats a POST with its body after the token was renewed', async () => {
	await bench.run(PRICE_OF_SKU, skus(1));
	bench.xi.revokeTokens();
	bench.xi.clearRequests();
	const { items } = await bench.run(PRICE_OF_SKU, skus(1));
	expect(items).toHaveLength(1);
	const calls = bench.xi.requestsTo(PRICES);
	expect(calls.map(({ status }) => status)).toEqual([401, 200]);
	expect(calls[1].rawBody).toBe(calls[0].rawBody);
	expect(calls[1].headers['im-correlationid']).toBe(calls[0].headers['im-correlationid']);
});

it('says in XI’s words that a client secret is wrong, and asks only once', async () => {
	const credential = await bench.engine.addCredential(bench.xi.url, { clientSecret: 'wrong' });
	const { error } = await bench.run(PRICE_OF_SKU, skus(1), { credential });
	expect(error?.message).toBe('Ingram Micro issued no access token: ClientId is Invalid [item 0]');
	expect(error?.description).toMatch(/^Check Client ID, Client Secret and Environment/);
	expect(bench.xi.requestsTo(TOKEN)).toHaveLength(1);
});

it('tells an app that is not approved from a wrong secret', async () => {
	const credential = await bench.engine.addCredential(bench.xi.url, {
		clientId: 'unapproved-client',
		clientSecret: 'unapproved-secret',
	});
	const { error } = await bench.run(PRICE_OF_SKU, skus(1), { credential });
	expect(error?.message).toBe('Invalid API call as no apiproduct match found [item 0]');
	expect(error?.description).toMatch(/^The app is not approved for this API/);
});

it('never puts the secret or the token into a URL, and sends the keys in the body alone', async () => {
	await bench.run(PRICE_OF_SKU, skus(1));
	const [token] = bench.xi.requestsTo(TOKEN);
	expect(token.method).toBe('POST');
	expect(Object.fromEntries(new URLSearchParams(token.rawBody))).toEqual({
		grant_type: 'client_credentials',
		client_id: 'simulator-client',
		client_secret: 'simulator-secret',
	});
	expect(token.headers.authorization).toBeUndefined();
	for (const { query } of bench.xi.requests) {
		expect(JSON.stringify(query)).not.toMatch(/secret|token/);
	}
	expect(bench.xi.requestsTo(PRICES)[0].headers.authorization).toMatch(/^Bearer \S+$/);
});

it('uses the other token address when the credential says so', async () => {
	const credential = await bench.engine.addCredential(bench.xi.url, { tokenUrl: 'oauth30' });
	const { items } = await bench.run(PRICE_OF_SKU, skus(1), { credential });
	expect(items).toHaveLength(1);
	expect(bench.xi.requestsTo('/oauth/oauth30/token')).toHaveLength(1);
});

it('takes tokens for the sandbox from outside of it', async () => {
	const credential = await bench.engine.addCredential(`${bench.xi.url}/sandbox/`);
	const { items } = await bench.run(PRICE_OF_SKU, skus(1), { credential });
	expect(items).toHaveLength(1);
	expect(bench.xi.requests.map(({ path }) => path)).toEqual([TOKEN, `/sandbox${PRICES}`]);
});

it('tries again when the token address is out of order, for no call was made yet', async () => {
	bench.xi.faults.add({ kind: 'status', status: 503, match: { endpoint: TOKEN } });
	const { items } = await bench.run(PRICE_OF_SKU, skus(1), goesOn);
	expect(items[0].json.found).toBe(true);
});

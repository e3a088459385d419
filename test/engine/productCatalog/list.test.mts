import { useBench } from '../support.mts';

const bench = useBench();

it('lists products of the catalog, page after page', async () => {
	const first = await bench.engine.search(bench.credential, 'searchProducts');
	expect(first.results).toHaveLength(50);
	expect(first.results[0]).toEqual({
		name: expect.stringContaining(bench.xi.products[0].ingramPartNumber),
		value: bench.xi.products[0].ingramPartNumber,
	});
	const second = await bench.engine.search(
		bench.credential,
		'searchProducts',
		undefined,
		first.paginationToken,
	);
	expect(second.results.map(({ value }) => value)).toEqual(
		bench.xi.products.slice(50, 100).map(({ ingramPartNumber }) => ingramPartNumber),
	);
});

it('searches as the user types, and ends', async () => {
	const { results, paginationToken } = await bench.engine.search(
		bench.credential,
		'searchProducts',
		'E2016HV',
	);
	expect(results).toEqual([
		{ name: '4A0036 – E2016HV – DELL – 20IN MONITOR E2016HV 210-AGLU MNTR', value: '4A0036' },
	]);
	expect(paginationToken).toBeUndefined();
});

it('is empty when nothing fits', async () => {
	const { results } = await bench.engine.search(
		bench.credential,
		'searchProducts',
		'NOTHING-LIKE-THIS',
	);
	expect(results).toEqual([]);
});

it('asks for the account that the node’s options name, expressions aside', async () => {
	await bench.engine.search(bench.credential, 'searchProducts', undefined, undefined, {
		options: { customerNumber: '30-333333', countryCode: 'DE', senderId: '={{ $json.sender }}' },
	});
	const { headers } = bench.xi.requests.at(-1)!;
	expect(headers).toMatchObject({
		'im-customernumber': '30-333333',
		'im-countrycode': 'DE',
		'im-senderid': 'engine-tests',
	});
});

it('says in a sentence why there is no list', async () => {
	const credential = await bench.engine.addCredential(bench.xi.url, { clientSecret: 'wrong' });
	await expect(bench.engine.search(credential, 'searchProducts')).rejects.toThrow(
		'Ingram Micro issued no access token: ClientId is Invalid',
	);
});

import { GOES_ON } from '../orders/support.mts';
import { byIngramPartNumber, pairedWith, runnerOf, useBench } from '../support.mts';
import { FREIGHT } from '../termsSupport.mts';

const bench = useBench({ products: 100 });
const run = runnerOf(bench, 'ingramMicroFreightEstimate');
const get = {
	operation: 'get',
	lines: { line: [{ ingramPartNumber: byIngramPartNumber('={{ $json.sku }}'), quantity: 2 }] },
	shipTo: { addressId: '200' },
};
const heavy = () =>
	bench.xi.products.find(({ stock, weightKg }) => stock.length > 1 && weightKg > 2)!;

it('sends the whole estimate, with the person that asks, and reads it', async () => {
	const { ingramPartNumber, stock } = heavy();
	const warehouses = stock.slice(0, 2).map(({ warehouseId }) => warehouseId);
	const { items, error } = await run({
		...get,
		lines: {
			line: warehouses.map((warehouseId) => ({
				ingramPartNumber: byIngramPartNumber(ingramPartNumber),
				quantity: 3,
				additionalFields: { warehouseId, carrierCode: 'UG' },
			})),
		},
		shipTo: { companyName: 'ABC TECH', city: 'LENEXA', postalCode: '066219', countryCode: 'US' },
		additionalFields: { billToAddressId: '000' },
	});
	expect(error).toBeUndefined();
	const [{ body, headers }] = bench.xi.requestsTo(FREIGHT);
	expect(headers['im-customercontact']).toBe('buyer@example.com');
	expect(body).toEqual({
		billToAddressId: '000',
		shipToAddress: {
			companyName: 'ABC TECH',
			city: 'LENEXA',
			postalCode: '066219',
			countryCode: 'US',
		},
		lines: warehouses.map((warehouseId, position) => ({
			customerLineNumber: String(position + 1),
			ingramPartNumber,
			quantity: '3',
			warehouseId,
			carrierCode: 'UG',
		})),
	});
	const [{ json }] = items;
	const shipments = json.shipments as Array<Record<string, unknown>>;
	expect(shipments.map((one) => one.warehouseId)).toEqual(warehouses);
	expect(json.freightCharges).toBeCloseTo(
		shipments.reduce((sum, { freightRate }) => sum + Number(freightRate), 0),
	);
});

it('gives the carriers of a list of lines, so that the cheapest can be picked', async () => {
	const lines = [{ ingramPartNumber: heavy().ingramPartNumber, quantity: 1, unitPrice: 12 }];
	const { items, error } = await run(
		{ ...get, linesFrom: 'list', linesList: '={{ $json.lines }}', return: 'carriers' },
		[{ lines }],
	);
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.carrierCode)).toEqual(['RG', 'UG', 'HD']);
	for (const { json } of items) expect(json.estimatedFreightCharge).toEqual(expect.any(Number));
});

it('asks for each item, names the one that is refused, and asks again when XI is out of order', async () => {
	bench.xi.faults.add({ match: { endpoint: FREIGHT }, kind: 'maintenance' });
	const sku = heavy().ingramPartNumber;
	const { items } = await run(
		{ ...get, return: 'lines' },
		[{ sku }, { sku: 'NOTHING' }, { sku: '' }, { sku }],
		GOES_ON,
	);
	expect(items.map(pairedWith)).toEqual([0, 1, 2, 3]);
	expect(items[0].json).toMatchObject({ ingramPartNumber: sku, quantity: 2 });
	expect(items[1].json.error).toBe(
		'Input passed is not in right or expected format – ingramPartNumber of line 1: Invalid IngramPartNumber (NOTHING) [item 1]',
	);
	expect(items[2].json.error).toBe('Line 1 has no product [item 2]');
	expect(items[3].json).toEqual(items[0].json);
	expect(bench.xi.requestsTo(FREIGHT)).toHaveLength(4);
});

it.each([
	[{ shipTo: {} }, "'Ship To' is empty"],
	[{ lines: {} }, 'The estimate has no lines'],
])('sends nothing for %j', async (given, message) => {
	const { error } = await run({ ...get, ...given }, [{ sku: '123512' }]);
	expect(error?.message).toContain(message);
	expect(bench.xi.requestsTo(FREIGHT)).toEqual([]);
});

it('sends an address together with its ID and that of the bill', async () => {
	const { error } = await run(
		{
			...get,
			shipTo: { addressId: '200', city: 'LENEXA', postalCode: '66219', countryCode: 'US' },
			additionalFields: { billToAddressId: '000' },
		},
		[{ sku: heavy().ingramPartNumber }],
	);
	expect(error).toBeUndefined();
	expect(bench.xi.requestsTo(FREIGHT)[0].body).toMatchObject({
		billToAddressId: '000',
		shipToAddressId: '200',
		shipToAddress: { city: 'LENEXA', postalCode: '66219', countryCode: 'US' },
	});
});

it.each(['instead', 'besideZero'] as const)(
	'fails in Ingram Micro’s words where errors come under a 200, %s',
	async (freightErrors) => {
		bench.xi.quirks.freightErrors = freightErrors;
		const { items } = await run(get, [{ sku: heavy().ingramPartNumber }], GOES_ON);
		const [{ headers }] = bench.xi.requestsTo(FREIGHT);
		expect(items[0].json).toEqual({
			error: 'No freight can be told for this SKU [item 0]',
			details: expect.objectContaining({
				item: 0,
				reason: 'refused',
				status: 200,
				correlationId: headers['im-correlationid'],
			}),
		});
	},
);

it('fails where nothing was estimated, and says what to check', async () => {
	bench.xi.quirks.freightErrors = 'silent';
	const { error } = await run(get, [{ sku: heavy().ingramPartNumber }]);
	expect(error?.message).toBe('Ingram Micro’s answer holds no freight estimate [item 0]');
	expect(error?.description).toMatch(/^Check the address and the products/);
});

it('warns in each item where only a part was estimated', async () => {
	bench.xi.quirks.freightErrors = 'besideRest';
	const sku = heavy().ingramPartNumber;
	const { items, error } = await run(
		{
			...get,
			linesFrom: 'list',
			linesList: [sku, '123512'].map((ingramPartNumber) => ({ ingramPartNumber, quantity: 1 })),
			return: 'carriers',
		},
		[{}],
	);
	expect(error).toBeUndefined();
	expect(items.length).toBeGreaterThan(0);
	for (const { json } of items) {
		expect(json).toMatchObject({
			estimatedFreightCharge: expect.any(Number),
			warnings: ['No freight can be told for this SKU'],
		});
	}
});

it('says what is missing where the credential names no person', async () => {
	const credential = await bench.engine.addCredential(bench.xi.url, { customerContact: '' });
	const { error } = await run(get, [{ sku: '123512' }], { credential });
	expect(error?.message).toMatch(/^'Customer Contact' is empty/);
	expect(bench.xi.requestsTo(FREIGHT)).toEqual([]);
});

it.each([
	{ error: [{ message: 'No rate' }] },
	{ error: { message: 'No rate' } },
	{ lines: [{ ingramPartNumber: 'A', error: 'No rate' }] },
])('an estimate of nothing is refused by whatever says so: %j', async (more) => {
	bench.xi.faults.add({
		kind: 'status',
		status: 200,
		body: {
			freightEstimateResponse: {
				totalFreightAmount: 0,
				distribution: [{ freightRate: '0' }],
				...more,
			},
		},
		match: { endpoint: FREIGHT },
	});
	const { items } = await run(get, [{ sku: heavy().ingramPartNumber }], GOES_ON);
	expect(items[0].json).toMatchObject({
		error: 'No rate [item 0]',
		details: { correlationId: expect.any(String) },
	});
});

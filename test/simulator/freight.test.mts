import type { AxiosInstance } from 'axios';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { connect } from './support.mts';

let simulator: Simulator;
let client: AxiosInstance;
beforeAll(async () => {
	simulator = await startSimulator({ products: 300, callsPerWindow: 0 });
	client = await connect(simulator, { 'IM-CustomerContact': 'a@b.example' });
});
afterAll(async () => await simulator.close());

const endpoint = '/resellers/v6/freightestimate';
const product = () =>
	simulator.products.find(({ stock, weightKg }) => stock.length > 1 && weightKg > 3)!;
const line = (more: object = {}) => ({
	customerLineNumber: '001',
	ingramPartNumber: product().ingramPartNumber,
	quantity: '1',
	carrierCode: '',
	...more,
});
const bodyWith = (more: object = {}) => ({ shipToAddressId: '200', lines: [line()], ...more });
const estimate = async (body: object) =>
	(await client.post(endpoint, body)).data.freightEstimateResponse;

describe('freight estimate', () => {
	it('takes the sample’s shape, address and address ID together', async () => {
		const answer = await client.post(
			endpoint,
			bodyWith({ billToAddressId: '000', shipToAddress: { city: 'LENEXA', addressLine2: '' } }),
		);
		expect(answer.status).toBe(200);
	});

	it('adds up', async () => {
		const [one, other] = product().stock.map(({ warehouseId }) => warehouseId);
		const found = await estimate(
			bodyWith({
				lines: [line({ warehouseId: one }), line({ warehouseId: other, quantity: '2' })],
			}),
		);
		const sum = (list: Record<string, number>[], key: string) =>
			list.reduce((total, entry) => total + (entry[key] ?? 0), 0);
		expect(found.distribution).toHaveLength(2);
		expect(found.totalFreightAmount).toBeCloseTo(sum(found.distribution, 'freightRate'));
		expect(found.grossAmount).toBeCloseTo(found.totalFreightAmount + sum(found.lines, 'netAmount'));
		expect(found.lines[1]).toMatchObject({
			quantity: 2,
			unitPrice: product().customerPrice,
			warehouseId: other,
		});
		for (const { carrierList, carrierCode, freightRate } of found.distribution) {
			const chosen = carrierList.find(
				(carrier: { carrierCode: string }) => carrier.carrierCode === carrierCode,
			);
			expect(chosen.estimatedFreightCharge).toBe(String(freightRate));
			expect(chosen.daysInTransit).toEqual(expect.any(String));
		}
	});

	it('grows with the weight, and takes the carrier that is wished for', async () => {
		const light = await estimate(bodyWith());
		const heavy = await estimate(bodyWith({ lines: [line({ quantity: '50' })] }));
		expect(heavy.distribution[0].totalWeight).toBeGreaterThan(light.distribution[0].totalWeight);
		expect(heavy.totalFreightAmount).toBeGreaterThan(light.totalFreightAmount);
		const wished = await estimate(bodyWith({ lines: [line({ carrierCode: 'HD' })] }));
		expect(wished.distribution[0].carrierCode).toBe('HD');
		expect(light.distribution[0].carrierCode).toBe('RG');
	});

	it.each<[string, object, string]>([
		['a list for the address', { shipToAddress: [{ city: 'LENEXA' }] }, 'shipToAddress'],
		['no place', { shipToAddressId: '' }, 'shipToAddressId'],
		['no lines', { lines: [] }, 'lines'],
		['a number for a quantity', { lines: [{ quantity: 1 }] }, 'lines[0].quantity'],
		[
			'a quantity of none',
			{ lines: [{ ingramPartNumber: 'X', quantity: '0' }] },
			'lines[0].quantity',
		],
		['no part number', { lines: [{ quantity: '1' }] }, 'lines[0].ingramPartNumber'],
		[
			'an unknown part',
			{ lines: [{ ingramPartNumber: 'NOTHING', quantity: '1' }] },
			'lines[0].ingramPartNumber',
		],
		[
			'an unknown field',
			{ lines: [{ ingramPartNumber: 'X', quantity: '1', sku: 'X' }] },
			'lines[0].sku',
		],
	])('refuses %s, in a list', async (_, more, field) => {
		const { status, data } = await client.post(endpoint, bodyWith(more));
		expect(status).toBe(400);
		expect(data).toHaveLength(1);
		expect(data[0].errors[0].fields.map((one: { field: string }) => one.field)).toEqual([field]);
	});

	it.each([
		[{ warehouseId: '99' }, 'lines[0].warehouseId'],
		[{ carrierCode: 'XX' }, 'lines[0].carrierCode'],
	])('refuses %j', async (more, field) => {
		const { status, data } = await client.post(endpoint, bodyWith({ lines: [line(more)] }));
		expect(status).toBe(400);
		expect(data[0].errors[0].fields[0].field).toBe(field);
	});

	it('wants to know who asks', async () => {
		const anonymous = await connect(simulator);
		const { status, data } = await anonymous.post(endpoint, bodyWith());
		expect(status).toBe(400);
		expect(data[0].errors[0].fields[0].field).toBe('IM-CustomerContact');
	});
});

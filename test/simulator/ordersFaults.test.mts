import type { AxiosInstance } from 'axios';
import { startSimulator, type Fault, type Simulator } from '../../simulator/index.mts';
import { create, created, orderBody, ordersEndpoint, searchFor } from './ordersSupport.mts';
import { connect, http } from './support.mts';

let simulator: Simulator;
let client: AxiosInstance;
beforeEach(async () => {
	simulator = await startSimulator({ products: 50, callsPerWindow: 0 });
	client = await connect(simulator);
});
afterEach(async () => await simulator.close());

const match = { method: 'POST', endpoint: ordersEndpoint };

describe('an order whose answer is lost', () => {
	it.each<Fault['kind']>(['commitThenReset', 'commitThenHang'])(
		'is there after %s',
		async (kind) => {
			simulator.faults.add({ kind, match } as Fault);
			await expect(
				client.post(ordersEndpoint, orderBody('PO'), { timeout: 300 }),
			).rejects.toThrow();
			const { data } = await searchFor(client, 'customerOrderNumber=PO');
			expect(data.orders).toHaveLength(1);
			expect((await create(client, 'PO')).status).toBe(400);
		},
	);

	it('is there after commitThenStatus', async () => {
		simulator.faults.add({ kind: 'commitThenStatus', status: 503, body: { a: 1 }, match });
		const answer = await create(client, 'PO');
		expect([answer.status, answer.data]).toEqual([503, { a: 1 }]);
		expect(simulator.orders).toHaveLength(1);
		simulator.faults.add({ kind: 'commitThenStatus', status: 500, match });
		expect((await create(client, 'PO-2')).data.errors[0].type).toBe('/errors/system-errors');
	});

	it('is there after commitThenMalformed', async () => {
		simulator.faults.add({ kind: 'commitThenMalformed', match });
		const answer = await create(client, 'PO');
		expect(answer.status).toBe(201);
		expect(() => JSON.parse(answer.data)).toThrow(SyntaxError);
		expect(simulator.orders).toHaveLength(1);
	});

	it.each<Fault['kind']>(['reset', 'maintenance', 'malformed', 'empty'])(
		'is not there after %s',
		async (kind) => {
			simulator.faults.add({ kind, match } as Fault);
			await create(client, 'PO').catch(() => undefined);
			expect(simulator.orders).toEqual([]);
		},
	);

	it('strikes a cancelled order too', async () => {
		const { data } = await create(client, 'PO', {
			additionalAttributes: [{ attributeName: 'allowOrderOnCustomerHold', attributeValue: 'true' }],
		});
		simulator.faults.add({ kind: 'commitThenReset', match: { method: 'DELETE' } });
		const path = `${ordersEndpoint}/${data.orders[0].ingramOrderNumber}`;
		await expect(client.delete(path)).rejects.toThrow();
		expect(simulator.orders[0]?.state).toBe('cancelled');
	});
});

describe('the control endpoint', () => {
	it('takes the new faults', async () => {
		const control = `${simulator.url}/_control/faults`;
		expect((await http.post(control, { kind: 'commitThenStatus', status: 500 })).status).toBe(200);
		expect((await http.post(control, { kind: 'commitThenStatus' })).status).toBe(400);
		expect((await http.post(control, { kind: 'commitThenMalformed' })).status).toBe(200);
	});

	it('shows, adds and moves orders', async () => {
		const control = `${simulator.url}/_control/orders`;
		const number = await created(client, 'PO');
		expect((await http.post(`${control}/${number}/ship`)).status).toBe(204);
		expect((await http.post(`${control}/20-ZZZZZ/ship`)).status).toBe(404);
		expect((await http.post(control, { count: 2 })).data.orderNumbers).toHaveLength(2);
		expect((await http.post(control, { count: 0 })).status).toBe(400);
		const { data } = await http.get(control);
		expect(data.map(({ status }: { status: string }) => status)).toEqual([
			'Shipped',
			'Delivered',
			'Delivered',
		]);
	});
});

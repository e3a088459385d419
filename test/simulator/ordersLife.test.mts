import type { AxiosInstance } from 'axios';
import { startSimulator, type OrderEvent, type Simulator } from '../../simulator/index.mts';
import { create, created, details, direct, held, missing, stocked } from './ordersSupport.mts';
import { connect, prices } from './support.mts';

const hour = 3600;
const day = 24 * hour;

let simulator: Simulator;
let client: AxiosInstance;
let events: OrderEvent[];
beforeEach(async () => {
	simulator = await startSimulator({ products: 50, callsPerWindow: 0 });
	client = await connect(simulator);
	events = [];
	simulator.onOrderEvent((event) => events.push(event));
});
afterEach(async () => await simulator.close());

const kinds = (): string[] => events.map(({ kind }) => kind);

/** Moves time; after a day the token is dead, so a new one is fetched. */
async function pass(seconds: number): Promise<void> {
	simulator.advanceTime(seconds);
	client = await connect(simulator);
}

const statusOf = async (number: string): Promise<string> =>
	String((await details(client, number)).data.orderStatus);

describe('the life of an order', () => {
	it('goes from processing to delivery, with tracking, serials and an invoice', async () => {
		const number = await created(client, 'PO');
		expect(await statusOf(number)).toBe('Processing');
		await pass(4 * hour);
		expect(await statusOf(number)).toBe('Shipped');
		await pass(hour);
		const { data } = await details(client, number);
		const [shipment] = data.lines[0].shipmentDetails;
		expect(shipment).toMatchObject({
			quantity: 2,
			invoiceNumber: `${number.replace('-', '')}11`,
		});
		expect(shipment.carrierDetails[0].trackingDetails).toEqual([
			expect.objectContaining({
				trackingNumber: expect.stringMatching(/^39\d{10}$/),
				quantityInBox: '2',
				serialNumbers: [expect.anything(), expect.anything()],
			}),
		]);
		await pass(2 * day);
		expect(await statusOf(number)).toBe('Delivered');
		expect(kinds()).toEqual([
			'order_created',
			'order_shipped',
			'order_invoiced',
			'order_delivered',
		]);
	});

	it('waits for goods that are missing, and sends what is there', async () => {
		const number = await created(client, 'PO', {
			lines: [
				{ ingramPartNumber: stocked, quantity: 1 },
				{ ingramPartNumber: missing, quantity: 2 },
			],
		});
		expect(kinds()).toEqual(['order_created', 'order_backordered']);
		await pass(4 * hour);
		expect(await statusOf(number)).toBe('Backordered');
		const { data } = await details(client, number);
		expect(data.lines[1]).toMatchObject({ lineStatus: 'Backordered', quantityBackOrdered: 2 });
		expect(data.lines[1].backOrderETADate).toMatch(/^\d{4}-\d\d-\d\d$/);
		await pass(3 * day);
		expect(await statusOf(number)).toBe('Shipped');
	});

	it('keeps a complete order together', async () => {
		const number = await created(client, 'PO', {
			lines: [
				{ ingramPartNumber: direct, quantity: 1 },
				{ ingramPartNumber: missing, quantity: 1 },
			],
			shipmentDetails: { shipComplete: 'E' },
		});
		const [, other = ''] = simulator.orders.map((order) => order.ingramOrderNumber);
		await pass(4 * hour);
		expect(await statusOf(number)).toBe('Backordered');
		expect(await statusOf(other)).toBe('Processing');
		await pass(3 * day);
		expect(await statusOf(number)).toBe('Shipped');
		expect(await statusOf(other)).toBe('Shipped');
	});

	it('is voided after 24 hours on hold, and its stock comes back', async () => {
		const stock = async (): Promise<unknown> =>
			(await prices(client, { products: [{ ingramPartNumber: stocked }] })).data;
		const before = await stock();
		const number = await held(client, 'PO');
		expect(await statusOf(number)).toBe('On Hold');
		await pass(day - 60);
		expect(await statusOf(number)).toBe('On Hold');
		await pass(60);
		expect(await statusOf(number)).toBe('Canceled');
		expect(await stock()).toEqual(before);
		expect(kinds()).toEqual(['order_created', 'order_hold', 'order_voided']);
		const late = await client.put(`/resellers/v6/orders/${number}?actionCode=release`, {});
		expect(late.status).toBe(400);
	});

	it('runs as fast as timeScale says, without a call', async () => {
		await simulator.close();
		simulator = await startSimulator({ products: 50, timeScale: 4 * hour * 10 });
		client = await connect(simulator);
		const shipped = new Promise<void>((resolve) => {
			simulator.onOrderEvent(({ kind }) => {
				if (kind === 'order_shipped') resolve();
			});
		});
		await created(client, 'PO');
		await shipped;
		expect(['Shipped', 'Delivered']).toContain(simulator.orders[0]?.status);
	});

	it('can be forced', async () => {
		const number = await held(client, 'PO-1');
		simulator.orderSteps.release(number);
		expect(await statusOf(number)).toBe('Processing');
		simulator.orderSteps.ship(number);
		expect(await statusOf(number)).toBe('Shipped');
		simulator.orderSteps.invoice(number);
		expect(simulator.orders[0]?.lines[0]?.invoiceNumbers).toHaveLength(1);
		simulator.orderSteps.deliver(number);
		expect(await statusOf(number)).toBe('Delivered');
		const other = await held(client, 'PO-2');
		simulator.orderSteps.void(other);
		expect(await statusOf(other)).toBe('Canceled');
		expect(() => simulator.orderSteps.ship('20-ZZZZZ')).toThrow(RangeError);
	});
});

describe('order details', () => {
	it('finds by the number of a part too, and only with the right date', async () => {
		const number = await created(client, 'PO');
		expect((await details(client, `${number}-11`)).data.ingramOrderNumber).toBe(number);
		const today = new Date().toISOString().slice(0, 10);
		expect((await details(client, `${number}?ingramOrderDate=${today}`)).status).toBe(200);
		expect((await details(client, `${number}?ingramOrderDate=2020-01-01`)).status).toBe(500);
	});

	it('answers 500 for an unknown order, and 204 in v6', async () => {
		const unknown = await details(client, '20-ZZZZZ');
		expect(unknown.status).toBe(500);
		expect(unknown.data.errors[0].type).toBe('/errors/system-errors');
		const older = await client.get('/resellers/v6/orders/20-ZZZZZ');
		expect([older.status, older.data]).toEqual([204, '']);
	});

	it('has the shapes of v6 there', async () => {
		const number = await created(client, 'PO');
		simulator.orderSteps.ship(number);
		const { data } = await client.get(`/resellers/v6/orders/${number}`);
		expect(data.lines[0].customerLinenumber).toBe('1');
		expect(data.lines[0]).not.toHaveProperty('customerLineNumber');
		const { carrierDetails } = data.lines[0].shipmentDetails[0];
		expect(carrierDetails.trackingDetails[0].SerialNumbers).toHaveLength(2);
	});

	it('takes the sandbox’s parameters in the sandbox only', async () => {
		const number = await created(client, 'PO');
		const query = 'simulateStatus=IM::INVOICED&regionCode=CS&isIml=false';
		expect((await details(client, `${number}?${query}`)).status).toBe(400);
		const answer = await client.get(`/sandbox/resellers/v6.1/orders/${number}?${query}`);
		expect(answer.status).toBe(200);
		expect(answer.data.orderStatus).toBe('Shipped');
		expect(answer.data.lines[0].shipmentDetails[0].invoiceNumber).toBeTruthy();
		expect(await statusOf(number)).toBe('Processing');
		for (const [status, expected] of [
			['IM::HOLD', 'On Hold'],
			['IM::SHIPPED', 'Shipped'],
			['IM::PARTIALLY_SHIPPED', 'Processing'],
		]) {
			const one = await client.get(
				`/sandbox/resellers/v6.1/orders/${number}?simulateStatus=${status}`,
			);
			expect(one.data.orderStatus).toBe(expected);
		}
	});

	it('does not tell a customer of another’s order', async () => {
		const number = await created(client, 'PO');
		const german = await connect(simulator, {
			'IM-CustomerNumber': '30-333333',
			'IM-CountryCode': 'DE',
		});
		expect((await details(german, number)).status).toBe(500);
	});
});

it('adds a person’s address, and the one on file where there is none', async () => {
	const { data } = await create(client, 'PO', {
		shipToInfo: {
			companyName: 'Somebody',
			addressLine1: '1 Way',
			city: 'Town',
			postalCode: '92612',
			countryCode: 'US',
		},
	});
	expect(data.shipToInfo).toMatchObject({ companyName: 'SOMEBODY', addressLine1: '1 WAY' });
	const shown = await details(client, data.orders[0].ingramOrderNumber);
	expect(shown.data.shipToInfo.city).toBe('TOWN');
	expect(shown.data.billToInfo.companyName).toContain('20-222222');
});

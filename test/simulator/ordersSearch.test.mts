import type { AxiosInstance } from 'axios';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { created, held, direct, missing, searchFor, stocked } from './ordersSupport.mts';
import { complaints, connect } from './support.mts';

let simulator: Simulator;
let client: AxiosInstance;
beforeAll(async () => {
	simulator = await startSimulator({ products: 50, callsPerWindow: 0 });
	client = await connect(simulator);
});
afterAll(async () => await simulator.close());

const numbersOf = async (query: string): Promise<string[]> => {
	const { data } = await searchFor(client, query);
	return (data ? data.orders : []).map(
		({ customerOrderNumber }: { customerOrderNumber: string }) => customerOrderNumber,
	);
};

describe('search orders', () => {
	const numbers: Record<string, string> = {};
	beforeAll(async () => {
		// An evening's orders and the next morning's would have two dates.
		numbers.plain = await created(client, 'plain', {
			endCustomerOrderNumber: 'END',
			specialBidNumber: 'BID',
		});
		numbers.held = await held(client, 'held');
		numbers.direct = await created(client, 'direct', {
			lines: [{ ingramPartNumber: direct, quantity: 1 }],
			endUserInfo: { companyName: 'User Ltd' },
		});
		numbers.short = await created(client, 'short', {
			lines: [{ ingramPartNumber: missing, quantity: 1 }],
		});
		simulator.orderSteps.deliver(numbers.direct);
		simulator.orderSteps.invoice(numbers.direct);
		simulator.addOrders(1, { prefix: 'OLD', from: new Date('2024-05-06T07:00:00Z') });
	});

	it('answers newest first, in text, with a link object in each part', async () => {
		const { status, data } = await searchFor(client, '');
		expect(status).toBe(200);
		expect(data).toMatchObject({ recordsFound: '5', pageSize: '25', pageNumber: '1' });
		expect(data.nextPage).toBe('');
		expect(await numbersOf('')).toEqual(['SHORT', 'DIRECT', 'HELD', 'PLAIN', 'OLD1']);
		const plain = data.orders[3];
		expect(plain).toMatchObject({ orderTotal: '18.69', orderStatus: 'OPEN' });
		expect(plain.subOrders).toEqual([
			{
				subOrderNumber: `${numbers.plain}-11`,
				subOrderTotal: '10.86',
				subOrderStatus: 'PROCESSING',
				links: expect.objectContaining({ type: 'GET' }),
			},
			{ links: expect.objectContaining({ topic: 'orders' }) },
		]);
	});

	it.each([
		['customerOrderNumber=Plain', ['PLAIN']],
		['endCustomerOrderNumber=end', ['PLAIN']],
		['specialBidNumber=BID', ['PLAIN']],
		['orderStatus=ON%20HOLD', ['HELD']],
		['orderStatus=PROCESSING', ['PLAIN']],
		['orderStatus-in=ON%20HOLD&orderStatus-in=BACKORDERED', ['SHORT', 'HELD']],
		['orderStatus=SHIPPED', ['DIRECT', 'OLD1']],
		['orderStatus=CANCELLED', []],
		[`ingramPartNumber=${stocked}`, ['HELD', 'PLAIN']],
		['vendorPartNumber=LS1016A-CISCO', ['HELD', 'PLAIN']],
		['vendorName=internal', ['HELD', 'PLAIN']],
		['ingramOrderDate=2024-05-06', ['OLD1']],
		['ingramOrderDate-bt=2024-05-06&ingramOrderDate-bt=2024-05-07', ['OLD1']],
		['shipDate_bt=2024-05-01&shipDate_bt=2024-06-01', ['OLD1']],
		['invoiceDate_bt=2024-05-06&invoiceDate_bt=2024-05-06', ['OLD1']],
		['deliveryDate_bt=2024-05-07&deliveryDate_bt=2024-05-08', []],
		['customerOrderNumber=plain&orderStatus=SHIPPED', []],
		['customerOrderNumber=nothing', []],
	])('filters by %s', async (query, expected) => {
		expect(await numbersOf(query)).toEqual(expected);
	});

	it('filters by Ingram’s number, serial and tracking number', async () => {
		expect(await numbersOf(`ingramOrderNumber=${numbers.held}`)).toEqual(['HELD']);
		expect(await numbersOf(`ingramOrderNumber=${numbers.plain}-11`)).toEqual(['PLAIN']);
		expect(await numbersOf(`ingramOrderNumber=${numbers.plain}-31`)).toEqual([]);
		const { data } = await client.get(`/resellers/v6.1/orders/${numbers.direct}`);
		const [box] = data.lines[0].shipmentDetails[0].carrierDetails[0].trackingDetails;
		expect(await numbersOf(`trackingNumber=${box.trackingNumber}`)).toEqual(['DIRECT']);
		expect(await numbersOf(`serialNumber=${box.serialNumbers[0].serialNumber}`)).toEqual([
			'DIRECT',
		]);
	});

	it('says 204 without a body when nothing is found', async () => {
		const answer = await searchFor(client, 'customerOrderNumber=nothing');
		expect([answer.status, answer.data]).toEqual([204, '']);
	});

	it.each([
		['ingramOrderDate=05/06/2024', 'ingramOrderDate'],
		['ingramOrderDate=2024-02-30', 'ingramOrderDate'],
		['ingramOrderDate-bt=2024-05-06', 'ingramOrderDate-bt'],
		['ingramOrderDate-bt=2024-05-06,2024-05-07', 'ingramOrderDate-bt'],
		['shipDate_bt=2024-01-01&shipDate_bt=2024-01-02&shipDate_bt=2024-01-03', 'shipDate_bt'],
		['shipDate_bt=2024-01-02&shipDate_bt=2024-01-01', 'shipDate_bt'],
		['ingramOrderDate_bt=2024-05-06&ingramOrderDate_bt=2024-05-07', 'ingramOrderDate_bt'],
		['orderStatus=Shipped', 'orderStatus'],
		['orderStatus-in=SHIPPED,PROCESSING', 'orderStatus-in'],
		['pageSize=101', 'pageSize'],
		[`customerOrderNumber=${'x'.repeat(36)}`, 'customerOrderNumber'],
		['ingramOrderNumber=20-RD128-1111', 'ingramOrderNumber'],
		['regionCode=CS', 'regionCode'],
	])('refuses %s', async (query, field) => {
		const answer = await searchFor(client, query);
		expect(answer.status).toBe(400);
		expect(new Set(complaints(answer))).toEqual(new Set([field]));
	});

	it('can leave the count out, or tell it wrong', async () => {
		for (const [kind, expected] of [
			['missing', undefined],
			['null', null],
			['tooLow', '2'],
		] as const) {
			simulator.quirks.recordsFound = kind;
			expect((await searchFor(client, '')).data.recordsFound).toBe(expected);
		}
		simulator.resetQuirks();
	});
});

it('pages through 2,350 orders, each of them once', async () => {
	const german = await connect(simulator, {
		'IM-CustomerNumber': '30-333333',
		'IM-CountryCode': 'DE',
	});
	const added = simulator.addOrders(2350, { customerNumber: '30-333333' });
	expect(new Set(added).size).toBe(2350);
	const seen: string[] = [];
	for (let page = 1; ; page++) {
		const { status, data } = await searchFor(german, `pageSize=100&pageNumber=${page}`);
		if (status === 204) break;
		expect(data.recordsFound).toBe('2350');
		expect(data.nextPage).toBe(
			page < 24 ? `/resellers/v6/orders/[original_parameters]&pageNumber=${page + 1}` : '',
		);
		seen.push(
			...data.orders.map((order: { ingramOrderNumber: string }) => order.ingramOrderNumber),
		);
	}
	expect(seen).toEqual(added.toReversed());
});

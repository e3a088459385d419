import type { AxiosInstance } from 'axios';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { create, created, direct, missing, on, stocked } from './ordersSupport.mts';
import { complaints, connect, prices } from './support.mts';

let simulator: Simulator;
let client: AxiosInstance;
beforeEach(async () => {
	simulator = await startSimulator({ products: 50, callsPerWindow: 0 });
	client = await connect(simulator);
});
afterEach(async () => await simulator.close());

describe('lines that cannot be taken', () => {
	const lines = [
		{ customerLineNumber: '1', ingramPartNumber: stocked, quantity: 1 },
		{ customerLineNumber: '2', ingramPartNumber: 'XXXXXX', quantity: 1 },
		{ customerLineNumber: '3', ingramPartNumber: stocked, quantity: 0 },
	];

	it('refuse the whole order where nothing less is wanted, and take no stock', async () => {
		const before = (await prices(client, { products: [{ ingramPartNumber: stocked }] })).data;
		const answer = await create(client, 'PO', {
			lines,
			additionalAttributes: [{ attributeName: 'allowPartialOrder', attributeValue: 'false' }],
		});
		expect(answer.status).toBe(400);
		expect(complaints(answer)).toEqual(['lines[1].ingramPartNumber', 'lines[2].quantity']);
		expect(simulator.orders).toEqual([]);
		const after = (await prices(client, { products: [{ ingramPartNumber: stocked }] })).data;
		expect(after).toEqual(before);
	});

	it.each([[], on('allowPartialOrder')])('are listed in a 207 else: %j', async (...attributes) => {
		const { status, data } = await create(client, 'PO', {
			lines,
			additionalAttributes: attributes,
		});
		expect(status).toBe(207);
		expect(data.processedPartially).toBe(true);
		expect(data.orders[0]).toMatchObject({
			numberOfLinesWithSuccess: 1,
			numberOfLinesWithError: 2,
			rejectedLineItems: [
				{
					customerLinenumber: '2',
					ingramPartNumber: 'XXXXXX',
					quantityOrdered: 1,
					rejectCode: 'EN',
					rejectReason: 'SKU-NOTFOUND    XXXXXX',
				},
				{ customerLinenumber: '3', rejectCode: 'EQ' },
			],
		});
	});

	it('are told in the words of a recorded answer where there is no stock', async () => {
		const { data } = await create(client, 'PO', {
			lines: [
				{ customerLineNumber: '1', ingramPartNumber: stocked, quantity: 1 },
				{ customerLineNumber: '2', ingramPartNumber: missing, quantity: 1 },
			],
			acceptBackOrder: false,
		});
		expect(data.processedPartially).toBe(true);
		expect(data.orders[0].rejectedLineItems).toEqual([
			{
				customerLinenumber: '2',
				ingramPartNumber: missing,
				quantityOrdered: 1,
				rejectCode: 'EW',
				rejectReason: `BR-CANT-SHIP    ${missing}`,
			},
		]);
	});

	it('are listed without being counted with the quirk', async () => {
		simulator.quirks.uncountedRejections = true;
		const { data } = await create(client, 'PO', {
			lines,
			additionalAttributes: on('allowPartialOrder'),
		});
		expect(data.processedPartially).toBe(false);
		expect(data.orders[0].numberOfLinesWithError).toBe(0);
		expect(data.orders[0].rejectedLineItems).toHaveLength(2);
	});

	it('refuse the order when no line is left', async () => {
		const answer = await create(client, 'PO', {
			lines: lines.slice(1),
			additionalAttributes: on('allowPartialOrder'),
		});
		expect(answer.status).toBe(400);
	});
});

describe('an order of several kinds of goods', () => {
	it('is split, and its currency is glued together', async () => {
		const { data } = await create(client, 'PO', {
			lines: [
				{ ingramPartNumber: direct, quantity: 1 },
				{ ingramPartNumber: stocked, quantity: 1 },
			],
		});
		expect(data.orderSplit).toBe(true);
		expect(
			data.orders.map((order: Record<string, unknown>) => [order.orderType, order.currencyCode]),
		).toEqual([
			['S', 'USD USD'],
			['D', 'USD USD'],
		]);
		const total = data.orders.reduce(
			(sum: number, { orderTotal }: { orderTotal: number }) => sum + orderTotal,
			0,
		);
		expect(data.purchaseOrderTotal).toBeCloseTo(total, 2);
	});

	it('has a part for each warehouse', async () => {
		const lines = ['10', '20', '10'].map((warehouse) => ({
			ingramPartNumber: stocked,
			quantity: 1,
			additionalAttributes: [{ attributeName: 'shipFromWarehouseId', attributeValue: warehouse }],
		}));
		const { data } = await create(client, 'PO', { lines });
		const number = data.orders[0].ingramOrderNumber;
		expect(
			data.orders[0].lines.map(({ subOrderNumber }: { subOrderNumber: string }) => subOrderNumber),
		).toEqual([`${number}-11`, `${number}-21`, `${number}-11`]);
	});
});

describe('stock', () => {
	it('goes down with an order, and price and availability tells so', async () => {
		const total = async (): Promise<number> => {
			const { data } = await prices(client, { products: [{ ingramPartNumber: stocked }] });
			return Number(data[0].availability.totalAvailability);
		};
		const before = await total();
		await created(client, 'PO', { lines: [{ ingramPartNumber: stocked, quantity: 100 }] });
		expect(await total()).toBe(before - 100);
	});

	it('that is short makes a line back-ordered, or refuses it where that is not wanted', async () => {
		const lines = [{ ingramPartNumber: missing, quantity: 3 }];
		const { data } = await create(client, 'PO-1', { lines });
		expect(data.orders[0].lines[0]).toMatchObject({
			lineStatus: 'Backordered',
			extendedUnitPrice: 0,
			quantityConfirmed: 0,
			quantityBackOrdered: 3,
		});
		expect((await create(client, 'PO-2', { lines, acceptBackOrder: 'false' })).status).toBe(400);
	});
});

import type { AxiosInstance } from 'axios';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import {
	create,
	created,
	details,
	on,
	orderBody,
	ordersEndpoint,
	stocked,
} from './ordersSupport.mts';
import { complaints, connect } from './support.mts';

let simulator: Simulator;
let client: AxiosInstance;
beforeEach(async () => {
	simulator = await startSimulator({ products: 50, callsPerWindow: 0 });
	client = await connect(simulator);
});
afterEach(async () => await simulator.close());

describe('create order', () => {
	it('answers 201 in the shape of the samples', async () => {
		const { status, data } = await create(client, 'po-1');
		expect(status).toBe(201);
		expect(data).toMatchObject({
			customerOrderNumber: 'PO-1',
			billToAddressId: '000',
			orderSplit: false,
			processedPartially: false,
			purchaseOrderTotal: 18.69,
			shipToInfo: { addressId: '200' },
		});
		const [order] = data.orders;
		expect(order).toMatchObject({
			numberOfLinesWithSuccess: 1,
			numberOfLinesWithError: 0,
			orderType: 'S',
			orderTotal: 18.69,
			freightCharges: 7.83,
			currencyCode: 'USD',
		});
		expect(order.ingramOrderNumber).toMatch(/^20-[0-9A-Z]{5}$/);
		expect(order.ingramOrderDate).toMatch(/^\d{4}-\d\d-\d\d$/);
		expect(order.lines).toEqual([
			expect.objectContaining({
				subOrderNumber: `${order.ingramOrderNumber}-11`,
				ingramLineNumber: '001',
				customerLineNumber: '1',
				lineStatus: 'In Progress',
				unitPrice: 5.43,
				extendedUnitPrice: 10.86,
				quantityOrdered: 2,
				quantityConfirmed: 2,
				quantityBackOrdered: 0,
				shipmentDetails: expect.objectContaining({ carrierCode: 'RG' }),
			}),
		]);
	});

	it('keeps the case with the quirk for it off', async () => {
		simulator.quirks.capitals = false;
		expect((await create(client, 'po-1')).data.customerOrderNumber).toBe('po-1');
	});

	it('takes every field of the body', async () => {
		const address = {
			contact: 'A',
			companyName: 'B',
			addressLine1: 'C',
			addressLine2: 'D',
			addressLine3: 'E',
			city: 'F',
			state: 'CA',
			postalCode: '92612',
			countryCode: 'US',
			phoneNumber: '123',
			email: 'a@b.example',
		};
		const answer = await create(client, 'PO', {
			endCustomerOrderNumber: 'END',
			billToAddressId: '000',
			specialBidNumber: 'BID',
			notes: 'Note',
			acceptBackOrder: true,
			resellerInfo: { resellerId: '1', ...address, phoneNumber: 123 },
			vmf: { vendAuthNumber: 'V' },
			shipToInfo: { addressId: '1', name1: 'N', name2: 'M', addressLine4: 'L', ...address },
			endUserInfo: { endUserId: '1', name1: 'N', name2: 'M', addressLine4: 'L', ...address },
			lines: [
				{
					customerLineNumber: '001',
					ingramPartNumber: stocked,
					quantity: 1,
					specialBidNumber: 'B',
					notes: 'line note',
					unitPrice: 1.5,
					endUserPrice: 2.5,
					additionalAttributes: [{ attributeName: 'SHIPFROMWAREHOUSEID', attributeValue: '30' }],
					warrantyInfo: [
						{
							directLineLink: 'D',
							warrantyLineLink: '2',
							serialInfo: [
								{
									dateofPurchase: '2026-01-01',
									shipDate: '2026-01-01',
									primarySerialNumber: 'S',
									secondarySerialNumber: 'T',
								},
							],
						},
					],
					endUserInfo: [{ endUserId: '1', endUserType: 'x', ...address }],
				},
			],
			shipmentDetails: {
				carrierCode: 'UG',
				freightAccountNumber: 'F',
				shipComplete: 'P',
				requestedDeliveryDate: '2027-01-31',
				signatureRequired: 'true',
				shippingInstructions: 'Ring twice',
			},
			additionalAttributes: [{ attributeName: 'govtProgramType', attributeValue: 'PA' }],
		});
		expect(answer.status).toBe(201);
		expect(answer.data.orders[0].lines[0]).toMatchObject({
			specialBidNumber: 'B',
			unitPrice: 5.43,
			shipmentDetails: {
				carrierCode: 'UG',
				carrierName: 'UPS GROUND',
				shipFromWarehouseId: '30',
				freightAccountNumber: 'F',
				signatureRequired: 'true',
				shippingInstructions: 'Ring twice',
			},
		});
	});

	it.each<[string, Record<string, unknown>, string]>([
		['a number that is too long', { customerOrderNumber: 'x'.repeat(36) }, 'customerOrderNumber'],
		['an empty number', { customerOrderNumber: '' }, 'customerOrderNumber'],
		['an unknown field', { customerorderNumber: 'x' }, 'customerorderNumber'],
		['null', { notes: null }, 'notes'],
		['no lines', { lines: [] }, 'lines'],
		['a line without a part', { lines: [{ quantity: 1 }] }, 'lines[0].ingramPartNumber'],
		[
			'a quantity as text',
			{ lines: [{ ingramPartNumber: stocked, quantity: '1' }] },
			'lines[0].quantity',
		],
		[
			'a broken quantity',
			{ lines: [{ ingramPartNumber: stocked, quantity: 1.5 }] },
			'lines[0].quantity',
		],
		['a long state', { shipToInfo: { state: 'Cali' } }, 'shipToInfo.state'],
		['endUserInfo as a list', { endUserInfo: [] }, 'endUserInfo'],
		[
			'an unknown shipComplete',
			{ shipmentDetails: { shipComplete: 'X' } },
			'shipmentDetails.shipComplete',
		],
		[
			'a date in another form',
			{ shipmentDetails: { requestedDeliveryDate: '01/31/2027' } },
			'shipmentDetails.requestedDeliveryDate',
		],
		[
			'a switch that is no switch',
			{ additionalAttributes: [{ attributeName: 'allowPartialOrder', attributeValue: 'yes' }] },
			'additionalAttributes[0].attributeValue',
		],
		[
			'a switch that is no text',
			{ additionalAttributes: [{ attributeName: 'allowPartialOrder', attributeValue: true }] },
			'additionalAttributes[0].attributeValue',
		],
	])('refuses %s and names it', async (_what, fields, field) => {
		const answer = await create(client, 'PO', fields);
		expect(answer.status).toBe(400);
		expect(complaints(answer)).toEqual([field]);
		expect(simulator.orders).toEqual([]);
	});

	it('takes 884 lines and no more', async () => {
		const lines = Array.from({ length: 885 }, (_, i) => ({
			customerLineNumber: String(i + 1),
			ingramPartNumber: stocked,
			quantity: 1,
		}));
		expect(complaints(await create(client, 'PO', { lines }))).toEqual(['lines']);
		const answer = await create(client, 'PO', { lines: lines.slice(0, 884) });
		expect(answer.status).toBe(201);
		expect(answer.data.orders[0].lines).toHaveLength(884);
	});

	it('changes line numbers that are used twice or are no numbers, without a word', async () => {
		const lines = ['1', '1', 'A', '885', '3'].map((customerLineNumber) => ({
			customerLineNumber,
			ingramPartNumber: stocked,
			quantity: 1,
		}));
		const { status, data } = await create(client, 'PO', { lines });
		expect(status).toBe(201);
		expect(
			data.orders[0].lines.map((line: { customerLineNumber: string }) => line.customerLineNumber),
		).toEqual(['1', '2', '4', '5', '3']);
	});
});

describe('a customer order number', () => {
	it('is refused when it was used, in any case, unless the flag allows it', async () => {
		await created(client, 'PO-1');
		const second = await create(client, 'po-1');
		expect(second.status).toBe(400);
		expect(complaints(second)).toEqual(['customerOrderNumber']);
		const third = await create(client, 'PO-1', {
			additionalAttributes: on('allowDuplicateCustomerOrderNumber'),
		});
		expect(third.status).toBe(201);
		expect(simulator.orders).toHaveLength(2);
	});

	it('belongs to its customer', async () => {
		await created(client, 'PO-1');
		const german = await connect(simulator, {
			'IM-CustomerNumber': '30-333333',
			'IM-CountryCode': 'DE',
		});
		const number = await created(german, 'PO-1');
		expect(number).toMatch(/^30-/);
		expect((await details(client, number)).status).toBe(500);
	});
});

it('creates 1,000 orders at once, each with a number of its own', async () => {
	for (let i = 0; i < 1000; i += 50) {
		await Promise.all(
			Array.from({ length: 50 }, async (_, j) => await created(client, `PO-${i + j}`)),
		);
	}
	expect(simulator.orders).toHaveLength(1000);
	const numbers = new Set(simulator.orders.map((order) => order.ingramOrderNumber));
	expect(numbers.size).toBe(1000);
});

it('keeps the rate limit here too', async () => {
	await simulator.close();
	simulator = await startSimulator({ products: 50, callsPerWindow: 2 });
	client = await connect(simulator);
	await created(client, 'PO-1');
	await created(client, 'PO-2');
	const third = await client.post(ordersEndpoint, orderBody('PO-3'));
	expect(third.status).toBe(429);
	expect(simulator.orders).toHaveLength(2);
});

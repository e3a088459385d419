import type { AxiosInstance, AxiosResponse } from 'axios';
import { startSimulator, type OrderEvent, type Simulator } from '../../simulator/index.mts';
import { asyncEndpoint, created, on, orderBody, searchFor, stocked } from './ordersSupport.mts';
import { complaints, connect } from './support.mts';

let simulator: Simulator;
let client: AxiosInstance;
let results: Extract<OrderEvent, { kind: 'async_order_create' }>[];
beforeEach(async () => {
	simulator = await startSimulator({
		products: 50,
		callsPerWindow: 0,
		asyncOrderDelaySeconds: 60,
	});
	client = await connect(simulator);
	results = [];
	simulator.onOrderEvent((event) => {
		if (event.kind === 'async_order_create') results.push(event);
	});
});
afterEach(async () => await simulator.close());

const submit = async (number: string, fields: Record<string, unknown> = {}) =>
	await client.post<unknown, AxiosResponse>(asyncEndpoint, orderBody(number, fields));

describe('create order, asynchronously', () => {
	it('says that it was received; the order is there later', async () => {
		const answer = await submit('PO');
		expect(answer.status).toBe(200);
		expect(Object.keys(answer.data)).toEqual(['quoteNumber', 'confirmationNumber', 'message']);
		expect(answer.data.confirmationNumber).toMatch(/^US-I-T-\d{20}$/);
		expect((await searchFor(client, 'customerOrderNumber=PO')).status).toBe(204);
		simulator.advanceTime(60);
		const { data } = await searchFor(client, 'customerOrderNumber=PO');
		expect(data.orders).toHaveLength(1);
		expect(results).toEqual([
			expect.objectContaining({ confirmationNumber: answer.data.confirmationNumber }),
		]);
		expect(results[0]?.placement).toHaveProperty('orders');
	});

	it('fails later for an unknown part and for a number that was used', async () => {
		await created(client, 'USED');
		await submit('USED');
		await submit('PO', { lines: [{ ingramPartNumber: 'XXXXXX', quantity: 1 }] });
		simulator.advanceTime(60);
		expect(simulator.orders).toHaveLength(1);
		expect(
			results.map(({ placement }) =>
				'problems' in placement ? placement.problems.map(({ field }) => field) : [],
			),
		).toEqual([['customerOrderNumber'], ['lines[0].ingramPartNumber']]);
	});

	it('takes the fields that only v7 has', async () => {
		const vendorFields = [
			{
				vendorName: 'V',
				productId: 'P',
				additionalAttributes: [
					{
						attributeName: 'a',
						attributeValue: 'b',
						attributeDescription: 'c',
						attributeHint: 'd',
						choices: [
							{
								attributeValue: 'b',
								attributeDescription: 'c',
								choices: [{ attributename: 'e', attributeValue: 'f' }],
							},
						],
					},
				],
			},
		];
		const answer = await submit('PO', {
			quoteNumber: null,
			acceptBackOrder: true,
			vendAuthNumber: 'V',
			vmfVendorAdditionalAttributes: vendorFields,
			vriAdditionalAttributes: vendorFields,
			vmfAdditionalAttributes: on('x'),
			shipToInfo: { shippingNotes: 'note', phoneNumber: '1' },
			shipmentDetails: { requestedDeliveryDate: '20270131', signatureRequired: false },
			lines: [
				{
					vendorPartNumber: 'LS1016A-CISCO',
					quantity: 1,
					warrantyInfo: {
						directLineLink: 'D',
						serialInfo: [{ dateOfPurchase: '20260101', shipDate: '20260101' }],
					},
					vmfAdditionalAttributesLines: on('x'),
					endCustomerPrice: 2,
					margin: 1,
				},
				{
					planid: '438323',
					resourceId: '15612650',
					quantity: 5,
					billingPeriod: [{ type: 'Months', duration: 1 }],
					subscriptionPeriod: [
						{
							type: 'Years',
							duration: 1,
							startDate: '2027-01-01',
							endDateAlignmentType: 'MATCH_END_OF_CALENDAR_MONTH',
							subscriptionId: 'S',
						},
					],
					vriAdditionalAttributes: vendorFields,
				},
			],
		});
		expect(answer.status).toBe(200);
		simulator.advanceTime(60);
		expect(
			simulator.orders.map(({ lines }) => lines.map(({ ingramPartNumber }) => ingramPartNumber)),
		).toEqual([[stocked], ['438323']]);
	});

	it.each<[string, Record<string, unknown>, string]>([
		['a quoted boolean', { acceptBackOrder: 'true' }, 'acceptBackOrder'],
		['an unquoted phone number', { shipToInfo: { phoneNumber: 1 } }, 'shipToInfo.phoneNumber'],
		['a long number', { customerOrderNumber: 'x'.repeat(19) }, 'customerOrderNumber'],
		['v6’s vendor field', { vmf: { vendAuthNumber: 'V' } }, 'vmf'],
		[
			'a date of ten letters',
			{ shipmentDetails: { requestedDeliveryDate: '2027-01-31' } },
			'shipmentDetails.requestedDeliveryDate',
		],
		[
			'v6’s warranty list',
			{ lines: [{ ingramPartNumber: stocked, quantity: 1, warrantyInfo: [] }] },
			'lines[0].warrantyInfo',
		],
		['an unknown quote', { quoteNumber: 'QUO-1' }, 'quoteNumber'],
	])('refuses %s', async (_what, fields, field) => {
		const answer = await submit('PO', fields);
		expect(answer.status).toBe(400);
		expect(answer.data.errors[0]).toHaveProperty('traceid');
		expect(complaints(answer)).toEqual([field]);
	});

	it('orders a quote, and ignores the lines sent with it', async () => {
		const answer = await submit('PO', { quoteNumber: 'QUO-10926-Y8G1B3' });
		expect(answer.data.quoteNumber).toBe('QUO-10926-Y8G1B3');
		simulator.advanceTime(60);
		expect(simulator.orders[0]?.lines).toHaveLength(2);
	});
});

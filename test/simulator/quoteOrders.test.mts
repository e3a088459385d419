import type { AxiosInstance, AxiosResponse } from 'axios';

import { type OrderEvent, type Simulator, startSimulator } from '../../simulator/index.mts';
import { connect } from './support.mts';

const VALIDATE = '/resellers/v6/q2o/validatequote';
const INFO = '/resellers/v7/vendorrequiredinfo';
const ORDER = '/resellers/v7/orders';
const LEGACY = '/resellers/v6/q2o/orders';
const CISCO = 'QUO-14551943-D2Y9L9';

let simulator: Simulator;
let client: AxiosInstance;
let events: OrderEvent[];
beforeEach(async () => {
	simulator = await startSimulator({ products: 50, callsPerWindow: 0 });
	client = await connect(simulator, { 'IM-SenderID': 'tests' });
	events = [];
	simulator.onOrderEvent((event) => events.push(event));
});
afterEach(async () => await simulator.close());

/** What an answer complains about: fields, and what is wrong with each. */
const complaints = ({ data }: AxiosResponse): string[] => {
	const fields: { field: string; message: string }[] = data.errors[0].fields;
	return fields.map(({ field, message }) => `${field}: ${message}`);
};

const header = [
	{ attributeName: 'VEND_AUTH_NBR_FLG', attributeValue: 'ABC1234' },
	{ attributeName: 'ResellerCompanyName', attributeValue: 'Example Ltd' },
];
const lines = [
	{
		customerLineNumber: '11',
		vmfAdditionalAttributesLines: [{ attributeName: 'resellerCtacEmail', attributeValue: 'a@b.c' }],
	},
	{
		customerLineNumber: '12',
		vmfAdditionalAttributesLines: [{ attributeName: 'rslrg360CtacName', attributeValue: 'N. S.' }],
	},
];
const order = { quoteNumber: CISCO, customerOrderNumber: 'PO-1' };

/** What comes of an order once it is placed: how many orders, or what was wrong. */
function outcome(): unknown {
	simulator.advanceTime(3600);
	const [event] = events.filter(({ kind }) => kind === 'async_order_create');
	if (event?.kind !== 'async_order_create') return undefined;
	const { placement } = event;
	return 'problems' in placement
		? placement.problems.map(({ field }) => field)
		: placement.orders.length;
}

describe('validate quote', () => {
	it('names what the vendor demands, of the whole and of each line, as the sample does', async () => {
		const { status, data } = await client.get(VALIDATE, { params: { quoteNumber: CISCO } });
		expect(status).toBe(200);
		expect(data).toMatchObject({
			quoteNumber: CISCO,
			vendorName: 'Cisco',
			vmfAdditionalAttributes: [{ attributeName: 'VEND_AUTH_NBR_FLG' }, expect.anything()],
			lines: [
				{
					customerLineNumber: '11',
					quantity: '1',
					vmfAdditionalAttributesLines: [
						{ attributeName: 'resellerCtacEmail' },
						{ attributeName: '' },
					],
				},
				{
					linesVendorMandatoryAttributes: [
						{ attributeName: 'rslrg360CtacName' },
						expect.anything(),
					],
				},
			],
		});
	});

	it('refuses a quote that is unknown, closed or ordered, and a call without one', async () => {
		const get = async (params: object): Promise<AxiosResponse> =>
			await client.get(VALIDATE, { params });
		expect(complaints(await get({ quoteNumber: 'QUO-0-X' }))).toEqual([
			'quoteNumber: Quote not found',
		]);
		const [closed] = simulator.addQuotes(1, {
			status: 'Closed',
			lines: [{ ingramPartNumber: '123512', quantity: 1 }],
		});
		expect(complaints(await get({ quoteNumber: closed }))).toEqual([
			'quoteNumber: The quote is not ready to order',
		]);
		expect(complaints(await get({}))).toHaveLength(1);
	});
});

describe('vendor required information', () => {
	it('answers for a quote, a product and a plan, and says what it does not know', async () => {
		const products = [
			{ ingramPartNumber: '123512' },
			{ ingramPartNumber: '9YG948' },
			{ planID: '438323' },
			{ vendorPartNumber: 'NOSUCH' },
		];
		const { data } = await client.post(INFO, { products });
		const seen = data.map((entry: Record<string, unknown[]>) => [
			entry.responseMessages.length,
			entry.vmfAdditionalAttributes.length,
			entry.vriAdditionalAttributes.length,
		]);
		expect(seen).toEqual([
			[0, 0, 0],
			[0, 0, 1],
			[0, 0, 1],
			[1, 0, 0],
		]);
		const quote = await client.post(INFO, { quoteNumber: CISCO });
		expect(quote.data[0]).toMatchObject({
			quoteNumber: CISCO,
			vmfAdditionalAttributes: [{ vendorName: 'Cisco', additionalAttributes: [{}, {}] }],
		});
	});

	const both = 'quoteNumber: Either a quote or products are required';
	const several = 'products[0]: Exactly one identifier is required';

	it.each([
		[{}, both],
		[{ quoteNumber: CISCO, products: [{ planID: '438323' }] }, both],
		[{ products: [{ planID: '438323', ingramPartNumber: '123512' }] }, several],
		[{ products: [{ planId: '438323' }] }, 'products[0].planId: Unknown field'],
	])('refuses %j', async (body, complaint) => {
		expect(complaints(await client.post(INFO, body))).toEqual([complaint]);
	});

	it('refuses a call without a sender', async () => {
		const nameless = await connect(simulator);
		expect(complaints(await nameless.post(INFO, { quoteNumber: CISCO }))).toEqual([
			expect.stringMatching(/^IM-SenderID: /),
		]);
	});
});

describe('an order of a quote', () => {
	it.each<[string, object]>([
		['in the older lists', { vmfAdditionalAttributes: header, lines }],
		[
			'in the list with vendors',
			{
				vmfVendorAdditionalAttributes: [{ vendorName: 'Cisco', additionalAttributes: header }],
				lines,
			},
		],
	])('is placed with what its vendor demands %s', async (_, fields) => {
		const { status } = await client.post(ORDER, { ...order, ...fields });
		expect(status).toBe(200);
		expect(outcome()).toBe(1);
		const [quote] = simulator.quotes.filter(({ quoteNumber }) => quoteNumber === CISCO);
		expect(quote).toMatchObject({ status: 'Ordered', ingramOrderNumbers: [expect.any(String)] });
	});

	it('comes to nothing without, which is told later', async () => {
		const { status } = await client.post(ORDER, {
			...order,
			vmfAdditionalAttributes: [{ ...header[0], attributeValue: '' }, header[1]],
			lines: [lines[0]],
		});
		expect(status).toBe(200);
		expect(outcome()).toEqual(['VEND_AUTH_NBR_FLG', 'lines[1].rslrg360CtacName']);
		expect(simulator.orders).toEqual([]);
	});

	it('goes by the older call too, which takes its own names only', async () => {
		const { status, data } = await client.post(LEGACY, {
			...order,
			enduserOrderNumber: 'EU-1',
			vmfadditionalAttributes: header,
			lines: lines.map((line) => ({ ...line, quantity: '1' })),
		});
		expect(status).toBe(200);
		expect(data).toMatchObject({ quoteNumber: CISCO, confirmationNumber: expect.any(Number) });
		expect(outcome()).toBe(1);
		expect(
			complaints(await client.post(LEGACY, { ...order, endCustomerOrderNumber: 'EU-1' })),
		).toEqual(['endCustomerOrderNumber: Unknown field']);
		expect(complaints(await client.post(LEGACY, { ...order, quoteNumber: 'QUO-0-X' }))).toEqual([
			'quoteNumber: Quote not found',
		]);
		expect(complaints(await client.post(LEGACY, { customerOrderNumber: 'PO-2' }))).toEqual([
			'quoteNumber: Required field is missing',
		]);
	});
});

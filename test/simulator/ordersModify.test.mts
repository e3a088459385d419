import type { AxiosInstance, AxiosResponse } from 'axios';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { created, details, held, on, stocked } from './ordersSupport.mts';
import { complaints, connect } from './support.mts';

let simulator: Simulator;
let client: AxiosInstance;
let number: string;
beforeEach(async () => {
	simulator = await startSimulator({ products: 50, callsPerWindow: 0 });
	client = await connect(simulator);
	number = await held(client, 'PO');
});
afterEach(async () => await simulator.close());

const put = async (body: unknown, path = number): Promise<AxiosResponse> =>
	await client.put(`/resellers/v6/orders/${path}`, body);
const modify = async (...lines: unknown[]): Promise<AxiosResponse> => await put({ lines });
const cancel = async (path = number): Promise<AxiosResponse> =>
	await client.delete(`/resellers/v6/orders/${path}`);

describe('modify order', () => {
	it('adds a line', async () => {
		const answer = await modify({
			addUpdateDeleteLine: 'ADD',
			customerLineNumber: '010',
			ingramPartNumber: 'RX1000',
			quantity: 3,
			notes: 'Note',
		});
		expect(answer.status).toBe(201);
		expect(answer.data).toMatchObject({
			ingramOrderNumber: number,
			orderStatus: 'ON HOLD',
			lines: [{ ingramLineNumber: '002', customerLineNumber: '010', quantityOrdered: 3 }],
		});
		expect((await details(client, number)).data.lines).toHaveLength(2);
	});

	it('changes a quantity, which gives the line a new number', async () => {
		const answer = await modify({
			addUpdateDeleteLine: 'UPDATE',
			ingramLineNumber: '001',
			ingramPartNumber: stocked,
			quantity: 5,
		});
		expect(answer.status).toBe(201);
		expect(answer.data.lines).toEqual([
			expect.objectContaining({ ingramLineNumber: '002', quantityOrdered: 5 }),
		]);
		expect((await details(client, number)).data.lines[0]).toMatchObject({
			ingramOrderLineNumber: '002',
			quantityOrdered: 5,
		});
	});

	it('deletes a line', async () => {
		const answer = await modify({ addUpdateDeleteLine: 'DELETE', ingramLineNumber: '001' });
		expect(answer.status).toBe(200);
		expect(answer.data.lines).toEqual([
			{ ingramLineNumber: '001', customerLineNumber: '000', ingramPartNumber: stocked },
		]);
	});

	it('rejects lines with a code each, in a 200', async () => {
		const answer = await modify(
			{ addUpdateDeleteLine: 'ADD', ingramPartNumber: 'XXXXXX', quantity: 1 },
			{ addUpdateDeleteLine: 'ADD', ingramPartNumber: stocked, quantity: 0 },
			{ addUpdateDeleteLine: 'UPDATE', ingramLineNumber: '009', quantity: 1 },
			{ addUpdateDeleteLine: 'DELETE', ingramLineNumber: 9 },
		);
		expect(answer.status).toBe(200);
		expect(answer.data).not.toHaveProperty('lines');
		expect(
			answer.data.rejectedLineItems.map(({ rejectCode }: { rejectCode: string }) => rejectCode),
		).toEqual(['EN', 'EQ', 'EL', 'EL']);
	});

	it('takes comments, long ones as lines', async () => {
		const long = 'x'.repeat(40);
		expect(complaints(await put({ notes: long }))).toEqual(['notes']);
		const answer = await put({
			notes: long,
			additionalAttributes: on('enableCommentsAsLines'),
		});
		expect(answer.status).toBe(201);
		expect(answer.data.lines.map(({ notes }: { notes: string }) => notes.length)).toEqual([35, 5]);
		const gone = await modify({ addUpdateDeleteLine: 'DELETE', ingramLineNumber: '003' });
		expect(gone.status).toBe(200);
		expect((await details(client, number)).data.notes).toBe('X'.repeat(35));
	});

	const address = {
		companyName: 'New',
		addressLine1: '2 Way',
		city: 'Town',
		state: 'AZ',
		postalCode: '86001',
		countryCode: 'US',
	};

	it('changes the address', async () => {
		const answer = await put({ shipToInfo: address });
		expect(answer.status).toBe(201);
		expect(answer.data.shipToInfo).toMatchObject({ addressLine1: '2 WAY' });
		expect((await details(client, number)).data.shipToInfo.city).toBe('TOWN');
	});

	it('refuses a bad address alone, and answers 207 when lines came with it', async () => {
		const bad = { ...address, postalCode: '1' };
		expect(complaints(await put({ shipToInfo: bad }))).toEqual(['shipToAddress']);
		const answer = await put({
			shipToInfo: bad,
			lines: [{ addUpdateDeleteLine: 'ADD', ingramPartNumber: stocked, quantity: 1 }],
		});
		expect(answer.status).toBe(207);
		expect(answer.data.changeDescription).toBeTruthy();
		expect(answer.data.lines).toHaveLength(1);
	});

	it.each<[string, unknown, string]>([
		['nothing to do', {}, 'body'],
		['a line without what to do', { lines: [{}] }, 'lines[0].addUpdateDeleteLine'],
		[
			'an update without a line number',
			{ lines: [{ addUpdateDeleteLine: 'UPDATE', quantity: 1 }] },
			'lines[0].ingramLineNumber',
		],
		['a long note', { notes: 'x'.repeat(133) }, 'notes'],
		['an unknown field', { customerOrderNumber: 'x' }, 'customerOrderNumber'],
	])('refuses %s', async (_what, body, field) => {
		const answer = await put(body);
		expect(answer.status).toBe(400);
		expect(complaints(answer)).toEqual([field]);
	});

	it('can answer with the odd names of some samples', async () => {
		simulator.quirks.oddModifyNames = 'number';
		const line = { addUpdateDeleteLine: 'ADD', ingramPartNumber: stocked, quantity: 1 };
		const first = await modify(line);
		expect(first.data.orderNumber).toBe(number);
		expect(first.data.lines[0].ingramLineNumber).toBe(2);
		simulator.quirks.oddModifyNames = 'lineNumber';
		expect((await modify(line)).data.lines[0].lineNumber).toBe('003');
	});
});

describe('release order', () => {
	it('answers 200 without a body, once', async () => {
		const released = await put({}, `${number}?actionCode=release`);
		expect([released.status, released.data]).toEqual([200, '']);
		expect((await details(client, number)).data.orderStatus).toBe('Processing');
		const again = await put({}, `${number}?actionCode=release`);
		expect(again.status).toBe(400);
		expect(again.data.errors[0].fields).toEqual([
			{
				message:
					'Order can not be modified/released. Order is already released or Order is not placed on Customer Hold',
			},
		]);
	});

	it('needs a body', async () => {
		const answer = await client.put(`/resellers/v6/orders/${number}?actionCode=release`);
		expect(answer.status).toBe(400);
	});

	it('refuses what was never on hold, unknown orders, and numbers that are none', async () => {
		const other = await created(client, 'PO-2');
		expect((await put({}, `${other}?actionCode=release`)).status).toBe(400);
		const unknown = await put({}, '20-ZZZZZ?actionCode=release');
		expect([unknown.status, unknown.data]).toEqual([404, '']);
		expect(complaints(await put({}, 'nonsense?actionCode=release'))).toEqual(['OrderNumber']);
	});
});

describe('cancel order', () => {
	it('ends an order on hold', async () => {
		const answer = await cancel();
		expect([answer.status, answer.data]).toEqual([200, '']);
		expect(simulator.orders[0]).toMatchObject({ status: 'Canceled', state: 'cancelled' });
		expect((await cancel()).status).toBe(405);
		expect((await put({}, `${number}?actionCode=release`)).status).toBe(400);
	});

	it('answers 405 after the release, 404 for an unknown order, 400 for what is no number', async () => {
		await put({}, `${number}?actionCode=release`);
		expect((await cancel()).status).toBe(405);
		expect((await cancel('20-ZZZZZ')).status).toBe(404);
		expect(complaints(await cancel('nonsense'))).toEqual(['OrderNumber']);
		expect(complaints(await cancel(`${number}?regionCode=CS`))).toEqual(['regionCode']);
	});
});

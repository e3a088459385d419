import type { AxiosInstance } from 'axios';

import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { created, stocked } from './ordersSupport.mts';
import { connect } from './support.mts';

let simulator: Simulator;
let client: AxiosInstance;
beforeAll(async () => {
	simulator = await startSimulator({
		products: 50,
		callsPerWindow: 0,
		returnDecisionSeconds: 3600,
	});
	client = await connect(simulator);
	client.defaults.headers.common['IM-ApplicationID'] = 'tests';
	client.defaults.headers.common['IM-CustomerContact'] = 'buyer@example.com';
});
afterAll(async () => await simulator.close());

/** Orders three pieces, and has them invoiced; the number of the invoice. */
async function invoiced(po: string): Promise<string> {
	const number = await created(client, po, {
		lines: [{ ingramPartNumber: stocked, quantity: 3 }],
	});
	simulator.orderSteps.invoice(number);
	return simulator.orders.at(-1)!.lines[0].invoiceNumbers[0];
}

describe('invoices', () => {
	it('follow from the order: lines, amounts and serial numbers', async () => {
		const number = await invoiced('INV-1');
		const { data } = await client.get(
			`/resellers/v6.1/invoices/${number}?includeSerialNumbers=true`,
		);
		const [line] = data.lines;
		expect(line).toMatchObject({ ingramPartNumber: stocked, quantity: 3, quantityOrdered: 3 });
		expect(line.serialNumbers).toHaveLength(3);
		expect(line.extendedPrice).toBeCloseTo(line.unitPrice * 3, 2);
		const { netInvoiceAmount, freightAmount, invoicedAmountDue } = data.summary.totals;
		expect(invoicedAmountDue).toBeCloseTo(netInvoiceAmount + freightAmount, 2);
		const serial = line.serialNumbers[0].serialNumber;
		const found = await client.get(`/resellers/v6/invoices?serialNumber=${serial}`);
		expect(found.data).toMatchObject({ recordsFound: 1, invoices: [{ invoiceNumber: number }] });
		expect(found.data.invoices[0].invoicedAmountDue).toBe(invoicedAmountDue);
	});

	it('are refused without their headers, and for names that the call does not have', async () => {
		const number = await invoiced('INV-2');
		const v6 = await client.get(`/resellers/v6/invoices/${number}`);
		expect([v6.status, v6.data.errors[0].fields[0].field]).toEqual([400, 'version']);
		const good = await client.get(`/resellers/v6/invoices/${number}`, {
			headers: { version: '6' },
		});
		expect(Object.keys(good.data).every((name) => /^[A-Z]/.test(name))).toBe(true);
		for (const query of ['deliveryNumber=1', 'orderBy=InvoiceDate', 'invoiceFromDate=1.1.2026']) {
			expect((await client.get(`/resellers/v6/invoices?${query}`)).status).toBe(400);
		}
	});

	it('reach back two years', async () => {
		simulator.addOrders(1, { prefix: 'OLD-', from: new Date('2021-05-06T07:00:00Z') });
		const { data } = await client.get('/resellers/v6/invoices?customerOrderNumber=OLD-1');
		expect(data.recordsFound).toBe(0);
	});
});

describe('returns', () => {
	const entry = (invoiceNumber: string, more: object = {}) => ({
		invoiceNumber,
		invoiceDate: new Date().toISOString().slice(0, 10),
		ingramPartNumber: stocked,
		quantity: '1',
		primaryReason: 'Defective',
		secondaryReason: 'Does not work',
		numberOfBoxes: '1',
		referenceNumber: 'REF',
		shipFromInfo: {
			companyName: 'A',
			contact: 'B',
			addressLine1: 'C',
			city: 'D',
			state: 'KS',
			postalCode: '1',
			countryCode: 'US',
			email: 'a@example.com',
		},
		...more,
	});
	const create = async (...list: object[]) =>
		await client.post('/resellers/v6/returns/create', { list });

	it('live: requested, seen, decided by time or by hand', async () => {
		const number = await invoiced('RET-1');
		const { status, data } = await create(entry(number), entry(number));
		expect(status).toBe(200);
		const [first, second] = data.returnsClaims.map(
			({ caseRequestNumber }: { caseRequestNumber: string }) => caseRequestNumber,
		);
		expect(data.returnsClaims[0]).toMatchObject({
			returnReason: '(DF) Defective Items',
			status: 'Open',
			quantity: 1,
			credit: null,
		});
		simulator.returnSteps.deny(first);
		simulator.advanceTime(3601);
		const details = async (one: string) => (await client.get(`/resellers/v6/returns/${one}`)).data;
		expect(await details(first)).toMatchObject({ status: 'Denied' });
		expect(await details(second)).toMatchObject({ status: 'Approved' });
		const { data: found } = await client.get('/resellers/v6/returns/search?returnStatus-in=Denied');
		expect(found.returnsClaims).toMatchObject([{ caseRequestNumber: first, credit: 0 }]);
	});

	it('are refused for more than is left, another date, a wrong serial number, a list as place', async () => {
		const number = await invoiced('RET-2');
		const problemOf = async (...list: object[]) => {
			const { status, data } = await create(...list);
			return [status, data[0].errors[0].fields[0].field];
		};
		const two = entry(number, { quantity: 2, referenceNumber: 'TWO' });
		expect(await problemOf(two, two)).toEqual([400, 'list[1].quantity']);
		expect(simulator.returns.filter(({ referenceNumber }) => referenceNumber === 'TWO')).toEqual(
			[],
		);
		const { shipFromInfo } = entry(number);
		expect(await problemOf(entry(number, { invoiceDate: '2020-01-01' }))).toEqual([
			400,
			'list[0].invoiceDate',
		]);
		expect(await problemOf(entry(number, { serialNumber: 'NONE' }))).toEqual([
			400,
			'list[0].serialNumber',
		]);
		expect(await problemOf(entry(number, { shipFromInfo: [shipFromInfo] }))).toEqual([
			400,
			'list[0].shipFromInfo',
		]);
		expect((await create(entry(number, { quantity: 3 }))).status).toBe(200);
		expect(await problemOf(entry(number))).toEqual([400, 'list[0].quantity']);
	});

	it('takes a reason with a comma alone, and refuses a list as repeated keys', async () => {
		const search = async (query: string) =>
			(await client.get(`/resellers/v6/returns/search?${query}`)).status;
		const torn = encodeURIComponent('(DT1) Direct Ship billed, not shipped.');
		expect(await search(`returnReason-in=${torn}`)).toBe(200);
		expect(await search(`returnReason-in=${torn},test`)).toBe(400);
		expect(await search('returnStatus-in=Open&returnStatus-in=Denied')).toBe(400);
		expect(await search('createdOn-bt=2026-01-01')).toBe(400);
	});
});

import type { AxiosInstance } from 'axios';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { created, direct } from './ordersSupport.mts';
import { connect } from './support.mts';

let simulator: Simulator;
let client: AxiosInstance;
beforeAll(async () => {
	simulator = await startSimulator({ products: 300, callsPerWindow: 0 });
	client = await connect(simulator);
});
afterAll(async () => await simulator.close());

interface Renewal {
	renewalId: number;
	status: string;
	expirationDate: string;
	renewalValue: number;
	customerOrderNumber: string;
}

const endpoint = '/resellers/v6/renewals/search';
const search = async (body: object = {}, query = 'size=100') =>
	await client.post(`${endpoint}?${query}`, body);
const found = async (body: object, query?: string): Promise<Renewal[]> =>
	(await search(body, query)).data[0].renewals;
const status = (value: string, subStatus?: string) => ({
	status: { OpporutinyStatus: { value, ...(subStatus === undefined ? {} : { subStatus }) } },
});
const span = (customStartDate: string, customEndDate: string) => ({
	customStartDate,
	customEndDate,
});

describe('search renewals', () => {
	it('answers in a list of one, or as the schema has it', async () => {
		const { status: code, data } = await search({}, '');
		expect(code).toBe(200);
		expect(data).toEqual([
			expect.objectContaining({
				recordsFound: 60,
				pageSize: 25,
				pageNumber: 1,
				nextPage: '/resellers/v6/renewals/search?page=2',
			}),
		]);
		simulator.quirks.bareRenewals = true;
		expect((await search()).data.recordsFound).toBe(60);
		simulator.resetQuirks();
	});

	it('has open renewals ahead and closed ones behind, and each sub-status is of one', async () => {
		const now = new Date().toISOString();
		const open = await found(status('Open'));
		const closed = await found(status('Closed'));
		expect(open.length + closed.length).toBe(60);
		expect(open.every(({ expirationDate }) => expirationDate > now)).toBe(true);
		expect(closed.every(({ expirationDate }) => expirationDate < now)).toBe(true);
		expect(await found(status('Closed', 'All'))).toEqual(closed);
		for (const renewal of [...open, ...closed]) {
			const kind = open.includes(renewal) ? 'Open' : 'Closed';
			expect(await found(status(kind, renewal.status))).toContainEqual(renewal);
		}
	});

	it('narrows by each of the dates', async () => {
		const [{ expirationDate }] = await found({});
		const [year, month, day] = expirationDate.slice(0, 10).split('-');
		const onThatDay = `${month}/${day}/${year}`;
		const before = `${month}/${day}/${Number(year) - 1}`;
		const days = async (name: string, date: string) =>
			(await found({ dateType: { [name]: span(date, date) } })).map((one) => one.expirationDate);
		expect(new Set(await days('expirationDate', onThatDay))).toEqual(new Set([expirationDate]));
		expect(new Set(await days('endDate', onThatDay))).toEqual(new Set([expirationDate]));
		expect(await days('startDate', onThatDay)).not.toContain(expirationDate);
		// A term of a year, but for leap years.
		const starts = await found({
			dateType: { startDate: span(before, `${month}/${day}/${year}`) },
		});
		expect(starts.map((one) => one.expirationDate)).toContain(expirationDate);
	});

	it('sorts by its columns', async () => {
		const values = (await found({}, 'size=100&sort=renewalValue')).map(
			({ renewalValue }) => renewalValue,
		);
		expect(values).toEqual([...values].sort((a, b) => a - b));
	});

	it.each<[string, object, string, string]>([
		['the list of the sample', [{ vendor: 'HP' }], '', 'body'],
		['the right spelling', { status: { OpportunityStatus: {} } }, '', 'status.OpportunityStatus'],
		['a wrong status', status('Pending'), '', 'status.OpporutinyStatus.value'],
		[
			'the right spelling of a sub-status',
			status('Closed', 'Lost to competitor'),
			'',
			'status.OpporutinyStatus.subStatus',
		],
		[
			'a sub-status of the other status',
			status('Open', 'Expired'),
			'',
			'status.OpporutinyStatus.subStatus',
		],
		[
			'days in another form',
			{ dateType: { endDate: span('2026-11-21', '11/22/2026') } },
			'',
			'dateType.endDate.customStartDate',
		],
		[
			'days that do not exist',
			{ dateType: { endDate: span('02/01/2026', '02/30/2026') } },
			'',
			'dateType.endDate.customEndDate',
		],
		[
			'half a range',
			{ dateType: { endDate: { customStartDate: '11/21/2026' } } },
			'',
			'dateType.endDate.customEndDate',
		],
		[
			'a range backwards',
			{ dateType: { endDate: span('11/22/2026', '11/21/2026') } },
			'',
			'dateType.endDate',
		],
		['an unknown filter', { vendorName: 'HP' }, '', 'vendorName'],
		['another spelling of the page', {}, 'pageNumber=1', 'pageNumber'],
		['capitals', {}, 'Page=1', 'Page'],
		['too large a page', {}, 'size=101', 'size'],
		['an unknown column', {}, 'sort=colour', 'sort'],
	])('refuses %s, in a list', async (_, body, query, field) => {
		const { status: code, data } = await search(body, query);
		expect(code).toBe(400);
		expect(data).toHaveLength(1);
		const fields = data[0].errors[0].fields.map((one: { field: string }) => one.field);
		expect(new Set(fields)).toEqual(new Set([field]));
	});

	it('pages through 2,350 renewals of one account, each of them once', async () => {
		const added = simulator.addRenewals(2350, { customerNumber: '30-333333' });
		const german = await connect(simulator, {
			'IM-CustomerNumber': '30-333333',
			'IM-CountryCode': 'DE',
		});
		const seen: number[] = [];
		for (let page = 1; ; page++) {
			const { data } = await german.post(`${endpoint}?size=100&page=${page}`, {});
			if (data[0].renewals.length === 0) break;
			seen.push(...data[0].renewals.map(({ renewalId }: Renewal) => renewalId));
		}
		expect(seen.slice(-2350)).toEqual(added);
		expect(new Set(seen).size).toBe(2350 + 60);
	});
});

describe('renewal details', () => {
	it('has text for numbers, an object for the reference, and the quote once there is one', async () => {
		simulator.addRenewals(200);
		const [listed] = await found(status('Open', 'Quote pending'));
		const { data } = await client.get(`/resellers/v6/renewals/${listed.renewalId}`);
		expect(data).toMatchObject({
			renewalId: String(listed.renewalId),
			renewalValue: String(listed.renewalValue),
			status: 'Quote pending',
			referenceNumber: { quoteNumber: `QUO-${listed.renewalId}-R1` },
		});
		const [future] = await found(status('Open', 'Future'));
		const answer = await client.get(`/resellers/v6/renewals/${future.renewalId}`);
		expect(answer.data.referenceNumber.quoteNumber).toBe('');
	});

	it('is 404 for a renewal of another account', async () => {
		const [german] = simulator.addRenewals(1, { customerNumber: '30-333333' });
		expect((await client.get(`/resellers/v6/renewals/${german}`)).status).toBe(404);
	});
});

it('what an order sends has a renewal, whose state goes by the clock', async () => {
	const number = await created(client, 'po-term', {
		lines: [{ ingramPartNumber: direct, quantity: 2 }],
		endUserInfo: { companyName: 'User Ltd' },
	});
	const own = async () => await found({}, 'customerOrderNumber=po-term');
	expect(await own()).toEqual([]);
	simulator.orderSteps.invoice(number);
	const [renewal] = await own();
	expect(renewal).toMatchObject({ customerOrderNumber: 'po-term', status: 'Future' });
	for (const [days, expected] of [
		[200, 'Notification sent'],
		[95, 'Quote requested'],
		[30, 'Quote pending'],
		[30, 'Ready to order'],
		[30, 'Expired'],
	] as const) {
		simulator.advanceTime(days * 86_400);
		client = await connect(simulator);
		expect((await own()).map((one) => one.status)).toEqual([expected]);
	}
});

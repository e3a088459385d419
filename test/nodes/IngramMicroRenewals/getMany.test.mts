import { getMany } from '../../../nodes/IngramMicroRenewals/getMany.operation.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, paramsOf, range, requestFor } from '../support.mts';

const searchFor = (filters: unknown) => requestFor(getMany, { filters });
const statusOf = (value: string, subStatus?: string) => ({
	status: { OpporutinyStatus: { value, ...(subStatus !== undefined && { subStatus }) } },
});

describe('Get Many Renewals', () => {
	it('is a search without filters by default', () => {
		expect(searchFor({})).toEqual({
			method: 'POST',
			path: '/resellers/v6/renewals/search',
			query: {},
			body: {},
			nothingFound: [204, 404],
		});
	});

	it('asks for pages in small letters', () => {
		expect(getMany.paging).toEqual({ number: 'page', size: 'size', maxSize: 100 });
	});

	it('sends numbers in the query and all else in the body', () => {
		const { query, body } = searchFor({
			customerOrderNumber: 80000,
			ingramPurchaseOrderNumber: '20-RD128',
			serialNumber: '9517647541',
			sort: 'expirationDate',
			vendor: ' VMware ',
			endUser: 'STARK',
		});
		expect(query).toEqual({
			customerOrderNumber: '80000',
			ingramPurchaseOrderNumber: '20-RD128',
			serialNumber: '9517647541',
			sort: 'expirationDate',
		});
		expect(body).toEqual({ vendor: 'VMware', endUser: 'STARK' });
	});

	it.each(['startDate', 'endDate', 'invoiceDate', 'expirationDate'])(
		'sends the range %s as days with slashes',
		(name) => {
			expect(searchFor({ [name]: range('2026-11-21T00:00:00', '2027-02-19') }).body).toEqual({
				dateType: {
					[name]: { customStartDate: '11/21/2026', customEndDate: '02/19/2027' },
				},
			});
		},
	);

	it.each([
		[{ status: 'Open' }, statusOf('Open')],
		[{ status: 'closed' }, statusOf('Closed')],
		[{ subStatus: 'All' }, statusOf('Closed', 'All')],
		[{ subStatus: 'Lost to Competitor' }, statusOf('Closed', 'Lost to competitior')],
		[{ subStatus: 'Lost to competitior' }, statusOf('Closed', 'Lost to competitior')],
		[{ subStatus: 'Quote pending', status: 'Open' }, statusOf('Open', 'Quote pending')],
		[{ subStatus: 'End of Life' }, statusOf('Closed', 'EOL')],
		[
			{ subStatus: 'Quote closed-contract sales desk' },
			statusOf('Closed', 'Quote closed-contract sales desk'),
		],
	])('sends %j with the name that XI misspells', (filters, body) => {
		expect(searchFor(filters).body).toEqual(body);
	});

	it('offers every sub-status of the documentation, each once', () => {
		const { options = [] } = getMany.parameters.filters.property;
		const picker = options.find(({ name }) => name === 'subStatus') as { options: unknown[] };
		const values = picker.options.map((option) => (option as { value: string }).value);
		expect(values).toHaveLength(19);
		expect(new Set(values).size).toBe(19);
	});

	it.each<[unknown, RegExp]>([
		[
			{ status: 'Open', subStatus: 'Expired' },
			/^'Sub-Status' in 'Filters' is "Expired", which is one of closed renewals, and 'Status' is "Open"$/,
		],
		[{ status: 'Closed', subStatus: 'Future' }, /is "Future", which is one of open renewals/],
		[
			{ status: 'Pending' },
			/^'Status' in 'Filters' is "Pending", which is not one of its choices$/,
		],
		[{ subStatus: 'Lost' }, /^'Sub-Status' in 'Filters' is "Lost"/],
		[{ expirationDate: range('2026-11-21', '') }, /has no last day \(To\)$/],
		[{ startDate: range('', '2026-11-21') }, /has no first day \(From\)$/],
		[{ endDate: range('2026-11-22', '2026-11-21') }, /ends on 2026-11-21, before it starts/],
		[{ invoiceDate: range('21.11.2026', '2026-11-22') }, /must be a day such as/],
		[{ vendor: ['HP', 'DELL'] }, /^'Vendor' in 'Filters' is a list/],
	])('refuses the filters %j', (filters, message) => {
		expect(badInputOf(() => searchFor(filters)).message).toMatch(message);
	});

	const page = (answer: object) => getMany.page(answer, paramsOf(getMany, {}) as never);
	const found = { recordsFound: 1, renewals: [{ renewalId: 1 }] };

	it.each([
		[found, { recordsFound: 1, rows: [{ renewalId: 1 }] }],
		[[found], { recordsFound: 1, rows: [{ renewalId: 1 }] }],
		[[], { rows: [] }],
		[
			{ recordsFound: 0, renewals: null },
			{ recordsFound: 0, rows: [] },
		],
	])('reads %j', (answer, expected) => {
		expect(page(answer)).toEqual(expected);
	});

	it.each([{}, [{}], { renewals: 'none' }, [[]]])('refuses %j as an answer', (answer) => {
		expect(() => page(answer)).toThrow(UnexpectedAnswer);
	});
});

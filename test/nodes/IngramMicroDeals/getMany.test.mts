import { getMany } from '../../../nodes/IngramMicroDeals/getMany.operation.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, paramsOf, requestFor } from '../support.mts';

describe('Get Many Deals', () => {
	it('is a search without filters by default', () => {
		expect(requestFor(getMany, {})).toEqual({
			method: 'GET',
			path: '/resellers/v6/deals/search',
			query: {},
			nothingFound: [204, 404],
		});
	});

	it('sends numbers and texts as text', () => {
		const filters = { dealId: 12345678, endUser: ' AB & C ' };
		expect(requestFor(getMany, { filters }).query).toEqual({
			dealId: '12345678',
			endUser: 'AB & C',
		});
	});

	it('refuses a filter that was added and is empty', () => {
		const { message, remedy } = badInputOf(() => requestFor(getMany, { filters: { vendor: ' ' } }));
		expect([message, remedy]).toEqual([
			"'Vendor' in 'Filters' is empty",
			'Check the expression, or remove it',
		]);
	});

	it('asks for pages with capitals', () => {
		expect(getMany.paging).toEqual({ number: 'Page', size: 'Size', maxSize: 100 });
	});

	const page = (answer: object) => getMany.page(answer, paramsOf(getMany, {}) as never);

	it.each([
		[
			{ recordsFound: 1, deals: [{ dealId: 'A' }] },
			{ recordsFound: 1, rows: [{ dealId: 'A' }] },
		],
		[
			{ recordsFound: 0, deals: null },
			{ recordsFound: 0, rows: [] },
		],
		[{ deals: [] }, { recordsFound: undefined, rows: [] }],
	])('reads %j', (answer, expected) => {
		expect(page(answer)).toEqual(expected);
	});

	it.each([{}, { deals: 'none' }, { deals: {} }])('refuses %j as an answer', (answer) => {
		expect(() => page(answer)).toThrow(UnexpectedAnswer);
	});

	it.each([
		[{ dealId: ['A', 'B'] }, /^'Deal ID' in 'Filters' is a list/],
		[{ vendor: { name: 'Cisco' } }, /^'Vendor' in 'Filters' is of the type object/],
		['Cisco', /^'Filters' is "Cisco"; an object/],
	])('refuses the filters %j', (filters, message) => {
		expect(badInputOf(() => requestFor(getMany, { filters })).message).toMatch(message);
	});
});

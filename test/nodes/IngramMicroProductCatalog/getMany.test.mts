import { getMany } from '../../../nodes/IngramMicroProductCatalog/getMany.operation.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, requestFor } from '../support.mts';

describe('Get Many Products', () => {
	const searchFor = (filters: unknown) => requestFor(getMany, { filters });

	it.each<[object, object]>([
		[{}, {}],
		[{ keyword: ['laptop', ' 14" '] }, { keyword: ['laptop', '14"'] }],
		[{ keyword: 'laptop' }, { keyword: ['laptop'] }],
		[{ vendor: ['Cisco', 'HP'] }, { vendor: ['Cisco', 'HP'] }],
		[{ vendorPartNumber: ['E2016HV'] }, { vendorPartNumber: ['E2016HV'] }],
		[{ vendorNumber: '802U' }, { vendorNumber: '802U' }],
		[{ category: 'Displays' }, { category: 'Displays' }],
		[{ groupName: 'NCE' }, { groupName: 'NCE' }],
		[{ planId: 438323 }, { planId: '438323' }],
		[{ planName: 'Office 365 E5' }, { planName: 'Office 365 E5' }],
		[{ type: 'IM::subscription' }, { type: 'IM::subscription' }],
		[{ type: 'physical' }, { type: 'IM::physical' }],
		[{ hasDiscounts: true }, { hasDiscounts: true }],
		[{ hasDiscounts: 'false' }, { hasDiscounts: false }],
		[{ showGroupInfo: true }, { showGroupInfo: true }],
		[{ skipAuthorisation: true }, { skipAuthorisation: true }],
		[{ unknown: 'x' }, {}],
	])('sends the filters %j as %j', (filters, query) => {
		expect(searchFor(filters)).toEqual({
			method: 'GET',
			path: '/resellers/v6/catalog',
			query,
			nothingFound: [404],
		});
	});

	it('leaves the page to the pager, in XI’s words', () => {
		expect(getMany.paging).toEqual({ number: 'pageNumber', size: 'pageSize', maxSize: 100 });
	});

	it.each([
		[{ keyword: ['', ' '] }, /^'Keywords' in 'Filters' is empty$/],
		[{ category: '' }, /^'Category' in 'Filters' is empty$/],
		[{ keyword: [{ a: 1 }] }, /^'Keywords' in 'Filters' is of the type object/],
		[{ type: 'IM::all' }, /^'Type' in 'Filters' is "IM::all", which is not one of its choices/],
		[{ hasDiscounts: 'maybe' }, /^'Has Discounts' in 'Filters' is "maybe"/],
	])('refuses the filters %j', (filters, message) => {
		expect(badInputOf(() => searchFor(filters)).message).toMatch(message);
	});

	it.each([
		[{ catalog: [{ a: 1 }], subscriptionCatalog: null, recordsFound: '1' }, [{ a: 1 }], '1'],
		[{ catalog: null, subscriptionCatalog: [{ b: 1 }], recordsFound: 1 }, [{ b: 1 }], 1],
		[{ catalog: [{ a: 1 }], subscriptionCatalog: [{ b: 1 }] }, [{ a: 1 }, { b: 1 }], undefined],
		[{ catalog: [], recordsFound: 0 }, [], 0],
		[{ recordsFound: null }, [], null],
	])('reads the page %j', (answer, rows, recordsFound) => {
		expect(getMany.page(answer, {} as never)).toEqual({ rows, recordsFound });
	});

	it('does not take anything but lists for products', () => {
		const page = (answer: unknown) => () => getMany.page(answer as never, {} as never);
		expect(page({ catalog: 'none' })).toThrow(UnexpectedAnswer);
		expect(page({ catalog: [], subscriptionCatalog: {} })).toThrow(UnexpectedAnswer);
	});
});

import type { AxiosInstance } from 'axios';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { connect, detailsEndpoint, searchEndpoint } from './support.mts';

let simulator: Simulator;
let client: AxiosInstance;
beforeAll(async () => {
	simulator = await startSimulator({ products: 300, callsPerWindow: 0 });
	client = await connect(simulator);
});
afterEach(() => simulator.resetQuirks());
afterAll(async () => await simulator.close());

interface Page {
	recordsFound: unknown;
	pageSize: number;
	pageNumber: number;
	catalog: { ingramPartNumber: string; vendorName: string }[];
	nextPage: string;
	previousPage: string;
}

const search = async (query: string) => await client.get(`${searchEndpoint}?${query}`);

/** Reads page after page until one is empty. */
async function readAll(query: string, pageSize: number): Promise<Page[]> {
	const pages: Page[] = [];
	for (let pageNumber = 1; ; pageNumber++) {
		const answer = await search(`${query}&pageSize=${pageSize}&pageNumber=${pageNumber}`);
		if (answer.status === 404 || answer.data.catalog.length === 0) return pages;
		pages.push(answer.data);
	}
}

const partNumbers = (pages: Page[]): string[] =>
	pages.flatMap(({ catalog }) => catalog.map(({ ingramPartNumber }) => ingramPartNumber));

describe('search', () => {
	it('without a filter pages through everything', async () => {
		const pages = await readAll('type=IM::any', 100);
		expect(pages.map(({ catalog }) => catalog.length)).toEqual([100, 100, 100]);
		expect(pages[0]).toMatchObject({ recordsFound: 300, pageSize: 100, pageNumber: 1 });
		expect(pages[0]?.previousPage).toBe('');
		expect(pages[2]?.nextPage).toBe('');
		expect(new Set(partNumbers(pages)).size).toBe(300);
	});

	it('has 25 records on a page and broken links unless told otherwise', async () => {
		const { data } = await search('type=IM::any&pageNumber=2');
		expect(data.catalog).toHaveLength(25);
		expect(data.nextPage).toBe('/resellers/v6/catalog?type=IM::anypageSize=25&pageNumber=3');
		expect(data.previousPage).toBe('/resellers/v6/catalog?type=IM::anypageSize=25&pageNumber=1');
	});

	it('answers the documented product with the documented facts', async () => {
		const { data } = await search('keyword=1a8249');
		expect(data.catalog).toEqual([
			expect.objectContaining({
				description: ' CLASS 10 100MB/S UHS-I CARD',
				vendorPartNumber: 'SDSQUNC-016G-AN6IA',
				upcCode: '0619659134587',
				hasDiscounts: '',
				type: 'IM::Physical',
				authorizedToPurchase: 'true',
				links: [{ topic: 'catalog', href: '/catalog/1A8249', type: 'GET' }],
			}),
		]);
		expect(data.subscriptionCatalog).toBeNull();
	});

	it('narrows with keywords and widens with vendors', async () => {
		const dell = (await search('keyword=dell&pageSize=100')).data.recordsFound;
		const dellMonitors = (await search('keyword=dell&keyword=monitor')).data.recordsFound;
		expect(dellMonitors).toBeGreaterThan(0);
		expect(dellMonitors).toBeLessThan(dell);

		const count = async (query: string) => Number((await search(query)).data.recordsFound);
		const either = await count('vendor=DELL&vendor=Acer');
		expect(either).toBe((await count('vendor=dell')) + (await count('vendor=Acer')));
		expect(await count('vendorPartNumber=E2016HV&vendorPartNumber=LS1016A-CISCO')).toBe(2);
	});

	it('filters by kind, category, vendor number and discounts', async () => {
		const all = simulator.products;
		const count = async (query: string) => Number((await search(query)).data.recordsFound);
		const digital = all.filter(({ kind }) => kind === 'digital').length;
		expect(await count('type=IM::digital')).toBe(digital);
		expect(await count('type=IM::physical')).toBe(all.length - digital);
		expect(await count('category=displays')).toBe(
			all.filter(({ category }) => category === 'Displays').length,
		);
		expect(await count('vendorNumber=802U')).toBe(
			all.filter(({ vendorNumber }) => vendorNumber === '802U').length,
		);
		expect((await count('hasDiscounts=true')) + (await count('hasDiscounts=false'))).toBe(300);
	});

	it('answers 404 when nothing is found', async () => {
		const answer = await search('keyword=there-is-no-such-thing');
		expect(answer.status).toBe(404);
		expect(answer.data).toEqual({
			errors: [{ id: 123, type: 'Validation error', message: 'No Records Found' }],
		});
	});

	it('finds plans, with the parameter in any case', async () => {
		const { data } = await search('type=IM::subscription&pageSize=100');
		expect(data.catalog).toBeNull();
		expect(data.recordsFound).toBe(simulator.plans.length);
		expect(data.subscriptionCatalog[0].plans[0]).toMatchObject({
			planId: '438323',
			subscriptionPeriodSummary: [{ subscriptionPeriodUnit: 'MONTHS', subscriptionPeriod: '1' }],
		});
		for (const name of ['planId', 'planID', 'PlanId']) {
			const one = await search(`${name}=438323`);
			expect(one.data.recordsFound).toBe(1);
		}
		const byName = await search(
			`planName=${encodeURIComponent('Office 365 E5 OVG (NCE COM MTH)')}`,
		);
		expect(byName.data.recordsFound).toBe(1);
	});

	it('finds groups of plans', async () => {
		const { data } = await search('type=IM::subscription&showGroupInfo=true');
		expect(data.subscriptionCatalog[0]).toEqual({
			groupName: 'NCE Microsoft 365 (Commercial)',
			groupDescription: expect.any(String),
			numberOfPlans: expect.stringMatching(/^\d+$/),
			link: expect.stringContaining('groupName=NCE Microsoft 365 (Commercial)'),
		});
	});
});

describe('quirks of search', () => {
	it('shortPages: fewer records on a page, none lost', async () => {
		simulator.quirks.shortPages = true;
		const pages = await readAll('type=IM::any', 10);
		const sizes = pages.map(({ catalog }) => catalog.length);
		expect(Math.max(...sizes)).toBeLessThan(10);
		expect(partNumbers(pages).sort()).toEqual(
			simulator.products.map(({ ingramPartNumber }) => ingramPartNumber).sort(),
		);
		expect(Number(pages[0]?.recordsFound)).toBeLessThanOrEqual(pages.length * 10);
		expect(Number(pages[0]?.recordsFound)).toBeGreaterThan((pages.length - 1) * 10);
	});

	it.each([
		['string', '300'],
		['null', null],
		['missing', undefined],
		['tooLow', 150],
	] as const)('recordsFound: %s', async (setting, expected) => {
		simulator.quirks.recordsFound = setting;
		expect((await search('')).data.recordsFound).toBe(expected);
	});

	it('recordsFound: varying', async () => {
		simulator.quirks.recordsFound = 'varying';
		const counts = new Set<number>();
		for (let i = 0; i < 4; i++) counts.add((await search('')).data.recordsFound);
		expect(counts.size).toBe(4);
		expect(Math.min(...counts)).toBe(300);
		expect(Math.max(...counts)).toBe(330);
	});

	it('pastTheEnd: an empty page, or 404', async () => {
		const query = 'pageSize=100&pageNumber=4';
		expect((await search(query)).data).toMatchObject({ recordsFound: 300, catalog: [] });
		simulator.quirks.pastTheEnd = 'notFound';
		expect((await search(query)).status).toBe(404);
	});
});

describe('details', () => {
	it('answer the documented product', async () => {
		const { status, data } = await client.get(`${detailsEndpoint}/5348387`);
		expect(status).toBe(200);
		expect(data).toMatchObject({
			vendorPartNumber: '20VE0117MH',
			productAuthorized: 'True',
			upc: '196119831243',
			productSubcategory: 'Notebooks & Tablets',
			vendorNumber: '0000500082',
			productStatusCode: null,
			indicators: { hasWarranty: true, isDiscontinuedProduct: true, skuType: 'M' },
			additionalInformation: { height: '8', width: '31', length: '50', dimensionUnit: 'CM' },
		});
		const byVendor = await client.get(`${detailsEndpoint}?vendorPartNumber=20VE0117MH`);
		const { technicalSpecifications, productDetailDescription, ...short } = data;
		expect(technicalSpecifications[0].headername).toBe('Basic');
		expect(productDetailDescription).toContain('ThinkBook');
		expect(byVendor.data).toEqual(short);
	});

	it('answer plans with nothing but subscriptionDetails', async () => {
		const { data } = await client.get(`${detailsEndpoint}?vendorPartNumber=CFQ7TTC0LDPB:0001`);
		expect(data.ingramPartNumber).toBeNull();
		expect(data.subscriptionDetails.map(({ planId }: { planId: string }) => planId)).toEqual([
			'438292',
			'438381',
		]);
		const one = await client.get(`${detailsEndpoint}?planId=438292`);
		expect(one.data.subscriptionDetails).toHaveLength(1);
	});

	it('answer 404 for what does not exist', async () => {
		for (const path of ['/12351211', '?planId=1', '?planName=x', '?vendorPartNumber=x']) {
			const answer = await client.get(detailsEndpoint + path);
			expect(answer.status).toBe(404);
			expect(answer.data.errors[0].message).toBe('No Records Found');
		}
	});
});

describe('the made-up products', () => {
	it('are the same for the same seed', async () => {
		const twin = await startSimulator({ products: 300 });
		const other = await startSimulator({ products: 300, seed: 2 });
		try {
			expect(twin.products).toEqual(simulator.products);
			expect(other.products).not.toEqual(simulator.products);
		} finally {
			await Promise.all([twin.close(), other.close()]);
		}
	});

	it('have part numbers of their own and right check digits', () => {
		const made = simulator.products.slice(40);
		expect(new Set(simulator.products.map((one) => one.ingramPartNumber)).size).toBe(300);
		expect(new Set(simulator.products.map((one) => one.vendorPartNumber)).size).toBe(300);
		for (const { upc, ingramPartNumber } of made) {
			expect(ingramPartNumber).toMatch(/^(\d[A-Z]{2}\d{3}|\d{7})$/);
			const sum = [...upc].reduce((all, digit, i) => all + Number(digit) * (i % 2 ? 1 : 3), 0);
			expect(upc).toMatch(/^\d{12}$/);
			expect(sum % 10).toBe(0);
		}
	});
});

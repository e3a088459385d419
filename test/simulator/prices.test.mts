import type { AxiosInstance } from 'axios';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { connect, prices } from './support.mts';

let simulator: Simulator;
let client: AxiosInstance;
beforeAll(async () => {
	simulator = await startSimulator({ products: 500, callsPerWindow: 0 });
	client = await connect(simulator);
});
afterEach(() => simulator.resetQuirks());
afterAll(async () => await simulator.close());

const monitor = { ingramPartNumber: '4A0036' };
const cable = { ingramPartNumber: '123512' };
const unknown = { ingramPartNumber: '12351211' };

/** The only entry of an answer for one product. */
async function entryFor(product: object, more: object = {}, query?: string) {
	const { data } = await prices(client, { products: [product], ...more }, query);
	expect(data).toHaveLength(1);
	return data[0];
}

describe('an answer', () => {
	it('has the documented facts', async () => {
		const entry = await entryFor(cable);
		expect(entry).toMatchObject({
			index: 0,
			productStatusMessage: 'ACOPS ARE AVAILABLE FOR THIS CUSTOMER AND SKU',
			vendorPartNumber: 'LS1016A-CISCO',
			customerPartNumber: 'A5-8963TEST',
			upc: '0718908728116',
			productAuthorized: true,
			availability: { available: true, totalAvailability: 240_479 },
			pricing: { currencyCode: 'USD', retailPrice: 10, mapPrice: 540.25, customerPrice: 5.43 },
		});
		expect(entry.availability.availabilityByWarehouse).toContainEqual({ warehouseId: '81' });
		expect(entry.productStatusCode).toBeUndefined();
	});

	it('keeps the order asked and finds by every kind of number', async () => {
		const { status, data } = await prices(client, {
			products: [
				{ upc: '718908728116' },
				{ vendorPartNumber: 'e2016hv' },
				{ customerPartNumber: 'A5-8963TEST' },
				{ planID: '438323', quantityRequested: '5' },
			],
		});
		expect(status).toBe(200);
		expect(data.map((entry: { index: number }) => entry.index)).toEqual([0, 1, 2, 3]);
		expect(data[0].ingramPartNumber).toBe('123512');
		expect(data[1].ingramPartNumber).toBe('4A0036');
		expect(data[2].ingramPartNumber).toBe('123512');
		expect(data[3].subscriptionPrice[0]).toMatchObject({
			planId: '438323',
			options: [{ resourcePricing: [{ quantity: '5', currencyCode: 'USD', unitPrice: 37.5 }] }],
		});
	});

	it('is 207 with short entries for what is not found', async () => {
		const { status, data } = await prices(client, { products: [cable, unknown] });
		expect(status).toBe(207);
		expect(data[0].pricing.customerPrice).toBe(5.43);
		expect(data[1]).toEqual({
			index: 1,
			productStatusCode: 'E',
			productStatusMessage: 'Product not found for IngramPartNumber:  12351211',
			ingramPartNumber: '12351211',
		});
		expect((await prices(client, { products: [unknown] })).status).toBe(207);
	});

	it('has only the parts asked for', async () => {
		const bare = await entryFor(monitor, {}, 'includeAvailability=false&includePricing=false');
		expect(bare.availability).toBeUndefined();
		expect(bare.pricing).toBeUndefined();
		expect(bare.productClass).toBeUndefined();
		expect(bare.discounts).toBeUndefined();

		const full = await entryFor(
			monitor,
			{ showAvailableDiscounts: true },
			'includeAvailability=true&includePricing=true&includeProductAttributes=true',
		);
		expect(full).toMatchObject({ productClass: 'B', uom: 'EA', acceptBackOrder: true });
		expect(full.discounts[0].specialPricing[0]).toMatchObject({ specialBidNumber: 'TESTRKP1' });
	});

	it('tells reserved stock on request', async () => {
		const product = simulator.products.find(({ reserved }) => reserved);
		const asked = { ingramPartNumber: product?.ingramPartNumber };
		expect((await entryFor(asked)).reserveInventoryDetails).toBeUndefined();
		const entry = await entryFor(asked, { showReserveInventoryDetails: true });
		expect(entry.reserveInventoryDetails[0].quantityReserved).toBe(product?.reserved?.reserved);
	});

	it('tells stock by warehouse as asked', async () => {
		const warehouse = { availabilityByWarehouse: [{ availabilityByWarehouseId: '40' }] };
		expect((await entryFor(cable, warehouse)).availability).toEqual({
			available: true,
			totalAvailability: 1049,
			availabilityByWarehouse: [
				{ location: 'Carol Stream, IL', warehouseId: '40', quantityAvailable: 1049 },
			],
		});
		const none = { availabilityByWarehouse: [{ availabilityForAllLocation: false }] };
		expect((await entryFor(cable, none)).availability).toEqual({
			available: true,
			totalAvailability: 240_479,
		});
		const branch = {
			...cable,
			additionalAttributes: [{ attributeName: 'shipfrombranchnumber', attributeValue: '80' }],
		};
		expect((await entryFor(branch)).availability.totalAvailability).toBe(995);
		const tooMany = { ...cable, quantityRequested: '999999' };
		expect((await entryFor(tooMany)).availability.available).toBe(false);
	});

	it('prices by bid, by government programme and by customer', async () => {
		const bid = await entryFor(monitor, { specialBidNumber: 'TESTRKP1' });
		expect(bid.pricing.customerPrice).toBe(67.6);
		const wrongBid = await entryFor(monitor, { specialBidNumber: 'OTHER' });
		expect(wrongBid.pricing.customerPrice).toBe(74.34);
		const government = await entryFor({
			...monitor,
			additionalAttributes: [{ attributeName: 'governmentprogramcode', attributeValue: 'PA' }],
		});
		expect(government.pricing.customerPrice).toBe(67.6);

		const german = await connect(simulator, {
			'IM-CustomerNumber': '30-333333',
			'IM-CountryCode': 'DE',
		});
		const { data } = await prices(german, { products: [monitor] });
		expect(data[0].pricing.currencyCode).toBe('EUR');
		expect(data[0].availability.availabilityByWarehouse[0].warehouseId).toBe('DE01');
	});

	it('has no price for what may not be bought', async () => {
		const product = simulator.products.find(({ authorized }) => !authorized);
		const entry = await entryFor({ ingramPartNumber: product?.ingramPartNumber });
		expect(entry.productAuthorized).toBe(false);
		expect(entry.pricing).toBeUndefined();
		expect(entry.availability).toBeDefined();
	});
});

describe('quirks', () => {
	const products = [cable, monitor, { ingramPartNumber: '5348387' }, unknown];
	const numbers = async (): Promise<unknown[]> => {
		const { data } = await prices(client, { products });
		return data.map((entry: { ingramPartNumber?: string }) => entry.ingramPartNumber);
	};

	it('shuffleEntries', async () => {
		simulator.quirks.shuffleEntries = true;
		const orders = new Set<string>();
		for (let i = 0; i < 10; i++) {
			const order = await numbers();
			expect([...order].sort()).toEqual(['123512', '12351211', '4A0036', '5348387']);
			orders.add(order.join());
		}
		expect(orders.size).toBeGreaterThan(1);
	});

	it('dropEntries and duplicateEntries', async () => {
		simulator.quirks.dropEntries = [-1];
		expect(await numbers()).toEqual(['123512', '4A0036', '5348387']);
		simulator.quirks.dropEntries = [1];
		simulator.quirks.duplicateEntries = [0];
		expect(await numbers()).toEqual(['123512', '123512', '5348387', '12351211']);
	});

	it('entryIndex', async () => {
		simulator.quirks.entryIndex = 'missing';
		expect(await entryFor(cable)).not.toHaveProperty('index');
		simulator.quirks.entryIndex = 'fromOne';
		expect((await entryFor(cable)).index).toBe(1);
	});

	it('omitIdentifiers and lowerCasePartNumbers', async () => {
		simulator.quirks.omitIdentifiers = true;
		const entry = await entryFor(cable);
		for (const name of ['ingramPartNumber', 'vendorPartNumber', 'customerPartNumber', 'upc']) {
			expect(entry).not.toHaveProperty(name);
		}
		expect(entry.index).toBe(0);
		simulator.quirks.omitIdentifiers = false;
		simulator.quirks.lowerCasePartNumbers = true;
		expect(await entryFor(monitor)).toMatchObject({
			ingramPartNumber: '4a0036',
			vendorPartNumber: 'e2016hv',
		});
	});

	it('pricingInsideAvailability and numericWarehouseIds', async () => {
		simulator.quirks.pricingInsideAvailability = true;
		simulator.quirks.numericWarehouseIds = true;
		const entry = await entryFor(cable);
		expect(entry.pricing).toBeUndefined();
		expect(entry.availability.pricing.customerPrice).toBe(5.43);
		expect(entry.availability.availabilityByWarehouse[0].warehouseId).toBe(20);
	});
});

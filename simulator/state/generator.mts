import { usWarehouses } from './countries.mts';
import { documentedProducts, type DocumentedProduct } from './documented.mts';
import { families } from './families.mts';
import type { Plan, Product, Stock } from './products.mts';
import { fractionOf, type Random } from './random.mts';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const digits = '0123456789';

/**
 * Makes the products: the documented ones, filled up with made-up facts, and then as many more as
 * are asked for.
 *
 * @param count products in all; the documented ones are always there
 */
export function generateProducts(count: number, random: Random): Product[] {
	const taken = new Set<string>();
	for (const { ingramPartNumber, vendorPartNumber } of documentedProducts) {
		if (ingramPartNumber) taken.add(ingramPartNumber);
		if (vendorPartNumber) taken.add(vendorPartNumber);
	}

	const products = documentedProducts.map((facts) => makeProduct(random, taken, facts));
	while (products.length < count) products.push(makeProduct(random, taken, {}));
	for (const product of products) {
		// A replacement has to be a product that exists, so it can be chosen only now.
		if (product.discontinued && product.ingramPartNumber !== '5348387') {
			product.replacementSku = random.pick(products).ingramPartNumber;
		}
	}
	return products;
}

function makeProduct(random: Random, taken: Set<string>, facts: DocumentedProduct): Product {
	const family = random.pick(
		families.filter(({ kind }) => facts.kind === undefined || facts.kind === kind),
	);
	const vendorName = facts.vendorName ?? random.pick(family.vendors);
	const ingramPartNumber = facts.ingramPartNumber ?? unique(taken, () => ingramNumber(random));
	const title = `${random.pick(family.nouns)} ${random.pick(family.traits)}`;
	const listPrice = facts.customerPrice
		? facts.customerPrice * (1.1 + random.next() * 0.3)
		: family.price[0] + random.next() ** 3 * (family.price[1] - family.price[0]);
	const retailPrice = cents(listPrice);
	const customerPrice = facts.customerPrice ?? cents(retailPrice * (0.7 + random.next() * 0.2));
	const digital = family.kind === 'digital';
	const discontinued = random.chance(0.04);

	return {
		ingramPartNumber,
		vendorPartNumber: unique(taken, () => vendorNumberOf(random)),
		...(random.chance(0.1) && !facts.ingramPartNumber
			? { customerPartNumber: `CP-${ingramPartNumber}` }
			: {}),
		upc: makeUpc(random),
		vendorName,
		vendorNumber: vendorCode(vendorName),
		description: `${vendorName.toUpperCase()} ${title}`,
		extraDescription: random.chance(0.5) ? `${title} ${text(random, digits, 4)}` : '',
		category: family.category,
		subCategory: family.subCategory,
		productType: family.productType,
		kind: family.kind,
		productClass: discontinued ? 'D' : digital ? 'X' : random.pick(['A', 'A', 'B', 'B', 'C', 'N']),
		uom: 'EA',
		retailPrice,
		mapPrice: random.chance(0.3) ? cents(retailPrice * 0.95) : 0,
		customerPrice,
		authorized: !random.chance(0.02),
		acceptBackOrder: !discontinued,
		returnable: !digital,
		endUserRequired: digital || random.chance(0.05),
		discontinued,
		isNew: !discontinued && random.chance(0.08),
		directShip: digital || random.chance(0.1),
		hasWarranty: !digital,
		isBundle: random.chance(0.02),
		replacementSku: '',
		stock: digital ? [] : makeStock(random),
		specialPrices: makeSpecialPrices(random, customerPrice),
		quantityBreaks: random.chance(0.15)
			? [10, 50].map((quantity, step) => ({
					quantity,
					amount: cents(customerPrice * (0.98 - step * 0.03)),
				}))
			: [],
		...(random.chance(0.05) ? { reserved: makeReservation(random) } : {}),
		...(random.chance(0.03)
			? { serviceFee: { description: 'Environmental fee', amount: 2.5, endDate: '2030-12-31' } }
			: {}),
		weightKg: digital ? 0 : cents(0.1 + random.next() * 12),
		size: {
			height: random.integer(2, 30),
			width: random.integer(5, 60),
			length: random.integer(5, 80),
		},
		specifications: [
			{ header: 'Basic', name: 'Product Type', value: family.productType },
			{ header: 'General Information', name: 'Brand Name', value: vendorName },
		],
		...facts,
	};
}

function makeStock(random: Random): Stock[] {
	const sold = random.chance(0.12);
	return Object.entries(usWarehouses)
		.filter(() => random.chance(0.8))
		.map(([warehouseId, location]) => {
			const available = sold || random.chance(0.25) ? 0 : Math.floor(random.next() ** 3 * 2500);
			if (available > 0) return { warehouseId, location, available, backordered: 0 };
			const backordered = random.integer(0, 600);
			const etaDate = `20${random.integer(26, 28)}-${String(random.integer(1, 12)).padStart(2, '0')}-15`;
			return {
				warehouseId,
				location,
				available,
				backordered,
				onOrder: backordered + random.integer(0, 200),
				...(backordered > 0
					? { backorderedEta: etaDate, backOrderInfo: [{ quantity: backordered, etaDate }] }
					: {}),
			};
		});
}

function makeSpecialPrices(random: Random, customerPrice: number): Product['specialPrices'] {
	const dates = { effective: '2024-01-01', expires: '2030-12-31' };
	const prices: Product['specialPrices'] = [];
	if (random.chance(0.1)) {
		prices.push({
			kind: 'Special Bid',
			bidNumber: `BID${text(random, digits, 6)}`,
			discount: cents(customerPrice * (0.05 + random.next() * 0.15)),
			...dates,
			availableQuantity: random.integer(10, 5000),
			minQuantity: random.pick([0, 1, 10]),
			...(random.chance(0.5)
				? { government: { type: 'Federal', customerPrice: cents(customerPrice * 0.9) } }
				: {}),
		});
	}
	if (random.chance(0.1)) {
		prices.push({
			kind: 'Promo Discount',
			discount: cents(customerPrice * 0.05),
			...dates,
			availableQuantity: random.integer(0, 500),
			minQuantity: 0,
		});
	}
	return prices;
}

function makeReservation(random: Random): NonNullable<Product['reserved']> {
	const reserved = random.integer(1, 50);
	return {
		reserved,
		available: random.integer(0, reserved),
		effective: '2025-01-01T00:00:00Z',
		expires: '2030-12-31T00:00:00Z',
	};
}

/** Like `5CX579`; one in ten like `5348387`. Both forms are in the samples. */
function ingramNumber(random: Random): string {
	return random.chance(0.1)
		? String(random.integer(4_100_000, 9_999_999))
		: text(random, digits, 1) + text(random, letters, 2) + text(random, digits, 3);
}

function vendorNumberOf(random: Random): string {
	const start = text(random, letters, 2) + text(random, digits, 3);
	return `${start}${random.pick(['-', '', '/'])}${text(random, letters + digits, 4)}`;
}

/** Like `802U`; the same for all products of a vendor. */
function vendorCode(vendorName: string): string {
	const code = Math.floor(fractionOf(vendorName) * 24_000);
	return String(code % 1000).padStart(3, '0') + letters.charAt(Math.floor(code / 1000));
}

/** Twelve digits, the last one the check digit of the other eleven. */
function makeUpc(random: Random): string {
	const body = text(random, digits, 11);
	const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 1 : 3), 0);
	return body + String((10 - (sum % 10)) % 10);
}

/**
 * Makes further subscription plans.
 *
 * @param groups names of the groups that the plans are spread over
 */
export function generatePlans(count: number, groups: readonly string[], random: Random): Plan[] {
	const names = ['Business Basic', 'Enterprise E3', 'Teams Phone', 'Visio P2', 'Copilot'];
	return Array.from({ length: count }, (_, i): Plan => {
		const yearly = random.chance(0.5);
		const unit = yearly ? 'YEAR' : 'MONTH';
		const name = `${random.pick(names)} ${i + 1}`;
		const msrp = cents((4 + random.next() * 60) * (yearly ? 12 : 1));
		return {
			planId: String(500_001 + i),
			planName: `Microsoft 365 ${name} (NCE COM ${yearly ? 'ANN' : 'MTH'})`,
			planDescription: `Subscription ${name}, billed each ${unit.toLowerCase()}.`,
			groupName: random.pick(groups),
			billing: { period: 1, unit },
			terms: [{ period: 1, unit }],
			resources: [
				{
					resourceId: String(15_700_001 + i),
					resourceName: `Microsoft 365 ${name}`,
					vendorPartNumber: `CFQ7TTC0${text(random, letters, 4)}:${text(random, digits, 4)}`,
					minUnits: 1,
					maxUnits: 300,
					msrp,
					unitPrice: cents(msrp * 0.82),
				},
			],
		};
	});
}

function text(random: Random, alphabet: string, length: number): string {
	let result = '';
	for (let i = 0; i < length; i++)
		result += alphabet.charAt(random.integer(0, alphabet.length - 1));
	return result;
}

function unique(taken: Set<string>, make: () => string): string {
	for (;;) {
		const value = make();
		if (taken.has(value)) continue;
		taken.add(value);
		return value;
	}
}

/** Rounds to two decimals. */
export function cents(amount: number): number {
	return Math.round(amount * 100) / 100;
}

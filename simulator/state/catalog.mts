import { documentedPlans, planGroups } from './documentedPlans.mts';
import { generatePlans, generateProducts } from './generator.mts';
import type { Plan, PlanGroup, Product } from './products.mts';
import { createRandom } from './random.mts';

/** All products and plans, with the indexes by which calls find them. */
export interface Catalog {
	products: readonly Product[];
	plans: readonly Plan[];
	groups: readonly PlanGroup[];
	/** Finds by Ingram part number, in any case. */
	byIngramPartNumber(partNumber: string): Product | undefined;
	/** Finds by the vendor's part number, in any case; the first one if several vendors have it. */
	byVendorPartNumber(partNumber: string): Product | undefined;
	/** Finds by the reseller's own part number, in any case. */
	byCustomerPartNumber(partNumber: string): Product | undefined;
	/** Finds by UPC; leading zeros do not count, since samples show 12 and 13 digits. */
	byUpc(upc: string): Product | undefined;
	planById(planId: string): Plan | undefined;
	/** All plans of that name, in any case. */
	plansByName(planName: string): readonly Plan[];
	/** All plans with a resource of that vendor part number, in any case. */
	plansByVendorPartNumber(partNumber: string): readonly Plan[];
	group(groupName: string): PlanGroup | undefined;
	/** What a keyword is looked for in: part numbers, UPC, titles and vendor, in lower case. */
	searchText(product: Product): string;
}

/**
 * Builds the catalog.
 *
 * @param count products in all
 * @param seed of everything that is made up; the same seed and count give the same catalog
 */
export function createCatalog(count: number, seed: number): Catalog {
	const random = createRandom(seed);
	const products = generateProducts(count, random);
	const groups = planGroups;
	const plans = [
		...documentedPlans,
		...generatePlans(
			60,
			groups.map(({ groupName }) => groupName),
			random,
		),
	];

	const ingram = index(products, (product) => [product.ingramPartNumber]);
	const vendor = index(products, (product) => [product.vendorPartNumber]);
	const customer = index(products, (product) => [product.customerPartNumber ?? '']);
	const upcs = index(products, (product) => [trimZeros(product.upc)]);
	const planIds = index(plans, (plan) => [plan.planId]);
	const planNames = index(plans, (plan) => [plan.planName]);
	const resources = index(plans, (plan) =>
		plan.resources.map(({ vendorPartNumber }) => vendorPartNumber),
	);
	const texts = new Map<Product, string>();

	return {
		products,
		plans,
		groups,
		byIngramPartNumber: (partNumber) => ingram(partNumber)[0],
		byVendorPartNumber: (partNumber) => vendor(partNumber)[0],
		byCustomerPartNumber: (partNumber) => customer(partNumber)[0],
		byUpc: (upc) => upcs(trimZeros(upc))[0],
		planById: (planId) => planIds(planId)[0],
		plansByName: planNames,
		plansByVendorPartNumber: resources,
		group: (groupName) =>
			groups.find((group) => group.groupName.toLowerCase() === groupName.toLowerCase()),
		searchText: (product) => {
			const known = texts.get(product);
			if (known !== undefined) return known;
			const made = [
				product.ingramPartNumber,
				product.vendorPartNumber,
				product.upc,
				product.description,
				product.extraDescription,
				product.vendorName,
			]
				.join('\n')
				.toLowerCase();
			texts.set(product, made);
			return made;
		},
	};
}

function index<T>(
	records: readonly T[],
	keysOf: (record: T) => string[],
): (key: string) => readonly T[] {
	const found = new Map<string, T[]>();
	for (const record of records) {
		for (const key of keysOf(record)) {
			if (key === '') continue;
			const bucket = found.get(key.toUpperCase());
			if (bucket) bucket.push(record);
			else found.set(key.toUpperCase(), [record]);
		}
	}
	return (key) => found.get(key.toUpperCase()) ?? [];
}

function trimZeros(upc: string): string {
	return upc.replace(/^0+/, '');
}

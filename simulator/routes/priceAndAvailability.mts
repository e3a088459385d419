import type { XStatic } from 'typebox/schema';
import type { Problem } from '../errors.mts';
import { defineOperation } from '../operation.mts';
import type { Quirks } from '../quirks.mts';
import type { Catalog } from '../state/catalog.mts';
import type { Plan, Product } from '../state/products.mts';
import { withTwin } from '../state/twins.mts';
import type { World } from '../state/world.mts';
import { attributesOf, identityOf, planAnswer } from './priceEntry.mts';
import { availabilityOf, type StockView } from './priceEntryStock.mts';
import {
	discountsOf,
	pricingOf,
	reservationOf,
	serviceFeesOf,
	type Terms,
} from './priceEntryPrice.mts';

const text = { type: ['string', 'null'] } as const;
const flag = { type: ['boolean', 'null'] } as const;
const attributes = {
	type: ['array', 'null'],
	items: {
		type: 'object',
		additionalProperties: false,
		properties: { attributeName: text, attributeValue: text },
		required: [],
	},
} as const;

const productSchema = {
	type: 'object',
	additionalProperties: false,
	required: [],
	properties: {
		ingramPartNumber: text,
		vendorPartNumber: text,
		customerPartNumber: text,
		upc: text,
		quantityRequested: text,
		planID: text,
		// Not in the schema; the portal's sample for plans sends it.
		resourceId: text,
		additionalAttributes: attributes,
	},
} as const;

const body = {
	type: 'object',
	additionalProperties: false,
	required: ['products'],
	properties: {
		showAvailableDiscounts: flag,
		showReserveInventoryDetails: flag,
		specialBidNumber: text,
		availabilityByWarehouse: {
			type: ['array', 'null'],
			items: {
				type: 'object',
				additionalProperties: false,
				required: [],
				properties: { availabilityByWarehouseId: text, availabilityForAllLocation: flag },
			},
		},
		products: { type: 'array', minItems: 1, maxItems: 50, items: productSchema },
		additionalAttributes: attributes,
	},
} as const;

type Asked = XStatic<typeof productSchema>;

const identifiers = [
	'ingramPartNumber',
	'vendorPartNumber',
	'customerPartNumber',
	'upc',
	'planID',
] as const;
type Identifier = (typeof identifiers)[number];

/** The prices of what may not be bought, where they are not left out. */
const ZERO = { retailPrice: 0, mapPrice: 0, customerPrice: 0 };

/** One entry of the answer, which is an array. */
type Entry = Record<string, unknown>;

/**
 * Price and availability: `POST /resellers/v6/catalog/priceandavailability`, at most 50 products.
 *
 * A product that is not found comes back as a short entry with `productStatusCode` `E`, and the
 * status is then 207. Assumption: it is 207 too when no product is found at all.
 * Assumption: without `includeProductAttributes`, what is left of the product is its numbers, its
 * names and `productAuthorized`; the document only says that few fields come back.
 */
export const priceAndAvailability = defineOperation({
	method: 'POST',
	endpoint: '/resellers/v6/catalog/priceandavailability',
	query: {
		includeAvailability: { kind: 'boolean', required: true },
		includePricing: { kind: 'boolean', required: true },
		includeProductAttributes: { kind: 'boolean' },
	},
	body,
	check: ({ body: { products } }) => products.flatMap(problemsOf),
	handle: ({ world, customer, query, body: sent }) => {
		let failed = false;
		const entriesOf = (asked: Asked, position: number): Entry[] => {
			const index = { index: position };
			const { identifier, value } = identified(asked);
			const plan = planOf(world.catalog, asked);
			if (plan) return [{ ...index, ...planAnswer(plan, asked, customer, world.catalog) }];
			const products = find(world, identifier, value);
			if (products.length === 0) {
				failed = true;
				return [
					{
						...index,
						productStatusCode: 'E',
						// Two blanks, as in the sample.
						productStatusMessage: `Product not found for ${capital(identifier)}:  ${value}`,
						[identifier === 'planID' ? 'planId' : identifier]: value,
					},
				];
			}
			return products.map((product) => ({ ...index, ...entryOf(product, asked) }));
		};
		const entryOf = (product: Product, asked: Asked): Entry => {
			const terms: Terms = {
				customer,
				specialBidNumber: sent.specialBidNumber ?? undefined,
				governmentProgram: attribute(asked, 'governmentprogramcode'),
			};
			const stock: StockView = {
				stockroom: world.stockroom,
				countryCode: customer.countryCode,
				warehouseIds: warehousesAsked(sent.availabilityByWarehouse, asked),
				listed: (sent.availabilityByWarehouse ?? []).every(
					(one) => one.availabilityByWarehouseId || one.availabilityForAllLocation !== false,
				),
				quantity: Number(asked.quantityRequested ?? 1),
				numericIds: world.quirks.numericWarehouseIds || product.numericWarehouseIds === true,
			};
			// Assumption: what may not be bought has no price.
			const priced = query.includePricing && product.authorized;
			return {
				...identityOf(product, customer, asked),
				...(query.includeProductAttributes ? attributesOf(product, terms) : {}),
				...(query.includeAvailability ? { availability: availabilityOf(product, stock) } : {}),
				...(sent.showReserveInventoryDetails ? reservationOf(product) : {}),
				...(priced ? { pricing: pricingOf(product, terms) } : {}),
				...(query.includePricing && !product.authorized && world.quirks.zeroPrices
					? { pricing: { ...pricingOf(product, terms), ...ZERO } }
					: {}),
				...(sent.showAvailableDiscounts && product.authorized ? discountsOf(product, terms) : {}),
				...(priced ? serviceFeesOf(product, terms) : {}),
			};
		};

		const entries = applyQuirks(sent.products.flatMap(entriesOf), world);
		return { status: failed ? 207 : 200, body: entries };
	},
});

function problemsOf(asked: Asked, position: number): Problem[] {
	const problems: Problem[] = [];
	if (!identifiers.some((name) => asked[name])) {
		// Assumption: XI cannot do anything with a product without a number, so it refuses it.
		problems.push({
			field: `products[${position}]`,
			message: `One of ${identifiers.join(', ')} is required`,
		});
	}
	const quantity = asked.quantityRequested;
	if (quantity && !/^[1-9]\d{0,8}$/.test(quantity)) {
		problems.push({
			field: `products[${position}].quantityRequested`,
			value: quantity,
			message: 'Must be a whole number above 0, as text',
		});
	}
	return problems;
}

/** Assumption: of several identifiers the first in this order counts; the documents ask for one. */
function identified(asked: Asked): { identifier: Identifier; value: string } {
	for (const identifier of identifiers) {
		const value = asked[identifier];
		if (value) return { identifier, value };
	}
	throw new Error('A product without an identifier has passed the checks');
}

/**
 * The plan that is asked for: by its number, or by the vendor part number of one of its resources
 * together with a resource. Assumption: all that is sent of it must fit.
 */
function planOf(
	catalog: Catalog,
	{ planID, vendorPartNumber, resourceId }: Asked,
): Plan | undefined {
	if (!planID && !resourceId) return undefined;
	const byId = planID ? catalog.planById(planID) : undefined;
	const candidates = byId ? [byId] : catalog.plansByVendorPartNumber(vendorPartNumber ?? '');
	if (planID && !byId) return undefined;
	return candidates.find(({ resources }) =>
		resources.some(
			(one) =>
				(!resourceId || one.resourceId === resourceId) &&
				(!vendorPartNumber ||
					one.vendorPartNumber.toUpperCase() === vendorPartNumber.toUpperCase()),
		),
	);
}

/** The products under a number. */
function find(
	{ catalog, quirks }: World,
	identifier: Identifier,
	value: string,
): readonly Product[] {
	const alone = (product: Product | undefined) => (product ? [product] : []);
	switch (identifier) {
		case 'ingramPartNumber':
			return alone(catalog.byIngramPartNumber(value));
		case 'vendorPartNumber':
			return withTwin(catalog.byVendorPartNumber(value), quirks);
		case 'customerPartNumber':
			return alone(catalog.byCustomerPartNumber(value));
		case 'upc':
			return withTwin(catalog.byUpc(value), quirks);
		case 'planID':
			return [];
	}
}

function warehousesAsked(
	filters: XStatic<typeof body>['availabilityByWarehouse'],
	asked: Asked,
): string[] {
	const branch = attribute(asked, 'shipfrombranchnumber');
	if (branch) return [branch];
	return (filters ?? []).flatMap(({ availabilityByWarehouseId: id }) => (id ? [id] : []));
}

function attribute(asked: Asked, name: string): string | undefined {
	const found = asked.additionalAttributes?.find(
		({ attributeName }) => attributeName?.toLowerCase() === name,
	);
	return found?.attributeValue ?? undefined;
}

function capital(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}

const echoed = ['ingramPartNumber', 'vendorPartNumber', 'customerPartNumber', 'upc', 'planId'];

function applyQuirks(asked: Entry[], { quirks, random }: World): Entry[] {
	const at = (positions: readonly number[]): Set<number> =>
		new Set(positions.map((position) => (position < 0 ? asked.length + position : position)));
	const dropped = at(quirks.dropEntries);
	const doubled = at(quirks.duplicateEntries);

	const entries = asked
		.flatMap((entry, i) => (dropped.has(i) ? [] : doubled.has(i) ? [entry, entry] : [entry]))
		.map((entry) => bendEntry(entry, quirks));
	return quirks.shuffleEntries ? random.shuffle(entries) : entries;
}

function bendEntry(entry: Entry, quirks: Quirks): Entry {
	const { index, pricing, availability, ...rest } = entry;
	const bent: Entry = {
		...(quirks.entryIndex === 'missing'
			? {}
			: { index: Number(index) + (quirks.entryIndex === 'fromOne' ? 1 : 0) }),
		...rest,
	};
	if (quirks.omitUpc) delete bent.upc;
	if (typeof bent.vendorPartNumber === 'string') {
		bent.vendorPartNumber = bent.vendorPartNumber.slice(0, quirks.vendorPartNumberLength);
	}
	for (const name of [...echoed, 'extendedVendorPartNumber']) {
		const value = bent[name];
		if (quirks.omitIdentifiers) delete bent[name];
		else if (quirks.lowerCasePartNumbers && typeof value === 'string') {
			bent[name] = value.toLowerCase();
		}
	}
	if (quirks.omitIdentifiers && Array.isArray(bent.subscriptionPrice)) {
		bent.subscriptionPrice = bent.subscriptionPrice.map(
			({ planId: _, ...plan }: Record<string, unknown>) => plan,
		);
	}
	if (quirks.pricingInsideAvailability && pricing && availability) {
		return { ...bent, availability: { ...availability, pricing } };
	}
	return { ...bent, ...(availability ? { availability } : {}), ...(pricing ? { pricing } : {}) };
}

import { noRecordsFound, type Answer } from '../errors.mts';
import { defineOperation } from '../operation.mts';
import type { QueryValues } from '../query.mts';
import type { Plan, PlanGroup, Product } from '../state/products.mts';
import { fractionOf } from '../state/random.mts';
import { placesOf } from './paging.mts';
import { recordsFound } from './recordsFound.mts';
import type { World } from '../state/world.mts';

const endpoint = '/resellers/v6/catalog';

const query = {
	pageNumber: { kind: 'integer', min: 1, max: 100_000_000 },
	pageSize: { kind: 'integer', min: 1, max: 100 },
	type: {
		kind: 'choice',
		values: ['IM::physical', 'IM::digital', 'IM::any', 'IM::subscription'],
	},
	hasDiscounts: { kind: 'choice', values: ['true', 'false'] },
	vendor: { kind: 'list', commas: 'refused' },
	vendorPartNumber: { kind: 'list', commas: 'refused' },
	vendorNumber: { kind: 'text' },
	keyword: { kind: 'list' },
	category: { kind: 'text' },
	skipAuthorisation: { kind: 'choice', values: ['true', 'false'] },
	groupName: { kind: 'text' },
	// The documents spell it planID and planId; the API's own links have planId.
	planId: { kind: 'text', anyCase: true },
	planName: { kind: 'text' },
	showGroupInfo: { kind: 'boolean' },
} as const;

type Query = QueryValues<typeof query>;

/**
 * Search products: `GET /resellers/v6/catalog`.
 *
 * Several keywords narrow; several vendors or vendor part numbers widen. With type
 * `IM::subscription`, plans are searched and `catalog` is null. Assumption: so they are when a
 * parameter that only plans have is sent without a type, as the API's own group links do.
 */
export const catalogSearch = defineOperation({
	method: 'GET',
	endpoint,
	query,
	handle: ({ query: sent, rawQuery, world }) => {
		world.searches += 1;
		const forPlans =
			sent.type === 'IM::subscription' ||
			(sent.type === undefined &&
				(sent.groupName ?? sent.planId ?? sent.planName ?? sent.showGroupInfo) !== undefined);
		const link = (pageNumber: number): string => pageLink(rawQuery, sent, pageNumber, forPlans);

		if (!forPlans) {
			return page(world, sent, searchProducts(world, sent), idOfProduct, link, (products) => ({
				catalog: products.map((product) => productRecord(product, sent)),
				subscriptionCatalog: null,
			}));
		}
		const plans = searchPlans(world, sent);
		if (sent.showGroupInfo) {
			const groups = world.catalog.groups.filter(({ groupName }) =>
				plans.some((plan) => plan.groupName === groupName),
			);
			return page(world, sent, groups, idOfGroup, link, (found) => ({
				catalog: null,
				subscriptionCatalog: found.map((group) => groupRecord(group, plans)),
			}));
		}
		return page(world, sent, plans, idOfPlan, link, (found) => ({
			catalog: null,
			subscriptionCatalog: found.length > 0 ? [{ plans: found.map(planRecord) }] : [],
		}));
	},
});

const idOfProduct = ({ ingramPartNumber }: Product): string => ingramPartNumber;
const idOfPlan = ({ planId }: Plan): string => planId;
const idOfGroup = ({ groupName }: PlanGroup): string => groupName;

function searchProducts({ catalog }: World, sent: Query): readonly Product[] {
	const keywords = sent.keyword.map(lower);
	const vendors = sent.vendor.map(lower);
	const partNumbers = sent.vendorPartNumber.map(lower);
	const category = sent.category?.toLowerCase();
	const kind = sent.type === 'IM::digital' ? 'digital' : 'physical';
	const anyKind = sent.type === undefined || sent.type === 'IM::any';

	return catalog.products.filter(
		(product) =>
			(anyKind || product.kind === kind) &&
			(vendors.length === 0 || vendors.includes(lower(product.vendorName))) &&
			(partNumbers.length === 0 || partNumbers.includes(lower(product.vendorPartNumber))) &&
			(sent.vendorNumber === undefined || product.vendorNumber === sent.vendorNumber) &&
			(category === undefined || lower(product.category) === category) &&
			(sent.hasDiscounts === undefined ||
				hasDiscounts(product) === (sent.hasDiscounts === 'true')) &&
			keywords.every((keyword) => catalog.searchText(product).includes(keyword)),
	);
}

function searchPlans({ catalog }: World, sent: Query): readonly Plan[] {
	const keywords = sent.keyword.map(lower);
	const partNumbers = sent.vendorPartNumber.map(lower);
	const group = sent.groupName?.toLowerCase();
	const name = sent.planName?.toLowerCase();

	return catalog.plans.filter(
		(plan) =>
			(sent.planId === undefined || plan.planId === sent.planId) &&
			(name === undefined || lower(plan.planName) === name) &&
			(group === undefined || lower(plan.groupName) === group) &&
			(partNumbers.length === 0 ||
				plan.resources.some(({ vendorPartNumber }) =>
					partNumbers.includes(lower(vendorPartNumber)),
				)) &&
			keywords.every((keyword) => `${plan.planId}\n${lower(plan.planName)}`.includes(keyword)),
	);
}

function page<T>(
	world: World,
	sent: Query,
	matches: readonly T[],
	idOf: (record: T) => string,
	link: (pageNumber: number) => string,
	lists: (records: T[]) => Record<string, unknown>,
): Answer {
	if (matches.length === 0) return noRecordsFound();
	const pageSize = sent.pageSize ?? 25;
	const pageNumber = sent.pageNumber ?? 1;
	// One hole at most follows another, so pages of one or two places could be empty half-way.
	const shown = placesOf(world, matches, pageSize);
	const places = world.quirks.shortPages && pageSize > 2 ? withHoles(shown, idOf) : shown;
	const start = (pageNumber - 1) * pageSize;
	const more = start + pageSize < places.length;
	// Assumption: no document says what a page behind the last one is; an empty list or 404.
	if (start >= places.length && world.quirks.pastTheEnd === 'notFound') return noRecordsFound();

	return {
		status: 200,
		body: {
			...recordsFound(world, places.length),
			pageSize,
			pageNumber,
			...lists(places.slice(start, start + pageSize).filter((record) => record !== undefined)),
			nextPage: more ? link(pageNumber + 1) : '',
			previousPage: pageNumber > 1 ? link(pageNumber - 1) : '',
		},
	};
}

/**
 * Field reports tell of pages that hold about half of the records asked for. Assumption: XI leaves
 * records out after paging, so that the count and the page borders include what is not shown.
 */
function withHoles<T>(records: readonly T[], idOf: (record: T) => string): (T | undefined)[] {
	const places: (T | undefined)[] = [];
	for (const [i, record] of records.entries()) {
		places.push(record);
		const holes = i === records.length - 1 ? 0 : Math.floor(fractionOf(idOf(record)) * 3);
		for (let hole = 0; hole < holes; hole++) places.push(undefined);
	}
	return places;
}

/** Links as broken as the samples: no `&` before `pageSize` after other parameters. */
function pageLink(
	rawQuery: [string, string][],
	sent: Query,
	pageNumber: number,
	forPlans: boolean,
): string {
	const paging = `pageSize=${sent.pageSize ?? 25}&pageNumber=${pageNumber}`;
	if (forPlans) {
		const info = sent.showGroupInfo ? 'True' : 'False';
		return `${endpoint}?${paging}&type=IM::subscription&showGroupInfo=${info}`;
	}
	const others = rawQuery
		.filter(([name]) => name !== 'pageSize' && name !== 'pageNumber')
		.map(([name, value]) => `${name}=${value}`)
		.join('&');
	return `${endpoint}?${others}${paging}`;
}

/** Booleans are text here, and an empty one where there is nothing to say. */
function productRecord(product: Product, sent: Query): Record<string, unknown> {
	return {
		description: product.description,
		category: product.category,
		subCategory: product.subCategory,
		productType: product.productType,
		ingramPartNumber: product.ingramPartNumber,
		vendorPartNumber: product.vendorPartNumber,
		upcCode: product.upc,
		vendorName: product.vendorName,
		endUserRequired: String(product.endUserRequired),
		hasDiscounts: hasDiscounts(product) ? 'true' : '',
		type: product.kind === 'physical' ? 'IM::Physical' : 'IM::Digital',
		discontinued: String(product.discontinued),
		newProduct: String(product.isNew),
		directShip: String(product.directShip),
		hasWarranty: String(product.hasWarranty),
		extraDescription: product.extraDescription,
		replacementSku: product.replacementSku,
		// Assumption: with the check skipped there is nothing to tell.
		authorizedToPurchase: sent.skipAuthorisation === 'true' ? '' : String(product.authorized),
		links: [{ topic: 'catalog', href: `/catalog/${product.ingramPartNumber}`, type: 'GET' }],
	};
}

function planRecord(plan: Plan): Record<string, unknown> {
	return {
		planId: plan.planId,
		planName: plan.planName,
		planDescription: plan.planDescription,
		subscriptionPeriodSummary: plan.terms.map(({ period, unit }) => ({
			subscriptionPeriodUnit: `${unit}S`,
			subscriptionPeriod: String(period),
		})),
		links: [
			{ topic: 'catalog', href: `${endpoint}/priceandavailability`, type: 'POST' },
			{ topic: 'catalog', href: `${endpoint}/details?planId=${plan.planId}`, type: 'GET' },
		],
	};
}

function groupRecord(group: PlanGroup, plans: readonly Plan[]): Record<string, unknown> {
	const members = plans.filter(({ groupName }) => groupName === group.groupName);
	const only = members.length === 1 ? `&planId=${members[0]?.planId}` : '';
	return {
		groupName: group.groupName,
		groupDescription: group.groupDescription,
		numberOfPlans: String(members.length),
		link:
			`${endpoint}?pageSize=25&pageNumber=1&groupName=${group.groupName}` +
			`&showGroupInfo=false${only}`,
	};
}

function hasDiscounts(product: Product): boolean {
	return product.specialPrices.length > 0 || product.quantityBreaks.length > 0;
}

function lower(text: string): string {
	return text.toLowerCase();
}

import type { Customer } from '../options.mts';
import type { Catalog } from '../state/catalog.mts';
import { hasExtras } from '../state/countries.mts';
import { cents } from '../state/generator.mts';
import type { Plan, PlanResource, Product } from '../state/products.mts';
import { governmentPrice, levelOf, moneyOf, type Terms } from './priceEntryPrice.mts';

/** What an entry says in every case: which product it is, and whether it may be bought. */
export function identityOf(
	product: Product,
	customer: Customer,
	asked: { customerPartNumber?: string | null },
): Record<string, unknown> {
	const customerPartNumber = product.customerPartNumber ?? asked.customerPartNumber;
	// A notice alone is no error: good entries of the samples carry one, and no status code.
	const message = product.authorized
		? product.notice
		: 'You are not authorized to purchase this product';
	return {
		...(message ? { productStatusMessage: message } : {}),
		ingramPartNumber: product.ingramPartNumber,
		vendorPartNumber: product.vendorPartNumber,
		...(hasExtras(customer.countryCode)
			? { extendedVendorPartNumber: product.vendorPartNumber }
			: {}),
		...(customerPartNumber ? { customerPartNumber } : {}),
		upc: product.upc,
		vendorName: product.vendorName,
		description: product.description,
		productAuthorized: product.authorized,
	};
}

/** What `includeProductAttributes` adds. */
export function attributesOf(product: Product, terms: Terms): Record<string, unknown> {
	return {
		...(product.partNumberType ? { partNumberType: product.partNumberType } : {}),
		vendorNumber: product.vendorNumber,
		productClass: product.productClass,
		uom: product.uom,
		productStatus: product.discontinued ? 'Discontinued' : 'Active',
		acceptBackOrder: product.acceptBackOrder,
		returnableProduct: product.returnable,
		endUserInfoRequired: product.endUserRequired,
		govtSpecialPriceAvailable: product.specialPrices.some(({ government }) => government),
		...(governmentPrice(product, terms)
			? { govtProgramType: terms.governmentProgram, govtEndUserType: 'F' }
			: {}),
		...(hasExtras(terms.customer.countryCode) ? { bundlePartIndicator: product.isBundle } : {}),
	};
}

/**
 * The entry for a plan: nothing but `subscriptionPrice`, since plans have no product fields.
 * Assumption: `resourceId`, which only the portal's sample sends, picks one of the resources.
 */
export function planAnswer(
	plan: Plan,
	asked: {
		quantityRequested?: string | null;
		resourceId?: string | null;
		vendorPartNumber?: string | null;
	},
	customer: Customer,
	catalog: Catalog,
): Record<string, unknown> {
	const quantity = asked.quantityRequested ?? '1';
	const group = catalog.group(plan.groupName);
	return {
		subscriptionPrice: [
			{
				index: 0,
				planId: plan.planId,
				planUId: `plan-${plan.planId}`,
				planName: plan.planName,
				planDescription: plan.planDescription,
				groups: group ? [group] : [],
				billingPeriod: {
					billingPeriodUnit: plan.billing.unit,
					billingPeriod: plan.billing.period,
				},
				subscriptionPeriod: plan.terms.map(({ period, unit }) => ({
					subscriptionPeriodUnit: unit,
					subscriptionPeriod: String(period),
				})),
				options: plan.resources
					.filter(({ resourceId }) => !asked.resourceId || asked.resourceId === resourceId)
					.filter(
						({ vendorPartNumber }) =>
							!asked.vendorPartNumber ||
							asked.vendorPartNumber.toUpperCase() === vendorPartNumber.toUpperCase(),
					)
					.map((resource) => resourceAnswer(plan, resource, quantity, customer)),
			},
		],
	};
}

function resourceAnswer(
	plan: Plan,
	resource: PlanResource,
	quantity: string,
	customer: Customer,
): Record<string, unknown> {
	const { currency, local } = moneyOf({ customer });
	const msrp = local(resource.msrp);
	const unitPrice = local(resource.unitPrice * levelOf(customer));
	return {
		resourceId: resource.resourceId,
		resourceUId: `resource-${resource.resourceId}`,
		resourceName: resource.resourceName,
		vendorPartNumber: resource.vendorPartNumber,
		minUnits: resource.minUnits,
		maxUnits: resource.maxUnits,
		recurringpricemodel: 'Flat',
		unitOfMeasure: 'license',
		resourcePricing: plan.terms.map(({ period, unit }) => ({
			name: 'Recurring fee',
			quantity,
			msrp,
			unitPrice,
			margin: cents((1 - unitPrice / msrp) * 100),
			currencyCode: currency,
			subscriptionPeriod: `${period} ${unit}`,
		})),
		discounts: [],
		fees: [],
	};
}

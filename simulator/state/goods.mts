import type { Customer } from '../options.mts';
import { levelOf, moneyOf, pricingOf } from '../routes/priceEntryPrice.mts';
import type { Catalog } from './catalog.mts';
import type { RequestedLine } from './orderRequest.mts';
import type { Goods } from './orders.mts';
import type { Plan, PlanResource, Product } from './products.mts';

/** Something that can be ordered, and how its price is found. */
export interface Offer {
	goods: Goods;
	authorized: boolean;
	acceptBackOrder: boolean;
	/** What one unit costs a customer. */
	priceFor(
		customer: Customer,
		terms: { specialBidNumber?: string; governmentProgram?: string },
	): number;
}

/**
 * Finds what a line asks for. Assumption: of several part numbers, the first in this order counts:
 * Ingram's, the vendor's, the customer's, the plan's.
 */
export function findOffer(catalog: Catalog, line: RequestedLine): Offer | undefined {
	const { ingramPartNumber, vendorPartNumber, customerPartNumber, planId } = line;
	if (!ingramPartNumber && !vendorPartNumber && !customerPartNumber && planId) {
		const plan = catalog.planById(planId);
		const resource = plan?.resources.find(
			({ resourceId }) => !line.resourceId || line.resourceId === resourceId,
		);
		return plan && resource && planOffer(plan, resource);
	}
	const product = ingramPartNumber
		? catalog.byIngramPartNumber(ingramPartNumber)
		: vendorPartNumber
			? catalog.byVendorPartNumber(vendorPartNumber)
			: catalog.byCustomerPartNumber(customerPartNumber ?? '');
	return product && productOffer(product);
}

function productOffer(product: Product): Offer {
	return {
		goods: {
			ingramPartNumber: product.ingramPartNumber,
			vendorPartNumber: product.vendorPartNumber,
			vendorName: product.vendorName,
			vendorNumber: product.vendorNumber,
			description: product.description,
			upc: product.upc,
			uom: product.uom,
			weightKg: product.weightKg,
			kind: product.kind,
			directShip: product.directShip,
			product,
		},
		authorized: product.authorized,
		acceptBackOrder: product.acceptBackOrder,
		priceFor: (customer, { specialBidNumber, governmentProgram }) =>
			Number(pricingOf(product, { customer, specialBidNumber, governmentProgram }).customerPrice),
	};
}

function planOffer(plan: Plan, resource: PlanResource): Offer {
	return {
		goods: {
			// Assumption: a plan has no Ingram part number, so its id stands in for it.
			ingramPartNumber: plan.planId,
			vendorPartNumber: resource.vendorPartNumber,
			vendorName: 'Microsoft',
			vendorNumber: '',
			description: plan.planName,
			upc: '',
			uom: 'EA',
			weightKg: 0,
			kind: 'digital',
			directShip: true,
		},
		authorized: true,
		acceptBackOrder: true,
		priceFor: (customer) => moneyOf({ customer }).local(resource.unitPrice * levelOf(customer)),
	};
}

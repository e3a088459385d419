import { noRecordsFound } from '../errors.mts';
import { defineOperation } from '../operation.mts';
import type { Catalog } from '../state/catalog.mts';
import type { Plan, Product } from '../state/products.mts';
import { productOrTwin, withTwin } from '../state/twins.mts';

/**
 * Product details by Ingram part number: `GET /resellers/v6/catalog/details/{ingramPartNumber}`.
 * The documented limit of six characters is not enforced; its own sample has seven.
 *
 * Assumption: it answers for every country, although the document names the USA, India and the
 * Netherlands only, since it does not say what the others get.
 */
export const productDetails = defineOperation({
	method: 'GET',
	endpoint: '/resellers/v6/catalog/details/{ingramPartNumber}',
	errors: 'traceid',
	query: {},
	handle: ({ params, world: { catalog, quirks } }) => {
		const number = params.ingramPartNumber ?? '';
		const product = productOrTwin((one) => catalog.byIngramPartNumber(one), number, quirks);
		return product ? { status: 200, body: productAnswer(product, 'full') } : noRecordsFound();
	},
});

/**
 * Product details by plan or vendor part number: `GET /resellers/v6/catalog/details`.
 * Assumption: where several of the three are sent, all of them must fit.
 */
export const productDetailsSearch = defineOperation({
	method: 'GET',
	endpoint: '/resellers/v6/catalog/details',
	errors: 'traceid',
	query: {
		planName: { kind: 'text' },
		planId: { kind: 'text' },
		vendorPartNumber: { kind: 'text' },
	},
	check: ({ query }) =>
		(query.planName ?? query.planId ?? query.vendorPartNumber) === undefined
			? [
					{
						field: 'planName/planId/vendorPartNumber',
						message: 'At least one of planName, planId and vendorPartNumber is required',
					},
				]
			: [],
	handle: ({ query: { planName, planId, vendorPartNumber }, world: { catalog, quirks } }) => {
		if (vendorPartNumber !== undefined && planName === undefined && planId === undefined) {
			const products = withTwin(catalog.byVendorPartNumber(vendorPartNumber), quirks).map(
				(product) => productAnswer(product, 'short'),
			);
			// Assumption: several products come as a list.
			if (products.length > 0) {
				return { status: 200, body: products.length === 1 ? products[0] : products };
			}
		}
		const plans = catalog.plans.filter(
			(plan) =>
				(planId === undefined || catalog.planById(planId) === plan) &&
				(planName === undefined || catalog.plansByName(planName).includes(plan)) &&
				(vendorPartNumber === undefined ||
					catalog.plansByVendorPartNumber(vendorPartNumber).includes(plan)),
		);
		return plans.length > 0 ? { status: 200, body: plansAnswer(plans, catalog) } : noRecordsFound();
	},
});

/**
 * Field names as in the samples, which differ from the schema in several places. The long text and
 * the technical data are in the sample of the call by Ingram part number only.
 */
function productAnswer(product: Product, extent: 'short' | 'full'): Record<string, unknown> {
	const full = extent === 'full';
	return {
		ingramPartNumber: product.ingramPartNumber,
		vendorPartNumber: product.vendorPartNumber,
		...(product.customerPartNumber ? { customerPartNumber: product.customerPartNumber } : {}),
		productAuthorized: product.authorized ? 'True' : 'False',
		description: product.description,
		...(full && product.longDescription
			? { productDetailDescription: product.longDescription }
			: {}),
		upc: product.upc,
		productCategory: product.category,
		productSubcategory: product.subCategory,
		vendorName: product.vendorName,
		vendorNumber: product.vendorNumber,
		productStatusCode: null,
		productClass: null,
		indicators: indicators(product),
		ciscoFields: {
			productSubGroup: null,
			serviceProgramName: null,
			itemCatalogCategory: null,
			configurationIndicator: null,
			internalBusinessEntity: null,
			itemType: null,
			globalListPrice: null,
		},
		...(full ? { technicalSpecifications: specifications(product) } : {}),
		warrantyInformation: [],
		additionalInformation: {
			productWeight: [{ plantId: 'NL01', weight: product.weightKg, weightUnit: 'KG' }],
			isBulkFreight: false,
			height: String(product.size.height),
			width: String(product.size.width),
			length: String(product.size.length),
			netWeight: null,
			dimensionUnit: 'CM',
		},
	};
}

function specifications(product: Product): Record<string, string>[] {
	return product.specifications.map(({ header, name, value }) => ({
		headername: header,
		attributevalue: value,
		attributedisplay: `${header}|${name}|${value}`,
		attributename: name,
	}));
}

function indicators(product: Product): Record<string, unknown> {
	const digital = product.kind === 'digital';
	const has = (kind: string): boolean => product.specialPrices.some((one) => one.kind === kind);
	return {
		hasWarranty: product.hasWarranty,
		isNewProduct: product.isNew,
		hasReturnLimits: false,
		isBackOrderAllowed: product.acceptBackOrder,
		isShippedFromPartner: false,
		isReplacementProduct: false,
		replacementType: null,
		isDirectship: product.directShip,
		isDownloadable: digital,
		isDigitalType: digital,
		skuType: digital ? 'D' : 'M',
		hasStdSpecialPrice: false,
		hasAcopSpecialPrice: has('Promo Discount'),
		hasAcopQuantityBreak: product.quantityBreaks.length > 0,
		hasStdWebDiscount: false,
		hasAcopWebDiscount: false,
		hasSpecialBid: has('Special Bid'),
		isExportableToCountry: false,
		isDiscontinuedProduct: product.discontinued,
		isRefurbished: false,
		isReturnableProduct: product.returnable,
		isIngramShip: !digital,
		isEnduserRequired: product.endUserRequired,
		isHeavyWeight: product.weightKg > 10,
		hasLtl: false,
		isClearanceProduct: false,
		hasBundle: product.isBundle,
		isOversizeProduct: product.size.length > 75,
		isPreorderProduct: false,
		isLicenseProduct: digital,
		isDirectshipOrderable: true,
		isServiceSku: false,
		isConfigurable: false,
	};
}

/** For plans all of a product's fields are null, and everything is in `subscriptionDetails`. */
function plansAnswer(plans: readonly Plan[], catalog: Catalog): Record<string, unknown> {
	return {
		ingramPartNumber: null,
		vendorPartNumber: null,
		customerPartNumber: null,
		productAuthorized: null,
		description: null,
		upc: null,
		productCategory: null,
		productSubCategory: null,
		vendorName: null,
		vendorNumber: null,
		productStatusCode: null,
		productClass: null,
		indicators: null,
		ciscoFields: null,
		warrantyInformation: null,
		additionalInformation: null,
		subscriptionDetails: plans.map((plan) => ({
			planId: plan.planId,
			planName: plan.planName,
			planDescription: plan.planDescription,
			groups: [catalog.group(plan.groupName)].filter((group) => group !== undefined),
			subscriptionPeriod: plan.terms.map(({ period, unit }) => ({
				subscriptionPeriodUnit: unit,
				subscriptionPeriod: String(period),
			})),
			billingPeriod: {
				billingPeriod: String(plan.billing.period),
				billingPeriodUnit: plan.billing.unit,
			},
			options: plan.resources.map((resource) => ({
				resourceId: resource.resourceId,
				resourceName: resource.resourceName,
				vendorPartNumber: resource.vendorPartNumber,
				minUnits: String(resource.minUnits),
				maxUnits: String(resource.maxUnits),
				dependsOn: null,
			})),
			links: [
				{ topic: 'catalog', href: '/resellers/v6/catalog/priceandavailability', type: 'POST' },
			],
			previousPage: '',
			nextPage: '',
		})),
	};
}

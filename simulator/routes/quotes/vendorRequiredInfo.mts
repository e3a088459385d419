import { defineOperation } from '../../operation.mts';
import type { Customer } from '../../options.mts';
import { isOrderable } from '../../state/quotes.mts';
import {
	demandsOfPlan,
	demandsOfProduct,
	demandsOfQuote,
	type VendorDemands,
} from '../../state/vendorDemands.mts';
import type { World } from '../../state/world.mts';
import { listOf, object, text } from '../orders/schema.mts';

interface Asked {
	quoteNumber?: string;
	ingramPartNumber?: string;
	vendorPartNumber?: string;
	planID?: string;
}

/**
 * Vendor required information: `POST /resellers/v7/vendorrequiredinfo`, for a quote, or for products
 * and plans. It asks only.
 *
 * Assumptions: no errors are documented, so what is unknown comes with a message in an entry of its
 * own; a request for nothing, or for both, is a 400, and so is a product with several numbers.
 */
export const vendorRequiredInfo = defineOperation({
	method: 'POST',
	endpoint: '/resellers/v7/vendorrequiredinfo',
	errors: 'traceid',
	headers: ['IM-CustomerNumber', 'IM-CountryCode', 'IM-CorrelationID', 'IM-SenderID'],
	query: {},
	body: object({
		quoteNumber: text,
		products: listOf(object({ ingramPartNumber: text, vendorPartNumber: text, planID: text })),
	}),
	check: ({ body: { quoteNumber, products = [] } }) => {
		const problems = products.flatMap((product, position) =>
			Object.values(product).filter(Boolean).length === 1
				? []
				: [{ field: `products[${position}]`, message: 'Exactly one identifier is required' }],
		);
		if (Boolean(quoteNumber) === products.length > 0) {
			problems.push({ field: 'quoteNumber', message: 'Either a quote or products are required' });
		}
		return problems;
	},
	handle: ({ world, customer, body: { quoteNumber, products = [] } }) => ({
		status: 200,
		body: (quoteNumber ? [{ quoteNumber }] : products).map((asked) =>
			entryOf(world, customer, asked),
		),
	}),
});

function entryOf(world: World, customer: Customer, asked: Asked) {
	const { planID } = asked;
	const plan = planID ? world.catalog.planById(planID) : undefined;
	const found = demandsOf(world, customer, asked);
	return {
		quoteNumber: asked.quoteNumber ?? '',
		ingramPartNumber: asked.ingramPartNumber ?? '',
		vendorPartNumber: asked.vendorPartNumber ?? '',
		planId: planID ?? '',
		planName: plan?.planName ?? '',
		responseMessages: found ? [] : [unknown],
		vmfAdditionalAttributes: found?.vmfAdditionalAttributes ?? [],
		vriAdditionalAttributes: found?.vriAdditionalAttributes ?? [],
	};
}

const unknown = {
	id: 'SIMULATOR-1',
	traceId: 'simulator',
	type: 'ERROR',
	message: 'No such quote, product or plan',
};

function demandsOf(
	world: World,
	customer: Customer,
	{ quoteNumber, ingramPartNumber, vendorPartNumber, planID }: Asked,
): VendorDemands | undefined {
	if (quoteNumber) {
		const quote = world.quotes.quote(quoteNumber, customer);
		return quote && isOrderable(quote, world.clock.lifeNow())
			? demandsOfQuote(world, quote)
			: undefined;
	}
	if (planID) return world.catalog.planById(planID) && demandsOfPlan();
	const product = ingramPartNumber
		? world.catalog.byIngramPartNumber(ingramPartNumber)
		: world.catalog.byVendorPartNumber(vendorPartNumber ?? '');
	return product && demandsOfProduct(product);
}

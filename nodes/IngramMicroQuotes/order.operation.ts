import { type Ask, write, type WritePlan } from '../shared/operation';
import { ADDRESS, DAYS, ONE_QUOTE, PO } from '../shared/forModels';
import {
	type AsyncOrderAnswer,
	confirmationIn,
	orderV7Request,
	receiptOf,
	refusalOfPlaced,
	WAIT_FOR_EVENT,
} from '../shared/xi/orders/orderAnswer';
import { asyncOrderOutput, isConfirmation } from '../shared/xi/orders/orderOutput';
import { awaitsOrder } from '../shared/xi/orders/orderResult';
import { checkQuote } from '../shared/xi/orders/checkQuote';
import { comparedToQuote } from '../shared/xi/orders/sameOrder';
import { AN_ORDER } from '../shared/xi/orders/ifOrderExists';
import { lookForPo } from '../shared/xi/orders/lookForOrder';
import type { Output } from '../shared/output';
import { Refused } from '../shared/errors';
import { askQuote } from './askVendor';
import {
	isGuarded,
	isHeld,
	isLegacy,
	orderQuoteBody,
	orderQuoteParameters,
	type OrderQuoteParams,
} from './orderQuote';
import { settle } from './vendorAnswers';

const output: Output = {
	...asyncOrderOutput,
	ignoredVendorFields: {
		name: 'Ignored Vendor Fields',
		simplified: isConfirmation,
	},
};

/** The plan, complete as far as what the vendor demands is known. */
function planOf(params: OrderQuoteParams): WritePlan<AsyncOrderAnswer> {
	const { customerOrderNumber, quote, vendorFields } = params;
	const body = orderQuoteBody(params);
	return {
		request: isLegacy(params)
			? { method: 'POST', path: '/resellers/v6/q2o/orders', body }
			: orderV7Request(body),
		subject: `PO ${customerOrderNumber} for quote ${quote}`,
		rows: (answer) => [
			{
				quoteNumber: quote,
				...confirmationIn(answer, customerOrderNumber),
				ignoredVendorFields: [...(vendorFields?.settled?.ignored ?? [])],
			},
		],
		receipt: receiptOf,
		ifUnclear: WAIT_FOR_EVENT,
		previewOnly: params.previewOnly,
		check: async (ask, spending) =>
			await checkQuote(
				ask,
				params.checkBeforeOrdering,
				{
					quoteNumber: quote,
					called: 'this order',
					number: customerOrderNumber,
					isHeld: isHeld(params),
				},
				spending,
			),
		awaits: awaitsOrder(customerOrderNumber, params.waitForIt),
		refuse: refusalOfPlaced,
		learn: async (ask) => planOf({ ...params, vendorFields: await demandedOf(ask, params) }),
		once: {
			number: customerOrderNumber,
			second: isGuarded(params) ? 'refused' : 'taken',
			existing: params.ifOrderExists,
			words: AN_ORDER,
			onePerRun: true,
			showsLater: true,
			look: async (ask, sending) =>
				comparedToQuote(
					await lookForPo(ask, customerOrderNumber),
					vendorFields?.lines ?? [],
					sending,
				),
		},
	};
}

/** What was given for what the vendor demands at this moment, as it goes out. Throws Refused. */
async function demandedOf(
	ask: Ask,
	params: OrderQuoteParams,
): Promise<OrderQuoteParams['vendorFields']> {
	const { quote, vendorFields, vendorFieldsList, vendorFieldsNamedBy = 'auto' } = params;
	const given = vendorFields?.given ?? vendorFieldsList?.given ?? [];
	// The older call has no room for what the other list names.
	const namedBy = isLegacy(params) ? undefined : vendorFieldsNamedBy;
	const { questions, lines, problem } = await askQuote(ask, quote, namedBy);
	if (problem !== undefined) throw new Refused([problem]);
	return { given, settled: settle(questions, given), lines };
}

/**
 * An asynchronous order with a quote number; or the older call for it, which XI has withdrawn. XI
 * documentation: "Async Order Create", part "Quote to Order".
 *
 * What the vendor demands is asked of XI again right before the order is sent, since a quote may have
 * changed since its form was filled in.
 */
export const order = write({
	option: {
		name: 'Order Quote',
		value: 'order',
		action: 'Order quote',
		description:
			'Order a quote as a whole, with what its vendor wants to know; the result comes later, as an event of the trigger node. This spends money.',
	},
	forModels: [
		ONE_QUOTE,
		PO,
		'Vendor Fields as JSON is such as [{"fieldId":"…","attributeValue":"…"}], with the field IDs that Validate Quote tells.',
		ADDRESS,
		DAYS,
	],
	parameters: orderQuoteParameters,
	output,
	plan: planOf,
});

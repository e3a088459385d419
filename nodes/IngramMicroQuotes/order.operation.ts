import type { IDataObject } from 'n8n-workflow';

import { write } from '../shared/operation';
import {
	type AsyncOrderAnswer,
	confirmationIn,
	receiptOf,
	refusalOfPlaced,
	WAIT_FOR_EVENT,
} from '../shared/xi/orders/placed';
import { asyncOrderOutput } from '../shared/xi/orders/orderOutput';
import { comparedToQuote } from '../shared/xi/orders/same';
import { lookForPo } from '../shared/xi/orders/lookForOrder';
import type { Output } from '../shared/output';
import { Refused } from '../shared/errors';
import { askQuote } from './askVendor';
import { isGuarded, orderQuoteBody, orderQuoteParameters } from './orderQuote';
import { settle } from './vendorAnswers';

const output: Output = {
	...asyncOrderOutput,
	ignoredVendorFields: {
		name: 'Ignored Vendor Fields',
		simplified: (record) => 'confirmationNumber' in record,
	},
};

/**
 * POST /resellers/v7/orders with a quote number, or POST /resellers/v6/q2o/orders, which XI has
 * withdrawn. XI documentation: "Async Order Create", part "Quote to Order".
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
	parameters: orderQuoteParameters,
	output,
	request: (params) => ({
		method: 'POST',
		path: params.version === 'v6' ? '/resellers/v6/q2o/orders' : '/resellers/v7/orders',
		body: orderQuoteBody(params),
	}),
	async learn(params, ask) {
		const given = params.vendorFields?.given ?? params.vendorFieldsList?.given ?? [];
		// The older call has no room for what the other list names.
		const namedBy = params.version === 'v6' ? undefined : (params.vendorFieldsNamedBy ?? 'auto');
		const { questions, lines, problem } = await askQuote(ask, params.quote, namedBy);
		if (problem !== undefined) throw new Refused([problem]);
		return { vendorFields: { given, settled: settle(questions, given), lines } };
	},
	rows: (answer: AsyncOrderAnswer | undefined, params): IDataObject[] => [
		{
			quoteNumber: params.quote,
			...confirmationIn(answer, params.customerOrderNumber),
			ignoredVendorFields: [...(params.vendorFields?.settled?.ignored ?? [])],
		},
	],
	async look(params, ask, sentAt, before) {
		const sight = await lookForPo(ask, params.customerOrderNumber);
		return comparedToQuote(sight, params.vendorFields?.lines ?? [], sentAt, before);
	},
	subject: ({ customerOrderNumber, quote }) => `PO ${customerOrderNumber} for quote ${quote}`,
	uniqueBy: ({ customerOrderNumber }) => customerOrderNumber,
	guarded: isGuarded,
	takesExisting: (params) => params.ifOrderExists === 'return',
	previews: (params) => params.previewOnly,
	oncePerRun: true,
	refuse: (rows) => refusalOfPlaced(rows),
	receipt: receiptOf,
	appearsLater: true,
	ifUnclear: WAIT_FOR_EVENT,
});

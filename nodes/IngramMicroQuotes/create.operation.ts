import type { IDataObject } from 'n8n-workflow';

import { write, type WritePlan } from '../shared/operation';
import { ADDRESS, DAYS, linesAsJson, PRODUCT_OF_LINE, QUANTITY } from '../shared/forModels';
import { previewOnly } from '../shared/xi/orders/ifOrderExists';
import { clean } from '../shared/transport/refusal';
import { UnexpectedAnswer } from '../shared/errors';
import { warningsIn } from '../shared/transport/warnings';
import { ingramNumbersIn } from '../shared/xi/ingramNumbers';
import { lookForQuote } from './lookForQuote';
import { createQuoteOutput } from '../shared/xi/quoteOutput';
import type { CreateQuoteAnswer } from '../shared/xi/quotes';
import { quoteBodyOf, quoteParameters } from './quoteBody';

const receiptOf = ({ quoteNumber }: IDataObject): string =>
	`quote ${clean(quoteNumber) ?? 'without a number'}`;

/**
 * XI gives the quote a number at once, and makes it afterwards; what
 * came of it is told by a webhook. XI documentation: "Quote Create".
 *
 * XI takes two quotes of the same name. So those that have it already are read before anything is
 * sent, and after an unclear answer only a new one counts. The search behind that wants the header
 * IM-CustomerContact, which the creation itself can do without.
 */
export const create = write({
	option: {
		name: 'Create Quote',
		value: 'create',
		action: 'Create quote',
		description:
			'Ask for a quote on products, each by Ingram part number (SKU), vendor part number (VPN) or UPC, and get its number; whether it could be made comes later, as an event of the trigger node. This asks for a real quote, and buys nothing.',
	},
	forModels: [
		'Quote Name is a text of the person’s.',
		linesAsJson('Products as JSON'),
		PRODUCT_OF_LINE,
		QUANTITY,
		ADDRESS,
		DAYS,
	],
	parameters: { ...quoteParameters, previewOnly },
	output: createQuoteOutput,
	lookUp: ingramNumbersIn(['products', 'productsList']),
	plan(params): WritePlan<CreateQuoteAnswer> {
		const { quoteName } = params;
		const body = quoteBodyOf(params);
		return {
			request: {
				method: 'POST',
				path: '/resellers/v6/quotes/create',
				needsCustomerContact: true,
				body,
			},
			subject: `quote ${quoteName}`,
			rows(answer) {
				if (clean(answer?.quoteNumber) === undefined) {
					throw new UnexpectedAnswer('quote number', { said: warningsIn(answer) });
				}
				return [{ quoteName, ...answer }];
			},
			receipt: receiptOf,
			ifUnclear:
				'Wait for the event of this quote, or search for its name (Get Many Quotes), before you send it again: Ingram Micro makes quotes some time after it took them',
			previewOnly: params.previewOnly,
			once: {
				number: quoteName,
				second: 'taken',
				existing: 'fail',
				showsLater: true,
				look: async (ask, { sentAt, before }) =>
					await lookForQuote(ask, body, sentAt, (quote) => before.has(receiptOf(quote))),
			},
		};
	},
});

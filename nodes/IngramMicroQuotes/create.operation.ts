import type { IDataObject } from 'n8n-workflow';

import { write } from '../shared/operation';
import { previewOnly } from '../shared/xi/orders/once';
import { clean } from '../shared/transport/refusal';
import { UnexpectedAnswer } from '../shared/errors';
import { warningsIn } from '../shared/transport/warnings';
import { lookForQuote } from './lookForQuote';
import { createQuoteOutput } from './output';
import type { CreateQuoteAnswer, FoundQuote } from '../shared/xi/quotes';
import { quoteBodyOf, quoteParameters } from './quoteBody';

const receiptOf = ({ quoteNumber }: IDataObject): string =>
	`quote ${clean(quoteNumber) ?? 'without a number'}`;

/**
 * POST /resellers/v6/quotes/create: XI gives the quote a number at once, and makes it afterwards; what
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
			'Ask for a quote and get its number; whether it could be made comes later, as an event of the trigger node. This asks for a real quote, and buys nothing.',
	},
	parameters: { ...quoteParameters, previewOnly },
	output: createQuoteOutput,
	needsCustomerContact: true,
	request: (params) => ({
		method: 'POST',
		path: '/resellers/v6/quotes/create',
		body: quoteBodyOf(params),
	}),
	rows(answer: CreateQuoteAnswer | undefined, { quoteName }): IDataObject[] {
		if (clean(answer?.quoteNumber) === undefined) {
			throw new UnexpectedAnswer('quote number', { said: warningsIn(answer) });
		}
		return [{ quoteName, ...answer }];
	},
	subject: ({ quoteName }) => `quote ${quoteName}`,
	async look(params, ask, sentAt, known) {
		const isKnown = (quote: FoundQuote) => known?.has(receiptOf(quote)) === true;
		return await lookForQuote(ask, quoteBodyOf(params), sentAt, isKnown);
	},
	uniqueBy: ({ quoteName }) => quoteName,
	guarded: () => false,
	takesExisting: () => false,
	previews: (params) => params.previewOnly,
	appearsLater: true,
	receipt: receiptOf,
	ifUnclear:
		'Wait for the event of this quote, or search for its name (Get Many Quotes), before you send it again: Ingram Micro makes quotes some time after it took them',
});

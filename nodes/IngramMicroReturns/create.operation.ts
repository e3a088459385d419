import { choice, requiredText, type Values, when } from '../shared/fields/field';
import { gatheredBy, linesFrom } from '../shared/fields/lines';
import { ONE_LINE } from '../shared/fields/oneLine';
import { options } from '../shared/fields/options';
import { write, type WritePlan } from '../shared/operation';
import { ADDRESS, DAYS, PRODUCT_OF_LINE, QUANTITY } from '../shared/forModels';
import { previewOnly } from '../shared/xi/orders/ifOrderExists';
import { listIn, UnexpectedAnswer } from '../shared/errors';
import { besideIn, warningsIn } from '../shared/transport/warnings';
import { wireList } from '../shared/fields/jsonBody';
import { returnLines, shipFromInfo } from './returnLines';
import { createdReturnOutput } from '../shared/xi/returnOutput';
import type { CreatedReturn, CreateReturnAnswer } from '../shared/xi/returns';
import { ingramNumbersIn } from '../shared/xi/ingramNumbers';
import { dated, listedOnInvoice } from './invoiceOfLine';
import { bodyOf, linesOf, type ReturnParams } from './returnBody';
import {
	anyWithReference,
	lookForReturns,
	notNamed,
	numberOf,
	receiptOf,
	rivalsOf,
} from './lookForReturn';
const parameters = {
	/*
	 * XI does not require it, but it is all that a return can be told apart by: without one it could not
	 * be known, after a broken connection or when a workflow runs again, whether the return is there. A
	 * number made up here would be another one in each run, and guard against nothing.
	 */
	referenceNumber: requiredText('Reference Number', {
		format: ONE_LINE,
		placeholder: 'e.g. RMA-4711',
		description:
			'Your own number for this return, which no other return of yours has. It keeps the return from being requested twice.',
	}),
	linesFrom: linesFrom('a', 'return', 'reference number'),
	lines: when({ linesFrom: ['fields', 'items'] }, returnLines),
	linesList: when(
		{ linesFrom: ['list'] },
		wireList('Lines as JSON', returnLines, {
			skeleton: [
				{
					invoiceNumber: '',
					ingramPartNumber: '',
					quantity: null,
					primaryReason: '',
					secondaryReason: '',
					numberOfBoxes: null,
				},
			],
			description:
				'A list of objects by the names of Ingram Micro’s API: invoiceNumber, invoiceDate, ingramPartNumber, quantity, primaryReason, secondaryReason, numberOfBoxes and others. In place of ingramPartNumber, vendorPartNumber or upc will do. An invoiceDate that is missing is looked up. Other names are left out.',
		}),
	),
	shipFromInfo,
	ifReturnExists: choice<'fail' | 'return'>(
		'If the Return Exists',
		[
			{ name: 'Fail', value: 'fail', description: 'The item fails and names the existing return' },
			{
				name: 'Return the Existing Return',
				value: 'return',
				description: 'The existing return is the result, with the outcome already there',
			},
		],
		{
			default: 'fail',
			description:
				'What to do when Ingram Micro has a return with this reference number already, e.g. because a workflow is run a second time',
		},
	),
	previewOnly,
};

type Params = Values<typeof parameters>;

/** Returns of an answer. One without a number may not have been made: it is looked for. */
function returnsIn(answer: CreateReturnAnswer | undefined): CreatedReturn[] {
	const made = listIn(answer?.returnsClaims, 'list of returns');
	if (made.length === 0) throw new UnexpectedAnswer('return', { said: warningsIn(answer) });
	if (made.some((one) => numberOf(one ?? {}) === '')) {
		throw new UnexpectedAnswer('case request number', { said: warningsIn(answer) });
	}
	return made;
}

/**
 * XI documentation: "Returns Create".
 *
 * No document says whether XI refuses a second return with the same reference number. So it is looked
 * for before anything is sent, and after an unclear failure nothing is ever sent again.
 */
export const create = write({
	option: {
		name: 'Create Return',
		value: 'create',
		action: 'Create return',
		description:
			'Ask Ingram Micro to take products back, each by Ingram part number (SKU), vendor part number (VPN) or UPC. This starts a real return.',
	},
	forModels: [
		'Reference Number is the person’s own number for the return: never make one up.',
		'Lines as JSON is such as [{"invoiceNumber":"40-DPJ17-11","ingramPartNumber":"4A0036","quantity":1,"primaryReason":"…","secondaryReason":"…","numberOfBoxes":1}]; the reasons are the person’s.',
		PRODUCT_OF_LINE,
		QUANTITY,
		DAYS,
		ADDRESS,
	],
	parameters,
	output: createdReturnOutput,
	lookUp: ingramNumbersIn(['lines', 'linesList'], ['upc'], listedOnInvoice),
	gathering: gatheredBy<ReturnParams>(
		{ ...parameters, options },
		{ article: 'a', thing: 'return', number: 'referenceNumber', called: 'reference number' },
	),
	plan: planOf,
});

function planOf(params: Params): WritePlan<CreateReturnAnswer> {
	const { referenceNumber } = params;
	const body = bodyOf(params);
	const lines = linesOf(params);
	const lacksDay = lines.some(({ invoiceDate }) => invoiceDate === undefined);
	return {
		request: {
			method: 'POST',
			path: '/resellers/v6/returns/create',
			needsCustomerContact: true,
			body,
		},
		subject: `return ${referenceNumber}`,
		rows(answer) {
			const made = returnsIn(answer);
			const linesNotInAnswer = notNamed(made, body);
			return made.map((one) => ({ ...one, ...besideIn(answer, one), linesNotInAnswer }));
		},
		receipt: receiptOf,
		ifUnclear:
			'Search for it with Get Many Returns, by the reference number and by the invoice number, before you send it again. It may show some hours later.',
		previewOnly: params.previewOnly,
		...(lacksDay && {
			learn: async (ask) => planOf({ ...params, lines: await dated(ask, lines) }),
		}),
		check: async (ask) => await rivalsOf(ask, referenceNumber, body),
		once: {
			number: referenceNumber,
			second: 'unknown',
			existing: params.ifReturnExists,
			words: { thing: 'return', parameter: 'If the Return Exists' },
			onePerRun: true,
			showsLater: true,
			look: async (ask, { sentAt, before }) =>
				sentAt === undefined
					? await anyWithReference(ask, referenceNumber)
					: await lookForReturns(ask, referenceNumber, body, sentAt, before),
		},
	};
}

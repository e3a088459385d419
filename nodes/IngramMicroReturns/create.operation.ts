import type { IDataObject } from 'n8n-workflow';

import { choice, requiredText, when } from '../shared/fields/field';
import { gatherLines, linesFrom } from '../shared/fields/lines';
import { ONE_LINE } from '../shared/fields/oneLine';
import { options } from '../shared/fields/options';
import { write } from '../shared/operation';
import { previewOnly } from '../shared/xi/orders/once';
import { listIn, UnexpectedAnswer } from '../shared/errors';
import { besideIn, warningsIn } from '../shared/transport/warnings';
import { wireList } from '../shared/fields/jsonBody';
import { returnLines, shipFromInfo } from './returnLines';
import { createdReturnOutput } from './output';
import type { CreatedReturn, CreateReturnAnswer } from '../shared/xi/returns';
import { bodyOf, type ReturnParams } from './returnBody';
import {
	lookForReturns,
	notNamed,
	numberOf,
	receiptOf,
	rivalsOf,
	withReference,
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
			placeholder: 'e.g. [{ "invoiceNumber": "40-NFERG-11", "ingramPartNumber": "164B2G" }]',
			description:
				'A list of objects by the names of Ingram Micro’s API: invoiceNumber, invoiceDate, ingramPartNumber, quantity, primaryReason, secondaryReason, numberOfBoxes and others. Other names are left out.',
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
				description: 'The existing return is the result, marked as found',
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
 * POST /resellers/v6/returns/create. XI documentation: "Returns Create".
 *
 * No document says whether XI refuses a second return with the same reference number. So it is looked
 * for before anything is sent, and after an unclear failure nothing is ever sent again.
 */
export const create = write({
	option: {
		name: 'Create Return',
		value: 'create',
		action: 'Create return',
		description: 'Ask Ingram Micro to take products back. This starts a real return.',
	},
	parameters,
	output: createdReturnOutput,
	needsCustomerContact: true,
	request: (params) => ({
		method: 'POST',
		path: '/resellers/v6/returns/create',
		body: bodyOf(params),
	}),
	rows(answer: CreateReturnAnswer | undefined, params): IDataObject[] {
		const made = returnsIn(answer);
		const linesNotInAnswer = notNamed(made, bodyOf(params));
		return made.map((one) => ({ ...one, ...besideIn(answer, one), linesNotInAnswer }));
	},
	groupOf: ({ linesFrom: from, referenceNumber }) =>
		from === 'items' ? referenceNumber : undefined,
	rowOf: { thing: 'a return', number: 'referenceNumber', lines: 'lines' },
	gather: <P extends ReturnParams>(members: ReadonlyArray<{ item: number; params: P }>) =>
		gatherLines({ ...parameters, options }, members, {
			thing: 'return',
			number: 'reference number',
		}),
	subject: ({ referenceNumber }) => `return ${referenceNumber}`,
	async check(params, ask) {
		return await rivalsOf(ask, params.referenceNumber, bodyOf(params));
	},
	async look(params, ask, sentAt, known = new Set()) {
		const { referenceNumber } = params;
		if (sentAt !== undefined) {
			return await lookForReturns(ask, referenceNumber, bodyOf(params), sentAt, known);
		}
		const there = await withReference(ask, referenceNumber);
		return there.length > 0
			? { there }
			: { absent: 'Ingram Micro has no return with this reference number' };
	},
	uniqueBy: ({ referenceNumber }) => referenceNumber,
	oncePerRun: true,
	appearsLater: true,
	takesExisting: ({ ifReturnExists }) => ifReturnExists === 'return',
	existing: { thing: 'return', parameter: 'If the Return Exists' },
	previews: (params) => params.previewOnly,
	receipt: receiptOf,
	ifUnclear:
		'Search for it with Get Many Returns, by the reference number and by the invoice number, before you send it again. It may show some hours later.',
});

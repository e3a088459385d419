import type { IDataObject } from 'n8n-workflow';

import { choice } from '../shared/fields/field';
import { requiredQuote } from '../shared/xi/quotes';
import { read } from '../shared/operation';
import { ONE_QUOTE } from '../shared/forModels';
import { validatedIn, validateRequest } from './askVendor';
import { fieldRows, validateOutput, withFields } from './vendorOutput';
import { questionsOfQuote } from './vendorQuestions';

/** XI documentation: "Validate Quote". */
export const validate = read({
	option: {
		name: 'Validate Quote',
		value: 'validate',
		action: 'Validate quote',
		description:
			'Check whether a quote can be ordered, and read what its vendor wants to know before that',
	},
	forModels: [ONE_QUOTE],
	parameters: {
		quote: requiredQuote,
		return: choice<'quote' | 'fields'>(
			'Output Items',
			[
				{
					name: 'One Item per Quote',
					value: 'quote',
					description: 'With the list of the fields that the vendor demands',
				},
				{
					name: 'One Item per Vendor Field',
					value: 'fields',
					description: 'One without a field where the vendor demands nothing',
				},
			],
			{ default: 'quote', description: 'What each output item stands for' },
		),
	},
	output: validateOutput,
	request: ({ quote }) => validateRequest(quote),
	rows(answer: unknown, params): IDataObject[] {
		const validated = validatedIn(answer);
		const questions = questionsOfQuote(validated);
		return params.return === 'fields'
			? fieldRows(validated, questions)
			: [withFields(validated, questions)];
	},
});

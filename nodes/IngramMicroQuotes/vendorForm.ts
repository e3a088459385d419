import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { askQuote, NAMED_BY } from './askVendor';
import { type Question, titleOf } from './vendorQuestions';
import { asking, typed } from '../shared/picker';
import { isObject } from '../shared/records';
const CHOOSE_QUOTE =
	'Choose a quote, and the fields that its vendor demands appear here. With an expression they appear when the input item is at hand; for quotes that differ from item to item, give the fields as JSON (Vendor Fields From).';
const NOTHING_ASKED = 'The vendor of this quote demands no further fields';

/** A parameter as the editor has it. An expression that it could not resolve comes as null. */
function literal(context: ILoadOptionsFunctions, name: string): string | undefined {
	const given: unknown = context.getCurrentNodeParameter(name);
	const value = isObject(given) && 'value' in given ? given.value : given;
	const text = typeof value === 'string' ? typed(value) : '';
	return text !== '' && !text.startsWith('=') ? text : undefined;
}

/** How a question stands in the form: with what XI says to it, since n8n has no room for a hint. */
function shownName(question: Question): string {
	const { hint, example } = question;
	const notes = [hint, example === undefined ? undefined : `e.g. ${example}`];
	return [titleOf(question), ...notes.filter((note) => note !== undefined)].join(' – ');
}

/** A question as a field of n8n's form. What depends on another answer is checked when it is sent. */
export const fieldFor = (question: Question): ResourceMapperField => ({
	id: question.id,
	displayName: shownName(question),
	required: question.isMandatory && question.onlyIf === undefined,
	display: true,
	defaultMatch: false,
	canBeUsedToMatch: false,
	...(question.choices === undefined
		? { type: 'string' }
		: {
				type: 'options',
				options: question.choices.map(({ value, label }) => ({ name: label, value })),
			}),
});

/** The form behind 'Vendor Fields': what the vendor of the chosen quote demands, asked of XI. */
export async function vendorFieldsOfQuote(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const quote = literal(this, 'quote');
	if (quote === undefined) return { fields: [], emptyFieldsNotice: CHOOSE_QUOTE };
	const isLegacy = literal(this, 'options.version') === 'v6';
	const chosen = literal(this, 'vendorFieldsNamedBy');
	const namedBy = isLegacy ? undefined : (NAMED_BY.find((one) => one === chosen) ?? 'auto');
	const { questions, problem } = await askQuote(asking(this), quote, namedBy);
	if (problem !== undefined) return { fields: [], emptyFieldsNotice: problem };
	// What lines of one number are asked alike could not be told apart in the form either.
	const fields = questions
		.filter(({ id }) => questions.filter((other) => other.id === id).length === 1)
		.map(fieldFor);
	return fields.length > 0 ? { fields } : { fields, emptyFieldsNotice: NOTHING_ASKED };
}

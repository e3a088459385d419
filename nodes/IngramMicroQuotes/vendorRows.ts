import type { IDataObject } from 'n8n-workflow';

import { type Question, rowOf } from './vendorQuestions';

/** The lists of XI's in which vendor fields stand, which a row for each field does without. */
const LISTS = ['lines', 'vmfAdditionalAttributes', 'vriAdditionalAttributes'];

/** An answer of XI's with the fields in it under clean names, and what a workflow can branch on. */
export const withFields = (answer: IDataObject, questions: readonly Question[]): IDataObject => ({
	...answer,
	needsVendorFields: questions.length > 0,
	mandatoryFields: questions.filter(({ isMandatory }) => isMandatory).length,
	vendorFields: questions.map(rowOf),
});

/** An answer of XI's as one row for each field: `{ …answer without its lists, vendorField }`. */
export function fieldRows(answer: IDataObject, questions: readonly Question[]): IDataObject[] {
	const head = Object.fromEntries(Object.entries(answer).filter(([key]) => !LISTS.includes(key)));
	return questions.map((question) => ({ ...head, vendorField: rowOf(question) }));
}

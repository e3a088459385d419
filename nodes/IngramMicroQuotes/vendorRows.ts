import type { IDataObject } from 'n8n-workflow';

import { orEmpty } from '../shared/oneEach';
import type { Question } from './vendorQuestions';

/** A question as a workflow reads it, with clean names. */
export function rowOf(question: Question): IDataObject {
	const { id, name, label, hint, place, choices, onlyIf } = question;
	const line = place.kind === 'line' ? place.line : undefined;
	const vendor = place.kind === 'vendor' ? place : undefined;
	return {
		fieldId: id,
		label,
		mandatory: question.isMandatory,
		level: place.kind === 'vendor' ? 'product' : place.kind,
		lineNumber: line?.customerLineNumber ?? null,
		ingramPartNumber: line?.ingramPartNumber ?? null,
		vendorName: vendor?.vendorName ?? null,
		productId: vendor?.productId ?? null,
		choices: choices?.map((choice) => ({ ...choice })) ?? null,
		example: question.example ?? null,
		hint: hint ?? null,
		onlyIf: onlyIf === undefined ? null : { fieldId: onlyIf.id, value: onlyIf.choice.value },
		attributeName: name,
	};
}

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
	return orEmpty(questions.map(rowOf)).map((vendorField) => ({ ...head, vendorField }));
}

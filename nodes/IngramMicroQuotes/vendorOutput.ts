import type { IDataObject } from 'n8n-workflow';

import { numberAt, orEmpty, type Output } from '../shared/output';
import type { Question } from './vendorQuestions';

/*
 * Rows come in kinds: an answer of XI's as a whole, or one with a field of it beside it, in
 * `vendorField`. Simplified has the columns that fit the kind.
 */
const isField = (record: IDataObject) => 'vendorField' in record;
const isWhole = (record: IDataObject) => !isField(record);

const fieldAt = (name: string, key: string, simplified = true) => ({
	name,
	path: `vendorField.${key}`,
	simplified: (record: IDataObject) => simplified && isField(record),
});

/** The parts of one field that a vendor demands. */
const fieldOutput: Output = {
	fieldId: fieldAt('Field ID', 'fieldId'),
	label: fieldAt('Label', 'label'),
	mandatory: fieldAt('Mandatory', 'mandatory'),
	customerLineNumber: fieldAt('Your Line Number', 'customerLineNumber'),
	choices: fieldAt('Choices', 'choices'),
	attributeName: fieldAt('Attribute Name', 'attributeName'),
	example: fieldAt('Example', 'example'),
	hint: fieldAt('Hint', 'hint', false),
	level: fieldAt('Level', 'level', false),
	onlyIf: fieldAt('Only If', 'onlyIf', false),
	productId: fieldAt('Product ID', 'productId', false),
};

const fieldsOfRow = {
	needsVendorFields: { name: 'Needs Vendor Fields', simplified: isWhole },
	vendorFields: { name: 'Vendor Fields', simplified: isWhole },
	mandatoryFields: numberAt('Number of Mandatory Fields', 'mandatoryFields', isWhole),
};

/** What Validate Quote can return: the quote, or one item a field that its vendor demands. */
export const validateOutput: Output = {
	quoteNumber: { name: 'Quote Number', simplified: true },
	vendorName: { name: 'Vendor Name', simplified: true },
	...fieldsOfRow,
	...fieldOutput,
	ingramPartNumber: fieldAt('Ingram Part Number', 'ingramPartNumber', true),
	// The fields that matter of them are in Vendor Fields.
	lines: { name: 'Lines' },
	quoteType: { name: 'Quote Type' },
	vendorGroupName: { name: 'Vendor Group Name' },
	vendorMasterNumber: { name: 'Vendor Master Number' },
	vendorQuoteNumber: { name: 'Vendor Quote Number' },
};

/** What vendor required information can return: an answer for each thing asked, or one item a field. */
export const infoOutput: Output = {
	quoteNumber: { name: 'Quote Number', simplified: isWhole },
	ingramPartNumber: { name: 'Ingram Part Number', simplified: true },
	vendorPartNumber: { name: 'Vendor Part Number', simplified: isWhole },
	planId: { name: 'Plan ID', simplified: isWhole },
	planName: { name: 'Plan Name', simplified: isWhole },
	isAnswered: { name: 'Is Answered', simplified: isWhole },
	problem: { name: 'Problem', simplified: isWhole },
	...fieldsOfRow,
	...fieldOutput,
	vendorName: fieldAt('Vendor Name', 'vendorName', true),
};

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
		customerLineNumber: line?.customerLineNumber ?? null,
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

import { BadInput } from '../badInput';
import { type Field, locator } from './field';

const returnCase = locator('Return Case', {
	search: 'searchReturns',
	listPlaceholder: 'Select a return...',
	byNumber: {
		name: 'caseRequestNumber',
		// n8n cuts off all but a short name here.
		displayName: 'By No.',
		placeholder: 'e.g. CAS-12345-M4H2Y8-0',
	},
	description:
		'The return, picked from the latest ones, found by your reference number or the invoice number, or given by its case request number',
});

/** A return, picked from a live search or named by its case request number. */
export const requiredReturn: Field<string> = {
	property: { ...returnCase.property, required: true },
	read(value, label, reading) {
		const read = returnCase.read(value, label, reading);
		if (read === undefined) {
			throw new BadInput(`${label} is empty`, 'Pick a return, or give its case request number');
		}
		return read;
	},
};

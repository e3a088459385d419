import type { IDataObject } from 'n8n-workflow';

import type { Output, OutputField } from '../output';
import { orderOutput } from './orderOutput';

/** The answer of an asynchronous order, as against an order that was looked up. */
const isConfirmation = (record: IDataObject) => 'confirmationNumber' in record;

const unlessConfirmed = ({ simplified = false, ...field }: OutputField): OutputField => ({
	...field,
	simplified: (record) =>
		!isConfirmation(record) && (typeof simplified === 'boolean' ? simplified : simplified(record)),
});

const { outcome, customerOrderNumber, warnings, ...found } = orderOutput;

/** What an asynchronous order can return: XI's confirmation, or the order where it was there already. */
export const asyncOrderOutput: Output = {
	outcome,
	customerOrderNumber,
	confirmationNumber: { name: 'Confirmation Number', simplified: isConfirmation },
	quoteNumber: { name: 'Quote Number', simplified: isConfirmation },
	message: { name: 'Message', simplified: isConfirmation },
	warnings,
	...Object.fromEntries(
		Object.entries<OutputField>(found).map(([key, field]) => [key, unlessConfirmed(field)]),
	),
};

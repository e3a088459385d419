import type { IDataObject } from 'n8n-workflow';

import type { Output, OutputField } from '../shared/output';
import { orderOutput } from './output';

/** The answer of an asynchronous order, as against an order that was looked up. */
const isConfirmation = (record: IDataObject) => 'confirmationNumber' in record;

const unlessConfirmed = ({ simplified = false, ...field }: OutputField): OutputField => ({
	...field,
	simplified: (record) =>
		!isConfirmation(record) && (typeof simplified === 'boolean' ? simplified : simplified(record)),
});

const { outcome, customerOrderNumber, ...found } = orderOutput;

/** What an asynchronous order can return: XI's confirmation, or the order where it was there already. */
export const asyncOrderOutput: Output = {
	outcome,
	customerOrderNumber,
	confirmationNumber: { name: 'Confirmation Number', simplified: isConfirmation },
	quoteNumber: { name: 'Quote Number', simplified: isConfirmation },
	message: { name: 'Message', simplified: isConfirmation },
	...Object.fromEntries(
		Object.entries<OutputField>(found).map(([key, field]) => [key, unlessConfirmed(field)]),
	),
};

const isWhole = (record: IDataObject) => !('line' in record);

const { orderSplit: _, ingramOrderDate: __, ...changed } = orderOutput;

/** What a change of an order can return. */
export const modifyOutput: Output = {
	...changed,
	orderStatus: { name: 'Order Status', simplified: isWhole },
	changeDescription: { name: 'Change Description', simplified: isWhole },
	orderModifiedDate: { name: 'Modified On' },
	orderSubTotal: { name: 'Order Subtotal' },
};

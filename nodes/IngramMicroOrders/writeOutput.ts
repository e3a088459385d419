import type { IDataObject } from 'n8n-workflow';

import { orderOutput } from '../shared/ordering/orderOutput';
import type { Output } from '../shared/output';
import { warningsIn } from '../shared/warnings';

const isWhole = (record: IDataObject) => !('line' in record);

const { orderSplit: _, ingramOrderDate: __, ...changed } = orderOutput;

/** What a change of an order can return. */
export const modifyOutput: Output = {
	...changed,
	// On hold in any case; makes room where there is something to say.
	orderStatus: {
		name: 'Order Status',
		simplified: (record) => isWhole(record) && warningsIn(record).length === 0,
	},
	changeDescription: { name: 'Change Description', simplified: isWhole },
	orderModifiedDate: { name: 'Modified On' },
	orderSubTotal: { name: 'Order Subtotal' },
};

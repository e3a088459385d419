import type { IDataObject } from 'n8n-workflow';

import { orderOutput } from '../shared/ordering/orderOutput';
import type { Output } from '../shared/output';

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

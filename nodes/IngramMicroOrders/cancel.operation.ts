import type { IDataObject } from 'n8n-workflow';

import { deadWordOf, requiredOrder } from '../shared/xi/orders/order';
import { write } from '../shared/operation';
import { cancelOutput } from '../shared/xi/orders/orderOutput';
import { lookAtOrder } from '../shared/xi/orders/lookForOrder';
import { sandboxFields, sandboxOnly, sandboxOptions } from './sandbox';

/**
 * DELETE /resellers/v6/orders/{OrderNumber}; a good answer has no body. XI documentation: "Cancel
 * Order".
 *
 * XI cancels what is on customer hold and nothing else (405). That the order is cancelled already, by
 * an earlier try or because its hold ran out, is as good as having cancelled it.
 */
export const cancel = write({
	option: {
		name: 'Cancel Order',
		value: 'cancel',
		action: 'Cancel order',
		description:
			'Cancel an order that is on customer hold; one that is released stays. This ends a real order, for good.',
	},
	parameters: {
		order: requiredOrder,
		sandboxOptions: sandboxOptions({ regionCode: sandboxFields.regionCode }),
	},
	output: cancelOutput,
	sandboxOnly,
	request: ({ order, sandboxOptions: { regionCode } }) => ({
		method: 'DELETE',
		path: '/resellers/v6/orders/{OrderNumber}',
		pathValues: { OrderNumber: order },
		query: { regionCode },
		emptyAnswer: true,
		remedies: {
			404: 'Check the order number, and that it belongs to the customer number and country used',
			405: 'Only an order on customer hold can be cancelled: one that was created with the hold and is not released yet. For any other, ask Ingram Micro to stop it, or return the goods',
		},
	}),
	rows: (_, { order }): IDataObject[] => [
		{ cancelled: true, outcome: 'cancelled', ingramOrderNumber: order },
	],
	subject: ({ order }) => `order ${order}`,
	async look({ order }, ask) {
		const sight = await lookAtOrder(ask, order, (details) =>
			deadWordOf(details) === undefined ? 'it is not cancelled' : undefined,
		);
		if (!('there' in sight)) return sight;
		const [{ orderStatus }] = sight.there;
		return { there: [{ cancelled: true, ingramOrderNumber: order, orderStatus }] };
	},
	uniqueBy: ({ order }) => `cancel ${order}`,
	takesExisting: () => true,
	receipt: ({ ingramOrderNumber }) => `order ${ingramOrderNumber as string} (cancelled)`,
	ifUnclear:
		'Look at the order (Get Order). While it is on hold, running this again does no harm: a cancelled order is not cancelled twice',
});

import type { IDataObject } from 'n8n-workflow';

import {
	deadWordOf,
	isOnHold,
	type OrderDetailsAnswer,
	requiredOrder,
} from '../shared/xi/orders/order';
import { write } from '../shared/operation';
import { releaseOutput } from '../shared/xi/orders/orderOutput';
import { lookAtOrder } from '../shared/xi/orders/lookForOrder';
import { sandboxFields, sandboxOnly, sandboxOptions } from './sandbox';

function notReleased(order: OrderDetailsAnswer): string | undefined {
	const { orderStatus } = order;
	if (deadWordOf(order) !== undefined) return 'it can no longer be released';
	if (isOnHold(orderStatus)) return 'it is not released';
	return orderStatus ? undefined : 'it is not known whether it is released';
}

/**
 * PUT /resellers/v6/orders/{orderNumber}?actionCode=release with an empty object for a body; a good
 * answer has none. XI documentation: "Modify Order".
 *
 * XI releases what is on customer hold, and refuses anything else (400). That refusal stands: an order
 * that was never on hold may be a mistyped number, and the one that was meant is voided in the end.
 */
export const release = write({
	option: {
		name: 'Release Order',
		value: 'release',
		action: 'Release order',
		description:
			'Let an order go that was created on customer hold. From then on it is bought, so this spends money.',
	},
	parameters: {
		order: requiredOrder,
		sandboxOptions: sandboxOptions({ regionCode: sandboxFields.regionCode }),
	},
	output: releaseOutput,
	sandboxOnly,
	request: ({ order, sandboxOptions: { regionCode } }) => ({
		method: 'PUT',
		path: '/resellers/v6/orders/{orderNumber}',
		pathValues: { orderNumber: order },
		query: { actionCode: 'release', regionCode },
		body: {},
		emptyAnswer: true,
		remedies: {
			400: 'Only an order on customer hold can be released, within 24 hours of its creation; after that Ingram Micro voids it',
			404: 'Check the order number, and that it belongs to the customer number and country used',
		},
	}),
	rows: (_, { order }): IDataObject[] => [
		{ released: true, outcome: 'released', ingramOrderNumber: order },
	],
	subject: ({ order }) => `order ${order}`,
	async look({ order }, ask) {
		const sight = await lookAtOrder(ask, order, notReleased);
		if (!('there' in sight)) return sight;
		const [{ orderStatus }] = sight.there;
		return { there: [{ released: true, ingramOrderNumber: order, orderStatus }] };
	},
	uniqueBy: ({ order }) => `release ${order}`,
	receipt: ({ ingramOrderNumber }) => `order ${ingramOrderNumber as string} (released)`,
	ifUnclear:
		'Look at the order (Get Order). While it is on hold, running this again does no harm: an order is released only once',
});

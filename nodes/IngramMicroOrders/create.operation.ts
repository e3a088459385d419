import { write } from '../shared/operation';
import { orderOutput } from '../shared/xi/orders/orderOutput';
import {
	asWanted,
	type CreateAnswer,
	onPartialFailure,
	ordersIn,
	receiptOf,
	refusalOfPlaced,
	returnChoice,
	sightAsWanted,
} from '../shared/xi/orders/placed';
import { compared } from '../shared/xi/orders/same';
import { orderV6 } from '../shared/xi/orders/sections';
import { lookForPo } from '../shared/xi/orders/lookForOrder';
import { linesV6 } from './lineFields';
import { orderNumberOf } from './orderBody';
import { placing } from './placing';

const { parameters, body, common } = placing({ ...orderV6, lines: linesV6 });

/**
 * POST /resellers/v6/orders: XI answers with the orders that it made of it, 201, or 207 where it took
 * some of the lines only. XI documentation: "Order Create".
 */
export const create = write({
	option: {
		name: 'Create Order',
		value: 'create',
		action: 'Create order',
		description: 'Order products and get Ingram Micro’s order number at once. This spends money.',
	},
	parameters: { ...parameters, onPartialFailure, return: returnChoice },
	output: orderOutput,
	...common,
	request: (params) => ({ method: 'POST', path: '/resellers/v6/orders', body: body(params) }),
	rows: (answer: CreateAnswer | undefined, params) => asWanted(ordersIn(answer), params.return),
	async look(params, ask, sentAt, before) {
		const sight = await lookForPo(ask, orderNumberOf(params));
		return sightAsWanted(compared(sight, body(params), sentAt, before), params.return);
	},
	refuse: refusalOfPlaced,
	receipt: receiptOf,
	ifUnclear:
		'Search for the PO at Ingram Micro (Get Many Orders) before you send it again. During the nightly maintenance Ingram Micro takes no orders in this way.',
});

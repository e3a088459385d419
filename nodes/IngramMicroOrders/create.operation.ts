import { write, type WritePlan } from '../shared/operation';
import { ADDRESS, DAYS, linesAsJson, PO, PRODUCT_OF_LINE, QUANTITY } from '../shared/forModels';
import { orderOutput } from '../shared/xi/orders/orderOutput';
import {
	asWanted,
	type CreateAnswer,
	onPartialFailure,
	ordersIn,
	refusalOfPlaced,
	returnChoice,
	sightAsWanted,
} from '../shared/xi/orders/orderAnswer';
import { orderV6 } from '../shared/xi/orders/orderSections';
import { linesV6 } from './lineFields';
import { placing } from './placing';

const {
	parameters,
	gathering,
	lookUp,
	body: bodyOf,
	common,
} = placing({ ...orderV6, lines: linesV6 });

/**
 * XI answers with the orders that it made of it, 201, or 207 where it took
 * some of the lines only. XI documentation: "Order Create".
 */
export const create = write({
	option: {
		name: 'Create Order',
		value: 'create',
		action: 'Create order',
		description:
			'Order products, each by Ingram part number (SKU), vendor part number (VPN) or UPC, and get Ingram Micro’s order number at once. This spends money.',
	},
	forModels: [
		PO,
		PRODUCT_OF_LINE,
		QUANTITY,
		linesAsJson('Lines as JSON'),
		'Order as JSON is the whole order by Ingram Micro’s names.',
		ADDRESS,
		DAYS,
	],
	parameters: { ...parameters, onPartialFailure, return: returnChoice },
	output: orderOutput,
	gathering,
	lookUp,
	plan(params): WritePlan<CreateAnswer> {
		const body = bodyOf(params);
		return {
			request: { method: 'POST', path: '/resellers/v6/orders', body },
			rows: (answer) => asWanted(ordersIn(answer), params.return),
			refuse: (rows) => refusalOfPlaced(rows, params),
			...common(params, body, (sight) => sightAsWanted(sight, params.return)),
			ifUnclear:
				'Search for the PO at Ingram Micro (Get Many Orders) before you send it again. During the nightly maintenance Ingram Micro takes no orders in this way.',
		};
	},
});

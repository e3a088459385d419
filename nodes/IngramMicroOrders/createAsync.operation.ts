import { text } from '../shared/fields/field';
import { write, type WritePlan } from '../shared/operation';
import { ADDRESS, DAYS, linesAsJson, PO, PRODUCT_OF_LINE, QUANTITY } from '../shared/forModels';
import {
	type AsyncOrderAnswer,
	confirmationIn,
	orderV7Request,
	refusalOfPlaced,
	WAIT_FOR_EVENT,
} from '../shared/xi/orders/orderAnswer';
import { awaitsOrder, waitForIt } from '../shared/xi/orders/orderResult';
import { asyncOrderOutput } from '../shared/xi/orders/orderOutput';
import { orderV7 } from '../shared/xi/orders/orderSections';
import { linesV7 } from './lineFields';
import { placing } from './placing';

const quoteNumber = text('Quote Number', {
	maxLength: 35,
	placeholder: 'e.g. QUO-10926-Y8G1B3',
	description:
		'The quote to order as a whole, e.g. one that is ready to order or built to a configuration (CTO). Products, quantities and prices are then those of the quote, whatever lines are given. Leave empty to order the lines below.',
});

const {
	parameters,
	gathering,
	lookUp,
	body: bodyOf,
	common,
} = placing({ ...orderV7, quoteNumber, lines: linesV7 });

/**
 * XI takes the order at any time, also during its nightly maintenance, and
 * tells what came of it by a webhook. XI documentation: "Async Order Create".
 *
 * XI does not ask for an order number here; we do, since nothing else tells whether an order of ours
 * is there, and the event has no other number in common with what was sent.
 */
export const createAsync = write({
	option: {
		name: 'Create Order Asynchronously',
		value: 'createAsync',
		action: 'Create order asynchronously',
		description:
			'Order products (each by Ingram part number (SKU), vendor part number (VPN) or UPC), subscriptions or a quote; the result comes later, as an event of the trigger node. This spends money.',
	},
	forModels: [
		PO,
		PRODUCT_OF_LINE,
		QUANTITY,
		linesAsJson('Lines as JSON'),
		'Order as JSON is the whole order by Ingram Micro’s names. Quote Number orders a whole quote.',
		ADDRESS,
		DAYS,
	],
	parameters: { ...parameters, waitForIt },
	output: asyncOrderOutput,
	gathering,
	lookUp,
	plan(params): WritePlan<AsyncOrderAnswer> {
		const body = bodyOf(params);
		const { once, ...plan } = common(params, body);
		return {
			request: orderV7Request(body),
			rows: (answer) => [confirmationIn(answer, body.customerOrderNumber)],
			refuse: refusalOfPlaced,
			...plan,
			once: { ...once, showsLater: true },
			ifUnclear: WAIT_FOR_EVENT,
			awaits: awaitsOrder(body.customerOrderNumber, params.waitForIt),
		};
	},
});

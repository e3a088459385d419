import { DAYS, PRODUCT_OF_LINE } from '../shared/forModels';
import type { Values } from '../shared/fields/field';
import { write } from '../shared/operation';
import { defineEventBy, eventFrom, eventJson, type WebhookEvent } from './envelope';
import { orderEventFields, orderEventOf } from './orderEvent';
import { plays, signature, target } from './playing';

const PATH = '/resellers/v1/webhooks/orderstatusevent';

const parameters = {
	...target,
	defineEventBy,
	eventJson: eventJson({
		topic: 'resellers/orders',
		event: 'im::updated',
		resource: [
			{
				eventType: 'im::order_shipped',
				orderNumber: '',
				lines: [{ lineNumber: '', lineStatus: 'IM::SHIPPED', ingramPartNumber: '' }],
			},
		],
	}),
	...orderEventFields,
	...signature,
};

/** The event as it goes out. */
const eventOf = (params: Values<typeof parameters>): WebhookEvent =>
	eventFrom(params.eventJson ?? orderEventOf(params));

/**
 * Ingram Micro posts the body to the target URL, with the signature that comes in a header. XI
 * documentation: "Webhooks".
 *
 * A write, though it buys nothing: events go out one after the other, in the order of the items, and
 * none is sent again after an unclear answer, since it may have started the workflow.
 */
export const sendOrderStatusEvent = write({
	option: {
		name: 'Send Order Status Event',
		value: 'sendOrderStatusEvent',
		action: 'Send order status event',
		description: 'Have Ingram Micro send a test event about an order to a webhook',
	},
	forModels: [
		'Target URL is a whole https address. Order is one Ingram order number, such as 20-RD128. Event (JSON) is a whole event as Ingram Micro sends it.',
		PRODUCT_OF_LINE,
		DAYS,
	],
	parameters,
	...plays(PATH, eventOf),
});

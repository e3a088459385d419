import { DAYS, PRODUCT_OF_LINE } from '../shared/forModels';
import type { Values } from '../shared/fields/field';
import { write } from '../shared/operation';
import { defineEventBy, eventFrom, eventJson, type WebhookEvent } from './envelope';
import { plays, signature, target } from './playing';
import { stockEventFields, stockEventOf } from './stockEvent';

const PATH = '/resellers/v1/webhooks/availabilityupdate';

const parameters = {
	...target,
	defineEventBy,
	eventJson: eventJson({
		topic: 'resellers/catalog',
		event: 'im::updated',
		resource: [{ eventType: 'IM::STOCK_UPDATE', ingramPartNumber: '', totalAvailability: '' }],
	}),
	...stockEventFields,
	...signature,
};

/** The event as it goes out. */
const eventOf = (params: Values<typeof parameters>): WebhookEvent =>
	eventFrom(params.eventJson ?? stockEventOf(params));

/**
 * Ingram Micro posts the body to the target URL, with the signature that comes in a header. A write for
 * the reasons that order events have. XI documentation: "Webhooks".
 */
export const sendStockUpdateEvent = write({
	option: {
		name: 'Send Stock Update Event',
		value: 'sendStockUpdateEvent',
		action: 'Send stock update event',
		description: 'Have Ingram Micro send a test event about the stock of products to a webhook',
	},
	forModels: [
		'Target URL is a whole https address. Event (JSON) is a whole event as Ingram Micro sends it.',
		PRODUCT_OF_LINE,
		DAYS,
	],
	parameters,
	...plays(PATH, eventOf),
});

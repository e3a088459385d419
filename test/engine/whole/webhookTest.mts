import type { INodeParameters } from 'n8n-workflow';

import { listen } from '../../simulator/listener.mts';
import { byNumber } from '../orders/support.mts';
import { WEBHOOK_TEST, WHOLE_ORDER_EVENT, WHOLE_STOCK_PRODUCT } from '../webhookTest/support.mts';
import type { WholeCall } from './wholeCall.mts';

/** The events go to a listener of this machine. */
const event = (parameters: INodeParameters): WholeCall => ({
	node: WEBHOOK_TEST,
	parameters: { targetUrl: '={{ $json.listener }}', ...parameters },
	credential: { webhookSecretKeys: 'a secret key' },
	prepare: async ({ afterwards }) => {
		const listener = await listen();
		afterwards(listener.close);
		return { listener: listener.url };
	},
});

export const webhookTest: readonly WholeCall[] = [
	event({
		operation: 'sendOrderStatusEvent',
		order: byNumber('20-RD128'),
		...WHOLE_ORDER_EVENT,
	}),
	event({
		operation: 'sendStockUpdateEvent',
		products: { product: [WHOLE_STOCK_PRODUCT] },
		additionalFields: {
			event: 'IM::updated',
			eventId: 'N01CIB9VVFYKR9J6ZW',
			eventTimeStamp: '2021-11-01T13:02:06.369Z',
			topic: 'resellers/catalog',
		},
	}),
];

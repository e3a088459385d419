import type { INodeParameters } from 'n8n-workflow';

import { listen } from '../../simulator/listener.mts';
import { byNumber } from '../ordersSupport.mts';
import { byIngramPartNumber } from '../support.mts';
import type { WholeCall } from './wholeCall.mts';

/** The events go to a listener of this machine. */
const event = (parameters: INodeParameters): WholeCall => ({
	node: 'ingramMicroWebhookTest',
	parameters: { targetUrl: '={{ $json.listener }}', ...parameters },
	credential: { webhookSecretKeys: 'a secret key' },
	prepare: async ({ afterwards }) => {
		const listener = await listen();
		afterwards(listener.close);
		return { listener: listener.url };
	},
});

const envelope = (topic: string) => ({
	event: 'IM::updated',
	eventId: 'N01CIB9VVFYKR9J6ZW',
	eventTimeStamp: '2021-11-01T13:02:06.369Z',
	topic,
});

const link = (topic: string, href: string) => ({ link: [{ topic, href, type: 'GET' }] });

export const webhookTest: readonly WholeCall[] = [
	event({
		operation: 'sendOrderStatusEvent',
		eventType: 'im::order_shipped',
		order: byNumber('20-RD128'),
		lines: {
			line: [
				{
					ingramPartNumber: byIngramPartNumber('5CX895'),
					shippedQuantity: 2,
					additionalFields: {
						backorderedQuantity: 1,
						lineNumber: '001',
						lineStatus: 'IM::shipped',
						requestedQuantity: 3,
						serialNumbers: ['123123123', '123123124'],
						shipments: {
							shipment: [
								{
									shipmentDate: '2019-11-06T00:00:00',
									carrierCode: '4M',
									carrierName: 'SMARTPOST-BM',
									shipFromWarehouseId: '10',
									warehouseName: 'New York',
									parcels: {
										parcel: [
											{ trackingNumber: '390000000001', cartonNumber: '1', quantityInbox: 2 },
										],
									},
								},
							],
						},
						subOrderNumber: '20-RD128-21',
						vendorPartNumber: 'TC57HO-1PEZU4P-NA',
					},
				},
			],
		},
		additionalFields: {
			...envelope('resellers/Orders'),
			customerOrderNumber: 'ZENPO',
			links: link('orders', '/resellers/v6.1/orders/20-RD128'),
			orderEntryTimeStamp: '2020-04-03T08:54:39-07:00',
		},
	}),
	event({
		operation: 'sendStockUpdateEvent',
		products: {
			product: [
				{
					ingramPartNumber: byIngramPartNumber('5CX579'),
					totalAvailability: 120,
					additionalFields: {
						backOrderFlag: 'Y',
						eventType: 'im::stock_update',
						links: link('catalog', '/resellers/v6/catalog/details/5CX579'),
						skuStatus: 'Active',
						upcCode: '0886734869201',
						vendorName: 'BATTERY TECHNOLOGY INC.',
						vendorPartNumber: '710412-001-BTI',
					},
				},
			],
		},
		additionalFields: envelope('resellers/catalog'),
	}),
];

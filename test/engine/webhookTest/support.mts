import type { INodeParameters } from 'n8n-workflow';

import { byIngramPartNumber } from '../support.mts';

export const WEBHOOK_TEST = 'ingramMicroWebhookTest';

/** What an order event can say, all of it, beside the number of the order. */
export const WHOLE_ORDER_EVENT: INodeParameters = {
	eventType: 'im::order_shipped',
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
									parcel: [{ trackingNumber: '390000000001', cartonNumber: '1', quantityInbox: 2 }],
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
		customerOrderNumber: 'ZENPO',
		event: 'IM::updated',
		eventId: 'N01CIB9VVFYKR9J6ZW',
		eventTimeStamp: '2021-11-01T13:02:06.369Z',
		links: {
			link: [{ topic: 'orders', href: '/resellers/v6.1/orders/20-RD128', type: 'GET' }],
		},
		orderEntryTimeStamp: '2020-04-03T08:54:39-07:00',
		topic: 'resellers/Orders',
	},
};

/** A product of a stock event, with all that can be said of it. */
export const WHOLE_STOCK_PRODUCT: INodeParameters = {
	ingramPartNumber: byIngramPartNumber('5CX579'),
	totalAvailability: 120,
	additionalFields: {
		backOrderFlag: 'Y',
		eventType: 'im::stock_update',
		links: {
			link: [{ topic: 'catalog', href: '/resellers/v6/catalog/details/5CX579', type: 'GET' }],
		},
		skuStatus: 'Active',
		upcCode: '0886734869201',
		vendorName: 'BATTERY TECHNOLOGY INC.',
		vendorPartNumber: '710412-001-BTI',
	},
};

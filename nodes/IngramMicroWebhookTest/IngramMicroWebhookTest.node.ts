import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { propertiesFor, subtitleFor } from '../shared/properties';
import { searchOrders } from '../shared/xi/orders/order';
import { searchProducts } from '../shared/xi/products';
import { runOperation } from '../shared/loop/run';
import { operations } from './operations';

export class IngramMicroWebhookTest implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ingram Micro Webhook Test',
		name: 'ingramMicroWebhookTest',
		icon: {
			light: 'file:../../icons/ingramMicroWebhookTest.svg',
			dark: 'file:../../icons/ingramMicroWebhookTest.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: subtitleFor(operations),
		description:
			'Have Ingram Micro send test events to a webhook, to try a workflow without waiting for a real order',
		defaults: { name: 'Ingram Micro Webhook Test' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'ingramMicroXiOAuth2Api', required: true }],
		properties: propertiesFor(operations),
	};

	methods = { listSearch: { searchOrders, searchProducts } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations);
	}
}

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

export class IngramMicroOrders implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ingram Micro Orders',
		name: 'ingramMicroOrders',
		icon: {
			light: 'file:../../icons/ingramMicroOrders.svg',
			dark: 'file:../../icons/ingramMicroOrders.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: subtitleFor(operations),
		description:
			'Place, change, release, cancel and follow orders at Ingram Micro. Placing an order spends money. To start a workflow when one ships, use Ingram Micro Trigger.',
		defaults: { name: 'Ingram Micro Orders' },
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

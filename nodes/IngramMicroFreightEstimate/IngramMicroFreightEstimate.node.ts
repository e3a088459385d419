import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { propertiesFor, subtitleFor } from '../shared/properties';
import { searchProducts } from '../shared/xi/products';
import { runOperation } from '../shared/loop/run';
import { operations } from './operations';

export class IngramMicroFreightEstimate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ingram Micro Freight Estimate',
		name: 'ingramMicroFreightEstimate',
		icon: {
			light: 'file:../../icons/ingramMicroFreightEstimate.svg',
			dark: 'file:../../icons/ingramMicroFreightEstimate.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: subtitleFor(operations),
		description:
			'Ask Ingram Micro what sending products to an address would cost, by which carrier and in how many days',
		defaults: { name: 'Ingram Micro Freight Estimate' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'ingramMicroXiOAuth2Api', required: true }],
		properties: propertiesFor(operations),
	};

	methods = { listSearch: { searchProducts } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations);
	}
}

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

export class IngramMicroProductCatalog implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ingram Micro Product Catalog',
		name: 'ingramMicroProductCatalog',
		icon: {
			light: 'file:../../icons/ingramMicroProductCatalog.svg',
			dark: 'file:../../icons/ingramMicroProductCatalog.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: subtitleFor(operations),
		description:
			'Search products, read their details, and get live price and stock from Ingram Micro. To start a workflow when stock changes, use Ingram Micro Trigger.',
		defaults: { name: 'Ingram Micro Product Catalog' },
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

import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { propertiesFor, subtitleFor } from '../shared/properties';
import { searchProducts } from '../shared/xi/products';
import { searchQuotes } from '../shared/xi/quotes';
import { vendorFieldsOfQuote } from './vendorForm';
import { runOperation } from '../shared/loop/run';
import { operations } from './operations';

export class IngramMicroQuotes implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ingram Micro Quotes',
		name: 'ingramMicroQuotes',
		icon: {
			light: 'file:../../icons/ingramMicroQuotes.svg',
			dark: 'file:../../icons/ingramMicroQuotes.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: subtitleFor(operations),
		description:
			'Ask for quotes at Ingram Micro, follow them and order them. Ordering a quote spends money. To start a workflow when one is created, use Ingram Micro Trigger.',
		defaults: { name: 'Ingram Micro Quotes' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'ingramMicroXiOAuth2Api', required: true }],
		properties: propertiesFor(operations),
	};

	methods = {
		listSearch: { searchProducts, searchQuotes },
		resourceMapping: { vendorFieldsOfQuote },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations);
	}
}

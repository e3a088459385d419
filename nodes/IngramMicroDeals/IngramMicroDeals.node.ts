import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { propertiesFor, subtitleFor } from '../shared/properties';
import { searchDeals } from '../shared/xi/deals';
import { runOperation } from '../shared/loop/run';
import { operations } from './operations';

export class IngramMicroDeals implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ingram Micro Deals',
		name: 'ingramMicroDeals',
		icon: {
			light: 'file:../../icons/ingramMicroDeals.svg',
			dark: 'file:../../icons/ingramMicroDeals.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: subtitleFor(operations),
		description:
			'Find the special prices (deals, special bids) that manufacturers gave you at Ingram Micro, and what is left of them',
		defaults: { name: 'Ingram Micro Deals' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'ingramMicroXiOAuth2Api', required: true }],
		properties: propertiesFor(operations),
	};

	methods = { listSearch: { searchDeals } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations);
	}
}

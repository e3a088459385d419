import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { propertiesFor, subtitleFor } from '../shared/properties';
import { searchRenewals } from '../shared/xi/renewals';
import { runOperation } from '../shared/loop/run';
import { operations } from './operations';

export class IngramMicroRenewals implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ingram Micro Renewals',
		name: 'ingramMicroRenewals',
		icon: {
			light: 'file:../../icons/ingramMicroRenewals.svg',
			dark: 'file:../../icons/ingramMicroRenewals.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: subtitleFor(operations),
		description:
			'Find the contracts, licenses and warranties of your customers that expire, and what renewing them is worth',
		defaults: { name: 'Ingram Micro Renewals' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'ingramMicroXiOAuth2Api', required: true }],
		properties: propertiesFor(operations),
	};

	methods = { listSearch: { searchRenewals } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations);
	}
}

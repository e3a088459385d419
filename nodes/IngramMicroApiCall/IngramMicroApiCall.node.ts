import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { propertiesFor, subtitleFor } from '../shared/properties';
import { runOperation } from '../shared/loop/run';
import { operations } from './operations';

export class IngramMicroApiCall implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ingram Micro API Call',
		name: 'ingramMicroApiCall',
		icon: {
			light: 'file:../../icons/ingramMicroApiCall.svg',
			dark: 'file:../../icons/ingramMicroApiCall.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: subtitleFor(operations),
		description:
			'Make any other call of Ingram Micro’s Reseller API, with the headers, limits and retries of the other nodes',
		defaults: { name: 'Ingram Micro API Call' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'ingramMicroXiOAuth2Api', required: true }],
		properties: propertiesFor(operations),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations);
	}
}

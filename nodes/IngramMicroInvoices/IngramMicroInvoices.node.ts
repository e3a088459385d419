import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { propertiesFor, subtitleFor } from '../shared/properties';
import { searchInvoices } from '../shared/xi/invoices';
import { runOperation } from '../shared/loop/run';
import { operations } from './operations';

export class IngramMicroInvoices implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ingram Micro Invoices',
		name: 'ingramMicroInvoices',
		icon: {
			light: 'file:../../icons/ingramMicroInvoices.svg',
			dark: 'file:../../icons/ingramMicroInvoices.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: subtitleFor(operations),
		description:
			'Find and read invoices of Ingram Micro, with lines and serial numbers. To start a workflow when an order is invoiced, use Ingram Micro Trigger.',
		defaults: { name: 'Ingram Micro Invoices' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'ingramMicroXiOAuth2Api', required: true }],
		properties: propertiesFor(operations),
	};

	methods = { listSearch: { searchInvoices } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations);
	}
}

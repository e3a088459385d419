import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { propertiesFor, subtitleFor } from '../shared/properties';
import { searchInvoices } from '../shared/xi/invoices';
import { searchReturns } from '../shared/xi/returns';
import { runOperation } from '../shared/loop/run';
import { searchInvoicedProducts } from './invoiceOfLine';
import { operations } from './operations';

export class IngramMicroReturns implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ingram Micro Returns',
		name: 'ingramMicroReturns',
		icon: {
			light: 'file:../../icons/ingramMicroReturns.svg',
			dark: 'file:../../icons/ingramMicroReturns.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: subtitleFor(operations),
		description: 'Return products to Ingram Micro, and follow what becomes of returns',
		defaults: { name: 'Ingram Micro Returns' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'ingramMicroXiOAuth2Api', required: true }],
		properties: propertiesFor(operations),
	};

	methods = { listSearch: { searchInvoicedProducts, searchInvoices, searchReturns } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations);
	}
}

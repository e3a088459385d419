import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { executePriceFile } from './execute';
import { properties, subtitle } from './fileProperties';

export class IngramMicroPriceFile implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ingram Micro Price File',
		name: 'ingramMicroPriceFile',
		icon: {
			light: 'file:../../icons/ingramMicroPriceFile.svg',
			dark: 'file:../../icons/ingramMicroPriceFile.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle,
		description:
			'Read the nightly price file of a whole catalog, or get what changed from one day to the next',
		defaults: { name: 'Ingram Micro Price File' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties,
		usableAsTool: true,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executePriceFile(this);
	}
}

import { runInNewContext } from 'node:vm';

import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	ITriggerFunctions,
} from 'n8n-workflow';

const node = (description: Partial<INodeType['description']> & { name: string }): INodeType => ({
	description: {
		displayName: description.name,
		group: ['transform'],
		version: [1, 2, 3, 3.4],
		description: '',
		defaults: { name: description.name },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
		...description,
	},
});

/**
 * n8n's own nodes that our workflows use, as far as they use them: the package that holds them is
 * far larger than all the rest of this project's tools.
 */
export const STAND_INS: Record<string, INodeType> = {
	/** Starts a workflow with one empty item, or with the data that is pinned to it. */
	'n8n-nodes-base.manualTrigger': {
		...node({ name: 'manualTrigger', group: ['trigger'], inputs: [] }),
		async trigger(this: ITriggerFunctions) {
			const start = () => this.emit([this.helpers.returnJsonArray([{}])]);
			return { manualTriggerFunction: async () => start() };
		},
	},
	/** Hands on what it gets. */
	'n8n-nodes-base.noOp': {
		...node({ name: 'noOp' }),
		async execute() {
			return [this.getInputData()];
		},
	},
	/** Runs JavaScript once for all items; of what n8n gives it there are `$input.all()` and `.first()`, other nodes, and static data. */
	'n8n-nodes-base.code': {
		...node({
			name: 'code',
			properties: [{ displayName: 'JavaScript', name: 'jsCode', type: 'string', default: '' }],
		}),
		async execute(this: IExecuteFunctions) {
			const code = this.getNodeParameter('jsCode', 0) as string;
			const $input = { all: () => this.getInputData(), first: () => this.getInputData()[0] };
			const { $ } = this.getWorkflowDataProxy(0) as { $: unknown };
			const $getWorkflowStaticData = (type: string) => this.getWorkflowStaticData(type);
			// Cloned, so that lists are lists of this realm.
			return [
				structuredClone(
					runInNewContext(`(() => {${code}\n})()`, { $, $getWorkflowStaticData, $input }),
				) as INodeExecutionData[],
			];
		},
	},
};

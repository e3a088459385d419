import { setTimeout } from 'node:timers/promises';

import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	ITriggerFunctions,
} from 'n8n-workflow';

import { dataTable } from './dataTables.mts';
import type { Engine } from './engine.mts';
import { STAND_INS } from './standIns.mts';

const { description: plain } = STAND_INS['n8n-nodes-base.noOp'];

const describe = (
	name: string,
	properties: INodeProperties[] = [],
	more: Partial<INodeType['description']> = {},
): INodeType['description'] => ({ ...plain, name, displayName: name, properties, ...more });

const anything = (name: string, type: INodeProperties['type']): INodeProperties => ({
	displayName: name,
	name,
	type,
	default: {},
});

interface Assignment extends IDataObject {
	name: string;
	value: string;
}

/** The items that meet a node's conditions, and the others. */
function sorted(context: IExecuteFunctions): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = [[], []];
	for (const [item, { json }] of context.getInputData().entries()) {
		const meets =
			context.getNodeParameter('conditions', item, false, { extractValue: true }) === true;
		outputs[meets ? 0 : 1].push({ json, pairedItem: { item } });
	}
	return outputs;
}

/*
 * More of n8n's own nodes, as far as the recipes use them: their expressions and conditions are
 * resolved by n8n-core, as in n8n itself.
 */
const RECIPE_NODES: Record<string, INodeType> = {
	/** Runs by hand, as with Execute workflow: one item with the time. */
	'n8n-nodes-base.scheduleTrigger': {
		description: describe('scheduleTrigger', [anything('rule', 'json')], {
			group: ['trigger'],
			inputs: [],
		}),
		async trigger(this: ITriggerFunctions) {
			const start = () => this.emit([[{ json: { timestamp: new Date().toISOString() } }]]);
			return { manualTriggerFunction: async () => start() };
		},
	},
	/** Text on the canvas. Never runs. */
	'n8n-nodes-base.stickyNote': {
		description: describe('stickyNote', [], { inputs: [], outputs: [] }),
	},
	/** Keeps the items that meet the conditions, which n8n's engine itself decides. */
	'n8n-nodes-base.filter': {
		description: describe('filter', [anything('conditions', 'filter')]),
		async execute(this: IExecuteFunctions) {
			return [sorted(this)[0]];
		},
	},
	/** Items that meet the conditions, and those that do not. */
	'n8n-nodes-base.if': {
		description: describe('if', [anything('conditions', 'filter')], { outputs: ['main', 'main'] }),
		async execute(this: IExecuteFunctions) {
			return sorted(this);
		},
	},
	/** Holds the items, here for a second whatever it is set to. */
	'n8n-nodes-base.wait': {
		description: describe('wait', [anything('amount', 'number'), anything('unit', 'string')]),
		async execute(this: IExecuteFunctions) {
			await setTimeout(1_000);
			return [
				this.getInputData().map((item, position) => ({ ...item, pairedItem: { item: position } })),
			];
		},
	},
	/** Edit Fields: makes new items of the assigned fields alone. */
	'n8n-nodes-base.set': {
		description: describe('set', [anything('assignments', 'assignmentCollection')]),
		async execute(this: IExecuteFunctions) {
			return [
				this.getInputData().map((_, item) => {
					const { assignments } = this.getNodeParameter('assignments', item) as {
						assignments: Assignment[];
					};
					const json = Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
					return { json, pairedItem: { item } };
				}),
			];
		},
	},
	/** Rows that are looked up, inserted and updated in lists that outlive a run. */
	'n8n-nodes-base.dataTable': dataTable(
		describe(
			'dataTable',
			(['resource', 'operation', 'dataTableId', 'matchType', 'filters', 'columns'] as const).map(
				(name) => anything(name, 'json'),
			),
		),
	),
};

/** Gives an engine the nodes of n8n that the recipes use. */
export function addRecipeNodes(engine: Engine): void {
	for (const [name, type] of Object.entries(RECIPE_NODES)) engine.addNodeType(name, type);
}

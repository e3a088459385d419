import { type NodeType, versionOf } from './nodeTypes.mts';
import type { Workflow, WorkflowNode } from './rest.mts';
import { CREDENTIAL_TYPE } from './workflows.mts';

/** A node of the package in a workflow. */
export function nodeOf(
	node: NodeType,
	credential: { id: string; name: string },
	settings: Pick<WorkflowNode, 'name' | 'parameters'> & Partial<WorkflowNode>,
): WorkflowNode {
	return {
		id: crypto.randomUUID(),
		type: node.name,
		typeVersion: versionOf(node),
		position: [220, 0],
		credentials: { [CREDENTIAL_TYPE]: credential },
		...settings,
	};
}

export const START: WorkflowNode = {
	id: crypto.randomUUID(),
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** A workflow that starts by hand with these items, given to one node. */
export function oneNode(node: WorkflowNode, items: Record<string, unknown>[]): Workflow {
	return {
		name: node.name,
		nodes: [START, node],
		connections: { Start: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
		pinData: { Start: items.map((json) => ({ json })) },
		settings: { executionOrder: 'v1' },
	};
}

import { type IExecuteFunctions, type INode, NodeOperationError } from 'n8n-workflow';

import {
	isTool,
	losesErrors,
	refuseIfNothingIsTold,
} from '../../../../nodes/shared/loop/forAgents.ts';

const TOOL = 'n8n-nodes-ingram-micro.ingramMicroOrdersTool';
const NODE = 'n8n-nodes-ingram-micro.ingramMicroOrders';

/** What n8n hands a node, in the flow of a workflow or as an agent calls it. */
function contextOf(type: string, onError?: INode['onError'], inFlow = true): IExecuteFunctions {
	const node = { id: '1', name: 'Orders', type, typeVersion: 1, position: [0, 0], parameters: {} };
	return {
		getNode: () => ({ ...node, onError }),
		...(inFlow && { sendResponse: async () => {} }),
	} as unknown as IExecuteFunctions;
}

it.each([
	[TOOL, true],
	['n8n-nodes-ingram-micro.ingramMicroOrdersHitlTool', true],
	[NODE, false],
	['n8n-nodes-ingram-micro.ingramMicroToolShop', false],
])('%s is a tool: %s', (type, tool) => {
	expect(isTool({ type })).toBe(tool);
});

it('what a tool throws is lost only where an agent calls it by itself', () => {
	expect(losesErrors(contextOf(TOOL, undefined, false))).toBe(true);
	expect(losesErrors(contextOf(TOOL))).toBe(false);
	expect(losesErrors(contextOf(NODE, undefined, false))).toBe(false);
});

describe('an error output', () => {
	const refused = (context: IExecuteFunctions) => () => refuseIfNothingIsTold(context);

	it('of a tool in the flow takes everything from the model, so nothing is begun', () => {
		const call = refused(contextOf(TOOL, 'continueErrorOutput'));
		expect(call).toThrow(NodeOperationError);
		expect(call).toThrow(/Nothing was sent\. Set 'On Error' in the settings .* to Continue\.$/);
	});

	it('is no matter elsewhere', () => {
		for (const context of [
			contextOf(NODE, 'continueErrorOutput'),
			contextOf(TOOL, 'continueErrorOutput', false),
			contextOf(TOOL, 'continueRegularOutput'),
			contextOf(TOOL, 'stopWorkflow'),
			contextOf(TOOL),
		]) {
			expect(refused(context)).not.toThrow();
		}
	});
});

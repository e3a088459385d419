import { EventEmitter } from 'node:events';

import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { receive } from '../../../nodes/IngramMicroTrigger/delivery.ts';

it('what is left out as unknown is named in the log, and starts nothing', async () => {
	const parameters: IDataObject = {
		triggerOn: ['orderShipped'],
		confirm: true,
		verifySignature: false,
	};
	const info = jest.fn();
	const context = {
		// No number of an order has a blank in it, so nobody is asked.
		getBodyData: () => ({
			eventId: 'A'.repeat(500),
			resource: [
				{ eventType: 'im::order_shipped', orderNumber: 'no number' },
				{ eventType: 'im::order_voided', orderNumber: 'not chosen' },
			],
		}),
		getHeaderData: () => ({}),
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getCredentials: async () => ({}),
		getMode: () => 'webhook',
		getWorkflow: () => ({ id: 'workflow' }),
		getNode: () => ({ id: 'node' }),
		getWorkflowStaticData: () => ({}),
		getResponseObject: () => new EventEmitter(),
		logger: { info },
	} as unknown as IWebhookFunctions;
	expect(await receive(context)).toEqual({});
	expect(info.mock.calls).toEqual([
		[
			expect.stringContaining('does not know'),
			{ events: ['A'.repeat(100)], kinds: ['orderShipped'] },
		],
	]);
});

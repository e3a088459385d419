import {
	type IExecuteFunctions,
	type IHookFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { checkActivation } from './secretKeys';
import { receive } from './delivery';
import { properties, subtitle } from './parameters';
import { onlyNew } from './repeatsInDatabase';

/*
 * In this folder lives the trigger: kinds.ts knows every kind of event, eventFields.ts and
 * confirmedFields.ts their fields, and the other files a step each of what happens to one. An event comes
 * in by delivery.ts, is checked (secretKeys.ts), read (events.ts), held against those that came before
 * (repeatsInProcess.ts), read back from Ingram Micro where that is wanted (confirm.ts, readBack.ts), made
 * into items (eventItems.ts), and, in the execution that these start, goes on unless n8n's database knows
 * it (repeatsInDatabase.ts).
 */

export class IngramMicroTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ingram Micro Trigger',
		name: 'ingramMicroTrigger',
		icon: {
			light: 'file:../../icons/ingramMicroTrigger.svg',
			dark: 'file:../../icons/ingramMicroTrigger.dark.svg',
		},
		group: ['trigger'],
		// For a webhook of version 1, n8n evaluates an expression of its own with each delivery.
		version: 1.1,
		subtitle,
		description:
			'Starts the workflow when Ingram Micro reports on an order, a quote or stock. Read or change what it is about with the other Ingram Micro nodes.',
		defaults: { name: 'Ingram Micro Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ingramMicroXiOAuth2Api', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Without it n8n answers with the text "firstEntryJson" when it has started the workflow.
				responseData: '',
				path: 'webhook',
			},
		],
		triggerPanel: {
			header: 'Send an event from Ingram Micro’s developer portal',
			executionsHelp: {
				inactive:
					'Webhooks have two URLs: test and production.<br><br><b>To try it</b>, click Execute step, copy the Test URL of this node, and enter it as the destination of a webhook in Ingram Micro’s developer portal (Apps, your app, Webhooks). The webhook’s secret key belongs in Webhook Secret Keys of the credential. Then click Send Test Event in the portal.<br><br><b>To work with it</b>, enter the Production URL there in place of the test one, and publish this workflow. Both URLs must begin with https and be reachable from the internet.',
				active:
					'Webhooks have two URLs: test and production.<br><br><b>To try it</b>, click Execute step, copy the Test URL of this node, and enter it as the destination of a webhook in Ingram Micro’s developer portal (Apps, your app, Webhooks). Then click Send Test Event in the portal.<br><br><b>This workflow is published</b>: events that Ingram Micro sends to the Production URL start it. You find those runs under Executions, not here.',
			},
			activationHint:
				'Once the Production URL is the destination of a webhook in Ingram Micro’s developer portal, publish the workflow. Its events then start it.',
		},
		properties,
	};

	/** XI has no call to register a webhook, so there is nothing to look for, to make or to remove. */
	webhookMethods = {
		default: {
			checkExists(this: IHookFunctions): Promise<boolean> {
				return Promise.resolve(false);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await checkActivation(this);
			},
			delete(this: IHookFunctions): Promise<boolean> {
				return Promise.resolve(true);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}

	/** n8n runs this first in each execution that it starts with the items of a delivery. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await onlyNew(this)];
	}
}

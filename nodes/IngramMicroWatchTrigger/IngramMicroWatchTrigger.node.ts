import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { poll } from './poll';
import { watchProperties, watchSubtitle } from './watchKinds';

/*
 * In this folder lives the trigger that asks. watchKinds.ts knows every kind of thing that can be watched,
 * each of which stands in a file of its own: how it is searched for, and what of a record is compared. A
 * poll (poll.ts) reads on in a round of these searches (rounds.ts), holds the records against what is known
 * (watchChanges.ts, watchState.ts), and makes items of what changed (watchItems.ts). Orders are read one by
 * one besides (orderRounds.ts, orderReads.ts, orderDiff.ts, etaDiff.ts, orderState.ts), and so is what is left
 * of deals (dealQuantities.ts). Products are asked
 * for one by one instead (productRounds.ts, productChanges.ts, productState.ts). What becomes of errors
 * stands in outages.ts.
 */

export class IngramMicroWatchTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ingram Micro Watch Trigger',
		name: 'ingramMicroWatchTrigger',
		icon: {
			light: 'file:../../icons/ingramMicroWatchTrigger.svg',
			dark: 'file:../../icons/ingramMicroWatchTrigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: watchSubtitle,
		description:
			'Asks Ingram Micro what changed, and starts the workflow with each change once. Needs no address that the internet can reach.',
		defaults: { name: 'Ingram Micro Watch Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ingramMicroXiOAuth2Api', required: true }],
		properties: watchProperties,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}

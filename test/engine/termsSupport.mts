import type { INodeParameters } from 'n8n-workflow';

import type { NodeRun, NodeRunOptions } from './engine.mts';
import type { Bench } from './support.mts';

export const DEAL_SEARCH = '/resellers/v6/deals/search';
export const DEAL_DETAILS = '/resellers/v6/deals/{dealId}';
export const RENEWAL_SEARCH = '/resellers/v6/renewals/search';
export const RENEWAL_DETAILS = '/resellers/v6/renewals/{renewalId}';
export const FREIGHT = '/resellers/v6/freightestimate';

export const GOES_ON = { onError: 'continueRegularOutput' } as const;

/** Runs one of our nodes with the bench's credential. */
export const runnerOf =
	(bench: Bench, node: string) =>
	async (
		parameters: INodeParameters,
		input: Array<Record<string, unknown>> = [{}],
		options: Partial<NodeRunOptions> = {},
	): Promise<NodeRun> =>
		await bench.engine.runNode(node, parameters, input as never, {
			credential: bench.credential,
			...options,
		});

/** How many different values a field has in the items. */
export const differentIn = (items: NodeRun['items'], field: string): number =>
	new Set(items.map(({ json }) => json[field])).size;

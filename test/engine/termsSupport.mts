import type { INodeListSearchResult } from 'n8n-workflow';

import { range } from '../nodes/support.mts';
import type { NodeRun } from './engine.mts';
import type { Bench } from './support.mts';

export const DEAL_SEARCH = '/resellers/v6/deals/search';
export const DEAL_DETAILS = '/resellers/v6/deals/{dealId}';
export const RENEWAL_SEARCH = '/resellers/v6/renewals/search';
export const RENEWAL_DETAILS = '/resellers/v6/renewals/{renewalId}';
export const FREIGHT = '/resellers/v6/freightestimate';

/** How many different values a field has in the items. */
export const differentIn = (items: NodeRun['items'], field: string): number =>
	new Set(items.map(({ json }) => json[field])).size;

/** Asks for one page of a "From List". */
export type List = (filter?: string, token?: string) => Promise<INodeListSearchResult>;

/** A "From List" of one of our nodes, with the bench's credential. */
export const listOf =
	(bench: Bench, node: string, method: string): List =>
	async (filter, token) =>
		await bench.engine.search(bench.credential, method, filter, token, {}, node);

/** The values of a whole "From List", page after page. */
export async function allValuesOf(list: List): Promise<unknown[]> {
	const seen: unknown[] = [];
	let token: string | undefined;
	do {
		const { results, paginationToken } = await list(undefined, token);
		seen.push(...results.map(({ value }) => value));
		token = paginationToken;
	} while (token !== undefined);
	return seen;
}

/** Every filter of a search for renewals at once, as it stands in a node. */
export const WHOLE_RENEWAL_FILTERS = {
	customerOrderNumber: 'PO-1',
	endDate: range('2026-11-03', '2026-11-04'),
	endUser: 'AB & C',
	expirationDate: range('2026-11-07T00:00:00', '2026-11-08T00:00:00'),
	ingramPurchaseOrderNumber: '20-RD128',
	invoiceDate: range('2026-11-05', '2026-11-06'),
	serialNumber: '9517647541',
	sort: 'expirationDate',
	startDate: range('2026-11-01', '2026-11-02'),
	status: 'Closed',
	subStatus: 'Lost to competitior',
	vendor: 'HP',
};

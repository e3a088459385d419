import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { FoundOrder, OrderSearchAnswer } from '../ordering/orderAnswers';
import type { XiRequest } from '../transport/request';
import { lineOf, listPage, type ListPage } from './listSearch';

const LONGEST_PO = 35;
/** An order number, with or without its dashes. */
const ORDER_NUMBER = /^([0-9A-Z]{2})(-?)([0-9A-Z]{5})(?:-?([0-9A-Z]{2}))?$/i;

type Query = NonNullable<XiRequest['query']>;

/**
 * What a text may be searched by, the likelier first. XI finds equal numbers only, and a PO may look
 * like an order number.
 */
export function queriesFor(filter: string): Query[] {
	const text = filter.trim();
	if (text === '') return [{}];
	const byPo = text.length > LONGEST_PO ? [] : [{ customerOrderNumber: text }];
	const [, branch, dash, number, part] = ORDER_NUMBER.exec(text) ?? [];
	if (branch === undefined) return byPo;
	const byNumber = {
		ingramOrderNumber: [branch, number, part]
			.filter((one) => one !== undefined)
			.join('-')
			.toUpperCase(),
	};
	return dash === '-' ? [byNumber, ...byPo] : [...byPo, byNumber];
}

const timeOf = ({ ingramOrderDate }: FoundOrder): number => Date.parse(ingramOrderDate ?? '') || 0;

const shownIn = ({ orders, recordsFound }: OrderSearchAnswer): ListPage => ({
	records: orders?.length ?? 0,
	recordsFound,
	results: [...(orders ?? [])]
		// No document says in which order XI lists them.
		.sort((one, other) => timeOf(other) - timeOf(one))
		.flatMap((order) => {
			const { ingramOrderNumber, customerOrderNumber, ingramOrderDate, orderStatus } = order;
			return ingramOrderNumber
				? [
						{
							name: lineOf([
								ingramOrderNumber,
								customerOrderNumber && `PO ${customerOrderNumber}`,
								ingramOrderDate?.slice(0, 10),
								orderStatus,
							]),
							value: ingramOrderNumber,
						},
					]
				: [];
		}),
});

/**
 * The list behind 'Order': the latest orders, page after page as the user scrolls, or those with the
 * order number or PO that is typed in.
 */
export async function searchOrders(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const queries = queriesFor(filter ?? '');
	// Which of the queries the list is on, and its page.
	const [begun, page] = (paginationToken ?? '0:1').split(':').map(Number);
	for (const [position, query] of queries.entries()) {
		if (position < begun) continue;
		const { results, paginationToken: next } = await listPage<OrderSearchAnswer>(
			this,
			{ method: 'GET', path: '/resellers/v6/orders/search', query, nothingFound: [204] },
			position === begun ? page : 1,
			shownIn,
		);
		if (results.length > 0 || page > 1) {
			return { results, ...(next && { paginationToken: `${position}:${next}` }) };
		}
	}
	return { results: [] };
}

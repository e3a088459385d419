import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { SAP_ORDER_NUMBER } from '../fields/order';
import type { OrderSearchAnswer } from '../ordering/orderAnswers';
import {
	firstThatFinds,
	latestFirst,
	lineOf,
	listed,
	type ListPage,
	type Query,
	typed,
} from './listSearch';

const LONGEST_PO = 35;
/** An order number, with or without its dashes. */
const TYPED_NUMBER = /^([0-9A-Z]{2})(-?)([0-9A-Z]{5})(?:-?([0-9A-Z]{2}))?$/i;

/**
 * What a text may be searched by, the likelier first. XI finds equal numbers only, and a PO may look
 * like an order number.
 */
export function queriesFor(filter: string): Query[] {
	const text = typed(filter);
	if (text === '') return [{}];
	const byPo = text.length > LONGEST_PO ? [] : [{ customerOrderNumber: text }];
	const [, branch, dash, number, part] = TYPED_NUMBER.exec(text) ?? [];
	if (SAP_ORDER_NUMBER.test(text)) return [...byPo, { ingramOrderNumber: text }];
	if (branch === undefined) return byPo;
	const byNumber = {
		ingramOrderNumber: [branch, number, part]
			.filter((one) => one !== undefined)
			.join('-')
			.toUpperCase(),
	};
	return dash === '-' ? [byNumber, ...byPo] : [...byPo, byNumber];
}

const shownIn = ({ orders, recordsFound }: OrderSearchAnswer): ListPage => ({
	records: listed(orders).length,
	recordsFound,
	results: latestFirst(listed(orders), ({ ingramOrderDate }) => ingramOrderDate).flatMap(
		(order) => {
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
		},
	),
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
	return await firstThatFinds<OrderSearchAnswer>(
		this,
		queriesFor(filter ?? '').map((query) => ({
			method: 'GET',
			path: '/resellers/v6/orders/search',
			query,
			nothingFound: [204],
		})),
		paginationToken,
		shownIn,
	);
}

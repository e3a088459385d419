import type { INodeParameters } from 'n8n-workflow';

import type { NodeRun, NodeRunOptions } from './engine.mts';
import {
	byNumber,
	CANCEL,
	CREATE,
	CREATE_ASYNC,
	CREATE_PO,
	CREATE_PO_ASYNC,
	held,
	MODIFY,
} from './orders/support.mts';
import { orderOf, PLAIN, runQuotes } from './quotes/orderSupport.mts';
import { CREATE_NAMED, CREATE_QUOTE, quotesOf } from './quotes/support.mts';
import { bought, createReturnOf, RETURN_CREATE, runReturns } from './returns/support.mts';
import type { Bench } from './support.mts';

const PO = [{ po: 'PO-1' }];

/** What the node does where one fails. */
type Settings = Pick<NodeRunOptions, 'onError'>;
/** The operations that write, by what a person calls them. */
export const writesOf = (
	bench: Bench,
): Record<string, (given: INodeParameters, settings?: Settings) => Promise<NodeRun>> => ({
	'Create Order': async (given, settings) =>
		await bench.runOrders({ ...CREATE_PO, ...given }, PO, settings),
	'Create Order, a line an item': async (given, settings) =>
		await bench.runOrders({ ...CREATE_PO, return: 'lines', ...given }, PO, settings),
	'Create Order Asynchronously': async (given, settings) =>
		await bench.runOrders({ ...CREATE_PO_ASYNC, ...given }, PO, settings),
	'Create Order Asynchronously, waited for': async (given, settings) =>
		await bench.runOrders({ ...CREATE_PO_ASYNC, waitForIt: 1, ...given }, PO, settings),
	'Modify Order': async (given, settings) => {
		const order = byNumber(await held(bench, 'PO-1'));
		return await bench.runOrders(
			{ operation: 'modify', order, notes: 'N', ...given },
			[{}],
			settings,
		);
	},
	'Release Order': async (given, settings) => {
		const order = byNumber(await held(bench, 'PO-1'));
		return await bench.runOrders({ operation: 'release', order, ...given }, [{}], settings);
	},
	'Cancel Order': async (given, settings) => {
		const order = byNumber(await held(bench, 'PO-1'));
		return await bench.runOrders({ operation: 'cancel', order, ...given }, [{}], settings);
	},
	'Order Quote': async (given, settings) =>
		await runQuotes(bench, { ...orderOf(PLAIN, {}), ...given }, [{}], settings),
	'Create Quote': async (given, settings) =>
		await quotesOf(bench)({ ...CREATE_NAMED, ...given }, [{ name: 'Q' }], settings),
	'Create Return': async (given, settings) =>
		await runReturns(
			bench,
			{ ...createReturnOf(await bought(bench, 'PO-1')), ...given },
			[{ reference: 'RMA-1' }],
			settings,
		),
});

/** The calls by which they write. */
export const CALLS: Record<string, string> = {
	'Create Order': CREATE,
	'Create Order Asynchronously': CREATE_ASYNC,
	'Modify Order': MODIFY,
	'Release Order': MODIFY,
	'Cancel Order': CANCEL,
	'Order Quote': CREATE_ASYNC,
	'Create Quote': CREATE_QUOTE,
	'Create Return': RETURN_CREATE,
};

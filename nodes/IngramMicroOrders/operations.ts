import type { Operation } from '../shared/operation';
import { cancel } from './cancel.operation';
import { create } from './create.operation';
import { createAsync } from './createAsync.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { getResult } from './getResult.operation';
import { modify } from './modify.operation';
import { release } from './release.operation';

// What is done with orders. A new one passes lineFields.ts, orderBody.ts, checkBefore.ts (in placing.ts),
// a change modifyBody.ts; what an order is stands in nodes/shared/xi/orders.
/** The first one is what a new node starts with: one that spends nothing. */
export const operations: readonly Operation[] = [
	getMany,
	get,
	create,
	createAsync,
	getResult,
	modify,
	release,
	cancel,
];

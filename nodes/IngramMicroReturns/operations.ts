import type { Operation } from '../shared/operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

// Goods that go back. A new return passes returnLines.ts and returnBody.ts, and lookForReturn.ts tells
// whether it is there; reasons.ts is for the search.
/** The first one is what a new node starts with: one that only reads. */
export const operations: readonly Operation[] = [getMany, get, create];

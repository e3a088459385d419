import type { Operation } from '../shared/operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

/** The first one is what a new node starts with: one that only reads. */
export const operations: readonly Operation[] = [getMany, get, create];

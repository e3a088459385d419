import type { Operation } from '../shared/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

export const operations: readonly Operation[] = [getMany, get];

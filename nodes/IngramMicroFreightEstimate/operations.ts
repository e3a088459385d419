import type { Operation } from '../shared/operation';
import { get } from './get.operation';

export const operations: readonly Operation[] = [get];

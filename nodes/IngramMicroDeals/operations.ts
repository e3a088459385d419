import type { Operation } from '../shared/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

// Special prices of manufacturers, asked with nodes/shared/xi/deals.ts. output.ts names what comes.
export const operations: readonly Operation[] = [getMany, get];

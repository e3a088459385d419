import type { Operation } from '../shared/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

// Subscriptions and warranties that end. getMany asks with statuses.ts; output.ts names what comes.
export const operations: readonly Operation[] = [getMany, get];

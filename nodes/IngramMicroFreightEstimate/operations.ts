import type { Operation } from '../shared/operation';
import { get } from './get.operation';

// What shipping would cost. get asks with freightBody.ts, and output.ts names what comes.
export const operations: readonly Operation[] = [get];

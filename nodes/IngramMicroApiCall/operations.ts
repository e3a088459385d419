import type { Operation } from '../shared/operation';
import { call } from './call.operation';

// Any call of the Reseller API. callPath.ts and ownOperations.ts keep it from going astray.
export const operations: readonly Operation[] = [call];

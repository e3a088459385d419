import type { Operation } from '../shared/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

// What is owed. An answer (anyCase.ts) becomes rows (invoiceRows.ts, invoiceCharges.ts) for output.ts.
export const operations: readonly Operation[] = [getMany, get];

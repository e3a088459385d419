import type { Operation } from '../shared/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { match } from './match.operation';

// What is owed. An answer (anyCase.ts) becomes rows (invoiceRows.ts, invoiceCharges.ts) for output.ts.
// Match Invoice holds one (matchedInvoice.ts) against its order (matchedOrder.ts), all by matching.ts.
export const operations: readonly Operation[] = [getMany, get, match];

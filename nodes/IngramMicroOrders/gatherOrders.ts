import type { Fields } from '../shared/fields/field';
import { gatherLines } from '../shared/gatherLines';
import type { OrderParams } from './orderBody';

/** One order out of several input items, each of which brings lines. */
export const gatherOrder = <P extends OrderParams>(
	fields: Fields,
	members: ReadonlyArray<{ readonly item: number; readonly params: P }>,
): P => gatherLines(fields, members, { thing: 'order', number: 'order number' });

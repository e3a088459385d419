import type { IDataObject } from 'n8n-workflow';

import type { Sight } from '../shared/operation';
import { OF_A_WRITE, type Output } from '../shared/output';

/** What changes an order, and what releases it. */
export const ORDER_PATH = '/resellers/v6/orders/{orderNumber}';

/** What to do where XI has no such order. */
export const CHECK_NUMBER =
	'Check the order number, and that it belongs to the customer number and country used. If it is your purchase order (PO) number, choose By PO';

/** What a cancellation and a release can return beside what each says. XI's own answer is empty. */
export const STANDING = {
	ingramOrderNumber: { name: 'Ingram Order Number', simplified: true },
	...OF_A_WRITE,
	// Only where the order had to be looked at.
	orderStatus: { name: 'Order Status' },
} satisfies Output;

/** A look that found what was wanted of an order, as the row that tells so, with the status it has. */
export const standingAs = (sight: Sight, row: IDataObject): Sight =>
	'there' in sight
		? { there: sight.there.map(({ orderStatus }) => ({ ...row, orderStatus })) }
		: sight;

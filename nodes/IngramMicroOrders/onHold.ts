import type { IDataObject } from 'n8n-workflow';

import type { Sight } from '../shared/operation';

/** What changes an order, and what releases it. */
export const ORDER_PATH = '/resellers/v6/orders/{orderNumber}';

/** What to do where XI has no such order. */
export const CHECK_NUMBER =
	'Check the order number, and that it belongs to the customer number and country used';

/** A look that found what was wanted of an order, as the row that tells so, with the status it has. */
export const standingAs = (sight: Sight, row: IDataObject): Sight =>
	'there' in sight
		? { there: sight.there.map(({ orderStatus }) => ({ ...row, orderStatus })) }
		: sight;

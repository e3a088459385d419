import type { IDataObject } from 'n8n-workflow';

import { isOn } from '../fields/attributes';
import type { Sight } from '../operation';
import { isCancelled } from '../orderStatus';
import { ALLOW_PARTIAL } from './headerAttributes';
import type { OrderBody } from './orderBody';
import { isRecent, partOf, productsIn, type Wanted, wantedIn } from './pieces';

/** Lines that were sent and are in none of the orders that were found. */
const missing = ({ lines = [] }: OrderBody, wanted: Wanted): IDataObject[] =>
	lines
		.filter((line) => wanted.has(partOf(line)))
		.map((line) => ({
			customerLineNumber: line.customerLineNumber,
			ingramPartNumber: line.ingramPartNumber ?? partOf(line),
			quantityOrdered: line.quantity,
			rejectCode: 'MISSING',
			rejectReason: 'Not in the order that was found',
		}));

/**
 * Whether orders that were found under a PO are what was sent: from these days, not cancelled, and
 * with products that were sent, and as many pieces of each. What was sent and is in none of them is
 * listed as rejected: XI may have split the order, or taken a part of it.
 *
 * @param sentAt undefined where nothing was sent yet: then nothing is compared
 */
export function compared(sight: Sight, body: OrderBody, sentAt: Date | undefined): Sight {
	if (!('there' in sight) || sentAt === undefined) return sight;
	const alive = sight.there.filter(
		(order) => isRecent(order.ingramOrderDate, sentAt) && !isCancelled(order.orderStatus),
	);
	// The lines of a quote are its own.
	if (body.quoteNumber !== undefined || body.lines === undefined) {
		return alive.length > 0 ? { there: alive, ours: 'yes' } : { ...sight, ours: 'no' };
	}
	const wanted = wantedIn(body.lines);
	let unread = false;
	const own = alive.filter(({ lines }) => {
		if (!Array.isArray(lines) || lines.length === 0) {
			unread = true;
			return false;
		}
		const products = productsIn(lines as IDataObject[], wanted);
		for (const part of products ?? []) wanted.delete(part);
		return products !== undefined;
	});
	if (own.length === 0) return { ...sight, ours: unread ? 'unknown' : 'no' };
	const lacking = missing(body, wanted);
	if (lacking.length === 0) return { there: own, ours: 'yes' };
	const [first, ...others] = own;
	// Without leave to take a part, XI takes all or nothing: the rest is in an order not seen yet, or
	// this is another purchase.
	const mayBePartial = isOn(body.additionalAttributes, ALLOW_PARTIAL);
	return {
		there: [{ ...first, rejectedLineItems: lacking }, ...others],
		ours: mayBePartial ? 'yes' : 'unknown',
		incomplete: true,
	};
}

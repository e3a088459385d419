import type { IDataObject } from 'n8n-workflow';

import { attributeIn } from '../fields/attributes';
import type { Sight } from '../operation';
import { ALLOW_PARTIAL } from './headerAttributes';
import { judged, type Known } from './judged';
import type { OrderBody } from './orderBody';
import { MISSING } from './placedOrder';
import { differencesIn, partOf, productsIn, type Wanted, wantedIn } from './pieces';

/** Lines that were sent and are in none of the orders that were found. */
const missing = ({ lines = [] }: OrderBody, wanted: Wanted): IDataObject[] =>
	lines
		.filter((line) => wanted.has(partOf(line)))
		.map((line) => ({
			customerLineNumber: line.customerLineNumber,
			ingramPartNumber: line.ingramPartNumber ?? partOf(line),
			quantityOrdered: line.quantity,
			rejectCode: MISSING,
			rejectReason: 'Not in the order that was found',
		}));

/** XI takes all of an order or nothing only where it is told to: else it goes on with what can be had. */
const isAllOrNothing = ({ additionalAttributes }: OrderBody): boolean =>
	attributeIn(additionalAttributes, ALLOW_PARTIAL)?.trim().toLowerCase() === 'false';

/**
 * Whether orders that were found under a PO are what was sent: with the products that were sent, and
 * as many pieces of each. XI may have split the order. What was sent and is in none of them is listed
 * as rejected, where XI may have taken a part. Anything else may be ours too: XI adds fees, takes kits
 * apart, and puts other part numbers in the place of those that it was given.
 *
 * @returns `ours: no` only for orders from before the sending
 */
export function compared(
	sight: Sight,
	body: OrderBody,
	sentAt: Date | undefined,
	before?: Known['before'],
): Sight {
	return judged(sight, { sentAt, before }, (alive) => ofLines(alive, body));
}

function ofLines(alive: IDataObject[], body: OrderBody): Sight {
	// The lines of a quote are its own.
	if (body.quoteNumber !== undefined || body.lines === undefined) {
		return { there: alive, ours: 'yes' };
	}
	const wanted = wantedIn(body.lines);
	const own = alive.filter(({ lines }) => {
		const products = Array.isArray(lines) && productsIn(lines as IDataObject[], wanted);
		for (const part of products || []) wanted.delete(part);
		return products;
	});
	const lacking = missing(body, wanted);
	if (lacking.length === 0) return { there: own, ours: 'yes' };
	if (own.length < alive.length) {
		return { there: alive, ours: 'unknown', said: differencesIn(alive, wantedIn(body.lines)) };
	}
	const [first, ...others] = own;
	return {
		there: [{ ...first, rejectedLineItems: lacking }, ...others],
		// The rest may be in an order that is not seen yet.
		ours: isAllOrNothing(body) ? 'unknown' : 'yes',
		incomplete: true,
	};
}

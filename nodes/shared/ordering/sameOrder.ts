import type { IDataObject } from 'n8n-workflow';

import { isOn } from '../fields/attributes';
import { numberIn } from '../number';
import type { Sight } from '../operation';
import { isCancelled } from '../orderStatus';
import { ALLOW_PARTIAL } from './headerAttributes';
import type { OrderBody, OrderLine } from './orderBody';

const DAY_MS = 86_400_000;

/** How many pieces of each product were sent, by its number, and have not been seen yet. */
type Wanted = Map<string, number>;

const upper = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim().toUpperCase() : '';

const partOf = (line: OrderLine): string =>
	upper(line.ingramPartNumber ?? line.vendorPartNumber ?? line.customerPartNumber ?? line.planid);

function wantedIn({ lines = [] }: OrderBody): Wanted {
	const wanted: Wanted = new Map();
	for (const line of lines) {
		wanted.set(partOf(line), (wanted.get(partOf(line)) ?? 0) + Number(line.quantity));
	}
	return wanted;
}

/** Whether an order is from the day of sending, give or take what clocks and time zones differ. */
function isRecent({ ingramOrderDate }: IDataObject, sentAt: Date): boolean {
	const day = typeof ingramOrderDate === 'string' ? Date.parse(ingramOrderDate.slice(0, 10)) : NaN;
	return Number.isNaN(day) || day >= sentAt.getTime() - 2 * DAY_MS;
}

/**
 * The products of a found order that were wanted; undefined where it holds something that was not, or
 * another number of pieces: XI takes a line whole or not at all.
 */
function productsIn(lines: readonly IDataObject[], wanted: Wanted): string[] | undefined {
	const pieces = new Map<string, number>();
	for (const line of lines) {
		const parts = [line.ingramPartNumber, line.vendorPartNumber, line.customerPartNumber]
			.map(upper)
			.filter((part) => part !== '');
		// Comments are lines too, without a product.
		if (parts.length === 0) continue;
		const part = parts.find((one) => wanted.has(one));
		if (part === undefined) return undefined;
		const quantity = numberIn(line.quantityOrdered ?? line.quantity) ?? 0;
		pieces.set(part, (pieces.get(part) ?? 0) + quantity);
	}
	const same = [...pieces].every(([part, count]) => wanted.get(part) === count);
	return same && pieces.size > 0 ? [...pieces.keys()] : undefined;
}

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
		(order) => isRecent(order, sentAt) && !isCancelled(order.orderStatus),
	);
	// The lines of a quote are its own.
	if (body.quoteNumber !== undefined || body.lines === undefined) {
		return alive.length > 0 ? { there: alive, ours: 'yes' } : { ...sight, ours: 'no' };
	}
	const wanted = wantedIn(body);
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

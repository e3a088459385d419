import type { IDataObject } from 'n8n-workflow';

import { numberIn } from '../shared/number';
import type { Sight } from '../shared/operation';
import { isCancelled } from '../shared/orderStatus';
import type { OrderBody } from './orderBody';

const DAY_MS = 86_400_000;

/** A product and how many pieces of it, of an order that was sent and not seen yet. */
interface Wanted {
	readonly position: number;
	readonly part: string;
	left: number;
}

const upper = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim().toUpperCase() : '';

const wantedIn = ({ lines = [] }: OrderBody): Wanted[] =>
	lines.map((line, position) => ({
		position,
		part: upper(
			line.ingramPartNumber ?? line.vendorPartNumber ?? line.customerPartNumber ?? line.planid,
		),
		left: Number(line.quantity),
	}));

/** Whether an order is from the day of sending, give or take what clocks and time zones differ. */
function isRecent({ ingramOrderDate }: IDataObject, sentAt: Date): boolean {
	const day = typeof ingramOrderDate === 'string' ? Date.parse(ingramOrderDate.slice(0, 10)) : NaN;
	return Number.isNaN(day) || day >= sentAt.getTime() - 2 * DAY_MS;
}

/** The pieces of a found line that were wanted; false where it holds something that was not. */
function take(line: IDataObject, wanted: Wanted[]): boolean {
	const parts = [line.ingramPartNumber, line.vendorPartNumber, line.customerPartNumber]
		.map(upper)
		.filter((part) => part !== '');
	// Comments are lines too, without a product.
	if (parts.length === 0) return true;
	let pieces = numberIn(line.quantityOrdered ?? line.quantity) ?? 0;
	for (const one of wanted.filter(({ part }) => parts.includes(part))) {
		const taken = Math.min(pieces, one.left);
		one.left -= taken;
		pieces -= taken;
	}
	return pieces === 0;
}

/** Lines that were sent and are in none of the orders that were found. */
const missing = (body: OrderBody, wanted: readonly Wanted[]): IDataObject[] =>
	wanted
		.filter(({ left }) => left > 0)
		.map(({ position, part, left }) => ({
			customerLineNumber: body.lines?.[position]?.customerLineNumber,
			ingramPartNumber: body.lines?.[position]?.ingramPartNumber ?? part,
			quantityOrdered: left,
			rejectCode: 'MISSING',
			rejectReason: 'Not in the order that was found',
		}));

/**
 * Whether orders that were found under a PO are what was sent: from these days, not cancelled, and
 * with no other products and no more pieces than were sent. What was sent and is in none of them is
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
		const trial = wanted.map((one) => ({ ...one }));
		if (!(lines as IDataObject[]).every((line) => take(line, trial))) return false;
		trial.forEach(({ left }, position) => (wanted[position].left = left));
		return true;
	});
	if (own.length === 0) return { ...sight, ours: unread ? 'unknown' : 'no' };
	const lacking = missing(body, wanted);
	if (lacking.length === 0) return { there: own, ours: 'yes' };
	const [first, ...others] = own;
	return {
		there: [{ ...first, rejectedLineItems: lacking }, ...others],
		ours: 'yes',
		incomplete: true,
	};
}

import type { IDataObject } from 'n8n-workflow';

import { attributeIn } from '../../fields/attributes';
import { cleanIdentifier } from '../../invisible';
import { numberIn } from '../../amounts';
import type { Sending, Sight } from '../../operation';
import { isNoDate } from '../../tidy';
import { clean } from '../../transport/refusal';
import type { OrderBody } from './sentOrder';
import { ALLOW_PARTIAL } from './headerAttributes';
import { deadWordOf } from './order';
import { MISSING, receiptOf } from './orderAnswer';

const DAY_MS = 86_400_000;
/** The day of a date as XI documents it. */
const DAY = /^\d{4}-\d\d-\d\d/;

/** How many pieces of each product were sent, by its number, and have not been seen yet. */
export type WantedPieces = Map<string, number>;

/** A line as it was sent. Of several numbers of its product the first of these counts. */
interface SentLine {
	readonly ingramPartNumber?: string;
	readonly vendorPartNumber?: string;
	readonly customerPartNumber?: string;
	readonly planid?: string;
	readonly quantity: number | string;
}

export const upper = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number'
		? cleanIdentifier(String(value)).text.toUpperCase()
		: '';

/** The number by which a line was asked for, in capitals. */
export const partOf = (line: SentLine): string =>
	upper(line.ingramPartNumber ?? line.vendorPartNumber ?? line.customerPartNumber ?? line.planid);

/** The pieces that lines ask for. */
export function wantedIn(lines: readonly SentLine[] = []): WantedPieces {
	const wanted: WantedPieces = new Map();
	for (const line of lines) {
		wanted.set(partOf(line), (wanted.get(partOf(line)) ?? 0) + Number(line.quantity));
	}
	return wanted;
}

/**
 * Whether a day of XI's is the one of sending or later, give or take what clocks and time zones
 * differ. What is no day for certain counts as recent, since what is called old is bought again: XI's
 * year 1, which means none, and forms that may be read in two ways, as 05/11/2026.
 */
export function isRecent(date: unknown, sentAt: Date): boolean {
	const [given] = (typeof date === 'string' && DAY.exec(date.trim())) || [''];
	const day = isNoDate(given) ? NaN : Date.parse(given);
	return Number.isNaN(day) || day >= sentAt.getTime() - 2 * DAY_MS;
}

/** The numbers of a found line's product, in capitals; none where it is a comment. */
const partsOf = (line: IDataObject): string[] =>
	[line.ingramPartNumber, line.vendorPartNumber, line.customerPartNumber]
		.map(upper)
		.filter((part) => part !== '');

/** How many pieces a line has; NaN where that cannot be read: no sum with it is one, nor equals any. */
const quantityOf = (line: IDataObject): number =>
	numberIn(line.quantityOrdered ?? line.quantity) ?? NaN;

/**
 * The products among found lines that were wanted; undefined where they hold something that was not,
 * another number of pieces, or one that cannot be read: XI takes a line whole or not at all.
 */
export function productsIn(
	lines: readonly IDataObject[],
	wanted: WantedPieces,
): string[] | undefined {
	const pieces = new Map<string, number>();
	for (const line of lines) {
		const parts = partsOf(line);
		// Comments are lines too, without a product.
		if (parts.length === 0) continue;
		const part = parts.find((one) => wanted.has(one));
		if (part === undefined) return undefined;
		pieces.set(part, (pieces.get(part) ?? 0) + quantityOf(line));
	}
	const same = [...pieces].every(([part, count]) => wanted.get(part) === count);
	return same && pieces.size > 0 ? [...pieces.keys()] : undefined;
}

/** What found lines hold besides what was wanted, and what of it they lack, a text each. */
export function differencesIn(orders: readonly IDataObject[], wanted: WantedPieces): string[] {
	const found = new Map<string, number>([...wanted.keys()].map((part) => [part, 0]));
	const unread: string[] = [];
	for (const { lines, ingramOrderNumber } of orders) {
		if (!Array.isArray(lines)) {
			unread.push(`the lines of ${clean(ingramOrderNumber) ?? 'one of them'} could not be read`);
			continue;
		}
		for (const line of lines as IDataObject[]) {
			const parts = partsOf(line);
			if (parts.length === 0) continue;
			const part = parts.find((one) => wanted.has(one)) ?? parts[0];
			found.set(part, (found.get(part) ?? 0) + quantityOf(line));
		}
	}
	const differing = [...found].flatMap(([part, count]) => {
		const asked = wanted.get(part);
		if (asked === count) return [];
		if (Number.isNaN(count)) {
			return [`${part}: how many could not be read`];
		}
		if (asked === undefined) return [`${part} × ${count} was not asked for`];
		return [count === 0 ? `${part} × ${asked} is missing` : `${part} × ${count}, not × ${asked}`];
	});
	return [...unread, ...(unread.length < orders.length ? differing : [])];
}

const inCapitals = (text: string): string => text.toUpperCase();

/** A dead order as a sentence names it, with the word by which it is dead. */
export const stateOf = (order: IDataObject): string =>
	`order ${clean(order.ingramOrderNumber) ?? 'without a number'} has the status "${deadWordOf(order) ?? ''}"`;

const dead = (orders: IDataObject[]): Sight => ({
	there: orders,
	ours: 'dead',
	said: orders.map(stateOf),
});

/**
 * Sorts the orders that were found under a PO, before anybody looks at their lines. Those that are
 * dated before the sending, or were known then, certainly are not what was sent; of all others that is
 * never said, since XI changes lines. A dead order only counts where no other is alive.
 *
 * @param judge tells of those that are alive and may be ours whether they are
 */
export function judged(
	sight: Sight,
	{ sentAt, before }: Sending,
	judge: (alive: IDataObject[]) => Sight,
): Sight {
	if (!('there' in sight)) return sight;
	const isDead = (order: IDataObject) => deadWordOf(order) !== undefined;
	const ended = sight.there.filter(isDead);
	const living = sight.there.filter((order) => !isDead(order));
	if (sentAt === undefined) {
		if (ended.length === 0) return sight;
		return living.length > 0 ? { ...sight, there: living, beside: ended } : dead(ended);
	}
	// XI sends the PO back in capitals in some of its answers.
	const known = new Set([...before].map(inCapitals));
	const mayBeOurs = (order: IDataObject) =>
		!known.has(inCapitals(receiptOf(order))) && isRecent(order.ingramOrderDate, sentAt);
	const alive = living.filter(mayBeOurs);
	if (alive.length > 0) return judge(alive);
	const endedNow = ended.filter(mayBeOurs);
	if (endedNow.length > 0) return dead(endedNow);
	if (living.length > 0) return { ...sight, there: living, ours: 'no' };
	return {
		absent: `Ingram Micro has nothing alive under this number: ${ended.map(stateOf).join('; ')}`,
	};
}

/** Lines that were sent and are in none of the orders that were found. */
const missing = ({ lines = [] }: OrderBody, wanted: WantedPieces): IDataObject[] =>
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
export const compared = (sight: Sight, body: OrderBody, sending: Sending): Sight =>
	judged(sight, sending, (alive) => ofLines(alive, body));

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

/** The Ingram part numbers of a list of lines; undefined where there is none to go by. */
function partsIn(lines: unknown): string[] | undefined {
	if (!Array.isArray(lines)) return undefined;
	const parts = (lines as IDataObject[])
		.map((line) => upper(line.ingramPartNumber))
		.filter((part) => part !== '');
	return parts.length > 0 ? parts : undefined;
}

/**
 * Whether orders that were found under a PO came of a quote: with a product that is on the quote.
 * Their pieces are not counted, since XI may split what a quote holds into several orders, and names
 * bundles by their parts. For that reason one with other products may be ours, too.
 *
 * @param lines those of the quote, as Validate Quote names them; without any, nothing is compared
 * @returns `ours: no` only for orders from before the sending
 */
export function comparedToQuote(
	sight: Sight,
	lines: readonly { readonly ingramPartNumber?: string }[],
	sending: Sending,
): Sight {
	return judged(sight, sending, (alive) => {
		const quoted = partsIn(lines);
		if (quoted === undefined) return { there: alive, ours: 'yes' };
		const own = alive.filter((order) =>
			partsIn(order.lines)?.some((part) => quoted.includes(part)),
		);
		if (own.length > 0) return { there: own, ours: 'yes' };
		return { there: alive, ours: 'unknown', said: ['it names no product of the quote'] };
	});
}

import type { IDataObject } from 'n8n-workflow';

import { listIn, UnexpectedAnswer } from '../../errors';
import { choice } from '../../fields/field';
import { numberIn } from '../../amounts';
import type { Refusal, Sight } from '../../operation';
import { oneEach } from '../../output';
import { recordsOf } from '../../records';
import { clean } from '../../transport/refusal';
import type { XiRequest } from '../../transport/request';
import { isHollow } from '../../transport/errorsInAnswer';
import { besideIn, warningsIn } from '../../transport/warnings';
import { adviceIfForeign } from '../productNumbers';
import { deadWordOf } from './order';

/** What each output item of a write stands for. */
export const returnChoice = choice<'lines' | 'order'>(
	'Output Items',
	[
		{
			name: 'One Item per Line',
			value: 'lines',
			description: 'With the numbers of the order on each. Rejected lines are items too.',
		},
		{
			name: 'One Item per Order',
			value: 'order',
			description: 'With the lists of its lines and of those that were rejected',
		},
	],
	{
		default: 'order',
		description:
			'What each output item stands for. Ingram Micro may split what you order into several orders.',
	},
);

export const onPartialFailure = choice<'continue' | 'fail'>(
	'On Partial Failure',
	[
		{
			name: 'Continue With Both',
			value: 'continue',
			description: 'The output holds what was taken and what was rejected',
		},
		{
			name: 'Fail the Item',
			value: 'fail',
			description: 'The item fails, though Ingram Micro has taken the rest of it',
		},
	],
	{ default: 'continue', description: 'What to do when Ingram Micro rejects some of the lines' },
);

/** The reject code of a line that is in no order that was found. XI's own have two letters. */
export const MISSING = 'MISSING';

/** A line that XI did not take. Its own number has a small letter in the answer to a new order. */
interface RejectedLine extends IDataObject {
	customerLineNumber?: string | null;
	customerLinenumber?: string | null;
	ingramLineNumber?: string | number | null;
	ingramPartNumber?: string | null;
	rejectCode?: string | null;
	rejectReason?: string | null;
}

/** An order in XI's answer to a write. */
export interface PlacedOrder extends IDataObject {
	ingramOrderNumber?: string | null;
	rejectedLineItems?: RejectedLine[] | null;
	lines?: IDataObject[] | null;
}

// What is read here was written already: an odd list must not make an unknown failure of it.
const rejectedIn = ({ rejectedLineItems }: IDataObject): RejectedLine[] =>
	recordsOf<RejectedLine>(rejectedLineItems);

const linesIn = ({ lines }: IDataObject): IDataObject[] => recordsOf(lines);

/** An order as one row for each of its lines, the rejected ones behind those that were taken. */
function perLine(order: IDataObject): IDataObject[] {
	const { rejectedLineItems: _, ...rest } = order;
	const entries = [
		...linesIn(order).map((line) => ({ ...line, lineRejected: false })),
		...rejectedIn(order).map((line) => ({ ...line, lineRejected: true })),
	];
	// An order without lines is still an order: it must not be lost from sight.
	return entries.length > 0 ? oneEach(rest, 'lines', 'line', entries) : [order];
}

/** Orders as the rows that were asked for. */
export const asWanted = (orders: IDataObject[], wanted: 'lines' | 'order'): IDataObject[] =>
	wanted === 'lines' ? orders.flatMap(perLine) : orders;

/** What a look found, as the rows that were asked for. */
export const sightAsWanted = (sight: Sight, wanted: 'lines' | 'order'): Sight =>
	'there' in sight ? { ...sight, there: asWanted(sight.there, wanted) } : sight;

/** The answer to a new order. */
export interface CreateAnswer extends IDataObject {
	orders?: PlacedOrder[] | null;
}

/** Marks an order that was made without a line. It never gets out: an item with such an order fails. */
export const NO_LINES = { hasNoLines: true };

/**
 * Whether XI made an order of which it took no line. Its counters contradict its lists in some
 * answers, so a line that is listed counts for more than a zero, and a zero for more than no list.
 */
function hasNoLines({ ingramOrderNumber, lines, ...order }: PlacedOrder): boolean {
	if (clean(ingramOrderNumber) === undefined) return false;
	if (recordsOf(lines).some((line) => !isHollow(line))) return false;
	const taken = numberIn(order.numberOfLinesWithSuccess);
	if (taken !== undefined) return taken === 0;
	const isUnlisted = [lines ?? []].flat().length === 0;
	return isUnlisted && (Array.isArray(lines) || recordsOf(order.rejectedLineItems).length > 0);
}

/** The orders that came of a request, each with what the answer says of all of them. */
export function ordersIn(answer: CreateAnswer | undefined): PlacedOrder[] {
	const { orders, ...head } = answer ?? {};
	const placed = listIn(orders, 'list of orders');
	if (placed.length === 0) throw new UnexpectedAnswer('order', { said: warningsIn(answer) });
	return placed.map((order) => {
		const { rejectedLineItems, lines, ...rest } = order ?? {};
		const rejected = recordsOf<RejectedLine>(rejectedLineItems);
		// An answer that names no order may not have made one: it is looked for.
		const isOrder = (rest.ingramOrderNumber ?? '') !== '' || rejected.length > 0;
		if (!isOrder) throw new UnexpectedAnswer('order number', { said: warningsIn(answer) });
		return {
			...head,
			...rest,
			...besideIn(head, rest),
			...(hasNoLines(order ?? {}) && NO_LINES),
			...(lines !== undefined && { lines: recordsOf(lines) }),
			...(rejectedLineItems !== undefined && { rejectedLineItems: rejected }),
		};
	});
}

/** The rejected lines of rows of either kind. */
function rejectedOf(row: IDataObject): RejectedLine[] {
	if (!('line' in row)) return rejectedIn(row);
	const line = row.line as RejectedLine & { lineRejected?: boolean };
	return line.lineRejected === true ? [line] : [];
}

function describe(line: RejectedLine): string {
	const number = line.customerLineNumber ?? line.customerLinenumber ?? line.ingramLineNumber;
	const part = line.ingramPartNumber ? ` (${line.ingramPartNumber})` : '';
	const why = [clean(line.rejectCode), clean(line.rejectReason)].filter((text) => text);
	const advice = adviceIfForeign(clean(line.ingramPartNumber) ?? '');
	return `line ${number ?? '?'}${part}: ${why.join(' ') || 'no reason given'}${advice ? ` (${advice})` : ''}`;
}

const numbersIn = (rows: readonly IDataObject[]): string =>
	[...new Set(rows.flatMap(({ ingramOrderNumber }) => clean(ingramOrderNumber) ?? []))].join(', ');

/** What is said of an address that was not taken; XI has nothing to say here otherwise. */
const warningIn = ([row]: readonly IDataObject[]): string | undefined =>
	clean(row?.changeDescription);

/** Rows by the number of their order, of either kind. */
function ordersOf(rows: readonly IDataObject[]): Map<string, IDataObject[]> {
	const orders = new Map<string, IDataObject[]>();
	for (const row of rows) {
		const number = clean(row.ingramOrderNumber);
		if (number !== undefined) orders.set(number, [...(orders.get(number) ?? []), row]);
	}
	return orders;
}

/** The word by which an order is dead, of all its rows. */
function deadWordIn(rows: readonly IDataObject[]): string | undefined {
	const [{ orderStatus }] = rows;
	const lines = rows.flatMap((row) => {
		if (!('line' in row)) return recordsOf(row.lines);
		return recordsOf(row.line).filter(({ lineRejected }) => lineRejected !== true);
	});
	return deadWordOf({ orderStatus, lines });
}

/**
 * The sentence that fails the item: nothing was taken, or not all of it, and that is a failure too.
 * An order without a line fails it in any case, since it has to be cancelled; so does a dead one, where
 * no other is alive. Beside one that is alive it counts as a line that was rejected.
 */
export function refusalOfPlaced(
	rows: readonly IDataObject[],
	wanted: { onPartialFailure: 'continue' | 'fail' } = { onPartialFailure: 'continue' },
): string | Refusal | undefined {
	const orders = [...ordersOf(rows)];
	const empty = orders.filter(([, own]) => own.some(({ hasNoLines: none }) => none === true));
	const dead = orders.flatMap(([number, own]) => {
		const word = deadWordIn(own);
		return word === undefined ? [] : [{ number, word }];
	});
	const alive = orders.length - empty.length - dead.length;
	const isPartly = dead.length > 0 && alive > 0 && wanted.onPartialFailure === 'continue';
	if (empty.length === 0 && (dead.length === 0 || isPartly)) return refusalOf(rows, wanted);

	const numbers = empty.map(([number]) => number);
	const lost = [...numbers, ...dead.map(({ number }) => number)];
	const bought = orders.map(([number]) => number).filter((number) => !lost.includes(number));
	const said = [
		...numbers.map((number) => `order ${number} has no lines`),
		...dead.map(({ number, word }) => `order ${number} has the status "${word}"`),
		...rows.flatMap(rejectedOf).map(describe),
	].join('; ');
	return {
		message: `${alive > 0 ? partly(bought.join(', ')) : NOTHING}: ${said}`,
		remedy:
			numbers.length > 0
				? `Look at ${numbers.join(', ')} (Get Order). If it is empty, cancel it before you order again: Cancel Order does that while it is on customer hold, after that Ingram Micro`
				: `Look at ${lost.join(', ')} (Get Order), or ask Ingram Micro for the reason, before you order again`,
	};
}

const NOTHING = 'Ingram Micro took none of it';
const partly = (numbers: string): string => `Ingram Micro took a part of it only, in ${numbers}`;

/** XI's own count says that none of the lines was taken, and it lists none. */
const countsNone = (row: IDataObject): boolean =>
	numberIn(row.numberOfLinesWithSuccess) === 0 && recordsOf(row.lines ?? row.line).length === 0;

/**
 * The sentence that fails the item: nothing was taken, or not all of it, and that is a failure too.
 *
 * @param isAll whether so many rejected lines are all that was asked for. Left out: without any
 * order number, nothing was taken.
 */
export function refusalOf(
	rows: readonly IDataObject[],
	{ onPartialFailure: wanted }: { onPartialFailure: 'continue' | 'fail' },
	{ isAll = () => numbersIn(rows) === '' }: { isAll?: (rejected: number) => boolean } = {},
): string | undefined {
	const rejected = rows.flatMap(rejectedOf);
	const warning = warningIn(rows);
	const reasons = [...rejected.map(describe), ...(warning === undefined ? [] : [warning])];
	if (reasons.length === 0) {
		const isNone = rows.length > 0 && rows.every(countsNone) && isAll(Infinity);
		return isNone ? `${NOTHING}: no reason given` : undefined;
	}
	const said = reasons.join('; ');
	if (rejected.length > 0 && isAll(rejected.length)) return `${NOTHING}: ${said}`;
	return wanted === 'fail' ? `${partly(numbersIn(rows))}: ${said}` : undefined;
}

/** What was ordered, in a few words: "PO 4711 → 20-RFKW4". */
export function receiptOf(row: IDataObject): string {
	const { customerOrderNumber, ingramOrderNumber, confirmationNumber } = row;
	const number =
		clean(ingramOrderNumber) ??
		(clean(confirmationNumber) === undefined
			? 'no number yet'
			: `confirmation ${clean(confirmationNumber)}`);
	return `PO ${clean(customerOrderNumber) ?? '?'} → ${number}`;
}

/**
 * XI takes the order at any time, also during its maintenance, and tells what came of it by a webhook. XI
 * documentation: "Async Order Create", for orders of quotes its part "Quote to Order".
 */
export const orderV7Request = (body: object): XiRequest => ({
	method: 'POST',
	path: '/resellers/v7/orders',
	takenAtNight: true,
	body,
});

/** XI only says that it has the order; what became of it comes later, as an event. */
export interface AsyncOrderAnswer extends IDataObject {
	quoteNumber?: string | null;
	/** A text; the older call to order a quote gives a number. */
	confirmationNumber?: string | number | null;
	message?: string | null;
}

/**
 * The row of an order that XI has received. Throws UnexpectedAnswer where no number confirms that: it
 * is looked for then. The quote number confirms nothing, since XI may only repeat what was sent.
 *
 * @param customerOrderNumber the PO that was sent, which the answer does not repeat
 */
export function confirmationIn(
	answer: AsyncOrderAnswer | undefined,
	customerOrderNumber: string,
): IDataObject {
	if (clean(answer?.confirmationNumber) === undefined) {
		throw new UnexpectedAnswer('confirmation number', { said: warningsIn(answer) });
	}
	return { customerOrderNumber, ...answer };
}

/** What to do when it stays unclear whether XI has received such an order. */
export const WAIT_FOR_EVENT =
	'Wait for the event of this order before you send it again: during the nightly maintenance Ingram Micro keeps such orders and places them afterwards, so a search may not find it yet';

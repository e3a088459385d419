import type { IDataObject } from 'n8n-workflow';

import { choice } from '../fields/field';
import { oneEach } from '../oneEach';
import type { Sight } from '../operation';
import { recordsOf } from '../records';
import { clean } from '../transport/errors';
import { listIn, UnexpectedAnswer } from '../unexpectedAnswer';

/** What each output item of a write stands for. */
export const returnChoice = choice<'lines' | 'order'>(
	'Return',
	[
		{
			name: 'One Item a Line',
			value: 'lines',
			description: 'With the numbers of the order on each. Rejected lines are items too.',
		},
		{
			name: 'One Item an Order',
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

const rejectedIn = ({ rejectedLineItems }: IDataObject): RejectedLine[] =>
	listIn(rejectedLineItems as RejectedLine[] | null, 'list of rejected lines');

const linesIn = ({ lines }: IDataObject): IDataObject[] =>
	listIn(lines as IDataObject[] | null, 'list of lines');

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

/** The orders that came of a request, each with what the answer says of all of them. */
export function ordersIn(answer: CreateAnswer | undefined): PlacedOrder[] {
	const { orders, ...head } = answer ?? {};
	const placed = listIn(orders, 'list of orders');
	if (placed.length === 0) throw new UnexpectedAnswer('order');
	return placed.map((order) => {
		const { rejectedLineItems, lines, ...rest } = order ?? {};
		const rejected = recordsOf<RejectedLine>(rejectedLineItems);
		// An answer that names no order may not have made one: it is looked for.
		const isOrder = (rest.ingramOrderNumber ?? '') !== '' || rejected.length > 0;
		if (!isOrder) throw new UnexpectedAnswer('order number');
		return {
			...head,
			...rest,
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
	return `line ${number ?? '?'}${part}: ${why.join(' ') || 'no reason given'}`;
}

const numbersIn = (rows: readonly IDataObject[]): string =>
	[...new Set(rows.flatMap(({ ingramOrderNumber }) => clean(ingramOrderNumber) ?? []))].join(', ');

/** What is said of an address that was not taken; XI has nothing to say here otherwise. */
const warningIn = ([row]: readonly IDataObject[]): string | undefined =>
	clean(row?.changeDescription);

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
	if (reasons.length === 0) return undefined;
	const said = reasons.join('; ');
	if (rejected.length > 0 && isAll(rejected.length)) return `Ingram Micro took none of it: ${said}`;
	return wanted === 'fail'
		? `Ingram Micro took a part of it only, in ${numbersIn(rows)}: ${said}`
		: undefined;
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

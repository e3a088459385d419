import type { IDataObject } from 'n8n-workflow';

import { plain } from '../../comparing';
import { wholeNumber } from '../../fields/field';
import type { Awaits, Shown, Sight } from '../../operation';
import { recordsOf } from '../../records';
import { isCancelled } from './order';
import { asWanted } from './orderAnswer';
import { isConfirmation } from './orderOutput';
import { stateOf } from './sameOrder';

/*
 * What became of an order that was sent asynchronously. XI tells it by an event; a search shows an
 * order once it is made, and nothing of one that is still to be made or has failed.
 */

/** For how long to hold the execution until the order is there. */
export const waitForIt = wholeNumber('Wait for It (Minutes)', {
	min: 0,
	max: 60,
	default: 0,
	description:
		'How long to wait until the order is there, up to 60 minutes; with 0 it is not waited for. The execution goes on as soon as it is. At night Ingram Micro makes such orders after its maintenance only.',
});

const NOT_THERE =
	'Ingram Micro has no order with this number, or not yet. If it has failed, the reasons come as an event of the trigger node alone. At night an order shows only after the maintenance';

/** What an order is asked for, and since when it is due. */
export interface Expected {
	readonly customerOrderNumber: string;
	/** When it was sent, or first looked for. */
	readonly since: Date;
	readonly wanted: 'lines' | 'order';
	/** What XI confirmed when it was sent. */
	readonly confirmation?: IDataObject;
}

/** An order with the lines of which nothing comes as rejected ones, by the word that XI has for it. */
function withRejected(order: IDataObject): IDataObject {
	const lines = recordsOf(order.lines);
	const dead = lines.filter(({ lineStatus }) => isCancelled(lineStatus));
	if (dead.length === 0 || dead.length === lines.length) return order;
	const rejected = dead.map((line) => ({
		...line,
		rejectCode: null,
		rejectReason: plain(line.lineStatus),
	}));
	return {
		...order,
		lines: lines.filter((line) => !dead.includes(line)),
		rejectedLineItems: [...recordsOf(order.rejectedLineItems), ...rejected],
	};
}

/** The row of an order that is not there. */
const pending = (
	{ customerOrderNumber, since, confirmation }: Expected,
	problem: string,
): IDataObject => ({
	...confirmation,
	customerOrderNumber,
	outcome: 'pending',
	pendingSince: since.toISOString(),
	problem,
});

/** What is known where the last look failed: a word about that is never an order that failed. */
export const stillPending = (expected: Expected, failure: Error): IDataObject[] => [
	pending(expected, `${NOT_THERE}. The last look at it failed: ${failure.message}`),
];

/** What is told with a dead order, lest its PO be placed once more. */
const livingIn = (orders: readonly IDataObject[]): string =>
	`Alive under the same PO: ${orders.map(({ ingramOrderNumber }) => plain(ingramOrderNumber) || 'one without a number').join(', ')}`;

/**
 * What a look at the orders of a PO says of what became of it. Failed is only what is there and dead.
 *
 * @returns settled where nothing more is to be waited for
 */
export function resultOf(sight: Sight, expected: Expected): Shown {
	const { customerOrderNumber, wanted, confirmation } = expected;
	if (!('there' in sight) || sight.ours === 'no') {
		return { rows: [pending(expected, NOT_THERE)], isSettled: false };
	}
	const isDead = sight.ours === 'dead';
	const { said, there, beside = [] } = sight;
	const head = confirmation?.confirmationNumber !== undefined && {
		confirmationNumber: confirmation.confirmationNumber,
	};
	const rowOf = (order: IDataObject, problem?: string): IDataObject => ({
		...head,
		...(problem === undefined ? withRejected(order) : order),
		customerOrderNumber: order.customerOrderNumber ?? customerOrderNumber,
		...(problem === undefined ? { outcome: 'created' } : { outcome: 'failed', problem }),
	});
	const orders = [
		...there.map((order) => ({
			...rowOf(order, isDead ? (said ?? []).join('; ') : undefined),
			...(!isDead && sight.ours === 'unknown' && said && { differences: said }),
		})),
		...beside.map((order) => rowOf(order, `${stateOf(order)}. ${livingIn(there)}`)),
	];
	return { rows: asWanted(orders, wanted), isSettled: sight.incomplete !== true };
}

/**
 * How an order that XI has confirmed is waited for; undefined: it is not.
 *
 * @param minutes as the user gave them
 */
export function awaitsOrder(customerOrderNumber: string, minutes: number): Awaits | undefined {
	if (minutes === 0) return undefined;
	const expected = (since: Date, [confirmation]: readonly IDataObject[]): Expected => ({
		customerOrderNumber,
		since,
		wanted: 'order',
		confirmation,
	});
	return {
		minutes,
		isAwaited: (rows) => rows.every(isConfirmation),
		shown: (sight, { sentAt, rows }) => resultOf(sight, expected(sentAt, rows)),
		otherwise: (failure, { sentAt, rows }) => stillPending(expected(sentAt, rows), failure),
	};
}

import { plain } from '../shared/comparing';
import { normalStatus } from '../shared/dictionary';
import { type FoundOrder, isCancelled } from '../shared/xi/orders/order';
import { subOrdersIn } from '../shared/xi/orders/orderOutput';
import { foundMark, type KnownOrder, type Reading, type Stage } from './orderState';
import { dayIn } from './watchedKind';

/** Statuses of an order of which nothing more is expected but that it arrives. */
const CLOSED: ReadonlySet<string> = new Set(['closed', 'delivered', 'e delivered', 'invoiced']);

/** How numbers of orders look, so that they can stand in a state. */
const NUMBER = /^[\w.-]{1,24}$/;

/** What a search tells of an order. */
export interface FoundSighting {
	readonly number: string;
	readonly day?: number;
	readonly found: string;
	readonly stage: Exclude<Stage, 'done'>;
}

/** What a search tells of an order; undefined where it has no number to read it by. */
export function sightingOf(order: FoundOrder): FoundSighting | undefined {
	const number = plain(order.ingramOrderNumber);
	if (!NUMBER.test(number)) return undefined;
	const status = normalStatus(order.orderStatus) ?? '';
	const parts = subOrdersIn(order.subOrders)
		.map((part) =>
			[part.subOrderNumber, part.subOrderStatus, part.subOrderTotal].map(plain).join(' '),
		)
		.sort();
	return {
		number,
		day: dayIn(order.ingramOrderDate),
		found: foundMark([status, plain(order.orderTotal), ...parts].join('|')),
		stage: CLOSED.has(status) || isCancelled(status) ? 'closed' : 'open',
	};
}

/** How much was known before, which tells what an unknown order means. */
export interface OrderPast {
	/** Of the first round, whether what is there is told. */
	readonly first?: 'tellAll' | 'tellNothing';
	/** The first day whose orders the last round looked for. */
	readonly from: number;
}

/** What an order means that was not known. */
function unknown(day: number, stage: Stage, { first, from }: OrderPast): Reading {
	if (first === 'tellAll' || (first === undefined && day >= from)) return 'new';
	// It is there because more is looked at now. Nothing is to come of one that is closed.
	return first === 'tellNothing' || stage === 'closed' ? 'first' : 'silent';
}

/** What an order means of which something changed. */
function changed({ reading }: KnownOrder, { first }: OrderPast): Reading {
	if (reading === 'read') return 'due';
	return reading === 'first' ? (first === undefined ? 'changed' : 'silent') : reading;
}

/**
 * What is known of an order after a search listed it.
 *
 * @param isListedAnew the search is one by other dates, which did not list it before
 */
export function withSighting(
	before: KnownOrder | undefined,
	{ found, stage, day = 0 }: FoundSighting,
	isListedAnew: boolean,
	past: OrderPast,
): KnownOrder {
	if (before === undefined) {
		const reading = unknown(day, stage, past);
		// One that just moved is not done with, even if it is closed.
		return { day, found, stage, reading: isListedAnew && reading === 'first' ? 'silent' : reading };
	}
	const isOther = before.found !== found;
	// All that could come of it was told.
	const isDone = before.stage === 'done' && !isOther;
	const isChanged = isOther || (isListedAnew && !isDone);
	return {
		...before,
		found,
		stage: isDone ? 'done' : stage,
		reading: isChanged ? changed(before, past) : before.reading,
	};
}

/** Whether the details of an order are to be read as soon as may be. */
export const isDue = ({ reading, stage }: KnownOrder): boolean =>
	reading === 'first' ? stage === 'open' : reading !== 'read';

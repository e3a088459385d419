import type { IDataObject } from 'n8n-workflow';

import { normalStatus } from '../shared/dictionary';
import { UnexpectedAnswer } from '../shared/errors';
import { caught } from '../shared/loop/call';
import { isRecord, recordsOf } from '../shared/records';
import { deadWordOf, detailsOf, type OrderDetailsAnswer } from '../shared/xi/orders/order';
import { isDone } from './lineFacts';
import { tellsDeliveries } from './orderSearches';
import { isDue } from './orderSightings';
import { isLasting } from './outages';
import { byDay, type KnownOrder, type OrderState, sumOf } from './orderState';
import { isForLater, isOfAll, type Polling } from './rounds';
import { seenLines, type SeenLine, WHOLE_ORDER } from './seenLines';
import { hasPart, type Told } from './watchChanges';
import {
	dayIn,
	dayText,
	identityOf,
	type LineTold,
	type OrderKind,
	type WatchSettings,
} from './watchedKind';

/** Of the 60 calls that XI allows a minute. */
const MOST_READS = 50;
/** Orders that XI does not give in a row, after which it is not asked for more. */
const MOST_FAILURES = 3;
/** Of those that it did not give before, so many are tried in vain in a poll. */
const MOST_TRIED_AGAIN = 5;
const MOST_FAILED = 100;
/** Days before the last round within which a change may be that made an order show up. */
const RECENT_DAYS = 3;

/** What reading may change. */
interface Work {
	readonly known: Map<string, KnownOrder>;
	readonly notes: string[];
}

export interface ReadBudget {
	/** Nothing was asked for before: what fails now makes the poll fail. */
	readonly isFirstCall: boolean;
}

/** The parts of an order that tell of which manufacturer and end user it is. */
const endUserOf = ({ endUserInfo }: OrderDetailsAnswer): unknown[] =>
	recordsOf(endUserInfo).map(({ companyName }) => companyName);

function isWanted(
	order: OrderDetailsAnswer,
	lines: readonly SeenLine[],
	{ vendor, endUser, isPoWanted }: WatchSettings,
): boolean {
	if (isPoWanted && !isPoWanted(order.customerOrderNumber)) return false;
	if (endUser !== undefined && !endUserOf(order).some((name) => hasPart(name, endUser)))
		return false;
	return vendor === undefined || lines.some(({ line }) => hasPart(line.vendorName, vendor));
}

/** An order without its lines, with one of them beside it. */
function rowOf({ lines: _, ...head }: OrderDetailsAnswer, { id, line }: SeenLine): IDataObject {
	return id === WHOLE_ORDER ? head : { ...head, line };
}

/** What is known of an order, and what it is held against. */
type KnownBefore = [
	known: KnownOrder,
	past: { kind: OrderKind; settings: WatchSettings; state: OrderState },
];

/** What an order shows that is told, and what is kept of it. */
function looked(
	order: OrderDetailsAnswer,
	number: string,
	...[known, { kind, settings, state }]: KnownBefore
): { told: Told[]; known: KnownOrder } {
	const lines = seenLines(order);
	const { facts: before, sum, reading } = known;
	const look = kind.look(order, lines, before ?? new Map<string, string>(), settings);
	const isSame = before === undefined && sum !== undefined && sum === sumOf(look.facts);
	const told = isSame ? [] : look.told.filter((one) => isTold(one, known, state));
	const identity = (id: string) => identityOf(number, dayText(order.ingramOrderDate), id);
	const changes = told
		.filter(({ change, seen }) => settings.changes.has(change) && isWanted(order, [seen], settings))
		.map(({ seen, day, ...one }) => ({
			...one,
			// What it was is not known where there was no room for the lines.
			...(before === undefined && sum !== undefined && { before: null }),
			sighting: { identity: identity(seen.id), ...(day !== undefined && { day }) },
			record: rowOf(order, seen),
		}));
	const isOver = lines.every(({ line }) => isDone(line, order)) || deadWordOf(order) !== undefined;
	const kept: KnownOrder = {
		day: known.day,
		found: known.found,
		stage: isOver ? 'done' : known.stage === 'done' ? 'closed' : known.stage,
		reading: 'read',
		facts: look.facts,
	};
	const isNew = reading === 'new' && kind.tellsOrders && settings.changes.has('appeared');
	if (!isNew || !isWanted(order, lines, settings)) return { told: changes, known: kept };
	const appeared: Told = {
		change: 'appeared',
		before: null,
		after: normalStatus(order.orderStatus) ?? null,
		sighting: { identity: identity(''), day: dayIn(order.ingramOrderDate) ?? known.day },
		record: order,
	};
	return { told: [appeared, ...changes], known: kept };
}

/** Whether a change is told, by what is known of the order. */
function isTold(
	{ day }: LineTold,
	{ reading, facts, sum }: KnownOrder,
	state: OrderState,
): boolean {
	if (facts !== undefined || sum !== undefined || reading === 'new') return true;
	// It was not read before: what it shows is what was there, but for what is dated later.
	if (reading === 'first') return day !== undefined && day > state.born;
	if (reading !== 'changed') return false;
	return day !== undefined && day >= Math.max(state.born, state.today - RECENT_DAYS);
}

/** Whether an order is read again and again, since no search shows all that becomes of it. */
export const isInTurn = (
	{ stage, reading, facts }: KnownOrder,
	kind: OrderKind,
	country: string,
): boolean =>
	reading === 'read' &&
	(stage === 'open' || (stage === 'closed' && !tellsDeliveries(country))) &&
	(facts === undefined || kind.isRotated(facts));

/** In which order they are read: first what changed, the oldest first, then the others in turn. */
function queued(
	state: OrderState,
	{ known }: Work,
	kind: OrderKind,
	country: string,
	failed: ReadonlySet<string>,
): { due: string[]; others: string[] } {
	const oldest = [...known].sort(byDay).reverse();
	const all = oldest.filter(([, order]) => isDue(order)).map(([number]) => number);
	const again = all.filter((number) => failed.has(number));
	const inTurn = oldest
		.filter(([, order]) => isInTurn(order, kind, country))
		.map(([number]) => number);
	// Behind the one that was read last, whether it is still read in turn or not.
	const last = oldest.findIndex(([number]) => number === state.last);
	const behind = new Set(oldest.slice(last + 1).map(([number]) => number));
	return {
		due: [...all.filter((number) => !failed.has(number)), ...again],
		others: [
			...inTurn.filter((number) => behind.has(number)),
			...inTurn.filter((number) => !behind.has(number)),
		],
	};
}

/** What an order shows; an answer that cannot be read is as good as none. */
const read = async ({ ask }: Polling, number: string, ...known: KnownBefore) =>
	await caught(
		async () =>
			await ask(detailsOf(number), (answer: OrderDetailsAnswer) => {
				if (!isRecord(answer)) throw new UnexpectedAnswer('order');
				return looked(answer, number, ...known);
			}),
	);

/**
 * Reads the details of orders, as far as the calls and the time of a poll go. One that XI does not give
 * does not keep the others from being read, and is tried again by the next polls.
 *
 * @throws what the reads throw, where all of several fail that did not fail before, or the keys do not hold
 */
export async function readOrdersDue(
	state: OrderState,
	kind: OrderKind,
	settings: WatchSettings,
	polling: Polling,
	work: Work,
	{ isFirstCall }: ReadBudget,
): Promise<{ told: Told[]; last?: string; failed: string[] }> {
	const { troubled } = polling;
	for (const number of troubled) if (!work.known.has(number)) troubled.delete(number);
	const before = new Set([...state.failed, ...troubled]);
	const { due, others } = queued(state, work, kind, polling.country, before);
	const told: Told[] = [];
	const failed = new Set([...before].filter((number) => work.known.has(number)));
	let { last } = state;
	let reads = 0;
	let successes = 0;
	const failures: Error[] = [];
	/** Of those that it did not give before. */
	const inVain: Error[] = [];
	let triedAgain = 0;
	for (const number of [...due, ...others]) {
		const isFirst = isFirstCall && reads === 0;
		if (reads >= MOST_READS || (!isFirst && !polling.hasTime())) break;
		const known = work.known.get(number);
		const isAgain = before.has(number);
		if (known === undefined || (isAgain && triedAgain >= MOST_TRIED_AGAIN)) continue;
		reads += 1;
		const done = await read(polling, number, known, { kind, settings, state });
		if ('value' in done && done.value !== undefined) {
			successes += 1;
			failed.delete(number);
			troubled.delete(number);
			told.push(...done.value.told);
			work.known.set(number, done.value.known);
		} else {
			if ('failure' in done && !isFirst && isForLater(done.failure)) break;
			failed.add(number);
			troubled.add(number);
			if (isAgain) triedAgain += 1;
			if ('failure' in done) {
				const { failure } = done;
				(isAgain ? inVain : failures).push(failure);
				const isEnough = failures.length >= MOST_FAILURES;
				if (isFirst || isOfAll(failure) || (isEnough && successes === 0)) throw failure;
				work.notes.push(`The order ${number} could not be read: ${failure.message}`);
				if (isEnough) break;
			} else work.notes.push(`Ingram Micro lists the order ${number}, and has no details of it`);
		}
		if (others.includes(number)) last = number;
	}
	const [fault, ...faults] = inVain.filter((failure) => !isLasting(failure));
	if (successes === 0 && fault && faults.length + 1 >= MOST_FAILURES) throw fault;
	return { told, failed: [...failed].slice(-MOST_FAILED), ...(last !== undefined && { last }) };
}

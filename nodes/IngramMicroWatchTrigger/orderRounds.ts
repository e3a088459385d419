import { caught } from '../shared/loop/call';
import { onePage } from '../shared/loop/pager';
import { XiFailure } from '../shared/transport/failure';
import { type FoundOrder, type OrderSearchAnswer, orderSearch } from '../shared/xi/orders/order';
import { isDue, type OrderPast, sightingOf, withSighting } from './orderSightings';
import { isInTurn, type ReadBudget, readOrdersDue } from './orderReads';
import { afterPage, nextSearch, type OrderSearch } from './orderSearches';
import { type KnownOrder, noOrders, type OrderRound, type OrderState } from './orderState';
import { isForLater, isOfAll, lastDay, type Polling } from './rounds';
import type { Told } from './watchChanges';
import type { NodeSettings } from './watchKinds';
import type { OrderKind } from './watchedKind';

/** Of the 60 calls that XI allows a minute for each, so that a poll leaves time and calls to others. */
const MOST_SEARCHES = 20;
/** Days before the last round for which orders are looked for by other dates. */
const LOOK_BACK_DAYS = 3;

/** What came of a poll. */
export interface PolledOrders {
	readonly state: OrderState;
	readonly told: Told[];
	readonly notes: string[];
}

/** What a poll changes as it goes. */
interface Work {
	readonly known: Map<string, KnownOrder>;
	readonly listed: Map<string, string>;
	readonly notes: string[];
	readonly past: OrderPast;
}

/** The first day whose orders are followed. */
const firstDay = (today: number, { followDays }: NodeSettings): number => today - followDays - 1;

function begun(state: OrderState, settings: NodeSettings, { now, today }: Polling): OrderRound {
	// After a pause, all are looked for that were followed then, and what came meanwhile.
	const first = firstDay(lastDay(state, today), settings);
	const from = Math.max(first, state.least ?? first);
	return { began: now, today, from, day: from, dates: 0, page: 1 };
}

/**
 * Orders that a pause made too old are read once more, since what became of them meanwhile is told. The
 * searches of some of them show nothing.
 */
function withPause(
	state: OrderState,
	kind: OrderKind,
	settings: NodeSettings,
	{ today, country }: Polling,
): Map<string, KnownOrder> {
	const isAfterPause =
		state.round === undefined && state.at !== undefined && state.today < today - 1;
	if (!isAfterPause) return new Map(state.known);
	const first = firstDay(today, settings);
	return new Map(
		[...state.known].map(([number, order]) => {
			const isLast = order.day < first && isInTurn(order, kind, country);
			return [number, isLast ? { ...order, reading: 'due' } : order];
		}),
	);
}

/** Enters the orders of a page. */
function enter(
	rows: readonly FoundOrder[],
	{ letter }: OrderSearch,
	round: OrderRound,
	{ known, listed, past }: Work,
): void {
	for (const row of rows) {
		const found = sightingOf(row);
		if (found === undefined) continue;
		const sighting = { ...found, day: found.day ?? round.today };
		if (sighting.day < round.from) continue;
		const before = listed.get(found.number) ?? '';
		const isListedAnew = letter !== undefined && !before.includes(letter);
		if (isListedAnew) listed.set(found.number, before + letter);
		known.set(found.number, withSighting(known.get(found.number), sighting, isListedAnew, past));
	}
}

type SearchRead =
	| { rows: FoundOrder[]; isLast: boolean }
	| 'later'
	| 'refused'
	| { failure: Error };

/** A page of a search. One by other dates that XI refuses is left out: not all countries have them. */
async function pageOf(
	{ ask }: Polling,
	search: OrderSearch,
	page: number,
	isFirstCall: boolean,
): Promise<SearchRead> {
	const read = await caught(
		async () => await onePage<FoundOrder, OrderSearchAnswer>(ask, orderSearch, search.wanted, page),
	);
	if ('value' in read) return read.value;
	if (!isFirstCall && isForLater(read.failure)) return 'later';
	const isRefused = read.failure instanceof XiFailure && read.failure.details.reason === 'refused';
	return isRefused && search.letter !== undefined ? 'refused' : { failure: read.failure };
}

/**
 * On a new day, what the searches by other dates list is looked at again: it may have come after an order
 * was read on the day before, or be entered late.
 */
const startListed = ({ listed, ...state }: OrderState, { today }: OrderRound) =>
	new Map(state.round === undefined && state.today !== today ? [] : listed);

/** Reads on in the searches of a round; undefined where it is over. */
async function searched(
	state: OrderState,
	round: OrderRound,
	kind: OrderKind,
	polling: Polling,
	work: Work,
): Promise<{ round?: OrderRound; calls: number }> {
	const isFirst = state.at === undefined;
	const since = isFirst ? round.today : Math.min(state.today, round.today);
	const dates = {
		from: kind.usesDates ? since - LOOK_BACK_DAYS : undefined,
		country: polling.country,
	};
	let position = round;
	for (let calls = 0; ; calls++) {
		const search = nextSearch(position, { known: work.known, isFirst }, dates);
		if (search === undefined) return { calls };
		const isOver = calls >= MOST_SEARCHES || (calls > 0 && !polling.hasTime());
		const read = isOver ? 'later' : await pageOf(polling, search, position.page, calls === 0);
		if (read === 'later') return { round: position, calls };
		if (read === 'refused') {
			work.notes.push(
				'Ingram Micro refused to search orders by the date on which they shipped, were invoiced or delivered: such changes are found when the order is read again in its turn',
			);
		} else if ('failure' in read) {
			if (calls === 0 || isOfAll(read.failure)) throw read.failure;
			work.notes.push(
				`${kind.name} could not be searched to the end, and the next poll goes on: ${read.failure.message}`,
			);
			return { round: position, calls };
		} else enter(read.rows, search, position, work);
		position = afterPage(position, search, read === 'refused' || read.isLast);
	}
}

/** What is followed no longer is forgotten, but not what is still to be read, as far as XI gives it. */
function followed(
	known: ReadonlyMap<string, KnownOrder>,
	from: number,
	failed: readonly string[],
): Map<string, KnownOrder> {
	return new Map(
		[...known].filter(
			([number, order]) => order.day >= from || (isDue(order) && !failed.includes(number)),
		),
	);
}

/**
 * A poll of orders: goes on with the searches of a round, reads the orders that they show to have
 * changed, the oldest first, and then others in rotation, since the search of an order may show nothing
 * while its lines ship.
 *
 * @throws what `ask` throws in its first call, or in each read of an order
 */
export async function pollOrders(
	state: OrderState,
	kind: OrderKind,
	settings: NodeSettings,
	polling: Polling,
): Promise<PolledOrders> {
	const isFirst = state.at === undefined;
	const began = state.round ?? begun(state, settings, polling);
	const past: OrderPast = {
		from: state.from,
		...(isFirst && { first: settings.startWithExisting ? 'tellAll' : 'tellNothing' }),
	};
	const work: Work = {
		past,
		known: withPause(state, kind, settings, polling),
		listed: startListed(state, began),
		notes: [],
	};
	const { round, calls } = await searched(state, began, kind, polling, work);
	const budget: ReadBudget = { isFirstCall: calls === 0 };
	const read = await readOrdersDue(state, kind, settings, polling, work, budget);
	const waiting = [...work.known.values()].filter(isDue).length;
	if (round !== undefined || waiting > 0) {
		work.notes.push(
			`${kind.name} take more calls than a poll has: ${round ? 'the searches are not over, ' : ''}${waiting} orders wait to be read, and the next polls go on`,
		);
	}
	const { of, born, least, at, today, from } = state;
	const now = { of, born, least, ...read };
	const { known, listed, notes } = work;
	if (round !== undefined) {
		return { state: { ...now, at, today, from, round, listed, known }, told: read.told, notes };
	}
	const whole = { at: began.began, today: began.today, from: began.from };
	return {
		state: { ...now, ...whole, listed, known: followed(known, began.from, read.failed) },
		told: read.told,
		notes,
	};
}

/**
 * The newest changes, as a person sees them who tries the node: what the latest orders show, each
 * compared with nothing. No state is read or made.
 *
 * @param most how many are wanted, and how many orders are read for them
 */
export async function sampleOrders(
	kind: OrderKind,
	settings: NodeSettings,
	polling: Polling,
	most: number,
): Promise<Told[]> {
	const { today } = polling;
	const state = { ...noOrders('', today), at: 0, from: 0 };
	const days = { day: today - settings.followDays, dates: 0, page: 1 };
	const round: OrderRound = { ...days, began: 0, today, from: days.day };
	const search = nextSearch(
		round,
		{ known: state.known, isFirst: true },
		{
			from: undefined,
			country: polling.country,
		},
	);
	const page = await pageOf(polling, search ?? { wanted: {} }, 1, true);
	if (typeof page !== 'object') return [];
	if ('failure' in page) throw page.failure;
	const known = new Map<string, KnownOrder>();
	const work: Work = { known, listed: new Map(), notes: [], past: { from: 0 } };
	const newest = [...page.rows].sort((one, other) =>
		String(other.ingramOrderDate).localeCompare(String(one.ingramOrderDate)),
	);
	enter(newest.slice(0, most), { wanted: {} }, round, work);
	const budget = { isFirstCall: false };
	const { told } = await readOrdersDue(state, kind, settings, polling, work, budget);
	return told.slice(-most);
}

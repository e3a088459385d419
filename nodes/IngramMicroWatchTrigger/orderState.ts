import { markOf, storedIn } from './watchState';

/*
 * What is remembered of orders. It has to be small, since n8n stores it whole: an order of two lines
 * takes some 35 characters. Order numbers stand in it as they are, since the orders are read by them.
 */

/** How far an order is. */
export const STAGES = ['open', 'closed', 'done'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * Whether the details of an order are to be read, and what they mean then. `read`: they were. `due`: they
 * were, and something changed since. `new`: what they show is told. `first`: they are what was there at
 * first. `changed`: they were not read at first, and something changed since. `silent`: they were not
 * read, and tell nothing.
 */
export const READINGS = ['read', 'due', 'new', 'first', 'changed', 'silent'] as const;
export type Reading = (typeof READINGS)[number];

export interface KnownOrder {
	/** The day of the order. */
	readonly day: number;
	/** What the search told of it last, as a mark of three characters. */
	readonly found: string;
	readonly stage: Stage;
	readonly reading: Reading;
	/** By the name of the line; left out: they were not read, or there was no room for them. */
	readonly facts?: ReadonlyMap<string, string>;
	/** A mark of the facts, where there was no room for them. */
	readonly sum?: string;
}

/** A round of searches that is not over. */
export interface OrderRound {
	readonly began: number;
	readonly today: number;
	readonly from: number;
	/** The first day that is to be searched, and the last of its search. */
	readonly day: number;
	readonly end?: number;
	/** The search by other dates that comes next. */
	readonly dates: number;
	readonly page: number;
}

export interface OrderState {
	readonly of: string;
	/** When the last whole round began; undefined before the first is over. */
	readonly at?: number;
	/** The day of that moment, and the first day whose orders it looked for. */
	readonly today: number;
	readonly from: number;
	/** The day on which the first round began. */
	readonly born: number;
	/** The first day whose orders are followed where there are more than can be. */
	readonly least?: number;
	readonly round?: OrderRound;
	/** The order that was read last in the rotation. */
	readonly last?: string;
	/** Orders whose details XI did not give when they were asked for. */
	readonly failed: readonly string[];
	/** Which searches by other dates list an order, by its number: a letter for each. */
	readonly listed: ReadonlyMap<string, string>;
	/** By the order number. */
	readonly known: ReadonlyMap<string, KnownOrder>;
}

const VERSION = 1;
/** The most characters of a state, all of which are of one byte. */
const MOST_CHARACTERS = 200_000;
/** The most orders that are followed, the latest. */
export const MOST_ORDERS = 10_000;
const MARK = 3;
/** Stands before the mark of facts that had no room. */
const SUM = '=';

const LETTERS = 'abcdefghijklmnopqr';

const letterOf = ({ stage, reading }: KnownOrder): string =>
	LETTERS[STAGES.indexOf(stage) * READINGS.length + READINGS.indexOf(reading)];

/** A mark of what a search told of an order. */
export const foundMark = (text: string): string => markOf(text).slice(0, MARK);

const factsText = (facts: ReadonlyMap<string, string>): string =>
	[...facts].map(([id, text]) => `${id}:${text}`).join(';');

/**
 * A mark of facts, for comparing. How often something was told is behind an exclamation mark, and does
 * not count; what is over begins with a dash.
 */
export const sumOf = (facts: ReadonlyMap<string, string>): string => {
	const lines = [...facts].filter(([, text]) => !text.startsWith('-'));
	const texts = lines.map(([id, text]) => `${id}:${text.replace(/!.*/, '')}`);
	return markOf(texts.sort().join(';')).slice(0, 5);
};

/** The latest first, and of a day in the order of their numbers. */
export const byDay = (
	[one, { day }]: readonly [string, KnownOrder],
	[other, { day: otherDay }]: readonly [string, KnownOrder],
): number => otherDay - day || (one < other ? -1 : 1);

function entryOf(number: string, order: KnownOrder, hasRoom: boolean): string {
	const { facts, sum, found, stage } = order;
	const begin = `${number}/${found}${letterOf(order)}`;
	if (facts === undefined) return sum === undefined ? begin : `${begin}${SUM}${sum}`;
	// Nothing is expected of it any more, so its lines are not needed one by one.
	return hasRoom && stage !== 'done' ? begin + factsText(facts) : `${begin}${SUM}${sumOf(facts)}`;
}

/** The orders as texts, each behind the day that it has; the latest have room for their lines. */
function entriesOf(orders: ReadonlyArray<readonly [string, KnownOrder]>, room: number) {
	const parts: string[] = [];
	let day: number | undefined;
	// Without its lines an order takes no more than that beside its number, and a day no more than that.
	const days = new Set(orders.map(([, order]) => order.day)).size;
	let left = room - orders.reduce((sum, [number]) => sum + number.length + 12, days * 6);
	let withoutLines = 0;
	for (const [number, order] of orders) {
		if (order.day !== day) parts.push(`@${order.day.toString(36)}`);
		day = order.day;
		const whole = entryOf(number, order, true);
		const hasRoom = whole.length - number.length - 11 <= left;
		const entry = hasRoom ? whole : entryOf(number, order, false);
		left -= Math.max(0, entry.length - number.length - 11);
		if (!hasRoom) withoutLines += 1;
		parts.push(entry);
	}
	return { text: parts.join(' '), withoutLines };
}

const pairs = (map: ReadonlyMap<string, string>): string =>
	[...map].map(([key, value]) => `${key}:${value}`).join(' ');

/**
 * The state as one text.
 *
 * @returns also the number of orders whose lines had no room in it
 */
export function writtenOrders({ known, listed, ...state }: OrderState): {
	text: string;
	withoutLines: number;
} {
	const all = [...known].sort(byDay);
	const latest = all.slice(0, MOST_ORDERS);
	const beyond = all.at(MOST_ORDERS)?.[1].day;
	// Else the others would be found again by each round, and be taken for new ones.
	const least = beyond === undefined ? state.least : Math.max(beyond + 1, state.least ?? 0);
	const round = state.round && {
		...state.round,
		from: Math.max(state.round.from, least ?? state.round.from),
	};
	const others = { v: VERSION, ...state, round, least, listed: pairs(listed) };
	const room = MOST_CHARACTERS - JSON.stringify({ ...others, orders: '' }).length;
	const { text, withoutLines } = entriesOf(latest, room);
	return { text: JSON.stringify({ ...others, orders: text }), withoutLines };
}

function pairsIn(text: string): Map<string, string> {
	const entries = text.split(/[ ;]/).filter((entry) => entry !== '');
	return new Map(
		entries.map((entry) => {
			const place = entry.indexOf(':');
			return [entry.slice(0, place), entry.slice(place + 1)] as const;
		}),
	);
}

function orderIn(entry: string, day: number): readonly [string, KnownOrder] {
	const place = entry.indexOf('/');
	const letter = LETTERS.indexOf(entry.charAt(place + 1 + MARK));
	const lines = entry.slice(place + 2 + MARK);
	const order = {
		day,
		found: entry.slice(place + 1, place + 1 + MARK),
		stage: STAGES[Math.floor(letter / READINGS.length)],
		reading: READINGS[letter % READINGS.length],
	};
	if (lines.startsWith(SUM)) return [entry.slice(0, place), { ...order, sum: lines.slice(1) }];
	const isRead = order.reading === 'read' || order.reading === 'due';
	return [
		entry.slice(0, place),
		{ ...order, ...((isRead || lines !== '') && { facts: pairsIn(lines) }) },
	];
}

/** What of a state is a text of its own when it is stored. */
type Stored = Omit<OrderState, 'known' | 'listed'> & { orders: unknown; listed: unknown };

/** The state in a text; undefined where there is none, or one of something else. */
export function readOrders(text: unknown, of: string): OrderState | undefined {
	const stored = storedIn<Stored>(text, of, VERSION);
	if (stored === undefined) return undefined;
	const { orders, listed, ...state } = stored;
	const areDays = [state.today, state.from, state.born].every(Number.isInteger);
	if (!areDays || !Array.isArray(state.failed)) return undefined;
	if (typeof orders !== 'string' || typeof listed !== 'string') return undefined;
	const known = new Map<string, KnownOrder>();
	let day = 0;
	for (const entry of orders.split(' ')) {
		if (entry.startsWith('@')) day = parseInt(entry.slice(1), 36);
		else if (entry !== '') known.set(...orderIn(entry, day));
	}
	return { ...state, known, listed: pairsIn(listed) };
}

/** The state before anything was seen. */
export const noOrders = (of: string, today: number): OrderState => ({
	of,
	today,
	from: today,
	born: today,
	failed: [],
	listed: new Map(),
	known: new Map(),
});

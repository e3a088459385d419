import { createHash } from 'node:crypto';

import { isRecord } from '../shared/records';

/*
 * What the node remembers from poll to poll. n8n stores it with the workflow, whole, and what it hands
 * back may be many polls old: so it is a point in time and all that was seen since a little before it.
 */

/** What is known of a record. */
export interface Known {
	/** The day by which it is forgotten. */
	readonly day: number;
	readonly status?: string;
	/** The statuses that it had before, the latest last: a status that comes again is another change. */
	readonly earlier?: readonly string[];
	/** The day on which it ends, where that was told, and how many days ahead it was told last. */
	readonly told?: { readonly ends: number; readonly ahead: number };
}

/** A round that was begun and is not over: a poll has a limit, and the next one goes on from here. */
export interface Round {
	readonly began: number;
	readonly today: number;
	readonly from: number;
	readonly until: number;
	/** The search and the page that come next. */
	readonly search: number;
	readonly page: number;
}

export interface WatchState {
	/** Whose: of which kind of thing, and of which account. */
	readonly of: string;
	/** When the last whole round began; undefined before the first is over. */
	readonly at?: number;
	/** The day of that moment in the workflow's zone, and the day from which on it saw all that was new. */
	readonly today: number;
	readonly from: number;
	/** The days ahead that it told. */
	readonly daysAhead: readonly number[];
	/** There were more records than there was room for, so that not all are known. */
	readonly isCrowded?: boolean;
	readonly round?: Round;
	/** What is known of the pieces that are left, as a text of its own. */
	readonly quantities?: string;
	/** By `markOf`. */
	readonly known: ReadonlyMap<string, Known>;
}

const VERSION = 1;

/** The records that are remembered at the most, the latest: XI shows no more of a search. */
const MOST_KNOWN = 10_000;
/** The most characters of a state, all of which are of one byte. */
const MOST_CHARACTERS = 200_000;

/** What is left of an identity in the state: 48 bits, so that two of 10,000 are alike once in millions. */
export const markOf = (identity: string): string =>
	createHash('sha256').update(identity).digest('base64url').slice(0, 8);

const short = (number: number): string => number.toString(36);
const long = (text: string): number => parseInt(text, 36);

/**
 * `mark day statuses ends ahead`, without blanks but for those between entries. An end that is the day is
 * left out.
 */
function entryOf(
	mark: string,
	{ day, status, earlier = [], told }: Known,
	placeOf: (status: string) => number,
): string {
	const statuses = status === undefined ? [] : [status, ...earlier];
	const parts = [short(day), statuses.map((one) => short(placeOf(one))).join('-')];
	if (told) parts.push(told.ends === day ? '' : short(told.ends), short(told.ahead));
	return mark + parts.join('.');
}

/** Statuses are a handful; texts that nobody foresaw must not fill the state. */
const MOST_WORDS = 200;
const LONGEST_WORD = 60;
/** A status that is not remembered: whether it changed cannot be told. */
const SOME_STATUS = '?';

const cut = (status: string): string => status.trim().slice(0, LONGEST_WORD);

/** Whether a status is another than the one that is remembered. */
export const isOther = (status: string, before = ''): boolean =>
	before !== SOME_STATUS && cut(status) !== cut(before);

/** The most statuses that are remembered of one record. */
const MOST_EARLIER = 30;

/** What is remembered of the statuses of a record that has one now. */
export const statusesAfter = (
	status: string | undefined,
	{ status: before, earlier = [] }: Pick<Known, 'earlier' | 'status'> = {},
): Pick<Known, 'earlier' | 'status'> => {
	const isNew = status !== undefined && before !== undefined && isOther(status, before);
	const all = isNew ? [...earlier, before].slice(-MOST_EARLIER) : earlier;
	return { status: status ?? before, ...(all.length > 0 && { earlier: all }) };
};

const inAscii = (text: string): string =>
	text.replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The places of statuses among the words of a state, which get more as they are asked for. */
function placesIn(words: string[]): (status: string) => number {
	const places = new Map<string, number>();
	const placed = (word: string): number => {
		const known = places.get(word);
		if (known !== undefined) return known;
		places.set(word, words.length);
		return words.push(word) - 1;
	};
	return (status) => {
		const word = cut(status);
		return placed(places.has(word) || words.length < MOST_WORDS ? word : SOME_STATUS);
	};
}

/**
 * The records that are kept where not all can be: first those whose end was told, which would be told
 * again, then those that were listed last.
 */
function inOrderOfNeed(known: ReadonlyMap<string, Known>): Array<readonly [string, Known]> {
	const latest = [...known].reverse();
	const isTold = ([, { told }]: readonly [string, Known]) => told !== undefined;
	return [...latest.filter(isTold), ...latest.filter((one) => !isTold(one))].slice(0, MOST_KNOWN);
}

/**
 * The state as one text.
 *
 * @returns also how many records had no room in it. Those of them that would count as new from now on are
 * older than what does: they are told no more, and not with each poll
 */
export function fitted({ known, quantities, ...others }: WatchState): {
	text: string;
	forgotten: number;
} {
	const words: string[] = [];
	const placeOf = placesIn(words);
	const entries = inOrderOfNeed(known).map(
		([mark, one]) => [mark, entryOf(mark, one, placeOf)] as const,
	);
	const head = { v: VERSION, ...others, words, ...(quantities !== undefined && { quantities }) };
	let size = inAscii(JSON.stringify(head)).length + 100;
	const fitting = new Map(
		entries.filter(([, entry]) => (size += entry.length + 1) <= MOST_CHARACTERS),
	);
	const lost = [...known].filter(([mark]) => !fitting.has(mark)).map(([, { day }]) => day);
	const from = lost.reduce(
		(first, day) => Math.max(first, Math.min(day + 1, others.today)),
		others.from,
	);
	// In the order in which they were listed, which is part of what is remembered.
	const kept = [...known.keys()].flatMap((mark) => fitting.get(mark) ?? []);
	const isCrowded = lost.length > 0 || others.isCrowded;
	const text = inAscii(
		JSON.stringify({ ...head, from, ...(isCrowded && { isCrowded }), known: kept.join(' ') }),
	);
	return { text, forgotten: lost.length };
}

/** The state as one text, where it does not matter what had no room in it. */
export const written = (state: WatchState): string => fitted(state).text;

function knownIn(text: string, words: readonly string[]): Map<string, Known> {
	const known = new Map<string, Known>();
	for (const entry of text.split(' ')) {
		if (entry === '') continue;
		const [day = '', statuses = '', ends, ahead] = entry.slice(8).split('.');
		const [status, ...earlier] = statuses.split('-').map((word) => words[long(word)]);
		known.set(entry.slice(0, 8), {
			day: long(day),
			...(status !== undefined && { status }),
			...(earlier.length > 0 && { earlier }),
			...(ends !== undefined &&
				ahead !== undefined && { told: { ends: long(ends || day), ahead: long(ahead) } }),
		});
	}
	return known;
}

/**
 * What stands in the text of a state.
 *
 * @returns undefined where it is no state, or one of another version, kind of thing or account
 */
export function storedIn<Stored>(text: unknown, of: string, version: number): Stored | undefined {
	if (typeof text !== 'string' || text === '') return undefined;
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (!isRecord(parsed)) return undefined;
	const { v, ...rest } = parsed;
	return v === version && rest.of === of ? (rest as Stored) : undefined;
}

/** What of a state is a text of its own when it is stored. */
type Stored = Omit<WatchState, 'known'> & { known: unknown; words: unknown };

/**
 * The state in a text.
 *
 * @returns undefined where there is none, or one of another kind of thing or account: then all begins
 * anew
 */
export function readState(text: unknown, of: string): WatchState | undefined {
	const stored = storedIn<Stored>(text, of, VERSION);
	if (stored === undefined) return undefined;
	const { words, known, ...state } = stored;
	const areDays = Number.isInteger(state.today) && Number.isInteger(state.from);
	if (!areDays || !Array.isArray(words) || !Array.isArray(state.daysAhead)) return undefined;
	if (typeof known !== 'string') return undefined;
	return { ...state, known: knownIn(known, words.map(String)) };
}

/** The state before anything was seen. */
export const emptyState = (of: string): WatchState => ({
	of,
	today: 0,
	from: 0,
	daysAhead: [],
	known: new Map(),
});

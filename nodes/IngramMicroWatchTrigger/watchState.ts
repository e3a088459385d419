import { createHash } from 'node:crypto';

/*
 * What the node remembers from poll to poll. n8n stores it with the workflow, whole, and what it hands
 * back may be many polls old: so it is a point in time and all that was seen since a little before it.
 */

/** What is known of a record. */
export interface Known {
	/** The day by which it is forgotten. */
	readonly day: number;
	readonly status?: string;
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

/** `mark day status ends ahead`, without blanks but for those between entries. */
function entryOf(mark: string, { day, status, told }: Known, words: string[]): string {
	let word = status === undefined ? -1 : words.indexOf(status);
	if (status !== undefined && word === -1) word = words.push(status) - 1;
	const parts = [short(day), word === -1 ? '' : short(word)];
	if (told) parts.push(short(told.ends), short(told.ahead));
	return mark + parts.join('.');
}

/** Statuses are a handful; texts that nobody foresaw must not fill the state. */
const MOST_WORDS = 200;
const LONGEST_WORD = 60;
/** A status that is not remembered: whether it changed cannot be told. */
const SOME_STATUS = '?';

const cut = (status: string): string => status.trim().slice(0, LONGEST_WORD);

/** Whether a status is another than the one that is remembered. Capitals do not count. */
export const isOther = (status: string, before = ''): boolean =>
	before !== SOME_STATUS && cut(status).toLowerCase() !== cut(before).toLowerCase();

const inAscii = (text: string): string =>
	text.replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The state as one text. Where it would get too long, the oldest records are forgotten. */
export function written({ known, quantities, ...others }: WatchState): string {
	const words: string[] = [];
	const entries = [...known]
		.sort(([, one], [, other]) => other.day - one.day)
		.slice(0, MOST_KNOWN)
		.map(([mark, one]) => {
			if (one.status === undefined) return entryOf(mark, one, words);
			const status = cut(one.status);
			const isKept = words.includes(status) || words.length < MOST_WORDS;
			return entryOf(mark, { ...one, status: isKept ? status : SOME_STATUS }, words);
		});
	const state = { ...others, ...(quantities !== undefined && { quantities }) };
	let size = JSON.stringify({ v: VERSION, ...others, words }).length * 2 + 100;
	size += quantities?.length ?? 0;
	const fitting = entries.filter((entry) => (size += entry.length + 1) <= MOST_CHARACTERS);
	return inAscii(JSON.stringify({ v: VERSION, ...state, words, known: fitting.join(' ') }));
}

function knownIn(text: string, words: readonly string[]): Map<string, Known> {
	const known = new Map<string, Known>();
	for (const entry of text.split(' ')) {
		if (entry === '') continue;
		const [day = '', word = '', ends, ahead] = entry.slice(8).split('.');
		known.set(entry.slice(0, 8), {
			day: long(day),
			...(word !== '' && { status: words[long(word)] }),
			...(ends !== undefined &&
				ahead !== undefined && { told: { ends: long(ends), ahead: long(ahead) } }),
		});
	}
	return known;
}

/**
 * The state in a text.
 *
 * @returns undefined where there is none, or one of another kind of thing or account: then all begins
 * anew
 */
export function readState(text: unknown, of: string): WatchState | undefined {
	if (typeof text !== 'string' || text === '') return undefined;
	let stored: (WatchState & { v?: number; known: unknown; words?: string[] }) | null;
	try {
		stored = JSON.parse(text) as typeof stored;
	} catch {
		return undefined;
	}
	if (stored === null) return undefined;
	const { v, words = [], known, ...state } = stored;
	if (v !== VERSION || state.of !== of || typeof known !== 'string') return undefined;
	return { ...state, known: knownIn(known, words) };
}

/** The state before anything was seen. */
export const emptyState = (of: string): WatchState => ({
	of,
	today: 0,
	from: 0,
	daysAhead: [],
	known: new Map(),
});

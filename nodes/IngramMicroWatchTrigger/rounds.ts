import type { IDataObject } from 'n8n-workflow';

import { caught } from '../shared/loop/call';
import { onePage } from '../shared/loop/pager';
import type { Ask } from '../shared/operation';
import { XiFailure } from '../shared/transport/failure';
import type { Wanted } from '../shared/transport/request';
import type { Refused } from './outages';
import { compare, remembered, type Told } from './watchChanges';
import type { NodeSettings } from './watchKinds';
import { type Span, type WatchedKind } from './watchedKind';
import type { Round, WatchState } from './watchState';

/** XI shows no more records of a search, however many there are. */
const MOST_SHOWN = 10_000;

/** What a poll has to work with. */
export interface Polling {
	readonly ask: Ask;
	/** Milliseconds of this machine's clock. */
	readonly now: number;
	/** The day in the workflow's zone, counted from 1970. */
	readonly today: number;
	/** The country of the account, two capital letters. */
	readonly country: string;
	/** Whether there is time for one more call. */
	hasTime(): boolean;
	/**
	 * What XI did not give when it was asked for one by one, in this process: it comes last, and does not
	 * make a poll fail again. Added to and taken from.
	 */
	readonly troubled: Set<string>;
	/** A refusal of all that was asked for, in this process. Written to. */
	readonly refused: Refused;
}

/** What came of a poll. */
export interface Polled {
	readonly state: WatchState;
	readonly told: Told[];
	/** What its reader should know of how it went. */
	readonly notes: readonly string[];
	/** The records that were seen, of what is read one by one besides. */
	readonly rows: readonly IDataObject[];
}

/** A new round. It looks at what is there since a little before the last whole one, or since now. */
function begun(
	state: WatchState,
	kind: WatchedKind,
	settings: NodeSettings,
	{ now, today }: Polling,
): Round {
	return {
		began: now,
		today,
		from: lastDay(state, today) - kind.lookBack(settings),
		until: today + (settings.daysAhead.at(-1) ?? 0),
		search: 0,
		page: 1,
	};
}

/** The day of the last whole round; a clock or a zone that was set back must not leave anything out. */
export const lastDay = (
	state: { readonly at?: number; readonly today: number },
	today: number,
): number => (state.at === undefined ? today : Math.min(state.today, today));

/** What came of asking for a page. */
type Read = 'noTime' | { value: Awaited<ReturnType<typeof readPage>> } | { failure: Error };

const readPage = async (ask: Ask, { search }: WatchedKind, wanted: Wanted, page: number) =>
	await onePage<IDataObject, unknown>(ask, search, wanted, page);

/** The rate limit is used up, or the time is over: what was read is good, and the rest comes later. */
export const isForLater = (error: unknown): boolean =>
	error instanceof XiFailure && error.details.reason === 'rateLimited';

/** It will be so for every call. */
export const isOfAll = (error: unknown): boolean =>
	error instanceof XiFailure && error.details.reason === 'unauthorized';

/**
 * Reads on in the searches of a round, page by page, until it is over or the time is. What was found on
 * a page is told at once, and the page is known from then on; the next poll goes on behind it. A record
 * that a page misses, since the list grew meanwhile, is found by one of the rounds that follow.
 *
 * @throws what `ask` throws, before anything of the state was changed
 */
export async function pollRound(
	state: WatchState,
	kind: WatchedKind,
	settings: NodeSettings,
	polling: Polling,
): Promise<Polled> {
	const isFirst = state.at === undefined;
	const past = {
		...state,
		...(isFirst && ({ first: settings.startWithExisting ? 'tellAll' : 'tellNothing' } as const)),
	};
	const round = state.round ?? begun(state, kind, settings, polling);
	const tellsEnds = settings.daysAhead.length > 0;
	const span: Span = {
		isFirst,
		tellsEnds,
		from: round.from,
		today: round.today,
		until: round.until,
	};
	const searches = kind.searches(span);
	const known = new Map(state.known);
	const told: Told[] = [];
	const notes: string[] = [];
	const seen: IDataObject[] = [];
	let { search, page } = round;
	const listed = new Map<string, string>();
	for (let calls = 0; search < searches.length; calls++) {
		const read: Read =
			calls > 0 && !polling.hasTime()
				? 'noTime'
				: await caught(async () => await readPage(polling.ask, kind, searches[search], page));
		// What was read is good, and is not to be asked for again.
		if (read === 'noTime' || ('failure' in read && calls > 0 && !isOfAll(read.failure))) {
			const isShort = read === 'noTime' || isForLater(read.failure);
			notes.push(
				isShort
					? `${kind.name} take more calls than a poll has time for: it goes on with page ${page} in the next one`
					: `${kind.name} could not be read to the end, and the next poll goes on with page ${page}: ${read.failure.message}`,
			);
			const begun = { ...state, known, round: { ...round, search, page } };
			return { state: begun, told, notes, rows: seen };
		}
		if ('failure' in read) throw read.failure;
		const { rows, isLast, counted } = read.value;
		if (kind.hasQuantities) seen.push(...rows);
		// What is left is counted from now, though the round may have begun long ago.
		const now = { ...span, today: polling.today };
		told.push(...compare(rows, known, kind, settings, now, past, listed));
		const isCut = page * kind.search.paging.maxSize >= MOST_SHOWN && !isLast;
		if (isCut || counted >= MOST_SHOWN) {
			notes.push(
				`Ingram Micro shows no more than ${MOST_SHOWN} results of a search, and this one has that many or more: what is behind them is not watched`,
			);
		}
		if (isLast || isCut) {
			[search, page] = [search + 1, 1];
			listed.clear();
		} else page += 1;
	}
	const { of, quantities, isCrowded } = state;
	const { daysAhead } = settings;
	const { began: at, today, from } = round;
	const whole = { of, at, today, from, daysAhead, quantities, ...(isCrowded && { isCrowded }) };
	const kept = { ...whole, known: remembered(known, kind, span) };
	return { state: kept, told, notes, rows: seen };
}

/**
 * The newest of what is there, as a person sees it who tries the node. No state is read, none is made.
 *
 * @param most how many are wanted
 */
export async function sample(
	kind: WatchedKind,
	settings: NodeSettings,
	polling: Polling,
	most: number,
): Promise<Pick<Polled, 'told' | 'rows'>> {
	const nothing = { of: '', today: 0, from: 0, daysAhead: [], known: new Map() };
	const { told, rows } = await pollRound(
		nothing,
		kind,
		{ ...settings, startWithExisting: true },
		polling,
	);
	const latest = ({ change, sighting: { day, ends } }: Told): number =>
		// What ends soonest is the newest that there is to tell.
		change === 'ending' ? -(ends ?? Infinity) : (day ?? -Infinity);
	told.sort((one, other) => latest(other) - latest(one));
	return { told: told.slice(0, most), rows };
}

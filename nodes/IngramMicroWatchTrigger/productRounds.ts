import type { IDataObject } from 'n8n-workflow';

import { BadInput, UnexpectedAnswer } from '../shared/errors';
import { numberIn } from '../shared/amounts';
import { caught } from '../shared/loop/call';
import { priceIn } from '../shared/output';
import { matchAnswers, type PriceAndAvailabilityEntry } from '../shared/xi/matchAnswers';
import { isFound, priceOf, priceRequest } from '../shared/xi/prices';
import { MOST_PRODUCTS, type ProductAsk, subjectOf } from '../shared/xi/productAsk';
import { XiFailure } from '../shared/transport/failure';
import type { Told } from './watchChanges';
import { firstSeen, productChanges } from './productChanges';
import type { KnownProduct, ProductState } from './productState';
import { isForLater, isOfAll, type Polling } from './rounds';
import type { NodeSettings } from './watchKinds';
import { dayOf } from './watchedKind';
import { markOf } from './watchState';

const MINUTE_MS = 60_000;
/** Polls come a little early or late: one that is due each hour must not wait for the next hour. */
const SLACK_MS = 30_000;

/** Calls that fail, after which XI is not asked for more. */
const MOST_FAILURES = 3;
/** Calls that a poll makes more, to tell a product that XI refuses from those beside it. */
const MOST_APART = 15;

/** XI refuses a call as a whole where it dislikes one of its products. */
const isRefused = (failure: Error): boolean =>
	failure instanceof XiFailure && failure.details.status === 400;

/**
 * What stands for a product in what is remembered and told: its number, and of which kind it is. Capitals
 * do not count.
 */
const identityOf = ({ by, value }: ProductAsk): string =>
	(by === 'ingramPartNumber' ? value : subjectOf(by, value)).toUpperCase();

/** The rows of some products, each with what was asked, and why others have none. */
async function read(
	{ ask }: Polling,
	asks: ProductAsk[],
): Promise<{ rows: Array<{ identity: string; record: IDataObject }>; problems: string[] }> {
	const wanted = { includeAvailability: true, includePricing: true };
	const matches = await ask(
		priceRequest(asks, wanted, {}),
		(answer: PriceAndAvailabilityEntry[]) => {
			if (!Array.isArray(answer)) throw new UnexpectedAnswer('list of products');
			return matchAnswers(answer, asks);
		},
	);
	const all = matches ?? [];
	return {
		rows: all.flatMap((match, position) =>
			'row' in match ? [{ identity: identityOf(asks[position]), record: match.row }] : [],
		),
		problems: all.flatMap((match) => ('row' in match ? [] : [match.problem])),
	};
}

/** What a round of products works with. */
interface Work {
	readonly known: Map<string, KnownProduct>;
	readonly told: Told[];
	readonly notes: string[];
	/** The day on which the node began to watch. */
	readonly born: number;
	/** It is the first round, and what is there is told. */
	readonly tellsAll: boolean;
	/** How many calls more the poll may make for products that XI refuses. */
	apart: number;
}

/** Holds the rows of a call against what is known of their products. */
function compared(
	rows: Awaited<ReturnType<typeof read>>['rows'],
	{ known, told, born, tellsAll }: Work,
	{ thresholds, changes }: NodeSettings,
): void {
	for (const { identity, record } of rows) {
		const mark = markOf(identity);
		const past = known.get(mark);
		const change =
			past === undefined && tellsAll
				? firstSeen(record, changes)
				: productChanges(record, past, thresholds, changes);
		known.set(mark, change.known);
		const wanted = change.told.filter((one) => changes.has(one.change));
		told.push(
			...wanted.map(({ turn, ...one }) => ({
				...one,
				// Prices and stock go up and down by the same.
				parts: [one.before, one.after, dayOf(born), turn],
				sighting: { identity },
				record,
			})),
		);
	}
}

/** What came of asking for some products. */
interface Settled {
	/** Calls that went well. */
	readonly successes: number;
	readonly failure?: Error;
	/** Those of which nothing was heard, and not because XI refuses them. */
	readonly open: readonly ProductAsk[];
}

/** Asks for some products; where XI refuses them for the sake of one, for halves of them until it is alone. */
async function settled(
	asks: readonly ProductAsk[],
	work: Work,
	settings: NodeSettings,
	polling: Polling,
): Promise<Settled> {
	const done = await caught(async () => await read(polling, [...asks]));
	if ('value' in done) {
		work.notes.push(...done.value.problems);
		compared(done.value.rows, work, settings);
		return { successes: 1, open: [] };
	}
	const { failure } = done;
	const [first] = asks;
	if (isRefused(failure) && asks.length === 1) {
		const mark = markOf(identityOf(first));
		work.known.set(mark, { isGone: false, turns: 0, ...work.known.get(mark), isRefused: true });
		work.notes.push(
			`Ingram Micro refuses the product ${first.value}, and the others of its call are asked for without it: ${failure.message}`,
		);
		return { successes: 0, failure, open: [] };
	}
	if (!isRefused(failure) || work.apart < 2 || !polling.hasTime()) {
		return { successes: 0, failure, open: asks };
	}
	work.apart -= 2;
	const middle = Math.ceil(asks.length / 2);
	const one = await settled(asks.slice(0, middle), work, settings, polling);
	const rest = asks.slice(middle);
	const isOver = one.failure !== undefined && !isRefused(one.failure);
	const other: Settled = isOver
		? { successes: 0, failure: one.failure, open: rest }
		: await settled(rest, work, settings, polling);
	return {
		successes: one.successes + other.successes,
		failure: other.failure ?? one.failure,
		open: [...one.open, ...other.open],
	};
}

/** Those of a call that XI refused before are asked for by themselves. */
async function settledApart(
	asks: readonly ProductAsk[],
	work: Work,
	settings: NodeSettings,
	polling: Polling,
): Promise<Settled> {
	const isBad = (one: ProductAsk) => work.known.get(markOf(identityOf(one)))?.isRefused === true;
	const [bad, good] = [asks.filter(isBad), asks.filter((one) => !isBad(one))];
	if (bad.length === 0 || good.length === 0) return await settled(asks, work, settings, polling);
	const most = await settled(good, work, settings, polling);
	if (most.successes === 0) return { ...most, open: asks };
	if (!polling.hasTime()) return { ...most, open: [...most.open, ...bad] };
	const others = await settled(bad, work, settings, polling);
	return { ...most, open: [...most.open, ...others.open], failure: others.failure ?? most.failure };
}

/**
 * Asks for the products from a place of the list on.
 *
 * @returns the place that comes next
 */
async function asked(
	first: number,
	work: Work,
	settings: NodeSettings,
	polling: Polling,
): Promise<number> {
	const { products } = settings;
	let successes = 0;
	const failures: Error[] = [];
	let next = first;
	while (next < products.length) {
		const isFirst = successes + failures.length === 0;
		if (!isFirst && !polling.hasTime()) break;
		const asks = products.slice(next, next + MOST_PRODUCTS);
		const done = await settledApart(asks, work, settings, polling);
		const { failure, open } = done;
		successes += done.successes;
		if (failure && done.successes === 0) {
			const isShort = isForLater(failure);
			if (isFirst || !isShort) failures.push(failure);
			if (isShort || isOfAll(failure) || failures.length >= MOST_FAILURES) break;
		}
		if (failure && open.length > 0) {
			const some = open.length < asks.length ? `${open.length} of the products` : 'The products';
			work.notes.push(
				`${some} ${next + 1} to ${next + asks.length} of the list could not be asked for, and are in the next round: ${failure.message}`,
			);
		}
		next += MOST_PRODUCTS;
	}
	const [failure] = failures;
	// Asking for the same ones again and again would cost the account its access.
	if (failure && (successes === 0 || failures.some(isOfAll))) {
		const until = polling.now + settings.everyMinutes * MINUTE_MS - SLACK_MS;
		if (isRefused(failure)) polling.refused.last = { until, failure };
		throw failure;
	}
	return next;
}

/**
 * Asks for price and stock of the products of the list, 50 a call, in the order of the list, until the
 * round is over or the time is; the next poll goes on. A round begins when the last one has been over for
 * as long as the node is to wait, so that no product is asked for more often, whenever n8n polls. What
 * XI does not tell of some of them does not keep the others from being asked for.
 *
 * @throws what `ask` throws where none of its calls went well
 */
export async function pollProducts(
	state: ProductState,
	settings: NodeSettings,
	polling: Polling,
): Promise<{ state: ProductState; told: Told[]; notes: string[] }> {
	const { now, today, refused } = polling;
	const { products } = settings;
	const wait = settings.everyMinutes * MINUTE_MS;
	// What was refused altogether is refused again, and asking costs the account its access.
	const { last } = refused;
	if (last && now < last.until && now >= last.until - wait) throw last.failure;
	const age = now - (state.endedAt ?? -Infinity);
	// A clock that was set back must not stop it for long.
	if (state.next === 0 && age >= 0 && age < wait - SLACK_MS) return { state, told: [], notes: [] };
	const listed = new Set(products.map((one) => markOf(identityOf(one))));
	const born = state.born ?? today;
	// What is no longer in the list is forgotten.
	const known = new Map([...state.known].filter(([mark]) => listed.has(mark)));
	const tellsAll = state.endedAt === undefined && settings.startWithExisting;
	const work: Work = { known, born, tellsAll, apart: MOST_APART, told: [], notes: [] };
	const first = state.next < products.length ? state.next : 0;
	const next = await asked(first, work, settings, polling);
	const { told, notes } = work;
	if (next >= products.length) {
		return { state: { of: state.of, born, next: 0, endedAt: now, known }, told, notes };
	}
	notes.push(
		`Prices and Stock take more calls than a poll has time for: ${next} of ${products.length} products were asked for in this round, and the next polls go on`,
	);
	return { state: { ...state, born, next, known }, told, notes };
}

/**
 * Price and stock of the first products, as a person sees them who tries the node.
 *
 * @throws BadInput where nothing can be told of any of them
 */
export async function sampleProducts(
	{ products }: NodeSettings,
	polling: Polling,
	most: number,
): Promise<Told[]> {
	const { rows, problems } = await read(polling, products.slice(0, most));
	if (rows.length === 0 && problems.length > 0) throw new BadInput(problems.join('; '));
	return rows.map(({ identity, record }) => ({
		...(isFound(record)
			? { change: 'priceChanged', after: numberIn(priceIn(priceOf(record))) ?? null }
			: { change: 'notFound', after: null }),
		before: null,
		sighting: { identity },
		record,
	}));
}

import type { IDataObject } from 'n8n-workflow';

import { BadInput, UnexpectedAnswer } from '../shared/errors';
import { numberIn } from '../shared/amounts';
import { caught } from '../shared/loop/call';
import { priceIn } from '../shared/output';
import { matchAnswers, type PriceAndAvailabilityEntry } from '../shared/xi/matchAnswers';
import { isFound, priceOf, priceRequest } from '../shared/xi/prices';
import { MOST_PRODUCTS, type ProductAsk, subjectOf } from '../shared/xi/productAsk';
import type { Told } from './watchChanges';
import { productChanges } from './productChanges';
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
}

/** Holds the rows of a call against what is known of their products. */
function compared(
	rows: Awaited<ReturnType<typeof read>>['rows'],
	{ known, told, born }: Work,
	{ thresholds, changes }: NodeSettings,
): void {
	for (const { identity, record } of rows) {
		const mark = markOf(identity);
		const change = productChanges(record, known.get(mark), thresholds, changes);
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
		const done = await caught(async () => await read(polling, asks));
		if ('value' in done) {
			successes += 1;
			work.notes.push(...done.value.problems);
			compared(done.value.rows, work, settings);
		} else {
			const { failure } = done;
			const isShort = isForLater(failure);
			if (isFirst || !isShort) failures.push(failure);
			if (isShort || isOfAll(failure) || failures.length >= MOST_FAILURES) break;
			work.notes.push(
				`The products ${next + 1} to ${next + asks.length} of the list could not be asked for, and are in the next round: ${failure.message}`,
			);
		}
		next += MOST_PRODUCTS;
	}
	const [failure] = failures;
	// Asking for the same ones again and again would cost the account its access.
	if (failure && (successes === 0 || failures.some(isOfAll))) throw failure;
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
	const { now, today } = polling;
	const { products } = settings;
	const wait = settings.everyMinutes * MINUTE_MS;
	const age = now - (state.endedAt ?? -Infinity);
	// A clock that was set back must not stop it for long.
	if (state.next === 0 && age >= 0 && age < wait - SLACK_MS) return { state, told: [], notes: [] };
	const listed = new Set(products.map((one) => markOf(identityOf(one))));
	const born = state.born ?? today;
	// What is no longer in the list is forgotten.
	const known = new Map([...state.known].filter(([mark]) => listed.has(mark)));
	const work: Work = { known, born, told: [], notes: [] };
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

import type { IDataObject } from 'n8n-workflow';

import { BadInput, UnexpectedAnswer } from '../shared/errors';
import { numberIn } from '../shared/amounts';
import { caught } from '../shared/loop/call';
import { priceIn } from '../shared/output';
import { matchAnswers, type PriceAndAvailabilityEntry } from '../shared/xi/matchAnswers';
import { priceOf, priceRequest } from '../shared/xi/prices';
import { MOST_PRODUCTS, type ProductAsk, subjectOf } from '../shared/xi/productAsk';
import type { Told } from './watchChanges';
import { productChanges } from './productChanges';
import type { ProductState } from './productState';
import { isForLater, type Polling } from './rounds';
import type { NodeSettings } from './watchKinds';
import { markOf } from './watchState';

const MINUTE_MS = 60_000;

/** What stands for a product in what is remembered and told: its number, and of which kind it is. */
const identityOf = ({ by, value }: ProductAsk): string =>
	by === 'ingramPartNumber' ? value : subjectOf(by, value);

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

/**
 * Asks for price and stock of the products of the list, 50 a call, in the order of the list, until the
 * round is over or the time is; the next poll goes on. A round begins when the last one has been over for
 * as long as the node is to wait, so that no product is asked for more often, whenever n8n polls.
 *
 * @throws what `ask` throws in its first call
 */
export async function pollProducts(
	state: ProductState,
	{ products, everyMinutes, thresholds, changes }: NodeSettings,
	polling: Polling,
): Promise<{ state: ProductState; told: Told[]; notes: string[] }> {
	const { now, today } = polling;
	const wait = everyMinutes * MINUTE_MS;
	const age = now - (state.endedAt ?? -Infinity);
	// A clock that was set back must not stop it for long.
	if (state.next === 0 && age >= 0 && age < wait) return { state, told: [], notes: [] };
	const listed = new Set(products.map((one) => markOf(identityOf(one))));
	// What is no longer in the list is forgotten.
	const known = new Map([...state.known].filter(([mark]) => listed.has(mark)));
	const told: Told[] = [];
	const notes: string[] = [];
	let next = state.next < products.length ? state.next : 0;
	for (let calls = 0; next < products.length; calls++) {
		const asks = products.slice(next, next + MOST_PRODUCTS);
		const isLate = calls > 0 && !polling.hasTime();
		const done = isLate ? undefined : await caught(async () => await read(polling, asks));
		if (done === undefined || ('failure' in done && calls > 0 && isForLater(done.failure))) {
			return { state: { ...state, next, known }, told, notes };
		}
		if ('failure' in done) throw done.failure;
		notes.push(...done.value.problems);
		for (const { identity, record } of done.value.rows) {
			const mark = markOf(identity);
			const change = productChanges(record, known.get(mark), thresholds, changes);
			known.set(mark, change.known);
			const sighting = { identity, day: today };
			const wanted = change.told.filter((one) => changes.has(one.change));
			told.push(...wanted.map((one) => ({ ...one, sighting, record })));
		}
		next += MOST_PRODUCTS;
	}
	return { state: { of: state.of, next: 0, endedAt: now, known }, told, notes };
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
		change: 'priceChanged',
		before: null,
		after: numberIn(priceIn(priceOf(record))) ?? null,
		sighting: { identity, day: polling.today },
		record,
	}));
}

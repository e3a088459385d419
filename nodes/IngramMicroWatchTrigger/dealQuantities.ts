import type { IDataObject } from 'n8n-workflow';

import { numberIn } from '../shared/amounts';
import { UnexpectedAnswer } from '../shared/errors';
import { plain } from '../shared/comparing';
import { caught } from '../shared/loop/call';
import { isRecord, recordsOf } from '../shared/records';
import { type DealDetailsAnswer, dealDetailsOf, type FoundDeal } from '../shared/xi/deals';
import { isForLater, type Polling } from './rounds';
import { isWanted, type Told } from './watchChanges';
import { identityOf, type WatchedKind, type WatchSettings } from './watchedKind';
import { markOf } from './watchState';

/*
 * The pieces that are left of deals. Their search does not tell, so the deals are read one by one, those
 * first that were not read for the longest time.
 */

/** Of the 60 calls that XI allows a minute. */
const MOST_READS = 50;
/** Deals that XI does not give, after which it is not asked for more. */
const MOST_FAILURES = 3;
const MINUTE_MS = 60_000;
const MARK = 8;
/** Of the state, of which the deals themselves need some too. */
const MOST_CHARACTERS = 150_000;

interface Left {
	readonly pieces: number;
	/** How often it was told. */
	readonly times: number;
}

interface KnownDeal {
	/** In minutes since 1970; 0: never. */
	readonly readAt: number;
	/** It was there at first, and its first reading tells nothing. */
	readonly isOld: boolean;
	/** By a short mark of the product. */
	readonly left: ReadonlyMap<string, Left>;
}

const short = (number: number): string => number.toString(36);

/** `mark readAt products`, without blanks but for those between deals. */
function textOf(mark: string, { readAt, isOld, left }: KnownDeal): string {
	const products = [...left].map(
		([one, { pieces, times }]) => `${one}${short(pieces)}${times > 0 ? `!${short(times)}` : ''}`,
	);
	return `${mark}${short(readAt)}${isOld ? '?' : ''}:${products.join(',')}`;
}

function dealIn(entry: string): readonly [string, KnownDeal] {
	const [begin, products] = entry.slice(MARK).split(':');
	const left = (products ?? '').split(',').filter((one) => one !== '');
	return [
		entry.slice(0, MARK),
		{
			readAt: parseInt(begin, 36),
			isOld: begin.endsWith('?'),
			left: new Map(
				left.map((one) => {
					const [pieces, times = '0'] = one.slice(4).split('!');
					return [
						one.slice(0, 4),
						{ pieces: parseInt(pieces, 36), times: parseInt(times, 36) },
					] as const;
				}),
			),
		},
	];
}

/**
 * Deals as one text. Where it would get too long, what is left of a product is kept only where it was told;
 * the others are told with nothing for before.
 */
function written(deals: ReadonlyMap<string, KnownDeal>, below: number): string {
	const whole = [...deals].map(([mark, deal]) => textOf(mark, deal)).join(' ');
	if (whole.length <= MOST_CHARACTERS) return whole;
	const entries = [...deals].map(([mark, deal]) =>
		textOf(mark, {
			...deal,
			left: new Map([...deal.left].filter(([, { pieces, times }]) => pieces < below || times > 0)),
		}),
	);
	let size = 0;
	return entries.filter((entry) => (size += entry.length + 1) <= MOST_CHARACTERS).join(' ');
}

const dealsIn = (text: string): Map<string, KnownDeal> =>
	new Map(
		text
			.split(' ')
			.filter((entry) => entry !== '')
			.map(dealIn),
	);

/** What tells a product of a deal from the others. */
const productOf = (product: IDataObject): string =>
	identityOf(product.ingramPartNumber, product.vendorPartNumber, product.upc);

/** What is left of the products of a deal, held against what is known. */
function looked(
	deal: FoundDeal,
	answer: DealDetailsAnswer,
	known: KnownDeal,
	kind: WatchedKind,
	below: number,
): { told: Told[]; left: Map<string, Left> } {
	const left = new Map<string, Left>();
	const told: Told[] = [];
	const sighting = kind.sighting(deal);
	for (const product of recordsOf(answer.products, 'list of products')) {
		const pieces = numberIn(product.remainingQuantity);
		if (pieces === undefined) continue;
		const identity = productOf(product);
		const mark = markOf(identity).slice(0, 4);
		const before = known.left.get(mark);
		const isOut = pieces < below && !(before !== undefined && before.pieces < below);
		const times = (before?.times ?? 0) + (isOut ? 1 : 0);
		left.set(mark, { pieces: Math.max(0, Math.floor(pieces)), times });
		if (!isOut || (known.isOld && before === undefined)) continue;
		told.push({
			change: 'runningOut',
			before: before?.pieces ?? null,
			after: pieces,
			parts: [identity, times],
			sighting,
			record: { ...deal, product },
		});
	}
	return { told, left };
}

const read = async ({ ask }: Polling, deal: FoundDeal) =>
	await caught(
		async () =>
			await ask(
				dealDetailsOf(plain(deal.dealId), plain(deal.vendor) || undefined),
				(answer: DealDetailsAnswer) => {
					if (!isRecord(answer)) throw new UnexpectedAnswer('deal');
					return answer;
				},
			),
	);

/** How much is known. */
interface DealsPast {
	/** What was remembered; undefined: nothing is known, and what is there is not told. */
	readonly text?: string;
	/** The first round of searches is not over. */
	readonly isFirst: boolean;
	/** The searches of this poll listed all deals there are. */
	readonly isWhole: boolean;
}

/** What came of reading deals. */
export interface ReadDeals {
	readonly told: Told[];
	readonly notes: string[];
	/** What is to be remembered of them. */
	readonly text: string;
}

/**
 * Reads the details of deals, as far as the calls and the time of a poll go.
 *
 * @param deals those that the searches of this poll listed
 * @throws what the reads throw, where the first of them all fail
 */
export async function readQuantities(
	deals: readonly FoundDeal[],
	kind: WatchedKind,
	settings: WatchSettings & { readonly startWithExisting: boolean },
	polling: Polling,
	{ text, isFirst, isWhole }: DealsPast,
): Promise<ReadDeals> {
	const isSilent = (text === undefined || isFirst) && !settings.startWithExisting;
	const before = dealsIn(text ?? '');
	const listed = new Map<string, { deal: FoundDeal; known: KnownDeal }>();
	for (const deal of deals) {
		const { identity, ends } = kind.sighting(deal);
		if (plain(deal.dealId) === '' || (ends !== undefined && ends < polling.today)) continue;
		const mark = markOf(identity);
		const known = before.get(mark) ?? { readAt: 0, isOld: isSilent, left: new Map<string, Left>() };
		listed.set(mark, { deal, known });
	}
	const queue = [...listed]
		.filter(([, { deal }]) => isWanted(deal, kind.sighting(deal), kind, settings))
		.sort(([, one], [, other]) => one.known.readAt - other.known.readAt);
	const told: Told[] = [];
	const notes: string[] = [];
	const after = new Map([...listed].map(([mark, { known }]) => [mark, known] as const));
	let failures = 0;
	let successes = 0;
	for (const [mark, { deal, known }] of queue.slice(0, MOST_READS)) {
		if (!polling.hasTime()) break;
		const done = await read(polling, deal);
		if ('failure' in done) {
			if (isForLater(done.failure)) break;
			failures += 1;
			if (failures >= MOST_FAILURES && successes === 0) throw done.failure;
			notes.push(`The deal ${plain(deal.dealId)} could not be read: ${done.failure.message}`);
			if (failures >= MOST_FAILURES) break;
			continue;
		}
		successes += 1;
		const look = looked(deal, done.value ?? {}, known, kind, settings.belowQuantity);
		told.push(...look.told);
		after.set(mark, {
			readAt: Math.floor(polling.now / MINUTE_MS),
			isOld: false,
			left: look.left.size > 0 ? look.left : new Map(known.left),
		});
	}
	const kept = isWhole ? after : new Map([...before, ...after]);
	return { told, notes, text: written(kept, settings.belowQuantity) };
}
